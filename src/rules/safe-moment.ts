import { type Agreement, staleFrom, timesInWordsOnly, type WeeklyWindow } from './agreement.ts';
import { atTheOffice, type WorkingCalendar, workingDay } from './calendar.ts';
import type { StaffId } from './facts.ts';
import { doubts } from './gate.ts';

/** Somebody is on duty from one instant to another. */
export interface Duty {
  readonly staffId: StaffId;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  /** What they said of themselves, for people who ask for a woman or a man (L2.3); most say nothing. */
  readonly gender?: 'woman' | 'man' | 'another' | undefined;
  /** On call while the office is closed: only for times that the person named themselves. */
  readonly onCall?: boolean | undefined;
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
  /** Whoever would ring is on call, and not at the office. */
  readonly onCall?: boolean | undefined;
}

export type SafeMoment =
  | (Moment & { readonly kind: 'at' })
  /** There is one, and it is too late for the promise: safety comes first, with a plan. */
  | (Moment & { readonly kind: 'after-deadline'; readonly why: string })
  /** `outsideHours`: there are safe times, and nobody works then; somebody must arrange it. */
  | { readonly kind: 'none'; readonly why: string; readonly outsideHours?: true };

/** Shorter than this, a safe time is not worth beginning in. */
export const minutesAtLeast = 10;
/** How far ahead it looks, and never further than what was agreed may be used without asking again. */
export const daysAhead = 28;

/**
 * The earliest moment that is within what was agreed, and while somebody is on duty in office hours, or on call at a
 * time that the person named; a woman or a man where they asked for one: before the promise is due, or the first one
 * after it (V4.1a; L2.1a, L2.3). All of the span is safe, not only its beginning.
 */
export function earliestSafeMoment(facts: MomentFacts): SafeMoment {
  const { agreement, now, due } = facts;
  if (agreement === null) return none('Nothing has been agreed yet about how to be in touch.');
  const [doubt] = doubts(agreement, now);
  if (doubt) return none(doubt.reason);
  if (timesInWordsOnly(agreement))
    return none(`The safe times are known in words only: “${agreement.times}”. Write them down as times.`);
  const horizon = earlier(furthest(facts), staleFrom(agreement.askedAt));
  const intime = first(facts, agreement, now, earlier(due ?? horizon, horizon));
  if (intime) return { kind: 'at', ...intime };
  const late = due && first(facts, agreement, later(now, due), horizon);
  if (!late && first(facts, agreement, horizon, furthest(facts))) return none(askFirst);
  if (!late && outsideHours(facts, agreement))
    return { kind: 'none', why: nobodyThen(agreement), outsideHours: true };
  if (!late) return none(whyNever(facts, agreement));
  return { kind: 'after-deadline', ...late, why: whyLate(facts, agreement) };
}

const askFirst =
  'What was agreed has to be asked about again before the next time at which somebody is there: ask whether it is ' +
  'still right.';

/** Somebody else may be on call then, where they asked for a woman or a man. */
function nobodyThen({ workerGender }: Agreement): string {
  const asked = workerGender === 'woman' || workerGender === 'man';
  const who = asked
    ? `they asked for a colleague who is a ${workerGender}: none who may see this case is known to be on call then. `
    : 'nobody who may see this case is on call then. ';
  return `Their safe times lie outside the office’s hours, and ${who}${arrange}`;
}

const arrange = 'Somebody must arrange who rings: it stays on “My day” until it is planned.';

/**
 * Whoever were on duty all the time could not ring in office hours: it is no question of who is there, nor of how soon
 * they are to be asked again, so that all of the days ahead are looked at.
 */
function outsideHours(facts: MomentFacts, agreement: Agreement): boolean {
  if (agreement.windows.length === 0) return false;
  const always = [{ staffId: '' as StaffId, from: facts.now, to: furthest(facts) }];
  const anybody: Agreement = { ...agreement, workerGender: 'no_preference' };
  return first({ ...facts, duty: always }, anybody, facts.now, furthest(facts)) === null;
}

function furthest({ now }: MomentFacts): Temporal.Instant {
  return now.add({ hours: 24 * daysAhead });
}

/** The duty of those whom the person asked for. A colleague with no recorded gender is left out. */
function fitting(duty: readonly Duty[], { workerGender }: Agreement): readonly Duty[] {
  if (workerGender !== 'woman' && workerGender !== 'man') return duty;
  return duty.filter(({ gender }) => gender === workerGender);
}

function none(why: string): SafeMoment {
  return { kind: 'none', why };
}

function whyLate(facts: MomentFacts, agreement: Agreement): string {
  const { now, due } = facts;
  if (due && Temporal.Instant.compare(due, now) <= 0) return 'The time for it is over.';
  if (due && first(facts, { ...agreement, workerGender: 'no_preference' }, now, due))
    return `${askedFor(agreement)}, and none is known to be on duty at a time that was agreed before the deadline.`;
  return 'No time that was agreed lies before the deadline while somebody is on duty.';
}

function askedFor({ workerGender }: Agreement): string {
  return `They asked for a colleague who is a ${workerGender}`;
}

