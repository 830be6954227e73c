import { z } from 'zod';
import { allOnList, choice, formGiven, offeredAny, words } from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { outcomes } from './paper.ts';

/** @param ids of the letters that may leave now */
export const printingForm = formGiven(
  z.object({
    letters: offeredAny().refine((chosen) => chosen.length > 0, 'Choose what is printed'),
  }),
  (typed, ids: readonly string[]) => ({ ...typed, letters: allOnList(ids, typed, 'letters') }),
);

export const outcomeForm = z
  .object({
    outcome: choice(
      outcomes.map(({ value }) => value),
      'Say what became of it',
    ),
    why: words(2_000),
  })
  .refine(({ outcome, why }) => outcome !== 'destroyed' || isReason(why), {
    path: ['why'],
    message: `Say why it is destroyed. ${saidTooLittle}`,
  });

export const againForm = z.object({ why: reason('Say why it is printed again') });
