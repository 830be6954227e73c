import type { WorkingCalendar } from './calendar.ts';
import { onTheWall } from './on-the-wall.ts';

// Intl would say the same some fifty times slower, and a chronology has a hundred of these on a page.
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `22 November`. */
export function dayInWords(date: { readonly day: number; readonly month: number }): string {
  return `${date.day} ${months[date.month - 1]}`;
}

/** `22 November 2026`. */
export function dateInWords(date: { readonly day: number; readonly month: number; readonly year: number }) {
  return `${dayInWords(date)} ${date.year}`;
}

/** By their ISO number, 1 = Monday. */
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** `Sunday`. */
export function weekdayOf({ dayOfWeek }: { readonly dayOfWeek: number }): string {
  return weekdays[dayOfWeek - 1] ?? '';
}

/** `Sunday 22 November`. */
export function weekdayInWords(date: {
  readonly day: number;
  readonly month: number;
  readonly dayOfWeek: number;
}) {
  return `${weekdayOf(date)} ${dayInWords(date)}`;
}

/** `Sunday 22 November 2026`: a day on which somebody does something, or did. */
export function dayOfWeekInWords(date: Parameters<typeof weekdayInWords>[0] & { readonly year: number }) {
  return `${weekdayInWords(date)} ${date.year}`;
}

/** `22 Nov 2026`, where many stand below one another in a table. */
export function shortDate(date: { readonly day: number; readonly month: number; readonly year: number }) {
  return `${date.day} ${months[date.month - 1]?.slice(0, 3)} ${date.year}`;
}

/** `Sunday 22 November 2026 at 16:55`, on the clock of the office's wall. */
export function momentInWords(instant: Temporal.Instant, calendar: WorkingCalendar): string {
  const local = onTheWall(instant, calendar);
  return `${dayOfWeekInWords(local)} at ${two(local.hour)}:${two(local.minute)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
