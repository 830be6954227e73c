import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import {
  choice,
  type FieldErrors,
  formGiven,
  kept,
  line,
  optionalChoice,
  requiredWords,
  words,
} from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { tenancyTypes, valuesOf } from '#rules/words.ts';
import { answers } from '../kinds.ts';
import { pastDay } from './move-forms.ts';

/** A home that is offered. Which tenancy it comes with may be not known: then it is not taken for the same. */
export const offerForm = formGiven(
  z
    .object({
      home: requiredWords('Say which home it is', 400),
      landlord: line(),
      offered: day,
      heldType: choice(valuesOf(tenancyTypes), 'Say what they hold now, or that it is not known'),
      offeredType: choice(valuesOf(tenancyTypes), 'Say what is offered, or that it is not known'),
      timeCounts: optionalChoice(['yes', 'no', 'not_known'], ''),
      words: words(4_000),
    })
    .transform(({ offered: offeredOn, ...offer }) => ({ ...offer, offeredOn })),
  (typed, today: Temporal.PlainDate) => ({ ...typed, offered: pastDay(typed, 'offered', today) }),
);

export const answerForm = formGiven(
  z
    .object({
      answer: choice(valuesOf(answers), 'Say what they said to it'),
      answered: day,
      words: words(4_000),
    })
    .transform(({ answered: answeredOn, ...answer }) => ({ ...answer, answeredOn })),
  (typed, today: Temporal.PlainDate, offeredOn: Temporal.PlainDate) => ({
    ...typed,
    answered: typedDay(typed, 'answered', {
      ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
      ...{ notBefore: offeredOn, tooEarly: 'It had not been offered yet on this day' },
    }),
  }),
  (typed): FieldErrors => {
    const said = kept(typed, 'words');
    return kept(typed, 'answer') === 'refused_other' && !isReason(said)
      ? { words: said.trim() === '' ? 'Write down their reason, or that they did not say' : saidTooLittle }
      : {};
  },
);

/** They agree to lesser security in their own words; independent advice was offered, whatever they said to it. */
export const lesserForm = formGiven(
  z
    .object({
      words: reason('Write down what they said: what they would lose, and why they would like it', 4_000),
      asked: day,
      legal: choice(
        ['had', 'wants', 'not_wanted'],
        'Offer independent advice first, and say what they said to it',
      ),
      why: reason('Say why no home as secure could be offered', 4_000),
    })
    .transform(({ asked: askedOn, ...lesser }) => ({ ...lesser, askedOn })),
  (typed, today: Temporal.PlainDate, offeredOn: Temporal.PlainDate) => ({
    ...typed,
    asked: typedDay(typed, 'asked', {
      ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
      ...{ notBefore: offeredOn, tooEarly: 'It had not been offered yet on this day' },
    }),
  }),
);

export const lesserDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree, or decline',
  whyNot: 'Say why you decline it, and what is offered instead',
}).refine(({ decision, why }) => decision !== 'approved' || isReason(why), {
  path: ['why'],
  message: 'Say in a sentence why lesser security is right here',
});
