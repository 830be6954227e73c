import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../tests/database.ts';
import { type NoticeKind, noticeKinds, noticeTopic } from './notices.ts';

/** Told of until somebody reads it, whatever becomes of its matter. */
const untilRead: readonly NoticeKind[] = [
  'high_risk',
  'let_in_alone',
  'seen_by_nobody',
  'read_in_doubt',
  'manager_against',
  'allocated',
  'task_given',
  'risk_date',
  'marker_review_due',
  'court_step_taken',
  'action_shut_again',
  'programme_outcome',
  'tenancy_event_held',
  'tenancy_change_settled',
  'mediation_shut_again',
  'file_held',
  'file_altered',
  'draft_ending',
  'untouched',
  'no_longer_agreed',
  'called_off',
  'emergency_used',
  'emergency_refused',
  'emergency_rush',
];

test('of every kind of notice it is known how long somebody is told of it', async (t) => {
  const { owner } = await testDatabase(t);
  const { rows } = await owner.query('select kind from lintel_migration.notice_kind');
  const ends = rows.map(({ kind }) => String(kind));

  await t.test('what waits for a decision, or is a danger, is told of no longer than it waits', () => {
    const waiting = noticeKinds.filter((kind) => ['decision', 'danger'].includes(noticeTopic(kind)));
    assert.ok(waiting.length > 20);
    assert.deepEqual(
      waiting.filter((kind) => !ends.includes(kind)),
      [],
    );
  });

  await t.test('every other kind ends with its matter, or is told of until it is read', () => {
    const others = noticeKinds.filter((kind) => !ends.includes(kind) && noticeTopic(kind) !== 'know');
    assert.deepEqual(others.toSorted(), untilRead.toSorted());
  });

  await t.test('nothing is asked of a kind that nobody is told of', () => {
    const known: readonly string[] = noticeKinds;
    assert.deepEqual(
      ends.filter((kind) => !known.includes(kind)),
      [],
    );
  });

  await t.test('what is asked is what the rows say: no migration wrote it by hand', async () => {
    const text = "select pg_get_functiondef('lintel.notice_waits'::regproc) as text";
    const stands = (await owner.query(text)).rows[0].text;
    await owner.query('call lintel.write_notice_waits()');
    assert.equal((await owner.query(text)).rows[0].text, stands);
    for (const kind of ends) assert.ok(stands.includes(`'${kind}'`), kind);
  });

  await t.test('whoever it is asked on behalf of, the role that asks may read what it asks', async () => {
    const client = await owner.connect();
    try {
      await client.query('begin; set local role lintel_definer');
      for (const kind of ends)
        await client.query(
          `select lintel.notice_waits(u, $1, u, u, u, u) from (select gen_random_uuid() as u) each`,
          [kind],
        );
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  await t.test('a kind is added beside the others, and replaces none of them', async () => {
    const asks = async (kind: string) => {
      const asked = 'select lintel.notice_waits(gen_random_uuid(), $1, null, null, null, null) as waits';
      return (await owner.query(asked, [kind])).rows[0].waits;
    };
    assert.deepEqual([await asks('kettle_boils'), await asks('plan_to_decide')], [true, false]);
    await owner.query(`call lintel.notice_waits_while('{kettle_boils}', 'in_case is not null')`);
    assert.deepEqual([await asks('kettle_boils'), await asks('plan_to_decide')], [false, false]);
    await assert.rejects(owner.query(`call lintel.notice_waits_while('{plan_to_decide}', 'true')`), {
      code: '23505',
    });
    assert.equal(await asks('plan_to_decide'), false);
  });
});
