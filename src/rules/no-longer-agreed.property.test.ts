import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { agreementCheck } from './gate.ts';
import { againstThroughout, minutesOf } from './no-longer-agreed.ts';
import { agreements, office } from './testing.ts';

const start = Date.parse('2026-03-20T00:00:00Z');
const seconds = (most: number) => fc.integer({ min: 0, max: most });
/** Eight months, with both changes of the clocks. */
const visits = fc.record({ agreement: agreements, at: seconds(240 * 86_400), lasts: seconds(30 * 3_600) });

test('a visit is held against what is agreed in every minute of it, though only the turns are asked', () => {
  fc.assert(
    fc.property(visits, seconds(32 * 86_400), ({ agreement, at, lasts }, askedBefore) => {
      const startsAt = Temporal.Instant.fromEpochMilliseconds(start + at * 1000);
      const endsAt = startsAt.add({ seconds: lasts });
      const agreed = { ...agreement, askedAt: startsAt.subtract({ seconds: askedBefore }), further: [] };
      const contact = { channel: 'phone' as const };
      const each = minutesOf(startsAt, endsAt).flatMap((minute) =>
        agreementCheck(agreed, { ...contact, at: minute }, office).map(({ reason }) => reason),
      );
      const found = againstThroughout(agreed, 'first', contact, { startsAt, endsAt }, office);
      assert.deepEqual(
        found.map(({ reason }) => reason),
        [...new Set(each)],
      );
    }),
    runs(2_000),
  );
});
