import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { officeUnder } from '#kit/office.ts';
import { sql, transact } from '#kit/sql.ts';
import { importRegister, recordPerson, searchRegister, textSource } from '#modules/register/index.ts';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

const files = {
  homes: `reference,uprn,address_line_1,address_line_2,postcode,local_authority
H1,100000000001,1 Bluebell Lane,Exampleton,EX1 2AB,Exampleshire
H2,100000000002,2 Mill Lane,Exampleton,EX1 2AC,Exampleshire
`,
  people: `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails
P1,Zelda,Quince,,1980-02-01,07700 900123,
P2,Omar,Quince,,1979-06-05,07700 900124,
P3,Zelda,Quince,,1980-02-01,,
`,
  tenancies: `reference,home_reference,tenure,tenancy_type,started_on,ended_on,tenant_references
T1,H1,rented,assured_periodic,2019-04-01,,P1
`,
  residents: `home_reference,person_reference,relation,from,to
H1,P1,tenant,2019-04-01,
H1,P2,husband,2019-04-01,
`,
} as const;

/** As the landlord's housing system sends it every night; or as a colleague uploads it. */
function imports(
  { lintel, landlord }: Office,
  csv: Readonly<Record<string, string>>,
  by?: Colleague,
  dryRun = false,
) {
  const who = { organisation: landlord.organisation, staff: by?.staff ?? null, now: lintel.clock.now() };
  const author = officeUnder(lintel.services.packs, landlord.packId, who);
  const sources = Object.entries(csv).map(([name, text]) => textSource(`${name}.csv`, text));
  return importRegister(lintel.services.db, author, { files: sources, dryRun });
}

async function idsOf({
  lintel,
  landlord,
}: Office): Promise<Readonly<Record<'H1' | 'H2' | 'P1' | 'P2' | 'P3', string>>> {
  const { rows } = await lintel.database.owner.query(
    `select reference, id from property where organisation_id = $1
      union all select reference, id from person where organisation_id = $1`,
    [landlord.organisation],
  );
  return Object.fromEntries(rows.map(({ reference, id }) => [reference, id])) as Record<
    'H1' | 'H2' | 'P1' | 'P2' | 'P3',
    string
  >;
}

/** A register, a case about Zelda at Bluebell Lane, and somebody with a conflict who administers and manages. */
async function aCaseNextToUs(lintel: Lintel) {
  const office = await openOffice(lintel);
  await office.at('2026-11-18T10:00');
  await imports(office, files);
  await office.at('2026-11-18T10:02');
  const ids = await idsOf(office);
  const involved = await office.colleague('administrator', 'da_manager');
  const { reference } = await writesDown(office.worker);
  const board = await findsOnBoard(office.worker, reference);
  const asked = `?person=${ids.P1}&property=${ids.H1}`;
  const file = await opensCase(office.worker, board, office.worker, {}, asked);
  return { office, ids, involved, file };
}

function records(manager: Colleague, file: string, about: Colleague) {
  const answers = { staffId: about.staff, relation: 'relative', reason: 'His cousin' };
  return manager.finishes(`${file}/conflicts/new`, answers);
}

const searches = [
  'Zelda Quince',
  'Quince',
  '07700 900123',
  '1 Bluebell Lane',
  'EX1 2AB',
  '100000000001',
  'P1',
  'H1',
];

/** What they are answered, but for what differs with every answer. */
async function answersTo(who: Colleague, ids: Readonly<Record<string, string>>) {
  const pages = [
    `/people/${ids.P1}`,
    `/people/${ids.P1}/correction`,
    `/homes/${ids.H1}`,
    `/homes/${ids.H1}/markers`,
  ];
  const told: Record<string, unknown> = {};
  for (const [at, path] of pages.entries()) {
    const { statusCode, body } = await who.get(path);
    told[`page ${at}`] = [statusCode, words(body)];
  }
  for (const path of ['/people', '/markers', '/emergency-access/new'])
    for (const q of searches) {
      const { statusCode, body } = await who.post(path, { q, search: q, asked: 'person' });
      told[`${path} ${q}`] = [statusCode, words(body)];
    }
  told.duplicates = await who.reads('/register/matches');
  return told;
}

