import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementAt } from './agreement-at.ts';

const on = (time: string) => Temporal.Instant.from(`2026-07-01T${time}:00Z`);
const first = { id: 'first', recordedAt: on('09:00') };
const second = { id: 'second', recordedAt: on('12:00') };
const history = {
  versions: [second, first],
  asked: [
    { versionId: 'first', answer: 'same' as const, at: on('10:00') },
    { versionId: 'second', answer: 'changed' as const, at: on('13:00') },
  ],
  ways: [],
  suspected: [on('09:30'), on('11:00')].map((at) => ({ at, over: 'first', wayId: null })),
};

test('a call is held against what was agreed when it was made, not against what was agreed since', () => {
  assert.equal(agreementAt(history, on('08:59')), null, 'nothing had been agreed');
  assert.equal(agreementAt(history, on('11:59'))?.id, 'first');
  assert.equal(agreementAt(history, on('12:00'))?.id, 'second');
});

test('what was in doubt then is in doubt then, until somebody asked again', () => {
  assert.deepEqual(agreementAt(history, on('09:45'))?.unsureSince, on('09:30'));
  assert.equal(agreementAt(history, on('10:30'))?.unsureSince, null, 'asked at ten: nothing had changed');
  assert.deepEqual(agreementAt(history, on('11:30'))?.unsureSince, on('11:00'));
  assert.equal(agreementAt(history, on('12:30'))?.unsureSince, null, 'agreed anew at twelve');
  assert.equal(agreementAt(history, on('12:59'))?.changedSince, null);
  assert.deepEqual(agreementAt(history, on('13:30'))?.changedSince, on('13:00'));
});

const work = { id: 'work-1', wayId: 'work', recordedAt: on('12:15') };
const sister = { id: 'sister-1', wayId: 'sister', recordedAt: on('12:15') };
const withWays = (over: string, wayId: string | null = null) => ({
  ...history,
  ways: [work, sister],
  suspected: [{ at: on('12:30'), over, wayId }],
});
const inDoubt = (over: string, wayId: string | null = null) => {
  const then = agreementAt(withWays(over, wayId), on('12:45'));
  const further = then?.further.filter(({ unsureSince }) => unsureSince !== null).map((way) => way.wayId);
  return [...(then?.unsureSince ? ['first'] : []), ...(further ?? [])];
};

test('a further way is agreed from when it was recorded, and not before', () => {
  assert.deepEqual(agreementAt(withWays('first'), on('12:10'))?.further, []);
  assert.equal(agreementAt(withWays('first'), on('12:20'))?.further.length, 2);
});

test('what was heard over one way puts that one in doubt; over one that nobody knows, all of them', () => {
  assert.deepEqual(inDoubt('first'), ['first']);
  assert.deepEqual(inDoubt('further', 'work'), ['work']);
  assert.deepEqual(inDoubt('another'), ['first', 'work', 'sister']);
  assert.deepEqual(inDoubt('not_asked'), ['first', 'work', 'sister']);
});

test('what was agreed of addresses is in doubt from the move until it is agreed anew, whatever was confirmed', () => {
  const moved = { ...history, moved: [on('09:30')] };
  assert.equal(agreementAt(moved, on('09:15'))?.movedSince, null, 'nobody knew of it then');
  assert.deepEqual(
    agreementAt(moved, on('10:30'))?.movedSince,
    on('09:30'),
    'nothing has changed, they said at ten',
  );
  assert.equal(agreementAt(moved, on('12:30'))?.movedSince, null, 'agreed anew at twelve');
});
