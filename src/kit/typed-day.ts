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
 * A day, typed into `<name>-day`, `-month` and `-year` as people write days: 5 or 5th, 3 or Mar or March, or the whole
 * of it in the first box.
 * @returns the day, null where none was typed and none is missed, or what is wrong in plain words
 */
export function typedDay(
  typed: Typed,
  name: string,
  bounds: DayBounds = {},
): Temporal.PlainDate | null | string {
  const date = dateTyped(typed, name);
  if (date === null) return bounds.missing ?? null;
  if (typeof date === 'string') return date;
  const { notBefore, notAfter } = bounds;
  if (notBefore && Temporal.PlainDate.compare(date, notBefore) < 0)
    return bounds.tooEarly ?? 'This is too early';
  if (notAfter && Temporal.PlainDate.compare(date, notAfter) > 0) return bounds.tooLate ?? 'This is too late';
  return date;
}

/** The day of three boxes; null: all of them are empty. Else what is wrong with it. */
export function dateTyped(typed: Typed, name: string): Temporal.PlainDate | null | string {
  const boxes = ['day', 'month', 'year'].map((part) => kept(typed, `${name}-${part}`).trim());
  if (boxes.every((box) => box === '')) return null;
  const parts = inOneBox(boxes) ?? boxes;
  const [day = '', month = '', year = ''] = parts;
  if (!day || !month || !year) return 'Enter the day, the month and the year';
  const [dayNumber, monthNumber] = [dayOf(day), monthOf(month)];
  if (dayNumber === null || monthNumber === null) return 'Enter a real date';
  if (/^\d{2}$/.test(year)) return 'Enter all four figures of the year';
  return (/^\d{4}$/.test(year) && calendarDate(Number(year), monthNumber, dayNumber)) || 'Enter a real date';
}

/** `5 March`, `5 March 2026` or `5/3/2026` in the first box, where the others do not say otherwise. */
function inOneBox([first = '', month = '', year = '']: readonly string[]): readonly string[] | null {
  const words = /^(\d{1,2}(?:st|nd|rd|th)?)(?: of)?[ -]+([a-z]+)\.?,?(?:[ -]+(\d{4}))?$/i.exec(first);
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(first);
  const [, theirDay, theirMonth = '', theirYear] = words ?? figures ?? [];
  if (theirDay === undefined) return null;
  const otherMonth = month !== '' && monthOf(month) !== monthOf(theirMonth);
  const otherYear = year !== '' && theirYear !== undefined && year !== theirYear;
  return otherMonth || otherYear ? ['two', 'two', '0000'] : [theirDay, theirMonth, theirYear ?? year];
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Figures alone: `5.5`, `2e3` and `0x5` are no days, though a program would take them for numbers. */
function dayOf(text: string): number | null {
  const figures = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(text)?.[1];
  return figures === undefined ? null : Number(figures);
}

function monthOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const word = text.toLowerCase().replace(/\.$/, '');
  const at = word.length < 3 ? -1 : months.findIndex((month) => month.startsWith(word));
  return at === -1 ? null : at + 1;
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
