import { deadline } from '#kit/components/deadline.ts';
import type { Html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { DueRule } from '#rules/pack.ts';
import { remaining } from '#rules/remaining-time.ts';

/**
 * When something is due, as every list of this module shows it: a sign, a word and a time.
 * @param rule of a promise, where it is known
 */
export function dueBadge(
  due: Temporal.Instant,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
  rule?: DueRule,
): Html {
  const words = remaining(now, due, calendar, rule);
  return deadline({
    state: stateOf(due, words, now),
    text: words.replace(/^(overdue|due now|due) ?/, ''),
    timestamp: due.toString(),
  });
}

/** The badges of one page: much of it is due at the same closes of the office, and is worked out once. */
export function dueBadges(
  calendar: WorkingCalendar,
  now: Temporal.Instant,
): (due: Temporal.Instant, rule?: DueRule) => Html {
  const byRule = new Map<DueRule | undefined, Map<string, Html>>();
  return (due, rule) => {
    const made = byRule.get(rule) ?? new Map<string, Html>();
    byRule.set(rule, made);
    const key = due.toString();
    const badge = made.get(key) ?? dueBadge(due, calendar, now, rule);
    made.set(key, badge);
    return badge;
  };
}

/** Soon: hours are left, not days. */
function stateOf(due: Temporal.Instant, words: string, now: Temporal.Instant) {
  if (Temporal.Instant.compare(now, due) > 0) return 'overdue';
  if (words === 'due now') return 'due';
  return words.startsWith('due ') ? 'running' : 'soon';
}
