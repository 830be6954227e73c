import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { formGiven, requiredWords } from '#kit/forms.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { closureAtMost } from '#rules/closures.ts';

export interface ProposedClosure {
  readonly first: Temporal.PlainDate;
  /** Null: the first day alone. */
  readonly last: Temporal.PlainDate | null;
  readonly reason: string;
}

export const closureForm = formGiven(
  z
    .object({ first: day, last: optionalDay, reason: requiredWords('Say why the office is closed', 4_000) })
    .superRefine(({ first, last }, ctx) => {
      const message = last && problemOf(first, last);
      if (message) ctx.addIssue({ code: 'custom', path: ['last'], message });
    }) satisfies z.ZodType<ProposedClosure>,
  (typed, today: Temporal.PlainDate) => {
    const bounds = {
      notBefore: today,
      tooEarly: 'Enter today or a later day: a day that is over is never closed afterwards',
      notAfter: today.add({ years: 2 }),
      tooLate: 'Enter a day within the next two years',
    };
    const first = typedDay(typed, 'first', { ...bounds, missing: 'Enter the first day' });
    const last = typedDay(typed, 'last', bounds);
    return { ...typed, first, last };
  },
);

function problemOf(first: Temporal.PlainDate, last: Temporal.PlainDate): string | null {
  if (Temporal.PlainDate.compare(last, first) < 0) return 'The last day must not be before the first';
  if (first.until(last).days >= closureAtMost) return `Enter at most ${closureAtMost} days at once`;
  return null;
}

export const openingForm = z.object({
  reason: requiredWords('Say why the office is open after all', 4_000),
});

export const closureDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Say whether you agree',
  whyNot: 'Say why not, for whoever proposed it',
});
