import { Fault, insist, notFound } from '#kit/http/errors.ts';
import type { Author } from '#kit/record.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/cases/index.ts';
import type { RiskLevel } from '#rules/facts.ts';
import { type LoweringDecision, mayDecideLowering } from '../lowering.ts';
import { loweringOf, settleLowering } from './lowerings.ts';
import type { RatedCase } from './rate.ts';
import { addRating, ratingOf, waitToRate } from './ratings.ts';

/**
 * A second person confirms that the level is lowered, or declines; whoever proposed it may take it back. Throws
 * `not-found`, `stale` where somebody else was first, or a refusal. @returns what stands now
 */
export async function decideLowering(
  tx: Tx,
  author: Author,
  {
    loweringId,
    version,
    decision,
    why,
    ...about
  }: RatedCase & {
    readonly loweringId: string;
    readonly version: number;
    readonly decision: LoweringDecision;
    readonly why: string;
  },
): Promise<RiskLevel> {
  const { caseId } = about;
  await waitToRate(tx, author.organisation, caseId);
  const [file, lowering, before] = await Promise.all([
    openFile(tx, author.organisation, caseId),
    loweringOf(tx, author.organisation, caseId, loweringId),
    ratingOf(tx, author.organisation, caseId),
  ]);
  if (!file || !lowering || !before || !author.staff) throw notFound();
  const visiting = file.emergencyUntil !== null;
  insist(mayDecideLowering(lowering, { by: author.staff, visiting, decision, standing: before.id }));
  if (lowering.version !== version || !(await settleLowering(tx, author, lowering, { decision, why })))
    throw new Fault('stale');
  if (decision !== 'confirmed') return before.level;
  const { assessmentId, receivedId, indicated, routes, callOuts, lastMaracOn, sinceMarac } = before;
  await addRating(tx, author, {
    ...about,
    before: before.level,
    level: lowering.to,
    indicated,
    routes,
    how: 'lowered',
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
