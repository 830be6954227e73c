import { z } from 'zod';
import {
  choice,
  choices,
  type FormValue,
  formGiven,
  line,
  offeredOrNone,
  onList,
  optionalChoice,
  requiredWords,
  words,
} from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { honourField } from '#modules/needs/pure.ts';
import { audienceAnswers, audienceOf, contradicts } from '../audience.ts';
import { childrenSeenAnswers, yesOrNo } from '../circumstances.ts';
import { entrySources, writtenKinds } from '../entry.ts';

const values = <T extends string>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);
const audience = choices(values(audienceAnswers));
const oneOrNobody = 'Choose either nobody, or to whom it may be shown';

/**
 * A new entry: what happened, when it did, when we first knew, and to whom it may be shown.
 * @param people ids of the people in this case, one of whom it may be about
 */
export const entryForm = formGiven(
  z
    .object({
      kind: choice(values(writtenKinds), 'Say what kind of entry this is'),
      words: words(),
      observed: words(),
      decision: words(5_000),
      decisionWhy: words(5_000),
      happened: moment,
      known: moment,
      source: choice(values(entrySources), 'Say how we know'),
      aboutId: offeredOrNone(),
      present: line(500),
      seenAlone: optionalChoice(values(yesOrNo), 'not_asked'),
      childrenSeen: optionalChoice(values(childrenSeenAnswers), 'not_asked'),
      childrenHeard: optionalChoice(values(yesOrNo), 'not_asked'),
      audience,
      ...honourField,
    })
    .refine((entry) => [entry.words, entry.observed, entry.decision].some((text) => text.trim() !== ''), {
      path: ['words'],
      message: 'Write what happened',
    })
    .refine(({ decision, decisionWhy }) => decision.trim() === '' || decisionWhy.trim() !== '', {
      path: ['decisionWhy'],
      message: 'Say why it was decided',
    })
    .refine(({ happened, known }) => Temporal.Instant.compare(known, happened) >= 0, {
      path: ['known'],
      message: 'Nobody can have known before it happened',
    })
    .refine(({ audience }) => !contradicts(audience), { path: ['audience'], message: oneOrNobody })
    .transform(({ audience, aboutId, ...entry }) => ({
      ...entry,
      aboutId: aboutId === '' ? null : aboutId,
      disclosableTo: audienceOf(audience, entry.source),
    })),
  (typed, timeZone: string, now: Temporal.Instant, people: readonly string[]) => {
    const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
    return {
      ...typed,
      happened: typedMoment(typed, 'happened', past),
      known: typedMoment(typed, 'known', past),
      aboutId: onList(people, typed, 'aboutId'),
    };
  },
);

export type WrittenEntry = FormValue<typeof entryForm>;

/** To whom an entry may be shown from now on, and why. */
export const audienceForm = z
  .object({
    audience: audience.refine((answers) => answers.length > 0, 'Say to whom it may be shown'),
    reason: requiredWords('Say why', 2_000),
  })
  .refine(({ audience }) => !contradicts(audience), { path: ['audience'], message: oneOrNobody });
