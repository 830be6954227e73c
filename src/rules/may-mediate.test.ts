import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyMediation, safeToMediate } from '../../tests/any-mediation-facts.ts';
import { runs } from '../../tests/property.ts';
import type { StaffId } from './facts.ts';
import { type MediateFacts, mayMediate, mayUnfind } from './may-mediate.ts';

const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
const lately = now.subtract({ hours: 2 });

const wants = { wish: 'wants', alone: 'yes', saidAt: lately } as const;
const looked = { answers: safeToMediate, level: 'standard', testedAt: lately } as const;
const open: MediateFacts = {
  idea: 'theirs',
  wish: wants,
  test: looked,
  advice: { says: 'safe', givenAt: lately },
  againstAt: null,
  decided: 'yes',
  onRecord: { coercive: false, honour: false, courtOrder: false },
  changedAt: null,
  ...{ closed: false, danger: false, level: 'standard', judged: true },
};

const shutBy = (differs: Partial<MediateFacts>, at = now) => {
  const answer = mayMediate({ ...open, ...differs }, at, 'arrange');
  return answer.open ? [] : answer.reasons.map(({ by }) => by);
};
const tested = (answers: Partial<typeof safeToMediate>): Partial<MediateFacts> => ({
  test: { answers: { ...safeToMediate, ...answers }, level: 'standard', testedAt: lately },
});

test('their own request, a specialist and a manager open it where nothing speaks against it', () => {
  assert.deepEqual(shutBy({}), []);
});

test('never with coercive control, high risk, so-called honour or an order, wherever that stands', () => {
  assert.deepEqual(shutBy(tested({ coercive: 'yes' })), ['coercive']);
  assert.deepEqual(shutBy({ onRecord: { ...open.onRecord, coercive: true } }), ['coercive']);
  assert.deepEqual(shutBy(tested({ honour: 'yes' })), ['honour']);
  assert.deepEqual(shutBy({ onRecord: { ...open.onRecord, honour: true } }), ['honour']);
  assert.deepEqual(shutBy(tested({ court_order: 'yes' })), ['court_order']);
  assert.deepEqual(shutBy({ onRecord: { ...open.onRecord, courtOrder: true } }), ['court_order']);
  assert.deepEqual(shutBy({ level: 'high', test: { ...looked, level: 'high' } }), ['high_risk']);
});

test('what somebody else wishes is never put to them', () => {
  for (const idea of ['other_tenant', 'somebody_else', 'colleague'] as const)
    assert.deepEqual(shutBy({ idea }), ['not_their_idea']);
});

test('not sure, not any more, and said where somebody could hear it, are no request', () => {
  assert.deepEqual(shutBy({ wish: { ...wants, wish: 'unsure' } }), ['not_wanted']);
  assert.deepEqual(shutBy({ wish: { ...wants, wish: 'not_any_more' } }), ['not_wanted']);
  assert.deepEqual(shutBy({ wish: { ...wants, alone: 'not_known' } }), ['not_alone']);
  assert.deepEqual(shutBy({ wish: null }), ['no_wish']);
});

test('afraid, pressed, and what nobody knows, are not safe', () => {
  assert.deepEqual(shutBy(tested({ afraid: 'yes' })), ['afraid']);
  assert.deepEqual(shutBy(tested({ pressed: 'yes' })), ['pressed']);
  for (const name of Object.keys(safeToMediate))
    assert.deepEqual(shutBy(tested({ [name]: 'not_known' })), ['not_known'], name);
  assert.deepEqual(shutBy(tested({ joint: 'no' })), ['not_joint']);
});

test('whatever changes shuts it again: the risk, something that happened, time', () => {
  assert.deepEqual(shutBy({ changedAt: now.subtract({ hours: 1 }) }), [
    ...['wish_overtaken', 'test_overtaken', 'advice_overtaken'],
  ]);
  assert.deepEqual(shutBy({ level: 'medium' }), ['test_overtaken']);
  assert.deepEqual(shutBy({}, now.add({ hours: 24 * 29 })), ['test_old', 'advice_old']);
  assert.deepEqual(shutBy({ decided: 'other' }), ['decided_otherwise']);
});

test('no second service is asked until one says yes', () => {
  assert.deepEqual(shutBy({ againstAt: now.subtract({ hours: 24 * 20 }) }), ['advised_against']);
  assert.deepEqual(shutBy({ againstAt: now.subtract({ hours: 24 * 29 }) }), []);
  assert.deepEqual(shutBy({ advice: { says: 'cannot_say', givenAt: lately } }), ['no_advice']);
});

test('whoever found that they are afraid does not find alone that they no longer are', () => {
  const [one, other] = ['a', 'b'] as unknown as [StaffId, StaffId];
  const before = { answers: { ...safeToMediate, afraid: 'yes' as const }, testedBy: one };
  assert.equal(mayUnfind(before, safeToMediate, one).allowed, false);
  assert.equal(mayUnfind(before, safeToMediate, other).allowed, true);
  assert.equal(mayUnfind(before, before.answers, one).allowed, true);
});

test('whatever else is so, it is never open beside any of what shuts it, and nobody’s decision opens it', () => {
  let opened = 0;
  fc.assert(
    fc.property(anyMediation(now), (facts) => {
      const arrange = mayMediate(facts, now, 'arrange');
      const decide = mayMediate(facts, now, 'decide');
      if (!decide.open) {
        assert.equal(mayMediate({ ...facts, decided: 'yes' }, now, 'arrange').open, false);
        return;
      }
      if (!arrange.open) return;
      opened += 1;
      const { wish, test: found, advice, onRecord } = facts;
      assert.deepEqual({ ...found?.answers }, safeToMediate);
      assert.ok(wish?.wish === 'wants' && wish.alone === 'yes' && facts.idea === 'theirs');
      assert.ok(advice?.says === 'safe' && facts.decided === 'yes');
      assert.ok(facts.level !== null && facts.level !== 'high' && facts.judged);
      assert.ok(
        !(onRecord.coercive || onRecord.honour || onRecord.courtOrder || facts.danger || facts.closed),
      );
    }),
    runs(5_000),
  );
  assert.ok(opened > 0, 'none was open');
});
