import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raw } from 'sql-template-tag';
import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { addTeam, morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { happened, obligationsOf } from '#modules/obligations/index.ts';
import { answerOffer, offerSupport } from '#modules/support/index.ts';
import { recordConflict } from '#modules/wall/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { applyChanges } from './changes.ts';
import { changesIn, contentNow } from './now.ts';
import type { ActionTerms } from './plan.ts';
import { dropAction, finishAction, moveAction, reopenAction } from './store/action-outcomes.ts';
import { addAction, changeAction, putEarlier } from './store/actions.ts';
import { agreePlan, type NewStanding } from './store/agreement.ts';
import { giveCopy } from './store/copies.ts';
import { openSafetyActions, planActionsFor } from './store/due-actions.ts';
import { planOf } from './store/plan.ts';
import { draftPlan } from './store/words.ts';

const tables = [
  'plan_words',
  'plan_action',
  'plan_action_entry',
  'support_offer',
  'support_step',
  'plan_version',
  'plan_copy',
] as const;
const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-07-01');

const locks = (team: Team): ActionTerms => ({
  what: 'Change the lock of the back door',
  why: 'He has a key',
  copyWords: 'Back door',
  owner: 'colleague',
  ownerId: team.worker,
  agency: '',
  dueOn: day('2026-07-03'),
  safety: true,
});
const hers: ActionTerms = {
  what: 'Keep a bag at her sister’s',
  why: '',
  copyWords: '',
  owner: 'person',
  ownerId: null,
  agency: '',
  dueOn: null,
  safety: true,
};
const agreed = (caseId: CaseId): NewStanding => ({
  caseId,
  standing: 'agreed',
  happenedAt: morning,
  how: 'in_person',
  present: 'Her sister',
  interpreter: '',
  ownWords: 'Yes. Like this.',
  reason: '',
  promptedBy: 'first',
  reviewOn: day('2026-07-20'),
});

/** A case with a plan of everything: two actions, an offer declined, agreed, and a copy on paper. */
async function aPlan(team: Team) {
  const caseId = await team.open(team.worker, { leadId: team.worker });
  return team.as(team.worker, async (tx, who) => {
    await draftPlan(tx, who, {
      caseId,
      wants: 'stay_together',
      ownWords: 'I love him. I want it to stop.',
      wishes: 'That the boys stay at their school',
      emergency: 'I go to Ann next door',
    });
    const action = await addAction(tx, who, { ...locks(team), caseId });
    const own = await addAction(tx, who, { ...hers, caseId });
    const option = await offerSupport(tx, who, {
      ...{ caseId, kind: 'move', what: '', answer: 'declined' },
      ...{ ownWords: 'This is my home', offeredOn: today },
    });
    const { id: versionId } = await agreePlan(tx, who, agreed(caseId));
    const copy = {
      caseId,
      versionId,
      adviceId: null,
      way: 'handed_over',
      place: 'The library',
      over: 'first',
      agreedWayId: null,
      ownWords: '',
    } as const;
    await giveCopy(tx, who, { ...copy, lines: [{ section: 'others', text: 'Back door' }], learners: [] });
    return { caseId, action, own, option, versionId };
  });
}

async function rowsInSight(tx: Tx): Promise<number> {
  let seen = 0;
  for (const table of tables) {
    const { rows } = await tx.one(
      z.object({ rows: z.number() }),
      sql`select count(*)::int as rows from ${raw(table)}`,
    );
    seen += rows;
  }
  return seen;
}

test('nobody outside the wall finds a trace of a plan, and nothing of it is owed to them', async (t) => {
  const team = await teamOf(t);
  const { caseId } = await aPlan(team);
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, { caseId, staffId: team.otherWorker, relation: 'relative', reason: 'Her aunt' }),
  );
  assert.ok((await team.as(team.worker, rowsInSight)) > 6);
  const owed = (tx: Tx) =>
    planActionsFor(tx, team.organisation, { staffIds: [team.worker], dueBefore: day('2026-08-01') });
  for (const outside of [team.otherWorker, team.administrator]) {
    assert.equal(await team.as(outside, rowsInSight), 0);
    assert.deepEqual(await team.as(outside, owed), []);
    assert.deepEqual(await team.as(outside, (tx) => openSafetyActions(tx, team.organisation, caseId)), []);
    const plan = await team.as(outside, (tx) => planOf(tx, team.organisation, caseId));
    assert.deepEqual([plan.words.number, plan.actions, plan.versions], [0, [], []]);
    await assert.rejects(team.as(outside, (tx, who) => draftPlan(tx, who, { ...plan.words, caseId })));
  }
  const other = await addTeam(team.db, team.behind);
  assert.equal(await other.as(other.manager, rowsInSight), 0);
});

