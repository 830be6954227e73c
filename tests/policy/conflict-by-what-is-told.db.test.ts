import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { officeUnder } from '#kit/office.ts';
import { importRegister, textSource } from '#modules/register/index.ts';
import { lintelSite } from '../lintel-site.ts';
import type { Fields } from './form.ts';
import { type Colleague, type Office, openOffice } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

const files = {
  homes: `reference,uprn,address_line_1,address_line_2,address_line_3,postcode,local_authority
H1,100000000001,1 Bluebell Lane,Exampleton,,EX1 2AB,Exampleshire
H2,100000000002,Flat 2,Mill House,5 Mill Road,EX1 2AC,Exampleshire
`,
  people: `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails
P1,Zelda,Quince,,1980-02-01,07700 900123,zel@example.test
P2,Omar,Quince,,1979-06-05,07700 900124,
`,
  residents: `home_reference,person_reference,relation,from,to
H1,P1,tenant,2019-04-01,
`,
} as const;

async function imports({ lintel, landlord }: Office, csv: Readonly<Record<string, string>>) {
  const who = { organisation: landlord.organisation, staff: null, now: lintel.clock.now() };
  const author = officeUnder(lintel.services.packs, landlord.packId, who);
  const sources = Object.entries(csv).map(([name, text]) => textSource(`${name}.csv`, text));
  await importRegister(lintel.services.db, author, { files: sources, dryRun: false });
}

/** A case about Zelda, who is on the register, and a colleague of the whole team who may have a conflict with it. */
async function aCase(t: TestContext) {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker, manager, lintel } = office;
  await imports(office, files);
  const involved = await office.colleague('administrator', 'da_manager', 'da_worker');
  const { rows } = await lintel.database.owner.query(
    `select reference, id from person union select reference, id from property`,
  );
  const ids = Object.fromEntries(rows.map(({ reference, id }) => [reference, id]));
  const tells = (more: Fields) => writesDown(worker, more);
  const first = await tells({ person_name: 'Zelda Quince' });
  const board = await findsOnBoard(worker, first.reference);
  const file = await opensCase(worker, board, worker, {}, `?person=${ids.P1}&property=${ids.H1}`);
  const conflict = { staffId: involved.staff, relation: 'relative', reason: 'His cousin' };
  const records = () => manager.finishes(`${file}/conflicts/new`, conflict);
  return { office, worker, manager, involved, tells, file, ids, records };
}

/** Whether they are let in to what was told. */
async function reads({ lintel }: Office, who: Colleague, reference: string): Promise<boolean> {
  const { rows } = await lintel.database.owner.query('select id from disclosure where reference = $1', [
    reference,
  ]);
  const statuses = ['', '/triage'].map(async (page) => {
    const { statusCode } = await who.get(`/disclosures/${rows[0].id}${page}`);
    return statusCode;
  });
  const [shown, triage] = await Promise.all(statuses);
  assert.equal(triage, shown);
  return shown === 200;
}

/** What somebody may tell of her without a name, each by itself. */
const ofHer: Readonly<Record<string, Fields>> = {
  'her name': { person_name: 'Mrs Quince' },
  'her name, spelt otherwise': { person_name: 'ZELDA  QUINCE' },
  'her name in the account': { verbatim: 'I am worried for Zelda Quince, next door.' },
  'her home': { address: '1 Bluebell Lane, Exampleton' },
  'her home, shortened': { address: '1 bluebell ln' },
  'her home, with one wrong letter': { address: '1 Bluebel Lane' },
  'her street alone': { address: 'somewhere on Bluebell Lane' },
  'her postcode alone': { address: 'EX12AB' },
  'her home in the account': { verbatim: 'Shouting again at 1, Bluebell Lane since 10 at night.' },
  'the number of her home': { verbatim: 'The job sheet says 100000000001.' },
  'her phone': { contact_value: '+44 (0)7700 900 123' },
  'her phone in the account': { verbatim: 'She said to ring her on 07700900123 or 07700 900999.' },
  'her e-mail address': { verbatim: 'Write to Zel@Example.test, never to him.' },
};
/** What tells of others. */
const ofOthers: Readonly<Record<string, Fields>> = {
  'another name': { person_name: 'Ada Moss' },
  'another number of her street': { address: '12 Bluebell Lane, Exampleton' },
  'another home': { address: '7 Church Close, EX9 9ZZ' },
  'the last digits of her phone': { contact_value: '0161 496 0123' },
  'another number of her postcode': { address: '14, EX1 2AB' },
};

