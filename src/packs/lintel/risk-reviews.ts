import type { Commitment } from '#rules/pack.ts';

/*
 * How often a risk is looked at again, where a policy names no time: Lintel's own intervals (domain §3). A landlord who
 * promises others writes them into its pack instead.
 */

const levels = [
  { level: 'high', days: 7, starts: 'risk.rated-high' },
  { level: 'medium', days: 28, starts: 'risk.rated-medium' },
  { level: 'standard', days: 90, starts: 'risk.rated-standard' },
] as const;

const escalateAt = [0.75, 1];

/** @param clauses the clauses of the policy that promise to assess risk */
export function riskReviews(clauses: readonly string[]): readonly Commitment[] {
  return [
    ...levels.map(({ level, days, starts }) => byLevel(clauses, level, days, starts)),
    afterChange(clauses),
    lowering(clauses),
  ];
}

function byLevel(
  clauses: readonly string[],
  level: string,
  days: number,
  starts: (typeof levels)[number]['starts'],
): Commitment {
  return {
    id: `risk-review-${level}`,
    clauses,
    title: `${level === 'high' ? 'A high' : `A ${level}`} risk is looked at again within ${days} days`,
    definition:
      `Of the ratings of a risk as ${level} whose time ended, those after which the risk was looked at again ` +
      `within ${days} days, by the close of the last one or, where the office is closed on it, of the last ` +
      `working day before it. The policy names no time; the ${days} days are Lintel’s.`,
    measure: {
      kind: 'clock',
      starts,
      stops: ['risk.reviewed'],
      byPlan: [],
      due: { calendarDays: days },
      escalateAt,
    },
  };
}

function afterChange(clauses: readonly string[]): Commitment {
  return {
    id: 'risk-review-change',
    clauses,
    title: 'Risk is looked at again within 2 working days of a change',
    definition:
      'Of the changes that call for it (a new incident, separation, an order that ends, a release, ' +
      'contact that was lost and others), those after which the risk was looked at again within ' +
      '2 working days. The policy names no time; the 2 days are Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'risk.review-triggered',
      stops: ['risk.reviewed'],
      byPlan: [],
      due: { workingDays: 2 },
      escalateAt: [0.5, 1],
    },
  };
}

function lowering(clauses: readonly string[]): Commitment {
  return {
    id: 'risk-lowering',
    clauses,
    title: 'Nobody lowers a risk alone',
    definition:
      'How often somebody proposed to lower a level of risk. It is lowered only once a second person ' +
      'has confirmed it; until then the higher level stands. The policy does not say so; the rule is ' +
      'Lintel’s, and cannot be switched off.',
    measure: { kind: 'gate', gate: 'risk-lowering', asked: 'risk.lowering-proposed' },
  };
}
