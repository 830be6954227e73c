import { z } from 'zod';
import { kept, type Typed } from './forms.ts';
import { calendarDate } from './typed-day.ts';

/** Between which instants a typed one must lie, and what to say where it does not. */
export interface MomentBounds {
  readonly timeZone: string;
  /** Nothing that already happened lies after this. */
  readonly notAfter?: Temporal.Instant;
  readonly tooLate?: string;
  readonly notBefore?: Temporal.Instant;
  readonly tooEarly?: string;
}

/**
 * A day and a time of day, typed into `<name>-day`, `-month`, `-year` and `-time`, on the clock of the office's wall.
 * @returns the instant, or what is wrong with it in plain words.
 */
export function typedMoment(typed: Typed, name: string, bounds: MomentBounds): Temporal.Instant | string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => kept(typed, `${name}-${part}`).trim());
  if (!day || !month || !year) return 'Enter the day, the month and the year';
  const time = clockTime(kept(typed, `${name}-time`));
  if (time === null) return 'Enter the time, for example 14:30';
  const date = calendarDate(Number(year), Number(month), Number(day));
  if (date === null) return 'Enter a real date';
  const instant = date.toZonedDateTime({ timeZone: bounds.timeZone, plainTime: time }).toInstant();
  const { notAfter, notBefore } = bounds;
  if (notAfter && Temporal.Instant.compare(instant, notAfter) > 0)
    return bounds.tooLate ?? 'This must be in the past';
  // Boxes hold whole minutes: a bound within the minute that was typed is not missed by its seconds.
  if (notBefore && Temporal.Instant.compare(instant.add({ minutes: 1 }), notBefore) <= 0)
    return bounds.tooEarly ?? 'This is too early';
  return instant;
}

/** For a form's schema: a field that a `preprocess` fills by `typedMoment`; its problem becomes the field's message. */
export const moment = z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant, {
  error: ({ input }) => (typeof input === 'string' ? input : 'Enter the day and the time'),
});

/** What a form holds for a known instant, to show it in its boxes. */
export function momentFields(name: string, instant: Temporal.Instant, timeZone: string): Typed {
  const local = instant.toZonedDateTimeISO(timeZone);
  return {
    [`${name}-day`]: String(local.day),
    [`${name}-month`]: String(local.month),
    [`${name}-year`]: String(local.year),
    [`${name}-time`]: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** `14:30`, `9.05` or `0905` as a time of day; null where it is none. */
export function clockTime(text: string): Temporal.PlainTime | null {
  const time = timeOfDay(text);
  return time === null ? null : Temporal.PlainTime.from(time);
}

/** The same as text, `09:05`: it is compared, kept and shown as it is. */
export function timeOfDay(text: string): string | null {
  const parts = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  const [hour = '', minute = ''] = parts?.slice(1) ?? [];
  return parts && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}
