import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { officeUnder } from '#kit/office.ts';
import { sql, transact } from '#kit/sql.ts';
import { importRegister, textSource } from '#modules/register/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

const register = {
  homes: `reference,uprn,address_line_1,address_line_2,postcode,local_authority
H1,100000000001,1 Mill Lane,Exampleton,EX1 2AB,Exampleshire
H2,100000000002,2 Mill Lane,Exampleton,EX1 2AB,Exampleshire
`,
  people: `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails
P1,Zelda,Quince,,1980-02-01,07700 900123,
`,
  tenancies: `reference,home_reference,tenure,tenancy_type,started_on,ended_on,tenant_references
T1,H1,rented,assured_periodic,2019-04-01,,P1
`,
  residents: `home_reference,person_reference,relation,from,to
H1,P1,tenant,2019-04-01,
`,
} as const;

async function withHomes(office: Office): Promise<Readonly<Record<'H1' | 'H2', string>>> {
  const { lintel, landlord } = office;
  const { organisation } = landlord;
  const { packs } = lintel.services;
  const at = { organisation, staff: null, now: lintel.clock.now() };
  const author = officeUnder(packs, landlord.packId, at);
  const files = Object.entries(register).map(([name, text]) => textSource(`${name}.csv`, text));
  await importRegister(lintel.services.db, author, { files, dryRun: false });
  const { rows } = await lintel.database.owner.query(
    'select reference, id from property where organisation_id = $1',
    [organisation],
  );
  return Object.fromEntries(rows.map(({ reference, id }) => [reference, id])) as Record<'H1' | 'H2', string>;
}

/** A case at 1 Mill Lane. */
async function aCaseAtHome({ worker }: Office, home: string): Promise<string> {
  const { reference } = await writesDown(worker);
  return opensCase(worker, await findsOnBoard(worker, reference), worker, {}, `?property=${home}`);
}

const until = { 'reviewOn-day': '18', 'reviewOn-month': '1', 'reviewOn-year': '2027' };
const alone = { text: 'Two people attend', audiences: ['repairs', 'lone_workers'], ...until };
const looksUp = async (who: Colleague, q: string) => words((await who.post('/markers', { q })).body);

