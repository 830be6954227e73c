import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { seal } from '#kit/audit/seal.ts';
import { verifySeals } from '#kit/audit/verify.ts';
import { newId } from '#kit/ids.ts';
import { now } from '#kit/now.ts';
import { type Database, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

/** Letters that somebody committed: each must reach the mail server. @returns their ids */
export async function lettersWritten(db: Database, organisation: OrganisationId, count: number) {
  const ids = Array.from({ length: count }, () => newId<string>());
  await db.pool.query(
    `insert into outbox (organisation_id, id, to_address, link, queued_at, next_attempt_at)
      select $1, id, 'colleague@example.test', 'https://lintel.example/day', now(), now() from unnest($2::uuid[]) id`,
    [organisation, ids],
  );
  return ids;
}

/**
 * Every letter arrived, each once. One that was under way as the database went may have come twice, under the same
 * Message-ID: two at most are under way.
 */
export async function lettersArrived(
  db: Database,
  written: readonly string[],
  received: readonly string[],
  strikes: number,
): Promise<string> {
  await pause(2_500);
  // The ten minutes are over for which nobody else tries what was under way.
  await db.pool.query('update outbox set next_attempt_at = now() where gave_up_at is null');
  for (let tries = 0; tries < 300; tries += 1) {
    const { rows } = await db.pool.query('select count(*)::int as waiting from outbox');
    if (rows[0].waiting === 0) break;
    await pause(100);
  }
  const ids = received.map((letter) => /^Message-ID: <([^@>]+)@/im.exec(letter)?.[1] ?? 'none');
  assert.deepEqual([...new Set(ids)].toSorted(), written.toSorted(), 'every letter arrived, and no other');
  const repeated = ids.length - written.length;
  assert.ok(repeated <= 2 * strikes, `${repeated} letters came twice`);
  return `${written.length} letters, ${repeated} of them twice under one id`;
}

/** The record is sealed on, and no seal was broken, lost or doubled. @param own waits for the program’s next seal */
export async function sealedUnbroken(
  db: Database,
  organisation: OrganisationId,
  events: number,
  own: boolean,
): Promise<string> {
  const scope = { organisation, system: true } as const;
  const before = await transact(db, scope, (tx) => verifySeals(tx, organisation));
  for (let tries = 0; own && tries < 160; tries += 1) {
    const { seals } = await transact(db, scope, (tx) => verifySeals(tx, organisation));
    if (seals > before.seals) break;
    await pause(500);
  }
  const goneOn = await transact(db, scope, (tx) => verifySeals(tx, organisation));
  assert.ok(!own || goneOn.seals > before.seals, 'the program seals on by itself');
  await transact(db, scope, (tx) => seal(tx, organisation, now()));
  const { faults, seals, events: sealed } = await transact(db, scope, (tx) => verifySeals(tx, organisation));
  assert.deepEqual(faults, []);
  assert.ok(sealed >= events, `${sealed} of at least ${events} events are sealed`);
  return `${sealed} events in ${seals} seals`;
}
