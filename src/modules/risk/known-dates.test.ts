import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { lookAtDate, tellsAsOf } from './known-dates.ts';

const onDate = Temporal.PlainDate.from('2026-12-18');
const before = (days: number) => onDate.subtract({ days });

test('people are told 28, 14, 7 and 1 days before, and the risk is looked at again at 14 and on the day', () => {
  const told: number[] = [];
  const reviewed: number[] = [];
  let toldBefore: number | null = null;
  for (let days = 40; days >= -5; days -= 1) {
    const look = lookAtDate({ onDate, toldBefore }, before(days));
    if (look.tell) told.push(days);
    if (look.review) reviewed.push(days);
    toldBefore = look.toldBefore;
  }
  assert.deepEqual(told, [28, 14, 7, 1]);
  assert.deepEqual(reviewed, [14, 0]);
});

test('after days in which nobody looked, people are told once', () => {
  const look = lookAtDate({ onDate, toldBefore: 28 }, before(5));
  assert.deepEqual([look.tell, look.review, look.toldBefore], [true, true, 7]);
  assert.equal(look.nextLookOn?.toString(), before(1).toString());
  assert.equal(lookAtDate({ onDate, toldBefore: 7 }, before(5)).tell, false);
});

test('the next look is always still to come, and after the day there is none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -400, max: 400 }),
      fc.constantFrom(null, 28, 14, 7, 1, 0),
      (days, toldBefore) => {
        const today = before(days);
        const { nextLookOn } = lookAtDate({ onDate, toldBefore }, today);
        if (nextLookOn === null) assert.ok(days <= 0);
        else assert.ok(Temporal.PlainDate.compare(nextLookOn, today) > 0);
      },
    ),
    runs(100),
  );
});

test('what would be told on Christmas Day or a Sunday is told before it, never after the day has come', () => {
  const asOf = (date: string, day: string, open: string) =>
    tellsAsOf(...([date, day, open].map((each) => Temporal.PlainDate.from(each)) as Days)).toString();
  assert.equal(
    asOf('2026-12-29', '2026-12-24', '2026-12-29'),
    '2026-12-28',
    'out of prison on the 29th: told on the 24th',
  );
  assert.equal(
    asOf('2026-12-26', '2026-12-24', '2026-12-29'),
    '2026-12-25',
    'the day itself stays where it is',
  );
  assert.equal(asOf('2026-12-18', '2026-12-16', '2026-12-17'), '2026-12-16');
  assert.equal(asOf('2026-12-18', '2026-12-18', '2026-12-21'), '2026-12-18');
});

type Days = [Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate];
