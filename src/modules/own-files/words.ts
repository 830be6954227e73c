import type { Choice } from '#rules/words.ts';

/** How a file comes about. None of them leads back to anybody who told us something. */
export const openings = [
  { value: 'wants_to_change', label: 'They asked for help to change' },
  { value: 'asks_for_support', label: 'They asked for support of their own' },
  { value: 'court', label: 'A court, or what a court decided' },
  { value: 'police', label: 'The police' },
  { value: 'probation', label: 'Probation' },
  { value: 'other_agency', label: 'Another agency' },
] as const satisfies readonly Choice[];
export type Opening = (typeof openings)[number]['value'];

/** What they need for themselves: never an excuse, and never a condition. */
export const needs = [
  {
    value: 'earlier_abuse',
    label: 'They were abused themselves, earlier or now',
    hint: 'Now: tell them how they reach us, like anybody. Write that you told them, and not what they said',
  },
  { value: 'suicide', label: 'Suicide or self-harm', hint: 'In danger now: 999 first' },
  { value: 'care', label: 'Care and support, or a disability' },
  { value: 'mental_health', label: 'Mental health' },
  { value: 'alcohol_drugs', label: 'Alcohol or drugs' },
  { value: 'homelessness', label: 'Homelessness, or somewhere else to live' },
  { value: 'money', label: 'Money' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type Need = (typeof needs)[number]['value'];

export const needStates = [
  { value: 'found', label: 'They need it, and nothing is done yet' },
  { value: 'helped', label: 'Somebody helps with it', hint: 'Say who, and since when' },
  { value: 'declined', label: 'They do not want help with it now', hint: 'That is theirs to say' },
  { value: 'over', label: 'They do not need it any more' },
] as const satisfies readonly Choice[];
export type NeedState = (typeof needStates)[number]['value'];

export const safeguardingAbout = [
  { value: 'child', label: 'A child' },
  { value: 'themselves', label: 'Themselves, as an adult with care and support needs' },
  { value: 'another_adult', label: 'Another adult with care and support needs' },
] as const satisfies readonly Choice[];
export type SafeguardingAbout = (typeof safeguardingAbout)[number]['value'];

export const safeguardingStates = [
  { value: 'referred', label: 'The council was told', hint: 'Ring them; say who was spoken with, and when' },
  { value: 'not_referred', label: 'It was not referred', hint: 'Say why not' },
] as const satisfies readonly Choice[];
export type SafeguardingState = (typeof safeguardingStates)[number]['value'];

/** By whom it was decided that it is so. Until then it is alleged, on every page. */
export const findings = [
  { value: 'court', label: 'A court found it', hint: 'Say which, and what it found' },
  { value: 'admission', label: 'They say so themselves', hint: 'In their words' },
  { value: 'assessment', label: 'A specialist assessed it', hint: 'Say who, and on what it rests' },
] as const satisfies readonly Choice[];
export type FindingBy = (typeof findings)[number]['value'];

export const endings = [
  { value: 'finished', label: 'There is nothing more to do' },
  {
    value: 'unfounded',
    label: 'It is unfounded',
    hint: 'It goes off every list, no name stays with it, and nobody opens it again',
  },
] as const satisfies readonly Choice[];
export type EndingAs = (typeof endings)[number]['value'];

export const outcomes = [
  { value: 'goes_on', label: 'It goes on', hint: 'You are reminded to ask again' },
  {
    value: 'completed',
    label: 'They completed it',
    hint: 'Say what the programme says of it, and who said so',
  },
  { value: 'left', label: 'They stopped' },
  { value: 'not_taken', label: 'The programme did not take them' },
  { value: 'not_known', label: 'The programme cannot or will not say' },
] as const satisfies readonly Choice[];
export type Outcome = (typeof outcomes)[number]['value'];

export const droppings = [
  { value: 'not_now', label: 'The answer was not now' },
  { value: 'their_wish', label: 'They do not want it', hint: 'It is theirs to decide' },
  { value: 'no_place', label: 'There is no such programme, or no place' },
  { value: 'in_error', label: 'It was written down in error' },
] as const satisfies readonly Choice[];
export type Dropping = (typeof droppings)[number]['value'];

export const mayGoAnswers = [
  { value: 'may_go', label: 'It may go', hint: 'Everybody who needs to know says that it is safe' },
  { value: 'not_now', label: 'Not now', hint: 'Also where you do not know' },
] as const satisfies readonly Choice[];
export type MayGo = (typeof mayGoAnswers)[number]['value'];
