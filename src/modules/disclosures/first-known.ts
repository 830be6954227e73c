/** A moment as a person types it: day, month, year and a time of day on the office's clock. */
export interface TypedMoment {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly time: string;
}

export type ReadMoment =
  | { readonly ok: true; readonly at: Temporal.Instant }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads when something was first known. All parts empty is now; a date alone is the start of that day, because a clock
 * that starts too early hurries us, and one that starts too late lets somebody wait. Never in the future.
 * @param timeZone the office's, for instance `Europe/London`
 */
export function readMoment(typed: TypedMoment, now: Temporal.Instant, timeZone: string): ReadMoment {
  const parts = [typed.day, typed.month, typed.year];
  if ([...parts, typed.time].every((part) => part === '')) return { ok: true, at: now };
  const time = readTime(typed.time);
  if (time === null) return { ok: false, problem: 'Enter the time like 14:30' };
  const date = parts.every((part) => part === '')
    ? now.toZonedDateTimeISO(timeZone).toPlainDate()
    : readDate(typed);
  if (date === null) return { ok: false, problem: 'Enter a date that exists, like 7 3 2026' };
  const at = date.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
  if (Temporal.Instant.compare(at, now) > 0) return { ok: false, problem: 'Enter a time that has passed' };
  return { ok: true, at };
}

function readTime(text: string): Temporal.PlainTime | null {
  if (text === '') return new Temporal.PlainTime();
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined || minute === undefined
    ? null
    : Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
}

function readDate({ day, month, year }: TypedMoment): Temporal.PlainDate | null {
  const numbers = [day, month, year].map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN));
  if (numbers.some(Number.isNaN) || year.length !== 4) return null;
  try {
    return Temporal.PlainDate.from(
      { day: numbers[0] ?? 0, month: numbers[1] ?? 0, year: numbers[2] ?? 0 },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}
