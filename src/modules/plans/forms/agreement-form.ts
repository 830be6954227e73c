import { z } from 'zod';
import { choice, formGiven, line, optionalChoice, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { interpreters } from '#rules/agreement.ts';
import { prompts, reviewWithinDays, standings, waysOfAgreeing } from '../plan.ts';

/**
 * How the plan stands: when and how it was gone through, who was there, what they said, and when it is looked at again.
 * @param today on the calendar of the office
 */
export const agreementForm = formGiven(
  z
    .object({
      standing: choice(
        standings.map((standing) => standing.value),
        'Say how the plan stands',
      ),
      happened: moment,
      how: choice(
        waysOfAgreeing.map((way) => way.value),
        'Say how you went through it',
      ),
      present: line(300),
      interpreter: optionalChoice(
        interpreters.map((interpreter) => interpreter.value),
        '',
      ),
      ownWords: words(8_000),
      reason: words(4_000),
      promptedBy: choice(
        prompts.map((prompt) => prompt.value),
        'Say why it is looked at now',
      ),
      review: day,
    })
    .refine(({ standing, how }) => standing !== 'agreed' || how !== 'not_with_them', {
      path: ['how'],
      message: 'A plan is agreed with the person, never without them',
    })
    .refine(({ standing, reason }) => standing === 'agreed' || reason.trim() !== '', {
      path: ['reason'],
      message: 'Say why it is not agreed',
    }),
  (typed, timeZone: string, now: Temporal.Instant, today: Temporal.PlainDate) => {
    const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
    const ahead = {
      missing: 'Enter the day on which you look at it again',
      notBefore: today,
      tooEarly: 'Choose a day that is still to come',
      notAfter: today.add({ days: reviewWithinDays }),
      tooLate: `Choose a day within the next ${reviewWithinDays} days`,
    };
    return {
      ...typed,
      happened: typedMoment(typed, 'happened', past),
      review: typedDay(typed, 'review', ahead),
    };
  },
);