test('a version keeps all of it for ever, and the next one says what changed', async (t) => {
  const team = await teamOf(t);
  const { caseId, action, option } = await aPlan(team);
  await team.as(team.worker, async (tx, who) => {
    const before = await planOf(tx, team.organisation, caseId);
    await draftPlan(tx, who, { ...before.words, caseId, wants: 'undecided' });
    await finishAction(tx, who, { caseId, actionId: action, happenedOn: today, note: 'Two keys, both hers' });
    const answer = { caseId, offerId: option, offeredOn: today };
    await answerOffer(tx, who, { ...answer, answer: 'thinking', ownWords: 'Maybe in spring' });
    await agreePlan(tx, who, { ...agreed(caseId), promptedBy: 'asked' });
    const after = await planOf(tx, team.organisation, caseId);
    const [second, first] = after.versions;
    assert.ok(first && second);
    assert.deepEqual(first.content, contentNow(before), 'the first one is as it was');
    assert.deepEqual(second.content, contentNow(after));
    const changes = changesIn(after, second);
    assert.deepEqual(applyChanges(first.content, changes), second.content);
    assert.deepEqual(
      changes.map((change) => change.list),
      ['words', 'actions', 'options'],
    );
  });
  for (const table of [
    'plan_words',
    'plan_version',
    'support_offer',
    'support_step',
    'plan_copy',
    'plan_action_entry',
  ])
    for (const forbidden of [
      sql`delete from ${raw(table)}`,
      sql`update ${raw(table)} set organisation_id = organisation_id`,
    ])
      await assert.rejects(
        team.as(team.worker, (tx) => tx.run(forbidden)),
        (error: { code?: string }) => error.code === '42501',
        table,
      );
});

test('what was done, moved or dropped stays in the history of the action, and to take it back is added', async (t) => {
  const team = await teamOf(t);
  const { caseId, action } = await aPlan(team);
  const of = { caseId, actionId: action };
  await team.as(team.worker, async (tx, who) => {
    await moveAction(tx, who, { ...of, dueOn: day('2026-07-10'), reason: 'The locksmith is ill' });
    await changeAction(tx, who, { ...locks(team), ...of, version: 2, what: 'Change both locks' });
    await assert.rejects(
      changeAction(tx, who, { ...locks(team), ...of, version: 2 }),
      (error: Fault) => error.code === 'stale',
    );
    await finishAction(tx, who, { ...of, happenedOn: today, byWhom: 'The locksmith' });
    await assert.rejects(dropAction(tx, who, { ...of, reason: 'Twice' }), Fault);
    await reopenAction(tx, who, { ...of, reason: 'It was the front door' });
    await dropAction(tx, who, { ...of, reason: 'She no longer wants it' });
    const { entries, actions } = await planOf(tx, team.organisation, caseId);
    const kinds = entries.filter((entry) => entry.actionId === action).map((entry) => entry.kind);
    assert.deepEqual(kinds.toSorted(), ['added', 'changed', 'done', 'dropped', 'moved', 'reopened']);
    const changed = entries.find((entry) => entry.kind === 'changed');
    assert.match(changed?.note ?? '', /What: Change the lock of the back door/, 'what it said before');
    assert.equal(actions.find((each) => each.id === action)?.state, 'dropped');
  });
});

test('what keeps somebody safe stands first, and is what a closing asks about', async (t) => {
  const team = await teamOf(t);
  const { caseId, action, own } = await aPlan(team);
  await team.as(team.worker, async (tx, who) => {
    const form = { ...locks(team), caseId, safety: false };
    const later = await addAction(tx, who, { ...form, what: 'Ask about the rent account' });
    await putEarlier(tx, who, { caseId, actionId: own });
    const order = (await planOf(tx, team.organisation, caseId)).actions.map((each) => each.id);
    assert.deepEqual(order, [own, action, later]);
    await assert.rejects(putEarlier(tx, who, { caseId, actionId: later }), Fault, 'safety stays first');
    const open = () => openSafetyActions(tx, team.organisation, caseId);
    assert.deepEqual((await open()).map((each) => each.id).toSorted(), [action, own].toSorted());
    await finishAction(tx, who, { caseId, actionId: action, happenedOn: today });
    await dropAction(tx, who, { caseId, actionId: own, reason: 'She has another place' });
    assert.deepEqual(await open(), []);
  });
});

