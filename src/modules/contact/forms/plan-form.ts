import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { formGiven } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { lastDayToTryAgain, workingDaysAhead } from '../contact-plan.ts';

/** Why there is no safe way today, what is done instead, and when somebody tries again. */
export const planForm = formGiven(
  z.object({
    why: reason('Say why there is no safe way today', 4_000),
    plan: reason('Say what will be done instead, and by whom', 4_000),
    again: moment,
  }),
  (typed, calendar: WorkingCalendar, now: Temporal.Instant) => {
    const last = lastDayToTryAgain(now, calendar);
    const future: MomentBounds = {
      timeZone: calendar.rules.timeZone,
      notBefore: now,
      tooEarly: 'Choose a time that is still to come',
      notAfter: timeOn(last, Temporal.PlainTime.from('23:59'), calendar),
      tooLate:
        `Choose a day no later than ${dayOfWeekInWords(last)}: ${workingDaysAhead} working days ahead at most. ` +
        'After that it is looked at, and approved, anew',
    };
    return { ...typed, again: typedMoment(typed, 'again', future) };
  },
);

export const planDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Approve or decline the plan',
  whyNot: 'Say why you decline it, and what would be safer',
});
