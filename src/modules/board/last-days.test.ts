import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { office, officeClosed, officeWith } from '#rules/testing.ts';
import { lastDays, lastDaysFor } from './last-days.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);
const last = (day: string, workingDays: number, calendar = office, to = day) => {
  const found = lastDays({ from: date(day), to: date(to) }, workingDays, calendar);
  const one = found.find((each) => each.day.equals(date(day)));
  return [one?.inTime.toString(), one?.after.toString()];
};

describe('by when something is to be shown', () => {
  test('a case of Friday has until the end of Monday, and one that came after closing until Tuesday', () => {
    assert.deepEqual(last('2026-11-20', 1), ['2026-11-23', '2026-11-24']);
  });

  test('weekends, bank holidays and closures that were known are no days of it', () => {
    assert.deepEqual(last('2026-12-24', 1), ['2026-12-29', '2026-12-30']);
    assert.deepEqual(last('2026-12-26', 1), ['2026-12-30', '2026-12-30'], 'received on the Tuesday');
    const closed = officeClosed('2026-12-01 09:00', '2026-12-29');
    assert.deepEqual(last('2026-12-24', 1, closed), ['2026-12-30', '2026-12-31']);
  });

  test('a closure that was agreed afterwards gives nobody another day', () => {
    const later = officeClosed('2026-12-24 12:00', '2026-12-29');
    assert.deepEqual(last('2026-12-24', 1, later), ['2026-12-29', '2026-12-31']);
  });

  test('a cut-off counts where the policy has one', () => {
    const early = officeWith({ cutOff: '15:00' });
    const calendar = lastDays({ from: date('2026-11-18'), to: date('2026-11-18') }, 5, early);
    assert.ok(calendar.length > 0);
    assert.deepEqual(last('2026-11-18', 5, early), ['2026-11-25', '2026-11-26']);
  });

  test('every day is known whose time ends within those that are asked for', () => {
    const found = lastDays({ from: date('2026-11-18'), to: date('2026-11-20') }, 20, office);
    assert.equal(found[0]?.day.toString(), '2026-10-20', 'what came after closing that day');
    assert.equal(found.at(-1)?.day.toString(), '2026-11-20');
    for (const [nth, { day }] of found.entries())
      assert.ok(nth === 0 || day.equals(found[nth - 1]?.day.add({ days: 1 }) ?? day));
  });

  test('whoever asks again about as many working days is told the same, without its being reckoned again', () => {
    const days = { from: date('2026-11-18'), to: date('2026-11-20') };
    const lastFor = lastDaysFor(days, office);
    assert.deepEqual(lastFor(5), lastDays(days, 5, office));
    assert.deepEqual(lastFor(1), lastDays(days, 1, office));
    assert.equal(lastFor(5), lastFor(5));
  });
});
