import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { moveCase, openFile } from '#modules/case-file/index.ts';
import { atTheOffice } from '#rules/calendar.ts';
import type { CaseId, RiskLevel } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import {
  type Assessed,
  overtakesLowering,
  type RatingToAdd,
  ratingAfterAssessment,
  ratingAfterReceived,
  ratingAsStated,
  ratingOnReopening,
  type Standing,
  type Statement,
} from '../rating-decision.ts';
import { overtakeWaiting, proposeLowering } from './lowerings.ts';
import { standingToRate } from './rating-facts.ts';
import { addRating } from './ratings.ts';

/*
 * The moments at which a case is rated, each the same way: what stands and is known is read once, the rating is
 * decided purely, and it is added. A lower level that two people agreed to is `decideLowering`.
 */

/**
 * When an assessment has ended: a level is proposed, never below what stands. One in which they told us something takes
 * a case that was only contacted so far on. @returns what stands now; null where nothing does
 */
export async function rateAfterAssessment(
  tx: Tx,
  office: Office,
  { caseId, ...ended }: Assessed & { readonly caseId: CaseId },
): Promise<RiskLevel | null> {
  const standing = await standingToRate(tx, office, caseId);
  if (ended.told && (await openFile(tx, office.organisation, caseId))?.state === 'contacted')
    await moveCase(tx, office, { caseId, to: 'assessed' });
  return addWhereDecided(tx, office, caseId, standing, ratingAfterAssessment(standing, ended));
}

/**
 * When something grave is answered in an assessment that is still open: it may stay open, and what was said counts from
 * now on. @returns what stands now; null where nothing does
 */
export async function rateWhileAsked(
  tx: Tx,
  office: Office,
  { caseId, assessmentId, found }: Omit<Assessed, 'told'> & { readonly caseId: CaseId },
): Promise<RiskLevel | null> {
  const standing = await standingToRate(tx, office, caseId);
  const rating = ratingAfterAssessment(standing, { assessmentId, found, told: found.grounds.length > 0 });
  return addWhereDecided(tx, office, caseId, standing, rating);
}

/**
 * When somebody else’s assessment came, or one was corrected: the level rises or stays, and a lowering that waits may
 * be off the table. In a closed case as much as what stands is proposed too, for nobody looks there.
 * @param raises it says medium or high
 * @returns what stands now; null where nothing does
 */
export async function rateAfterReceived(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  raises: boolean,
): Promise<RiskLevel | null> {
  const standing = await standingToRate(tx, office, caseId);
  const file = raises ? await openFile(tx, office.organisation, caseId) : null;
  const rating = ratingAfterReceived(standing, file !== null && file.closedAt !== null);
  if (!rating && overtakesLowering(standing)) await overtakeWaiting(tx, office, caseId);
  return addWhereDecided(tx, office, caseId, standing, rating);
}

/** When a closed case is opened again: as it stood then is proposed, and owed a judgement the same day. */
export async function rateOnReopening(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  closedAt: Temporal.Instant,
): Promise<void> {
  const { before } = await standingToRate(tx, office, caseId);
  const inWords = dayOfWeekInWords(atTheOffice(closedAt, office.calendar).toPlainDate());
  const rating = before && ratingOnReopening(before, { at: closedAt, inWords });
  if (rating) await addRating(tx, office, { caseId, ...rating });
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
