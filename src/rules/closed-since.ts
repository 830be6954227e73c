import { atTheOffice, type WorkingCalendar } from './calendar.ts';
import { runsByDayAndNight } from './clock.ts';
import { momentInWords } from './moment.ts';
import type { Commitment, DueRule } from './pack.ts';

/** What is said beside a deadline on a day that was closed only after the promise had begun. */
export const closedSinceInWords = 'a day on which the office has since become closed; it does not move';

/**
 * Has the day on which something is due become closed since it began, by a closure or a bank holiday that nobody knew
 * of then? Deadlines are set on working days, and are never moved afterwards. Hours that run by day and by night, and
 * a time that was agreed, may end on any day: of these there is nothing to say.
 * @param rule where it is known; else what ends at the close of the office is taken to be set on a working day
 */
export function closedSince(due: Temporal.Instant, calendar: WorkingCalendar, rule?: DueRule): boolean {
  return closedSinceOn(atTheOffice(due, calendar), calendar, rule);
}

/** The same of what is due then on the clock of the office's wall. */
export function closedSinceOn(
  local: Temporal.ZonedDateTime,
  calendar: WorkingCalendar,
  rule?: DueRule,
): boolean {
  if (!calendar.rules.workingDays.includes(local.dayOfWeek)) return false;
  if (!calendar.closed.has(local.toPlainDate().toString())) return false;
  return rule ? !runsByDayAndNight(rule) : local.toPlainTime().equals(calendar.closes);
}

/** `Friday 2 January 2026 at 17:00`, and that the day has become closed since, where it has. */
export function dueMomentInWords(due: Temporal.Instant, calendar: WorkingCalendar, rule?: DueRule): string {
  const moment = momentInWords(due, calendar);
  return closedSince(due, calendar, rule) ? `${moment}, ${closedSinceInWords}` : moment;
}

/** By what rule a promise is due; undefined where it has no deadline, or its policy is not at hand any more. */
export function dueRuleOf(commitment: Commitment | undefined): DueRule | undefined {
  return commitment?.measure.kind === 'clock' ? commitment.measure.due : undefined;
}
