import type { WorkingCalendar } from '#rules/calendar.ts';
import { dueAt } from '#rules/clock.ts';
import type { DueRule, Pack } from '#rules/pack.ts';
import { remaining } from '#rules/remaining-time.ts';

/** How a deadline reads on a page, and how near it is. */
export interface PromiseWords {
  readonly state: 'running' | 'soon' | 'due' | 'overdue';
  readonly text: string;
  readonly timestamp: string;
}

/** When the person must have been reached, for a disclosure received then; null where the policy promises no time. */
export function contactDue(
  pack: Pack,
  calendar: WorkingCalendar,
  receivedAt: Temporal.Instant,
): Temporal.Instant | null {
  const clocks = pack.commitments.flatMap(({ measure }) => (measure.kind === 'clock' ? [measure] : []));
  const contact = clocks.find(
    ({ starts, stops }) => starts === 'disclosure.received' && stops.includes('contact.made'),
  );
  return contact ? dueAt(contact.due, receivedAt, calendar) : null;
}

/** "Due soon · 2 working hours left", for the deadline mark, which says the first word itself. */
export function promiseWords(
  due: Temporal.Instant,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
  rule?: DueRule,
): PromiseWords {
  const text = remaining(now, due, calendar, rule).replace(/^(due|overdue) (?!now)/, '');
  const minutes = now.until(due).total('minutes');
  const state = minutes < 0 ? 'overdue' : minutes < 1 ? 'due' : minutes <= 180 ? 'soon' : 'running';
  return { state, text, timestamp: due.toString() };
}
