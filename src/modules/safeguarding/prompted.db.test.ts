import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { addPerson } from '#modules/case-file/index.ts';
import { answerChildren } from '#modules/cases/index.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { receiveDisclosure } from '#modules/disclosures/index.ts';
import { nothingElseKnown } from '#modules/disclosures/value.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { decideReferral, type NewReferralDecision } from './store/decide.ts';
import { decideNoReferral } from './store/no-referral.ts';
import { referralsOf } from './store/rows.ts';
import { recordStep } from './store/steps.ts';
import { strikeLast } from './store/strike.ts';
import { weighFacts } from './store/weigh.ts';

const later = morning.add({ hours: 2 });

/** What the job does within seconds, for whom no wall stands. */
const weighed = (team: Team, now = morning) =>
  transact(team.db, { organisation: team.organisation, system: true }, (tx) =>
    weighFacts(tx, { ...team.author(team.worker, now), staff: null }),
  );

async function asked(team: Team, caseId: CaseId) {
  await weighed(team);
  const all = await team.as(team.worker, (tx) => referralsOf(tx, team.organisation, { caseId }));
  return all.map(({ kind, standing, facts }) => [kind, standing, facts.map(({ reason }) => reason).sort()]);
}

const owed = async (team: Team, caseId: CaseId) =>
  (await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId })))
    .filter(({ commitment }) => /referral|safeguarding/.test(commitment))
    .map(({ commitment, outcome }) => [commitment, outcome] as const)
    .sort();

const refers: NewReferralDecision = {
  ...{ decision: 'refer', why: 'He hits her in front of them', consent: 'disagrees' },
  ...{ consentWords: 'She fears that they are taken away', basis: 'recognised-interest' },
  ...{ condition: 'safeguarding', told: 'told', toldWhy: '' },
};
const refersNot: NewReferralDecision = {
  ...refers,
  ...{ decision: 'not_refer', why: 'Children’s services lead already', basis: '', condition: '' },
};

async function aCaseThatAsks(t: TestContext) {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker, { children: 'yes' });
  await weighed(team);
  const [referral] = await team.as(team.worker, (tx) => referralsOf(tx, team.organisation, { caseId }));
  assert.ok(referral);
  return { team, caseId, id: referral.id };
}

test('a child, whoever is under 18, an entry and the register each ask, and each asks once', async (t) => {
  const team = await teamOf(t);
  const propertyId = newId<string>();
  const child = newId<string>();
  await transact(team.behind, { organisation: team.organisation }, async (tx) => {
    const of = team.organisation;
    await tx.run(sql`insert into property (organisation_id, id, reference, address_lines, postcode)
      values (${of}, ${propertyId}, 'H9', ${['9 Quay Row']}, 'EX1 1AA')`);
    await tx.run(sql`insert into person (organisation_id, id, given_name, family_name, date_of_birth)
      values (${of}, ${child}, 'Mia', 'Invented', '2015-05-05')`);
    await tx.run(
      sql`insert into resident (organisation_id, property_id, person_id) values (${of}, ${propertyId}, ${child})`,
    );
  });
  const unasked = await team.open(team.worker, { children: 'no', propertyId: propertyId as never });
  assert.deepEqual(
    await asked(team, unasked),
    [['child', 'undecided', ['child_at_home']]],
    'whatever was answered',
  );
  const caseId = await team.open(team.worker);
  assert.deepEqual(await asked(team, caseId), []);
  await team.as(team.worker, async (tx, office) => {
    const person = { personId: null, connection: '', notes: '', caseId } as const;
    await addPerson(tx, office, { ...person, describedAs: 'Her', part: 'at_risk', age: '15' });
    const entry = {
      caseId,
      kind: 'account',
      happenedAt: morning,
      knownAt: morning,
      disclosableTo: [],
    } as const;
    await addEntry(tx, office, { ...entry, source: 'child', words: 'He said that he hides' });
    await answerChildren(tx, office, { caseId, children: 'yes', version: null });
    await answerChildren(tx, office, { caseId, children: 'no', version: null });
  });
  const reasons = ['child_told', 'children', 'under_16'];
  assert.deepEqual(
    await asked(team, caseId),
    [['child', 'undecided', reasons]],
    'taking it back takes nothing away',
  );
  assert.deepEqual(await asked(team, caseId), [['child', 'undecided', reasons]]);
  const same = (await owed(team, caseId)).map(([commitment]) => commitment);
  assert.ok(same.includes('under-16-safeguarding-decision'), 'the same day');
});

test('what is told asks before anybody has triaged it, whoever wrote it down', async (t) => {
  const team = await teamOf(t);
  const told = { receivedAt: morning, route: 'phone', toldBy: 'person', verbatim: 'He hits me' } as const;
  const value = { ...nothingElseKnown, ...told, immediateDanger: 'no', pregnant: 'yes' } as const;
  const { id: disclosureId } = await team.as(team.administrator, (tx, office) =>
    receiveDisclosure(tx, office, { value }),
  );
  await weighed(team);
  const [referral] = await team.as(team.worker, (tx) => referralsOf(tx, team.organisation, { disclosureId }));
  assert.equal(referral?.standing, 'undecided');
  assert.deepEqual(
    referral?.facts.map(({ reason }) => reason),
    ['pregnant'],
  );
  assert.ok(referral?.facts[0]?.knownAt.equals(morning));
});

