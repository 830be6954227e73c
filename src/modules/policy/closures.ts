import { daysFrom, officeDay, type WorkingCalendar, workingDay } from '#rules/calendar.ts';
import { atShortNotice, closureAtMost } from '#rules/closures.ts';
import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import { type Decision, mayDecide, type Proposal, type ProposalKind } from '#rules/proposal.ts';

/** One proposes that the office be closed, or open again, on days to come; another decides. */
export const closureKind = {
  approval: 'approved',
  basis: 'same-day-contact',
  withdrawnBy: 'proposer',
  says: { own: 'You proposed this. Another manager or administrator has to decide.' },
} as const satisfies ProposalKind<'approved'>;

export type ClosureDecision = Decision<'approved'>;

/** Days that are to be closed, or to be open again, both ends included. */
export interface ClosureDays {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** What is proposed. `opens`: the closure whose days are to be open again; null: the days are to be closed. */
export interface ClosureToDecide extends Proposal, ClosureDays {
  readonly opens: string | null;
}

/** The days on which the office would work, and would not with this. */
export function daysClosedBy({ firstDay, lastDay }: ClosureDays, calendar: WorkingCalendar) {
  return daysFrom(firstDay, lastDay).filter((day) => workingDay(day, calendar));
}

/** The days of it on which the office would work, had nobody closed it: what anybody notices of it. */
export function daysOf({ firstDay, lastDay }: ClosureDays, calendar: WorkingCalendar) {
  return daysFrom(firstDay, lastDay).filter((day) => officeDay(day, calendar));
}

/** May these days be closed, as the calendar stands? A day that is over is never closed afterwards. */
export function mayClose(days: ClosureDays, calendar: WorkingCalendar, today: Temporal.PlainDate): Verdict {
  const { firstDay, lastDay } = days;
  if (isBefore(firstDay, today))
    return not('The first of these days has passed: a day that is over is never closed afterwards.');
  if (isBefore(lastDay, firstDay)) return not('The last day is before the first.');
  if (firstDay.until(lastDay).days >= closureAtMost)
    return not(`An office is closed for at most ${closureAtMost} days at once.`);
  if (daysClosedBy(days, calendar).length === 0)
    return not('The office is closed on these days already. Choose a day on which it works.');
  return allowed;
}

/** Which days of a closure could still be open again, as far as they are not over; null: none. */
export function stillToOpen(closure: ClosureDays, today: Temporal.PlainDate): ClosureDays | null {
  const firstDay = isBefore(closure.firstDay, today) ? today : closure.firstDay;
  return isBefore(closure.lastDay, firstDay) ? null : { firstDay, lastDay: closure.lastDay };
}

/** May this colleague decide it so? Nothing is approved about days that have begun to pass. */
export function mayDecideClosure(
  closure: ClosureToDecide,
  deciding: {
    readonly by: StaffId;
    readonly decision: ClosureDecision;
    readonly calendar: WorkingCalendar;
    readonly today: Temporal.PlainDate;
  },
): Verdict {
  const { by, decision, calendar, today } = deciding;
  const verdict = mayDecide(closureKind, closure, { by, decision, sight: 'inside' });
  if (!verdict.allowed || decision !== 'approved') return verdict;
  if (closure.opens === null) return mayClose(closure, calendar, today);
  return stillToOpen(closure, today) ? allowed : not('These days have passed. Decline it.');
}

/** Is it late for everybody to plan with? Said where it is decided, and on the board. */
export function isShort({ firstDay, opens }: ClosureToDecide, today: Temporal.PlainDate): boolean {
  return opens === null && atShortNotice(today, firstDay);
}

function not(reason: string): Verdict {
  return refused(reason, 'same-day-contact');
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
