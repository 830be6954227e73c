import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, formGiven, known, line, offered, onList } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import {
  conclusions,
  heardAnswers,
  mayConclude,
  type Sign,
  type SignsAnswered,
  signAnswers,
  signs,
  specialistConclusions,
} from '#rules/who-harms-whom.ts';
import { valuesOf } from '#rules/words.ts';

const each: readonly Sign[] = signs;
const answer = () => choice(valuesOf(signAnswers), 'Answer this, if only that it is not known');

/** Sign by sign, with a specialist; given who may be meant, in whose cases it was asked, and today. */
export const judgementForm = formGiven(
  z
    .object({
      aboutId: offered<string>('Choose between whom'),
      ...Object.fromEntries(each.map(({ name }) => [name, answer()])),
      heard: choice(valuesOf(heardAnswers), 'Say whether they were heard'),
      specialist: choice(
        valuesOf(specialistConclusions),
        'Say what a specialist says, or that nobody was asked',
      ),
      specialistWho: line(300),
      specialistWay: line(300),
      said: optionalDay,
      conclusion: choice(valuesOf(conclusions), 'Say what you judge, if only that it cannot be told yet'),
      words: reason('Write down on what it rests', 8_000),
      asked: known<readonly string[]>(),
    })
    .transform(
      ({ said, asked, aboutId, heard, specialist, specialistWho, specialistWay, conclusion, ...rest }) => {
        const { words, ...told } = rest as typeof rest & { readonly words: string };
        const none = specialist === 'none';
        return {
          ...{ aboutId, heard, specialist, conclusion, words, asked },
          specialistWho: none ? '' : specialistWho,
          specialistWay: none ? '' : specialistWay,
          specialistOn: none ? null : said,
          signs: told as unknown as SignsAnswered,
        };
      },
    )
    .superRefine((judged, check) => {
      const wrong = (path: string, message: string) =>
        check.addIssue({ code: 'custom', path: [path], message });
      const { specialist, specialistWho, specialistWay, specialistOn, asked, aboutId } = judged;
      if (specialist !== 'none') {
        if (specialistWho === '') wrong('specialistWho', 'Say who was asked');
        if (specialistWay === '') wrong('specialistWay', 'Say how the answer reached us');
        if (specialistOn === null) wrong('said', 'Enter the day on which they said so');
      }
      const not = mayConclude(judged, asked.includes(aboutId));
      if (not) wrong(not.at, not.reason);
    })
    .transform(({ asked: _, ...judged }) => judged),
  (typed, feared: readonly string[], asked: readonly string[], today: Temporal.PlainDate) => ({
    ...typed,
    asked,
    aboutId: onList(feared, typed, 'aboutId'),
    said: typedDay(typed, 'said', {
      ...{ notAfter: today, tooLate: 'This day is still to come' },
      ...{ notBefore: today.subtract({ years: 1 }), tooEarly: 'Ask again: this is more than a year ago' },
    }),
  }),
);

export const judgementDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree, or decline',
  whyNot: 'Say why you decline it',
});