test('a conflict reaches the register', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test(
    'whoever is in conflict gets what somebody gets at a landlord without these people',
    async () => {
      const { office, ids, involved, file } = await aCaseNextToUs(lintel);
      assert.match(
        await involved.reads(`/people/${ids.P1}`),
        /Zelda Quince/,
        'before anybody knew of the conflict',
      );
      await records(office.manager, file, involved);
      const elsewhere = await openOffice(lintel);
      // Omar, who is said to have done it, stays on the register: other cases need him there.
      const others = {
        homes: files.homes.replace(/^H1.*\n/m, ''),
        people: files.people.replace(/^P[13].*\n/gm, ''),
      };
      await imports(elsewhere, others);
      const stranger = await elsewhere.colleague('administrator', 'da_manager');
      await transact(lintel.services.db, { organisation: office.landlord.organisation, system: true }, (tx) =>
        tx.run(sql`update person_match set decision = 'linked', decided_at = ${lintel.clock.now()}
        where person_id = any (${[ids.P1, ids.P3]}::uuid[])`),
      );
      const nobody = { P1: newId<string>(), H1: newId<string>() };
      assert.deepEqual(await answersTo(involved, ids), await answersTo(stranger, nobody));
      const omar = await involved.reads(`/people/${ids.P2}`);
      assert.match(omar, /Omar Quince/);
      assert.doesNotMatch(
        omar,
        /Zelda|Bluebell|1 Bluebell/,
        'whoever lives there is on the register, and not where',
      );
      assert.match(await office.manager.reads(`/people/${ids.P1}`), /Bluebell Lane/);
    },
  );

  await t.test(
    'a conflict that ends gives everything back; a link carries it, and taking it back ends that',
    async () => {
      const { office, ids, involved, file } = await aCaseNextToUs(lintel);
      const decide = (decision: string | null) =>
        transact(lintel.services.db, { organisation: office.landlord.organisation, system: true }, (tx) =>
          tx.run(sql`update person_match set decision = ${decision}, decided_at = ${lintel.clock.now()}
          where person_id = any (${[ids.P1, ids.P3]}::uuid[]) and other_id = any (${[ids.P1, ids.P3]}::uuid[])`),
        );
      await records(office.manager, file, involved);
      const status = async (path: string) => (await involved.get(path)).statusCode;
      assert.equal(
        await status(`/people/${ids.P3}`),
        200,
        'the other record, while nobody says that it is she',
      );
      assert.equal(await decide('linked'), 1);
      assert.equal(await status(`/people/${ids.P3}`), 404);
      await decide(null);
      assert.equal(await status(`/people/${ids.P3}`), 200);
      const access = await office.manager.get(`${file}/access`);
      const ending = /href="([^"]*\/conflicts\/[0-9a-f-]+\/ending)"/.exec(access.body)?.[1] ?? '';
      await office.deputy.finishes(ending, { reason: 'Not his cousin after all' });
      assert.equal(await status(`/people/${ids.P1}`), 200);
      assert.equal(await status(`/homes/${ids.H1}`), 200);
    },
  );

  await t.test('where she moves to is kept from them as well', async () => {
    const { office, ids, involved, file } = await aCaseNextToUs(lintel);
    await records(office.manager, file, involved);
    assert.equal((await involved.get(`/homes/${ids.H2}`)).statusCode, 200);
    await imports(office, {
      residents: `home_reference,person_reference,relation,from,to
H1,P1,tenant,2019-04-01,2026-11-17
H2,P1,tenant,2026-11-17,
`,
    });
    assert.equal((await involved.get(`/homes/${ids.H2}`)).statusCode, 404);
    assert.match(
      (await involved.post('/people', { q: '2 Mill Lane' })).body,
      /Nobody and no home|No results|nothing/i,
    );
  });

  await t.test(
    'another case about her is shut too, before and after it is opened, and its lead is chosen anew',
    async () => {
      const { office, ids, involved, file } = await aCaseNextToUs(lintel);
      const second = async () => {
        const { reference } = await writesDown(office.worker);
        const board = await findsOnBoard(office.worker, reference);
        return opensCase(office.worker, board, office.worker, {}, `?person=${ids.P1}`);
      };
      const before = await second();
      await office.manager.finishes(`${before}/allocation`, {
        staffId: involved.staff,
        reason: 'She knows the family',
      });
      assert.equal((await involved.get(before)).statusCode, 200);
      await records(office.manager, file, involved);
      assert.equal((await involved.get(before)).statusCode, 404);
      assert.doesNotMatch(await office.manager.reads(before), /Led by Gil|Lead Gil/);
      assert.match(await office.manager.reads('/notifications'), /lead/i);
      assert.equal((await involved.get(await second())).statusCode, 404);
    },
  );

  await t.test('in a case about somebody else she is not named to them', async () => {
    const { office, ids, involved, file } = await aCaseNextToUs(lintel);
    const { reference } = await writesDown(office.worker);
    const other = await opensCase(office.worker, await findsOnBoard(office.worker, reference), office.worker);
    const added = {
      personId: ids.P1,
      describedAs: '',
      part: 'supporter',
      connection: '',
      notes: '',
      q: '',
    };
    assert.equal((await office.worker.post(`${other}/people/new`, added)).statusCode, 303);
    assert.match(await involved.reads(`${other}/people`), /Zelda/);
    await records(office.manager, file, involved);
    assert.doesNotMatch(await involved.reads(`${other}/people`), /Zelda/);
    assert.match(await office.worker.reads(`${other}/people`), /Zelda/);
  });

  await t.test('their import tells them nothing, and changes nothing of her', async () => {
    const { office, ids, involved, file } = await aCaseNextToUs(lintel);
    await records(office.manager, file, involved);
    const forged = {
      homes: files.homes.replace('1 Bluebell', '9 Bluebell'),
      people: files.people.replace('900123', '900999'),
      tenancies: files.tenancies,
      residents: files.residents.replace('H1,P1,tenant,2019-04-01,', 'H1,P1,tenant,2019-04-01,2026-11-01'),
    };
    const empty = await openOffice(lintel);
    await imports(empty, {
      homes: files.homes.replace(/^H1.*\n/m, ''),
      people: files.people.replace(/^P1.*\n/m, ''),
    });
    const stranger = await empty.colleague('administrator');
    const runs = async (at: Office, by: Colleague) => {
      const counted = [];
      for (const csv of [{ residents: files.residents }, forged, forged, { ...forged, people: files.people }])
        for (const dryRun of [true, false]) {
          const { counts, state } = await imports(at, csv, by, dryRun);
          counted.push({ counts, state });
        }
      return counted;
    };
    assert.deepEqual(await runs(office, involved), await runs(empty, stranger));
    const { organisation } = office.landlord;
    const { people } = await transact(lintel.services.db, { organisation, system: true }, (tx) =>
      searchRegister(tx, organisation, '07700 900123'),
    );
    assert.equal(people.found[0]?.address, '1 Bluebell Lane, EX1 2AB');
    const { rows } = await lintel.database.owner.query('select phones from person where id = $1', [ids.P1]);
    assert.deepEqual(rows, [{ phones: ['+447700900123'] }]);
    const scope = { organisation, staff: involved.staff, roles: ['administrator'] } as const;
    const remembered = sql`select from register_row_left`;
    assert.ok(
      (await transact(lintel.services.db, { organisation, system: true }, (tx) => tx.run(remembered))) > 0,
    );
    assert.equal(
      await transact(lintel.services.db, scope, (tx) => tx.run(remembered)),
      0,
      'not by themselves',
    );
  });

  await t.test('adding her again joins nothing that they could see, and somebody else is asked', async () => {
    const { office, ids, involved, file } = await aCaseNextToUs(lintel);
    await records(office.manager, file, involved);
    const { organisation } = office.landlord;
    const scope = { organisation, staff: involved.staff, roles: ['da_manager'] } as const;
    const author = { organisation, staff: involved.staff, now: lintel.clock.now() };
    const again = {
      givenName: 'Zelda',
      familyName: 'Quince',
      dateOfBirth: Temporal.PlainDate.from('1980-02-01'),
    };
    await transact(lintel.services.db, scope, (tx) => recordPerson(tx, author, again));
    await office.at('2026-11-18T10:10');
    assert.equal((await involved.get('/register/matches')).body.includes(ids.P1), false);
    const { rows } = await lintel.database.owner.query(
      'select from person_match where $1 in (person_id, other_id) and decision is null',
      [ids.P1],
    );
    assert.equal(rows.length, 2, 'her other record, and the one that they made');
  });
});
