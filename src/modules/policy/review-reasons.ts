import type { Choice } from '#rules/words.ts';

/** What may call for a review before its date (L4.1). */
export const reviewReasonKinds = [
  { value: 'monitoring', label: 'Monitoring: what the figures or a case showed' },
  { value: 'law', label: 'Law: an Act or a regulation has changed' },
  { value: 'regulation', label: 'Regulation: a standard or a regulator asks for it' },
  { value: 'strategy', label: 'Strategy: what the landlord wants has changed' },
] as const satisfies readonly Choice[];
export type ReviewReasonKind = (typeof reviewReasonKinds)[number]['value'];
