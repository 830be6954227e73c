import type { RiskLevel } from '#rules/facts.ts';

export interface RiskAfterClosing {
  readonly closedAt: Temporal.Instant | null;
  readonly riskLevel: RiskLevel | null;
  readonly riskLevelAt: Temporal.Instant | null;
  readonly riskJudged: boolean;
}

/**
 * Medium or high was proposed since the case was closed, and nobody has judged it: somebody is asked to open it again.
 * It is over once it was opened, or once a named person has judged the level with a reason.
 */
export function riskAfterClosing({
  closedAt,
  riskLevel,
  riskLevelAt,
  riskJudged,
}: RiskAfterClosing): boolean {
  if (closedAt === null || riskLevelAt === null || riskJudged) return false;
  return riskLevel !== 'standard' && Temporal.Instant.compare(riskLevelAt, closedAt) > 0;
}
