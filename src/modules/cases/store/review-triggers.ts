import { type Author, record } from '#kit/record.ts';
import type { Tx } from '#kit/sql.ts';
import { advance } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { ReviewTrigger } from '../review-triggers.ts';

export interface TriggeredReview {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly caseId: CaseId;
  readonly trigger: ReviewTrigger;
  /** When it happened. */
  readonly at: Temporal.Instant;
  /** What tells of it: an entry of the chronology, a date that is known … The same one triggers once. */
  readonly subjectId: string;
}

/** Something happened that makes it necessary to look at the risk again: records it, and its promise begins. */
export async function triggerReview(tx: Tx, author: Author, review: TriggeredReview): Promise<void> {
  const { pack, calendar, caseId, trigger, at, subjectId } = review;
  const event = 'risk.review-triggered';
  const eventId = await record(tx, author, { name: event, caseId, subjectId, data: { trigger } });
  await advance(tx, author, { pack, calendar, event, at, eventId, caseId, subjectId });
}
