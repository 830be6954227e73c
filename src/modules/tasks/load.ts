import type { RiskLevel, StaffId } from '#rules/facts.ts';

/** The open cases that somebody leads, by level of risk, as far as whoever asks may see them. */
export interface CaseCounts {
  readonly high: number;
  readonly medium: number;
  readonly standard: number;
  readonly unassessed: number;
}
export const noCases: CaseCounts = { high: 0, medium: 0, standard: 0, unassessed: 0 };

/**
 * What a case counts for. No policy says; the weights are Lintel's: a case at high risk needs reviews and meetings
 * that a standard one does not, and one that nobody has assessed yet counts as one.
 */
const weights: Readonly<Record<keyof CaseCounts, number>> = {
  high: 1.5,
  medium: 1,
  standard: 0.75,
  unassessed: 1,
};

/** How many open cases a worker of this field carries (domain §15, a working figure and no limit). */
export const usualLoad = { least: 15, most: 25 } as const;

export function casesIn({ high, medium, standard, unassessed }: CaseCounts): number {
  return high + medium + standard + unassessed;
}

/** To the half, as it is shown. */
export function weighted(counts: CaseCounts): number {
  const sum = (Object.keys(weights) as (keyof CaseCounts)[])
    .map((level) => counts[level] * weights[level])
    .reduce((one, other) => one + other, 0);
  return Math.round(sum * 2) / 2;
}

export type Standing = 'below' | 'usual' | 'above';

export function standingOf(counts: CaseCounts): Standing {
  const load = weighted(counts);
  if (load < usualLoad.least) return 'below';
  return load > usualLoad.most ? 'above' : 'usual';
}

export function withCase(counts: CaseCounts, level: RiskLevel | null, change: 1 | -1): CaseCounts {
  const key = level ?? 'unassessed';
  return { ...counts, [key]: counts[key] + change };
}

export interface Loaded {
  readonly id: StaffId;
  readonly counts: CaseCounts;
}
