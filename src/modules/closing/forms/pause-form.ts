import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, formGiven, kept, known, line, requiredWords, type Typed, words } from '#kit/forms.ts';
import { isReason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { mayResume, pauseEndings } from '../pausing.ts';

/** The longest that a pause goes without anybody asking how the person is. */
const mostMonths = 6;

/** A visit or a call that stands in the diary when a case is paused. */
export interface StillPlanned {
  readonly id: string;
  readonly on: Temporal.PlainDate;
}

export const pauseDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Approve or decline the pause',
  whyNot: 'Say why you decline it, and what they need instead',
});

/** The name of the field that asks about one of them. */
export function fieldOf({ id }: { readonly id: string }): string {
  return `planned-${id}`;
}

/**
 * The person's wish, the day on which they would like to hear from us again (V3.4), and what they want with each visit
 * or call that is planned: those before that day need an answer, the others stay unless it is said that they do not.
 */
export const pauseForm = formGiven(
  z
    .object({
      wish: requiredWords('Write down what they said they want', 4_000),
      next: day,
      how: line(200),
      answers: known<Typed>(),
      planned: known<readonly StillPlanned[]>(),
    })
    .superRefine(({ answers, next, planned }, check) => {
      for (const each of planned.filter(({ on }) => Temporal.PlainDate.compare(on, next) < 0))
        if (!isAnswer(kept(answers, fieldOf(each))))
          check.addIssue({
            code: 'custom',
            path: [fieldOf(each)],
            message: 'Say what they want with this one',
          });
    })
    .transform(({ answers, planned, ...pause }) => ({
      ...pause,
      callOff: planned.filter((each) => kept(answers, fieldOf(each)) === 'cancel').map(({ id }) => id),
    })),
  (typed, today: Temporal.PlainDate, planned: readonly StillPlanned[]) => {
    const bounds = {
      missing: 'Enter the day on which you will be in touch, as agreed with them',
      notBefore: today.add({ days: 1 }),
      tooEarly: 'Choose a day that is still to come',
      notAfter: today.add({ months: mostMonths }),
      tooLate: `Agree a day within ${mostMonths} months: nobody should be left waiting for longer`,
    };
    return { ...typed, next: typedDay(typed, 'next', bounds), answers: typed, planned };
  },
);

function isAnswer(value: string): boolean {
  return value === 'keep' || value === 'cancel';
}

/** What ended it; given whether a safe, two-way contact since the pause began is on record. */
export const pauseEndingForm = formGiven(
  z
    .object({
      reason: choice(
        pauseEndings.map(({ value }) => value),
        'Say what ended the pause',
      ),
      why: words(4_000),
      contactSince: known<boolean>(),
    })
    .refine(({ reason, why }) => reason !== 'other' || isReason(why), {
      path: ['why'],
      message: 'Say in a sentence what it was',
    })
    .superRefine(({ reason, contactSince }, check) => {
      const verdict = mayResume(reason, contactSince);
      if (!verdict.allowed) check.addIssue({ code: 'custom', path: ['reason'], message: verdict.reason });
    })
    .transform(({ contactSince: _, ...ending }) => ending),
  (typed, contactSince: boolean) => ({ ...typed, contactSince }),
);
