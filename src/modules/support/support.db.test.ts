import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raw } from 'sql-template-tag';
import { z } from 'zod';
import type { Fault } from '#kit/http/errors.ts';
import { sql } from '#kit/sql.ts';
import { addTeam, type Team, teamOf } from '#modules/cases/testing.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { recordConflict } from '#modules/wall/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Answer } from './offer.ts';
import type { NewStep } from './store/new-step.ts';
import { answerOffer, offerSupport } from './store/offer.ts';
import { offersOf } from './store/rows.ts';
import { recordStep } from './store/steps.ts';
import { strikeLast } from './store/strike.ts';

const today = Temporal.PlainDate.from('2026-07-01');

async function anOffer(team: Team, kind: 'safe_phone' | 'counselling' | 'furniture' = 'safe_phone') {
  const caseId = await team.open(team.worker);
  const offer = { caseId, kind, what: '', ownWords: '', offeredOn: today };
  const offerId = await team.as(team.worker, (tx, office) =>
    offerSupport(tx, office, { ...offer, answer: 'taken', ownWords: 'Yes, please' }),
  );
  return { caseId, offerId };
}

const does = (
  team: Team,
  of: { caseId: CaseId; offerId: string },
  step: Partial<NewStep> & Pick<NewStep, 'step'>,
) => team.as(team.worker, (tx, office) => recordStep(tx, office, { happenedOn: today, ...of, ...step }));
const answers = (team: Team, of: { caseId: CaseId; offerId: string }, answer: Answer) =>
  team.as(team.worker, (tx, office) =>
    answerOffer(tx, office, { ...of, answer, ownWords: '', offeredOn: today }),
  );
const stands = async (team: Team, { caseId, offerId }: { caseId: CaseId; offerId: string }) =>
  (await team.as(team.worker, (tx) => offersOf(tx, team.organisation, caseId))).find(
    ({ id }) => id === offerId,
  );

const because = (words: RegExp) => (fault: Fault) =>
  fault.verdict?.allowed === false && words.test(fault.verdict.reason);

test('an offer is told once in the record, and goes to where they say that it came', async (t) => {
  const team = await teamOf(t);
  const of = await anOffer(team);
  await does(team, of, { step: 'ordered', whom: 'From our stock' });
  await does(team, of, { step: 'delivered' });
  assert.equal((await stands(team, of))?.state, 'delivered');
  await does(team, of, { step: 'confirmed', way: 'phone' });
  assert.equal((await stands(team, of))?.state, 'confirmed');
  const { names } = await team.as(team.worker, (tx) =>
    tx.one(
      z.object({ names: z.array(z.string()) }),
      sql`select array_agg(name order by id) as names from event where case_id = ${of.caseId}
        and (name like 'support.%' or name like 'plan.option%')`,
    ),
  );
  assert.deepEqual(names, [
    'plan.option-offered',
    'support.accepted',
    'support.ordered',
    'support.delivered',
    'support.confirmation-due',
    'support.confirmed',
  ]);
});

test('what they declined is offered again if they bring it up, and their change of mind stays beside it', async (t) => {
  const team = await teamOf(t);
  const of = await anOffer(team, 'counselling');
  await answers(team, of, 'declined');
  const again = { caseId: of.caseId, kind: 'counselling', what: '', ownWords: '', offeredOn: today } as const;
  const offer = (broughtUp: boolean) =>
    team.as(team.worker, (tx, office) =>
      offerSupport(tx, office, { ...again, answer: 'thinking', broughtUp }),
    );
  await assert.rejects(offer(false), because(/only if they bring it up/));
  await offer(true);
  const offers = await team.as(team.worker, (tx) => offersOf(tx, team.organisation, of.caseId));
  assert.deepEqual(
    offers.map(({ state, steps, broughtUp }) => [state, steps.length, broughtUp]),
    [
      ['declined', 2, false],
      ['later', 1, true],
    ],
  );
});

test('nothing is done against the states, nor told to an agency without a way that stands', async (t) => {
  const team = await teamOf(t);
  const counselling = await anOffer(team, 'counselling');
  await assert.rejects(
    does(team, counselling, { step: 'ordered', whom: 'An agency' }),
    because(/as they agreed/),
  );
  await assert.rejects(does(team, counselling, { step: 'delivered' }), because(/came to know of them/));
  const furniture = await anOffer(team, 'furniture');
  await assert.rejects(does(team, furniture, { step: 'ordered' }), because(/approves first/));
  await assert.rejects(does(team, furniture, { step: 'confirmed' }), because(/First it is delivered/));
});

