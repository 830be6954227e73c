import { z } from 'zod';
import { allOnList, choice, formGiven, offeredAny, words } from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { outcomes } from './paper.ts';

export const noReturnAddress = 'No return address is in use. Two people agree to one under Team, Wordings';

/** Said in the place of each of several letters: that all of them are printed. */
export const allAtOnce = 'all';

/** @param ids of the letters that may leave now */
export const printingForm = formGiven(
  z
    .object({
      letters: offeredAny()
        .refine((chosen) => chosen.length > 0, 'Choose what is printed')
        .refine(
          (chosen) => chosen.length < 2 || !chosen.includes(allAtOnce),
          'Choose letters one by one, or all of them at once: not both',
        ),
    })
    .transform(({ letters }) => (letters.includes(allAtOnce) ? allAtOnce : letters)),
  (typed, ids: readonly string[]) => ({
    ...typed,
    letters: allOnList(ids.length > 1 ? [...ids, allAtOnce] : ids, typed, 'letters'),
  }),
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
