import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import type { StaffId } from './facts.ts';
import { contactGate } from './gate.ts';
import { minutesAtLeast } from './safe-hours.ts';
import { type Duty, earliestSafeMoment } from './safe-moment.ts';
import { agreements, officeWith } from './testing.ts';

const start = Date.parse('2026-03-20T00:00:00Z');
/** Eight months, with both changes of the clocks, in minutes. */
const moments = fc.integer({ min: 0, max: 240 * 24 * 60 });
const after = (minutes: number) => Temporal.Instant.fromEpochMilliseconds(start + minutes * 60_000);
const offices = fc.constantFrom(
  ...[
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5, 6, 7],
    [2, 4, 7],
  ].flatMap((workingDays) =>
    ['00:00', '01:20', '09:00'].flatMap((opens) =>
      ['16:30', '23:59'].map((closes) => officeWith({ workingDays, opens, closes })),
    ),
  ),
);
/** What each of them said of themselves; one says nothing. */
const genders: Readonly<Record<string, Duty['gender']>> = { one: 'woman', two: 'man', three: undefined };
const staff = fc.constantFrom(...Object.keys(genders)).map((name) => name as unknown as StaffId);
/** A span on duty somewhere in the next two weeks. */
const spans = fc.record({
  staffId: staff,
  after: fc.integer({ min: -600, max: 14 * 24 * 60 }),
  minutes: fc.integer({ min: 1, max: 900 }),
});
const facts = fc
  .record({
    agreement: agreements,
    workerGender: fc.constantFrom('' as const, 'no_preference' as const, 'woman' as const, 'man' as const),
    now: moments,
    calendar: offices,
    duty: fc.array(spans, { maxLength: 6 }),
    dueAfter: fc.option(fc.integer({ min: -300, max: 6 * 24 * 60 })),
    askedBefore: fc.integer({ min: 0, max: 31 * 24 * 60 }),
  })
  .map(({ agreement, workerGender, now, calendar, duty, dueAfter, askedBefore }) => ({
    agreement: { ...agreement, workerGender, askedAt: after(now - askedBefore) },
    now: after(now),
    calendar,
    duty: duty.map(
      (span): Duty => ({
        staffId: span.staffId,
        gender: genders[span.staffId],
        from: after(now + span.after),
        to: after(now + span.after + span.minutes),
      }),
    ),
    due: dueAfter === null ? null : after(now + dueAfter),
  }));

test('whatever was agreed, the earliest safe moment is never outside a window, office hours or somebody’s duty', () => {
  let found = 0;
  let tried = 0;
  fc.assert(
    fc.property(facts, (each) => {
      tried += 1;
      const moment = earliestSafeMoment(each);
      if (moment.kind === 'none') return;
      found += 1;
      const { agreement, calendar, duty, now, due } = each;
      const [from, to] = [moment.from.epochMilliseconds, moment.to.epochMilliseconds];
      assert.ok(to - from >= minutesAtLeast * 60_000 && from >= now.epochMilliseconds);
      assert.ok(
        duty.some(
          (span) =>
            span.staffId === moment.staffId &&
            span.from.epochMilliseconds <= from &&
            span.to.epochMilliseconds >= to,
        ),
      );
      const { channel, workerGender } = agreement;
      if (workerGender === 'woman' || workerGender === 'man')
        assert.equal(genders[moment.staffId], workerGender, 'whom they asked for, or nobody');
      assert.ok(channel !== 'none');
      const minutes = [from, from + 60_000, (from + to) / 2, to - 60_000, to - 1].map((ms) => Math.floor(ms));
      for (const minute of minutes) {
        const then = Temporal.Instant.fromEpochMilliseconds(minute);
        const local = then.toZonedDateTimeISO('Europe/London');
        const [weekday, time] = [local.dayOfWeek, local.toPlainTime().toString({ smallestUnit: 'minute' })];
        assert.ok(
          calendar.rules.workingDays.includes(weekday) &&
            !calendar.closed.has(local.toPlainDate().toString()),
        );
        assert.ok(calendar.rules.opens <= time && time < calendar.rules.closes);
        if (agreement.windows.length > 0)
          assert.ok(
            agreement.windows.some(
              (window) => window.days.includes(weekday) && window.from <= time && time < window.to,
            ),
          );
        assert.ok(
          agreement.never.every((shut) => !shut.days.includes(weekday) || time < shut.from || time > shut.to),
        );
        assert.ok(contactGate({ agreement, channel, now: then, calendar }).open, 'the gate agrees');
      }
      const intime = due !== null && moment.to.epochMilliseconds <= due.epochMilliseconds;
      assert.equal(moment.kind, due === null || intime ? 'at' : 'after-deadline');
      if (moment.kind === 'after-deadline') assert.ok(from >= (due?.epochMilliseconds ?? 0));
    }),
    runs(100_000),
  );
  assert.ok(found > tried / 10, `only ${found} of ${tried} had a moment at all`);
});

test('asking for a woman or a man is the same as if nobody else were on duty', () => {
  let found = 0;
  let tried = 0;
  const asking = fc.tuple(facts, fc.constantFrom('woman' as const, 'man' as const));
  fc.assert(
    fc.property(asking, ([each, workerGender]) => {
      tried += 1;
      const asked = earliestSafeMoment({ ...each, agreement: { ...each.agreement, workerGender } });
      const alone = earliestSafeMoment({
        ...each,
        agreement: { ...each.agreement, workerGender: 'no_preference' },
        duty: each.duty.filter(({ gender }) => gender === workerGender),
      });
      assert.equal(asked.kind, alone.kind);
      if (asked.kind === 'none' || alone.kind === 'none') return;
      found += 1;
      assert.ok(
        asked.from.equals(alone.from) && asked.to.equals(alone.to) && asked.staffId === alone.staffId,
      );
    }),
    runs(20_000),
  );
  assert.ok(found > tried / 20, `only ${found} of ${tried} had a moment at all`);
});
