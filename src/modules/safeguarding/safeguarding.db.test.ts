import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import { receiveDisclosure, type TriageDecision, triageDisclosure } from '#modules/disclosures/index.ts';
import { nothingElseKnown } from '#modules/disclosures/value.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { standingOf } from './referral.ts';
import { decideNoReferral, proposeNoReferral } from './store/no-referral.ts';
import { promiseReferral } from './store/promise.ts';
import { type Referral, referralsOf } from './store/rows.ts';
import { recordStep } from './store/steps.ts';

const morning = Temporal.Instant.from('2026-07-01T09:00:00+01:00');
const later = morning.add({ hours: 2 });

const owedIn = async (team: Team, caseId: CaseId) =>
  (await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId })))
    .filter(({ commitment }) => /-referral$|safeguarding-answer/.test(commitment))
    .toSorted((one, other) => Number(one.outcome === null) - Number(other.outcome === null))
    .map(({ commitment, outcome }) => [commitment, outcome]);

async function aReferral(team: Team, kind: 'child' | 'adult' = 'child') {
  const caseId = await team.open(team.worker);
  const id = await team.as(team.worker, (tx, office) =>
    promiseReferral(tx, office, { kind, about: 'First child, about 4', caseId, from: 'case' }),
  );
  return { caseId, id };
}

const made = { step: 'made', whom: 'The front door', way: 'By phone', happenedAt: later } as const;

test('that a referral is made today is owed until it is said to whom, how and when; then an answer is', async (t) => {
  const team = await teamOf(t);
  const { caseId, id } = await aReferral(team);
  assert.deepEqual(await owedIn(team, caseId), [['child-referral', null]]);
  await team.as(team.worker, (tx, office) => recordStep(tx, office, id, made), later);
  assert.deepEqual(await owedIn(team, caseId), [
    ['child-referral', 'met'],
    ['safeguarding-answer', null],
  ]);
  const again = later.add({ hours: 48 });
  const chased = {
    step: 'chased',
    whom: 'The duty desk',
    words: 'They look for it',
    happenedAt: again,
  } as const;
  await team.as(team.worker, (tx, office) => recordStep(tx, office, id, chased), again);
  assert.deepEqual((await owedIn(team, caseId)).slice(1), [
    ['safeguarding-answer', 'met'],
    ['safeguarding-answer', null],
  ]);
  const answered = {
    ...chased,
    step: 'answered',
    answer: 'no_action',
    happenedAt: again.add({ hours: 1 }),
  } as const;
  await team.as(team.worker, (tx, office) => recordStep(tx, office, id, answered), again.add({ hours: 1 }));
  assert.ok((await owedIn(team, caseId)).every(([, outcome]) => outcome === 'met'));
});

test('one referral never keeps the promise of another', async (t) => {
  const team = await teamOf(t);
  const { caseId, id } = await aReferral(team);
  await team.as(team.worker, (tx, office) =>
    promiseReferral(tx, office, { kind: 'adult', about: 'Her mother', caseId, from: 'case' }),
  );
  await team.as(team.worker, (tx, office) => recordStep(tx, office, id, made), later);
  const owed = await owedIn(team, caseId);
  assert.deepEqual(
    owed.filter(([, outcome]) => outcome === null).map(([commitment]) => commitment),
    ['adult-referral', 'safeguarding-answer'],
  );
});

test('that none is made takes two people: until then it is owed, and it is never counted as made', async (t) => {
  const team = await teamOf(t);
  const { caseId, id } = await aReferral(team, 'adult');
  await team.as(team.worker, (tx, office) => proposeNoReferral(tx, office, id, 'They lead already'));
  assert.deepEqual(await owedIn(team, caseId), [['adult-referral', null]]);
  const decision = { referralId: id, version: 1, decision: 'approved', why: '' } as const;
  await assert.rejects(
    team.as(team.worker, (tx, office) => decideNoReferral(tx, office, decision)),
    (error: unknown) => JSON.stringify(error).includes('Somebody else decides'),
  );
  await team.as(team.otherWorker, (tx, office) => decideNoReferral(tx, office, decision), later);
  assert.deepEqual(await owedIn(team, caseId), [['adult-referral', 'met_by_plan']]);
});

test('a second person who wants a referral leaves it owed', async (t) => {
  const team = await teamOf(t);
  const { caseId, id } = await aReferral(team);
  await team.as(team.worker, (tx, office) => proposeNoReferral(tx, office, id, 'She says no'));
  const decision = {
    referralId: id,
    version: 1,
    decision: 'declined',
    why: 'The children are at risk',
  } as const;
  await team.as(team.manager, (tx, office) => decideNoReferral(tx, office, decision), later);
  assert.deepEqual(await owedIn(team, caseId), [['child-referral', null]]);
  await assert.rejects(
    team.as(team.worker, (tx, office) =>
      recordStep(tx, office, id, { ...made, step: 'answered', answer: 'taken_on' }),
    ),
    'nothing is answered that was never made',
  );
});

