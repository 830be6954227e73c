import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, formGiven, requiredLine } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { advices, ideas, known, mediationEnds, mediationStops, wishes } from '#rules/mediation.ts';
import { valuesOf } from '#rules/words.ts';

const past = (timeZone: string, now: Temporal.Instant): MomentBounds => ({
  ...{ timeZone, notAfter: now, tooLate: 'This must be in the past' },
});
const alone = choice(valuesOf(known), 'Say whether they were alone');

export const newMediationForm = formGiven(
  z
    .object({
      idea: choice(valuesOf(ideas), 'Say whose idea it was'),
      ...{ alone, said: moment },
      words: reason('Write what was said, in their own words', 4_000),
    })
    .transform(({ said: saidAt, ...asked }) => ({ ...asked, saidAt })),
  (typed, timeZone: string, now: Temporal.Instant) => ({
    ...typed,
    said: typedMoment(typed, 'said', past(timeZone, now)),
  }),
);

export const wishForm = formGiven(
  z
    .object({
      wish: choice(valuesOf(wishes), 'Say what they say to it'),
      ...{ alone, said: moment },
      words: reason('Write what they said, in their own words', 4_000),
    })
    .transform(({ said: saidAt, ...wish }) => ({ ...wish, saidAt })),
  (typed, timeZone: string, now: Temporal.Instant) => ({
    ...typed,
    said: typedMoment(typed, 'said', past(timeZone, now)),
  }),
);

const answer = choice(valuesOf(known), 'Answer this, or say that nobody knows');

export const mediationTestForm = z
  .object({
    ...{
      joint: answer,
      coercive: answer,
      honour: answer,
      court_order: answer,
      afraid: answer,
      pressed: answer,
    },
    words: reason('Write from what that is known', 4_000),
  })
  .transform(({ words, ...answers }) => ({ answers, words }));

export const mediationAdviceForm = formGiven(
  z
    .object({
      says: choice(valuesOf(advices), 'Say what the specialist says'),
      who: requiredLine('Say who was asked: the service, and in what role'),
      given: moment,
      words: reason('Write what they said, and what they were told of the case', 4_000),
    })
    .transform(({ given: givenAt, ...advised }) => ({ ...advised, givenAt })),
  (typed, timeZone: string, now: Temporal.Instant) => ({
    ...typed,
    given: typedMoment(typed, 'given', past(timeZone, now)),
  }),
);

export const putMediationForm = z.object({
  why: reason('Say why this, and what was gone through with them instead', 4_000),
});

export const mediationDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree, or decline',
  whyNot: 'Say why you decline it',
});

export const arrangementForm = formGiven(
  z
    .object({
      who: requiredLine('Say who mediates, and for which service'),
      way: choice(['apart', 'together'], 'Say that the two never meet').refine(
        (way) => way === 'apart',
        'They never meet, on a call neither: the mediator goes between them, or it is not arranged',
      ),
      day,
      words: reason('Say how each is reached, and what happens if one wants to stop', 4_000),
    })
    .transform(({ way: _, day: dayOn, ...arranged }) => ({ ...arranged, dayOn })),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    day: typedDay(typed, 'day', {
      missing: 'Enter the day on which it begins',
      notBefore: today,
      tooEarly: 'Choose today or a later day: nothing is arranged before it is open',
      notAfter: today.add({ months: 3 }),
      tooLate: 'Choose a day within three months',
    }),
  }),
);

export const mediationEndForm = z.object({
  why: choice(valuesOf(mediationEnds), 'Say what came of it'),
  words: reason('Say what was agreed, and how they are now', 4_000),
});

export const mediationStopForm = z.object({
  why: choice(valuesOf(mediationStops), 'Say why it is stopped, or not begun'),
  words: reason('Say it in a sentence, and who was told that it stops', 4_000),
});
