import { type Agreement, type Way, withinNever } from './agreement.ts';
import type { WorkingCalendar } from './calendar.ts';
import { askAgainWhere, type Place } from './gate.ts';

/** A call or a visit, so far as it may be one for which nobody can answer. */
interface Meant {
  readonly way: Way;
  readonly place?: Place | undefined;
  /** Each of which is to be safe. */
  readonly moments: () => readonly Temporal.Instant[];
}

/**
 * Somebody may suspect something, nobody knows what is right now, whoever they fear would answer, or it is a time or a
 * place that was ruled out: no reason that somebody gives makes it safe (V3.2, L2.1a).
 */
export function isUnsafe(
  agreement: Agreement,
  { way, place, moments }: Meant,
  calendar: WorkingCalendar,
): boolean {
  return (
    agreement.channel === 'none' ||
    agreement.unsureSince !== null ||
    agreement.changedSince !== null ||
    Boolean(agreement.endedAt) ||
    (way === 'phone' && agreement.ofFeared === true) ||
    (place === 'home' && (!agreement.mayVisit || askAgainWhere(agreement, 'in_person'))) ||
    (agreement.never.length > 0 && moments().some((at) => withinNever(agreement.never, at, calendar)))
  );
}
