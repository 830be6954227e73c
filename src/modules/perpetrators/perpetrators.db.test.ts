import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type ActFacts, mayAct, stages } from '#rules/may-act.ts';
import { anyFacts } from '../../../tests/any-action-facts.ts';
import { runs } from '../../../tests/property.ts';
import { decideAction } from './store/decisions.ts';
import { tellOfShutAgain } from './store/remind.ts';
import { actionsOf } from './store/rows.ts';
import { dropAction, recordTelling, takeAction } from './store/steps.ts';
import { aWarning, aWarningForAManager, isTested, theySupportIt } from './testing.ts';

const refusedAs = (reason: RegExp) => (error: unknown) =>
  error instanceof Fault && error.verdict?.allowed === false && reason.test(error.verdict.reason);

const shutRow = z.object({ shut: z.array(z.string()) });
const caseRow = z.object({ caseId: z.string(), actionId: z.string() });

/** What the facts can be once they are rows: nobody agrees to what is not there, or is told of what is not agreed. */
function asRows(facts: ActFacts): ActFacts {
  const decided = facts.view && facts.test ? facts.decided : 'no';
  // What was judged is overtaken by something that happened, and by nothing else.
  const apart = facts.apart === 'overtaken' && facts.changedAt === null ? 'harmed' : facts.apart;
  return { ...facts, decided, told: decided === 'no' ? 'no' : facts.told, isLaw: true, apart };
}

async function write(
  tx: Tx,
  { organisation, worker }: Team,
  caseId: string,
  actionId: string,
  facts: ActFacts,
) {
  const of = sql`organisation_id = ${organisation} and case_id = ${caseId}`;
  for (const table of [
    sql`perpetrator_action_step`,
    sql`perpetrator_action_decision`,
    sql`perpetrator_action_test`,
    sql`perpetrator_action_view`,
    sql`abuse_factor`,
    sql`counter_judgement`,
    sql`counter_allegation`,
    sql`event`,
  ])
    await tx.run(sql`delete from ${table} where ${of}`);
  const { view, test: tested, changedAt, level, judged, danger, closed } = facts;
  await tx.run(sql`update case_file set closed_at = ${closed ? morning : null}, immediate_danger = ${danger},
      risk_level = ${level}, risk_judged = ${judged} where organisation_id = ${organisation} and id = ${caseId}`);
  const [viewId, testId] = [newId(), newId()];
  const key = sql`${organisation}, ${newId()}, ${caseId}`;
  if (view)
    await tx.run(sql`insert into perpetrator_action_view (organisation_id, id, case_id, action_id, answer, fears, asker,
        words, asked_at, recorded_at, recorded_by)
      values (${organisation}, ${viewId}, ${caseId}, ${actionId}, ${view.answer}, ${view.fears}, 'somebody', 'words',
        ${view.askedAt}, ${morning}, ${worker})`);
  if (tested) {
    const a = tested.answers;
    await tx.run(sql`insert into perpetrator_action_test (organisation_id, id, case_id, action_id, reveals, together,
        children, court_order, goes, suicide, weapons, honour, fails, worse, specialist, specialist_who, words, level,
        tested_at, tested_by)
      values (${organisation}, ${testId}, ${caseId}, ${actionId}, ${a.reveals}, ${a.together}, ${a.children},
        ${a.court_order}, ${a.goes}, ${a.suicide}, ${a.weapons}, ${a.honour}, ${a.fails}, ${a.worse},
        ${tested.specialist}, ${tested.specialist === 'none' ? '' : 'an Idva'}, 'words', ${tested.level},
        ${tested.testedAt}, ${worker})`);
  }
  if (changedAt)
    await tx.run(sql`insert into event (organisation_id, id, at, name, case_id)
      values (${organisation}, ${newId()}, ${changedAt}, 'risk.review-triggered', ${caseId})`);
  if (facts.honour)
    await tx.run(sql`insert into abuse_factor (organisation_id, id, case_id, characteristic, why, marked_at)
      values (${key}, 'honour_based', 'somebody said so', ${morning})`);
  const { apart } = facts;
  const found = apart === 'overtaken' ? 'harmed' : apart;
  const about = sql`(select about_id from perpetrator_action
    where organisation_id = ${organisation} and id = ${actionId})`;
  const before = (changedAt ?? morning).subtract({ minutes: 10 });
  if (apart !== 'none')
    await tx.run(sql`insert into counter_allegation (organisation_id, id, case_id, about_id, source, words, heard_on,
        recorded_at, recorded_by)
      values (${key}, ${about}, 'police', 'words', '2026-06-01', ${before.subtract({ minutes: 10 })}, ${worker})`);
  if (apart !== 'none' && apart !== 'open')
    await tx.run(sql`insert into counter_judgement (organisation_id, id, case_id, about_id, signs, heard, conclusion,
        specialist, words, proposed_by, proposed_at, decision, decided_by, decided_at, specialist_who, specialist_way,
        specialist_on)
      values (${organisation}, ${newId()}, ${caseId}, ${about}, '{"fear": "harmed", "control": "harmed"}', 'alone',
        ${found}, ${found === 'no_allegation' ? 'harmed' : found},
        'words', ${worker}, ${apart === 'overtaken' ? before : morning}, 'approved', ${newId()}, ${morning}, 'an Idva',
        'by telephone', '2026-06-01')`);
  if (facts.decided !== 'no')
    await tx.run(sql`insert into perpetrator_action_decision (organisation_id, id, case_id, action_id, view_id, test_id,
        why, proposed_by, proposed_at, decision, decided_by, decided_at)
      values (${key}, ${actionId}, ${viewId}, ${facts.decided === 'yes' ? testId : newId()}, 'why', ${worker},
        ${morning}, 'approved', ${newId()}, ${morning})`);
  if (facts.told !== 'no')
    await tx.run(sql`insert into perpetrator_action_step (organisation_id, id, case_id, action_id, step, words,
        recorded_at, recorded_by)
      values (${key}, ${actionId}, ${facts.told === 'told' ? 'told' : 'not_safe_to_tell'}, 'words', ${morning},
        ${worker})`);
}

