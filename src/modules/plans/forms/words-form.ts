import { z } from 'zod';
import { optionalChoice, type Typed, words } from '#kit/forms.ts';
import { type PlanWords, wants } from '../plan.ts';

/** What they want, say and do in an emergency. Nothing of it must be answered: there is no hurry (V3.4). */
export const wordsForm: z.ZodType<PlanWords> = z.object({
  wants: optionalChoice(
    wants.map((want) => want.value),
    '',
  ),
  ownWords: words(8_000),
  wishes: words(8_000),
  emergency: words(8_000),
});

export function typedWords({ wants: want, ownWords, wishes, emergency }: PlanWords): Typed {
  return { wants: want, ownWords, wishes, emergency };
}
