import type { Edition } from '#rules/pack.ts';
import { inBoth, inBothSince } from '../lintel/editions.ts';

/** How Lintel has restated the policy; the policy itself is version 1.0 of July 2024. */
export const editions: readonly Edition[] = [
  {
    version: '1.0, edition 2',
    on: '2026-11-29',
    changes: [
      ...inBoth,
      'Any suggestions of honour-based abuse start the advice of a specialist (L1.4b).',
      'The people of the maintenance company are within reporting and training (L2.4, L2.14).',
      'The policy is reviewed sooner where a reason for it stands open (L4.1).',
      'What is misprinted in the policy is shown for the review (Lc1).',
    ],
  },
  { version: '1.0, edition 3', on: '2026-11-30', changes: inBothSince },
];
