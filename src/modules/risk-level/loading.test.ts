import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loosenedByLoading, whyNotLoaded } from './loading.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const levels = (gold: number, silver = 20) =>
  [
    { name: 'Bronze', from: 0, means: 'standard' },
    { name: 'Silver', from: silver, means: 'medium' },
    { name: 'Gold', from: gold, means: 'high' },
  ] as const;
const version = (gold: number, from: string, until: string | null = null) => ({
  from: day(from),
  until: until === null ? null : day(until),
  levels: levels(gold),
});
const loads = (wanted: ReturnType<typeof levels>, from: string, ...before: ReturnType<typeof version>[]) =>
  loosenedByLoading({ instrument: 'own-1', levels: wanted, effectiveFrom: day(from) }, before);
const held = version(40, '2026-01-01');

test('a version by whose levels fewer people are high or medium is named; the first, or a safer one, is not', () => {
  assert.deepEqual(loads(levels(90), '2026-11-18', held), ['high from 90, not from 40']);
  assert.deepEqual(loads(levels(40, 30), '2026-11-18', held), ['medium from 30, not from 20']);
  assert.deepEqual(loads(levels(40), '2026-11-18', held), []);
  assert.deepEqual(loads(levels(30, 10), '2026-11-18', held), []);
  assert.deepEqual(loads(levels(90), '2026-11-18'), []);
});

test('it is compared with the version whose place it takes, on its day and on every later one', () => {
  assert.equal(loads(levels(90), '2035-01-01', held).length, 1, 'a day to come hides nothing');
  const later = version(90, '2035-01-01');
  assert.deepEqual(loads(levels(85), '2036-01-01', later, held), []);
  assert.deepEqual(loads(levels(85), '2026-11-18', later, held), ['high from 85, not from 40']);
});

test('nor does anybody come to it by withdrawing the version that holds', () => {
  const withdrawn = version(40, '2026-01-01', '2026-11-18');
  assert.deepEqual(loads(levels(90), '2026-11-18', withdrawn), ['high from 90, not from 40']);
});

test('whoever loads it reads how two people come to it', () => {
  assert.match(
    whyNotLoaded(loads(levels(90), '2026-11-18', held)),
    /\(high from 90, not from 40\), and nobody alone decides that\. .*once another manager has agreed/,
  );
});
