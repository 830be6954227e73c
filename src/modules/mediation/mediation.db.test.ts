import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { stateLevel } from '#modules/risk-level/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type MediateFacts, mayMediate, mediateStages } from '#rules/may-mediate.ts';
import { anyMediation } from '../../../tests/any-mediation-facts.ts';
import { runs } from '../../../tests/property.ts';
import { decideMediation } from './store/decide.ts';
import { tellOfMediationShut } from './store/remind.ts';
import { mediationsOf } from './store/rows.ts';
import { arrangeMediation, endMediation, stopMediation } from './store/steps.ts';
import { aMediation, aMediationForAManager } from './testing.ts';

const shutRow = z.object({ shut: z.array(z.string()) });

/** What the facts can be once they are rows: what was found in this test stands on record, and a no is one given. */
function asRows(facts: MediateFacts): MediateFacts {
  const { wish, test: looked, advice, againstAt, onRecord } = facts;
  const given = advice?.says === 'not_safe' ? advice.givenAt : null;
  const latest = [againstAt, given]
    .filter((each) => each !== null)
    .toSorted((one, other) => Temporal.Instant.compare(other, one))[0];
  return {
    ...facts,
    againstAt: latest ?? null,
    decided: wish && looked && advice ? facts.decided : 'no',
    onRecord: {
      ...onRecord,
      coercive: onRecord.coercive || looked?.answers.coercive === 'yes',
      honour: onRecord.honour || looked?.answers.honour === 'yes',
    },
  };
}

async function write(
  tx: Tx,
  { organisation, worker }: Team,
  caseId: string,
  mediationId: string,
  facts: MediateFacts,
) {
  const of = sql`organisation_id = ${organisation} and case_id = ${caseId}`;
  for (const table of [
    ...[sql`mediation_step`, sql`mediation_decision`, sql`mediation_advice`, sql`mediation_test`],
    ...[sql`mediation_wish`, sql`abuse_factor`, sql`home_right`, sql`event`],
  ])
    await tx.run(sql`delete from ${table} where ${of}`);
  const { wish, test: looked, advice, againstAt, changedAt, onRecord } = facts;
  await tx.run(sql`update case_file set closed_at = ${facts.closed ? morning : null},
      immediate_danger = ${facts.danger}, risk_level = ${facts.level}, risk_judged = ${facts.judged}
    where organisation_id = ${organisation} and id = ${caseId}`);
  await tx.run(sql`update mediation set idea = ${facts.idea} where id = ${mediationId}`);
  await tx.run(sql`update disclosure set abuse_types = ${onRecord.coercive ? ['controlling_or_coercive'] : []}
    where ${of}`);
  const [wishId, testId, adviceId] = [newId(), newId(), newId()];
  const key = sql`${organisation}, ${newId()}, ${caseId}`;
  const byWorker = sql`${morning}, ${worker}`;
  if (wish)
    await tx.run(sql`insert into mediation_wish (organisation_id, id, case_id, mediation_id, wish, alone, words,
        said_at, recorded_at, recorded_by)
      values (${organisation}, ${wishId}, ${caseId}, ${mediationId}, ${wish.wish}, ${wish.alone}, 'words',
        ${wish.saidAt}, ${byWorker})`);
  if (looked) {
    const a = looked.answers;
    await tx.run(sql`insert into mediation_test (organisation_id, id, case_id, mediation_id, joint, coercive, honour,
        court_order, afraid, pressed, words, level, recorded_at, recorded_by)
      values (${organisation}, ${testId}, ${caseId}, ${mediationId}, ${a.joint}, ${a.coercive}, ${a.honour},
        ${a.court_order}, ${a.afraid}, ${a.pressed}, 'words', ${looked.level}, ${looked.testedAt}, ${worker})`);
  }
  // An older no of another service, and then the newest advice, as it was written down.
  for (const each of [
    ...(againstAt
      ? [{ id: newId(), says: 'not_safe', givenAt: againstAt, at: morning.subtract({ hours: 900 }) }]
      : []),
    ...(advice ? [{ id: adviceId, ...advice, at: morning }] : []),
  ])
    if (each.id === adviceId || advice !== null)
      await tx.run(sql`insert into mediation_advice (organisation_id, id, case_id, mediation_id, says, who, words,
          given_at, recorded_at, recorded_by)
        values (${organisation}, ${each.id}, ${caseId}, ${mediationId}, ${each.says}, 'an Idva', 'words',
          ${each.givenAt}, ${each.id === adviceId ? morning.add({ seconds: 1 }) : morning}, ${worker})`);
  if (changedAt)
    await tx.run(sql`insert into event (organisation_id, id, at, name, case_id)
      values (${organisation}, ${newId()}, ${changedAt}, 'risk.review-triggered', ${caseId})`);
  if (onRecord.honour)
    await tx.run(sql`insert into abuse_factor (organisation_id, id, case_id, characteristic, why, marked_at)
      values (${key}, 'honour_based', 'somebody said so', ${morning})`);
  if (onRecord.courtOrder)
    await tx.run(sql`insert into home_right (organisation_id, id, case_id, holder, holder_stands, spouse, owner, fire,
        recorded_at)
      values (${key}, 'another', 'court_order', 'not_married', 'ours', 'not_asked', ${morning})`);
  if (facts.decided !== 'no')
    await tx.run(sql`insert into mediation_decision (organisation_id, id, case_id, mediation_id, wish_id, test_id,
        advice_id, why, proposed_by, proposed_at, decision, decided_by, decided_at)
      values (${key}, ${mediationId}, ${wishId}, ${facts.decided === 'yes' ? testId : newId()}, ${adviceId}, 'why',
        ${worker}, ${morning}, 'approved', ${newId()}, ${morning})`);
}

