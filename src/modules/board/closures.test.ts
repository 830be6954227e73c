import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '#kit/html.ts';
import { office, officeClosed } from '#rules/testing.ts';
import { type ClosedDay, closedIn, quartersOf } from './closures.ts';
import { closedDays } from './views/closed-days.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);
const closed = (day: string, agreedOn = '2026-09-01', opened = false): ClosedDay => ({
  ...{ day: date(day), agreedOn: date(agreedOn), opened },
  ...{ proposedBy: 'Ada Keel', agreedBy: 'Bram Oduya' },
});
const december = { from: date('2026-12-01'), to: date('2026-12-31') };
const says = (known: readonly ClosedDay[], calendar = office) => {
  const part = closedDays(closedIn(december, known, calendar));
  return part === false
    ? ''
    : render(part)
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll(/\s+/g, ' ');
};

describe('what the board says of days that a landlord closed', () => {
  test('nothing, where there is none, or only a weekend or a bank holiday of it', () => {
    assert.equal(says([]), '');
    assert.equal(says([closed('2026-12-26'), closed('2026-12-25')]), '');
    assert.equal(says([closed('2026-11-30')]), '', 'before the period');
  });

  test('each working day once, with who proposed and who agreed to it', () => {
    const words = says(
      [closed('2026-12-24'), closed('2026-12-24', '2026-12-01')],
      officeClosed('2026-09-01 10:00', '2026-12-24'),
    );
    assert.match(
      words,
      /on 1 working day of this period: Thursday 24 December \(proposed by Ada Keel, agreed/,
    );
    assert.doesNotMatch(words, /less than 14 days ahead/, 'it was first agreed in September');
  });

  test('which were agreed less than 14 days ahead, and how many there were in a quarter', () => {
    const known = ['07', '08', '09', '10'].map((day) => closed(`2026-12-${day}`, '2026-11-30'));
    assert.match(says(known), /less than 14 days ahead: Monday 7 December, Tuesday 8/);
    assert.doesNotMatch(says(known), /in a quarter/);
    const more = [...known, closed('2026-10-01'), closed('2026-10-02')];
    assert.match(says(more), /More than 5 in a quarter: 6 in the one from 1 October 2026/);
  });

  test('a day that was closed for a time and open after all is not hidden', () => {
    assert.match(says([closed('2026-12-24', '2026-12-01', true)]), /open after all: Thursday 24 December/);
    assert.doesNotMatch(
      says([closed('2026-12-24', '2026-12-01', true), closed('2026-12-24', '2026-12-02')]),
      /open after all/,
      'it was closed again',
    );
  });

  test('a period knows the whole of each quarter that it touches', () => {
    const { from, to } = quartersOf({ from: date('2026-11-18'), to: date('2027-02-01') });
    assert.deepEqual([from, to].map(String), ['2026-10-01', '2027-03-31']);
  });
});
