import type { Choice } from '#rules/words.ts';

/** On which way somebody moves (domain §5). None is advised here. */
export const moveKinds = [
  { value: 'transfer', label: 'A managed move to another home of ours' },
  {
    value: 'reciprocal',
    label: 'A move to another landlord, with us',
    hint: 'Reciprocal: each houses one of the other’s',
  },
  {
    value: 'homelessness',
    label: 'An application to a council as homeless',
    hint: 'Any council they choose. Nobody is sent back to where they are at risk, and to leave is never their fault',
  },
  { value: 'refuge', label: 'A refuge', hint: 'Never write down where it is' },
  { value: 'exchange', label: 'An exchange with another tenant' },
] as const satisfies readonly Choice[];
export type MoveKind = (typeof moveKinds)[number]['value'];

/** A move that nobody wished for in the case: they were asked at their letting, and moved in since. */
export const byLetting = { value: 'letting', label: 'Into a home of ours, as a new customer' } as const;

/** What can be written down about a move, in the order in which it mostly happens. */
export const steps = [
  { value: 'next', label: 'Something is agreed to be done', hint: 'Who does what, by when' },
  { value: 'applied', label: 'It was asked for, or applied for' },
  { value: 'taken_on', label: 'It was taken on' },
  { value: 'not_taken_on', label: 'It was not taken on', hint: 'Say by whom, why, and what follows' },
  { value: 'moved', label: 'They have moved' },
  {
    value: 'not_wanted',
    label: 'They do not want to move any more',
    hint: 'Theirs to decide, and no failure. In their words',
  },
  { value: 'ended', label: 'It cannot be brought about', hint: 'Say why. It is counted as not kept' },
  { value: 'corrected', label: 'What was written down last was an error', hint: 'It stays, struck out' },
] as const satisfies readonly Choice[];
export type StepKind = (typeof steps)[number]['value'] | 'felt';

export const answers = [
  { value: 'accepted', label: 'They accept it' },
  {
    value: 'refused_safety',
    label: 'They refuse it because it is not safe for them',
    hint: 'Nobody asks for proof. It counts against no limit of offers',
  },
  { value: 'refused_other', label: 'They refuse it for another reason', hint: 'Say which, in their words' },
  { value: 'not_said', label: 'They refuse it, and did not say why', hint: 'It counts against no limit' },
  { value: 'taken_back', label: 'We, or the other landlord, took it back' },
] as const satisfies readonly Choice[];
export type OfferAnswer = (typeof answers)[number]['value'];

/** A refusal for safety never counts, and neither does one of which nobody knows why (domain §5). */
export function counts(answer: OfferAnswer): boolean {
  return answer === 'refused_other';
}

/** Of a trial: whether the time that they have served goes on to count. */
export const timeAnswers = [
  { value: 'yes', label: 'Yes, it goes on' },
  { value: 'no', label: 'No, it begins anew' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];

export const feelings = [
  { value: 'safe', label: 'They feel safe there' },
  { value: 'not_safe', label: 'They do not feel safe there' },
  { value: 'not_said', label: 'They would rather not say' },
  { value: 'not_asked', label: 'Not asked: it would not have been safe', hint: 'Say why' },
] as const satisfies readonly Choice[];
export type Feeling = (typeof feelings)[number]['value'];

export const placeKinds = [
  {
    value: 'postcode',
    label: 'A postcode, or the beginning of one',
    hint: 'For example EX1 2AB, EX1 2 or EX1',
  },
  { value: 'street', label: 'A street or a building' },
  { value: 'area', label: 'An area or a town' },
  { value: 'place', label: 'A named place', hint: 'For example a school, a place of worship or of work' },
  { value: 'route', label: 'A way that somebody travels' },
  { value: 'none', label: 'They were asked, and there is none', hint: 'Not to have asked is not this' },
] as const satisfies readonly Choice[];
export type PlaceKind = (typeof placeKinds)[number]['value'];

export const whereabouts = [
  { value: 'refuge', label: 'In a refuge' },
  { value: 'temporary', label: 'In temporary accommodation' },
  { value: 'with_somebody', label: 'With somebody they know' },
  { value: 'hospital', label: 'In hospital' },
  { value: 'not_said', label: 'They would rather not say' },
] as const satisfies readonly Choice[];

export const awayEndings = [
  { value: 'back', label: 'They are back at home' },
  { value: 'moved', label: 'They have moved, and the tenancy has ended' },
  {
    value: 'gave_up',
    label: 'They gave the home up themselves',
    hint: 'After independent advice was offered',
  },
  { value: 'in_error', label: 'It was written down in error' },
] as const satisfies readonly Choice[];