test('what is told of her in any way is not read in triage by whoever has a conflict with her case', async (t) => {
  const { office, tells, records, involved, manager } = await aCase(t);
  const before = new Map<string, string>();
  for (const [what, more] of Object.entries(ofHer)) before.set(what, (await tells(more)).reference);
  for (const [what, reference] of before)
    assert.ok(await reads(office, involved, reference), `${what}: nobody knew yet`);
  await records();
  const after = new Map<string, string>();
  for (const [what, more] of Object.entries(ofHer)) after.set(what, (await tells(more)).reference);
  const others = new Map<string, string>();
  for (const [what, more] of Object.entries(ofOthers)) others.set(what, (await tells(more)).reference);
  for (const [what, reference] of [...before, ...after]) {
    assert.equal(await reads(office, involved, reference), false, `${what} is kept from them at once`);
    assert.equal(await reads(office, manager, reference), true, `${what} is read by the rest of the team`);
  }
  for (const [what, reference] of others)
    assert.equal(await reads(office, involved, reference), true, `${what} is not kept from them`);
  const board = await involved.reads('/disclosures');
  for (const reference of [...before.values(), ...after.values()]) assert.ok(!board.includes(reference));
  for (const q of ['1 Bluebell Lane', 'EX1 2AB', '07700 900123', 'Bluebell']) {
    const { body } = await involved.post('/find', { q });
    for (const reference of [...before.values(), ...after.values()]) assert.ok(!body.includes(reference), q);
  }
});

test('what was kept from them opens again when their conflict ends, and that stands in the record', async (t) => {
  const { office, tells, records, involved, manager, file } = await aCase(t);
  await records();
  const { reference } = await tells({ address: '1 Bluebell Lane' });
  assert.equal(await reads(office, involved, reference), false);
  const { body: shown } = await manager.get(`${file}/access`);
  const link = /\/cases\/[^"]*\/conflicts\/[0-9a-f-]+\/ending/.exec(shown)?.[0];
  assert.ok(link, shown);
  await manager.finishes(link, { reason: 'It was another man of that name' });
  assert.equal(await reads(office, involved, reference), true);
  const { rows } = await office.lintel.database.owner.query(
    `select e.name, e.staff_id as by, e.data ->> 'staffId' as whose from event e
      join disclosure d on d.id = e.subject_id where d.reference = $1
      and e.name = any ('{disclosure.kept-apart,disclosure.opened-again}')
      order by e.at, e.name`,
    [reference],
  );
  assert.deepEqual(
    rows.map(({ name, by, whose }) => [name, by === manager.staff, whose === involved.staff]),
    [
      ['disclosure.kept-apart', false, true],
      ['disclosure.opened-again', true, true],
    ],
  );
});

test('what the register or an agreement learns of her later counts from that moment on', async (t) => {
  const { office, tells, records, involved } = await aCase(t);
  await records();
  const { reference: moved } = await tells({ address: 'Flat 2, Mill House, Mill Rd' });
  const { reference: rang } = await tells({ contact_value: '07700 900777' });
  const { reference: neighbour } = await tells({ address: 'Flat 3, Mill House' });
  for (const reference of [moved, rang]) assert.equal(await reads(office, involved, reference), true);
  await imports(office, {
    people: files.people.replace('900123', '900777'),
    residents: 'home_reference,person_reference,relation,from,to\nH2,P1,tenant,2026-11-01,\n',
  });
  for (const reference of [moved, rang]) assert.equal(await reads(office, involved, reference), false);
  assert.equal(await reads(office, involved, neighbour), true);
});

test('what was kept from somebody stays so as a case about nobody known', async (t) => {
  const { tells, records, involved, worker } = await aCase(t);
  await records();
  const { reference } = await tells({ address: '1 Bluebell Lane', verbatim: 'Zqunheard again.' });
  const other = await opensCase(worker, await findsOnBoard(worker, reference));
  assert.equal((await involved.get(other)).statusCode, 404);
  assert.match(await worker.reads(`${other}/access`), /may concern the same person or home/);
});

test('nobody waits because each of the team is in doubt: managers read it, and data protection is told', async (t) => {
  const { office, records, involved, file } = await aCase(t);
  const officer = await office.colleague('data_protection_officer');
  await records();
  const { rows: team } = await office.lintel.database.owner.query(
    `select id from staff where roles && '{da_manager,da_worker}' and id <> $1 and ended_at is null`,
    [involved.staff],
  );
  for (const { id } of team)
    await office.lintel.database.owner.query(
      `insert into case_conflict (organisation_id, id, case_id, staff_id, relation, reason, recorded_at)
        select organisation_id, gen_random_uuid(), id, $2, 'neighbour', 'Lives there', now()
        from case_file where id = $1`,
      [file.split('/').at(-1), id],
    );
  const reporter = await office.colleague('colleague');
  const { reference } = await writesDown(reporter, { address: '1 Bluebell Lane' });
  assert.equal(await reads(office, involved, reference), true, 'a manager reads it');
  assert.equal(await reads(office, office.worker, reference), false, 'a worker in doubt does not');
  assert.match(await officer.reads('/notifications'), /All of the team, or nearly all, may have a conflict/);
});

test('a colleague who is named in what was told is kept from whatever else tells of the same people', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker } = office;
  const involved = await office.colleague('da_worker');
  const before = await writesDown(worker, { address: '4 Elm Close', person_name: '' });
  assert.equal(await reads(office, involved, before.reference), true);
  await writesDown(worker, {
    address: '4 Elm Close',
    alleged_name: 'Omar Quince',
    staff_involved: 'yes',
    colleague_1: involved.staff,
    relation_1: 'relative',
  });
  const after = await writesDown(worker, { verbatim: 'At 4, Elm Cl, again.' });
  const named = await writesDown(worker, { alleged_name: 'Mr Quince' });
  const other = await writesDown(worker, { address: '5 Elm Close', alleged_name: 'Ada Moss' });
  for (const { reference } of [before, after, named])
    assert.equal(await reads(office, involved, reference), false);
  assert.equal(await reads(office, involved, other.reference), true);
});