test('PostgreSQL and the rule give the same reasons, whatever is so', async (t) => {
  const team = await teamOf(t);
  const { caseId, actionId } = await aWarning(team);
  const { organisation } = team;
  const tried = fc.sample(anyFacts(morning).map(asRows), { ...runs(60), seed: 42 });
  let opened = 0;
  await transact(team.behind, { organisation }, async (tx) => {
    // As the superuser, past every trigger: only the function is asked here.
    await tx.run(sql`set local session_replication_role = replica`);
    for (const facts of tried) {
      await write(tx, team, caseId, actionId, facts);
      for (const stage of stages) {
        const answer = mayAct(facts, morning, stage);
        const rule = answer.open ? [] : answer.reasons.map(({ by }) => by);
        const { shut } = await tx.one(
          shutRow,
          sql`select lintel.action_shut(${organisation}, ${actionId}, ${stage}, ${morning}) as shut`,
        );
        assert.deepEqual(shut.toSorted(), rule.toSorted(), JSON.stringify({ stage, facts }));
        opened += Number(answer.open);
      }
    }
  });
  assert.ok(opened > 3, `only ${opened} were open`);
});

async function agreed(team: Team): Promise<{ caseId: CaseId; actionId: string }> {
  const decisionId = await aWarningForAManager(team);
  const where = await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.one(
      caseRow,
      sql`select case_id as "caseId", action_id as "actionId" from perpetrator_action_decision
        where organisation_id = ${team.organisation} and id = ${decisionId}`,
    ),
  );
  const caseId = where.caseId as CaseId;
  const decides = { caseId, decisionId, version: 1, decision: 'approved', why: '' } as const;
  await team.as(team.manager, (tx, office) => decideAction(tx, office, decides));
  return { caseId, actionId: where.actionId };
}

const day = Temporal.PlainDate.from('2026-07-01');
const done = { dayOn: day, words: 'He was told by the neighbourhood manager' };
const reached = (team: Team, caseId: CaseId) =>
  transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`update case_file set last_contact_at = ${morning} where id = ${caseId}`),
  );

test('what is agreed and told is done, and a look at the risk is owed within two working days', async (t) => {
  const team = await teamOf(t);
  const it = await agreed(team);
  const told = { ...it, told: 'told', dayOn: day, words: 'On the phone: she stays with a friend' } as const;
  await assert.rejects(
    team.as(team.worker, (tx, office) => recordTelling(tx, office, told)),
    refusedAs(/Nobody is on record as having reached them/),
  );
  await reached(team, it.caseId);
  await team.as(team.worker, (tx, office) => recordTelling(tx, office, told));
  await team.as(team.worker, (tx, office) => takeAction(tx, office, { ...it, ...done }));
  const owed = await team.as(team.worker, (tx) =>
    obligationsOf(tx, team.organisation, { caseId: it.caseId }),
  );
  const review = owed.find(({ commitment }) => commitment === 'action-risk-review');
  assert.equal(review?.outcome, null);
  assert.equal(String(review?.dueAt.toZonedDateTimeISO('Europe/London').toPlainDate()), '2026-07-03');
});

test('nobody goes round the gate: not with an insert of their own', async (t) => {
  const team = await teamOf(t);
  const it = await aWarning(team);
  const { organisation, worker } = team;
  const insert = (step: 'told' | 'taken') =>
    team.as(worker, (tx, { now }) =>
      tx.run(sql`insert into perpetrator_action_step (organisation_id, id, case_id, action_id, step, day_on, words,
          recorded_at, recorded_by)
        values (${organisation}, ${newId()}, ${it.caseId}, ${it.actionId}, ${step}, ${day}, 'words', ${now},
          ${worker})`),
    );
  await assert.rejects(insert('told'), /may raise the risk.*no_view.*not_decided/s);
  await assert.rejects(insert('taken'), /may raise the risk.*not_told/s);
});

