import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offeredOn, withdrawalInWords } from './withdrawal.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const withdrawal = { from: '2026-12-01', reason: 'Our licence ends', byName: 'Ada Keel' };

test('what is withdrawn is offered until its day, and not from it on', () => {
  const loaded = { effectiveFrom: day('2026-11-01'), withdrawal };
  assert.deepEqual(
    ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01', '2027-01-01'].map((on) =>
      offeredOn(loaded, day(on)),
    ),
    [false, true, true, false, false],
  );
  assert.equal(offeredOn({ ...loaded, withdrawal: null }, day('2027-01-01')), true, 'nobody withdrew it');
});

test('it says since when, by whom and why', () => {
  assert.equal(
    withdrawalInWords(withdrawal),
    'Not offered from 1 December 2026 on, by Ada Keel: Our licence ends.',
  );
});
