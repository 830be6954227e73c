import type { Commitment, Measure } from '#rules/pack.ts';

/**
 * Mediation between joint tenants. No figure calls for more of it: that nobody asked, that it was not offered, that
 * nothing was agreed or that it was stopped is never a failure.
 */
export function mediatedSafely(clauses: readonly string[], person: string): readonly Commitment[] {
  const says = (id: string, title: string, definition: string, measure: Measure): Commitment => ({
    ...{ id, clauses, title, definition, measure },
  });
  return [
    says(
      'mediation',
      'Mediation only where it is safe',
      `How often a ${person} asked for mediation by themselves. It is open only without controlling or coercive ` +
        'behaviour, high risk, so-called honour or an order, where a specialist says that it is safe and a manager ' +
        'agrees; a database check holds every way to it, and nobody overrides it.',
      { kind: 'gate', gate: 'mediation', asked: 'mediation.asked' },
    ),
    says(
      'mediation-not-theirs',
      'Mediation that somebody else wished',
      `How often anybody but the ${person} wished mediation, told apart by whose idea it was. It is kept, and never ` +
        'put to them.',
      { kind: 'count', of: 'mediation.not-theirs', says: 'times kept and not put to them', by: 'why' },
    ),
    says(
      'mediation-looked-at',
      'What was found when mediation was looked at',
      'How often it was looked at whether mediation would be safe, and what spoke against it first.',
      { kind: 'count', of: 'mediation.tested', says: 'times looked at', by: 'why' },
    ),
    says(
      'mediation-shut-again',
      'Mediation that is shut again',
      'How often mediation that a manager agreed to was shut again, because something had changed. Whoever leads the ' +
        'case is told at once, and the case does not close before it is stopped or over.',
      { kind: 'count', of: 'mediation.shut-again', says: 'times shut again' },
    ),
    says(
      'mediation-ended',
      'What came of mediation',
      'How often mediation took place, and what came of it. What went on while it was shut is told apart.',
      { kind: 'count', of: 'mediation.ended', says: 'times written down', by: 'why' },
    ),
    says(
      'mediation-stopped',
      'Mediation that was stopped, or not begun',
      'How often it was stopped or not begun, and why. None of it is a failure.',
      { kind: 'count', of: 'mediation.stopped', says: 'times stopped', by: 'why' },
    ),
  ];
}
