import { z } from 'zod';
import { choice, type FieldErrors, formGiven, kept, known, type Typed, words } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { valuesOf } from '#rules/words.ts';
import { areaAnswers, areas, fieldOf, type Looked, outcomes, waysOfLooking, wordsOf } from '../assessment.ts';

/** What was looked at. Nothing is chosen beforehand: an area that nobody reached says nothing. */
export const assessmentForm = formGiven(
  z
    .object({
      outcome: choice(valuesOf(outcomes), 'Say whether you looked at it together'),
      looked: known<readonly Looked[]>(),
      words: words(4_000),
      way: choice(valuesOf(waysOfLooking), 'Say how you spoke of it'),
      happened: day,
      again: optionalDay,
    })
    .transform(({ outcome, looked, ...more }) => ({
      ...more,
      outcome,
      looked: outcome === 'made' ? looked : [],
    })),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    looked: lookedAt(typed),
    happened: typedDay(typed, 'happened', {
      ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
      ...{ notBefore: today.subtract({ years: 1 }), tooEarly: 'This is more than a year ago' },
    }),
    again: typedDay(typed, 'again', {
      notBefore: today.add({ days: 1 }),
      tooEarly: 'This day must be still to come',
    }),
  }),
  (typed) => missing(typed),
);

function missing(typed: Typed): FieldErrors {
  const unsaid = areas.filter(
    ({ value }) => kept(typed, wordsOf(value)).trim() !== '' && kept(typed, fieldOf(value)) === '',
  );
  const blank = kept(typed, 'outcome') === 'made' && lookedAt(typed).length === 0;
  return {
    ...(blank && { outcome: 'Say of at least one part of the home below what you found' }),
    ...Object.fromEntries(unsaid.map(({ value }) => [fieldOf(value), 'Say whether something would help'])),
  };
}

function lookedAt(typed: Typed): readonly Looked[] {
  return areas.flatMap(({ value: area }) => {
    const answer = areaAnswers.find(({ value }) => value === kept(typed, fieldOf(area)));
    const said = kept(typed, wordsOf(area)).replaceAll('\r\n', '\n').slice(0, 2_000);
    return answer ? [{ area, answer: answer.value, words: said }] : [];
  });
}

export const correctionForm = z.object({ reason: reason('Say what was wrong', 2_000) });
