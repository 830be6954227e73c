import type { Choice } from './words.ts';

/** Steps against a household over income (domain §7): each is asked about before it is taken. */
export const courtSteps = [
  { value: 'chasing_letter', label: 'A letter, text or call that chases' },
  { value: 'notice', label: 'A notice seeking possession' },
  { value: 'letter_before_claim', label: 'A letter before claim' },
  { value: 'claim', label: 'A claim to the court' },
  { value: 'hearing', label: 'A hearing' },
  { value: 'warrant', label: 'A warrant, or an eviction' },
  { value: 'money_order', label: 'Enforcing a money judgment' },
] as const satisfies readonly Choice[];
export type CourtStep = (typeof courtSteps)[number]['value'];

export const courtStepNames = courtSteps.map(({ value }) => value);
