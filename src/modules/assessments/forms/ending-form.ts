import { z } from 'zod';
import { choice, formGiven, known, type Typed, words } from '#kit/forms.ts';
import { isReason, sameAsLastTime, saysTheSame } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { askingDanger } from '#modules/danger/pure.ts';
import { type Ending, endings } from '../assessment.ts';

/** How far ahead a day may be agreed on which they are asked again; the longest that a case rests, too. */
const monthsAtMost = 6;

/** What an ending is held against. */
interface EndingFacts {
  /** Of the questions, so far: nothing answered is not finished. */
  readonly answered: number;
  /** So many have to be answered, or somebody says why they are not. */
  readonly enough: number;
  /** Why few were answered the last time; `''`: enough were. */
  readonly lastWhy?: string;
  /** A day on which they agreed to be asked again comes after it. */
  readonly today: Temporal.PlainDate;
}

const endingSchema = z
  .object({
    ending: choice(
      endings.map(({ value }) => value as Ending),
      'Say how it ended',
    ),
    endingWords: words(4_000),
    fewWhy: words(2_000),
    askAgain: optionalDay,
    facts: known<EndingFacts>(),
  })
  .superRefine(({ ending, fewWhy, facts: { answered, enough, lastWhy = '' } }, check) => {
    const wrong = (path: string, message: string) =>
      check.addIssue({ code: 'custom', path: [path], message });
    if (ending !== 'finished') return;
    if (answered === 0)
      wrong('ending', 'Nothing is answered yet. Say that they wished to stop, or go back to the questions');
    if (answered < enough && !isReason(fewWhy))
      wrong(
        'fewWhy',
        `${answered} answered, and ${enough} are enough. Say why so few, in a sentence: it is counted apart`,
      );
    if (saysTheSame(fewWhy, lastWhy)) wrong('fewWhy', sameAsLastTime);
  })
  .refine(({ ending, askAgain }) => ending === 'stopped_by_person' || askAgain === null, {
    path: ['askAgain'],
    message: 'A day to ask again is for when they wished to stop. Empty it, or say that they did',
  })
  .transform(({ askAgain, facts: _, ...rest }) => ({ ...rest, askAgainOn: askAgain }));

function typedEnding(typed: Typed, facts: EndingFacts) {
  const { today } = facts;
  const bounds = {
    notBefore: today.add({ days: 1 }),
    tooEarly: 'Choose a day after today',
    notAfter: today.add({ months: monthsAtMost }),
    tooLate: `Choose a day within ${monthsAtMost} months. They can come back to it at any time`,
  };
  return { ...typed, askAgain: typedDay(typed, 'askAgain', bounds), facts };
}

export const endingForm = formGiven(endingSchema, typedEnding);

/** The same, with whether there is danger now. */
export const endingFormAskingDanger = formGiven(askingDanger(endingSchema), typedEnding);
