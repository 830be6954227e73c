import type { Choice } from '#rules/words.ts';

/** Whom a service takes referrals of. */
export const hubKinds = [
  { value: 'child', label: 'Children' },
  { value: 'adult', label: 'Adults' },
  { value: 'both', label: 'Both' },
] as const satisfies readonly Choice[];
export type HubKind = (typeof hubKinds)[number]['value'];
