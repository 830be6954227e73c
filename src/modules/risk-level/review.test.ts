import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf } from '#packs/bank-holidays/bank-holidays.ts';
import { vivid2023 } from '#packs/vivid-2023/pack.ts';
import { type ReviewPromise, reviewDue, workingDaysLeft } from './review.ts';

const calendar = calendarOf(vivid2023.calendar);
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant();
const promise = (commitment: string, due: string, more: Partial<ReviewPromise> = {}): ReviewPromise => ({
  packId: 'vivid-2023',
  commitment,
  dueAt: at(due),
  outcome: null,
  fulfilledAt: null,
  ...more,
});

test('the review that is to be done first is told of, and why', () => {
  const byLevel = promise('risk-review-medium', '2026-12-16T17:00');
  const changed = promise('risk-review-change', '2026-11-20T17:00');
  assert.deepEqual(reviewDue([byLevel, promise('first-contact', '2026-11-18T17:00')]), {
    packId: 'vivid-2023',
    commitment: 'risk-review-medium',
    dueAt: byLevel.dueAt,
    triggered: false,
    overdue: false,
  });
  assert.deepEqual(reviewDue([byLevel, changed])?.commitment, 'risk-review-change');
  assert.equal(reviewDue([byLevel, changed])?.triggered, true);
});

test('a review that was missed is owed until the risk is looked at again', () => {
  const missed = promise('risk-review-high', '2026-11-18T17:00', { outcome: 'breached' });
  assert.equal(reviewDue([missed])?.overdue, true);
  assert.equal(reviewDue([{ ...missed, fulfilledAt: at('2026-11-19T10:00') }]), null);
  assert.equal(reviewDue([promise('risk-review-high', '2026-11-18T17:00', { outcome: 'met' })]), null);
});

test('how long is left is said in working days', () => {
  const left = (now: string, due: string) => workingDaysLeft(at(now), at(due), calendar);
  assert.equal(left('2026-11-18T10:00', '2026-11-25T17:00'), '5 working days');
  assert.equal(left('2026-11-20T10:00', '2026-11-23T17:00'), '1 working day', 'over a weekend');
  assert.equal(left('2026-12-24T10:00', '2026-12-29T17:00'), '1 working day', 'over Christmas');
  assert.equal(left('2026-11-18T10:00', '2026-11-18T17:00'), '');
  assert.equal(left('2026-11-19T10:00', '2026-11-18T17:00'), '');
});