const told = {
  ...nothingElseKnown,
  receivedAt: morning,
  route: 'phone',
  toldBy: 'person',
  verbatim: 'He shouts at them',
  immediateDanger: 'no',
  personName: 'Zelda',
  children: 'yes',
} as const;
const decision: TriageDecision = {
  facts: {
    connection: 'married',
    personAge: 'adult',
    allegedAge: 'adult',
    happened: 'recently',
    honour: 'no',
    children: 'yes',
  },
  definition: 'meets',
  person: { kind: 'not_known' },
  propertyId: null,
  outcome: { kind: 'new_case', leadId: null, describedAs: '' },
  safeguarding: 'refer_today',
  safeguardingWhy: '',
  adultSafeguarding: 'nobody',
  adultSafeguardingWhy: '',
  why: '',
};

const referralsAbout = (team: Team, disclosureId: DisclosureId): Promise<readonly Referral[]> =>
  team.as(team.worker, (tx) => referralsOf(tx, team.organisation, { disclosureId }));

test('what was promised during the call is owed before triage, goes with the case, and is promised once', async (t) => {
  const team = await teamOf(t);
  const { id } = await team.as(team.worker, (tx, office) =>
    receiveDisclosure(tx, office, { value: { ...told, safeguardingToday: ['child'] } }),
  );
  const [referral] = await referralsAbout(team, id);
  assert.equal(referral?.caseId, null);
  const step = { ...made, whom: 'The emergency duty team', happenedAt: morning.add({ minutes: 20 }) };
  await team.as(team.worker, (tx, office) => recordStep(tx, office, referral?.id ?? '', step), later);
  const { caseId } = await team.as(
    team.worker,
    (tx, office) => triageDisclosure(tx, office, { disclosureId: id, version: 1, decision }),
    later,
  );
  assert.ok(caseId);
  const after = await referralsAbout(team, id);
  assert.deepEqual(
    after.map(({ caseId: of, steps, decisions }) => [of, standingOf(steps, decisions)]),
    [[caseId, 'to_answer']],
  );
  assert.deepEqual(await owedIn(team, caseId), [
    ['child-referral', 'met'],
    ['safeguarding-answer', null],
  ]);
  const words = z.object({ words: z.string(), disclosable: z.array(z.string()) });
  const entries = await team.as(team.worker, (tx) =>
    tx.rows(
      words,
      sql`select words, disclosable_to as disclosable from case_entry where words like '%emergency duty team%'`,
    ),
  );
  assert.equal(entries.length, 1, 'the chronology says so');
  assert.deepEqual(entries[0]?.disclosable, [], 'to the team alone');
});

test('a handover takes no referral along: it is owed by whoever promised it', async (t) => {
  const team = await teamOf(t);
  const { id } = await team.as(team.worker, (tx, office) => receiveDisclosure(tx, office, { value: told }));
  const outcome = {
    kind: 'handover',
    to: 'asb',
    contact: 'The duty officer',
    said: 'What was told',
    safetyStep: 'A friend stays',
    reached: { by: team.worker, channel: 'phone', at: later },
    notReachedWhy: '',
  } as const;
  await team.as(team.worker, (tx, office) =>
    triageDisclosure(tx, office, {
      disclosureId: id,
      version: 1,
      decision: { ...decision, definition: 'not_connected', outcome },
    }),
  );
  const promises = await team.as(team.worker, (tx) =>
    obligationsOf(tx, team.organisation, { disclosureId: id }),
  );
  assert.equal(promises.find(({ commitment }) => commitment === 'child-referral')?.outcome, null);
  assert.equal(
    promises.find(({ commitment }) => commitment === 'first-contact')?.outcome,
    null,
    'until a second person confirms who reached them',
  );
});

test('behind the wall of its case, or of what was told, there is no referral, no step and no decision', async (t) => {
  const team = await teamOf(t);
  const blocked = [{ staffId: team.otherWorker, relation: 'relative', reason: 'Her brother' }] as const;
  const caseId = await team.open(team.worker, { blocked });
  const id = await team.as(team.worker, (tx, office) =>
    promiseReferral(tx, office, { kind: 'child', about: 'A child', caseId, from: 'case' }),
  );
  await team.as(team.worker, (tx, office) => recordStep(tx, office, id, made), later);
  const conflicts = [{ staffId: team.otherWorker, relation: 'relative' }] as const;
  const { id: disclosureId } = await team.as(team.worker, (tx, office) =>
    receiveDisclosure(tx, office, { value: { ...told, conflicts, safeguardingToday: ['child'] } }),
  );
  for (const staff of [team.otherWorker, team.administrator])
    await team.as(staff, async (tx) => {
      assert.deepEqual(await referralsOf(tx, team.organisation, { caseId }), []);
      assert.deepEqual(await referralsOf(tx, team.organisation, { disclosureId }), []);
      for (const table of [sql`safeguarding_step`, sql`safeguarding_no_referral`])
        assert.equal(await tx.maybe(z.object({ id: z.uuid() }), sql`select id from ${table}`), null);
    });
});
