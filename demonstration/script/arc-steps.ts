import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import type { RiskLevel } from '#rules/facts.ts';
import type { Working } from './casework.ts';
import type { CaseworkAction } from './casework-actions.ts';
import type { Step } from './steps.ts';
import type { Post } from './team.ts';
import { atTheDesk } from './timing.ts';

/** A case from its first contact on: how high the risk is, whether and when it ends, and what is done meanwhile. */
export interface Arc {
  readonly work: Working;
  readonly level: RiskLevel;
  /** When somebody was reached for the first time. */
  readonly from: Temporal.Instant;
  /** When it was closed; null: it is open. Nothing is done in it afterwards. */
  readonly closedAt: Temporal.Instant | null;
  /** Who looks at it besides the lead: a second pair of eyes, and whoever leads the team. */
  readonly second: Post;
}

/** One thing that the lead does, or whoever is named. */
export function acts(
  { work }: Pick<Arc, 'work'>,
  at: Temporal.Instant,
  action: DistributiveOmit<CaseworkAction, 'by'> & { readonly by?: Post },
): Step {
  return { at, story: work.story, action: { by: work.lead, ...action } as CaseworkAction };
}
type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;

/** Somebody's desk, so many days after that. */
export function later({ work }: Pick<Arc, 'work'>, from: Temporal.Instant, days: number): Temporal.Instant {
  return atTheDesk(from, days, work.calendar, work.chance);
}

export function dayOf(at: Temporal.Instant, calendar: WorkingCalendar): Temporal.PlainDate {
  return atTheOffice(at, calendar).toPlainDate();
}
