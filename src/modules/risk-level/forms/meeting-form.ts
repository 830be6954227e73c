import { z } from 'zod';
import { choice, formGiven, line, requiredLine } from '#kit/forms.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import type { Choice } from '#rules/words.ts';
import { meetingKinds } from '../pathways.ts';

export const heldOrEnded = [
  { value: 'held', label: 'It is held' },
  { value: 'ends', label: 'It ends', hint: 'From that day on it is not shown any more' },
] as const satisfies readonly Choice[];

/** A kind of meeting of an area, from a day on; one that ends needs its day. */
export const meetingForm = formGiven(
  z
    .object({
      kind: choice(
        meetingKinds.map(({ value }) => value),
        'Choose a kind',
      ),
      held: choice(
        heldOrEnded.map(({ value }) => value),
        'Say whether it is held or ends',
      ),
      from: optionalDay,
      words: line(200),
      source: requiredLine('Say who says so, for example the operating protocol and its date', 300),
      checked: optionalDay,
    })
    .refine(({ held, from }) => held === 'held' || from !== null, {
      path: ['from'],
      message: 'Enter the day from which it is not held any more',
    }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    from: typedDay(typed, 'from'),
    checked: typedDay(typed, 'checked', {
      notAfter: today,
      tooLate: 'This must be today or in the past',
    }),
  }),
);
