import { z } from 'zod';
import { choice, words } from '#kit/forms.ts';
import { type Ending, endings } from '../assessment.ts';

/** @param answered of the questions, so far: nothing answered is not finished */
export function endingForm(answered: number) {
  return z
    .object({
      ending: choice(
        endings.map(({ value }) => value as Ending),
        'Say how it ended',
      ),
      endingWords: words(4_000),
    })
    .refine(({ ending }) => ending !== 'finished' || answered > 0, {
      path: ['ending'],
      message: 'Nothing is answered yet. Say that they wished to stop, or go back to the questions',
    });
}
