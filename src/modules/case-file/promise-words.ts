import type { DeadlineState } from '#kit/components/deadline.ts';
import type { ObligationSummary } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dueRuleOf } from '#rules/closed-since.ts';
import { momentInWords } from '#rules/moment.ts';
import type { CommitmentOf, DueRule } from '#rules/pack.ts';
import { remaining } from '#rules/remaining-time.ts';

/** A promise as a page shows it: what was promised, how it stands, and when in words. */
export interface PromiseInWords {
  readonly title: string;
  readonly state: DeadlineState;
  readonly text: string;
  readonly timestamp: string;
}

type Promised = Pick<
  ObligationSummary,
  'commitment' | 'packId' | 'startedAt' | 'dueAt' | 'outcome' | 'endedAt' | 'fulfilledAt'
>;

export function promiseInWords(
  promise: Promised,
  commitmentOf: CommitmentOf,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
): PromiseInWords {
  const commitment = commitmentOf(promise.packId, promise.commitment);
  const title = commitment?.title ?? 'Promise';
  const stands = standing(promise, calendar, now, dueRuleOf(commitment));
  return { title, timestamp: promise.dueAt.toString(), ...stands };
}

/** Still owed: running, or broken and not yet made good. */
export function stillOwed({ outcome, fulfilledAt }: Pick<Promised, 'outcome' | 'fulfilledAt'>): boolean {
  return outcome === null || (outcome === 'breached' && fulfilledAt === null);
}

function standing(
  promise: Promised,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
  rule: DueRule | undefined,
): Pick<PromiseInWords, 'state' | 'text'> {
  const { outcome, endedAt, fulfilledAt, dueAt } = promise;
  const when = (instant: Temporal.Instant | null) => (instant ? momentInWords(instant, calendar) : '');
  if (outcome === 'met') return { state: 'met', text: when(endedAt) };
  if (outcome === 'met_by_plan') return { state: 'met-by-plan', text: when(endedAt) };
  if (outcome === 'recorded_late') return { state: 'recorded-late', text: when(endedAt) };
  if (outcome === 'not_applicable') return { state: 'not-owed', text: '' };
  if (fulfilledAt) return { state: 'overdue', text: `when it was settled, on ${when(fulfilledAt)}` };
  const words = remaining(now, dueAt, calendar, rule);
  if (Temporal.Instant.compare(now, dueAt) > 0) return { state: 'overdue', text: after(words, 'overdue ') };
  if (words === 'due now') return { state: 'due', text: '' };
  return { state: isSoon(promise, now) ? 'soon' : 'running', text: after(words, 'due ') };
}

/** Half of its time has gone, and no more than three days are left: of what is weeks ahead the date says enough. */
function isSoon({ startedAt, dueAt }: Promised, now: Temporal.Instant): boolean {
  return (
    now.until(dueAt).total('hours') <= 72 &&
    now.epochMilliseconds - startedAt.epochMilliseconds >=
      (dueAt.epochMilliseconds - startedAt.epochMilliseconds) / 2
  );
}

function after(words: string, prefix: string): string {
  return words.startsWith(prefix) ? words.slice(prefix.length) : words;
}
