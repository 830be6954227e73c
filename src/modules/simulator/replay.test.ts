import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarOf } from '#packs/bank-holidays/bank-holidays.ts';
import { livv2024 } from '#packs/livv-2024/pack.ts';
import { vivid2023 } from '#packs/vivid-2023/pack.ts';
import { dueAt } from '#rules/clock.ts';
import { runs } from '../../../tests/property.ts';
import { usualAssumptions } from './assumptions.ts';
import { chance } from './chance.ts';
import { changesTo, noChange, promisesOf } from './change.ts';
import { endedIn, forecast } from './forecast.ts';
import type { PastPromise } from './history.ts';
import { replay, stageOf } from './replay.ts';
import { timelineOf } from './timeline.ts';

const calendar = calendarOf(vivid2023.calendar);
const london = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant();
const [from, to] = [london('2025-11-18T00:00'), london('2026-11-18T00:00')];
const timeline = timelineOf(from, to, calendar);
const assumed = { ...usualAssumptions, colleagues: 4 };
const stage = (promises: readonly PastPromise[], team = assumed) =>
  stageOf(vivid2023, calendar, { from, to, promises }, timeline, team);

/** Something told on the nth day at this time, whose first contact was made after so many hours; null: never. */
const told = (nth: number, time: string, hours: number | null): PastPromise => {
  const day = Temporal.PlainDate.from('2025-11-24').add({ days: nth });
  const startedAt = london(`${day}T${time}`).epochMilliseconds;
  const keptAt = hours === null ? null : startedAt + hours * 3_600_000;
  return { subject: nth, commitment: 'first-contact', startedAt, keptAt, plannedAt: null };
};
const aYear = Array.from({ length: 300 }, (_, nth) =>
  told(nth, nth % 7 === 5 ? '20:30' : '10:15', nth % 19 === 0 ? 30 : 3),
);
const contact = (forecasted: ReturnType<typeof forecast>) => {
  const found = forecasted.promises.find(({ id }) => id === 'first-contact');
  assert.ok(found);
  return found;
};

test('a year without a change is the year that it was', () => {
  const counted = replay(stage(aYear), noChange, assumed, chance('any')).promises.get('first-contact');
  const rule = promisesOf(vivid2023).find(({ id }) => id === 'first-contact');
  assert.ok(rule);
  const late = aYear.filter(({ startedAt, keptAt }) => {
    const due = dueAt(rule.measure.due, Temporal.Instant.fromEpochMilliseconds(startedAt), calendar);
    return keptAt === null || keptAt > due.epochMilliseconds;
  });
  assert.deepEqual(counted, { met: 300 - late.length, byPlan: 0, breached: late.length });
  assert.ok(late.length > 0);
});

test('contact within two working hours would break what three hours kept', () => {
  const change = { due: { 'first-contact': { workingHours: 2 } }, told: 1 };
  const { before, breached } = contact(forecast(stage(aYear), change, assumed));
  assert.ok(breached.middle > before.breached + 200, String(breached.middle));
});

test('contact within ten working days breaks nothing but what was never made', () => {
  const never = [...aYear, told(301, '10:00', null)];
  const change = { due: { 'first-contact': { workingDays: 10 } }, told: 1 };
  assert.equal(contact(forecast(stage(never), change, assumed)).breached.middle, 1);
});

test('a fifth more is a fifth more work, and never less to do', () => {
  const more = forecast(stage(aYear), { due: {}, told: 1.2 }, assumed);
  const { use } = more;
  assert.ok(Math.abs(use.after.middle / use.before - 1.2) < 0.05, `${use.after.middle / use.before}`);
  assert.ok(endedIn(contact(more).before) < contact(more).ended.middle);
});

test('a team with far too few people keeps far fewer promises', () => {
  const { breached, before } = contact(
    forecast(stage(aYear), noChange, { ...assumed, colleagues: 1, minutesToContact: 500 }),
  );
  assert.ok(breached.middle > before.breached);
});

test('more people never break more promises', () => {
  const alone = { ...assumed, colleagues: 1, minutesToContact: 300 };
  const { breached, before } = contact(forecast(stage(aYear, alone), noChange, { ...alone, colleagues: 9 }));
  assert.ok(breached.middle <= before.breached);
});

test('the work is reckoned from as much as was told to the nearest five: one more or less never shows', () => {
  const use = (count: number) => forecast(stage(aYear.slice(0, count)), noChange, assumed).use.before;
  assert.equal(use(98) > 0, true);
  assert.ok(Math.abs(use(98) - use(102)) / use(100) < 0.02);
});

test('the same change always gives the same answer', () => {
  const once = () => JSON.stringify(forecast(stage(aYear), { due: {}, told: 1.3 }, assumed));
  assert.equal(once(), once());
});

test('a plan that a manager approved in time stays apart; under terms that end before it, it is broken', () => {
  const planned = { ...told(0, '10:00', null), plannedAt: london('2025-11-24T15:00').epochMilliseconds };
  const counts = (hours: number) =>
    replay(
      stage([planned]),
      { due: { 'first-contact': { workingHours: hours } }, told: 1 },
      assumed,
      chance('any'),
    );
  assert.deepEqual(counts(6).promises.get('first-contact'), { met: 0, byPlan: 1, breached: 0 });
  assert.deepEqual(counts(4).promises.get('first-contact'), { met: 0, byPlan: 0, breached: 1 });
});

test('another policy changes the terms of those promises that both have', () => {
  const other = {
    ...livv2024,
    commitments: livv2024.commitments.map((each) =>
      each.id === 'triage' && each.measure.kind === 'clock'
        ? { ...each, measure: { ...each.measure, due: { workingHours: 1 } } }
        : each,
    ),
  };
  assert.deepEqual(changesTo(vivid2023, other).triage, { workingHours: 1 });
  assert.equal('first-contact' in changesTo(vivid2023, other), false);
});

test('office hours laid end to end come back as the same instants', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Math.floor(timeline.length) }), (minute) => {
      assert.ok(Math.abs(timeline.minuteOf(timeline.instantAt(minute)) - minute) < 1e-6);
    }),
    runs(5_000),
  );
});

test('tighter terms never keep more promises, whatever happened', () => {
  const past = fc.record({
    day: fc.nat(250),
    time: fc.constantFrom('08:10', '09:30', '12:00', '16:55', '21:00'),
    hours: fc.option(fc.integer({ min: 0, max: 90 })),
  });
  const broken = (promises: readonly PastPromise[], hours: number) =>
    replay(
      stage(promises),
      { due: { 'first-contact': { workingHours: hours } }, told: 1 },
      assumed,
      chance('any'),
    ).promises.get('first-contact')?.breached ?? 0;
  fc.assert(
    fc.property(
      fc.array(past, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (days, hours) => {
        const promises = days.map((each) => told(each.day, each.time, each.hours));
        assert.ok(broken(promises, hours) >= broken(promises, hours + 1));
      },
    ),
    runs(120),
  );
});
