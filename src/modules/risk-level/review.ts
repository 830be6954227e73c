import { atTheOffice, nextWorkingDay, type WorkingCalendar } from '#rules/calendar.ts';

/** The promises under which a risk is looked at again, by their id in every pack. */
export const reviewCommitments = [
  'risk-review-high',
  'risk-review-medium',
  'risk-review-standard',
  'risk-review-change',
] as const;
const afterChange = 'risk-review-change';

/** A promise as far as its review goes. */
export interface ReviewPromise {
  readonly packId: string;
  readonly commitment: string;
  readonly dueAt: Temporal.Instant;
  readonly outcome: string | null;
  readonly fulfilledAt: Temporal.Instant | null;
}

export interface ReviewDue {
  readonly packId: string;
  readonly commitment: string;
  readonly dueAt: Temporal.Instant;
  /** Something happened that calls for it. */
  readonly triggered: boolean;
  /** Broken, and still owed. */
  readonly overdue: boolean;
}

/** The review that is to be done first; null where none is owed. */
export function reviewDue(promises: readonly ReviewPromise[]): ReviewDue | null {
  const owed = promises
    .filter(({ commitment }) => (reviewCommitments as readonly string[]).includes(commitment))
    .filter(
      ({ outcome, fulfilledAt }) => outcome === null || (outcome === 'breached' && fulfilledAt === null),
    )
    .toSorted((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt));
  const [first] = owed;
  if (!first) return null;
  return {
    packId: first.packId,
    commitment: first.commitment,
    dueAt: first.dueAt,
    triggered: owed.some(({ commitment }) => commitment === afterChange),
    overdue: first.outcome === 'breached',
  };
}

/** "5 working days": how many are left after today, the day on which it is due being one; none is `''`. */
export function workingDaysLeft(
  now: Temporal.Instant,
  due: Temporal.Instant,
  calendar: WorkingCalendar,
): string {
  const last = atTheOffice(due, calendar).toPlainDate();
  let day = atTheOffice(now, calendar).toPlainDate();
  let left = 0;
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = nextWorkingDay(day, calendar);
    if (Temporal.PlainDate.compare(day, last) <= 0) left += 1;
  }
  if (left === 0) return '';
  return left === 1 ? '1 working day' : `${left} working days`;
}
