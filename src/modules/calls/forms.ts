import { z } from 'zod';
import { choice, formGiven, known, words } from '#kit/forms.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import { cameOf } from './promised-call.ts';
import { promisedRing, ringAt } from './ring-at.ts';

export interface AnswerFacts {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly countsFrom: Temporal.Instant;
  readonly promisedAt: Temporal.Instant;
}

/**
 * What came of ringing: it was at the promised time or later, else it was another call; and what they asked for instead
 * is written down in their words, with the new time.
 */
export const answerForm = formGiven(
  z
    .object({
      cameOf: choice(
        cameOf.map(({ value }) => value),
        'Say what came of it',
      ),
      happened: moment,
      words: words(4_000),
      ring: promisedRing,
      countsFrom: known<Temporal.Instant>(),
    })
    .transform(({ cameOf: came, happened, words: said, ring, countsFrom }, context) => {
      const wrong = (path: string, message: string) => {
        context.addIssue({ code: 'custom', path: [path], message });
        return z.NEVER;
      };
      const wish = came === 'moved' || came === 'let_go';
      if (came === 'moved' && ring === null) return wrong('ring', 'Say when they asked to be rung');
      if (wish && said.trim() === '') return wrong('words', 'Write down what they said');
      if (!wish && Temporal.Instant.compare(happened, countsFrom) < 0)
        return wrong(
          'happened',
          'This is long before the time that was promised: it is another call. Say if they asked for another time',
        );
      return { cameOf: came, happenedAt: happened, words: said.trim(), ringAt: ring };
    }),
  (typed, { now, timeZone, countsFrom, promisedAt }: AnswerFacts) => {
    const past = { timeZone, notAfter: now, tooLate: 'Write it down once it has happened' };
    const since = { notBefore: promisedAt, tooEarly: 'This is before the call was promised' };
    const happened = typedMoment(typed, 'happened', { ...past, ...since });
    const from = typeof happened === 'string' ? now : happened;
    return { ...typed, happened, ring: ringAt(typed, { promisedAt: from, timeZone }), countsFrom };
  },
);