test('actions are owed by who does them, an agency’s by the lead; the person’s own are on nobody’s list', async (t) => {
  const team = await teamOf(t);
  const { caseId } = await aPlan(team);
  await team.as(team.worker, async (tx, who) => {
    await addAction(tx, who, {
      ...locks(team),
      caseId,
      what: 'Fit the alarm',
      owner: 'agency',
      ownerId: null,
      agency: 'Keyhole Ltd',
      dueOn: day('2026-07-02'),
    });
    await addAction(tx, who, { ...hers, caseId, what: 'Ring the bank', dueOn: day('2026-07-02') });
    const owed = (dueBefore: string, staffId = team.worker) =>
      planActionsFor(tx, team.organisation, { staffIds: [staffId], dueBefore: day(dueBefore) });
    const names = async (...asked: Parameters<typeof owed>) =>
      (await owed(...asked)).map((each) => each.what);
    assert.deepEqual(await names('2026-07-02'), ['Fit the alarm']);
    assert.deepEqual(await names('2026-07-03'), ['Fit the alarm', 'Change the lock of the back door']);
    assert.deepEqual(await names('2026-08-01', team.manager), []);
    assert.deepEqual(
      (await owed('2026-07-03')).map((each) => each.ownerId),
      [team.worker, team.worker],
    );
    await addAction(tx, who, { ...locks(team), caseId, ownerId: team.otherWorker });
  });
  const told = await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.rows(
      z.object({ staff: z.string() }),
      sql`select staff_id as staff from notification where kind = 'task_given'`,
    ),
  );
  assert.deepEqual(told, [{ staff: team.otherWorker }], 'whoever is given an action is told, nobody else');
});

test('whoever wants time after the promised day: it stays broken, and nobody is pressed any more (V3.4)', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker, { leadId: team.worker });
  await team.as(team.worker, async (tx, who) => {
    await happened(tx, who, { name: 'risk.assessed', caseId });
    await addAction(tx, who, { ...locks(team), caseId });
  });
  const owed = async () => {
    const promises = await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId }));
    const agreed = promises.find((each) => each.commitment === 'plan-agreed');
    return agreed && [agreed.outcome, agreed.fulfilledAt !== null];
  };
  const late = morning.add({ hours: 24 * 14 });
  const standing = { ...agreed(caseId), happenedAt: late, reviewOn: day('2026-08-03') };
  const notSafe = { ...standing, standing: 'not_safe_to_agree', reason: 'He is at home all day.' } as const;
  await team.as(team.worker, (tx, who) => agreePlan(tx, who, notSafe), late);
  assert.deepEqual(await owed(), ['breached', false], 'that it was not safe is our word, and still owed');
  const notYet = { ...standing, standing: 'not_yet', reason: 'Wants to think about it.' } as const;
  await team.as(team.worker, (tx, who) => agreePlan(tx, who, notYet), late);
  assert.deepEqual(await owed(), ['breached', true]);
});

test('a plan is never agreed without the person, and never without a word in it', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const attempt = (differences: Partial<NewStanding>) =>
    team.as(team.worker, (tx, who) => agreePlan(tx, who, { ...agreed(caseId), ...differences }));
  const refused = (error: Fault) => error.code === 'refused';
  await assert.rejects(attempt({}), refused);
  await team.as(team.worker, (tx, who) => addAction(tx, who, { ...hers, caseId }));
  await assert.rejects(attempt({ how: 'not_with_them' }), refused);
  await assert.rejects(attempt({ standing: 'not_safe_to_agree' }), refused, 'without a reason');
  await assert.rejects(attempt({ happenedAt: morning.add({ hours: 1 }) }), refused, 'not yet');
  const { number } = await attempt({
    standing: 'not_safe_to_agree',
    how: 'not_with_them',
    reason: 'He listens to every call this week',
  });
  assert.equal(number, 1);
  const file = await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.one(
      z.object({ standing: z.string(), state: z.string() }),
      sql`select plan_standing as standing, state from case_file where id = ${caseId}`,
    ),
  );
  assert.deepEqual(file, { standing: 'not_safe_to_agree', state: 'triaged' });
});
