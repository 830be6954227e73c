import type { ObligationSummary } from '#modules/obligations/index.ts';
import type { Commitment } from '#rules/pack.ts';
import { stillOwed } from './promise-words.ts';

/** Where in a case a promise is kept. */
export type CasePart = 'contact' | 'risk' | 'plan' | 'safeguarding' | 'case';

/** By what keeps it: a contact, a review of the risk, a step of the plan, or something of the case as a whole. */
export function partOf(commitment: Commitment | undefined): CasePart {
  const measure = commitment?.measure;
  const stops = measure?.kind === 'clock' ? measure.stops : [];
  const by = (first: string) => stops.some((event) => event.startsWith(first));
  if (by('contact.') || by('call.')) return 'contact';
  if (by('risk.')) return 'risk';
  if (by('safeguarding.')) return 'safeguarding';
  return by('plan.') || by('support.') ? 'plan' : 'case';
}

/** What is still owed, the most pressing first. */
export function owedFirst<P extends Pick<ObligationSummary, 'outcome' | 'fulfilledAt' | 'dueAt'>>(
  promises: readonly P[],
): readonly P[] {
  return promises
    .filter(stillOwed)
    .toSorted((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt));
}

/** On every page of a case: whatever is overdue, and at least the next three; the rest stands on the overview. */
export function pressing<P extends Pick<ObligationSummary, 'dueAt'>>(
  owed: readonly P[],
  now: Temporal.Instant,
): readonly P[] {
  return owed.filter(({ dueAt }, index) => index < 3 || Temporal.Instant.compare(dueAt, now) < 0);
}
