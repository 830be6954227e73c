import type { Commitment, Measure } from '#rules/pack.ts';

interface Promised {
  /** That they may have been harmed themselves, and are helped. */
  readonly clauses: readonly string[];
  /** What the landlord calls whoever is at risk. */
  readonly person: string;
}

/** Said the other way round. No figure calls for a conclusion: that it cannot be told yet keeps the promise. */
export function toldApart({ clauses, person }: Promised): readonly Commitment[] {
  const says = (id: string, title: string, definition: string, measure: Measure): Commitment => ({
    ...{ id, clauses, title, definition, measure },
  });
  return [
    says(
      'said-other-way-round',
      'It is said to be the other way round',
      'How often somebody said that whoever is feared is the one who is harmed, by who said so, and how often it was ' +
        `asked who harms whom, whatever for. Nothing follows for the ${person}, and nothing is done about whoever is ` +
        'feared until it is judged.',
      { kind: 'count', of: 'counter-allegation.said', says: 'times said', by: 'why' },
    ),
    says(
      'who-harms-judged',
      'Who mainly harms whom is judged within ten working days',
      'Of the times at which it was said to be the other way round, or asked, those on which two people judged who ' +
        'mainly harms whom within ten working days; nobody concludes without a specialist, and that it cannot be ' +
        'told yet is an answer. The policy names no time; the ten days are Lintel’s.',
      {
        ...{ kind: 'clock', starts: 'counter-allegation.said', stops: ['counter-allegation.answered'] },
        ...{ byPlan: [], due: { workingDays: 10 }, escalateAt: [0.5, 0.75, 1] },
      },
    ),
    says(
      'who-harms-again',
      'What cannot be told yet is judged again within 20 working days',
      'Of the judgements that it cannot be told yet who mainly harms whom, those after which two people judged it ' +
        'again within 20 working days. The policy names no time; the 20 days are Lintel’s.',
      {
        kind: 'clock',
        starts: 'counter-allegation.cannot-be-told',
        stops: ['counter-allegation.looked-at-again'],
        ...{ byPlan: [], due: { workingDays: 20 }, escalateAt: [0.5, 0.75, 1] },
      },
    ),
    says(
      'who-harms-found',
      'What was judged',
      'How often two people judged who mainly harms whom, told apart. There is no answer that both do, and none that ' +
        'ends any help.',
      { kind: 'count', of: 'counter-allegation.judged', says: 'times judged', by: 'why' },
    ),
    says(
      'two-colleagues',
      'Two cases that concern each other have two colleagues within a working day',
      'Of the times at which one colleague was found to lead two cases that concern each other, those on which ' +
        'within a working day one was given to somebody else, or neither named the person of the other any more. The ' +
        'policy names no time; the day is Lintel’s.',
      {
        kind: 'clock',
        starts: 'counter-allegation.one-worker',
        stops: ['counter-allegation.two-workers'],
        ...{ byPlan: [], due: { workingDays: 1 }, escalateAt: [0.5, 1] },
      },
    ),
  ];
}
