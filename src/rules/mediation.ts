import type { Choice } from './words.ts';

/** Whose idea it was. Anybody else's is kept, and never put to them. */
export const ideas = [
  { value: 'theirs', label: 'Theirs: they asked for it by themselves' },
  { value: 'other_tenant', label: 'The other tenant’s, or somebody’s on their side' },
  { value: 'somebody_else', label: 'A relative’s, another agency’s, or somebody else’s' },
  { value: 'colleague', label: 'Ours' },
] as const satisfies readonly Choice[];
export type Idea = (typeof ideas)[number]['value'];

export const wishes = [
  { value: 'wants', label: 'They want it' },
  { value: 'unsure', label: 'They are not sure' },
  { value: 'not_any_more', label: 'They do not want it, or not any more' },
] as const satisfies readonly Choice[];
export type Wish = (typeof wishes)[number]['value'];

export const known = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Nobody knows' },
] as const satisfies readonly Choice[];
export type Known = (typeof known)[number]['value'];

export interface MediationQuestion {
  readonly name: 'joint' | 'coercive' | 'honour' | 'court_order' | 'afraid' | 'pressed';
  readonly asks: string;
  readonly hint?: string;
}

/** What is looked at. What nobody knows is an answer of its own, and never a no. */
export const mediationQuestions: readonly MediationQuestion[] = [
  { name: 'joint', asks: 'Do both hold the tenancy?' },
  {
    name: 'coercive',
    asks: 'Was there ever controlling or coercive behaviour?',
    hint: 'Money, whom they see, where they go, what they wear, threats about the children. In doubt: yes',
  },
  {
    name: 'honour',
    asks: 'Does anything suggest so-called honour, now or before?',
    hint: 'One sign is enough',
  },
  {
    name: 'court_order',
    asks: 'Is there an order of a court, bail, or an application for one?',
    hint: 'Non-molestation, occupation, protection, restraining, stalking, child contact',
  },
  { name: 'afraid', asks: 'Are they afraid of what the other may do because of it?' },
  { name: 'pressed', asks: 'Does anybody press them to do it, or to give something up?' },
];
export type MediationAnswers = Readonly<Record<MediationQuestion['name'], Known>>;

export const advices = [
  { value: 'safe', label: 'That it is safe to offer it' },
  { value: 'not_safe', label: 'That it is not safe' },
  { value: 'cannot_say', label: 'That they cannot say' },
] as const satisfies readonly Choice[];
export type SpecialistSays = (typeof advices)[number]['value'];

/** What came of it. That nothing was agreed is no failure. */
export const mediationEnds = [
  { value: 'comes_off', label: 'The other comes off the tenancy, by agreement' },
  { value: 'they_come_off', label: 'They come off the tenancy themselves, by agreement' },
  { value: 'nothing_agreed', label: 'Nothing was agreed' },
  { value: 'other', label: 'Something else was agreed' },
] as const satisfies readonly Choice[];
export type MediationEnd = (typeof mediationEnds)[number]['value'];

/** Why it was stopped, or never begun. None of these is a failure. */
export const mediationStops = [
  { value: 'their_wish', label: 'They do not want it, or not any more' },
  { value: 'not_safe', label: 'It is not safe, or may not be any more' },
  { value: 'not_agreed', label: 'A manager or a specialist did not agree' },
  { value: 'other_tenant', label: 'The other tenant did not take part' },
  { value: 'mediator', label: 'The mediator stopped it, or did not take it on' },
  { value: 'other_way', label: 'They go another way' },
  { value: 'in_error', label: 'It was written down in error' },
] as const satisfies readonly Choice[];
export type MediationStop = (typeof mediationStops)[number]['value'];

export const mediationSteps = ['arranged', 'ended', 'stopped'] as const;
export type MediationStep = (typeof mediationSteps)[number];
