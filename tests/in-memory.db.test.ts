import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { openEmbedded } from '#kit/database/embedded.ts';
import { tablespaceForClones } from './in-memory.ts';

test('clones are made in memory, also after the machine forgot it, and on disk where there is none', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-in-memory-'));
  chmodSync(folder, 0o711);
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const embedded = await openEmbedded({ data: join(folder, 'data'), fast: true });
  t.after(() => embedded.close());
  const client = new pg.Client({ connectionString: embedded.url('postgres') });
  await client.connect();
  t.after(() => client.end());
  assert.equal(await tablespaceForClones(client, embedded, join(folder, 'nowhere')), 'pg_default');

  const memory = join(folder, 'memory');
  const cloned = async (name: string) => {
    const tablespace = await tablespaceForClones(client, embedded, memory);
    await client.query(
      `create database ${name} template template0 tablespace ${tablespace} strategy file_copy`,
    );
    const { rows } = await client.query(
      'select spcname from pg_database join pg_tablespace t on t.oid = dattablespace where datname = $1',
      [name],
    );
    return rows[0]?.spcname;
  };
  mkdirSync(memory, { mode: 0o711 });
  assert.equal(await cloned('one'), 'lintel_in_memory');
  assert.equal(await cloned('two'), 'lintel_in_memory');
  for (const place of readdirSync(memory)) rmSync(join(memory, place), { recursive: true });
  assert.equal(await cloned('three'), 'lintel_in_memory');
  const { rows } = await client.query(
    "select datname from pg_database where datname in ('one', 'two', 'three')",
  );
  assert.deepEqual(rows, [{ datname: 'three' }]);
});
