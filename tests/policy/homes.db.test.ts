import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeUnder } from '#kit/office.ts';
import { importRegister, textSource } from '#modules/register/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import type { Fields } from './form.ts';
import { agreed, atMillLane, savesHome as save, toMother } from './home-steps.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCall } from './planning-steps.ts';
import { aCase, findsOnBoard, opensCase, recordsContact, writesDown } from './steps.ts';

/** Finds a home within the form and chooses it, as somebody does without a script. @returns the form with it */
async function chooses(by: Colleague, file: string, property: string, search = 'Weaving Shed') {
  const found = await by.post(`${file}/home/search`, { search, _version: '1' });
  assert.match(found.body, new RegExp(`name="property" value="${property}"`), words(found.body));
  const form = await by.post(`${file}/home/search`, { search, property, source: 'person', _version: '1' });
  assert.match(form.body, /value="register"[^>]*checked|checked[^>]*value="register"/);
  assert.match(form.body, new RegExp(`name="property_id" value="${property}"`));
  return form;
}

for (const { id: pack } of triedPacks)
  test(`a move is written down, and everything that hangs on the home follows (${pack})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack);
    const { worker, file, H2 } = await atMillLane(office);
    assert.match(await worker.reads(file), /1 Mill Lane, EX1 2AB \(visits agreed, post agreed\)/);

    await t.test('chosen from the register by the finder of every other form', async () => {
      await chooses(worker, file, H2);
      const sent = await save(worker, file, {
        ...{ kind: 'register', property_id: H2, source: 'person', change: 'moved' },
        ...{ 'since-day': '16 November', 'since-year': '2026' },
      });
      assert.equal(sent.headers.location, `${file}/home`, words(sent.body));
    });

    await t.test('where they went stands on its own page alone, with where they lived', async () => {
      const page = await worker.reads(`${file}/home`);
      assert.match(page, /The Old Weaving Shed.*Since 16 November 2026.*On record before.*1 Mill Lane/s);
      for (const other of [
        '',
        '/contact',
        '/people',
        '/entries',
        '/risk',
        '/plan',
        '/markers',
        '/markers/new',
      ])
        assert.doesNotMatch((await worker.get(`${file}${other}`)).body, /Weaving Shed/, other);
      assert.match((await worker.get(file)).body, /moved, address kept back \(visits and post: ask again\)/);
      const marker = (await worker.get(`${file}/markers/new`)).body;
      assert.match(words(marker), /On the home of this case: moved, address kept back/);
      assert.match(marker, new RegExp(`href="${file}/home"[^>]*>Where they live`));
    });

    await t.test('what was agreed of the former home is neither safe nor gone', async () => {
      const body = await worker.reads(`${file}/contact`);
      assert.match(body, /Post Agreed before they moved: ask again first/);
      assert.match(await worker.reads(`${file}/home`), /To be asked again.*Post, visits and places/s);
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:05');
      assert.match(
        await worker.reads(`${file}/contact`),
        /Post Agreed before they moved/,
        'not by “nothing has changed”',
      );
      const form = (await worker.get(`${file}/contact/new`)).body;
      assert.doesNotMatch(form, /name="post"[^>]*checked/, 'nothing is ticked beforehand');
    });

    await t.test(
      'the chronology tells that it changed, never where to, and the risk is looked at again',
      async () => {
        const entries = await worker.reads(`${file}/entries`);
        assert.match(entries, /They live somewhere else now\. Since 16 November 2026\./);
        assert.doesNotMatch(entries, /Weaving|Mill Lane/);
        assert.match(await worker.reads(`${file}/risk`), /A move/);
      },
    );

    await t.test('it is found by the home of now and by the one of before', async () => {
      for (const where of ['Weaving Shed', 'Mill Lane'])
        assert.match((await worker.post('/find', { q: where })).body, new RegExp(file), where);
    });

    await t.test('agreed anew, post is as it was said then', async () => {
      await office.at('2026-11-18T10:10');
      await worker.finishes(`${file}/contact/new`, { ...agreed, post: 'no', visit: 'yes' });
      assert.match((await worker.get(file)).body, /moved, address kept back \(visits agreed, no post\)/);
    });
  });

test('an address outside the register, one that they would rather not say, and an error put right', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, file, H1 } = await atMillLane(office);

  await t.test('bad input says what is missing, keeps what was typed and changes nothing', async () => {
    const cases: readonly (readonly [Fields, RegExp])[] = [
      [{}, /Say where they live.*Say from whom we know.*Say whether they moved/s],
      [{ ...toMother, kind: 'register' }, /Find the home and choose it/],
      [{ ...toMother, kind: 'register', property_id: crypto.randomUUID() }, /Find the home and choose it/],
      [{ ...toMother, address: '' }, /Enter the address/],
      [{ ...toMother, change: 'wrong' }, /Say what was wrong with it/],
      [{ ...toMother, change: 'wrong', why: 'x' }, /Say it in a sentence/],
      [{ ...toMother, 'since-day': '31 February 2026' }, /Enter a real date/],
      [{ ...toMother, 'since-day': '19 November 2026' }, /on the day on which they live there, not before/],
      [{ ...toMother, kind: 'register', property_id: H1 }, /This is what is on record already/],
    ];
    for (const [fields, message] of cases) {
      const sent = await save(worker, file, fields);
      assert.equal(sent.statusCode, 422, JSON.stringify(fields));
      assert.match(words(sent.body), message);
      if (fields.address) assert.match(sent.body, /9 Quay Row/);
    }
    assert.doesNotMatch(await worker.reads(`${file}/home`), /On record before/);
  });

  await t.test('an address outside the register is on no other page, and finds the case', async () => {
    await worker.finishes(`${file}/home/new`, toMother);
    assert.match(await worker.reads(`${file}/home`), /9 Quay Row, Otherton/);
    for (const other of ['', '/entries', '/contact'])
      assert.doesNotMatch((await worker.get(`${file}${other}`)).body, /Quay Row/, other);
    assert.match((await worker.post('/find', { q: 'Quay Row' })).body, new RegExp(file));
    assert.doesNotMatch(
      (await (await office.colleague('colleague')).post('/find', { q: 'Quay Row' })).body,
      /Quay Row,/,
    );
  });

  await t.test('whoever saw an older page is shown what is there now', async () => {
    const second = await worker.post(`${file}/home/new`, {
      ...toMother,
      address: '1 Elsewhere',
      _version: '1',
    });
    assert.equal(second.statusCode, 409);
    assert.match(words(second.body), /9 Quay Row/);
  });

  await t.test('an error is put right with its reason, and both stay', async () => {
    const right = {
      kind: 'rather_not',
      source: 'person',
      change: 'wrong',
      why: 'Her mother’s, where she never lived',
    };
    await worker.finishes(`${file}/home/new`, right);
    const page = await worker.reads(`${file}/home`);
    assert.match(page, /They would rather not say.*Quay Row.*Entered in error Her mother’s/s);
    assert.match((await worker.get(file)).body, /They would rather not say/);
    assert.match(await worker.reads(`${file}/entries`), /was on record in error, and is corrected/);
  });

  await t.test('whoever does not work on cases writes nothing', async () => {
    const director = await office.colleague('director');
    assert.notEqual((await save(director, file, toMother)).statusCode, 303);
  });
});

test('whoever moves from a home that nobody wrote down is asked again about post and visits', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/contact/new`, agreed);
  await office.at('2026-11-18T10:05');
  const { change: _, ...unsaid } = toMother;
  const asked = await worker.post(`${file}/home/new`, { ...unsaid, _version: '0' });
  assert.match(words(asked.body), /Say whether they moved, or it is only known now/);
  await worker.finishes(`${file}/home/new`, toMother);
  assert.match(await worker.reads(`${file}/contact`), /Post Agreed before they moved: ask again first/);
});

