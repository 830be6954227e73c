import { z } from 'zod';
import { choice, formGiven, requiredLine, words } from '#kit/forms.ts';
import { isReason, saidTooLittle } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { checkOutcomes } from '../local-checks.ts';

/** Somebody asked the area: when, with whom, and what they said. */
export const checkForm = formGiven(
  z
    .object({
      checked: day,
      withWhom: requiredLine('Say whom you asked there, by their post', 200).refine(
        isReason,
        'Say whom you asked by their post, for example the Marac coordinator',
      ),
      outcome: choice(
        checkOutcomes.map(({ value }) => value),
        'Say what they said',
      ),
      words: words(1_000).transform((said) => said.trim()),
    })
    .refine(({ outcome, words: said }) => outcome === 'holds' || isReason(said), {
      path: ['words'],
      message: saidTooLittle,
    }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    checked: typedDay(typed, 'checked', {
      missing: 'Enter the day on which you asked them',
      notAfter: today,
      tooLate: 'This must be today or in the past',
    }),
  }),
);
