import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { ReviewTrigger } from '../review-triggers.ts';

export interface TriggeredReview {
  readonly caseId: CaseId;
  readonly trigger: ReviewTrigger;
  /** When it happened. */
  readonly at: Temporal.Instant;
  /** What tells of it: an entry of the chronology, a date that is known … The same one triggers once. */
  readonly subjectId: string;
}

/** Something happened that makes it necessary to look at the risk again: records it, and its promise begins. */
export async function triggerReview(tx: Tx, office: Office, review: TriggeredReview): Promise<void> {
  const { caseId, trigger, at: happenedAt, subjectId } = review;
  const data = { trigger };
  await happened(tx, office, {
    name: 'risk.review-triggered',
    caseId,
    subjectId,
    happenedAt,
    data,
    recurs: true,
  });
}
