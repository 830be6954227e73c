import type { AgreedDay } from './calendar.ts';

/**
 * A landlord's own closed days as the database hands them over with the policy in force: each day with the millisecond
 * since which it was known (`2026-12-24=1795514400000,…`), by day. Empty: none.
 */
export type ClosedDays = string;

export const noClosedDays: ClosedDays = '';

export function agreedDaysOf(closedDays: ClosedDays): readonly AgreedDay[] {
  if (closedDays === noClosedDays) return [];
  return closedDays.split(',').map((each) => {
    const [day = '', since] = each.split('=');
    return { day, since: Number(since) };
  });
}
