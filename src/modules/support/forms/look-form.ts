import { z } from 'zod';
import { choice, formGiven, type Typed } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { valuesOf } from '#rules/words.ts';
import { lookAnswers } from '../looks.ts';
import { way } from './offer-form.ts';

interface Days {
  readonly today: Temporal.PlainDate;
  readonly confirmedOn: Temporal.PlainDate;
}

/** How it is, as they say it themselves; that nobody was reached is said by whoever tried. */
export const lookForm = formGiven(
  z
    .object({
      said: choice(valuesOf(lookAnswers), 'Say how it is, or that they were not reached'),
      way,
      words: reason('Say how it is in their own words, or how you tried to reach them', 4_000),
      happened: day,
      again: optionalDay,
    })
    .refine(({ said, way: how }) => said === 'look_not_reached' || how !== '', {
      path: ['way'],
      message: 'Say how they told us',
    })
    .refine(({ said, again }) => again === null || said === 'look_rather_not', {
      path: ['again'],
      message: 'Only where they would rather not: take the day out, or say that they would rather not',
    }),
  (typed: Typed, { today, confirmedOn }: Days) => ({
    ...typed,
    happened: typedDay(typed, 'happened', {
      ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
      ...{ notBefore: confirmedOn, tooEarly: 'This is before they said that it came' },
    }),
    again: typedDay(typed, 'again', {
      ...{ notBefore: today.add({ days: 1 }), tooEarly: 'This day must be still to come' },
      ...{ notAfter: today.add({ years: 1 }), tooLate: 'This is more than a year away' },
    }),
  }),
);