test('the last step is struck out with a reason: it stays, and the offer stands as before it', async (t) => {
  const team = await teamOf(t);
  const of = await anOffer(team);
  const stepId = await does(team, of, { step: 'delivered' });
  const correction = { ...of, stepId, reason: 'It was another house' };
  await team.as(team.worker, (tx, office) => strikeLast(tx, office, correction));
  const offer = await stands(team, of);
  assert.equal(offer?.state, 'accepted');
  assert.deepEqual(offer?.steps.at(-1)?.struckBy?.words, 'It was another house');
  await assert.rejects(team.as(team.worker, (tx, office) => strikeLast(tx, office, correction)));
});

test('of two who record at once, the second learns that somebody was first', async (t) => {
  const team = await teamOf(t);
  const of = await anOffer(team);
  const both = await Promise.allSettled([
    does(team, of, { step: 'delivered' }),
    does(team, of, { step: 'delivered' }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
});

test('nobody outside the wall finds a trace of an offer, and nobody changes one', async (t) => {
  const team = await teamOf(t);
  const of = await anOffer(team);
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, {
      caseId: of.caseId,
      staffId: team.otherWorker,
      relation: 'relative',
      reason: 'Her aunt',
    }),
  );
  const other = await addTeam(team.db, team.behind);
  const inSight = (there: Team, staff: Team['worker']) =>
    there.as(staff, async (tx) => {
      const counted = z.object({ many: z.number() });
      const { many } = await tx.one(
        counted,
        sql`select (select count(*) from support_offer)::int + (select count(*) from support_step)::int as many`,
      );
      return many;
    });
  assert.equal(await inSight(team, team.worker), 2);
  for (const outside of [team.otherWorker, team.administrator]) {
    assert.equal(await inSight(team, outside), 0);
    await assert.rejects(
      team.as(outside, (tx, office) =>
        recordStep(tx, office, { ...of, step: 'delivered', happenedOn: today }),
      ),
    );
  }
  assert.equal(await inSight(other, other.manager), 0);
  for (const table of ['support_offer', 'support_step'])
    for (const forbidden of [
      sql`delete from ${raw(table)}`,
      sql`update ${raw(table)} set organisation_id = organisation_id`,
    ])
      await assert.rejects(
        team.as(team.worker, (tx) => tx.run(forbidden)),
        (error: { code?: string }) => error.code === '42501',
      );
});

const owedIn = async (team: Team, caseId: CaseId) =>
  (await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId })))
    .filter(({ commitment }) => /delivered|support-confirmed/.test(commitment))
    .map(({ commitment, outcome, fulfilledAt }) => [commitment, outcome, fulfilledAt !== null]);

test('their yes is owed by kind and risk; what did not come is owed again, and only they confirm', async (t) => {
  const team = await teamOf(t);
  const of = await anOffer(team);
  const due = 'safety-equipment-delivered-high';
  assert.deepEqual(
    await owedIn(team, of.caseId),
    [[due, null, false]],
    'a risk that nobody judged counts as high',
  );
  await does(team, of, { step: 'delivered' });
  assert.deepEqual((await owedIn(team, of.caseId)).toSorted(), [
    [due, 'met', false],
    ['support-confirmed', null, false],
  ]);
  await does(team, of, { step: 'not_come', way: 'phone', words: 'There was nobody at the library' });
  assert.deepEqual((await owedIn(team, of.caseId)).toSorted(), [
    [due, null, false],
    ['support-confirmed', 'met', false],
  ]);
});

test('what we could not bring about is broken; what they decided otherwise, or an error, is not', async (t) => {
  const team = await teamOf(t);
  const cannot = await anOffer(team);
  await does(team, cannot, { step: 'ended', ending: 'cannot', words: 'There is none left' });
  assert.deepEqual(await owedIn(team, cannot.caseId), [
    ['safety-equipment-delivered-high', 'breached', true],
  ]);
  const declined = await anOffer(team);
  await answers(team, declined, 'declined');
  assert.deepEqual(await owedIn(team, declined.caseId), [
    ['safety-equipment-delivered-high', 'met_by_plan', false],
  ]);
  const wrong = await anOffer(team);
  const stepId = (await stands(team, wrong))?.steps[0]?.id ?? '';
  await team.as(team.worker, (tx, office) =>
    strikeLast(tx, office, { ...wrong, stepId, reason: 'Another case' }),
  );
  assert.deepEqual(await owedIn(team, wrong.caseId), [
    ['safety-equipment-delivered-high', 'not_applicable', false],
  ]);
  assert.equal((await stands(team, wrong))?.state, 'in_error');
});

test('a delivery recorded in error is owed as before, and nobody is asked whether it came', async (t) => {
  const team = await teamOf(t);
  const of = await anOffer(team);
  const stepId = await does(team, of, { step: 'delivered' });
  await team.as(team.worker, (tx, office) =>
    strikeLast(tx, office, { ...of, stepId, reason: 'Another house' }),
  );
  assert.deepEqual((await owedIn(team, of.caseId)).toSorted(), [
    ['safety-equipment-delivered-high', null, false],
    ['support-confirmed', 'not_applicable', false],
  ]);
});
