import type { Choice, PartInCase } from '#rules/words.ts';

/** What somebody may need, each with what is done about it. A child's come first where it is a child. */
export const needKinds = [
  { value: 'support', label: 'Support', hint: 'Somebody to talk to, counselling, a helper of their own' },
  { value: 'safety', label: 'Safety', hint: 'What would make them safer, at home, on the way and online' },
  { value: 'health', label: 'Health', hint: 'Body and mind, sleep, medicine; a midwife or health visitor' },
  { value: 'school', label: 'School, nursery or work', hint: 'Who there knows, and whom they trust' },
  { value: 'language', label: 'Language and communication' },
  { value: 'adjustments', label: 'Adjustments', hint: 'What makes it possible for them to take part' },
] as const satisfies readonly Choice[];
export type NeedKind = (typeof needKinds)[number]['value'];

export const answers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known yet' },
] as const satisfies readonly Choice[];
export type Answer = 'not_asked' | (typeof answers)[number]['value'];

/** One need: what it is, and what is done about it; '' where nothing was said. */
export interface Need {
  readonly need: string;
  readonly done: string;
}

export interface NeedsValue extends Readonly<Record<NeedKind, Need>> {
  /** For a child: did one of us see, and hear, the child as themselves? */
  readonly seen: Answer;
  readonly heard: Answer;
  /** In years, at the time. */
  readonly age: number | null;
  readonly schoolKnown: Answer;
  /** What they say themselves, kept as they said it. */
  readonly ownWords: string;
}

/** A child who sees, hears or lives with it is harmed in their own right (V3.6; Domestic Abuse Act 2021 s.3). */
export function isChild(part: PartInCase): boolean {
  return part === 'child_victim';
}

/** Whose needs are recorded: everybody who lives with the abuse or saw it; never those of whom it is said. */
export function hasNeeds(part: PartInCase): boolean {
  return part !== 'alleged_perpetrator';
}

/** Those needs about which something was said. */
export function saidNeeds(value: NeedsValue): readonly NeedKind[] {
  return needKinds
    .map((kind) => kind.value)
    .filter((kind) => value[kind].need !== '' || value[kind].done !== '');
}

/** Needs for which nothing is done yet. */
export function openNeeds(value: NeedsValue): readonly NeedKind[] {
  return needKinds
    .map((kind) => kind.value)
    .filter((kind) => value[kind].need !== '' && value[kind].done === '');
}