test('nor by agreeing to what an incident has overtaken since', async (t) => {
  const team = await teamOf(t);
  const decisionId = await aWarningForAManager(team);
  const { organisation } = team;
  await transact(team.behind, { organisation }, (tx) =>
    tx.run(sql`insert into event (organisation_id, id, at, name, case_id)
      select ${organisation}, ${newId()}, ${morning.add({ minutes: 1 })}, 'danger.raised', case_id
      from perpetrator_action_decision where id = ${decisionId}`),
  );
  await assert.rejects(
    team.as(team.manager, (tx, { now }) =>
      tx.run(sql`update perpetrator_action_decision set decision = 'approved', decided_by = ${team.manager},
          decided_at = ${now}, version = 2 where id = ${decisionId}`),
    ),
    /view_overtaken,test_overtaken/,
  );
});

test('who found that it may raise the risk does not unfind it alone, nor by proposing it anew', async (t) => {
  const team = await teamOf(t);
  const it = await aWarning(team);
  await theySupportIt(team, it);
  await isTested(team, it, { worse: 'yes' });
  const again = refusedAs(/You found that it may raise the risk/);
  await assert.rejects(isTested(team, it), again);
  const dropped = { ...it, because: 'safety', words: 'It may make him angry' } as const;
  await team.as(team.worker, (tx, office) => dropAction(tx, office, dropped));
  const anew = { ...it, actionId: await proposedAnew(team, it.caseId) };
  await assert.rejects(isTested(team, anew), again);
  await isTested(team, anew, {}, team.otherWorker);
  const actions = await team.as(team.worker, (tx) => actionsOf(tx, team.organisation, it.caseId));
  assert.deepEqual(
    actions.map(({ tests }) => tests.map(({ answers }) => answers.worse)),
    [['no'], ['yes']],
  );
});

async function proposedAnew(team: Team, caseId: CaseId): Promise<string> {
  const actionId = newId<string>();
  await team.as(team.worker, (tx, { now }) =>
    tx.run(sql`insert into perpetrator_action (organisation_id, id, case_id, about_id, kind, what, proposed_by,
        proposed_at)
      select organisation_id, ${actionId}, case_id, about_id, kind, 'The same again', ${team.worker},
        ${now.add({ seconds: 1 })}::timestamptz
      from perpetrator_action where case_id = ${caseId}`),
  );
  return actionId;
}

test('what is stopped for safety takes back what waits for a manager, and stays on record', async (t) => {
  const team = await teamOf(t);
  await aWarningForAManager(team);
  const [decided] = await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.rows(
      caseRow,
      sql`select case_id as "caseId", action_id as "actionId" from perpetrator_action_decision`,
    ),
  );
  const it = { caseId: decided?.caseId as CaseId, actionId: decided?.actionId ?? '' };
  await isTested(team, it, { fails: 'yes' });
  const [action] = await team.as(team.worker, (tx) => actionsOf(tx, team.organisation, it.caseId));
  assert.deepEqual(
    action?.decisions.map(({ decision }) => decision),
    ['withdrawn'],
  );
});

test('what was agreed and is shut again is told once to whoever leads the case, and owed', async (t) => {
  const team = await teamOf(t);
  const decisionId = await aWarningForAManager(team);
  const { rows } = await team.behind.pool.query('select case_id, action_id from perpetrator_action_decision');
  const { caseId } = caseRow.parse({ caseId: rows[0]?.case_id, actionId: rows[0]?.action_id });
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`update case_file set lead_id = ${team.worker} where id = ${caseId}`),
  );
  const agreed = { caseId: caseId as CaseId, decisionId, version: 1, decision: 'approved', why: '' } as const;
  await team.as(team.manager, (tx, office) => decideAction(tx, office, agreed));
  const looks = (now: Temporal.Instant) =>
    transact(team.db, { organisation: team.organisation, system: true }, (tx) =>
      tellOfShutAgain(tx, { ...team.author(team.worker, now), staff: null }),
    );
  const told = async () => {
    const asked = "select count(*)::int as count from notification where kind = 'action_shut_again'";
    return (await team.behind.pool.query(asked)).rows[0]?.count;
  };
  await looks(morning.add({ hours: 1 }));
  assert.equal(await told(), 0, 'it is open');
  for (const later of [15, 16]) await looks(morning.add({ hours: 24 * later }));
  assert.equal(await told(), 1);
  const owed = await team.as(team.worker, (tx, { organisation }) =>
    obligationsOf(tx, organisation, { caseId: agreed.caseId }),
  );
  assert.ok(owed.some(({ commitment }) => commitment === 'action-shut-again'));
});
