import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { setRisk } from '#modules/case-file/index.ts';
import { addTeam, morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { datesOf, recordDate } from '#modules/risk/store/known-dates.ts';
import { ownViewsOf, recordOwnView } from '#modules/risk/store/own-views.ts';
import { recordConflict, restrictAccess } from '#modules/wall/index.ts';
import { type CaseId, type RiskLevel, riskLevels, type StaffId } from '#rules/facts.ts';
import { runs } from '../../../tests/property.ts';
import { below } from './level.ts';
import { loweringDecisions } from './lowering.ts';
import { decideLowering } from './store/decide-lowering.ts';
import { loweringsOf } from './store/lowerings.ts';
import { stateLevel } from './store/rate.ts';
import { ratingsOf } from './store/ratings.ts';
import { riskStanding } from './store/standing.ts';

const statement = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };

async function aRatedCase(t: TestContext, level: RiskLevel = 'high') {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await states(team, team.worker, caseId, level);
  return { team, caseId };
}

function states(team: Team, by: StaffId, caseId: CaseId, level: RiskLevel) {
  return team.as(by, (tx, author) => stateLevel(tx, author, caseId, { level, ...statement }));
}

function decides(
  team: Team,
  by: StaffId,
  caseId: CaseId,
  loweringId: string,
  decision: (typeof loweringDecisions)[number],
) {
  return team.as(by, (tx, author) =>
    decideLowering(tx, author, { caseId, loweringId, version: 1, decision, why: 'Why not' }),
  );
}

const refusedByDatabase = { code: '23514' };
const behindTheWall = { code: '42501' };

/** A rating as somebody would write it who goes around the program. */
function writes(
  tx: Tx,
  { organisation }: Team,
  caseId: CaseId,
  level: RiskLevel,
  { by, loweringId = null }: { loweringId?: string | null; by: StaffId },
) {
  return tx.run(sql`insert into risk_rating
      (organisation_id, id, case_id, number, level, how, rated_at, rated_by, judged_at,
      lowering_id)
    values (${organisation}, ${newId()}, ${caseId}, 99, ${level}, 'stated', ${morning}, ${by}, ${morning},
      ${loweringId})`);
}

test('the database itself refuses a lower level that two people have not agreed to', async (t) => {
  const { team, caseId } = await aRatedCase(t);
  const { worker, otherWorker } = team;
  const direct = team.as(worker, (tx) => writes(tx, team, caseId, 'medium', { by: worker }));
  await assert.rejects(direct, refusedByDatabase);
  const { loweringId } = await states(team, worker, caseId, 'medium');
  assert.ok(loweringId);
  const waiting = team.as(otherWorker, (tx) =>
    writes(tx, team, caseId, 'medium', { by: otherWorker, loweringId }),
  );
  await assert.rejects(waiting, refusedByDatabase, 'it is not confirmed yet');
  const alone = team.as(worker, (tx) =>
    tx.run(sql`update risk_lowering set decision = 'confirmed', decided_by = ${worker}, decided_at = ${morning}
      where id = ${loweringId}`),
  );
  await assert.rejects(alone, refusedByDatabase, 'nobody confirms their own proposal');
  const forged = team.as(worker, (tx) =>
    tx.run(sql`update risk_lowering set decision = 'confirmed', decided_by = ${otherWorker}, decided_at = ${morning}
      where id = ${loweringId}`),
  );
  await assert.rejects(forged, behindTheWall, 'nor in somebody else’s name');
  const proposed = team.as(worker, (tx) =>
    tx.run(sql`insert into risk_lowering
        (organisation_id, id, case_id, rating_id, to_level, reason, proposed_by, proposed_at)
      select organisation_id, ${newId()}, case_id, rating_id, to_level, reason, ${otherWorker}, proposed_at
      from risk_lowering`),
  );
  await assert.rejects(proposed, behindTheWall, 'nor proposes in somebody else’s name');
  await decides(team, otherWorker, caseId, loweringId, 'declined');
  await assert.rejects(decides(team, otherWorker, caseId, loweringId, 'confirmed'), /refused/);
  const undone = await team.as(otherWorker, (tx) =>
    tx.run(
      sql`update risk_lowering set decision = 'confirmed', decided_by = ${otherWorker} where id = ${loweringId}`,
    ),
  );
  assert.equal(undone, 0, 'what was decided stays decided');
});

