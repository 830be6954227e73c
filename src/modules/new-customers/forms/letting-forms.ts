import { z } from 'zod';
import {
  choice,
  formGiven,
  kept,
  known,
  line,
  optionalChoice,
  requiredLine,
  type Typed,
  ticked,
} from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import {
  asked,
  conflictFields,
  conflictsIn,
  type DisclosureValue,
  question,
} from '#modules/disclosures/pure.ts';
import type { StaffId } from '#rules/facts.ts';
import { valuesOf } from '#rules/words.ts';
import { answerValues, interpreters, whyNots } from '../asking.ts';

/** A letting that was agreed: its reference and its day, and of whom nothing. */
export const tellForm = formGiven(
  z.object({
    reference: requiredLine('Enter the reference of the letting', 60).refine(
      (typed) => /^[^\p{Cc}\p{Cs}]*$/u.test(typed) && /\d/.test(typed) && !/\p{Lu}\p{Ll}{2}/u.test(typed),
      'Enter the reference of the letting in your housing system, and no name',
    ),
    moves: day,
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    moves: typedDay(typed, 'moves', {
      missing: 'Enter the day on which they move in',
      notBefore: today.subtract({ months: 1 }),
      tooEarly: 'That is more than a month ago',
      notAfter: today.add({ years: 1 }),
      tooLate: 'That is more than a year away',
    }),
  }),
);

const withinHearing = 'Ask only where nobody else can hear. Otherwise say that it was not asked';
const theirInterpreter =
  'Nobody of the family, no friend and no colleague interprets this. Say that it was not asked, and ' +
  'book a professional';

/** What is wrong with how they were asked, wherever something is kept of it. */
function howAsked(typed: Typed): Readonly<Record<string, string>> {
  return {
    ...(kept(typed, 'alone') === '' && { alone: withinHearing }),
    ...(kept(typed, 'interpreter') === '' && { interpreter: 'Say whether somebody interpreted' }),
    ...(kept(typed, 'interpreter') === 'somebody' && { interpreter: theirInterpreter }),
  };
}

const how = { alone: ticked(), interpreter: optionalChoice(valuesOf(interpreters), '') };

/** That it was asked, and as a number what they said; or why it was not. */
export const answerForm = formGiven(
  z
    .object({
      outcome: choice(['asked', 'not_asked'], 'Say whether they were asked'),
      ...how,
      answer: optionalChoice(answerValues, ''),
      why: optionalChoice(valuesOf(whyNots), ''),
    })
    .transform(({ outcome, interpreter, answer, why }) =>
      outcome === 'asked' && answer !== ''
        ? { asked: { answer, withInterpreter: interpreter === 'professional' } }
        : { whyNot: why === '' ? ('not_got_to' as const) : why },
    ),
  (typed) => typed,
  (typed) => {
    const [outcome, answer, why] = ['outcome', 'answer', 'why'].map((name) => kept(typed, name));
    if (outcome === 'asked')
      return { ...howAsked(typed), ...(answer === '' && { answer: 'Say what they answered' }) };
    return outcome === 'not_asked' && why === '' ? { why: 'Say why it was not asked' } : {};
  },
);

/** What the form for a disclosure asks too, in its words and with its checks. */
const handed = [
  ...([
    'personName',
    'verbatim',
    'immediateDanger',
    'dangerResponse',
    'safeToContact',
    'contactChannel',
  ] as const),
  ...([
    'contactValue',
    'contactTimes',
    'whoCanHear',
    'contactDoNot',
    'accessNeeds',
    'staffInvolved',
  ] as const),
] as const;
const questions = asked('disclosure').filter(({ name }) => handed.some((each) => each === name));
const fields = Object.fromEntries(
  questions.map(({ name, field, asks }) => [field, question(name).kind.schema(asks)]),
) as Record<never, never>;

type Conflicts = DisclosureValue['conflicts'];

/** Whom they named as involved; null: somebody whom the form did not offer. */
function namedIn(typed: Typed, colleagues: readonly StaffId[]): Conflicts | null {
  const read = named.safeParse(typed);
  return read.success ? conflictsIn(read.data, colleagues) : null;
}
const named = z.object(conflictFields);

/** In their own words and by the way that they agree to. @param colleagues whom the form offers as involved */
export const handOnForm = formGiven(
  z
    .object({
      ...how,
      agreed: ticked(),
      past_or_present: line(200),
      ...fields,
      conflicts: known<Conflicts | null>(),
    })
    .loose()
    .transform((typed) => ({
      withInterpreter: typed.interpreter === 'professional',
      pastOrPresent: typed.past_or_present,
      conflicts: typed.conflicts ?? [],
      answers: Object.fromEntries(
        questions.map(({ name, field }) => [name, (typed as Readonly<Record<string, unknown>>)[field]]),
      ) as Pick<DisclosureValue, (typeof handed)[number]>,
    })),
  (typed, colleagues: readonly StaffId[]) => ({ ...typed, conflicts: namedIn(typed, colleagues) }),
  (typed, colleagues) => {
    const [safe, way] = [kept(typed, 'safe_to_contact'), kept(typed, 'contact_channel')];
    return {
      ...howAsked(typed),
      ...(kept(typed, 'agreed') === '' && {
        agreed: 'Hand on only what they agree to. If they do not, write nothing of it here',
      }),
      ...(safe === '' && { safe_to_contact: 'Say whether there is a safe way to reach them' }),
      ...(safe === 'yes' && way === '' && { contact_channel: 'Say which way they agreed to' }),
      ...(namedIn(typed, colleagues) === null && { colleague_1: 'Choose a colleague from the list' }),
    };
  },
);
