import {
  afterWorkingMinutes,
  asKnownAt,
  atTheOffice,
  nextWorkingDay,
  thisOrLastWorkingDay,
  thisOrNextWorkingDay,
  timeOn,
  type WorkingCalendar,
  workingDay,
  workingMinutesBetween,
} from './calendar.ts';
import type { EventName } from './event.ts';
import type { Clock, DueRule } from './pack.ts';

/**
 * When a promise that began then is due. Never before it began, and always within office hours or at their close, but
 * for hours that are counted by day and by night.
 * Calendar days end at the close of that day or, where the office is closed on it, of the last working day before it: a
 * high risk does not wait until Christmas is over. Only where that lies before the beginning are they due on the first
 * working day on which it counts. A day that was agreed is never kept before it: “not before Christmas” may be what
 * keeps somebody safe (V3.4); where the office is closed on it, it ends with the next working day.
 * The landlord's own closures count as far as they were agreed when it began.
 * @param agreed the day or the moment for promises that are due then; where nobody said which, they are due the same
 *   working day
 */
export function dueAt(
  rule: DueRule,
  startedAt: Temporal.Instant,
  calendarNow: WorkingCalendar,
  agreed?: Temporal.PlainDate | Temporal.Instant,
): Temporal.Instant {
  const calendar = asKnownAt(startedAt, calendarNow);
  if ('agreedTime' in rule && agreed instanceof Temporal.Instant)
    return agreed.add({ minutes: rule.agreedTime.minutes });
  if ('hours' in rule) return startedAt.add({ minutes: Math.round(rule.hours * 60) });
  if ('workingHours' in rule)
    return afterWorkingMinutes(countsFrom(startedAt, calendar), rule.workingHours * 60, calendar);
  if ('agreed' in rule || 'agreedTime' in rule) {
    const on = agreed instanceof Temporal.Instant ? atTheOffice(agreed, calendar).toPlainDate() : agreed;
    const day = on ? thisOrNextWorkingDay(on, calendar) : countsAsReceivedOn(startedAt, calendar);
    return timeOn(day, calendar.closes, calendar);
  }
  return timeOn(dueOn(rule, startedAt, calendar), calendar.closes, calendar);
}

/** Whether its hours run by day and by night, or it is due at a moment that was agreed: no office hours are counted. */
export function runsByDayAndNight(rule: DueRule): boolean {
  return 'hours' in rule || 'agreedTime' in rule;
}

/** What is around an agreed moment: from when something keeps it, and until when that is written down in time. */
export function aroundAgreed(
  rule: DueRule,
  agreed: Temporal.PlainDate | Temporal.Instant | undefined,
): { readonly from: Temporal.Instant; readonly writtenBy: Temporal.Instant } | null {
  if (!('agreedTime' in rule) || !(agreed instanceof Temporal.Instant)) return null;
  const { minutes, writtenWithinMinutes } = rule.agreedTime;
  return {
    from: agreed.subtract({ minutes }),
    writtenBy: agreed.add({ minutes: minutes + writtenWithinMinutes }),
  };
}

function dueOn(
  rule: Extract<DueRule, { within: string } | { workingDays: number } | { calendarDays: number }>,
  startedAt: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  if ('calendarDays' in rule) {
    const date = atTheOffice(startedAt, calendar).toPlainDate().add({ days: rule.calendarDays });
    return noLaterThan(date, startedAt, calendar);
  }
  let day = countsAsReceivedOn(startedAt, calendar);
  if ('within' in rule) return day;
  for (let passed = 0; passed < rule.workingDays; passed += 1) day = nextWorkingDay(day, calendar);
  return day;
}

/** The last working day that is not after this one, as long as the promise has begun by then. */
function noLaterThan(
  date: Temporal.PlainDate,
  startedAt: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  const [last, first] = [thisOrLastWorkingDay(date, calendar), countsAsReceivedOn(startedAt, calendar)];
  return Temporal.PlainDate.compare(last, first) < 0 ? first : last;
}

/**
 * The working day on which something counts as received: the same one until the office closes (or until the
 * landlord's cut-off, where it has one), else the next. Before opening time it is still that same day: the policy says
 * the same working day, and the earlier reading is the safer one (V4.1a).
 */
export function countsAsReceivedOn(
  receivedAt: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  const local = atTheOffice(receivedAt, calendar);
  const date = local.toPlainDate();
  const { cutOff } = calendar.rules;
  const last = cutOff === null ? calendar.closes : Temporal.PlainTime.from(cutOff);
  const inTime = Temporal.PlainTime.compare(local.toPlainTime(), last) < 0;
  return workingDay(date, calendar) && inTime ? date : nextWorkingDay(date, calendar);
}

/** The first instant of office time that counts towards a promise that began then. */
function countsFrom(startedAt: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  const opening = timeOn(countsAsReceivedOn(startedAt, calendar), calendar.opens, calendar);
  return opening.epochMilliseconds > startedAt.epochMilliseconds ? opening : startedAt;
}

