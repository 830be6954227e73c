import type { Choice } from './words.ts';

/** To what one sign points; in answers that are stored, `person` is whoever the case is about. */
export const signAnswers = [
  { value: 'harmed', label: 'To the person of this case being harmed' },
  { value: 'harms', label: 'To the person of this case harming the other' },
  { value: 'neither', label: 'To neither' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];
export type SignAnswer = (typeof signAnswers)[number]['value'];

export interface Sign {
  readonly name: string;
  readonly asks: string;
  readonly hint: string;
}

/**
 * What tells who mainly harms whom: never one incident, nor who struck first. Lintel’s words.
 * @see signSources
 */
export const signs = [
  {
    name: 'fear',
    asks: 'Who is afraid of whom?',
    hint: 'Of what will happen tonight, of a look, of a key in the door. Anger is not fear; somebody may be both',
  },
  {
    name: 'control',
    asks: 'Who decides over whom?',
    hint: 'Over money, contact, sleep, children, papers, where the other goes. A pattern, not one incident',
  },
  {
    name: 'freedom',
    asks: 'Whose life has become smaller?',
    hint: 'Who gave up work, friends or habits, or changes what they do, to keep the other calm',
  },
  {
    name: 'injuries',
    asks: 'What do injuries, damage and threats show?',
    hint: 'How serious, how often, of attack or of defence: bites and scratches often come from holding somebody off',
  },
  {
    name: 'defence',
    asks: 'Did somebody defend themselves, a child or another?',
    hint: 'Violence against whoever controls somebody is often that. It is not the same harm',
  },
  {
    name: 'history',
    asks: 'What was before?',
    hint: 'Earlier partners, orders, convictions, what was reported, and what each did when the other left',
  },
  {
    name: 'called',
    asks: 'Who called for help, and what happened then?',
    hint: 'Whoever harms may call first, and whoever is afraid may take it back, or not call at all',
  },
  {
    name: 'gains',
    asks: 'Who gains by what is said now?',
    hint: 'A home, children, money, leave to stay, a case in court: when was it first said, and to whom',
  },
] as const satisfies readonly Sign[];
export type SignName = (typeof signs)[number]['name'];
export type SignsAnswered = Readonly<Record<SignName, SignAnswer>>;

/** On what the signs rest. Dated: what nobody has looked up since says so. */
export const signSources = [
  {
    title: 'Respect: its toolkit for work with men who say that they are harmed',
    from: '2019',
    checkedOn: null,
  },
  {
    title: 'Home Office: controlling or coercive behaviour, statutory guidance',
    from: '2023',
    checkedOn: null,
  },
  { title: 'Domestic Abuse Act 2021, statutory guidance', from: '2022', checkedOn: null },
] as const satisfies readonly {
  readonly title: string;
  readonly from: string;
  readonly checkedOn: string | null;
}[];

/** What it may be judged to be. There is no answer that both do: it is asked who is afraid, and who controls. */
export const conclusions = [
  { value: 'harmed', label: 'The person of this case is mainly the one who is harmed' },
  {
    value: 'harms',
    label: 'The person of this case mainly harms the other',
    hint: 'They are helped on as before; nothing is done about the other',
  },
  { value: 'cannot_tell', label: 'It cannot be told yet', hint: 'It is owed again within 20 working days' },
  {
    value: 'no_allegation',
    label: 'Nobody says that: it was written down in error',
    hint: 'Not where a manager asked',
  },
] as const satisfies readonly Choice[];
export type Conclusion = (typeof conclusions)[number]['value'];

export const specialistConclusions = [
  { value: 'harmed', label: 'That the person of this case is mainly harmed' },
  { value: 'harms', label: 'That the person of this case mainly harms the other' },
  { value: 'cannot_tell', label: 'That it cannot be told yet' },
  { value: 'none', label: 'Nobody has been asked yet' },
] as const satisfies readonly Choice[];
export type SpecialistConclusion = (typeof specialistConclusions)[number]['value'];

export const heardAnswers = [
  { value: 'alone', label: 'Yes, alone and safely' },
  { value: 'not_alone', label: 'Yes, and not alone' },
  { value: 'not_heard', label: 'No, or it was not safe to ask' },
] as const satisfies readonly Choice[];
export type Heard = (typeof heardAnswers)[number]['value'];

export interface Judged {
  readonly signs: SignsAnswered;
  readonly heard: Heard;
  readonly specialist: SpecialistConclusion;
  readonly conclusion: Conclusion;
}

export interface NotConcluded {
  readonly at: 'conclusion' | 'specialist' | 'heard' | SignName;
  readonly reason: string;
}

/**
 * Why nobody may conclude that, or null. Nobody concludes without a specialist, nor otherwise than one; while fear or
 * control is not known, it cannot be told; and nobody is found to harm unheard. PostgreSQL holds the same
 * (`counter_judgement`).
 */
export function mayConclude(
  { signs: told, heard, specialist, conclusion }: Judged,
  wasAsked: boolean,
): NotConcluded | null {
  if (conclusion === 'cannot_tell') return null;
  if (conclusion === 'no_allegation')
    return wasAsked ? { at: 'conclusion', reason: 'Who harms whom was asked: it is judged' } : null;
  const unknown = (['fear', 'control'] as const).find((name) => told[name] === 'not_known');
  if (unknown)
    return {
      at: unknown,
      reason: 'While this is not known it cannot be told yet who harms whom: choose that below',
    };
  if (specialist === 'none')
    return { at: 'specialist', reason: 'A specialist says so first. Until then it cannot be told yet' };
  if (specialist !== conclusion)
    return {
      at: 'specialist',
      reason: 'The specialist does not say that. Where you see it otherwise, it cannot be told yet',
    };
  if (conclusion === 'harms' && heard !== 'alone')
    return { at: 'heard', reason: 'Nobody is found to harm without having been heard alone' };
  return null;
}

/** How it stands with somebody who is feared in a case (`lintel.told_apart`). */
export const apartStates = [
  'none',
  'open',
  'cannot_tell',
  'overtaken',
  'harmed',
  'harms',
  'no_allegation',
] as const;
export type Apart = (typeof apartStates)[number];
