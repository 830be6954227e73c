import type { Choice } from './words.ts';

/** What they say to an action about whoever they fear, or why nobody could ask (domain §8). */
export const viewAnswers = [
  { value: 'support', label: 'They support it' },
  { value: 'oppose', label: 'They are against it' },
  { value: 'unsure', label: 'They are not sure' },
  {
    value: 'not_safe_to_ask',
    label: 'Not asked: it would not be safe',
    hint: 'Say why below. A specialist is asked before anything is done',
  },
  { value: 'withdrawn', label: 'They take back what they said', hint: 'Somebody asks them again first' },
] as const satisfies readonly Choice[];
export type ViewAnswer = (typeof viewAnswers)[number]['value'];

/** Whether they think that it would make things worse for anybody. */
export const fearsAnswers = [
  { value: 'yes', label: 'Yes, or it may' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known, or not asked' },
] as const satisfies readonly Choice[];
export type FearsAnswer = (typeof fearsAnswers)[number]['value'];
