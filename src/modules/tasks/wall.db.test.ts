import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { sql, transact } from '#kit/sql.ts';
import { openCasesLedBy } from '#modules/case-file/index.ts';
import { recordConflict } from '#modules/wall/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { addTeam, morning, type Team, teamOf } from '../cases/testing.ts';
import { leadLoads } from './store/balance.ts';
import { promisesFor } from './store/day.ts';
import { casesOfDay } from './store/day-cases.ts';
import { findReassignment, movesOf, reassign } from './store/reassignments.ts';
import { dueReviews, wellbeingChecks } from './store/supervision-list.ts';
import { recordSupervision, recordWellbeing, supervisionsOf } from './store/supervisions.ts';
import { historyOf } from './store/task-history.ts';
import { addTask, findTask, finishTask, openTasks, tasksFor } from './store/tasks.ts';

const dueOn = Temporal.PlainDate.from('2026-07-03');
const onDay = { today: dueOn, timeZone: 'Europe/London' };
const until = morning.add({ hours: 24 * 60 });
const supervision = ['supervision'];

/** A case that the worker leads, with a task in it, and from which one colleague is shut out. */
async function aWalledCase(team: Team) {
  const blocked = [{ staffId: team.otherManager, relation: 'relative', reason: 'A cousin' }] as const;
  const caseId = await team.open(team.manager, { leadId: team.worker, blocked });
  const taskId = await team.as(team.worker, (tx, who) =>
    addTask(tx, who, { caseId, ownerId: team.worker, what: 'Ring the school', dueOn }),
  );
  return { caseId, taskId };
}

test('a task of a case is behind its wall: whoever is shut out, and another landlord, find none', async (t) => {
  const team = await teamOf(t);
  const elsewhere = await addTeam(team.db, team.behind);
  const { caseId, taskId } = await aWalledCase(team);
  const seen = (by: Team, staff: StaffId) =>
    by.as(staff, async (tx) => [
      (await findTask(tx, team.organisation, taskId)) !== null,
      (await historyOf(tx, team.organisation, taskId)).length,
      (await openTasks(tx, team.organisation, caseId)).length,
      (await tasksFor(tx, team.organisation, { staffIds: [team.worker], dueBefore: dueOn })).length,
      (await promisesFor(tx, team.organisation, { staffIds: [team.worker], dueBefore: until, except: [] }))
        .length,
      (await casesOfDay(tx, team.organisation, { ...onDay, staffIds: [team.worker], allocates: true }))
        .untouched.length,
      (await dueReviews(tx, team.organisation, supervision)).length,
      (await leadLoads(tx, team.organisation, morning)).length,
    ]);
  assert.deepEqual(await seen(team, team.worker), [true, 1, 1, 1, 3, 0, 1, 1]);
  assert.deepEqual(await seen(team, team.otherWorker), [true, 1, 1, 1, 3, 0, 1, 1], 'the team covers');
  const nothing = [false, 0, 0, 0, 0, 0, 0, 0];
  assert.deepEqual(await seen(team, team.otherManager), nothing);
  assert.deepEqual(await seen(team, team.administrator), nothing);
  assert.deepEqual(await seen(elsewhere, elsewhere.manager), nothing);
  await assert.rejects(
    team.as(team.otherManager, (tx, who) => finishTask(tx, who, { taskId, how: 'done' })),
    Fault,
  );
});

test('opening somebody’s whole caseload opens nothing that the wall keeps from whoever looks', async (t) => {
  const team = await teamOf(t);
  const { caseId } = await aWalledCase(team);
  const row = z.object({ open: z.string(), seen: z.boolean() });
  const seen = (staff: StaffId) =>
    team.as(staff, async (tx) => {
      await openCasesLedBy(tx, [team.worker]);
      return tx.one(
        row,
        sql`select current_setting('lintel.opened_cases') as open,
          lintel.sees_case(${team.organisation}, ${caseId}) as seen`,
      );
    });
  assert.deepEqual(await seen(team.worker), { open: caseId, seen: true });
  assert.deepEqual(await seen(team.otherManager), { open: '', seen: false });
  assert.deepEqual(await seen(team.administrator), { open: '', seen: false });
});

test('whoever is shut out later loses sight of their own task, and of the case in their figures', async (t) => {
  const team = await teamOf(t);
  const { caseId, taskId } = await aWalledCase(team);
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, { caseId, staffId: team.worker, relation: 'friend', reason: 'Old friends' }),
  );
  const left = await team.as(team.worker, async (tx) => [
    await findTask(tx, team.organisation, taskId),
    (await tasksFor(tx, team.organisation, { staffIds: [team.worker], dueBefore: dueOn })).length,
    (await leadLoads(tx, team.organisation, morning)).length,
  ]);
  assert.deepEqual(left, [null, 0, 0]);
});

