import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../../../tests/database.ts';
import { lintelSite } from '../../../tests/lintel-site.ts';
import { tablesOfBytes } from './store/strays.ts';

test('what takes away bytes without a row knows every table whose rows say where bytes lie', async (t) => {
  const { owner } = await testDatabase(t);
  const { rows } = await owner.query(
    `select table_name as name from information_schema.columns
     where column_name = 'stored_as' and table_schema = 'public' order by table_name`,
  );
  assert.deepEqual(Object.keys(tablesOfBytes).toSorted(), rows.map(({ name }) => name).toSorted());
  const sealed = await owner.query(
    `select table_name as name from information_schema.columns c
     where column_name = 'sealed_key' and table_schema = 'public' and not exists (
       select from information_schema.columns o where o.column_name = 'stored_as'
         and (o.table_schema, o.table_name) = (c.table_schema, c.table_name))`,
  );
  assert.deepEqual(sealed.rows, [], 'a table of sealed bytes that says otherwise where they lie');
});

test('a program whose clock is years ahead takes nothing that is just arriving for what was left', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-upload-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const lintel = await lintelSite(t, '2099-11-18T10:00');
  const { organisation } = await lintel.landlord('vivid-2023');
  await lintel.work(organisation);
  assert.ok(existsSync(folder));
});
