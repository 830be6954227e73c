import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spaceStands } from '../breathing-space-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, recordsContact, systemMayAsk, writesDown } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`steps over income (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    await importRegisterOf(office);
    const { worker, manager } = office;
    const income = await office.colleague('income');
    const says = async (tenancy: string, answers: Readonly<Record<string, string>> = {}) => {
      const said = { tenancy, step: 'notice', state: 'meant', ...answers };
      return income.reads(await income.finishes('/court-steps/new', said));
    };
    const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
    const disclosure = await findsOnBoard(worker, reference);
    const person = await registerId(office, 'person', 'P1');
    const home = await registerId(office, 'property', 'H1');
    const file = await opensCase(manager, `${disclosure}`, worker, {}, `?person=${person}&property=${home}`);
    await spaceStands(office, file);
    const steps = () => worker.reads(`${file}/court-steps`);

    await t.test('a notice that is meant under a hold is answered with no, and never with why', async () => {
      const said = await says('T1');
      assert.match(said, /Do not take it/);
      assert.match(said, /Ask again before each step/);
      assert.doesNotMatch(said, /abuse|violence|breathing|until \d|case\b|Zelda|Quince/i);
    });

    await t.test('what was drawn by chance is answered to the letter as what a case holds', async () => {
      const { organisation } = office.landlord;
      await lintel.database.owner.query(
        `insert into hold (organisation_id, id, tenancy_id, cause, held, starts_at, look_on, set_at)
          select $1, gen_random_uuid(), id, 'drawn', '{letter,text,email,phone,visit,court_action}', $2,
            '2027-11-18', $2
          from tenancy where organisation_id = $1 and reference = 'T2'`,
        [organisation, lintel.clock.now().subtract({ hours: 1 }).toString()],
      );
      const alike = (text: string) => text.replaceAll(/T[12]\b/g, 'TENANCY');
      assert.equal(alike(await says('T2')), alike(await says('T1')));
    });

    await t.test('of a reference that nobody knows, somebody is asked first', async () => {
      assert.match(await says('T-nowhere'), /Ask first/);
    });

    await t.test(
      'whoever leads the case is told, and reads what was held back; the income team does not',
      async () => {
        await office.at('2026-11-18T10:10');
        assert.match(await steps(), /Held back: A notice seeking possession, 18 November 2026/);
        assert.match(words((await worker.get('/notifications')).body), /A step over income was meant/);
        assert.match(await worker.reads(`${file}/entries`), /was meant over income, and was held back/);
        for (const path of [file, `${file}/court-steps`, `${file}/breathing-space`, '/cases', '/find'])
          assert.equal((await income.get(path)).statusCode, 403, path);
        assert.doesNotMatch(await income.reads('/court-steps'), /Held back|Quince|breathing/i);
      },
    );

    await t.test(
      'somebody finds the tenancy by name or address, and learns nothing that they did not type',
      async () => {
        const { body } = await income.get('/court-steps/new');
        const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
        const found = await income.post('/court-steps/search', { search: 'Quince', _csrf: csrf });
        assert.match(words(found.body), /Quince ?, T1/);
        assert.doesNotMatch(found.body, /Mill Lane/);
        const byAddress = await income.post('/court-steps/search', { search: '1 Mill Lane', _csrf: csrf });
        assert.match(words(byAddress.body), /T1/);
        assert.doesNotMatch(byAddress.body, /Quince/);
      },
    );

    await t.test(
      'a step that was taken without asking is written down, and told to managers too',
      async () => {
        await office.at('2026-11-19T09:00');
        const taken = { state: 'taken', undone: 'taken_back', step: 'letter_before_claim' };
        const day = { 'taken-day': '18', 'taken-month': '11', 'taken-year': '2026' };
        const missing = await income.fills('/court-steps/new', {
          tenancy: 'T1',
          state: 'taken',
          step: 'claim',
        });
        assert.equal(missing.statusCode, 422);
        assert.match(words(missing.body), /Enter the day on which it was taken/);
        assert.match(words(missing.body), /Say what is done about it/);
        await says('T1', { ...taken, ...day });
        await office.at('2026-11-19T09:10');
        assert.match(await steps(), /Taken, although it was held: A letter before claim/);
        assert.match(words((await manager.get('/notifications')).body), /was taken although it was held/);
      },
    );

    await t.test(
      'what the team itself learns of is written down in their words, and not told to the income team',
      async () => {
        const answers = { step: 'warrant', words: 'She rang: a letter about bailiffs came this morning' };
        const today = { 'taken-day': '19', 'taken-month': '11', 'taken-year': '2026' };
        const before = { 'taken-day': '1', 'taken-month': '10', 'taken-year': '2026' };
        const refused = await worker.fills(`${file}/court-steps/new`, { ...answers, ...before });
        assert.match(words(refused.body), /Nothing held court action over income on that day/);
        await office.at('2026-11-19T13:00');
        await worker.finishes(`${file}/court-steps/new`, { ...answers, ...today });
        assert.match(await steps(), /a letter about bailiffs came this morning/);
        assert.doesNotMatch(await income.reads('/court-steps'), /bailiffs|A warrant, or an eviction/i);
      },
    );

    await t.test('the board counts each step once in four weeks, and each kind apart', async () => {
      await says('T1');
      await office.at('2026-11-19T13:10');
      const { rows } = await lintel.database.owner.query(
        `select data->>'why' as why, count(*)::int as times from event
          where organisation_id = $1 and name = 'court-step.met' group by 1 order by 1`,
        [office.landlord.organisation],
      );
      assert.deepEqual(rows, [
        { why: 'held_back_notice', times: 1 },
        { why: 'taken_letter_before_claim', times: 1 },
        { why: 'taken_warrant', times: 1 },
      ]);
    });

    await t.test(
      'whoever has a conflict with the household is told what they would be of nobody’s',
      async () => {
        const brother = await office.colleague('income');
        const across = { relation: 'relative', reason: 'Her brother-in-law' };
        await manager.finishes(`${file}/conflicts/new`, { staffId: brother.staff, ...across });
        const said = { tenancy: 'T1', step: 'claim', state: 'meant' };
        const path = await brother.finishes('/court-steps/new', said);
        assert.match(await brother.reads(path), /Ask first/);
        assert.doesNotMatch(await brother.reads('/court-steps'), /T1 A notice/);
        await office.at('2026-11-19T13:20');
        assert.match(await steps(), /Held back|Told to ask first/, 'and the worker is told all the same');
      },
    );

    await t.test('a system of the landlord says a step by its token, and is answered alike', async () => {
      const token = await systemMayAsk(office, ['court_action']);
      const asks = (tenancy: string) =>
        lintel.app.inject({
          method: 'POST',
          url: '/api/v1/court-steps',
          headers: { authorization: `Bearer ${token}` },
          payload: { tenancy, step: 'hearing' },
        });
      const [held, drawn] = [await asks('T1'), await asks('T2')];
      assert.equal(held.statusCode, 200);
      assert.equal(held.json().answer, 'yes');
      assert.equal(held.body, drawn.body);
      await office.at('2026-11-19T13:30');
      assert.match(await steps(), /Held back: A hearing/);
    });

    await t.test(
      'once she wants it to end, somebody is asked first: papers of a court come to her home',
      async () => {
        await recordsContact(worker, file, 'spoke_safely', '2026-11-19T13:25');
        await worker.finishes(`${file}/breathing-space/ending`, {
          ...{ because: 'their_wish', told: 'told', words: 'She rang, and has paid what was owed' },
        });
        assert.match(await says('T1'), /Ask first/);
      },
    );
  });
