import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { kindOf, offeredToday, offerKinds } from './kinds.ts';
import {
  type Answer,
  answers,
  deeds,
  endings,
  isAnswer,
  isOwed,
  mayFollow,
  mayOffer,
  mayTell,
  type Step,
  type StepName,
  stateOf,
} from './offer.ts';

const stood = (...steps: readonly StepName[]): readonly Step[] =>
  steps.map((step) => ({ step, struck: false }));
const reason = (verdict: ReturnType<typeof mayFollow>) => (verdict.allowed ? '' : verdict.reason);

test('from their yes to their word that it came', () => {
  const furniture = kindOf('furniture');
  const path = ['taken', 'approved', 'ordered', 'delivered', 'confirmed'] as const;
  const states = path.map((_, index) => stateOf(stood(...path.slice(0, index + 1))));
  assert.deepEqual(states, ['accepted', 'approved', 'ordered', 'delivered', 'confirmed']);
  for (const [index, step] of path.entries())
    assert.equal(reason(mayFollow(furniture, stateOf(stood(...path.slice(0, index))), step)), '');
});

test('what only we say was delivered is not confirmed, and what did not come is owed as before', () => {
  assert.equal(stateOf(stood('taken', 'delivered')), 'delivered');
  assert.equal(isOwed(stateOf(stood('taken', 'delivered', 'not_come'))), true);
  assert.equal(stateOf(stood('taken', 'delivered', 'not_safe')), 'unasked');
});

test('what costs money is approved first; what costs nothing is not', () => {
  assert.match(reason(mayFollow(kindOf('furniture'), 'accepted', 'delivered')), /approves first/);
  assert.match(reason(mayFollow(kindOf('tenancy_support'), 'accepted', 'approved')), /costs nothing/);
});

test('an agency knows of somebody only as they agreed, by a decision, or because they turned to it themselves', () => {
  const counselling = kindOf('counselling');
  const order = { step: 'ordered', shareId: null, way: '' } as const;
  assert.equal(mayTell(counselling, order).allowed, false);
  assert.equal(mayTell(counselling, { ...order, way: 'themselves' }).allowed, true);
  assert.equal(mayTell(counselling, { ...order, shareId: 'decided' }).allowed, true);
  assert.match(reason(mayFollow(counselling, 'accepted', 'delivered')), /came to know of them/);
});

test('what they declined is not brought up again unless they do; another kind is', () => {
  const declined = [{ kind: 'move', what: '', state: 'declined' }] as const;
  assert.match(reason(mayOffer('move', '', declined, false)), /only if they bring it up/);
  assert.equal(mayOffer('move', '', declined, true).allowed, true);
  assert.equal(mayOffer('counselling', '', declined, false).allowed, true);
  const other = [{ kind: 'other', what: 'A dog', state: 'declined' }] as const;
  assert.equal(mayOffer('other', 'A lift to the nursery', other, false).allowed, true);
});

test('what has done what they wanted ends only once they said that it came, or it is not safe to ask', () => {
  const phone = kindOf('safe_phone');
  assert.match(reason(mayFollow(phone, 'delivered', 'ended', 'finished')), /First they say that it came/);
  assert.equal(mayFollow(phone, 'unasked', 'ended', 'finished').allowed, true);
  assert.match(reason(mayFollow(phone, 'confirmed', 'ended', 'cannot')), /It was delivered/);
});

test('a step that was recorded in error counts for nothing, and an offer of nothing else stands as that', () => {
  assert.equal(
    stateOf([
      { step: 'taken', struck: false },
      { step: 'delivered', struck: true },
    ]),
    'accepted',
  );
  assert.equal(stateOf([{ step: 'taken', struck: true }]), 'in_error');
});

test('whatever is recorded in whatever order, nothing comes about without their yes or their word', () => {
  const step = fc.constantFrom<StepName>(...answers.map(({ value }) => value), ...deeds);
  const tried = fc.array(fc.tuple(step, fc.constantFrom(...endings.map(({ value }) => value))), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.constantFrom(...offerKinds), tried, (kind, steps) => {
      const kept: StepName[] = [];
      for (const [name, ending] of steps)
        if (mayFollow(kind, stateOf(stood(...kept)), name, name === 'ended' ? ending : undefined).allowed)
          kept.push(name);
      for (const [index, name] of kept.entries()) {
        const before = kept.slice(0, index);
        const answer = before.findLast(isAnswer) as Answer | undefined;
        if (['approved', 'ordered', 'delivered'].includes(name)) assert.equal(answer, 'taken');
        if (name === 'approved') assert.equal(kind.cost, true);
        if (name === 'confirmed' || name === 'not_safe')
          assert.ok(before.includes('delivered') || before.includes('ordered'));
        if (name === 'ended') assert.equal(index, kept.length - 1, 'nothing follows an ending');
        if (kind.by === null) assert.ok(isAnswer(name));
      }
    }),
    runs(300),
  );
});

test('every kind has a name of its own, and one that costs, tells or lends says who brings it about', () => {
  assert.equal(new Set(offerKinds.map(({ value }) => value)).size, offerKinds.length);
  assert.equal(new Set(offeredToday.map(({ label }) => label)).size, offeredToday.length);
  for (const { by, cost, consent, followUpDays } of offerKinds as readonly ReturnType<typeof kindOf>[])
    if (cost || consent || followUpDays) assert.notEqual(by, null);
});
