import { z } from 'zod';
import { choice, type Typed, words } from '#kit/forms.ts';
import { isReason, sameAsLastTime, saysTheSame } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { type Ending, endings } from '../assessment.ts';

/** How far ahead a day may be agreed on which they are asked again; the longest that a case rests, too. */
const monthsAtMost = 6;

/**
 * @param answered of the questions, so far: nothing answered is not finished
 * @param enough so many have to be answered, or somebody says why they are not
 * @param lastWhy why few were answered the last time; `''`: enough were
 * @param today a day on which they agreed to be asked again comes after it
 */
export function endingForm(
  answered: number,
  enough: number,
  { lastWhy = '', today }: { readonly lastWhy?: string; readonly today: Temporal.PlainDate },
) {
  const bounds = {
    notBefore: today.add({ days: 1 }),
    tooEarly: 'Choose a day after today',
    notAfter: today.add({ months: monthsAtMost }),
    tooLate: `Choose a day within ${monthsAtMost} months. They can come back to it at any time`,
  };
  return z.preprocess(
    (typed) => ({ ...(typed as Typed), askAgain: typedDay(typed as Typed, 'askAgain', bounds) }),
    z
      .object({
        ending: choice(
          endings.map(({ value }) => value as Ending),
          'Say how it ended',
        ),
        endingWords: words(4_000),
        fewWhy: words(2_000),
        askAgain: optionalDay,
      })
      .refine(({ ending }) => ending !== 'finished' || answered > 0, {
        path: ['ending'],
        message: 'Nothing is answered yet. Say that they wished to stop, or go back to the questions',
      })
      .refine(({ ending, fewWhy }) => ending !== 'finished' || answered >= enough || isReason(fewWhy), {
        path: ['fewWhy'],
        message: `${answered} answered, and ${enough} are enough. Say why so few, in a sentence: it is counted apart`,
      })
      .refine(({ ending, fewWhy }) => ending !== 'finished' || !saysTheSame(fewWhy, lastWhy), {
        path: ['fewWhy'],
        message: sameAsLastTime,
      })
      .refine(({ ending, askAgain }) => ending === 'stopped_by_person' || askAgain === null, {
        path: ['askAgain'],
        message: 'A day to ask again is for when they wished to stop. Empty it, or say that they did',
      })
      .transform(({ askAgain, ...rest }) => ({ ...rest, askAgainOn: askAgain })),
  );
}
