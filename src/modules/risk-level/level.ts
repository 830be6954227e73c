import { type RiskLevel, riskLevels } from '#rules/facts.ts';

/**
 * What each level means (domain §3): in words wherever it is shown, never a colour alone. None of them says that
 * something is not there: nobody knows what was not asked.
 */
export const levelWords: Readonly<Record<RiskLevel, { readonly label: string; readonly means: string }>> = {
  standard: {
    label: 'Standard',
    means: 'What is known so far does not point to serious harm. What was not asked is not known.',
  },
  medium: { label: 'Medium', means: 'Serious harm could happen if circumstances change.' },
  high: { label: 'High', means: 'Serious harm could happen at any time.' },
};

export function levelLabel(level: RiskLevel | null): string {
  return level === null ? 'Not rated yet' : levelWords[level].label;
}

/** Is the first below the second? Nothing rated or indicated is below everything. */
export function below(one: RiskLevel | null, other: RiskLevel | null): boolean {
  return rank(one) < rank(other);
}

export function highest(levels: readonly (RiskLevel | null)[]): RiskLevel | null {
  return levels.reduce((most, level) => (below(most, level) ? level : most), null);
}

function rank(level: RiskLevel | null): number {
  return level === null ? -1 : riskLevels.indexOf(level);
}

/** A rating as far as the next one needs to know it. */
export interface Rated {
  readonly id: string;
  readonly level: RiskLevel;
  /** What the facts indicated then. */
  readonly indicated: RiskLevel | null;
  /** The assessment on whose score that rests. */
  readonly assessmentId: string | null;
  /** The newest assessment by others that was known of. */
  readonly receivedId: string | null;
}

/** What is wanted now, and what the facts indicate. */
export interface Wanted {
  readonly level: RiskLevel;
  readonly indicated: RiskLevel | null;
  readonly assessmentId: string | null;
  readonly receivedId: string | null;
  /** Something else says more than what stands, and was not known when two people went below what was indicated. */
  readonly anew?: boolean;
}

export interface Decided {
  /** What stands from now on. */
  readonly level: RiskLevel;
  /** What was wanted and would lower it: a second person confirms it, and the higher level stands until then. */
  readonly lowering: RiskLevel | null;
}

/**
 * Anybody raises a level, and a program too; below the present one, or below what is indicated, it goes with a second
 * person only. What two people went below already needs no third, until there is another assessment, ours or somebody
 * else's, or it indicates more, or something that neither knew indicates as much.
 */
export function decide(before: Rated | null, wanted: Wanted): Decided {
  const { level, indicated } = wanted;
  const floor = highest([before?.level ?? null, settled(before, wanted) ? null : indicated]);
  if (floor === null || !below(level, floor)) return { level, lowering: null };
  return { level: floor, lowering: level };
}

function settled(
  before: Rated | null,
  { indicated, assessmentId, receivedId, anew = false }: Wanted,
): boolean {
  return (
    before !== null &&
    !anew &&
    before.assessmentId === assessmentId &&
    before.receivedId === receivedId &&
    below(before.level, before.indicated) &&
    !below(before.indicated, indicated)
  );
}
