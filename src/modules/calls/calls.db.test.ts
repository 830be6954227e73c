import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import { morning, teamOf } from '#modules/cases/testing.ts';
import { nothingElseKnown, receiveDisclosure } from '#modules/disclosures/index.ts';
import { setAsideCase } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { callsAfterContact, callsOf, promiseCall } from './index.ts';
import { answerCall } from './store/end.ts';

const at = morning.add({ hours: 7 });
const toldThen = { promisedAt: morning, to: 'teller', at } as const;
type Team = Awaited<ReturnType<typeof teamOf>>;

const row = z.object({ outcome: z.string().nullable(), why: z.string().nullable(), late: z.boolean() });
const promisesOf = (team: Team, caseId: CaseId) =>
  team.as(team.worker, (tx) =>
    tx.rows(
      row,
      sql`select outcome, ended_why as why, late from obligation
        where organisation_id = ${team.organisation} and case_id = ${caseId} and commitment = 'call-as-promised'
        order by started_at, due_at`,
    ),
  );

test('behind the wall of its case, or of what was told, there is no call that was promised', async (t) => {
  const team = await teamOf(t);
  const blocked = [{ staffId: team.otherWorker, relation: 'relative', reason: 'Her brother' }] as const;
  const caseId = await team.open(team.worker, { blocked });
  const id = await team.as(team.worker, (tx, office) => promiseCall(tx, office, { ...toldThen, caseId }));
  const told = { route: 'phone', toldBy: 'person', verbatim: 'He shouts', immediateDanger: 'no' } as const;
  const conflicts = [{ staffId: team.otherWorker, relation: 'relative' }] as const;
  const value = { ...nothingElseKnown, ...told, receivedAt: morning, conflicts, ringAt: at };
  const disclosure = await team.as(team.worker, (tx, office) => receiveDisclosure(tx, office, { value }));
  for (const staff of [team.otherWorker, team.administrator])
    await team.as(staff, async (tx, office) => {
      assert.deepEqual(await callsOf(tx, team.organisation, { caseId }), []);
      assert.deepEqual(await callsOf(tx, team.organisation, { disclosureId: disclosure.id }), []);
      assert.equal(await tx.maybe(z.object({ id: z.uuid() }), sql`select id from promised_call`), null);
      const answer = { cameOf: 'nobody', happenedAt: morning, words: '', ringAt: null } as const;
      await assert.rejects(answerCall(tx, { ...office, staff }, id, answer));
    });
  await assert.rejects(
    team.as(team.worker, (tx) =>
      tx.run(sql`insert into promised_call (organisation_id, id, case_id, to_whom, at, counts_from, promised_at,
          promised_by, recorded_at)
        values (${team.organisation}, gen_random_uuid(), ${caseId}, 'person', now(), now(), now(), ${team.manager},
          now())`),
    ),
    /row-level security/,
    'nobody promises in the name of somebody else',
  );
});

test('what is promised ends by a reason, whatever comes of it: rung, late, moved, let go, closed', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const promised = (hours: number) =>
    team.as(team.worker, (tx, office) =>
      promiseCall(tx, office, { ...toldThen, caseId, at: morning.add({ hours }) }),
    );
  const ids: string[] = [];
  for (const hours of [2, 3, 4, 5, 6]) ids.push(await promised(hours));
  const answered = (index: number, cameOf: 'nobody' | 'moved' | 'let_go', hours: number) => {
    const happenedAt = morning.add({ minutes: hours * 60 });
    const ringAt = cameOf === 'moved' ? morning.add({ hours: 30 }) : null;
    return team.as(
      team.worker,
      (tx, office) =>
        answerCall(tx, { ...office, staff: team.worker }, ids[index] ?? '', {
          ...{ cameOf, happenedAt, ringAt, words: 'As they said' },
        }),
      happenedAt.add({ minutes: 5 }),
    );
  };
  await answered(0, 'nobody', 2);
  await answered(1, 'nobody', 3.5);
  await answered(2, 'moved', 3.6);
  await answered(3, 'let_go', 3.7);
  await team.as(
    team.worker,
    async (tx, office) => setAsideCase(tx, office, caseId, crypto.randomUUID(), 'closed-their_wish'),
    morning.add({ hours: 4 }),
  );
  assert.deepEqual(
    (await promisesOf(team, caseId)).map(({ outcome, why }) => [outcome, why]).toSorted(),
    [
      ['breached', null],
      ['met', null],
      ['met_by_plan', 'call.let-go'],
      ['met_by_plan', 'call.moved'],
      ['not_applicable', 'closed-their_wish'],
      ['not_applicable', 'closed-their_wish'],
    ].toSorted(),
  );
});

test('one contact is the call whose time has come, and not the one of this evening', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const promise = (hours: number) =>
    team.as(team.worker, (tx, office) =>
      promiseCall(tx, office, { caseId, to: 'person', promisedAt: morning, at: morning.add({ hours }) }),
    );
  await promise(2);
  await promise(8);
  const contact = { happenedAt: morning.add({ hours: 2 }), channel: 'phone', begunBy: 'us' } as const;
  await team.as(
    team.worker,
    (tx, office) =>
      callsAfterContact(tx, office, {
        ...{ ...contact, reached: false, caseId, contactId: null, wish: 'still', ringAt: null },
      }),
    morning.add({ hours: 2, minutes: 2 }),
  );
  assert.deepEqual(
    (await promisesOf(team, caseId)).map(({ outcome }) => outcome),
    ['met', null],
  );
});
