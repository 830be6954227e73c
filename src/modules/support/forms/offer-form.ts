import { z } from 'zod';
import {
  choice,
  formGiven,
  kept,
  known,
  line,
  optionalChoice,
  type Typed,
  ticked,
  words,
} from '#kit/forms.ts';
import { day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { offeredToday } from '../kinds.ts';
import { answers, mayOffer, type OfferState } from '../offer.ts';
import { waysOfTelling } from '../words.ts';

const ways = waysOfTelling.map(({ value }) => value);
export const way = optionalChoice(ways, '');

const answer = {
  answer: choice(
    answers.map(({ value }) => value),
    'Say what they decided, or that they were only told of it',
  ),
  ownWords: words(4_000),
  way,
  offered: day,
  again: optionalDay,
};

const onlyLater = 'Only where they want time: take the day out, or say that they want time';
type Said = { readonly answer: string; readonly again: Temporal.PlainDate | null };
const laterAlone = ({ answer: said, again }: Said) => again === null || said === 'thinking';

type Before = readonly { readonly kind: string; readonly what: string; readonly state: OfferState }[];

/** What is offered, and what they decided about it. */
export const offerForm = formGiven(
  z
    .object({
      kind: choice(
        offeredToday.map(({ value }) => value),
        'Say what was offered',
      ),
      what: line(300),
      broughtUp: ticked(),
      _refusal: known<string>(),
      ...answer,
    })
    .refine(({ kind, what }) => kind !== 'other' || what !== '', {
      path: ['what'],
      message: 'Say what was offered',
    })
    .refine(({ _refusal }) => _refusal === '', {
      path: ['broughtUp'],
      error: 'They decided that it is not for them. Tick this only if they brought it up themselves',
    })
    .refine(laterAlone, { path: ['again'], message: onlyLater }),
  (typed, today: Temporal.PlainDate, before: Before) => {
    const [kind, what] = [kept(typed, 'kind'), kept(typed, 'what').trim()];
    const verdict = mayOffer(kind, what, before, kept(typed, 'broughtUp') !== '');
    return { ...withDays(typed, today), _refusal: verdict.allowed ? '' : verdict.reason };
  },
);

/** A later answer to the same offer. */
export const answerForm = formGiven(
  z.object(answer).refine(laterAlone, { path: ['again'], message: onlyLater }),
  withDays,
);

function withDays(typed: Typed, today: Temporal.PlainDate) {
  const past = { notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' };
  const ahead = { notBefore: today.add({ days: 1 }), tooEarly: 'This day must be still to come' };
  return {
    ...typed,
    offered: typedDay(typed, 'offered', past),
    again: typedDay(typed, 'again', ahead),
  };
}
