import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf, commitmentsUnder, situation } from '../testing.ts';
import { riskReviews } from './risk-reviews.ts';
import { under } from './testing.ts';

const pack = under(riskReviews(['A']));

test('a risk is looked at again within 7, 28 or 90 days by its level', () => {
  const due = (level: string) => situation(pack, `risk-review-${level}`).due('2026-07-01 11:00');
  assert.deepEqual(['high', 'medium', 'standard'].map(due), [
    '2026-07-08 17:00',
    '2026-07-29 17:00',
    '2026-09-29 17:00',
  ]);
  const high = situation(pack, 'risk-review-high');
  assert.equal(high.due('2026-07-04 11:00'), '2026-07-10 17:00', 'the Friday before a Saturday');
  assert.equal(high.due('2026-12-18 11:00'), '2026-12-24 17:00', 'Christmas Eve, and not the 29th');
  assert.equal(high.due('2026-03-27 11:00'), '2026-04-02 17:00', 'Maundy Thursday, and not after Easter');
});

test('a change calls for it within two working days', () => {
  const changed = situation(pack, 'risk-review-change');
  assert.equal(changed.due('2026-07-03 16:00'), '2026-07-07 17:00');
  assert.equal(
    changed.stands('2026-07-03 16:00', '2026-07-08 09:00', ['risk.reviewed', '2026-07-06 12:00']),
    'met',
  );
  assert.equal(changed.stands('2026-07-03 16:00', '2026-07-08 09:00'), 'breached');
});

test('only a review keeps these promises, and each says whose days they are', () => {
  const reviews = riskReviews(['A']);
  for (const { id, definition, measure } of reviews) {
    assert.ok(commitmentsUnder(pack, 'A').includes(id));
    assert.match(definition, /Lintel’s/);
    if (measure.kind === 'clock') assert.deepEqual(clockOf(pack, id).stops, ['risk.reviewed']);
  }
  assert.equal(reviews.filter(({ measure }) => measure.kind === 'clock').length, 4);
});