test('one confirmation lowers once, to the level that was agreed, and from the rating it was about', async (t) => {
  const { team, caseId } = await aRatedCase(t);
  const { worker, otherWorker } = team;
  const { loweringId } = await states(team, worker, caseId, 'medium');
  assert.ok(loweringId);
  await decides(team, otherWorker, caseId, loweringId, 'confirmed');
  await states(team, worker, caseId, 'high');
  const again = team.as(otherWorker, (tx) =>
    writes(tx, team, caseId, 'medium', { by: otherWorker, loweringId }),
  );
  await assert.rejects(again, refusedByDatabase);
  const standing = await team.as(worker, (tx) => riskStanding(tx, team.organisation, caseId));
  assert.deepEqual([standing.level, standing.everHigh, standing.loweringWaiting], ['high', true, false]);
});

test('below what an assessment indicates it goes with two people only, though nothing was rated before', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const { organisation, worker } = team;
  const direct = team.as(worker, (tx) =>
    tx.run(sql`insert into risk_rating (organisation_id, id, case_id, number, level, indicated, how, rated_at, rated_by,
        judged_at)
      values (${organisation}, ${newId()}, ${caseId}, 1, 'standard', 'high', 'stated', ${morning}, ${worker},
        ${morning})`),
  );
  await assert.rejects(direct, refusedByDatabase);
  const facts = { ...statement, callOuts: 4 };
  const stated = await team.as(team.worker, (tx, author) =>
    stateLevel(tx, author, caseId, { level: 'standard', ...facts }),
  );
  assert.equal(stated.level, 'high', 'four call-outs are potential escalation');
  assert.ok(stated.loweringId);
});

test('the level on the case follows the ratings: nothing else lowers it, and “ever high” stays', async (t) => {
  const { team, caseId } = await aRatedCase(t);
  const lowered = team.as(team.worker, (tx, author) =>
    setRisk(tx, author, { caseId, level: 'standard', at: morning, judged: true }),
  );
  await assert.rejects(lowered, refusedByDatabase);
  const gone = team.as(team.worker, (tx) =>
    tx.run(sql`update case_file set risk_level = null where id = ${caseId}`),
  );
  await assert.rejects(gone, refusedByDatabase);
  const forgotten = team.as(team.worker, (tx) =>
    tx.run(sql`update case_file set ever_high = false where id = ${caseId}`),
  );
  await assert.rejects(forgotten, refusedByDatabase);
});

test('a rating is never changed and never removed', async (t) => {
  const { team } = await aRatedCase(t);
  for (const statement of [
    sql`update risk_rating set level = 'standard'`,
    sql`delete from risk_rating`,
    sql`delete from risk_lowering`,
    sql`update risk_lowering set to_level = 'standard'`,
  ])
    await assert.rejects(
      team.as(team.worker, (tx) => tx.run(statement)),
      behindTheWall,
    );
});

test('two who rate at the same moment follow one another, and neither lowers what the other raised', async (t) => {
  const { team, caseId } = await aRatedCase(t, 'standard');
  await Promise.all([
    states(team, team.worker, caseId, 'high'),
    states(team, team.otherWorker, caseId, 'medium'),
    states(team, team.manager, caseId, 'standard'),
  ]);
  const standing = await team.as(team.worker, (tx) => riskStanding(tx, team.organisation, caseId));
  assert.equal(standing.level, 'high');
});

