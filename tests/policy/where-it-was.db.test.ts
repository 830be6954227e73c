import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

const saw = { immediate_danger: 'no', verbatim: 'She flinched when he came in.' };

for (const { id: packId } of triedPacks)
  test(`a concern says where it was, or that it is not known (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    await office.at('2026-11-18T10:00');
    await importRegisterOf(office);
    const { worker, manager } = office;
    const home = await registerId(office, 'property', 'H1');
    const person = await registerId(office, 'person', 'P1');
    const caretaker = await office.colleague('colleague');
    const search = '/concerns/new/search';

    await t.test('blank is neither: it is asked again, and what was typed stays', async () => {
      const sent = await caretaker.post('/concerns/new', saw);
      assert.equal(sent.statusCode, 422);
      assert.match(words(sent.body), /Say where it was, or that it is not known/);
      assert.match(sent.body, /She flinched when he came in\./);
      const known = await caretaker.post('/concerns/new', { ...saw, where_known: 'known' });
      assert.match(words(known.body), /Find the home or describe the place/);
    });

    await t.test(
      'a home is found by its address without a script, and says nothing of who lives there',
      async () => {
        const found = await caretaker.post(search, { ...saw, search: '1 Mill Lane' });
        assert.match(found.body, new RegExp(`name="property" value="${home}"`));
        assert.match(found.body, /She flinched when he came in\./, 'what was typed comes back');
        const chosen = await caretaker.post(search, { ...saw, property: home });
        assert.match(words(chosen.body), /Home: 1 Mill Lane/);
        assert.doesNotMatch(chosen.body, /Quince/);
        assert.equal((await caretaker.post('/concerns/new', { ...saw, property_id: home })).statusCode, 303);
      },
    );

    await t.test(
      'triage begins with that home and with those who live there, and what was told beside',
      async () => {
        const { body } = await worker.get('/disclosures');
        const told = /href="(\/disclosures\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
        assert.match(await worker.reads(told), /1 Mill Lane/);
        const triage = await worker.get(`${told}/triage`);
        assert.match(triage.body, new RegExp(`name="property_id" value="${home}"`));
        assert.match(words(triage.body), /What was told:.*1 Mill Lane.*Living in this home.*Quince/);
        assert.match(triage.body, new RegExp(`name="person" value="${person}"`));
      },
    );

    await t.test(
      'whoever may search the register is offered who lives there, and types no name',
      async () => {
        const chosen = await worker.post(search, { ...saw, property: home });
        assert.match(words(chosen.body), /living there.*Zelda Quince/);
        const named = await worker.post(search, { ...saw, property_id: home, resident: person });
        assert.match(
          named.body,
          /name="person_name"[^>]*value="Zelda Quince"|value="Zelda Quince"[^>]*name="person_name"/,
        );
      },
    );

    await t.test('whoever has a conflict finds no such home, and nobody in it', async () => {
      const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
      const disclosure = await findsOnBoard(worker, reference);
      const file = await opensCase(manager, disclosure, worker, {}, `?person=${person}&property=${home}`);
      const involved = await office.colleague('da_worker');
      const conflict = { staffId: involved.staff, relation: 'relative', reason: 'Her aunt' };
      await manager.finishes(`${file}/conflicts/new`, conflict);
      const found = await involved.post(search, { ...saw, search: '1 Mill Lane' });
      assert.doesNotMatch(found.body, new RegExp(home));
      const byId = await involved.post(search, { ...saw, property: home });
      assert.doesNotMatch(words(byId.body), /Mill Lane|Quince/);
      const sent = await involved.post('/concerns/new', { ...saw, property_id: home });
      assert.equal(sent.statusCode, 422);
      assert.doesNotMatch(words(sent.body), /Mill Lane|Quince/);
    });
  });
