import type { Commitment, Measure } from '#rules/pack.ts';

interface Promised {
  /** That nothing is done that may raise the risk, and what the person says is weighed. */
  readonly clauses: readonly string[];
  /** That those who want to change are helped. */
  readonly programmes: readonly string[];
  /** What the landlord calls whoever is at risk. */
  readonly person: string;
}

/**
 * What is done about whoever is feared. No figure calls for more of it: what is stopped for safety is no failure, and
 * what somebody did all the same is counted as that.
 */
export function actedSafely({ clauses, programmes, person }: Promised): readonly Commitment[] {
  const says = (id: string, title: string, definition: string, measure: Measure): Commitment => ({
    ...{ id, clauses, title, definition, measure },
  });
  return [
    says(
      'action-against-perpetrator',
      `No action that may raise the ${person}’s risk`,
      'How often it was tested whether action was safe. It is open only where what they say is on record, nothing ' +
        'that is known or unknown may raise the risk, and another manager agrees; a database check ' +
        'holds every way to it. Nobody overrides it, under any policy.',
      { kind: 'gate', gate: 'perpetrator-action', asked: 'perpetrator-action.tested' },
    ),
    says(
      'action-views',
      'What they say to action',
      'How often they were asked, and what they said; where asking would not have been safe that is told apart. To ' +
        'be against it, or not sure, is never counted as a failure.',
      { kind: 'count', of: 'perpetrator-action.view-recorded', says: 'views recorded', by: 'why' },
    ),
    says(
      'action-stopped',
      'Action that was stopped for safety',
      'How often action was stopped because it may raise the risk, and by what first. Only another colleague finds ' +
        'afterwards that it no longer does, and says what has changed.',
      { kind: 'count', of: 'perpetrator-action.stopped', says: 'times stopped', by: 'why' },
    ),
    says(
      'action-agreed',
      'Action that a manager agreed to',
      'How often a manager who had not proposed it agreed to action.',
      { kind: 'count', of: 'perpetrator-action.approved', says: 'times agreed' },
    ),
    says(
      'action-told',
      'They know before action is taken',
      'How often they were told beforehand, in the agreed way, that action was about to be taken, and when. Nothing ' +
        'is taken before that, or before it is on record why telling them would not be safe.',
      { kind: 'count', of: 'perpetrator-action.told', says: 'times told' },
    ),
    says(
      'action-not-told',
      'Action of which they could not be told safely',
      'How often telling them beforehand would not have been safe; a specialist was asked about going on without.',
      { kind: 'count', of: 'perpetrator-action.not-safe-to-tell', says: 'times not told' },
    ),
    says(
      'action-risk-review',
      'The risk is looked at within two working days of action',
      'Of the actions taken, those after which the risk was looked at again within two working days. The policy ' +
        'names no time; the two days are Lintel’s.',
      {
        kind: 'clock',
        starts: 'perpetrator-action.taken',
        stops: ['risk.reviewed'],
        byPlan: [],
        due: { workingDays: 2 },
        escalateAt: [0.5, 1],
      },
    ),
    says(
      'action-shut-again',
      'What was agreed and is shut again is looked at within two working days',
      'Of the actions that a manager agreed to and that were shut again before they were done, because something had ' +
        'changed, those in which somebody asked or tested again, or wrote down that it is not done, within two ' +
        'working days. The policy names no time; the two days are Lintel’s.',
      {
        kind: 'clock',
        starts: 'perpetrator-action.shut-again',
        stops: [
          'perpetrator-action.view-recorded',
          'perpetrator-action.tested',
          'perpetrator-action.dropped',
        ],
        byPlan: [],
        due: { workingDays: 2 },
        escalateAt: [0.5, 1],
      },
    ),
    says(
      'action-not-done',
      'Action that was not done',
      'How often action that was proposed was not done, and why. What somebody did all the same, without its having ' +
        'been safe, is told apart.',
      { kind: 'count', of: 'perpetrator-action.dropped', says: 'times not done', by: 'why' },
    ),
    {
      id: 'programme-safety',
      clauses: programmes,
      title: 'Whether a programme may be put to whoever is feared',
      definition:
        'How often it was said in a case whether a programme may be put to whoever is feared, told apart. It is ' +
        'asked in every case, whether or not anybody means to; not now is never a failure. What stands in files of ' +
        'their own is counted nowhere: in a landlord with few cases a figure would tell that somebody has one.',
      measure: {
        kind: 'count',
        of: 'perpetrator-action.programme-safety-said',
        says: 'times said',
        by: 'why',
      },
    },
    {
      id: 'programmes',
      clauses: programmes,
      title: 'What came of action, and of programmes for those who want to change',
      definition:
        'How often it was written down what came of it, told apart. A programme is proposed only where that is safe, ' +
        'passes the same gate, and is voluntary.',
      measure: {
        kind: 'count',
        of: 'perpetrator-action.outcome-recorded',
        says: 'times written down',
        by: 'why',
      },
    },
  ];
}
