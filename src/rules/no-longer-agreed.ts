import { type Agreement, staleFrom, type Way } from './agreement.ts';
import { atTheOffice, type WorkingCalendar } from './calendar.ts';
import { type Against, agreementCheck, gateThen, type Place, type PlannedContact } from './gate.ts';
import { isUnsafe } from './unsafe.ts';
import { everyWay, type FurtherWay, type Over, termsOver, type WithFurther } from './ways.ts';

/** What is agreed now, with where each way leads. */
export interface AgreedNow extends WithFurther {
  readonly value: string;
  readonly further: readonly (FurtherWay & { readonly value: string })[];
}

/** How somebody is to be met or called. */
export type PlannedChannel = 'call' | 'video' | 'agreed_place' | 'home' | 'elsewhere';

/** The way of the agreement that it uses, and where. */
export function wayOf(channel: PlannedChannel): { readonly way: Way; readonly place?: Place } {
  if (channel === 'call') return { way: 'phone' };
  if (channel === 'video') return { way: 'video' };
  return { way: 'in_person', place: channel };
}

/** A visit or a call to come, as it was planned. */
export interface Upcoming {
  readonly channel: PlannedChannel;
  readonly over: Over;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly interpreter: 'not_needed' | 'to_book' | 'booked';
  /** What whoever goes said of themselves; null: nothing. */
  readonly gender: string | null;
  /** Where it was agreed to meet when it was planned. */
  readonly placeThen: string;
  /** What it was known to be against then, and went on for a reason: in words, the clause behind them. */
  readonly outside: readonly string[];
}

/** All of it is to be safe, not only its beginning: every minute, as times are agreed in minutes. Each reason once. */
export function againstThroughout(
  agreed: WithFurther | null,
  over: Over,
  contact: Omit<PlannedContact, 'at'>,
  { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  calendar: WorkingCalendar,
): readonly Against[] {
  const agreement = termsOver(agreed, over);
  const reasons = turnsOf(agreement, startsAt, endsAt, calendar).flatMap((at) =>
    agreementCheck(agreement, { ...contact, at }, calendar),
  );
  return reasons.filter(
    (each, index) => reasons.findIndex((other) => other.reason === each.reason) === index,
  );
}

/**
 * The minutes in which the answer may become another one, of the gate as of the times never to use: the first, those at
 * which agreed times begin or end, midnight, and the one in which the agreement grows old. The others say what the one
 * before them said.
 */
export function turnsOf(
  agreement: Agreement | null,
  startsAt: Temporal.Instant,
  endsAt: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Temporal.Instant[] {
  if (agreement === null) return [startsAt];
  const minutes = minutesBetween(startsAt, endsAt);
  const [begins, ends] = [startsAt, endsAt].map((at) => atTheOffice(at, calendar));
  // Where the clocks change meanwhile, no minute of the day stands where counting would have it.
  if (begins?.offsetNanoseconds !== ends?.offsetNanoseconds || minutes > minutesOfDay)
    return minutesOf(startsAt, endsAt);
  const first = begins ? begins.hour * 60 + begins.minute : 0;
  const edges = [...agreement.windows, ...agreement.never].flatMap(({ from, to }) => {
    const [begin, end] = [from, to].map(minuteOfDay) as [number, number];
    return [begin, end, end + 1];
  });
  const grown = Math.ceil(startsAt.until(staleFrom(agreement.askedAt)).total('minutes'));
  const after = [0, ...edges].map((edge) => (edge - first + 2 * minutesOfDay) % minutesOfDay);
  return [...new Set([0, ...after, grown, grown + 1])]
    .filter((minute) => minute >= 0 && minute < minutes)
    .toSorted((one, other) => one - other)
    .map((minute) => startsAt.add({ minutes: minute }));
}

const minutesOfDay = 24 * 60;

function minuteOfDay(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** One at least: whatever is said of its end, its beginning is asked about. */
function minutesBetween(startsAt: Temporal.Instant, endsAt: Temporal.Instant): number {
  return Math.max(1, Math.ceil(startsAt.until(endsAt).total('minutes')));
}

export function minutesOf(startsAt: Temporal.Instant, endsAt: Temporal.Instant): readonly Temporal.Instant[] {
  return Array.from({ length: minutesBetween(startsAt, endsAt) }, (_, more) =>
    startsAt.add({ minutes: more }),
  );
}

/**
 * Why nobody should ring at a time that was promised to the person, over any of the numbers that are agreed; empty
 * where one of them may be used then. That time was promised with them, whatever hours were agreed before.
 * @param outside what it was known to be against as it came into the diary
 */
export function againstRingingThen(
  agreed: WithFurther | null,
  at: Temporal.Instant,
  outside: readonly string[],
  calendar: WorkingCalendar,
): readonly Against[] {
  const reasons = ringing(agreed, at, calendar).map((way) => unknownThen(way, outside));
  return reasons.some((each) => each.length === 0) ? [] : (reasons[0] ?? []);
}

/**
 * Over which of the ways that are agreed somebody rings at a time that was promised: those that may be used then, by
 * their own terms; where there is none, those that are shut for nothing but what was known as it was promised.
 */
export function ringableThen(
  agreed: WithFurther,
  at: Temporal.Instant,
  outside: readonly string[],
  calendar: WorkingCalendar,
): readonly Over[] {
  const ways = ringing(agreed, at, calendar);
  const open = ways.filter(({ against }) => against.length === 0);
  const known = ways.filter((way) => unknownThen(way, outside).length === 0);
  return (open.length > 0 ? open : known).map(({ over }) => over);
}

function ringing(agreed: WithFurther | null, at: Temporal.Instant, calendar: WorkingCalendar) {
  const ways = agreed === null ? [{ over: 'first' as const, terms: null }] : everyWay(agreed);
  return ways.map(({ over, terms: agreement }) => {
    const gate = gateThen({ agreement, channel: 'phone', now: at, calendar });
    const unsafe = agreement !== null && isUnsafe(agreement, { way: 'phone', moments: () => [at] }, calendar);
    return { over, unsafe, against: gate.open ? [] : gate.reasons };
  });
}

/** What was known as it was promised, and answered for, is no news; nobody answers for what is unsafe. */
function unknownThen(
  { against, unsafe }: { readonly against: readonly Against[]; readonly unsafe: boolean },
  outside: readonly string[],
): readonly Against[] {
  if (unsafe) return against;
  return against.filter(({ reason }) => !outside.some((each) => each.startsWith(reason)));
}

/** It was planned for the place that was agreed then, and another was agreed since. */
export function otherPlaceSince(
  agreed: AgreedNow | null,
  { channel, over, placeThen }: Pick<Upcoming, 'channel' | 'over'> & { readonly placeThen: string | null },
): readonly Against[] {
  if (channel !== 'agreed_place' || agreed === null || placeThen === null) return [];
  if (placeOf(agreed, over) === placeThen) return [];
  return [{ reason: 'Another place has been agreed since.', basis: 'safe-contact' }];
}

function placeOf(agreed: AgreedNow, over: Over): string {
  if (over !== 'first') return agreed.further.find(({ wayId }) => wayId === over)?.value ?? '';
  return agreed.meetingPlace || (agreed.channel === 'in_person' ? agreed.value : '');
}
