import type { HoldAnswer } from '#rules/hold-answer.ts';
import type { Choice } from '#rules/words.ts';

/** Whether a step is still to be taken. */
export const states = [
  { value: 'meant', label: 'We mean to take it today' },
  {
    value: 'taken',
    label: 'It was taken without asking',
    hint: 'Found later, and written down all the same',
  },
] as const satisfies readonly Choice[];
export type State = (typeof states)[number]['value'];

/** Of a step that was taken: what is done about it. */
export const undoings = [
  { value: 'taken_back', label: 'It has been taken back' },
  { value: 'being_taken_back', label: 'It is being taken back' },
  { value: 'cannot_be', label: 'It cannot be taken back any more' },
] as const satisfies readonly Choice[];
export type Undoing = (typeof undoings)[number]['value'];

/** What a hold says of court action, and nothing besides: no reason, and no day on which it ends. */
export const answers: Readonly<Record<HoldAnswer, { readonly short: string; readonly says: string }>> = {
  no: {
    short: 'Go on, that day',
    says: 'There is no hold today. Take it today, or say it again on another day.',
  },
  call_first: {
    short: 'Ask first',
    says: 'Do nothing yet. Ask the office that keeps the holds, and never the tenant.',
  },
  yes: {
    short: 'Do not take it',
    says: 'There is a hold: no court action over income. Ask again before each step.',
  },
};

export type Told = HoldAnswer | '';

export function answerInWords(told: Told): string {
  return told === '' ? 'Taken without asking' : answers[told].short;
}
