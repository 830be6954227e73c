import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, formGiven, known } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import type { Verdict } from '#rules/facts.ts';
import { type Dropping, droppings, type Outcome, outcomes } from '../outcomes.ts';

const values = <T extends string>(choices: readonly { readonly value: T }[]) =>
  choices.map(({ value }) => value);

/** Which kind, about whom, and what exactly; given what may be chosen. */
export const actionForm = formGiven(
  z
    .object({
      kind: z.string(),
      aboutId: z.string(),
      what: reason('Say what would be done, and what it answers', 4_000),
      kinds: known<readonly string[]>(),
      people: known<readonly string[]>(),
    })
    .superRefine(({ kind, aboutId, kinds, people }, check) => {
      if (!kinds.includes(kind))
        check.addIssue({ code: 'custom', path: ['kind'], message: 'Choose what would be done' });
      if (!people.includes(aboutId))
        check.addIssue({ code: 'custom', path: ['aboutId'], message: 'Say about whom' });
    })
    .transform(({ kind, aboutId, what }) => ({ kind, aboutId, what })),
  (typed, kinds: readonly string[], people: readonly string[]) => ({
    ...{ kind: '', aboutId: '' },
    ...typed,
    ...{ kinds, people },
  }),
);

export const managerForm = z.object({
  why: reason('Say why this, why now, and how what they say was weighed', 4_000),
});

export const actionDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree, or decline',
  whyNot: 'Say why you decline it',
});

/** Whether they know beforehand, and on which day it is to happen. */
export const tellingForm = formGiven(
  z
    .object({
      told: choice(['told', 'not_safe_to_tell'], 'Say whether they know'),
      happens: day,
      words: reason('Say how they were told and what they said, or why it would not be safe', 4_000),
      may: known<(told: 'told' | 'not_safe_to_tell') => Verdict>(),
    })
    .superRefine(({ told, may }, check) => {
      const verdict = may(told);
      if (!verdict.allowed) check.addIssue({ code: 'custom', path: ['told'], message: verdict.reason });
    })
    .transform(({ may: _, happens: dayOn, ...telling }) => ({ ...telling, dayOn })),
  (typed, today: Temporal.PlainDate, may: (told: 'told' | 'not_safe_to_tell') => Verdict) => ({
    ...typed,
    may,
    happens: typedDay(typed, 'happens', {
      missing: 'Enter the day on which it is to happen',
      notBefore: today,
      tooEarly: 'They are told before it happens: choose today or a later day',
      notAfter: today.add({ months: 6 }),
      tooLate: 'Choose a day within six months',
    }),
  }),
);

/** On which day it was done: never before they were told. */
export const takingForm = formGiven(
  z
    .object({ done: day, words: reason('Say what was done, by whom, and what happened', 4_000) })
    .transform(({ done: dayOn, words }) => ({ dayOn, words })),
  (typed, today: Temporal.PlainDate, told: Temporal.PlainDate) => ({
    ...typed,
    done: typedDay(typed, 'done', {
      missing: 'Enter the day on which it was done',
      notBefore: told,
      tooEarly:
        'This is before it was written down that they know. Where it was done then, say that under “Not done”',
      notAfter: today,
      tooLate: 'This must not be in the future',
    }),
  }),
);

export const outcomeForm = z.object({
  outcome: choice(values(outcomes) as [Outcome, ...Outcome[]], 'Say what came of it'),
  words: reason('Say what happened, and how you know', 4_000),
});

export const droppingForm = z.object({
  because: choice(values(droppings) as [Dropping, ...Dropping[]], 'Say why it is not done'),
  words: reason('Say it in a sentence', 4_000),
});
