import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { type ReviewTrigger, reviewTriggers } from '#modules/case-file/pure.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, RiskLevel } from '#rules/facts.ts';
import { type ReviewPromise, reviewDue } from '../review.ts';
import { loweringsOf } from './lowerings.ts';
import { ratingOf } from './ratings.ts';

/** How a case stands with its risk, for whoever has to know whether it has been looked at. */
export interface RiskStanding {
  readonly level: RiskLevel | null;
  /** A named person judged it; a level that is only proposed was judged by nobody. */
  readonly judged: boolean;
  readonly ratedAt: Temporal.Instant | null;
  readonly everHigh: boolean;
  /** When it is to be looked at again at the latest; null: nothing is promised. */
  readonly reviewDueAt: Temporal.Instant | null;
  /** It was judged, no review is overdue, and nothing has happened since that calls for one. */
  readonly current: boolean;
  /** A lower level waits for a second person. */
  readonly loweringWaiting: boolean;
}

const everRow = z.object({ everHigh: z.boolean() });

/** The case's wall is open: `openFile`, or `loadCase`, comes first. */
export async function riskStanding(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<RiskStanding> {
  const [rating, ever, lowerings, promises] = await Promise.all([
    ratingOf(tx, organisation, caseId),
    tx.maybe(
      everRow,
      sql`select ever_high as "everHigh" from case_file where organisation_id = ${organisation} and id = ${caseId}`,
    ),
    loweringsOf(tx, organisation, caseId),
    obligationsOf(tx, organisation, { caseId }),
  ]);
  const due = reviewDue(promises);
  return {
    level: rating?.level ?? null,
    judged: rating !== null && rating.judgedBy !== null,
    ratedAt: rating?.ratedAt ?? null,
    everHigh: ever?.everHigh ?? false,
    reviewDueAt: due?.dueAt ?? null,
    current: rating !== null && rating.judgedBy !== null && !promises.some(outstanding),
    loweringWaiting: lowerings.some(({ decision }) => decision === null),
  };
}

function outstanding(promise: ReviewPromise): boolean {
  const due = reviewDue([promise]);
  return due !== null && (due.triggered || due.overdue);
}

const trigger = z.enum(reviewTriggers.map(({ value }) => value)) as z.ZodType<ReviewTrigger>;
const triggerRow = z.object({ id: id<string>(), at: instant, trigger });
export type TriggerOnFile = z.infer<typeof triggerRow>;

/** What has happened since a moment that calls for a review, newest first, as the record tells of it. */
export function triggersSince(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  since: Temporal.Instant | null,
): Promise<readonly TriggerOnFile[]> {
  return tx.rows(
    triggerRow,
    sql`select id, at, data ->> 'trigger' as trigger from event
      where organisation_id = ${organisation} and case_id = ${caseId} and name = 'risk.review-triggered'
        and (${since}::timestamptz is null or at > ${since}::timestamptz)
      order by at desc, id desc limit 20`,
  );
}
