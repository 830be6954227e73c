import { type Agreement, staleFrom, timesInWordsOnly, type WeeklyWindow } from './agreement.ts';
import { atTheOffice, type WorkingCalendar, workingDay } from './calendar.ts';
import type { StaffId } from './facts.ts';
import { doubts } from './gate.ts';

/** Somebody is on duty from one instant to another. */
export interface Duty {
  readonly staffId: StaffId;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

export interface MomentFacts {
  /** Null: nothing was agreed. */
  readonly agreement: Agreement | null;
  readonly now: Temporal.Instant;
  /** When the promise is due; null: none waits. */
  readonly due: Temporal.Instant | null;
  readonly calendar: WorkingCalendar;
  /** When those who may see the case are on duty, whoever is asked first standing first. */
  readonly duty: readonly Duty[];
}

interface Moment {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly staffId: StaffId;
}

export type SafeMoment =
  | (Moment & { readonly kind: 'at' })
  /** There is one, and it is too late for the promise: safety comes first, with a plan. */
  | (Moment & { readonly kind: 'after-deadline'; readonly why: string })
  | { readonly kind: 'none'; readonly why: string };

/** Shorter than this, a safe time is not worth beginning in. */
export const minutesAtLeast = 10;
/** How far ahead it looks, and never further than what was agreed may be used without asking again. */
export const daysAhead = 28;

/**
 * The earliest moment that is within what was agreed, within office hours and while somebody is on duty: before the
 * promise is due, or the first one after it (V4.1a; L2.1a). All of the span is safe, not only its beginning.
 */
export function earliestSafeMoment(facts: MomentFacts): SafeMoment {
  const { agreement, now, due } = facts;
  if (agreement === null) return none('Nothing has been agreed yet about how to be in touch.');
  const [doubt] = doubts(agreement, now);
  if (doubt) return none(doubt.reason);
  if (timesInWordsOnly(agreement))
    return none(`The safe times are known in words only: “${agreement.times}”. Write them down as times.`);
  const horizon = earlier(now.add({ hours: 24 * daysAhead }), staleFrom(agreement.askedAt));
  const intime = first(facts, agreement, now, earlier(due ?? horizon, horizon));
  if (intime) return { kind: 'at', ...intime };
  const late = due && first(facts, agreement, later(now, due), horizon);
  if (!late) return none(whyNever(facts, agreement));
  return { kind: 'after-deadline', ...late, why: whyLate(facts) };
}

function none(why: string): SafeMoment {
  return { kind: 'none', why };
}

function whyLate({ now, due }: MomentFacts): string {
  if (due && Temporal.Instant.compare(due, now) <= 0) return 'The time for it is over.';
  return 'No time that was agreed lies before the deadline while somebody is on duty.';
}

function whyNever({ duty }: MomentFacts, { windows }: Agreement): string {
  if (duty.length === 0) return 'Nobody who may see this case is on duty in the coming weeks.';
  if (windows.length === 0) return 'Nobody is on duty at a time that may be used.';
  return 'No time that was agreed lies in office hours while somebody is on duty.';
}

/** In milliseconds since 1970, which compare many times faster than instants; the end is no longer part of it. */
interface Slot {
  readonly from: number;
  readonly to: number;
}

/** Whoever can begin first; of several, the one who is asked first. */
function first(
  { calendar, duty }: MomentFacts,
  agreement: Agreement,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Moment | null {
  const bounds = { from: from.epochMilliseconds, to: to.epochMilliseconds };
  let found: (Slot & { readonly staffId: StaffId }) | null = null;
  for (const { staffId, ...span } of inOrder(duty)) {
    if (found !== null && span.from >= found.from) break;
    const slot = common(span, bounds)
      .flatMap((each) => safeWithin(each, agreement, calendar))
      .find((each) => each.to - each.from >= minutesAtLeast * 60_000);
    if (slot && (found === null || slot.from < found.from)) found = { ...slot, staffId };
  }
  return (
    found && {
      from: Temporal.Instant.fromEpochMilliseconds(found.from),
      to: Temporal.Instant.fromEpochMilliseconds(found.to),
      staffId: found.staffId,
    }
  );
}

function inOrder(duty: readonly Duty[]): readonly (Slot & { readonly staffId: StaffId })[] {
  return duty
    .map(({ staffId, from, to }) => ({
      staffId,
      from: from.epochMilliseconds,
      to: to.epochMilliseconds,
    }))
    .sort((one, other) => one.from - other.from);
}

/** In order. */
function safeWithin(span: Slot, agreement: Agreement, calendar: WorkingCalendar): readonly Slot[] {
  const day = (ms: number) => atTheOffice(Temporal.Instant.fromEpochMilliseconds(ms), calendar).toPlainDate();
  const last = day(span.to);
  const slots: Slot[] = [];
  for (let each = day(span.from); Temporal.PlainDate.compare(each, last) <= 0; each = each.add({ days: 1 }))
    slots.push(...safeOn(each, agreement, calendar).flatMap((slot) => common(slot, span)));
  return slots.sort((one, other) => one.from - other.from);
}

function safeOn(
  day: Temporal.PlainDate,
  { windows, never }: Agreement,
  calendar: WorkingCalendar,
): readonly Slot[] {
  if (!workingDay(day, calendar)) return [];
  const { dayOfWeek } = day;
  if (windows.length > 0 && !windows.some(({ days }) => days.includes(dayOfWeek))) return [];
  const office = within(day, calendar.rules.opens, calendar.rules.closes, calendar);
  const agreed =
    windows.length === 0
      ? [office]
      : on(dayOfWeek, windows).flatMap((each) => common(within(day, each.from, each.to, calendar), office));
  return on(dayOfWeek, never).reduce<readonly Slot[]>((left, each) => {
    const shut = around(day, each, calendar);
    return left.flatMap((slot) => without(slot, shut));
  }, agreed);
}

function on(weekday: number, windows: readonly WeeklyWindow[]): readonly WeeklyWindow[] {
  return windows.filter(({ days }) => days.includes(weekday));
}

/** Where the clocks change, a time that is there twice or not at all makes a safe window shorter, never longer. */
function within(day: Temporal.PlainDate, from: string, to: string, calendar: WorkingCalendar): Slot {
  return { from: wall(day, from, 'later', calendar), to: wall(day, to, 'earlier', calendar) };
}

/** And one that is never to be used longer, with the minute at which it ends. */
function around(day: Temporal.PlainDate, window: WeeklyWindow, calendar: WorkingCalendar): Slot {
  return {
    from: wall(day, window.from, 'earlier', calendar),
    to: wall(day, window.to, 'later', calendar) + 60_000,
  };
}

function wall(
  day: Temporal.PlainDate,
  time: string,
  disambiguation: 'earlier' | 'later',
  { rules }: WorkingCalendar,
): number {
  const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
  return local.toZonedDateTime(rules.timeZone, { disambiguation }).epochMilliseconds;
}

function common(one: Slot, other: Slot): readonly Slot[] {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? [{ from, to }] : [];
}

function without(slot: Slot, shut: Slot): readonly Slot[] {
  return [
    ...common(slot, { from: slot.from, to: shut.from }),
    ...common(slot, { from: shut.to, to: slot.to }),
  ];
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