test('an import that moves the tenancy changes no home of a case by itself', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, file } = await atMillLane(office);
  const { organisation, packId } = office.landlord;
  const author = officeUnder(lintel.services.packs, packId, {
    organisation,
    staff: null,
    now: lintel.clock.now(),
  });
  const sources = Object.entries({
    tenancies: `reference,home_reference,tenure,tenancy_type,started_on,ended_on,tenant_references
T1,H1,rented,assured_periodic,2019-04-01,2026-11-15,P1;P2
T7,H2,rented,assured_periodic,2026-11-16,,P1
`,
    residents: `home_reference,person_reference,relation,from,to
H1,P1,tenant,2019-04-01,2026-11-15
H2,P1,tenant,2026-11-16,
`,
  }).map(([name, text]) => textSource(`${name}.csv`, text));
  await importRegister(lintel.services.db, author, { files: sources, dryRun: false });
  assert.match((await worker.get(file)).body, /1 Mill Lane, EX1 2AB \(visits agreed, post agreed\)/);
  const page = await worker.reads(`${file}/home`);
  assert.match(page, /The register has them living at Flat 12, The Old Weaving Shed, EX1 2AC/);
  assert.match(page, /An import does not change where this case has them/);
});

test('whoever causes harm is named where the register has them in the home that is chosen', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, file, H1, H2 } = await atMillLane(office);
  const personId = await registerId(office, 'person', 'P2');
  const part = { personId, describedAs: '', part: 'alleged_perpetrator', connection: 'married' };
  await worker.post(`${file}/people/new`, part);
  assert.match(await worker.reads(`${file}/home`), /On the register Orson Quince lives in this home/);
  await save(worker, file, { kind: 'register', property_id: H2, source: 'person', change: 'moved' });
  assert.doesNotMatch(await worker.reads(`${file}/home`), /Orson Quince lives/);
  assert.match(
    (await worker.post(`${file}/home/search`, { property: H1 })).body,
    /Orson Quince lives in this home/,
  );
});

