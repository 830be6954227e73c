import type { Commitment } from '#rules/pack.ts';

/* That danger is dealt with, and not only asked about, where a policy names no time: Lintel's own hour. */

export function dangerDealtWith(clauses: readonly string[]): Commitment {
  return {
    id: 'danger-dealt-with',
    clauses,
    title: 'What was done about a danger is written down within the hour',
    definition:
      'Of the dangers that we were told of, by whatever way, those about which something was done within one hour, ' +
      'by day or by night, with who did it and what. The policy names no time; the hour is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'danger.raised',
      stops: ['danger.dealt-with'],
      byPlan: [],
      due: { hours: 1 },
      escalateAt: [0.5, 1],
    },
  };
}

/** That they are asked about danger each time that they are reached, where a policy says nothing of how often. */
export function dangerAskedEachTime(clauses: readonly string[]): Commitment {
  return {
    id: 'danger-asked-each-time',
    clauses,
    title: 'Danger is asked about whenever somebody is reached, a risk assessed or a case opened again',
    definition:
      'Of the contacts, the assessments that ended and the cases opened again at which they could be asked safely ' +
      'whether there is danger now, those at which they were, and answered yes or no. Nothing is filled in ' +
      'beforehand, and a blank is refused. Where it was not safe to ask is told apart. The policy names no such ' +
      'question; the question is Lintel’s.',
    measure: {
      kind: 'share',
      done: ['danger.asked'],
      notDone: ['danger.not-asked'],
      apart: ['danger.not-safe-to-ask'],
    },
  };
}
