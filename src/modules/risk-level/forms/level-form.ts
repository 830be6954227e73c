import { z } from 'zod';
import { choice, choices, formGiven, known, line } from '#kit/forms.ts';
import { reason, sameAsLastTime, saysTheSame } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { type RiskLevel, riskLevels } from '#rules/facts.ts';
import { abuseTypes } from '#rules/words.ts';
import { judgementGrounds } from '../rating-words.ts';

/** A whole number where one was typed; `''` is not known. */
export function optionalCount(most: number) {
  return line(10)
    .refine((text) => text === '' || /^\d+$/.test(text), 'Enter a whole number')
    .refine((text) => Number(text) <= most, `Enter ${most} or fewer`)
    .transform((text) => (text === '' ? null : Number(text)));
}

/** The level and the reason of the last judgement: the same level for the same words was not looked at again. */
type Last = { readonly level: RiskLevel; readonly reason: string } | null;

/** How high the risk is and why, with what else is known. The reason is never left out: it is read when it matters. */
export const levelForm = formGiven(
  z
    .object({
      callOuts: optionalCount(999),
      marac: optionalDay,
      sinceMarac: choices(abuseTypes.map(({ value }) => value)),
      level: choice(riskLevels, 'Say how high the risk is'),
      grounds: choices(judgementGrounds.map(({ value }) => value)),
      reason: reason('Say why you rate it so', 4_000),
      last: known<Last>(),
    })
    .refine(({ level, reason: why, last }) => level !== last?.level || !saysTheSame(why, last.reason), {
      path: ['reason'],
      message: sameAsLastTime,
    })
    .transform(({ last: _, ...level }) => level),
  (typed, today: Temporal.PlainDate, last: Last = null) => {
    const past = { notAfter: today, tooLate: 'This must be in the past' };
    return { ...typed, marac: typedDay(typed, 'marac', past), last };
  },
);
