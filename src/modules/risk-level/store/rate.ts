import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { moveCase, openFile } from '#modules/case-file/index.ts';
import type { CaseId, RiskLevel } from '#rules/facts.ts';
import {
  type AssessmentEnded,
  overtakesLowering,
  type RatingToAdd,
  ratingAfterAssessment,
  ratingAfterReceived,
  ratingAsStated,
  type Standing,
  type Statement,
} from '../rating-decision.ts';
import { overtakeWaiting, proposeLowering } from './lowerings.ts';
import { standingToRate } from './rating-facts.ts';
import { addRating } from './ratings.ts';

/*
 * The three moments at which a case is rated, each the same way: what stands and is known is read once, the rating is
 * decided purely, and it is added. A lower level that two people agreed to is `decideLowering`.
 */

/**
 * When an assessment has ended: the level rises or stays. One that reviewed the risk takes a case that was only
 * contacted so far on. @returns what stands now; null where nothing does
 */
export async function rateAfterAssessment(
  tx: Tx,
  office: Office,
  { caseId, ...ended }: AssessmentEnded & { readonly caseId: CaseId },
): Promise<RiskLevel | null> {
  const standing = await standingToRate(tx, office, caseId);
  if (ended.reviewed && (await openFile(tx, office.organisation, caseId))?.state === 'contacted')
    await moveCase(tx, office, { caseId, to: 'assessed' });
  return addWhereDecided(tx, office, caseId, standing, ratingAfterAssessment(standing, ended));
}

/**
 * When somebody else’s assessment came, or one was corrected: the level rises or stays, and a lowering that waits may
 * be off the table. @returns what stands now; null where nothing does
 */
export async function rateAfterReceived(tx: Tx, office: Office, caseId: CaseId): Promise<RiskLevel | null> {
  const standing = await standingToRate(tx, office, caseId);
  const rating = ratingAfterReceived(standing);
  if (!rating && overtakesLowering(standing)) await overtakeWaiting(tx, office, caseId);
  return addWhereDecided(tx, office, caseId, standing, rating);
}

export interface Stated {
  readonly ratingId: string;
  readonly level: RiskLevel;
  /** A lower level was wanted: this proposal waits for a second person. */
  readonly loweringId: string | null;
}

/** When a colleague looks at the risk and says how high it is. */
export async function stateLevel(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  statement: Statement,
): Promise<Stated> {
  const standing = await standingToRate(tx, office, caseId);
  const rating = ratingAsStated(standing, statement);
  const ratingId = await addRating(tx, office, { caseId, ...rating });
  const { level, proposed } = rating;
  const { reason } = statement;
  const loweringId = proposed
    ? await proposeLowering(tx, office, { caseId, ratingId, to: proposed, reason })
    : null;
  return { ratingId, level, loweringId };
}

async function addWhereDecided(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  { before }: Standing,
  rating: RatingToAdd | null,
): Promise<RiskLevel | null> {
  if (!rating) return before?.level ?? null;
  await addRating(tx, office, { caseId, ...rating });
  return rating.level;
}
