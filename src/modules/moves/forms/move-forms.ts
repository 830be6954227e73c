import { z } from 'zod';
import {
  choice,
  type FieldErrors,
  formGiven,
  kept,
  line,
  requiredWords,
  type Typed,
  words,
} from '#kit/forms.ts';
import { isReason, saidTooLittle } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { valuesOf } from '#rules/words.ts';
import { feelings, moveKinds, steps } from '../kinds.ts';

/** @param today the day on which it is typed */
export function pastDay(typed: Typed, name: string, today: Temporal.PlainDate) {
  return typedDay(typed, name, {
    ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
    ...{ notBefore: today.subtract({ years: 2 }), tooEarly: 'This is more than two years ago' },
  });
}

const bedrooms = z
  .string()
  .trim()
  .regex(/^(\d|1[0-2])?$/, 'Enter a number of bedrooms, or leave it empty')
  .transform((text) => (text === '' ? null : Number(text)));

export const moveForm = formGiven(
  z
    .object({
      kind: choice(valuesOf(moveKinds), 'Say on which way'),
      wished: day,
      words: requiredWords('Write down what they said', 4_000),
      bedrooms,
      adaptations: words(2_000),
      schools: words(2_000),
      withWhom: line(),
    })
    .transform(({ wished: wishedOn, ...move }) => ({ ...move, wishedOn })),
  (typed, today: Temporal.PlainDate) => ({
    ...{ bedrooms: '' },
    ...typed,
    wished: pastDay(typed, 'wished', today),
  }),
);

/** What came of it since. By when something is done lies ahead; what happened does not. */
export const stepForm = formGiven(
  z
    .object({
      step: choice(valuesOf(steps), 'Say what there is to write down'),
      day,
      who: line(),
      words: words(4_000),
    })
    .transform(({ day: dayOn, ...step }) => ({ ...step, dayOn })),
  (typed, today: Temporal.PlainDate, wishedOn: Temporal.PlainDate) => ({
    ...typed,
    day:
      kept(typed, 'step') === 'next'
        ? typedDay(typed, 'day', {
            ...{ notBefore: today, tooEarly: 'By when it is done lies ahead: today or later' },
            ...{ notAfter: today.add({ years: 1 }), tooLate: 'Choose a day within a year' },
            missing: 'Enter the day',
          })
        : typedDay(typed, 'day', {
            ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
            ...{ notBefore: wishedOn, tooEarly: 'This is before they said that they would like to move' },
          }),
  }),
  (typed) => missing(typed),
);

const wantsWords: Readonly<Record<string, string>> = {
  not_taken_on: 'Say by whom, why, and what follows',
  not_wanted: 'Write down what they said',
  ended: 'Say why it cannot be brought about',
  corrected: 'Say what was wrong',
  next: 'Say what is to be done',
};

function missing(typed: Typed): FieldErrors {
  const step = kept(typed, 'step');
  const said = kept(typed, 'words').trim();
  const words = wantsWords[step];
  return {
    ...(step === 'next' && kept(typed, 'who').trim() === '' && { who: 'Say who does it' }),
    ...(words !== undefined && said === '' && { words }),
    ...(words !== undefined && said !== '' && !isReason(said) && { words: saidTooLittle }),
  };
}

export const feltForm = formGiven(
  z
    .object({
      feeling: choice(valuesOf(feelings), 'Say what they said, or that nobody asked'),
      asked: day,
      words: words(4_000),
    })
    .transform(({ asked: askedOn, ...felt }) => ({ ...felt, askedOn })),
  (typed, today: Temporal.PlainDate, moved: Temporal.PlainDate) => ({
    ...typed,
    asked: typedDay(typed, 'asked', {
      ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
      ...{ notBefore: moved, tooEarly: 'They had not moved yet on this day' },
    }),
  }),
  (typed): FieldErrors =>
    kept(typed, 'feeling') === 'not_asked' && !isReason(kept(typed, 'words'))
      ? { words: 'Say in a sentence why asking would not have been safe' }
      : {},
);
