import type { Commitment } from '#rules/pack.ts';

interface Promised {
  /** The id of the first of them, with which the others begin. */
  readonly id: string;
  readonly clauses: readonly string[];
  /** What the landlord calls those who move in, and whoever is at risk. */
  readonly customers: string;
  readonly person: string;
}

/**
 * The question at letting. How many say yes is no figure: it is theirs to say, and a colleague who is counted by it
 * would ask for one answer.
 */
export function newCustomers({ id, clauses, customers, person }: Promised): readonly Commitment[] {
  return [
    {
      id,
      clauses,
      title: `${customers} are asked before they move in`,
      definition:
        'Of the lettings that Lintel was told of, those at which they were asked, alone, by the end of the day on ' +
        'which they moved in. Blank is not asked, and so is no interpreter. Where it was not safe to ask, where they ' +
        'were asked later, and what fell through, is told apart. Hold it against the number of lettings: of one that ' +
        'nobody told of nobody was asked.',
      measure: {
        kind: 'share',
        done: ['letting.asked'],
        notDone: ['letting.not-asked'],
        apart: ['letting.not-safe-to-ask', 'letting.asked-late', 'letting.fell-through'],
        silence: { says: 'no letting was told of' },
      },
    },
    {
      id: `${id}-handed-on`,
      clauses,
      title: 'Handed on before they move in',
      definition:
        `Of what a ${person} who was asked at a letting wished to be handed on, how often the team had it before the ` +
        'day of the move. Nothing is handed on without their agreement, and nothing is kept of who wished nothing. ' +
        'What somebody wrote of a new letting in another form is told apart: nobody knows whether they were asked.',
      measure: {
        kind: 'share',
        done: ['letting.handed-on'],
        notDone: ['letting.handed-on-late'],
        apart: ['letting.told-otherwise'],
        silence: { says: 'nobody wished anything to be handed on' },
      },
    },
    {
      id: `${id}-contacted`,
      clauses,
      title: 'Contact before they move in',
      definition:
        `Of what was handed on before the day of the move, how often a safe, two-way contact with the ${person} was ` +
        'made by the close of the last working day before it; where no other was left, of the one on which it came. ' +
        'An approved plan is counted apart. The time for a first contact runs besides. The policy names no time; the ' +
        'day before is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'letting.handed-on',
        stops: ['contact.made'],
        byPlan: ['contact-plan.approved'],
        due: { agreed: true },
        escalateAt: [0.5, 0.75, 1],
      },
    },
    {
      id: `${id}-asked-again`,
      clauses,
      title: 'They are asked whether they feel safe in their new home',
      definition:
        'Of those of whom something was handed on at the letting, and whose case is open, those who were asked ' +
        'within four weeks of the day of the move whether they feel safe there, whatever they said: that is a figure ' +
        'of its own. Where it would not have been safe to ask, or they did not move in, is counted apart. The policy ' +
        'names no time; the four weeks are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'letting.moved-in',
        stops: ['move.feels-safe', 'move.feels-not-safe', 'move.rather-not-say'],
        byPlan: ['move.not-safe-to-ask', 'move.step-corrected'],
        due: { calendarDays: 28 },
        escalateAt: [0.5, 0.75, 1],
      },
    },
  ];
}
