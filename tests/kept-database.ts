import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources, type Source } from './boundaries/sources.ts';
import { type Ending, opening } from './database.ts';

const making = 7_253_004;

/** A database that is cloned for whoever needs what is in it, and what its maker told of it. */
export interface KeptDatabase<Told> {
  readonly name: string;
  readonly told: Told;
}

/**
 * Filling a database takes seconds: it is done once for each kind, by whoever needs it first. What is told of it, ids
 * for instance, stands as a comment on it.
 */
export async function keptDatabase<Told>(
  kind: string,
  make: () => Promise<{ readonly database: string; readonly told: Told }>,
): Promise<KeptDatabase<Told>> {
  const { administrator } = await opening();
  const run = process.env.TEST_RUN ?? 0;
  const name = `lintel_lived_in_${run}_${kind.replaceAll(/\W/g, '_')}_${fingerprint(madeOf())}`;
  const client = await administrator.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [making]);
    const { rows } = await client.query(
      "select shobj_description(oid, 'pg_database') as told from pg_database where datname = $1",
      [name],
    );
    if (rows[0]) return { name, told: JSON.parse(rows[0].told) };
    const { database, told } = await make();
    const comment = client.escapeLiteral(JSON.stringify(told));
    await client.query(`comment on database ${database} is ${comment}`);
    await client.query(`alter database ${database} rename to ${name}`);
    return { name, told };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [making]);
    client.release();
  }
}

/** Fills a database, and closes whatever is connected to it: it can be cloned then. */
export async function closed<Made>(fill: (ending: Ending) => Promise<Made>): Promise<Made> {
  const closing: (() => unknown)[] = [];
  try {
    return await fill({ after: (close: () => unknown) => void closing.push(close) } as Ending);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/**
 * Whatever could make it another one: every source, test and migration, every package. A run of all the tests makes it
 * anew all the same, once.
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
