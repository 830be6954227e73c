import { type Agreement, staleFrom, timesInWordsOnly } from './agreement.ts';
import { atTheOffice, type WorkingCalendar } from './calendar.ts';
import type { StaffId } from './facts.ts';
import { doubts } from './gate.ts';
import { common, longEnough, type Slot, safeOn } from './safe-hours.ts';

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
      .find(longEnough);
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

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
