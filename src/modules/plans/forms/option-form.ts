import { z } from 'zod';
import { choice, formGiven, line, type Typed, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { answers, optionKinds } from '../options.ts';

const answer = {
  answer: choice(
    answers.map((each) => each.value),
    'Say what they decided, or that they were only told of it',
  ),
  ownWords: words(4_000),
  offered: day,
};

/** What was offered, and what they decided about it. */
export const optionForm = formGiven(
  z
    .object({
      kind: choice(
        optionKinds.map((kind) => kind.value),
        'Say what was offered',
      ),
      what: line(300),
      ...answer,
    })
    .refine(({ kind, what }) => kind !== 'other' || what !== '', {
      path: ['what'],
      message: 'Say what was offered',
    }),
  withDay,
);

/** A later answer to the same offer. */
export const answerForm = formGiven(z.object(answer), withDay);

function withDay(typed: Typed, today: Temporal.PlainDate) {
  const bounds = { notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' };
  return { ...typed, offered: typedDay(typed, 'offered', bounds) };
}
