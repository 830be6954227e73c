import type { Commitment } from '#rules/pack.ts';

/* That feedback is asked for only where asking is safe. */

export function feedbackSafeToAsk(clauses: readonly string[]): Commitment {
  return {
    id: 'feedback-safe-to-ask',
    clauses,
    title: 'Feedback is asked for only where asking is safe',
    definition:
      'How often asking for feedback was considered, and whether it was safe. The gate is not yet in Lintel.',
    measure: { kind: 'gate', gate: 'ask-for-feedback', asked: null },
  };
}