test('a decision keeps its own promise and begins that of the referral, which ringing at once keeps too', async (t) => {
  const { team, caseId, id } = await aCaseThatAsks(t);
  assert.deepEqual(await owed(team, caseId), [['child-safeguarding-decision', null]]);
  await team.as(team.worker, (tx, office) => decideReferral(tx, office, id, refers), later);
  assert.deepEqual(await owed(team, caseId), [
    ['child-referral', null],
    ['child-safeguarding-decision', 'met'],
  ]);
  const made = { step: 'made', whom: 'The hub', way: 'By phone', happenedAt: later } as const;
  const one = await aCaseThatAsksIn(team);
  await team.as(team.worker, (tx, office) => recordStep(tx, office, one.id, made), later);
  assert.deepEqual((await owed(team, one.caseId)).slice(0, 1), [['child-safeguarding-decision', 'met']]);
});

async function aCaseThatAsksIn(team: Team) {
  const caseId = await team.open(team.worker, { children: 'yes' });
  await weighed(team);
  const [referral] = await team.as(team.worker, (tx) => referralsOf(tx, team.organisation, { caseId }));
  return { caseId, id: referral?.id ?? '' };
}

test('that it is not referred waits for a second person, and is asked anew with the next fact', async (t) => {
  const { team, caseId, id } = await aCaseThatAsks(t);
  await team.as(team.worker, (tx, office) => decideReferral(tx, office, id, refersNot), later);
  assert.deepEqual(
    await owed(team, caseId),
    [['child-safeguarding-decision', null]],
    'one person keeps nothing',
  );
  const agreed = { referralId: id, version: 1, decision: 'approved', why: '' } as const;
  await team.as(team.otherWorker, (tx, office) => decideNoReferral(tx, office, agreed), later);
  assert.deepEqual(await owed(team, caseId), [['child-safeguarding-decision', 'met_by_plan']]);
  await team.as(
    team.worker,
    (tx, office) =>
      addEntry(tx, office, {
        ...{
          caseId,
          kind: 'observation',
          source: 'colleague',
          words: 'A boy opened the door',
          childrenSeen: 'yes',
        },
        ...{ happenedAt: later, knownAt: later.add({ hours: 1 }), disclosableTo: [] },
      }),
    later.add({ hours: 1 }),
  );
  assert.deepEqual(await asked(team, caseId), [
    ['child', 'not_made', ['children']],
    ['child', 'undecided', ['child_there']],
  ]);
});

test('a second person who wants a referral begins its promise', async (t) => {
  const { team, caseId, id } = await aCaseThatAsks(t);
  await team.as(team.worker, (tx, office) => decideReferral(tx, office, id, refersNot), later);
  const no = { referralId: id, version: 1, decision: 'declined', why: 'They live with it' } as const;
  await team.as(team.manager, (tx, office) => decideNoReferral(tx, office, no), later);
  assert.deepEqual(await owed(team, caseId), [
    ['child-referral', null],
    ['child-safeguarding-decision', 'met'],
  ]);
});

test('that they have it is told apart by how we know, and what was written down in error is owed again', async (t) => {
  const { team, caseId, id } = await aCaseThatAsks(t);
  const step = async (done: Parameters<typeof recordStep>[3]) =>
    team.as(team.worker, (tx, office) => recordStep(tx, office, id, done), later);
  const whom = { whom: 'The hub', happenedAt: later } as const;
  await step({ ...whom, step: 'made', way: 'By phone' });
  await step({ ...whom, step: 'acknowledged', knownBy: 'we_rang', words: 'They have it' });
  const outcomes = async () => new Map(await owed(team, caseId));
  assert.equal((await outcomes()).get('safeguarding-acknowledged'), 'met');
  assert.equal((await outcomes()).get('safeguarding-answer'), null, 'a receipt is no answer');
  const [referral] = await team.as(team.worker, (tx) => referralsOf(tx, team.organisation, { caseId }));
  const last = referral?.steps.at(-1)?.id ?? '';
  const strikes = { stepId: last, why: 'That was about another child' };
  await team.as(team.worker, (tx, office) => strikeLast(tx, office, id, strikes), later);
  assert.equal((await outcomes()).get('safeguarding-acknowledged'), null);
  const [after] = await team.as(team.worker, (tx) => referralsOf(tx, team.organisation, { caseId }));
  assert.deepEqual(
    after?.steps.map(({ struck }) => struck !== null),
    [false, true],
  );
  const first = { stepId: after?.steps[0]?.id ?? '', why: 'Nobody was reached there' };
  await team.as(team.worker, (tx, office) => strikeLast(tx, office, id, first), later);
  assert.equal((await outcomes()).get('safeguarding-answer'), 'not_applicable');
  await step({ ...whom, step: 'made', way: 'By their form' });
  const names = z.object({ name: z.string() });
  const told = await team.as(team.worker, (tx) =>
    tx.rows(
      names,
      sql`select name from event where case_id = ${caseId} and name like 'safeguarding.acknowledged%'`,
    ),
  );
  assert.deepEqual(
    told.map(({ name }) => name),
    ['safeguarding.acknowledged-to-us'],
  );
});

test('behind the wall there is no fact, no decision and nothing to weigh', async (t) => {
  const team = await teamOf(t);
  const blocked = [{ staffId: team.otherWorker, relation: 'relative', reason: 'Her brother' }] as const;
  await team.open(team.worker, { blocked, children: 'yes' });
  for (const staff of [team.otherWorker, team.administrator])
    await team.as(staff, async (tx) => {
      for (const table of [sql`safeguarding_fact`, sql`safeguarding_decision`])
        assert.equal(await tx.maybe(z.object({ id: z.uuid() }), sql`select id from ${table}`), null);
    });
});
