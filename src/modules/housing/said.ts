import type { Choice } from '#rules/words.ts';

/** What they said to an option of which they were told. What nobody reached is not among them: it is left blank. */
export const sayings = [
  { value: 'explained', label: 'Explained; they said nothing about it' },
  { value: 'considering', label: 'They are thinking about it' },
  { value: 'wants', label: 'They would like this' },
  { value: 'not_for_them', label: 'Not for them' },
] as const satisfies readonly Choice[];
export type Saying = (typeof sayings)[number]['value'];

export const legalAnswers = [
  { value: 'wants', label: 'Offered, and they would like it' },
  { value: 'had', label: 'They have had it, or have a solicitor' },
  { value: 'not_wanted', label: 'Offered, and they decided against it' },
  { value: 'not_offered', label: 'Not offered', hint: 'Say why' },
] as const satisfies readonly Choice[];
export type LegalAnswer = (typeof legalAnswers)[number]['value'];

/** They may say that they would rather not speak of it: a decision, and no failure (V3.4, L2.1c). */
export const outcomes = [
  { value: 'gone_through', label: 'We went through options' },
  {
    value: 'not_wanted',
    label: 'They would rather not speak of it',
    hint: 'Theirs to decide. Nobody brings it up unless they do',
  },
] as const satisfies readonly Choice[];
export type AdviceOutcome = (typeof outcomes)[number]['value'];

export const waysOfAdvising = [
  { value: 'in_person', label: 'In person, at a safe place' },
  { value: 'phone', label: 'On the phone, as agreed' },
  { value: 'home_visit', label: 'At home, seen alone' },
  { value: 'through_advocate', label: 'With somebody they trust' },
] as const satisfies readonly Choice[];

/** What was spoken of, and how. */
export interface Talk {
  readonly outcome: AdviceOutcome;
  readonly way: string;
  /** '' where they would rather not speak of it. */
  readonly legal: LegalAnswer | '';
  readonly legalWhy: string;
  /** What they said, verbatim. */
  readonly words: string;
  /** The day that they agreed to speak of it again. */
  readonly againOn: Temporal.PlainDate | null;
  readonly said: readonly { readonly option: string; readonly said: Saying }[];
}

/** What an option is called in a form of many: its answer stands under `said-` and its name. */
export function fieldOf(option: string): string {
  return `said-${option}`;
}
