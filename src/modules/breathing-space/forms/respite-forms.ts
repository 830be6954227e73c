import { z } from 'zod';
import { choice, formGiven, known, requiredLine, words } from '#kit/forms.ts';
import { isReason, reason } from '#kit/real-reason.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import type { Respite } from '../store/respites.ts';

export const respiteKinds = [
  { value: 'standard', label: 'The standard one', hint: '60 days' },
  {
    value: 'mental_health',
    label: 'Of a mental-health crisis',
    hint: 'For as long as treatment goes on, and 30 days more',
  },
] as const;

/** What the adviser or the register told us. A standard one comes once in 12 months: another needs a word. */
export const respiteForm = formGiven(
  z
    .object({
      kind: choice(['standard', 'mental_health'], 'Say which of the two it is'),
      started: day,
      treatmentEnded: optionalDay,
      adviser: requiredLine('Say which adviser or service had it entered', 300),
      reference: requiredLine('Enter the reference of the register', 100),
      words: words(4_000),
      others: known<readonly Pick<Respite, 'kind' | 'startedOn' | 'endedOn'>[]>(),
    })
    .superRefine(({ kind, started, words: said, others }, check) => {
      const year = started.subtract({ months: 12 });
      const lately = others.some(
        (each) => each.kind === 'standard' && Temporal.PlainDate.compare(each.startedOn, year) > 0,
      );
      if (kind === 'standard' && lately && !isReason(said))
        check.addIssue({
          code: 'custom',
          path: ['words'],
          message: 'One began within 12 months already. Say what the adviser says of that',
        });
    })
    .transform(({ others: _, ...respite }) => respite),
  (typed, today: Temporal.PlainDate, others: readonly Pick<Respite, 'kind' | 'startedOn' | 'endedOn'>[]) => ({
    ...typed,
    others,
    started: typedDay(typed, 'started', {
      missing: 'Enter the day on which it was entered on the register',
      notBefore: today.subtract({ years: 3 }),
      tooEarly: 'That is more than three years ago',
      notAfter: today.add({ days: 14 }),
      tooLate: 'That is more than two weeks ahead',
    }),
    treatmentEnded:
      typed.kind === 'mental_health'
        ? typedDay(typed, 'treatmentEnded', { notAfter: today, tooLate: 'This must not be in the future' })
        : null,
  }),
);

/** Treatment ended, or the adviser or a court ended it before its time. */
export const respiteChangeForm = formGiven(
  z.object({
    change: choice(['treatment_ended', 'ended'], 'Say what changed'),
    on: day,
    why: reason('Say who told us, and what they said', 4_000),
  }),
  (typed, today: Temporal.PlainDate, startedOn: Temporal.PlainDate) => ({
    ...typed,
    on: typedDay(typed, 'on', {
      missing: 'Enter the day',
      notBefore: startedOn,
      tooEarly: 'That is before it began',
      notAfter: today,
      tooLate: 'This must not be in the future',
    }),
  }),
);
