import type { CaseState } from '#modules/case-file/pure.ts';
import { atTheOffice, timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import type { RiskLevel, StaffId } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

export const dueChoices = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Due today' },
  { value: 'week', label: 'Due within 7 days' },
] as const satisfies readonly Choice[];
export type Due = (typeof dueChoices)[number]['value'];

/** Danger first is where a list begins: whoever only looks once sees what must not wait. */
export const sorts = ['pressing', 'due', 'opened', 'contact'] as const;
export type Sort = (typeof sorts)[number];

/** What the list shows; the server narrows, sorts and pages. */
export interface CaseloadQuery {
  readonly state: CaseState | 'open';
  readonly due: Due | null;
  readonly danger: boolean;
  /** The level of risk, judged or proposed; `none`: not rated yet. */
  readonly level: RiskLevel | 'none' | null;
  /** Whose cases: a colleague's, those of nobody, or everybody's. */
  readonly lead: StaffId | 'unallocated' | null;
  readonly sort: Sort;
  readonly page: number;
}

export const casesPerPage = 50;
/** As far as one pages and counts: whoever has more narrows the list. */
export const mostPages = 20;
export const mostCounted = casesPerPage * mostPages;

/** Between which instants the next deadline lies; overdue ones are due today as well. */
export function dueBefore(due: Due, now: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  if (due === 'overdue') return now;
  const days = due === 'today' ? 1 : 7;
  const midnight = Temporal.PlainTime.from('00:00');
  return timeOn(atTheOffice(now, calendar).toPlainDate().add({ days }), midnight, calendar);
}
