import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { type Migration, readMigrations, waitingAfter } from './migrate.ts';

const known: readonly Migration[] = [
  { number: 1, file: '0001_kit.sql', sql: '', hash: 'a' },
  { number: 2, file: '0002_cases.sql', sql: '', hash: 'b' },
];

test('a new database waits for everything, a current one for nothing', () => {
  assert.deepEqual(waitingAfter([], known), known);
  assert.deepEqual(waitingAfter(known, known), []);
  assert.deepEqual(waitingAfter(known.slice(0, 1), known), known.slice(1));
});

test('a database newer than the program is refused, and the way back is named', () => {
  const newer = [...known, { number: 3, file: '0003_later.sql', sql: '', hash: 'c' }];
  assert.throws(() => waitingAfter(newer, known), { message: /newer than this program.*0003_later\.sql/ });
});

test('a migration that was edited after it landed is refused', () => {
  const edited = [known[0] as Migration, { ...(known[1] as Migration), hash: 'edited' }];
  assert.throws(() => waitingAfter(edited, known), { message: /0002_cases\.sql is not the one/ });
});

test('a gap in the numbers is refused, line ends do not count', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-migrations-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '0001_one.sql'), 'select 1;\nselect 2;\n');
  const [unix] = await readMigrations(folder);
  await writeFile(join(folder, '0001_one.sql'), 'select 1;\r\nselect 2;\r\n');
  const [windows] = await readMigrations(folder);
  assert.equal(unix?.hash, windows?.hash);
  await writeFile(join(folder, '0003_three.sql'), 'select 3;\n');
  await assert.rejects(readMigrations(folder), { message: /0003_three\.sql is not the next one/ });
});
