import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Embedded } from '#kit/database/embedded.ts';

const enough = 4 * 2 ** 30;
const onDisk = 'pg_default';
const inMemory = 'lintel_in_memory';

/**
 * The tablespace for databases that live as long as a test. Each is made of two thousand files: ext4 looks for a file's
 * place at all those that were deleted in the last minute, which takes ten times as long as the copying. Where there is
 * not memory enough they stay on disk.
 * @param memory where a system has a folder that is kept in memory
 */
export async function tablespaceForClones(
  client: pg.ClientBase,
  { home }: Pick<Embedded, 'home'>,
  memory = '/dev/shm',
): Promise<string> {
  const location = join(
    memory,
    `lintel-tests-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`,
  );
  const { rowCount } = await client.query('select from pg_tablespace where spcname = $1', [inMemory]);
  if (rowCount && existsSync(location)) return inMemory;
  if (rowCount) await forget(client);
  if (!isRoomy(memory)) return onDisk;
  // Of another server that had this place before.
  rmSync(location, { recursive: true, force: true });
  mkdirSync(location, { mode: 0o700 });
  const { uid, gid } = statSync(join(home, 'cluster'));
  if (uid !== process.getuid?.()) chownSync(location, uid, gid);
  await client.query(`create tablespace ${inMemory} location '${location}'`);
  return inMemory;
}

/** After the machine was started anew, nothing is left of what was in its memory. */
async function forget(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database join pg_tablespace on pg_tablespace.oid = dattablespace where spcname = $1',
    [inMemory],
  );
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  await client.query(`drop tablespace ${inMemory}`);
}

function isRoomy(memory: string): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  const free = /^MemAvailable: +(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? 0;
  return Math.min(bavail * bsize, Number(free) * 1024) > enough;
}
