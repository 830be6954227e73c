import { z } from 'zod';
import { choice, type FormValue, formGiven, line, requiredWords, type Typed, words } from '#kit/forms.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';

export const outcomes = ['done', 'moved', 'dropped'] as const;

/** What became of an action: done (when, by whom), moved (to which day, why) or no longer needed (why). */
export const outcomeForm = formGiven(
  z
    .object({
      outcome: choice(outcomes, 'Say what became of it'),
      happened: optionalDay,
      byWhom: line(200),
      due: optionalDay,
      note: words(4_000),
    })
    .superRefine(({ outcome, happened, due, note }, context) => {
      const missing = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (outcome === 'done' && happened === null) missing('happened', 'Enter the day on which it was done');
      if (outcome === 'moved' && due === null) missing('due', 'Enter the new day');
      if (outcome !== 'done' && note.trim() === '') missing('note', 'Say why');
    }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, ...days(typed, today) }),
);
export type Outcome = FormValue<typeof outcomeForm>;

/** Only the day that goes with the answer is read: the other one may stand there half filled in. */
function days(typed: Typed, today: Temporal.PlainDate) {
  return {
    happened:
      typed.outcome === 'done'
        ? typedDay(typed, 'happened', { notAfter: today, tooLate: 'This day is still to come' })
        : null,
    due:
      typed.outcome === 'moved'
        ? typedDay(typed, 'due', { notBefore: today, tooEarly: 'Choose a day that is still to come' })
        : null,
  };
}

export const reopeningForm = z.object({ reason: requiredWords('Say why it is open again', 2_000) });
