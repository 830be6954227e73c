import { atTheOffice, nextWorkingDay, type WorkingCalendar } from '#rules/calendar.ts';
import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { ProposalKind } from '#rules/proposal.ts';

/** "No safe way today": why, what is done instead, and when somebody tries again (domain §2). */
export const contactPlan = {
  approval: 'approved',
  basis: 'same-day-contact',
  withdrawnBy: 'nobody',
  says: {
    own: 'Another manager decides: nobody approves their own plan.',
    changed: 'The day on which somebody was to try again has passed. Propose a plan for a new day.',
  },
} as const satisfies ProposalKind<'approved'>;

/** Promises that an approved plan ends, counted apart from those that were kept. */
export function plannable(pack: Pack): readonly string[] {
  return pack.commitments
    .filter(({ measure }) => measure.kind === 'clock' && measure.byPlan.includes('contact-plan.approved'))
    .map((commitment) => commitment.id);
}

/** Nobody is left for longer without anybody trying. */
export const workingDaysAhead = 5;

/** The last day on which somebody may mean to try again. */
export function lastDayToTryAgain(now: Temporal.Instant, calendar: WorkingCalendar): Temporal.PlainDate {
  let day = atTheOffice(now, calendar).toPlainDate();
  for (let ahead = 0; ahead < workingDaysAhead; ahead += 1) day = nextWorkingDay(day, calendar);
  return day;
}

/** To come, and no later than the fifth working day: each further day is another plan, approved anew. */
export function mayTryAgainAt(
  at: Temporal.Instant,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Verdict {
  if (Temporal.Instant.compare(at, now) <= 0)
    return refused('Somebody tries again at a time that is still to come.', 'same-day-contact');
  const last = lastDayToTryAgain(now, calendar);
  return Temporal.PlainDate.compare(atTheOffice(at, calendar).toPlainDate(), last) > 0
    ? refused(`Somebody tries again within ${workingDaysAhead} working days.`, 'same-day-contact')
    : allowed;
}