test('whatever a team does in whatever order, no risk is lower than before without two people', async (t) => {
  const team = await teamOf(t);
  const people = [team.worker, team.otherWorker, team.manager] as const;
  const operation = fc.record({
    does: fc.constantFrom('state', 'state', 'decide'),
    by: fc.constantFrom(...people),
    level: fc.constantFrom(...riskLevels),
    decision: fc.constantFrom(...loweringDecisions),
  });
  // However chance falls, two people lower one, and nobody does alone.
  const state = { does: 'state', by: team.worker, decision: 'confirmed' } as const;
  const decide = { does: 'decide', level: 'standard', decision: 'confirmed' } as const;
  const asAgreed = [
    { ...state, level: 'high' },
    { ...state, level: 'standard' },
    { ...decide, by: team.worker },
    { ...decide, by: team.otherWorker },
  ] as const;
  let lowered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 4, maxLength: 10 }), async (operations) => {
      const caseId = await team.open(team.worker);
      for (const { does, by, level, decision } of operations) {
        if (does === 'state') await states(team, by, caseId, level);
        const found = await team.as(by, (tx) => loweringsOf(tx, team.organisation, caseId));
        const waiting = found.find((each) => each.decision === null);
        // A refusal is an outcome like any other here.
        if (does === 'decide' && waiting)
          await decides(team, by, caseId, waiting.id, decision).catch(() => undefined);
      }
      const [ratings, lowerings] = await team.as(team.worker, (tx) =>
        Promise.all([ratingsOf(tx, team.organisation, caseId), loweringsOf(tx, team.organisation, caseId)]),
      );
      for (const [index, rating] of ratings.entries()) {
        const before = ratings[index + 1];
        if (!before || !below(rating.level, before.level)) continue;
        lowered += 1;
        const agreed = lowerings.find(({ id }) => id === rating.loweringId);
        assert.equal(agreed?.decision, 'confirmed');
        assert.notEqual(agreed?.proposedBy, rating.judgedBy);
      }
    }),
    { ...runs(15, 10_000), examples: [[[...asAgreed]]] },
  );
  assert.ok(lowered > 0, 'and two people did lower some');
});

test('whoever is outside the wall, has a conflict or is another landlord sees and changes nothing of it', async (t) => {
  const { team, caseId } = await aRatedCase(t);
  const { organisation, worker, otherWorker, otherManager, manager } = team;
  await states(team, worker, caseId, 'medium');
  await team.as(worker, (tx, author) =>
    recordOwnView(tx, author, { caseId, view: 'high', words: 'Words', saidAt: morning }),
  );
  await team.as(worker, (tx, author) =>
    recordDate(tx, author, {
      caseId,
      kind: 'release',
      onDate: Temporal.PlainDate.from('2026-07-20'),
      words: 'Words',
    }),
  );
  const reads = (by: StaffId) =>
    team.as(by, async (tx) => {
      const found = await Promise.all([
        ratingsOf(tx, organisation, caseId),
        loweringsOf(tx, organisation, caseId),
        ownViewsOf(tx, organisation, caseId),
        datesOf(tx, organisation, caseId),
      ]);
      return found.map((rows) => rows.length);
    });
  assert.deepEqual(await reads(otherWorker), [2, 1, 1, 1]);
  const relation = 'relative' as const;
  await team.as(manager, (tx, author) =>
    recordConflict(tx, author, { caseId, staffId: otherWorker, relation, reason: 'Her cousin' }),
  );
  await team.as(manager, (tx, author) =>
    restrictAccess(tx, author, { caseId, staffIds: [worker, manager], reason: 'Named people only' }),
  );
  for (const outside of [otherWorker, otherManager, team.administrator]) {
    assert.deepEqual(await reads(outside), [0, 0, 0, 0]);
    await assert.rejects(states(team, outside, caseId, 'high'));
    const found = await team.as(worker, (tx) => loweringsOf(tx, organisation, caseId));
    await assert.rejects(decides(team, outside, caseId, found[0]?.id ?? '', 'confirmed'));
    await assert.rejects(
      team.as(outside, (tx) => writes(tx, team, caseId, 'high', { by: outside })),
      behindTheWall,
    );
  }
  const elsewhere = await addTeam(team.db, team.behind);
  const theirs = await transact(
    team.db,
    { organisation: elsewhere.organisation, staff: elsewhere.manager, roles: ['da_manager'] },
    (tx) => tx.rows(z.object({ id: z.string() }), sql`select id from risk_rating`),
  );
  assert.deepEqual(theirs, []);
});
