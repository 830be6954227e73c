import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { schemaDocument } from './catalogue/document.ts';
import { testDatabase } from './database.ts';

const file = join(import.meta.dirname, '../docs/schema.sql');
const refresh = 'Write it anew: UPDATE=1 npx node --test tests/schema-document.db.test.ts';

/** One change of each kind that a migration may make. */
const changes = [
  'alter table case_file add column extra text',
  'alter table staff alter column job_title drop default',
  'alter table staff alter column name drop not null',
  'alter table session alter column address type varchar(80)',
  'alter table session add check (seen_at <= ends_at)',
  'alter table helpline drop constraint helpline_pkey',
  'drop index notification_list',
  'create index draft_extra on draft (organisation_id, form) where form is not null',
  'create unique index staff_name on staff (organisation_id, name)',
  'alter table draft no force row level security',
  'alter table draft disable row level security',
  'alter policy organisation on draft using (organisation_id = lintel.organisation())',
  'create policy extra on draft as restrictive for delete to lintel_app using (false)',
  'grant delete on event_seal to lintel_app',
  'grant update (name) on helpline to lintel_public',
  'drop trigger roles_given on staff',
  'alter table staff disable trigger roles_given',
  'create or replace function lintel.staff() returns uuid language sql stable as $$ select null::uuid $$',
  'alter function lintel.begin_request owner to lintel_owner',
  'grant execute on function lintel.begin_request to lintel_public',
  'revoke all on function lintel.organisation from public',
  'create table extra (organisation_id uuid primary key references organisation)',
  'create view extra as select id from staff',
  'create sequence extra',
  "create type extra as enum ('one')",
  'create domain extra as text',
  'create schema extra',
  'grant create on schema public to lintel_public',
  'drop table draft',
];

test('docs/schema.sql says how the migrated database stands', async (t) => {
  const { owner } = await testDatabase(t);
  const client = await owner.connect();
  try {
    const now = await schemaDocument(client);
    if (process.env.UPDATE) writeFileSync(file, now);
    assert.equal(firstDifference(readFileSync(file, 'utf8'), now), null, refresh);
    for (const change of changes) {
      await t.test(`it is seen that somebody did: ${change}`, async () => {
        await client.query('begin');
        await client.query(change);
        const after = await schemaDocument(client);
        await client.query('rollback');
        assert.notEqual(after, now);
      });
    }
  } finally {
    client.release();
  }
});

/** Where two long texts part: the whole of both would tell nobody. */
function firstDifference(written: string, now: string): string | null {
  const [before, after] = [written.split('\n'), now.split('\n')];
  const at = Array.from({ length: Math.max(before.length, after.length) }).findIndex(
    (_, line) => before[line] !== after[line],
  );
  return at < 0 ? null : `line ${at + 1}: “${before[at] ?? ''}” is now “${after[at] ?? ''}”`;
}