test('whoever comes to the door knows what to do there, and nothing of why', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test('a contractor reads the words of a marker, and not that there is a case', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const homes = await withHomes(office);
    const file = await aCaseAtHome(office, homes.H1);
    const { worker } = office;
    const plumber = await office.colleague('contractor');
    assert.match(await looksUp(plumber, 'mill lane'), /Nothing to mind/);
    await worker.finishes(`${file}/markers/new`, { ...alone, why: 'He said he would wait for the plumber' });
    for (const page of [
      await looksUp(plumber, '1 mill lane'),
      await plumber.reads(`/homes/${homes.H1}/markers`),
    ]) {
      assert.match(page, /Two people attend For: Repairs and Anybody who visits alone/);
      assert.doesNotMatch(page, /Carys|wait for the plumber|C-[A-Z2-9]{4}|Zelda|2027/);
    }
    assert.doesNotMatch(
      await looksUp(plumber, 'zelda'),
      /Mill Lane/,
      'who lives where is not theirs to find',
    );
    assert.equal((await plumber.get(`${file}/markers`)).statusCode, 403);
    const { rows } = await lintel.database.owner.query(
      `select count(*)::int as times from event
        where organisation_id = $1 and name = 'marker.seen' and staff_id = $2 and subject_id is not null`,
      [office.landlord.organisation, plumber.staff],
    );
    assert.equal(rows[0].times, 2, 'each reading is on record');
  });

  await t.test(
    'a marker is there for every record of the same home, whichever of them is looked at',
    async () => {
      const office = await openOffice(lintel);
      await office.at('2026-11-18T10:00');
      const homes = await withHomes(office);
      const { rows } = await lintel.database.owner.query(
        `insert into property (organisation_id, id, reference, uprn, address_lines, postcode) values
          ($1, gen_random_uuid(), 'OLD-1', '100000000001', '{The Old Mill}', 'EX9 9ZZ'),
          ($1, gen_random_uuid(), 'OLD-2', null, '{"1, Mill Ln"}', 'EX1 2AB'),
          ($1, gen_random_uuid(), 'OLD-3', null, '{"1 Mill Lane"}', 'EX1 9ZZ') returning id`,
        [office.landlord.organisation],
      );
      const [byNumber, byAddress, other] = rows.map(({ id }) => `/homes/${id}/markers`);
      const file = await aCaseAtHome(office, homes.H1);
      await office.worker.finishes(`${file}/markers/new`, { ...alone, why: 'He said he would wait' });
      const plumber = await office.colleague('contractor');
      for (const path of [byNumber, byAddress, `/homes/${homes.H1}/markers`]) {
        const page = await plumber.reads(path ?? '');
        assert.match(page, /Two people attend/, `${path}`);
        assert.doesNotMatch(page, /Nothing to mind/, `${path}`);
      }
      assert.match(await plumber.reads(other ?? ''), /Nothing to mind/, 'another postcode is another home');
      const nearly = await looksUp(plumber, '1 Mlil Lane EX1 2AB');
      assert.match(nearly, /No address is spelt like that.*Two people attend/);
    },
  );

  await t.test('it is for its audience, and for nobody else', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const homes = await withHomes(office);
    const file = await aCaseAtHome(office, homes.H1);
    const plumber = await office.colleague('contractor');
    const income = await office.colleague('colleague');
    await office.worker.finishes(`${file}/markers/new`, {
      ...alone,
      text: 'Leave no cards, letters or parcels',
      audiences: ['income'],
      why: 'He opens her post',
    });
    assert.match(await plumber.reads(`/homes/${homes.H1}/markers`), /Nothing to mind/);
    assert.match(await income.reads(`/homes/${homes.H1}/markers`), /Leave no cards/);
    const straight = await transact(
      lintel.services.db,
      { organisation: office.landlord.organisation, staff: plumber.staff, roles: ['contractor'] },
      (tx) => tx.run(sql`select from marker`),
    );
    assert.equal(straight, 0, 'nor in the database');
  });

  await t.test(
    'a dog’s marker and one for somebody’s safety look the same to everybody who finds the home',
    async () => {
      const office = await openOffice(lintel);
      await office.at('2026-11-18T10:00');
      const homes = await withHomes(office);
      const file = await aCaseAtHome(office, homes.H1);
      const { worker, manager } = office;
      const involved = await office.colleague('da_manager');
      await manager.finishes(`${file}/conflicts/new`, {
        staffId: involved.staff,
        relation: 'relative',
        reason: 'His aunt',
      });
      await worker.finishes(`${file}/markers/new`, { ...alone, why: 'He has threatened staff' });
      await worker.finishes(`/homes/${homes.H2}/markers/new`, { ...alone, why: 'Two large dogs' });
      const pageOf = (who: Colleague, home: 'H1' | 'H2') => who.reads(`/homes/${homes[home]}/markers`);
      for (const reader of [await office.colleague('contractor'), await office.colleague('da_manager')]) {
        const [safety, dogs] = await Promise.all([pageOf(reader, 'H1'), pageOf(reader, 'H2')]);
        assert.match(dogs, /Two people attend/);
        assert.equal(safety.replace('1 Mill Lane', ''), dogs.replace('2 Mill Lane', ''));
      }
      assert.match(await pageOf(involved, 'H2'), /Two people attend/);
      assert.match(await pageOf(worker, 'H2'), /What you placed here.*Until.*Why Two large dogs/);
      assert.doesNotMatch(await pageOf(worker, 'H1'), /threatened|What you placed/, 'of a case: there alone');
      assert.equal(
        await pageOf(involved, 'H1'),
        await involved.reads(`/homes/${newId()}/markers`),
        'whoever has a conflict finds no such home on the register',
      );
      assert.match(
        await involved.reads('/markers/review'),
        /You keep no marker/,
        'neither is theirs to review yet',
      );
      assert.equal((await involved.get(`${file}/markers`)).statusCode, 404);
      const { rows } = await lintel.database.owner.query(
        'select id from marker where organisation_id = $1 and property_id = $2',
        [office.landlord.organisation, homes.H1],
      );
      const path = `/markers/${rows[0].id}/review`;
      const fields = { _version: '1', decision: 'ended', reason: 'It is gone' };
      assert.equal((await involved.get(path)).statusCode, 404);
      assert.equal((await involved.post(path, fields)).statusCode, 404);
      assert.match(await worker.reads(`${file}/markers`), /Two people attend.*He has threatened staff/);
    },
  );

  await t.test(
    'its keeper is told before its day; past it, nobody sees it and it waits for a review',
    async () => {
      const office = await openOffice(lintel);
      await office.at('2026-11-18T10:00');
      const homes = await withHomes(office);
      const file = await aCaseAtHome(office, homes.H1);
      const { worker, manager } = office;
      const plumber = await office.colleague('contractor');
      await worker.finishes(`${file}/markers/new`, { ...alone, why: 'He comes when somebody rings' });
      await worker.finishes(`/homes/${homes.H2}/markers/new`, { ...alone, why: 'Two large dogs' });
      await office.at('2027-01-03T10:00');
      assert.doesNotMatch(await worker.reads('/notifications'), /due for another look/);
      await office.at('2027-01-04T10:00');
      await office.at('2027-01-04T11:00');
      const told = await worker.reads('/notifications');
      assert.equal(
        [...told.matchAll(/Soon (?:C-[\w-]+ ?: )?Something that you placed is due for another look/g)].length,
        2,
        'once each',
      );
      await office.at('2027-01-18T20:00');
      assert.match(await plumber.reads(`/homes/${homes.H1}/markers`), /Two people attend/, 'on its last day');
      await office.at('2027-01-19T09:00');
      for (const home of [homes.H1, homes.H2])
        assert.match(await plumber.reads(`/homes/${home}/markers`), /Nothing to mind/);
      assert.match(
        await worker.reads('/markers/review'),
        /Ran out on Monday 18 January 2027: nobody sees it/,
      );
      const others = await manager.reads('/markers/review');
      assert.equal(
        [...others.matchAll(/Two people attend/g)].length,
        2,
        'once in the list and once for who hears it',
      );

      const review = /href="([^"]+\/markers\/[0-9a-f-]+\/review)"/.exec(
        (await worker.get(`${file}/markers`)).body,
      )?.[1];
      const stays = { 'reviewOn-day': '18', 'reviewOn-month': '3', 'reviewOn-year': '2027' };
      await worker.finishes(review ?? '', { decision: 'kept', reason: 'He still does', ...stays });
      assert.match(await plumber.reads(`/homes/${homes.H1}/markers`), /Two people attend/);
      await worker.finishes(review ?? '', { decision: 'ended', reason: 'He has moved away' });
      assert.match(await plumber.reads(`/homes/${homes.H1}/markers`), /Nothing to mind/);
      assert.match(await worker.reads(`${file}/markers`), /He has moved away.*Ended/);
    },
  );

  await t.test('the landlord’s own wording passes the same test as every other', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const homes = await withHomes(office);
    const { worker } = office;
    const telling = await worker.fills('/markers/wordings', { text: 'DA: two people attend' });
    assert.equal(telling.statusCode, 422);
    assert.match(words(telling.body), /“DA” could say why/);
    await worker.finishes('/markers/wordings', { text: 'Use the side gate' });
    assert.equal((await worker.fills('/markers/wordings', { text: 'use the side gate' })).statusCode, 422);
    const gate = { ...alone, text: 'Use the side gate', why: 'The front step is broken' };
    await worker.finishes(`/homes/${homes.H2}/markers/new`, gate);
    assert.match(await worker.reads(`/homes/${homes.H2}/markers`), /Use the side gate/);
    const typed = await worker.post(`/homes/${homes.H2}/markers/new`, { ...gate, text: 'Violent man' });
    assert.equal(typed.statusCode, 422, 'what is not approved is not there to be chosen');
  });
});
