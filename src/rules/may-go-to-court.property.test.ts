import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { type BreathingSpace, type DebtRespite, mayGoToCourt } from './may-go-to-court.ts';

const zone = 'Europe/London';
const first = Temporal.PlainDate.from('2026-01-01');
const days = (most: number) => fc.integer({ min: 0, max: most });
const date = days(400).map((after) => first.add({ days: after }));
/** Any minute of a day, the hours in which clocks change among them. */
const moment = fc.tuple(date, fc.integer({ min: 0, max: 24 * 60 - 1 })).map(([on, minute]) =>
  on
    .toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from('00:00').add({ minutes: minute }),
    })
    .toInstant(),
);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();

const space: fc.Arbitrary<BreathingSpace> = fc
  .tuple(moment, fc.integer({ min: 1, max: 4 }), perhaps(moment))
  .map(([from, months, endedAt]) => ({ from, until: dayOf(from).add({ months }), endedAt }));
const respite: fc.Arbitrary<DebtRespite> = fc
  .tuple(date, perhaps(days(120)), perhaps(date))
  .map(([from, lasts, endedOn]) => ({
    from,
    until: lasts === null ? null : from.add({ days: lasts }),
    endedOn,
  }));
const facts = fc.record({
  told: fc.boolean(),
  spaces: fc.array(space, { maxLength: 3 }),
  respites: fc.array(respite, { maxLength: 3 }),
});

const compare = Temporal.PlainDate.compare;
const standsAt = ({ from, endedAt }: BreathingSpace, now: Temporal.Instant) =>
  Temporal.Instant.compare(from, now) <= 0 &&
  (endedAt === null || Temporal.Instant.compare(now, endedAt) < 0);
const protectsOn = ({ from, until, endedOn }: DebtRespite, today: Temporal.PlainDate) =>
  compare(from, today) <= 0 &&
  (until === null || compare(today, until) <= 0) &&
  (endedOn === null || compare(today, endedOn) < 0);

test('no moment inside either is ever open, and none outside both is shut', () => {
  fc.assert(
    fc.property(facts, moment, (asked, now) => {
      const inside =
        asked.told ||
        asked.spaces.some((each) => standsAt(each, now)) ||
        asked.respites.some((each) => protectsOn(each, dayOf(now)));
      assert.equal(mayGoToCourt(asked, now, zone).goesOn, !inside);
    }),
    runs(2_000),
  );
});

test('the day that is said is never sooner than the end of any of them, and never past', () => {
  fc.assert(
    fc.property(facts, moment, (asked, now) => {
      const answer = mayGoToCourt(asked, now, zone);
      if (answer.goesOn || answer.until === null) return;
      const said = answer.until;
      assert.ok(compare(dayOf(now), said) <= 0);
      assert.equal(asked.told, false);
      for (const each of asked.spaces.filter((one) => standsAt(one, now)))
        assert.ok(compare(each.until, said) <= 0 && compare(dayOf(now), each.until) <= 0);
      for (const each of asked.respites.filter((one) => protectsOn(one, dayOf(now))))
        assert.ok(each.until !== null && compare(each.until, said) <= 0);
    }),
    runs(2_000),
  );
});

test('whatever is added, nothing opens', () => {
  fc.assert(
    fc.property(facts, space, respite, moment, (asked, another, scheme, now) => {
      const before = mayGoToCourt(asked, now, zone);
      const { told, spaces, respites } = asked;
      const more = { told, spaces: [...spaces, another], respites: [...respites, scheme] };
      if (!before.goesOn) assert.equal(mayGoToCourt(more, now, zone).goesOn, false);
    }),
    runs(2_000),
  );
});
