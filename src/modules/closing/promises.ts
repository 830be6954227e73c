import type { ObligationSummary } from '#modules/obligations/index.ts';
import type { EventName } from '#rules/event.ts';
import type { Pack } from '#rules/pack.ts';

const tellsOfSomething: readonly EventName[] = ['disclosure.received', 'case.reopened'];

/** Is a contact still owed since somebody told us something, whether its time is over or not? (V4.1a) */
export function contactOwed(
  pack: Pack,
  promises: readonly Pick<ObligationSummary, 'commitment' | 'outcome' | 'fulfilledAt'>[],
): boolean {
  const contact = pack.commitments
    .filter(
      ({ measure }) =>
        measure.kind === 'clock' &&
        tellsOfSomething.includes(measure.starts) &&
        measure.stops.includes('contact.made'),
    )
    .map(({ id }) => id);
  return promises.some(
    ({ commitment, outcome, fulfilledAt }) =>
      contact.includes(commitment) && (outcome === null || (outcome === 'breached' && fulfilledAt === null)),
  );
}
