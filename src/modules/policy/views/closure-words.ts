import { dayOfWeekInWords } from '#rules/moment.ts';
import type { ClosureDays } from '../closures.ts';

/** `Thursday 24 December 2026`, or `Thursday 24 December 2026 to Monday 4 January 2027`. */
export function daysInWords({ firstDay, lastDay }: ClosureDays): string {
  if (firstDay.equals(lastDay)) return dayOfWeekInWords(firstDay);
  return `${dayOfWeekInWords(firstDay)} to ${dayOfWeekInWords(lastDay)}`;
}

/** `1 working day`, `4 working days`. */
export function workingDaysInWords(days: readonly unknown[]): string {
  return days.length === 1 ? '1 working day' : `${days.length} working days`;
}
