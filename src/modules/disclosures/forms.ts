import { z } from 'zod';
import { formGiven, known, line, words } from '#kit/forms.ts';
import { ringAt, ringFields } from '#modules/calls/pure.ts';
import type { StaffId } from '#rules/facts.ts';
import { childFields, childProblems, childrenIn, noneAndSome, someBelow } from './child-rows.ts';
import { firstKnownAt } from './first-known.ts';
import { conflictFields, conflictsIn } from './named-colleagues.ts';
import { answersIn, fieldsFor } from './questions/form.ts';
import { detailsOf } from './route-details.ts';
import { routeField, routeQuestions } from './route-questions.ts';
import { type DisclosureValue, nothingElseKnown } from './value.ts';

/** When the form is read, and on whose clock. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

/** A moment in four boxes: `received-day`, `received-month`, `received-year`, `received-time`. */
export const receivedFields = {
  'received-day': line(2),
  'received-month': line(2),
  'received-year': line(4),
  'received-time': line(5),
};

/** The type of the form knows only that they are there as text. */
const routeFields = Object.fromEntries(
  routeQuestions.flatMap((question) =>
    question.routes.map((route) => [routeField(route, question), words(2_000)]),
  ),
) as Record<never, never>;

const fields = z.object({
  ...receivedFields,
  ...ringFields,
  ...fieldsFor('disclosure'),
  ...conflictFields,
  ...childFields,
  ...routeFields,
  facts: known<Moment & { readonly colleagues: readonly StaffId[] }>(),
});

/**
 * What a colleague wrote down while somebody was telling them. Only the route, the danger and the words are required;
 * the answers of other routes' questions are let go. Given whom the form offered as involved.
 */
export const disclosureForm = formGiven(
  fields.transform(({ facts, ...typed }, context): DisclosureValue => {
    const { now, timeZone, colleagues } = facts;
    const received = readReceived(typed, now, timeZone);
    if (typeof received === 'string') {
      context.addIssue({ code: 'custom', path: ['received'], message: received });
      return z.NEVER;
    }
    const ring = ringAt(typed, { promisedAt: received, timeZone });
    if (typeof ring === 'string') {
      context.addIssue({ code: 'custom', path: ['ring'], message: ring });
      return z.NEVER;
    }
    const extra = typed as unknown as Readonly<Record<string, string>>;
    const conflicts = conflictsIn(extra, colleagues);
    if (conflicts === null) {
      context.addIssue({
        code: 'custom',
        path: ['colleague_1'],
        message: 'Choose a colleague from the list',
      });
      return z.NEVER;
    }
    const answers = answersIn('disclosure', extra);
    const childrenTold = childrenIn(extra);
    const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
    const wrong = childProblems(extra, today);
    for (const [field, message] of wrong) context.addIssue({ code: 'custom', path: [field], message });
    if (noneAndSome(answers.children, childrenTold))
      context.addIssue({ code: 'custom', path: ['children'], message: someBelow });
    return {
      ...nothingElseKnown,
      ...answers,
      receivedAt: received,
      routeDetails: detailsOf(answers.route, extra),
      staffInvolved: conflicts.length > 0 ? 'yes' : answers.staffInvolved,
      conflicts,
      ringAt: ring,
      childrenTold,
      children: childrenTold.length > 0 ? 'yes' : answers.children,
    };
  }),
  (typed, moment: Moment, colleagues: readonly StaffId[]) => ({ ...typed, facts: { ...moment, colleagues } }),
);

export function readReceived(
  typed: Readonly<Record<keyof typeof receivedFields, string>>,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant | string {
  return firstKnownAt(
    {
      day: typed['received-day'],
      month: typed['received-month'],
      year: typed['received-year'],
      time: typed['received-time'],
    },
    now,
    timeZone,
  );
}
