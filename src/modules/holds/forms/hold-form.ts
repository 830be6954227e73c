import { z } from 'zod';
import { choice, choices, formGiven, requiredLine, versionSeen } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { type DayBounds, day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { causes, lookedAtWithin } from '../causes.ts';
import { contactChoices } from '../systems.ts';

const bounds = (today: Temporal.PlainDate): DayBounds => ({
  notBefore: today,
  tooEarly: 'Enter a day that is still to come',
  notAfter: today.add(lookedAtWithin),
  tooLate: 'Enter a day within six months: then somebody looks at it again',
  missing: 'Enter the day on which somebody looks at it again',
});

export const holdForm = formGiven(
  z.object({
    tenancy: requiredLine('Enter the reference of the tenancy'),
    cause: choice(
      causes.map(({ value }) => value),
      'Choose why',
    ),
    held: choices(contactChoices.map(({ value }) => value)),
    lookOn: day,
    why: reason('Say why, for whoever looks at it again'),
  }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, lookOn: typedDay(typed, 'lookOn', bounds(today)) }),
);

/** It stays until another day, or ends; both with a reason. */
export const holdReviewForm = formGiven(
  z.object({
    _version: versionSeen,
    decision: choice(['kept', 'ended'], 'Say whether it stays'),
    lookOn: optionalDay,
    why: reason('Say why'),
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    lookOn: typed.decision === 'kept' ? typedDay(typed, 'lookOn', bounds(today)) : null,
  }),
);
