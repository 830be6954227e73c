import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { Fault } from '#kit/http/errors.ts';
import { sql } from '#kit/sql.ts';
import { agreedIn, recordSafeContact } from '#modules/agreement/index.ts';
import { addTeam, type Team, teamOf } from '#modules/cases/testing.ts';
import { agreed } from '#modules/contact/agreed.fixture.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { recordConflict } from '#modules/wall/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { issueItem, loansOf, recordLoss, takeBack } from './store/loans.ts';
import { offerSupport } from './store/offer.ts';
import { recordStep } from './store/steps.ts';
import { addItem, moveItem, stockItem } from './store/stock.ts';
import { freeItems, loanSeen, stockCounts, stockList } from './store/stock-list.ts';
import { strikeLast } from './store/strike.ts';

const today = Temporal.PlainDate.from('2026-07-01');
const because = (words: RegExp) => (fault: Fault) =>
  fault.verdict?.allowed === false && words.test(fault.verdict.reason);

async function aPhone(team: Team, number = 'K-1', testOn = today.add({ days: 30 })): Promise<string> {
  return team.as(team.otherWorker, async (tx, office) => {
    const id = await addItem(tx, office, { kind: 'safe_phone', number, about: '', happenedOn: today });
    const item = id && (await stockItem(tx, team.organisation, id));
    assert.ok(item);
    await moveItem(tx, office, item, { step: 'checked', happenedOn: today, testOn });
    return item.id;
  });
}

async function aYes(team: Team): Promise<{ caseId: CaseId; offerId: string }> {
  const caseId = await team.open(team.worker);
  const offerId = await team.as(team.worker, (tx, office) =>
    offerSupport(tx, office, {
      ...{ caseId, kind: 'safe_phone', what: '', ownWords: 'Yes', offeredOn: today, answer: 'taken' },
    }),
  );
  return { caseId, offerId };
}

type Of = Awaited<ReturnType<typeof aYes>>;
const issues = (team: Team, of: Of, itemId: string) =>
  team.as(team.worker, async (tx, office) => {
    const deliveryId = await recordStep(tx, office, { ...of, step: 'delivered', happenedOn: today });
    await issueItem(tx, office, { ...of, deliveryId, itemId }, today);
    return deliveryId;
  });
const stateOf = async (team: Team, itemId: string) =>
  (await team.as(team.worker, (tx) => stockItem(tx, team.organisation, itemId)))?.state;

const lost = { happenedOn: today, way: '', words: 'She has not found it since Monday', leads: null } as const;

test('issuing one is the delivery of the offer, and nobody else can be given it', async (t) => {
  const team = await teamOf(t);
  const [item, one, other] = [await aPhone(team), await aYes(team), await aYes(team)];
  await issues(team, one, item);
  assert.equal(await stateOf(team, item), 'issued');
  await assert.rejects(issues(team, other, item), because(/with somebody/));
  assert.deepEqual(
    await team.as(team.worker, (tx) => freeItems(tx, team.organisation, 'safe_phone', today)),
    [],
  );
});

test('a delivery recorded in error puts it back, unless more became of it since', async (t) => {
  const team = await teamOf(t);
  const [item, of] = [await aPhone(team), await aYes(team)];
  const stepId = await issues(team, of, item);
  const strikes = (id: string) =>
    team.as(team.worker, (tx, office) =>
      strikeLast(tx, office, { ...of, stepId: id, reason: 'Another case' }),
    );
  await strikes(stepId);
  assert.equal(await stateOf(team, item), 'in_stock');
  const again = await issues(team, of, item);
  await team.as(team.worker, (tx, office) =>
    takeBack(tx, office, { ...of, happenedOn: today, words: '', withThem: false }),
  );
  await assert.rejects(strikes(again), because(/More became of/));
});

