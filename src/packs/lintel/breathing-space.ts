import type { Commitment, Measure } from '#rules/pack.ts';

interface Promised {
  readonly clauses: readonly string[];
  /** What the policy says of it, and what is Lintel's. */
  readonly whose: string;
}

/**
 * Breathing space from court action over income. That it is given is no merit where it is given by itself; so what
 * would make it a hold on paper alone is counted: what was declined, what ended within a week, and whether anybody
 * looked.
 */
export function breathingSpace({ clauses, whose }: Promised): readonly Commitment[] {
  const says = (id: string, title: string, definition: string, measure: Measure): Commitment => ({
    ...{ id, clauses, title, definition, measure },
  });
  return [
    says(
      'breathing-space-looked-at',
      'Breathing space is looked at every month',
      'Of the days on which breathing space was to be looked at, every month and on its last day, those by which ' +
        'somebody looked at it with the person or for them. It protects until somebody has. What ended before that ' +
        `day is counted apart. ${whose}`,
      {
        kind: 'clock',
        starts: 'breathing-space.look-awaited',
        stops: ['breathing-space.reviewed'],
        byPlan: ['breathing-space.declined', 'breathing-space.ended'],
        due: { agreed: true },
        escalateAt: [0.75, 1],
      },
    ),
    says(
      'breathing-space-lengths',
      'How long breathing space is',
      'How often its length was chosen with the person, and how many months they chose. Until somebody has chosen ' +
        'it reaches as far as it may.',
      { kind: 'count', of: 'breathing-space.length-chosen', says: 'times chosen', by: 'why' },
    ),
    says(
      'breathing-space-declined',
      'Breathing space that was declined',
      'How often the person declined it. To decline is a decision and never counted as a failure. It counts only ' +
        'where somebody had reached them: before that nobody can decline.',
      { kind: 'count', of: 'breathing-space.declined', says: 'times declined' },
    ),
    says(
      'breathing-space-ended',
      'Why breathing space ended',
      'How often it ended, and why. What ended within a week of being given is told apart: given and taken back ' +
        'helps nobody. An end that the person did not ask for takes two people.',
      { kind: 'count', of: 'breathing-space.ended', says: 'times ended', by: 'why' },
    ),
    says(
      'breathing-space-told',
      'They are told that breathing space ended',
      'Of the times at which it ended and they did not know yet, those after which they were told in the agreed way, ' +
        'or somebody wrote down why that would not be safe, within two working days. The policy names no time; the ' +
        'two days are Lintel’s.',
      {
        kind: 'clock',
        starts: 'breathing-space.telling-owed',
        stops: ['breathing-space.told'],
        byPlan: [],
        due: { workingDays: 2 },
        escalateAt: [0.5, 1],
      },
    ),
    says(
      'breathing-space-decided',
      'What a manager decided about breathing space',
      'How often a manager agreed to end it without their wish, to make it longer than the bound, or to another one ' +
        'after an earlier one, each told apart.',
      { kind: 'count', of: 'breathing-space.decision-approved', says: 'times agreed', by: 'why' },
    ),
    says(
      'breathing-space-held-back',
      'Court action that met breathing space',
      'How often a step over income was meant and was held back, and how often one was taken all the same and found ' +
        'later, each kind of step told apart. The same step asked about again within four weeks counts once. Neither ' +
        'is a merit: it tells only of what was said before it was taken, or was found. A landlord whose income team ' +
        `never asks shows nothing here, so what is asked at all is said beside it. ${whose}`,
      { kind: 'count', of: 'court-step.met', says: 'times a step met what holds it', by: 'why' },
    ),
    says(
      'court-steps-asked',
      'Steps over income that are said before they are taken',
      'How many steps over income were said before they were taken, of any household, whatever was answered: a month ' +
        'with few of them is a month in which few were asked about.',
      { kind: 'count', of: 'court-step.asked', says: 'steps said' },
    ),
  ];
}

/** Where it is given with every disclosure by itself. */
export function breathingSpaceGiven(clauses: readonly string[]): Commitment {
  return {
    id: 'breathing-space',
    clauses,
    title: 'Breathing space from court action over income',
    definition:
      'Of the disclosures, those from which breathing space was given within a working day. Lintel gives it with the ' +
      'disclosure, before anybody has been reached, and it stands unless the person declines: a figure below the ' +
      'whole is a fault. The working day is Lintel’s. What it came to is said below.',
    measure: {
      kind: 'evidence',
      of: 'disclosure.received',
      shownBy: ['breathing-space.given'],
      per: 'disclosure',
      withinWorkingDays: 1,
    },
  };
}
