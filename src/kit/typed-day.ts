import { z } from 'zod';
import { kept, type Typed } from './forms.ts';

/** Between which days a typed one must lie, both included, and what to say where it does not. */
export interface DayBounds {
  readonly notBefore?: Temporal.PlainDate;
  readonly tooEarly?: string;
  readonly notAfter?: Temporal.PlainDate;
  readonly tooLate?: string;
  /** What to say where nothing was typed; without it, nothing typed is no day. */
  readonly missing?: string;
}

/**
 * A day, typed into `<name>-day`, `-month` and `-year`.
 * @returns the day, null where none was typed and none is missed, or what is wrong in plain words
 */
export function typedDay(
  typed: Typed,
  name: string,
  bounds: DayBounds = {},
): Temporal.PlainDate | null | string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => kept(typed, `${name}-${part}`).trim());
  if (!day && !month && !year) return bounds.missing ?? null;
  if (!day || !month || !year) return 'Enter the day, the month and the year';
  const date = calendarDate(Number(year), Number(month), Number(day));
  if (date === null) return 'Enter a real date';
  const { notBefore, notAfter } = bounds;
  if (notBefore && Temporal.PlainDate.compare(date, notBefore) < 0)
    return bounds.tooEarly ?? 'This is too early';
  if (notAfter && Temporal.PlainDate.compare(date, notAfter) > 0) return bounds.tooLate ?? 'This is too late';
  return date;
}

/** For a form's schema: a field that a `preprocess` fills by `typedDay`; its problem becomes the field's message. */
export const day = z.custom<Temporal.PlainDate>((value) => value instanceof Temporal.PlainDate, {
  error: ({ input }) => (typeof input === 'string' ? input : 'Enter the day'),
});

/** The same, where no day need be typed. */
export const optionalDay = z.custom<Temporal.PlainDate | null>(
  (value) => value === null || value instanceof Temporal.PlainDate,
  { error: ({ input }) => (typeof input === 'string' ? input : 'Enter a real date') },
);

/** What a form holds for a known day, to show it in its boxes. */
export function dayFields(name: string, date: Temporal.PlainDate): Typed {
  return {
    [`${name}-day`]: String(date.day),
    [`${name}-month`]: String(date.month),
    [`${name}-year`]: String(date.year),
  };
}

/** A day of the calendar from 1900 on; null where there is no such day. */
export function calendarDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (!(year >= 1900 && year <= 9999)) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
