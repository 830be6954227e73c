import { typedMoment } from '#kit/typed-moment.ts';

/** A moment as a person types it: day, month, year and a time of day on the office's clock. */
export interface TypedMoment {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly time: string;
}

/**
 * Reads when something was first known, never in the future. All parts empty is now, a time alone is today; a date
 * alone is the start of that day, because a clock that starts too early hurries us, and one that starts too late lets
 * somebody wait.
 * @param timeZone the office's, for instance `Europe/London`
 * @returns the instant, or what is wrong with it in plain words
 */
export function firstKnownAt(
  { day, month, year, time }: TypedMoment,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant | string {
  const undated = day === '' && month === '' && year === '';
  if (undated && time === '') return now;
  const today = now.toZonedDateTimeISO(timeZone);
  const date = undated
    ? { '-day': String(today.day), '-month': String(today.month), '-year': String(today.year) }
    : { '-day': day, '-month': month, '-year': year };
  return typedMoment({ ...date, '-time': time || '00:00' }, '', {
    timeZone,
    notAfter: now,
    tooLate: 'Enter a time that has passed',
  });
}