test('PostgreSQL and the rule give the same reasons, whatever is so', async (t) => {
  const team = await teamOf(t);
  const { caseId, mediationId } = await aMediation(team);
  const { organisation } = team;
  const tried = fc
    .sample(anyMediation(morning).map(asRows), { ...runs(60), seed: 42 })
    .filter(({ advice, againstAt }) => advice !== null || againstAt === null);
  let opened = 0;
  await transact(team.behind, { organisation }, async (tx) => {
    // As the superuser, past every trigger: only the function is asked here.
    await tx.run(sql`set local session_replication_role = replica`);
    await tx.run(sql`insert into disclosure (organisation_id, id, reference, received_at, recorded_at, route, told_by,
        verbatim, immediate_danger, case_id)
      values (${organisation}, ${newId()}, 'D-TEST-TEST', ${morning}, ${morning}, 'phone', 'person', 'words', 'no',
        ${caseId})`);
    for (const facts of tried) {
      await write(tx, team, caseId, mediationId, facts);
      for (const stage of mediateStages) {
        const answer = mayMediate(facts, morning, stage);
        const rule = answer.open ? [] : answer.reasons.map(({ by }) => by);
        const { shut } = await tx.one(
          shutRow,
          sql`select lintel.mediation_shut(${organisation}, ${mediationId}, ${stage}, ${morning}) as shut`,
        );
        assert.deepEqual(shut.toSorted(), rule.toSorted(), JSON.stringify({ stage, facts }));
        opened += Number(answer.open);
      }
    }
  });
  assert.ok(opened > 3, `only ${opened} were open`);
});

const caseRow = z.object({ caseId: z.string(), mediationId: z.string() });

async function agreed(team: Team): Promise<{ caseId: CaseId; mediationId: string }> {
  const decisionId = await aMediationForAManager(team);
  const where = await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.one(
      caseRow,
      sql`select case_id as "caseId", mediation_id as "mediationId" from mediation_decision where id = ${decisionId}`,
    ),
  );
  const caseId = where.caseId as CaseId;
  const decides = { caseId, decisionId, version: 1, decision: 'approved', why: '' } as const;
  await team.as(team.manager, (tx, office) => decideMediation(tx, office, decides));
  return { caseId, mediationId: where.mediationId };
}

const arranged = {
  ...{ who: 'Ana Berg, Mediation South', dayOn: Temporal.PlainDate.from('2026-07-03') },
  words: 'The mediator rings each of them',
};
const raised = (team: Team, caseId: CaseId) =>
  team.as(team.worker, (tx, office) =>
    stateLevel(tx, office, caseId, {
      ...{ level: 'high', reason: 'He waited for her at the school', grounds: [], callOuts: null },
      lastMaracOn: null,
    }),
  );
const lookedAt = (team: Team) =>
  transact(team.db, { organisation: team.organisation, system: true }, (tx) =>
    tellOfMediationShut(tx, { ...team.author(team.worker, morning.add({ hours: 1 })), staff: null }),
  );

test('nobody goes round the gate: not with an insert of their own', async (t) => {
  const team = await teamOf(t);
  const { caseId, mediationId } = await aMediation(team);
  const { organisation, worker } = team;
  await assert.rejects(
    team.as(worker, (tx, { now }) =>
      tx.run(sql`insert into mediation_step (organisation_id, id, case_id, mediation_id, step, who, way, day_on, words,
          recorded_at, recorded_by)
        values (${organisation}, ${newId()}, ${caseId}, ${mediationId}, 'arranged', 'somebody', 'apart', current_date,
          'words', ${now}, ${worker})`),
    ),
    /may not be safe.*no_test.*no_advice.*not_decided/s,
  );
});

test('where the risk rises after it was arranged it shuts, and that is told once', async (t) => {
  const team = await teamOf(t);
  const it = await agreed(team);
  await team.as(team.worker, (tx, office) => arrangeMediation(tx, office, { ...it, ...arranged }));
  const shut = async () => {
    const asked = "select count(*)::int as count from event where name = 'mediation.shut-again'";
    return (await team.behind.pool.query(asked)).rows[0]?.count;
  };
  await lookedAt(team);
  assert.equal(await shut(), 0, 'it is open');
  await raised(team, it.caseId);
  await lookedAt(team);
  await lookedAt(team);
  assert.equal(await shut(), 1);
  const stopped = { ...it, why: 'not_safe', words: 'The mediator knows that it stops' } as const;
  await team.as(team.worker, (tx, office) => stopMediation(tx, office, stopped));
});

test('what went on while it was shut is kept as that', async (t) => {
  const team = await teamOf(t);
  const it = await agreed(team);
  await team.as(team.worker, (tx, office) => arrangeMediation(tx, office, { ...it, ...arranged }));
  await raised(team, it.caseId);
  const ended = { ...it, why: 'nothing_agreed', words: 'They met all the same' } as const;
  await team.as(team.worker, (tx, office) => endMediation(tx, office, ended));
  const [mediation] = await team.as(team.worker, (tx) => mediationsOf(tx, team.organisation, it.caseId));
  assert.equal(mediation?.steps[0]?.whileShut, true);
});
