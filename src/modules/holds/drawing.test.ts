import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn, toDraw } from './drawing.ts';

const now = Temporal.Instant.from('2026-11-30T09:00:00Z');
const chances = (...given: readonly number[]) => {
  const left = [...given];
  return () => left.shift() ?? 0;
};

test('one running tenancy in fifty is held by chance, and never fewer than one', () => {
  assert.equal(toDraw(0, 0), 0);
  assert.equal(toDraw(1, 0), 1);
  assert.equal(toDraw(35_000, 690), 10);
  assert.equal(toDraw(100, 7), 0, 'what was drawn stands, when tenancies end');
});

test('the first hold at once, before anybody can ask; later ones begin at some moment of the day', () => {
  assert.equal(drawn(now, true, chances()).startsAt.toString(), now.toString());
  assert.equal(drawn(now, false, chances(0.5)).startsAt.toString(), now.add({ hours: 12 }).toString());
});

test('they last as long as cases do, and hold what cases hold', () => {
  const shortest = drawn(now, true, chances(0, 0));
  assert.equal(shortest.days, 90);
  assert.deepEqual(shortest.held, ['letter', 'text', 'email', 'phone', 'visit']);
  const some = drawn(now, true, chances(0.9, 0.999, 0.1, 0.9, 0.9, 0.9, 0.1));
  assert.equal(some.days, 399);
  assert.deepEqual(some.held, ['letter', 'visit']);
});
