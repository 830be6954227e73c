import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTeam, morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { receiveDisclosure } from '#modules/disclosures/index.ts';
import { nothingElseKnown } from '#modules/disclosures/value.ts';
import {
  promiseReferral,
  proposeNoReferral,
  recordStep,
  referralsToDo,
} from '#modules/safeguarding/index.ts';
import type { StaffId } from '#rules/facts.ts';

/** Made by whom, in whose case, behind whose wall. */
async function aWalledReferral(team: Team) {
  const blocked = [{ staffId: team.otherManager, relation: 'relative', reason: 'A cousin' }] as const;
  const caseId = await team.open(team.manager, { leadId: team.worker, blocked });
  return team.as(team.worker, (tx, office) =>
    promiseReferral(tx, office, { kind: 'child', about: 'A child', caseId, from: 'case' }),
  );
}

const onTheDayOf = (team: Team, staff: StaffId) =>
  team.as(staff, async (tx) => {
    const asked = { ledBy: [team.worker], nobodys: true, decidedBy: staff };
    const { toSeeTo, toDecide, unled } = await referralsToDo(tx, team.organisation, asked);
    return {
      led: toSeeTo.map(({ standing }) => standing),
      toDecide: toDecide.map(({ standing }) => standing),
      unled: unled.map(({ standing }) => standing),
    };
  });

test('a referral is on the day of whoever leads until it is made and answered, with when it is due', async (t) => {
  const team = await teamOf(t);
  const id = await aWalledReferral(team);
  const asked = { ledBy: [team.worker], nobodys: false, decidedBy: null };
  const led = () =>
    team.as(team.worker, async (tx) => (await referralsToDo(tx, team.organisation, asked)).toSeeTo);
  const [owed] = await led();
  assert.equal(owed?.standing, 'to_make');
  assert.ok(owed?.dueAt && Temporal.Instant.compare(owed.dueAt, morning) > 0, 'by the close of that day');
  const at = { happenedAt: morning, whom: 'The front door' } as const;
  await team.as(team.worker, (tx, office) =>
    recordStep(tx, office, id, { ...at, step: 'made', way: 'By phone' }),
  );
  assert.deepEqual(
    (await led()).map(({ standing }) => standing),
    ['to_answer'],
  );
  await team.as(team.worker, (tx, office) =>
    recordStep(tx, office, id, { ...at, step: 'answered', answer: 'taken_on' }),
  );
  assert.deepEqual(await led(), []);
});

test('that there is none is on the day of everybody who may agree, and never of whoever proposed it', async (t) => {
  const team = await teamOf(t);
  const elsewhere = await addTeam(team.db, team.behind);
  const id = await aWalledReferral(team);
  await team.as(team.worker, (tx, office) => proposeNoReferral(tx, office, id, 'They lead already'));
  const waits = ['to_decide'];
  const day = (staff: StaffId) => onTheDayOf(team, staff);
  assert.deepEqual(await day(team.worker), { led: waits, toDecide: [], unled: [] });
  assert.deepEqual(await day(team.otherWorker), { led: waits, toDecide: waits, unled: [] });
  const nothing = { led: [], toDecide: [], unled: [] };
  assert.deepEqual(await day(team.otherManager), nothing, 'behind the wall there is nothing to decide');
  assert.deepEqual(await day(team.administrator), nothing);
  assert.deepEqual(await onTheDayOf(elsewhere, elsewhere.manager), nothing, 'another landlord');
});

test('before there is a case, and where nobody leads it, a referral is on the day of the whole team', async (t) => {
  const team = await teamOf(t);
  const told = { receivedAt: morning, route: 'phone', toldBy: 'person', verbatim: 'He hits me' } as const;
  const children = { immediateDanger: 'no', children: 'yes', safeguardingToday: ['child'] } as const;
  const value = { ...nothingElseKnown, ...told, ...children };
  await team.as(team.worker, (tx, office) => receiveDisclosure(tx, office, { value }));
  assert.deepEqual((await onTheDayOf(team, team.otherWorker)).unled, ['to_make']);
  assert.deepEqual((await onTheDayOf(team, team.administrator)).unled, []);
});
