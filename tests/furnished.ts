import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StaffId } from '#rules/facts.ts';
import { readSources, type Source } from './boundaries/sources.ts';
import { cloneOf, type Ending, opening, testDatabase } from './database.ts';
import { type Lintel, lintelSite } from './lintel-site.ts';
import { type LivedIn, liveIn } from './lived-in.ts';
import { atDesk, officeOf } from './policy/office.ts';
import type { TestLandlord } from './site.ts';

/** Filling a landlord takes seconds: it is done once for each pack, and the database cloned for whoever looks at it. */

const begins = '2026-11-18T10:00';
/** When `liveIn` is done. */
const ends = '2026-11-18T13:10';
const furnishing = 7_253_004;

/** What a clone must be told: what `liveIn` answered, as ids. It stands as a comment on the template. */
interface Furnished {
  readonly landlord: TestLandlord;
  readonly team: Readonly<Record<'worker' | 'manager' | 'deputy', StaffId>>;
  readonly everybody: StaffId;
  readonly ids: LivedIn['ids'];
}

/** A landlord that is lived in, in a database of the test's own, at ten past one on 18 November 2026. */
export async function furnished(
  t: Ending,
  packId: string,
): Promise<{ readonly lintel: Lintel; readonly world: LivedIn }> {
  const { name, told } = await furnishedTemplate(packId);
  const lintel = await lintelSite(t, ends, await cloneOf(t, name));
  const { landlord, team, everybody, ids } = told;
  const office = officeOf(lintel, landlord, team);
  return { lintel, world: { office, everybody: atDesk(lintel, landlord, everybody), ids } };
}

async function furnishedTemplate(packId: string): Promise<{ name: string; told: Furnished }> {
  const { administrator } = await opening();
  const pack = packId.replaceAll(/\W/g, '_');
  const name = `lintel_lived_in_${process.env.TEST_RUN ?? 0}_${pack}_${fingerprint(madeOf())}`;
  const client = await administrator.connect();
  const told = async (): Promise<Furnished | undefined> => {
    const { rows } = await client.query(
      "select shobj_description(oid, 'pg_database') as told from pg_database where datname = $1",
      [name],
    );
    return rows[0] && JSON.parse(rows[0].told);
  };
  try {
    await client.query('select pg_advisory_lock($1)', [furnishing]);
    const known = await told();
    if (known) return { name, told: known };
    const made = await furnish(packId);
    await client.query(
      `comment on database ${made.database} is ${client.escapeLiteral(JSON.stringify(made.told))}`,
    );
    await client.query(`alter database ${made.database} rename to ${name}`);
    return { name, told: made.told };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [furnishing]);
    client.release();
  }
}

/** Fills a database and leaves it to nobody: its connections are closed, and it is not dropped. */
async function furnish(packId: string): Promise<{ database: string; told: Furnished }> {
  const closing: (() => unknown)[] = [];
  const ending = { after: (close: () => unknown) => void closing.push(close) } as Ending;
  const own = await testDatabase(ending, { keep: true });
  try {
    const lintel = await lintelSite(ending, begins, own);
    const { office, everybody, ids } = await liveIn(lintel, packId);
    const { landlord, worker, manager, deputy } = office;
    const team = { worker: worker.staff, manager: manager.staff, deputy: deputy.staff };
    const database = new URL(own.urls.owner).pathname.slice(1);
    return { database, told: { landlord, team, everybody: everybody.staff, ids } };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/**
 * Whatever could make a lived-in landlord another one: every source, test and migration, every package. A run of all
 * the tests furnishes anew all the same, once.
 */
function madeOf(): readonly Source[] {
  const file = 'package-lock.json';
  const packages = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
  return [...readSources(), { path: file, text: packages }, { path: 'node', text: process.version }];
}

export function fingerprint(sources: readonly Source[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of sources) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}
