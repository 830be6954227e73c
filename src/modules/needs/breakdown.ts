import { labelOf } from '#rules/words.ts';
import { type EqualityName, offered, questions } from './equality.ts';

/** How many cases have an answer. */
export interface Count {
  readonly characteristic: EqualityName;
  readonly answer: string;
  readonly cases: number;
}

/** A figure as it is shown; null: too small to be told, or needed to keep one that is (V3.2). */
export interface Shown {
  readonly label: string;
  readonly cases: number | null;
}

export interface Breakdown {
  readonly label: string;
  readonly rows: readonly Shown[];
  readonly total: number | null;
}

/** What is smaller is not told; what is told is rounded to this. */
export const least = 5;

/** Ethnic groups are told by the five of the census: nineteen would be small numbers only. */
const groups = ['White', 'Mixed', 'Asian', 'Black'];

export function breakdowns(counts: readonly Count[]): readonly Breakdown[] {
  return questions.map((question) => {
    const own = counts.filter(({ characteristic }) => characteristic === question.name);
    const labels =
      question.name === 'ethnicity' ? groupOf : (answer: string) => labelOf(offered(question), answer);
    const order = [...new Set(offered(question).map(({ value }) => labels(value)))];
    const sums = order.map((label) => ({
      label,
      cases: own.filter(({ answer }) => labels(answer) === label).reduce((sum, { cases }) => sum + cases, 0),
    }));
    return { label: question.label, ...discreet(sums) };
  });
}

function groupOf(answer: string): string {
  const question = questions[0];
  const label = question ? labelOf(offered(question), answer) : answer;
  const group = groups.find((each) => label.startsWith(`${each}:`));
  return group ?? (label === 'Arab' || label === 'Any other ethnic group' ? 'Another' : label);
}

/**
 * Hides what is small, none included; and where that leaves one figure hidden which the others and the total would give
 * away, the next smallest too. What is told is rounded, and so is the total.
 */
export function discreet(sums: readonly { readonly label: string; readonly cases: number }[]): {
  readonly rows: readonly Shown[];
  readonly total: number | null;
} {
  const total = sums.reduce((sum, { cases }) => sum + cases, 0);
  const hidden = new Set(sums.filter(({ cases }) => cases < least).map(({ label }) => label));
  const smallest = sums
    .filter(({ label }) => !hidden.has(label))
    .toSorted((one, other) => one.cases - other.cases)[0];
  if (hidden.size === 1 && smallest) hidden.add(smallest.label);
  return {
    rows: sums.map(({ label, cases }) => ({ label, cases: hidden.has(label) ? null : rounded(cases) })),
    total: total < least ? null : rounded(total),
  };
}

function rounded(cases: number): number {
  return Math.round(cases / least) * least;
}

/** The twelve whole months before this one: no day's change can be seen in them. */
export function twelveMonths(today: Temporal.PlainDate): {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
} {
  const until = today.with({ day: 1 });
  return { from: until.subtract({ months: 12 }), until };
}