/**
 * When a running promise is escalated, in the order of its shares and never after it is due.
 * @param shares of the office hours between start and due: half of a promise begun on a Saturday lies on the Monday; 1
 *   is due
 * @param rule of a promise whose hours run by day and by night, or that is due at a moment, so do its shares
 */
export function escalations(
  startedAt: Temporal.Instant,
  due: Temporal.Instant,
  shares: readonly number[],
  calendarNow: WorkingCalendar,
  rule?: DueRule,
): readonly Temporal.Instant[] {
  const calendar = asKnownAt(startedAt, calendarNow);
  if (rule && runsByDayAndNight(rule))
    return shares.map((share) =>
      startedAt.add({ milliseconds: Math.round(startedAt.until(due).total('milliseconds') * share) }),
    );
  const from = countsFrom(startedAt, calendar);
  const whole = workingMinutesBetween(from, due, calendar);
  return shares.map((share) =>
    share >= 1 || whole === 0 ? due : afterWorkingMinutes(from, whole * share, calendar),
  );
}

/** Did it come when the office was closed? Then danger is looked at and the on-call worker told at once (domain §2). */
export function outOfHours(receivedAt: Temporal.Instant, calendar: WorkingCalendar): boolean {
  const local = atTheOffice(receivedAt, calendar);
  const time = local.toPlainTime();
  return (
    !workingDay(local.toPlainDate(), calendar) ||
    Temporal.PlainTime.compare(time, calendar.opens) < 0 ||
    Temporal.PlainTime.compare(time, calendar.closes) >= 0
  );
}

/**
 * What the team aims for when a disclosure came out of hours; it
 * is no promise. Null within hours: the promise is all.
 */
export function internalTarget(
  receivedAt: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.Instant | null {
  if (!outOfHours(receivedAt, calendar)) return null;
  const target = Temporal.PlainTime.from(calendar.rules.outOfHoursTarget);
  return timeOn(countsAsReceivedOn(receivedAt, calendar), target, calendar);
}

/** What is known of one running promise. */
export interface ClockFacts {
  readonly clock: Pick<Clock, 'stops' | 'byPlan'>;
  readonly dueAt: Temporal.Instant;
  /** Until when what was done in time is written down in time; absent: until it is due. */
  readonly writtenBy?: Temporal.Instant | null;
  /** Everything that may settle it, attempts too, in any order; the caller leaves out what was too early. */
  readonly happened: readonly Recorded[];
}

interface Recorded {
  readonly name: EventName;
  /** When it is said to have happened. */
  readonly at: Temporal.Instant;
  /** When that was written down; absent: at once. */
  readonly recordedAt?: Temporal.Instant | undefined;
}

export type Settlement =
  | { readonly state: 'running' }
  | { readonly state: 'met'; readonly at: Temporal.Instant }
  | { readonly state: 'met_by_plan'; readonly at: Temporal.Instant }
  /** Written down after it was due, for a time before: it counts as what it makes once somebody else confirms it. */
  | { readonly state: 'recorded_late'; readonly at: Temporal.Instant; readonly makes: 'met' | 'met_by_plan' }
  /** Broken when it fell due; kept late is still broken, and still worth recording. */
  | {
      readonly state: 'breached';
      readonly at: Temporal.Instant;
      readonly fulfilledAt: Temporal.Instant | null;
    };

/**
 * How a promise stands. Only the events that the pack names end it: an attempt is evidence, not success. At the very
 * moment it is due it can still be met. A plan approved in time is counted apart; a contact in time outranks it.
 * Whoever is judged by a time also types it: what was written down only afterwards is told apart (V4.1e).
 */
export function settle(
  { clock, dueAt: due, writtenBy, happened }: ClockFacts,
  now: Temporal.Instant,
): Settlement {
  const named = (names: readonly EventName[]) => happened.filter(({ name }) => names.includes(name));
  const [keeps, plans] = [named(clock.stops), named(clock.byPlan)];
  const inTime = ({ at }: Recorded) => !later(at, due);
  const knownInTime = ({ at, recordedAt = at }: Recorded) =>
    !later(at, due) && !later(recordedAt, writtenBy ?? due);
  const met = earliest(keeps.filter(knownInTime));
  if (met) return { state: 'met', at: met };
  const planned = earliest(plans.filter(knownInTime));
  if (planned) return { state: 'met_by_plan', at: planned };
  const metLate = earliest(keeps.filter(inTime));
  if (metLate) return { state: 'recorded_late', at: metLate, makes: 'met' };
  const plannedLate = earliest(plans.filter(inTime));
  if (plannedLate) return { state: 'recorded_late', at: plannedLate, makes: 'met_by_plan' };
  return later(now, due)
    ? { state: 'breached', at: due, fulfilledAt: earliest(keeps) }
    : { state: 'running' };
}

function earliest(happened: readonly Recorded[]): Temporal.Instant | null {
  return happened.reduce<Temporal.Instant | null>(
    (first, { at }) => (first === null || later(first, at) ? at : first),
    null,
  );
}

function later(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
