import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, formGiven, known, optionalChoice, words } from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Bounds } from '../bounds.ts';
import { type EndingAlone, endingsAlone, endingsByTwo, tellings } from '../deciding.ts';

const values = <T extends string>(choices: readonly { readonly value: T }[]) =>
  choices.map(({ value }) => value);

/** So many months as the policy lets them be; empty: it stays as it is, or nobody has chosen yet. */
export function monthsOffered({ minMonths, maxMonths }: Bounds): readonly number[] {
  return Array.from({ length: maxMonths - minMonths + 1 }, (_, more) => minMonths + more);
}

const months = z.string().transform((typed) => (typed === '' ? null : Number(typed)));
const chosenMonths = (typed: Readonly<Record<string, unknown>>, bounds: Bounds) => {
  const said = String(typed.months ?? '');
  return monthsOffered(bounds).map(String).includes(said) ? said : '';
};

export const giveForm = formGiven(
  z.object({ months, words: reason('Say how it was agreed with them', 4_000) }),
  (typed, bounds: Bounds) => ({ ...typed, months: chosenMonths(typed, bounds) }),
);

/** What was looked at, and how long it goes on; given whether a length may be chosen. */
export const lookForm = formGiven(
  z
    .object({
      months,
      words: reason('Say how they are, and what they still need it for', 4_000),
      mayLast: known<(months: number) => Verdict>(),
    })
    .superRefine(({ months: chosen, mayLast }, check) => {
      const verdict = chosen === null ? null : mayLast(chosen);
      if (verdict && !verdict.allowed)
        check.addIssue({ code: 'custom', path: ['months'], message: verdict.reason });
    })
    .transform(({ mayLast: _, ...look }) => look),
  (typed, bounds: Bounds, mayLast: (months: number) => Verdict) => ({
    ...typed,
    months: chosenMonths(typed, bounds),
    mayLast,
  }),
);

/** Why it ends, and whether they know; given whether each ending is open. */
export const endingForm = formGiven(
  z
    .object({
      because: choice(values(endingsAlone), 'Say why it ends'),
      told: choice(values(tellings), 'Say whether they know that it ends'),
      words: words(4_000),
      mayEnd: known<(because: EndingAlone) => Verdict>(),
    })
    .superRefine(({ because, words: said, mayEnd }, check) => {
      const verdict = mayEnd(because);
      if (!verdict.allowed) check.addIssue({ code: 'custom', path: ['because'], message: verdict.reason });
      if (!isReason(said))
        check.addIssue({
          code: 'custom',
          path: ['words'],
          message: said.trim() === '' ? 'Say what they said, or how it was looked at' : saidTooLittle,
        });
    })
    .transform(({ mayEnd: _, ...ending }) => ending),
  (typed, mayEnd: (because: EndingAlone) => Verdict) => ({ ...typed, mayEnd }),
);

export const tellingForm = z.object({
  told: choice(['told', 'not_safe'], 'Say whether they were told'),
  words: reason('Say how they were told, or why it would not be safe', 4_000),
});

/** What a manager is asked; for more than the bound, until when; for an end, why. */
export const proposalForm = formGiven(
  z
    .object({
      asks: choice(['end', 'longer'], 'Say what you propose'),
      because: optionalChoice(values(endingsByTwo), ''),
      until: optionalDay,
      why: reason('Say why', 4_000),
    })
    .superRefine(({ asks, because, until }, check) => {
      if (asks === 'end' && because === '')
        check.addIssue({ code: 'custom', path: ['because'], message: 'Say why it would end' });
      if (asks === 'longer' && until === null)
        check.addIssue({ code: 'custom', path: ['until'], message: 'Enter its last day' });
    }),
  (typed, today: Temporal.PlainDate, stands: Temporal.PlainDate) => {
    const later = Temporal.PlainDate.compare(stands, today) > 0 ? stands : today;
    const bounds = {
      notBefore: later.add({ days: 1 }),
      tooEarly: 'Choose a day after its last day',
      notAfter: today.add({ years: 1 }),
      tooLate: 'Choose a day within a year',
    };
    return { ...typed, until: typed.asks === 'longer' ? typedDay(typed, 'until', bounds) : null };
  },
);

export const spaceDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree, or decline',
  whyNot: 'Say why you decline it',
});