test('a visit to the home that was planned is not agreed any more, and whoever goes is told', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { file, H2, worker } = await atMillLane(office);
  const visit = {
    ...aCall('2026-11-20T11:00'),
    channel: 'home',
    checkIn: '15',
    secondStaffId: office.manager.staff,
  };
  await worker.finishes(`${file}/diary/new`, visit);
  assert.doesNotMatch(await worker.reads(`${file}/diary`), /No longer agreed/);
  await save(worker, file, { kind: 'register', property_id: H2, source: 'person', change: 'moved' });
  assert.match(await worker.reads(`${file}/diary`), /No longer agreed/);
  assert.match(
    await office.manager.reads('/notifications'),
    /C-[A-Z0-9-]+ Something speaks against an appointment/,
  );
});

test('what is told of the home of before is offered with the case, and joins it as the same person’s', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, file, H1, H2, P1 } = await atMillLane(office);
  await save(worker, file, { kind: 'register', property_id: H2, source: 'person', change: 'moved' });
  const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
  const told = await findsOnBoard(worker, reference);
  assert.match(
    (await worker.get(`${told}/triage?property=${H1}`)).body,
    new RegExp(file.split('/').at(-1) ?? ''),
  );
  const joined = await worker.fills(`${told}/triage?person=${P1}&property=${H1}`, {
    ...{
      connection: 'married',
      person_age: 'adult',
      alleged_age: 'adult',
      children: 'no',
      happened: 'recently',
    },
    ...{ definition: 'meets', outcome: 'existing_case', case_id: file.split('/').at(-1) ?? '' },
  });
  assert.equal(joined.headers.location, file, words(joined.body));
});

test('a number that an import brought is known, not agreed: it is asked about, and opens nothing', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  await importRegisterOf(office);
  const { worker } = office;
  const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
  const at = `?person=${await registerId(office, 'person', 'P1')}`;
  const file = await opensCase(worker, await findsOnBoard(worker, reference), worker, {}, at);
  assert.match((await worker.get(file)).body, /Nothing agreed yet/);
  const form = (await worker.get(`${file}/contact/new`)).body;
  assert.match(words(form), /Known, not agreed: the register has a phone that ends in 123/);
  assert.doesNotMatch(form, /07700 ?900123|\+447700900123/, 'neither shown nor filled in');
  await worker.finishes(`${file}/contact/new`, { ...agreed, value: '07700 900999' });
  assert.match((await worker.get(`${file}/contact/ways/new`)).body, /a phone that ends in 123/);
  const { organisation, packId } = office.landlord;
  const author = officeUnder(lintel.services.packs, packId, {
    organisation,
    staff: null,
    now: lintel.clock.now(),
  });
  const people = 'reference,given_name,family_name,phones\nP1,Zelda,Quince,07700 900555\n';
  await importRegister(lintel.services.db, author, {
    files: [textSource('people.csv', people)],
    dryRun: false,
  });
  const contact = await worker.reads(`${file}/contact`);
  assert.match(contact, /07700 900999/);
  assert.doesNotMatch(contact, /900555/);
});
