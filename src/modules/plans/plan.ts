import type { PlanStanding } from '#modules/case-file/pure.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** What the person wants. None of them is the right one, and the order says nothing (L2.7i, V3.4). */
export const wants = [
  {
    value: 'stay_together',
    label: 'To stay together',
    hint: 'In the relationship, or under one roof. A plan like any other: it makes this as safe as it can be',
  },
  { value: 'stay_home', label: 'To stay in the home, without the other person' },
  { value: 'leave_later', label: 'To leave later', hint: 'Not now. The plan can quietly get things ready' },
  { value: 'move', label: 'To move' },
  { value: 'undecided', label: 'Not decided', hint: 'There is no hurry' },
] as const satisfies readonly Choice[];
export type Want = (typeof wants)[number]['value'];

/** What the plan says besides its actions: the person's own words, as they were said. */
export interface PlanWords {
  readonly wants: Want | '';
  /** What they want, verbatim. */
  readonly ownWords: string;
  /** What matters to them, and what must not happen. */
  readonly wishes: string;
  /** What they do in an emergency: their own safety plan. */
  readonly emergency: string;
}

export const nothingWritten: PlanWords = { wants: '', ownWords: '', wishes: '', emergency: '' };

export const actionOwners = ['person', 'colleague', 'agency'] as const;
export type ActionOwner = (typeof actionOwners)[number];
export const actionStates = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** Something that somebody does: what, why, who and by when. */
export interface ActionTerms {
  readonly what: string;
  readonly why: string;
  /** In neutral words, for a copy that the person keeps; '' where `what` will do. */
  readonly copyWords: string;
  readonly owner: ActionOwner;
  /** The colleague who does it; null where somebody else does. */
  readonly ownerId: StaffId | null;
  /** The agency that does it, by name. */
  readonly agency: string;
  /** Null: whenever they like. Only the person's own actions have no day. */
  readonly dueOn: Temporal.PlainDate | null;
  readonly safety: boolean;
}

/** How a plan stands in the end: each recording of it is a version. */
export const standings = [
  { value: 'agreed', label: 'Agreed', hint: 'Gone through together, and it says what they want' },
  { value: 'not_yet', label: 'Not yet agreed', hint: 'They want time, or something in it is to change' },
  {
    value: 'not_safe_to_agree',
    label: 'Not safe to agree',
    hint: 'Going through it now would put them at risk. What protects them goes on',
  },
] as const satisfies readonly (Choice & { readonly value: PlanStanding })[];

/** Where and how it was gone through. */
export const waysOfAgreeing = [
  { value: 'in_person', label: 'In person, at a safe place' },
  { value: 'home_visit', label: 'In person, at home, seen alone' },
  { value: 'phone', label: 'By phone' },
  { value: 'video', label: 'By video' },
  { value: 'through_advocate', label: 'Through somebody they trust' },
  { value: 'not_with_them', label: 'Not with them', hint: 'Only where it was not agreed' },
] as const satisfies readonly Choice[];
export type WayOfAgreeing = (typeof waysOfAgreeing)[number]['value'];

/** What made somebody look at the plan again. */
export const prompts = [
  { value: 'first', label: 'It is new' },
  { value: 'date', label: 'The day to look at it again has come' },
  { value: 'incident', label: 'Something happened' },
  { value: 'information', label: 'Something new is known' },
  { value: 'asked', label: 'They asked for it' },
] as const satisfies readonly Choice[];
export type Prompt = (typeof prompts)[number]['value'];

/** Looked at again within four weeks at the latest, and on an earlier day where that was agreed. */
export const reviewWithinDays = 28;
