import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { sql } from '#kit/sql.ts';
import { aHoldingLandlord as aLandlord } from '../../../tests/holding-landlord.ts';
import { readToken } from './store/token.ts';

/** How often the database has looked into which table, and how many rows it has read there. */
const looked = `select relname as table, coalesce(idx_scan, 0)::int as scans, coalesce(idx_tup_fetch, 0)::int as rows,
    seq_scan::int as whole from pg_stat_xact_user_tables where schemaname = 'public' order by relname`;
interface Looked {
  readonly table: string;
  readonly scans: number;
  readonly rows: number;
  readonly whole: number;
}

type Landlord = Awaited<ReturnType<typeof aLandlord>>;

/** What the database does to answer: no clock, for this machine is never as quiet as whoever measures is patient. */
async function workFor({ database, organisation, system, clock }: Landlord, reference: string) {
  const client = await database.owner.connect();
  const asked = [organisation, system.id, readToken(system.token)?.hash, reference, clock.now().toString()];
  const ask = () =>
    client.query(
      `explain (analyze, buffers, costs off, timing off, format json)
        select * from lintel.ask_holds($1, $2, $3, 'tenancy', array[$4], $5)`,
      asked,
    );
  try {
    // As of a register with a hundred thousand tenancies: by index, not by reading a small table whole.
    await client.query('discard all');
    await client.query('set enable_seqscan = off');
    for (let warm = 0; warm < 3; warm++) await ask();
    await client.query('begin');
    const before = new Map((await client.query<Looked>(looked)).rows.map((each) => [each.table, each]));
    const { rows } = await ask();
    const tables = (await client.query<Looked>(looked)).rows.map((each) => ({
      table: each.table,
      scans: each.scans - (before.get(each.table)?.scans ?? 0),
      rows: each.rows - (before.get(each.table)?.rows ?? 0),
      whole: each.whole - (before.get(each.table)?.whole ?? 0),
    }));
    await client.query('rollback');
    return { pages: rows[0]['QUERY PLAN'][0].Plan['Shared Hit Blocks'] as number, tables };
  } finally {
    await client.query('discard all');
    client.release();
  }
}

/** A register beside the four, so that it is read as a large one is. */
const aTown = [
  `insert into property (organisation_id, id, reference, uprn, address_lines, postcode)
    select $1, gen_random_uuid(), 'F' || n, (5000 + n)::text, array[n || ' High Street', 'Exeter'], 'EX4 4QJ'
      from generate_series(1, 2000) n`,
  `insert into tenancy (organisation_id, id, reference, property_id, tenure, tenancy_type)
    select $1, gen_random_uuid(), 'F' || p.reference, p.id, 'social_rent', 'assured' from property p
      where p.reference like 'F%'`,
];

test('a tenancy with a case, one with a hold and one with nothing take the same work', async (t) => {
  const landlord = await aLandlord(t);
  const { opening, arrange, organisation, idOf, clock, database } = landlord;
  for (const statement of aTown) await database.owner.query(statement, [organisation]);
  for (let others = 0; others < 8; others++) await opening({ home: 'H-T3' });
  await opening({ home: 'H-T4' });
  for (const tenancy of ['T2', 'T3', 'T3', 'T3'])
    await arrange(sql`insert into hold (organisation_id, id, tenancy_id, cause, held, starts_at, look_on, set_at)
      values (${organisation}, ${newId()}, ${idOf(tenancy)}, 'drawn', '{letter}', ${clock.now()}, '2027-06-01',
        ${clock.now()})`);
  await arrange(sql`insert into tenant (organisation_id, tenancy_id, person_id)
    select ${organisation}, t.id, ${idOf('P1')} from tenancy t where t.reference = 'FF100'`);
  await database.owner.query('vacuum analyze');
  const [withCase, withHold, withNothing] = [
    await workFor(landlord, 'T4'),
    await workFor(landlord, 'T2'),
    await workFor(landlord, 'FF100'),
  ];
  assert.deepEqual(withHold.tables, withNothing.tables);
  assert.deepEqual(withCase.tables, withNothing.tables);
  const pages = [withCase, withHold, withNothing].map((each) => each.pages);
  assert.ok(
    Math.max(...pages) - Math.min(...pages) <= 3,
    `${pages}: an inner page of an index may be another one`,
  );
});
