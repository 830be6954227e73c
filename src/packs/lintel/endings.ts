import type { Commitment } from '#rules/pack.ts';

interface Endings {
  /** Clauses that promise time, and that decisions are respected. */
  readonly ownPace: readonly string[];
  /** Clauses that promise contact with whoever tells. */
  readonly contact: readonly string[];
  /** Clauses that say what the policy is to achieve, and for whom. */
  readonly aim: readonly string[];
  /** Whom the case is about, as the landlord says it. */
  readonly person: string;
  /** The promise of contact where a case is opened again, and how much of it is Lintel's own. */
  readonly reopened: { readonly title: string; readonly whose: string };
}

/** How a case rests, ends and begins again, where a policy names no day: Lintel's own. */
export function ended({ ownPace, contact, aim, person, reopened }: Endings): readonly Commitment[] {
  return [
    {
      id: 'agreed-next-contact',
      clauses: ownPace,
      title: 'Contact on the day that was agreed',
      definition:
        `Of the cases that rested at the ${person}’s own wish and whose agreed day came, those in which a safe, ` +
        'two-way contact was made by the end of it, whether the case still rested or not. A case that a manager ' +
        'let rest anew is counted apart. The policy names no day; to count the agreed one is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'case.paused',
        stops: ['contact.made'],
        byPlan: ['case.pause-approved'],
        due: { agreed: true },
        escalateAt: [0.9, 1],
      },
    },
    {
      id: 'reopened-contact',
      clauses: contact,
      title: reopened.title,
      definition:
        `Of the cases opened again, those in which a safe, two-way contact with the ${person} was ` +
        'made by the close of that working day; of the next one, where that was out of hours. ' +
        `An approved plan is counted apart. ${reopened.whose}`,
      measure: {
        kind: 'clock',
        starts: 'case.reopened',
        stops: ['contact.made'],
        byPlan: ['contact-plan.approved'],
        due: { within: 'same-working-day' },
        escalateAt: [0.5, 0.75, 1],
      },
    },
    {
      id: 'try-again',
      clauses: contact,
      title: 'Contact is made on the day of the plan',
      definition:
        'Of the plans for when there is no safe way that a manager approved, those after which a safe, two-way ' +
        `contact with the ${person} was made by the end of the day that the plan set, five working days ahead at ` +
        'most. A plan for a new day, approved anew, is counted apart. The policy names no day; the five days are ' +
        'Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'contact-plan.approved',
        stops: ['contact.made'],
        byPlan: ['contact-plan.approved'],
        due: { agreed: true },
        escalateAt: [0.9, 1],
      },
    },
    {
      id: 'repeats',
      clauses: aim,
      title: 'Repeats within 12 months',
      definition:
        `Cases opened within 12 months of the end of an earlier one about the same ${person}, ` +
        'and cases opened again within 12 months. Where the local Marac’s protocol counts violence, ' +
        'stalking or sexual abuse only, other abuse is not counted. A repeat is neither kept nor broken: ' +
        'it says how often abuse went on.',
      measure: { kind: 'count', of: 'case.repeat-recognised', says: 'repeats within 12 months' },
    },
    {
      id: 'outcome-asked',
      clauses: aim,
      title: 'What became of it is recorded',
      definition:
        'Of the cases closed, those in which it was recorded what became of it, “not asked” included, ' +
        'within 20 working days. The policy names no time; the 20 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.closed',
        shownBy: ['case.outcome-recorded'],
        per: 'case',
        withinWorkingDays: 20,
      },
    },
  ];
}
