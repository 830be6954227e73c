import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdContacts } from '#rules/hold-answer.ts';
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
  assert.equal(drawn(now, true, chances())[0]?.startsAt.toString(), now.toString());
  assert.equal(drawn(now, false, chances(0.5))[0]?.startsAt.toString(), now.add({ hours: 12 }).toString());
});

test('they last as long as cases do, and hold what cases hold', () => {
  const [shortest] = drawn(now, true, chances(0.5, 0));
  assert.equal(shortest?.days, 90);
  assert.deepEqual(shortest?.held, holdContacts);
  const [some, ...none] = drawn(now, true, chances(0.8, 0.999, 0.1, 0.9, 0.9, 0.9, 0.1, 0.9));
  assert.equal(some?.days, 399);
  assert.deepEqual([some?.held, none], [['letter', 'visit'], []]);
});

test('as of cases, all may be held at first and some of it later', () => {
  const [first, then] = drawn(now, true, chances(0.9, 0, 0.1, 0.9, 0.9, 0.9, 0.1, 0.9, 0));
  assert.deepEqual([first?.days, first?.held], [7, holdContacts]);
  assert.deepEqual([then?.days, then?.held], [90, ['letter', 'visit']]);
});

test('of four in ten somebody is asked first about everything, as of a home of whoever is feared', () => {
  const asked = Array.from({ length: 100 }, (_, nth) => drawn(now, true, chances(nth / 100, 0)));
  assert.equal(asked.filter((parts) => parts.every(({ held }) => held.length === 0)).length, 40);
});
