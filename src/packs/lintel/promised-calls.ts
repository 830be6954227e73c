import type { Commitment } from '#rules/pack.ts';

/**
 * That somebody who was told “I will ring you at four” is rung at four, where a policy names no such promise: Lintel's
 * own. Whoever waits by a phone at a time that was safe may not have another today.
 * @param clauses the clauses of the policy that promise contact, in a way that is safe
 */
export function callAsPromised(clauses: readonly string[]): Commitment {
  return {
    id: 'call-as-promised',
    clauses,
    title: 'Whoever was promised a call is rung at that time',
    definition:
      'Of the calls that were promised for a time, those that were tried within a quarter of an hour of it, ' +
      'whether somebody answered or not, and written down within an hour after that. A call much earlier is ' +
      'another call, and a later one is late. Where they asked in a contact for another time, or said that they ' +
      'did not need the call any more, or where a manager approved a plan because no safe way was known, it counts ' +
      'apart. The quarter of an hour is only how the board counts: every page shows the time that was promised, and ' +
      'is late from then on. The policy names no such promise; it is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'call.promised',
      stops: ['call.rung'],
      byPlan: ['call.moved', 'call.let-go', 'contact-plan.approved'],
      due: { agreedTime: { minutes: 15, writtenWithinMinutes: 60 } },
      escalateAt: [0.9, 1],
    },
  };
}
