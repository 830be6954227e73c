import { z } from 'zod';
import {
  choice,
  type FieldErrors,
  formGiven,
  kept,
  known,
  optionalChoice,
  type Typed,
  words,
} from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { valuesOf } from '#rules/words.ts';
import { fieldOf, legalAnswers, outcomes, type Saying, sayings, waysOfAdvising } from '../said.ts';

type Said = readonly { readonly option: string; readonly said: Saying }[];

/** What was gone through. Nothing is chosen beforehand: an option that nobody reached says nothing. */
export const adviceForm = formGiven(
  z
    .object({
      outcome: choice(valuesOf(outcomes), 'Say whether you went through options'),
      said: known<Said>(),
      legal: optionalChoice(valuesOf(legalAnswers), ''),
      legalWhy: words(2_000),
      words: words(4_000),
      way: choice(valuesOf(waysOfAdvising), 'Say how you spoke of it'),
      happened: day,
      again: optionalDay,
    })
    .transform(({ outcome, said, legal, legalWhy, ...advice }) => ({
      ...advice,
      outcome,
      ...(outcome === 'not_wanted'
        ? { said: [] as Said, legal: '' as const, legalWhy: '' }
        : { said, legal, legalWhy: legal === 'not_offered' ? legalWhy : '' }),
    })),
  (typed, today: Temporal.PlainDate, listed: readonly string[]) => ({
    ...typed,
    said: saidIn(typed, listed),
    happened: typedDay(typed, 'happened', {
      ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
      ...{ notBefore: today.subtract({ years: 1 }), tooEarly: 'This is more than a year ago' },
    }),
    again: typedDay(typed, 'again', {
      notBefore: today.add({ days: 1 }),
      tooEarly: 'This day must be still to come',
    }),
  }),
  (typed, _today, listed) => missing(typed, listed),
);

/** What is missing where options were gone through; where they would rather not speak of it, nothing is. */
function missing(typed: Typed, listed: readonly string[]): FieldErrors {
  if (kept(typed, 'outcome') !== 'gone_through') return {};
  const legal = kept(typed, 'legal');
  return {
    ...(saidIn(typed, listed).length === 0 && {
      outcome: 'Say of at least one option below what they said to it',
    }),
    ...(legal === '' && { legal: 'Say whether independent legal advice was offered' }),
    ...(legal === 'not_offered' && !isReason(kept(typed, 'legalWhy')) && { legalWhy: saidTooLittle }),
  };
}

function saidIn(typed: Typed, listed: readonly string[]): Said {
  return listed.flatMap((option) => {
    const said = sayings.find(({ value }) => value === kept(typed, fieldOf(option)));
    return said ? [{ option, said: said.value }] : [];
  });
}

export const correctionForm = z.object({ reason: reason('Say what was wrong', 2_000) });
