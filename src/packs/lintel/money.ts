import type { Commitment } from '#rules/pack.ts';

/**
 * What somebody says of debts and payments is looked at by whoever may advise.
 * @param clauses those that promise advice about money; @param person as the landlord says it
 */
export function adviserLooked(clauses: readonly string[], person: string): Commitment {
  return {
    id: 'money-looked-at',
    clauses,
    title: 'What is said of debts and payments is looked at by an adviser',
    definition:
      `Of what a ${person} told of debts, arrears, bills or payments, that which somebody who may advise looked at ` +
      'within 10 working days. What they would rather leave is counted apart and is no failure. The policy names no ' +
      'time; the days are Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'money.told',
      stops: ['money.reviewed'],
      byPlan: ['money.left'],
      due: { workingDays: 10 },
      escalateAt: [0.75, 1],
    },
  };
}

/** How often advice brought something; how much, as totals without people, stands under Landlord, Costs. */
export function moneyGained(clauses: readonly string[]): Commitment {
  return {
    id: 'money-gained',
    clauses,
    title: 'Advice about money brought something',
    definition:
      'How often somebody wrote down what advice brought: a benefit, a payment, a debt that need not be paid. Advice ' +
      'that nobody wanted, or that brought nothing, is neither kept nor broken. How much it was is told under ' +
      'Landlord, Costs, as totals without people.',
    measure: { kind: 'count', of: 'money.gained', says: 'times' },
  };
}
