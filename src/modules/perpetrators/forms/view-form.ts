import { z } from 'zod';
import { choice, formGiven, known, line, requiredLine, words } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { fearsAnswers, viewAnswers } from '#rules/their-view.ts';

const values = <T extends string>(choices: readonly { readonly value: T }[]) =>
  choices.map(({ value }) => value);

/** What they say to it, who asked, when and how; given whether they feared it before. */
export const viewForm = formGiven(
  z
    .object({
      answer: choice(values(viewAnswers), 'Say what they say to it, or why nobody could ask'),
      fears: choice(values(fearsAnswers), 'Say whether they think that it would make things worse'),
      asker: requiredLine('Say who asked'),
      way: line(),
      asked: moment,
      words: reason('Write what they said, or why it would not be safe to ask', 4_000),
      changed: words(4_000),
      feared: known<boolean>(),
    })
    .superRefine(({ feared, fears, changed }, check) => {
      if (feared && fears !== 'yes' && changed.trim() === '')
        check.addIssue({
          code: 'custom',
          path: ['changed'],
          message: 'They feared before that it would make things worse. Say what has changed',
        });
    })
    .transform(({ feared: _, asked: askedAt, ...view }) => ({ ...view, askedAt })),
  (typed, feared: boolean, timeZone: string, now: Temporal.Instant) => {
    const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
    return { ...typed, feared, asked: typedMoment(typed, 'asked', past) };
  },
);