test('a reminder is one’s own, hidden even from a manager, and nobody writes one for somebody else', async (t) => {
  const team = await teamOf(t);
  const reminder = (ownerId: StaffId) => ({ caseId: null, ownerId, what: 'Order leaflets', dueOn }) as const;
  const taskId = await team.as(team.worker, (tx, who) => addTask(tx, who, reminder(team.worker)));
  const found = (staff: StaffId) => team.as(staff, (tx) => findTask(tx, team.organisation, taskId));
  assert.equal((await found(team.worker))?.what, 'Order leaflets');
  assert.equal(await found(team.manager), null);
  assert.equal(await found(team.otherWorker), null);
  await assert.rejects(
    team.as(team.manager, (tx, who) => addTask(tx, who, reminder(team.worker))),
    /row-level security/,
  );
});

test('how a worker is stands between the two of them, whatever else anybody is', async (t) => {
  const team = await teamOf(t);
  const { caseId } = await aWalledCase(team);
  await team.as(team.manager, async (tx, who) => {
    const author = { ...who, staff: team.manager };
    const about = { caseId, leadId: team.worker, heldAt: morning };
    await recordSupervision(tx, author, { ...about, discussed: 'The locks', actions: [] });
    await recordWellbeing(tx, author, {
      staffId: team.worker,
      heldAt: morning,
      standing: 'some_strain',
      words: 'Sleeps badly',
    });
  });
  const read = (staff: StaffId) =>
    team.as(staff, async (tx) => [
      (await wellbeingChecks(tx, team.organisation)).length,
      (await supervisionsOf(tx, team.organisation, caseId)).length,
    ]);
  assert.deepEqual(await read(team.manager), [1, 1]);
  assert.deepEqual(await read(team.worker), [1, 1]);
  assert.deepEqual(await read(team.otherWorker), [0, 1]);
  assert.deepEqual(await read(team.otherManager), [0, 0]);
  assert.deepEqual(await read(team.administrator), [0, 0]);
  const rows = await transact(team.db, { organisation: team.organisation, system: true }, (tx) =>
    wellbeingChecks(tx, team.organisation),
  );
  assert.deepEqual(rows, [], 'no job of the program reads it either');
});

test('cases that move do so all together or not at all, and never past a conflict', async (t) => {
  const team = await teamOf(t);
  const { caseId } = await aWalledCase(team);
  const open = await team.open(team.manager, { leadId: team.worker });
  const to = (toId: StaffId) => [open, caseId].map((each) => ({ caseId: each, fromId: team.worker, toId }));
  const move = (toId: StaffId) =>
    team.as(team.manager, (tx, who) =>
      reassign(tx, { ...who, staff: team.manager }, { moves: to(toId), reason: 'On leave' }),
    );
  const leads = async () => {
    const { rows } = await team.behind.pool.query('select lead_id from case_file order by id');
    return rows.map(({ lead_id }) => lead_id);
  };
  await assert.rejects(move(team.otherManager), Fault);
  assert.deepEqual(await leads(), [team.worker, team.worker], 'the one that could have moved stayed too');

  const reassignmentId = await move(team.otherWorker);
  assert.deepEqual(await leads(), [team.otherWorker, team.otherWorker]);
  const seen = (staff: StaffId) =>
    team.as(staff, async (tx) => [
      (await findReassignment(tx, team.organisation, reassignmentId)) !== null,
      (await movesOf(tx, team.organisation, reassignmentId)).length,
    ]);
  assert.deepEqual(await seen(team.manager), [true, 2]);
  assert.deepEqual(await seen(team.otherManager), [true, 1], 'only the case that they may see');
  assert.deepEqual(await seen(team.administrator), [false, 0]);
});

test('what became of a task is added to, and the program cannot rewrite it', async (t) => {
  const team = await teamOf(t);
  const { taskId } = await aWalledCase(team);
  await team.as(team.worker, (tx, who) => finishTask(tx, who, { taskId, how: 'dropped', reason: 'No need' }));
  const steps = await team.as(team.worker, (tx) => historyOf(tx, team.organisation, taskId));
  assert.deepEqual(
    steps.map(({ how, reason }) => [how, reason]),
    [
      ['dropped', 'No need'],
      ['added', ''],
    ],
  );
  for (const statement of [sql`update task_change set reason = 'Other'`, sql`delete from task_change`])
    await assert.rejects(
      team.as(team.worker, (tx) => tx.run(statement)),
      /permission denied/,
    );
});
