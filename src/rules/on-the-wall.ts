import type { WorkingCalendar } from './calendar.ts';

/** What the clock on an office's wall says at an instant. */
export interface OnTheWall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** ISO number, 1 = Monday. */
  readonly dayOfWeek: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * Temporal says the same some three times slower, and a page has a hundred of these: plain numbers, from the offset of
 * the zone at that time, which changes twice a year.
 */
export function onTheWall(instant: Temporal.Instant, { rules }: WorkingCalendar): OnTheWall {
  const at = instant.epochMilliseconds;
  const local = at + offsetAt(at, rules.timeZone);
  const days = Math.floor(local / aDay);
  const minutes = Math.floor((local - days * aDay) / aMinute);
  return {
    ...dateOf(days),
    dayOfWeek: ((((days + 3) % 7) + 7) % 7) + 1,
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  };
}

const aMinute = 60_000;
const aDay = 24 * 60 * aMinute;

/** In which a zone keeps one offset from UTC, in milliseconds; `until` is the first moment after it. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

const spansOf = new Map<string, Span[]>();
const spansKept = 100;

function offsetAt(at: number, zone: string): number {
  const known = spansOf.get(zone) ?? [];
  spansOf.set(zone, known);
  const found = known.find(({ from, until }) => from <= at && at < until);
  if (found) return found.offset;
  if (known.length >= spansKept) known.length = 0;
  const span = spanAt(at, zone);
  known.push(span);
  return span.offset;
}

function spanAt(at: number, zone: string): Span {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // The change itself belongs to what it begins.
  const began = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const ends = local.getTimeZoneTransition('next');
  return {
    from: began?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: ends?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: local.offsetNanoseconds / 1_000_000,
  };
}

/**
 * The date so many days after 1 January 1970, counted in years that begin on 1 March: a leap day is the last of its
 * year (E. G. Richards, in the Explanatory Supplement to the Astronomical Almanac, 3rd edition, section 15.11).
 */
function dateOf(days: number): Pick<OnTheWall, 'year' | 'month' | 'day'> {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}
