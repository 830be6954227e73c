import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsOfYear, monthsWithAnything } from './months.ts';
import { noTally } from './tally.ts';

const months = monthsOfYear(Temporal.PlainDate.from('2026-11-18'));
const ended = (month: string) => ({
  ...{ ...noTally, ended: 1, met: 1, commitment: 'triage' },
  month: Temporal.PlainDate.from(month),
});

test('the months of a clause begin with the first one in which anything ended', () => {
  const shown = monthsWithAnything(months, [ended('2026-10-01'), ended('2026-08-01')]);
  assert.deepEqual(shown.map(String), ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']);
});

test('what was kept from the start is something too; where there is nothing at all, this month stands', () => {
  const born = { ...ended('2026-09-01'), ended: 0, met: 0, atBirth: 2 };
  assert.equal(monthsWithAnything(months, [born]).length, 3);
  assert.deepEqual(monthsWithAnything(months, []).map(String), ['2026-11-01']);
});
