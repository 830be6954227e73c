import type { Choice } from '#rules/words.ts';

/** Immediate danger is asked first of all, so there is always an answer. */
export type Danger = 'yes' | 'no' | 'not_known';
/** An answer to a question that may not have been asked yet; nobody is pressed for one (V3.4). */
export type Answered = 'yes' | 'no' | 'not_known' | 'not_asked';
/** Age when it happened: the Domestic Abuse Act 2021 s.1 tests it at the date of the behaviour. */
export type AgeBand = 'under_16' | 'aged_16_17' | 'adult' | 'not_known';
export type Happened = 'recently' | 'in_the_past' | 'not_known';
export type ContactChannel = 'phone' | 'text' | 'email' | 'post' | 'in_person' | 'through_somebody' | '';
export type Relation = 'party' | 'relative' | 'neighbour' | 'friend' | 'other';

/** What the forms of this module offer; the values are what is stored. */
export const dangerAnswers: readonly Choice<Danger>[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known, or it is not safe to ask' },
];

export const answers: readonly Choice<Exclude<Answered, 'not_asked'>>[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known' },
];

export const ageBands: readonly Choice<AgeBand>[] = [
  { value: 'adult', label: '18 or over' },
  { value: 'aged_16_17', label: '16 or 17' },
  { value: 'under_16', label: 'Under 16' },
  { value: 'not_known', label: 'Not known' },
];

export const whenHappened: readonly Choice<Happened>[] = [
  { value: 'recently', label: 'It is happening now, or happened recently' },
  { value: 'in_the_past', label: 'It happened in the past' },
  { value: 'not_known', label: 'Not known' },
];

export const contactChannels: readonly Choice<Exclude<ContactChannel, ''>>[] = [
  { value: 'phone', label: 'Phone call' },
  { value: 'text', label: 'Text message' },
  { value: 'email', label: 'Email' },
  { value: 'in_person', label: 'In person, at a safe place' },
  { value: 'through_somebody', label: 'Through somebody they trust' },
  { value: 'post', label: 'Post', hint: 'Only where the person asks for it' },
];

export const relations: readonly Choice<Relation>[] = [
  { value: 'party', label: 'Is the person at risk, or is said to have caused harm' },
  { value: 'relative', label: 'Relative' },
  { value: 'neighbour', label: 'Neighbour' },
  { value: 'friend', label: 'Friend' },
  { value: 'other', label: 'Other' },
];

/** How an answer reads on a page. */
export function answerLabel(answer: Answered): string {
  return { yes: 'Yes', no: 'No', not_known: 'Not known', not_asked: 'Not asked yet' }[answer];
}

/** Where a concern was; nothing said is neither. */
export const wheres = [
  { value: 'known', label: 'At a home or a place', hint: 'Find it by its address, or describe it' },
  { value: 'not_known', label: 'It is not known' },
] as const satisfies readonly Choice[];