test('a lost one is asked about: a promise runs, the way that led to it is shut, and only a no is a no', async (t) => {
  const team = await teamOf(t);
  const [item, of] = [await aPhone(team), await aYes(team)];
  const { caseId } = of;
  await team.as(team.worker, (tx, office) => recordSafeContact(tx, office, agreement(caseId)));
  await issues(team, of, item);
  const before = await team.as(team.worker, (tx) => agreedIn(tx, team.organisation, caseId));
  assert.equal(before?.changedSince, null);
  const leads = { safeContactId: before?.id ?? '' };
  await team.as(team.worker, (tx, office) =>
    recordLoss(tx, office, { ...of, ...lost, feared: 'not_asked', leads }),
  );
  assert.equal(await stateOf(team, item), 'lost');
  const asked = async () =>
    (await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId }))).find(
      ({ commitment }) => commitment === 'lost-asked-about',
    );
  assert.equal((await asked())?.outcome, null);
  const doubt = await team.as(team.worker, (tx) => agreedIn(tx, team.organisation, caseId));
  assert.notEqual(doubt?.changedSince, null, 'nobody rings the phone that is lost');
  await team.as(team.worker, (tx, office) =>
    recordLoss(tx, office, { ...of, ...lost, feared: 'maybe', way: 'in_person' }),
  );
  assert.equal((await asked())?.outcome, 'met');
  const triggered = await team.as(team.worker, (tx) =>
    tx.one(
      z.object({ many: z.number() }),
      sql`select count(*)::int as many from event where case_id = ${caseId} and name = 'risk.review-triggered'`,
    ),
  );
  assert.equal(triggered.many, 1);
  const [loan] = await team.as(team.worker, (tx) => loansOf(tx, team.organisation, of.offerId));
  assert.deepEqual(
    loan?.losses.map(({ feared }) => feared),
    ['not_asked', 'maybe'],
  );
  await team.as(team.worker, (tx, office) =>
    takeBack(tx, office, { ...of, happenedOn: today, words: '', withThem: true }),
  );
  assert.equal(await stateOf(team, item), 'issued');
  const still = await team.as(team.worker, (tx) => agreedIn(tx, team.organisation, caseId));
  assert.notEqual(still?.changedSince, null, 'that it was found agrees nothing anew');
});

test('a colleague outside the wall sees the thing in the cupboard’s list, and of whoever has it nothing', async (t) => {
  const team = await teamOf(t);
  const [item, of] = [await aPhone(team), await aYes(team)];
  await issues(team, of, item);
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, {
      caseId: of.caseId,
      staffId: team.otherWorker,
      relation: 'relative',
      reason: 'Her aunt',
    }),
  );
  const seen = (by: Team['worker']) =>
    team.as(by, async (tx) => ({
      offer: await loanSeen(tx, team.organisation, item),
      counts: await stockCounts(tx, team.organisation),
      listed: (await stockList(tx, team.organisation, { kind: null, state: null, number: 'k-', page: 1 }))
        .items.length,
    }));
  const counts = [{ kind: 'safe_phone', state: 'issued', number: 1 }];
  assert.deepEqual(await seen(team.worker), {
    offer: `/cases/${of.caseId}/support/${of.offerId}`,
    counts,
    listed: 1,
  });
  assert.deepEqual(await seen(team.otherWorker), { offer: null, counts, listed: 1 });
  assert.deepEqual(await seen(team.administrator), { offer: null, counts: [], listed: 0 });
  const elsewhere = await addTeam(team.db, team.behind);
  const none = await elsewhere.as(elsewhere.manager, (tx) => stockCounts(tx, elsewhere.organisation));
  assert.deepEqual(none, []);
});

test('what the list says stands where the rule says, however much became of it', async (t) => {
  const team = await teamOf(t);
  const item = await aPhone(team);
  const moves = ['faulty', 'checked', 'lost', 'found', 'checked', 'retired'] as const;
  for (const step of moves) {
    await team.as(team.worker, async (tx, office) => {
      const found = await stockItem(tx, team.organisation, item);
      assert.ok(found);
      await moveItem(tx, office, found, { step, happenedOn: today, testOn: null });
    });
    const { items } = await team.as(team.worker, (tx) =>
      stockList(tx, team.organisation, { kind: 'safe_phone', state: null, number: '', page: 1 }),
    );
    assert.equal(items[0]?.state, await stateOf(team, item), step);
  }
});

const agreement = (caseId: CaseId) => ({ ...agreed, caseId });
