import { z } from 'zod';
import { choice, formGiven, offered, onList, requiredLine } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { valuesOf } from '#rules/words.ts';
import { sources } from '../words.ts';

/** In whose favour it is said, who said it, how it reached us, and when. */
export const allegationForm = formGiven(
  z
    .object({
      aboutId: offered<string>('Say who would be harmed'),
      source: choice(valuesOf(sources), 'Say who says so'),
      way: requiredLine('Say how it reached us', 300),
      heard: day,
      words: reason('Write down what was said', 4_000),
    })
    .transform(({ heard: heardOn, ...said }) => ({ ...said, heardOn })),
  (typed, feared: readonly string[], today: Temporal.PlainDate) => ({
    ...typed,
    aboutId: onList(feared, typed, 'aboutId'),
    heard: typedDay(typed, 'heard', {
      ...{ missing: 'Enter the day on which it reached us', notAfter: today },
      tooLate: 'This day is still to come',
    }),
  }),
);

/** About whom it is asked, and no more: why stays with whoever asks. */
export const askingForm = formGiven(
  z.object({ aboutId: offered<string>('Choose about whom') }),
  (typed, feared: readonly string[]) => ({ ...typed, aboutId: onList(feared, typed, 'aboutId') }),
);
