import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import type { CaseId, RiskLevel } from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import type { LoweringDecision } from '../lowering.ts';
import { ratingAsDeclined } from '../rating-decision.ts';
import { loweringOf, lowerings, tellOfLowering } from './lowerings.ts';
import { addRating, ratingOf, waitToRate } from './ratings.ts';

/**
 * A second person confirms that the level is lowered, or declines; whoever proposed it may take it back. Throws
 * `not-found`, `stale` where somebody else was first, or a refusal. @returns what stands now
 */
export async function decideLowering(
  tx: Tx,
  office: Office,
  {
    loweringId,
    version,
    decision,
    why,
    caseId,
  }: {
    readonly caseId: CaseId;
    readonly loweringId: string;
    readonly version: number;
    readonly decision: LoweringDecision;
    readonly why: string;
  },
): Promise<RiskLevel> {
  await waitToRate(tx, office.organisation, caseId);
  const [file, lowering, before] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    loweringOf(tx, office.organisation, caseId, loweringId),
    ratingOf(tx, office.organisation, caseId),
  ]);
  if (!lowering || !before) throw notFound();
  const decided = { decision, why, version, sight: sightOf(file), changed: lowering.ratingId !== before.id };
  await decideProposal(tx, office, lowerings, lowering, decided);
  await tellOfLowering(tx, office, lowering, decision);
  if (decision === 'declined') {
    const judged = ratingAsDeclined(before, why);
    if (judged) await addRating(tx, office, { caseId, ...judged });
  }
  if (decision !== 'confirmed') return before.level;
  const { assessmentId, receivedId, indicated, routes, callOuts, lastMaracOn, sinceMarac } = before;
  await addRating(tx, office, {
    caseId,
    before: before.level,
    level: lowering.to,
    indicated,
    routes,
    how: 'lowered',
    judge: 'whoever acts',
    waitsSince: null,
    assessmentId,
    receivedId,
    loweringId,
    reason: lowering.reason,
    grounds: [],
    callOuts,
    lastMaracOn,
    sinceMarac,
  });
  return lowering.to;
}
