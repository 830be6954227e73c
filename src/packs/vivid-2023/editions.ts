import type { Edition } from '#rules/pack.ts';
import { inBoth, inBothSince } from '../lintel/editions.ts';

/** How Lintel has restated the policy; the policy itself is of October 2023. */
export const editions: readonly Edition[] = [
  {
    version: '2023-10, edition 2',
    on: '2026-11-29',
    changes: [
      ...inBoth,
      'Breathing space is given from the disclosure unless it is declined (V4.4a).',
      'Enforcement only where it is safe, and nobody overrides that (V4.5a).',
      'Any suggestions of honour-based abuse start the advice of a specialist (V3.3).',
      'What is misprinted, blank or past its date in the policy is shown for the review (V4.10a, V6a, V6c).',
    ],
  },
  {
    version: '2023-10, edition 3',
    on: '2026-11-30',
    changes: [
      ...inBothSince,
      'Mediation between joint tenants passes a gate that nobody overrides: their own request, no coercive control, ' +
        'high risk, so-called honour or order, a specialist and a manager (V4.3c). Counted: what spoke against it, ' +
        'and what was shut again and stopped.',
    ],
  },
];
