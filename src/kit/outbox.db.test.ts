import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareDatabase } from '../../tests/database.ts';
import { connect } from './database/connect.ts';
import { migrate, readMigrations } from './database/migrate.ts';
import { prepareRoles } from './database/roles.ts';

const landlord = '01900000-0000-7000-8000-000000000001';
const job = (number: number) => `01900000-0000-7000-8000-0000000000a${number}`;

/** As much as is read of the tables that pg-boss made for itself up to 0.3. */
const queueBefore = `create schema lintel_queue;
  create type lintel_queue.job_state as enum ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');
  create table lintel_queue.job (id uuid not null, name text not null, data jsonb,
    state lintel_queue.job_state not null, start_after timestamptz not null, created_on timestamptz not null,
    primary key (name, id)) partition by list (name);
  create table lintel_queue.mail partition of lintel_queue.job for values in ('mail');
  create table lintel_queue.other partition of lintel_queue.job for values in ('other')`;

test('mail that waited in the queue of an older Lintel waits in the outbox after the upgrade', async (t) => {
  const client = await connect(await bareDatabase(t));
  t.after(() => client.end());
  await prepareRoles(client);
  const migrations = await readMigrations();
  const outbox = migrations.findIndex(({ file }) => file.endsWith('_outbox.sql'));
  await migrate(client, migrations.slice(0, outbox));
  await client.query(`set role lintel_owner; ${queueBefore}; reset role`);
  await client.query(`insert into organisation (organisation_id, slug, name, pack_id, created_at)
    values ('${landlord}', 'one', 'One', 'vivid-2023', now());
    insert into staff (organisation_id, id, email, name, roles, invited_at)
    values ('${landlord}', gen_random_uuid(), 'worker@example.test', 'Somebody', '{colleague}', now())`);
  const queued = [
    [1, 'mail', 'worker@example.test', 'created'],
    [2, 'mail', 'Worker@example.test', 'retry'],
    [3, 'mail', 'worker@example.test', 'active'],
    [4, 'mail', 'worker@example.test', 'completed'],
    [5, 'mail', 'worker@example.test', 'failed'],
    [6, 'mail', 'nobody@example.test', 'created'],
    [7, 'other', 'worker@example.test', 'created'],
  ] as const;
  for (const [number, name, to, state] of queued)
    await client.query(
      "insert into lintel_queue.job values ($1, $2, $3, $4, '2026-11-18T10:00Z', '2026-11-18T09:00Z')",
      [job(number), name, { to, link: 'https://lintel.example/day' }, state],
    );
  await migrate(client, migrations);
  const { rows } = await client.query(`select id, organisation_id as organisation, link, attempts,
      next_attempt_at = '2026-11-18T10:00Z' and queued_at = '2026-11-18T09:00Z' as "inTime" from outbox order by id`);
  const expected = { organisation: landlord, link: 'https://lintel.example/day', attempts: 0, inTime: true };
  assert.deepEqual(
    rows,
    [1, 2, 3].map((number) => ({ id: job(number), ...expected })),
  );
  const left = await client.query("select to_regnamespace('lintel_queue') as queue");
  assert.deepEqual(left.rows, [{ queue: null }]);
});
