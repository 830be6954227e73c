import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repeatWords } from '#modules/case-file/pure.ts';
import { repeatOf } from './reopening.ts';

const at = (day: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '12:00' }).toInstant();
const closed = (day: string) => ({ openedAt: at('2024-01-01'), closedAt: at(day) });
const repeats = (earlier: Parameters<typeof repeatOf>[0], day: string) =>
  repeatOf(earlier, at(day), 'Europe/London');

test('a case opened within twelve months of the end of an earlier one is a repeat', () => {
  assert.ok(repeats([closed('2026-01-10')], '2027-01-10'));
  assert.equal(repeats([closed('2026-01-10')], '2027-01-11'), null);
});

test('a leap day counts to the end of February', () => {
  assert.ok(repeats([closed('2024-02-29')], '2025-02-28'));
  assert.equal(repeats([closed('2024-02-29')], '2025-03-01'), null);
});

test('of several earlier cases the newest counts', () => {
  const newest = closed('2026-09-01');
  assert.equal(repeats([closed('2026-01-10'), newest, closed('2025-12-24')], '2026-11-18'), newest);
});

test('a first case repeats nothing', () => {
  assert.equal(repeats([], '2026-11-18'), null);
});

test('a page says by which definition it was weighed', () => {
  assert.match(
    repeatWords({ definition: 'any', counts: true }),
    /^A repeat within 12 months, .*: any abuse\.$/,
  );
  assert.match(
    repeatWords({ definition: 'violence_stalking_sexual', counts: false }),
    /^Again within 12 months\. .*\(violence, stalking or sexual abuse\) it does not count as a repeat\.$/,
  );
});