function whyNever({ duty }: MomentFacts, agreement: Agreement): string {
  const { windows } = agreement;
  if (duty.length === 0) return 'Nobody who may see this case is on duty in the coming weeks.';
  if (fitting(duty, agreement).length < duty.length)
    return `${askedFor(agreement)}, and none who may see this case is known to be on duty at a time that was agreed.`;
  if (windows.length === 0) return 'Nobody is on duty at a time that may be used.';
  return 'No time that was agreed lies in office hours while somebody is on duty.';
}

/** In milliseconds since 1970, which compare many times faster than instants; the end is no longer part of it. */
interface Slot {
  readonly from: number;
  readonly to: number;
}

/** The earliest slot of a suitable colleague; on a tie, of the first in the list. */
function first(
  { calendar, duty }: MomentFacts,
  agreement: Agreement,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Moment | null {
  const bounds = { from: from.epochMilliseconds, to: to.epochMilliseconds };
  let found: OwnSlot | null = null;
  for (const { staffId, onCall, ...span } of inOrder(fitting(duty, agreement))) {
    if (found !== null && span.from >= found.from) break;
    const slot = common(span, bounds)
      .flatMap((each) => safeWithin(each, agreement, calendar, onCall))
      .find((each) => each.to - each.from >= minutesAtLeast * 60_000);
    if (slot && (found === null || slot.from < found.from)) found = { ...slot, staffId, onCall };
  }
  return (
    found && {
      from: Temporal.Instant.fromEpochMilliseconds(found.from),
      to: Temporal.Instant.fromEpochMilliseconds(found.to),
      staffId: found.staffId,
      ...(found.onCall && { onCall: true }),
    }
  );
}

type OwnSlot = Slot & { readonly staffId: StaffId; readonly onCall: boolean };

function inOrder(duty: readonly Duty[]): readonly OwnSlot[] {
  return duty
    .map(({ staffId, from, to, onCall = false }) => ({
      staffId,
      onCall,
      from: from.epochMilliseconds,
      to: to.epochMilliseconds,
    }))
    .sort((one, other) => one.from - other.from);
}

/** In order. */
function safeWithin(
  span: Slot,
  agreement: Agreement,
  calendar: WorkingCalendar,
  onCall: boolean,
): readonly Slot[] {
  const date = (ms: number) =>
    atTheOffice(Temporal.Instant.fromEpochMilliseconds(ms), calendar).toPlainDate();
  const last = date(span.to);
  const slots: Slot[] = [];
  for (let each = date(span.from); Temporal.PlainDate.compare(each, last) <= 0; each = each.add({ days: 1 }))
    slots.push(...safeOn(each, agreement, calendar, onCall).flatMap((slot) => common(slot, span)));
  return slots.sort((one, other) => one.from - other.from);
}

function safeOn(
  date: Temporal.PlainDate,
  { windows, never }: Agreement,
  calendar: WorkingCalendar,
  onCall: boolean,
): readonly Slot[] {
  // Nobody is rung at night or on a Sunday because they named no times.
  if (onCall ? windows.length === 0 : !workingDay(date, calendar)) return [];
  const { dayOfWeek } = date;
  if (windows.length > 0 && !windows.some(({ days }) => days.includes(dayOfWeek))) return [];
  const day = dayOf(date, calendar);
  const { opens, closes } = calendar.rules;
  const open = within(day, onCall ? '00:00' : opens, onCall ? '23:59' : closes);
  const agreed =
    windows.length === 0
      ? [open]
      : on(dayOfWeek, windows).flatMap((each) => common(within(day, each.from, each.to), open));
  return on(dayOfWeek, never).reduce<readonly Slot[]>((left, each) => {
    const shut = around(day, each);
    return left.flatMap((slot) => without(slot, shut));
  }, agreed);
}

function on(weekday: number, windows: readonly WeeklyWindow[]): readonly WeeklyWindow[] {
  return windows.filter(({ days }) => days.includes(weekday));
}

/** A day at the office, and when it begins. */
interface Day {
  readonly date: Temporal.PlainDate;
  readonly begins: number;
  readonly timeZone: string;
  /** The clocks change on it, so that a time of day is no sum of hours since midnight. */
  readonly changes: boolean;
}

function dayOf(date: Temporal.PlainDate, { rules: { timeZone } }: WorkingCalendar): Day {
  const midnight = date.toZonedDateTime(timeZone);
  return { date, timeZone, begins: midnight.epochMilliseconds, changes: midnight.hoursInDay !== 24 };
}

/** Where the clocks change, a time that is there twice or not at all makes a safe window shorter, never longer. */
function within(day: Day, from: string, to: string): Slot {
  return { from: wall(day, from, 'later'), to: wall(day, to, 'earlier') };
}

/** A window never to be used: widened where a clock changes, its last minute included. */
function around(day: Day, window: WeeklyWindow): Slot {
  return { from: wall(day, window.from, 'earlier'), to: wall(day, window.to, 'later') + 60_000 };
}

/** @param time `14:30` */
function wall(
  { date, begins, timeZone, changes }: Day,
  time: string,
  disambiguation: 'earlier' | 'later',
): number {
  const [hour, minute] = [Number(time.slice(0, 2)), Number(time.slice(3))];
  if (!changes) return begins + (hour * 60 + minute) * 60_000;
  const local = date.toPlainDateTime({ hour, minute });
  return local.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;
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