/** Somebody tells of a colleague's conflict with Zelda, of whom only a name is known, and it becomes a case. */
async function knownByNameAlone(t: TestContext, more: Fields) {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker } = office;
  await imports(office, files);
  const { rows } = await office.lintel.database.owner.query('select reference, id from person');
  const ids = Object.fromEntries(rows.map(({ reference, id }) => [reference, id]));
  const involved = await office.colleague('da_worker');
  const conflict = { staff_involved: 'yes', colleague_1: involved.staff, relation_1: 'relative' };
  const { reference } = await writesDown(worker, { ...conflict, ...more });
  await opensCase(worker, await findsOnBoard(worker, reference), worker);
  /** @returns the case of what is told next, with the person whom triage chose */
  const becomes = async (told: Fields, person: string) => {
    const next = await writesDown(worker, told);
    assert.equal(await reads(office, involved, next.reference), false, 'kept from what was told');
    return opensCase(worker, await findsOnBoard(worker, next.reference), worker, {}, `?person=${person}`);
  };
  return { worker, involved, ids, becomes };
}

test('whoever is known by a name alone may be whom triage finds on the register: the conflict stays', async (t) => {
  const { worker, involved, ids, becomes } = await knownByNameAlone(t, { person_name: 'Zelda Quince' });
  const file = await becomes({ person_name: 'Zelda Quince' }, ids.P1);
  assert.equal((await involved.get(file)).statusCode, 404);
  assert.match(await worker.reads(`${file}/access`), /may concern the same person or home/);
});

test('a conflict with whoever is said to have done it stays, whoever tells of them next', async (t) => {
  const { involved, ids, becomes } = await knownByNameAlone(t, {
    person_name: 'Ada Moss',
    alleged_name: 'Orson Vale',
  });
  const file = await becomes({ person_name: 'Zelda Quince', alleged_name: 'Orson Vale' }, ids.P1);
  assert.equal((await involved.get(file)).statusCode, 404);
});

test('a name is somebody else’s once both are on the register, and are not linked', async (t) => {
  const { office, worker, involved, tells, ids, records } = await aCase(t);
  await records();
  const { reference } = await tells({ person_name: 'Zelda Quince' });
  assert.equal(await reads(office, involved, reference), false);
  const board = await findsOnBoard(worker, reference);
  const file = await opensCase(worker, board, worker, {}, `?person=${ids.P2}`);
  assert.equal((await involved.get(file)).statusCode, 200);
});

test('where what waits names nearly everybody, whoever looks after data hears what is kept from them', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const officer = await office.colleague('data_protection_officer');
  const told = /All of the team, or nearly all, may have a conflict/;
  const names = (staff: readonly string[], address: string) =>
    writesDown(office.worker, {
      ...{ address, staff_involved: 'yes' },
      ...Object.fromEntries(
        staff.flatMap((id, at) => [
          [`colleague_${at + 1}`, id],
          [`relation_${at + 1}`, 'relative'],
        ]),
      ),
    });
  const ids = [office.manager.staff, office.deputy.staff];
  await names(ids.slice(0, 1), '7 Church Close');
  await writesDown(office.worker, { address: '7 Church Close' });
  assert.doesNotMatch(await officer.reads('/notifications'), told, 'another manager is left');
  await names(ids, '4 Elm Close');
  const { reference } = await writesDown(office.worker, { address: '4 Elm Close' });
  assert.equal(await reads(office, office.manager, reference), false);
  assert.equal(await reads(office, office.worker, reference), true);
  assert.match(await officer.reads('/notifications'), told);
});
