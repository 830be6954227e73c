import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, formGiven, line, requiredLine, requiredWords, words } from '#kit/forms.ts';
import { isReason, reason } from '#kit/real-reason.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import { referralAnswers, referralKinds, saidOfReferral } from '../referral.ts';

const kinds = referralKinds.map(({ value }) => value);
const answers = referralAnswers.map(({ value }) => value);

/** Either it is made today, or a second person agrees that it is not. */
export const beginForm = z
  .object({
    kind: choice(kinds, 'Say whether it is about a child or an adult'),
    about: requiredLine('Say whom it is about', 300),
    said: choice(
      saidOfReferral.map(({ value }) => value),
      'Say whether a referral is made today',
    ),
    why: words(4_000),
  })
  .refine(({ said, why }) => said !== 'not_referred' || isReason(why), {
    path: ['why'],
    message: 'Say in a sentence why there is no referral',
  });

/** To whom it really went, how and when: nothing less makes it a referral. */
export const madeForm = happening({
  whom: requiredLine('Say to whom it was made', 300),
  way: requiredLine('Say how it was made', 300),
  reference: line(200),
  words: words(4_000),
});

/** An answer, or that somebody asked again because there is none. */
export const answerForm = happening({
  answer: choice(['chased', ...answers], 'Say what came back'),
  whom: requiredLine('Say who answered, or whom you asked', 300),
  words: requiredWords('Say what was said', 4_000),
});

function happening<Shape extends z.ZodRawShape>(shape: Shape) {
  return formGiven(
    z.object({ ...shape, happened: moment }),
    (typed, timeZone: string, now: Temporal.Instant) => {
      const past = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
      return { ...typed, happened: typedMoment(typed, 'happened', past) };
    },
  );
}

export const noReferralForm = z.object({ why: reason('Say why there is no referral', 4_000) });

export const noReferralDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree that there is no referral, or say that there is one',
  whyNot: 'Say why a referral is made after all',
});

export const adultsForm = z.object({
  adults: choice(['yes', 'no', 'not_known'], 'Say whether there is such an adult'),
});
