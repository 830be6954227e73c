import type { Commitment } from '#rules/pack.ts';

/*
 * What whoever told us asked to be kept (“police: do not disclose”) goes no further. While such a condition stands
 * nothing takes the entry along, so that a share of those respected would be the whole, always. What can go wrong is
 * that it is written down too late, lifted by whoever wants to send it, or never asked: each of these is counted.
 *
 * @param clauses those under which what is told stays confidential
 */
export function conditionsRespected(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'conditions-in-time',
      clauses,
      title: 'What others asked us to keep was known before it left',
      definition:
        'Of the conditions under which something was received (“police: do not disclose”), those that were written ' +
        'down before anybody outside the team had it. One that was written down after the entry had left, by a ' +
        'share, a file, paper or a link that was opened, counts on the other side. That none was written down shows ' +
        'nobody’s keeping: whoever told us may not have been asked.',
      measure: {
        kind: 'share',
        done: ['entry.condition-set'],
        notDone: ['entry.condition-set-too-late'],
        apart: [],
        silence: { says: 'no condition was written down' },
      },
    },
    {
      id: 'conditions-at-leaving',
      clauses,
      title: 'What left, and what others had asked us to keep',
      definition:
        'How often something of a case left the team as a share, a pack, a file, a sheet or the person’s own copy, ' +
        'or was taken as the team’s own file, told apart by what stood under a condition at that moment. What stands ' +
        'under one is left out of everything but the team’s own file. Something can go once whoever asked allows it; ' +
        'where the colleague who wrote that down is the one who sent it, that is told apart.',
      measure: {
        kind: 'count',
        of: 'leaving.conditions-weighed',
        says: 'times something left',
        by: 'why',
      },
    },
    {
      id: 'conditions-lifted',
      clauses,
      title: 'Conditions that were lifted',
      definition:
        'How often an entry was freed of what others had asked, told apart by why: whoever asked allows it, or it ' +
        'had been written down in error; and whether another colleague than the one who wrote it down did so.',
      measure: { kind: 'count', of: 'entry.condition-lifted', says: 'times lifted', by: 'why' },
    },
  ];
}
