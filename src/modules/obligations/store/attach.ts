import { z } from 'zod';
import type { Author } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { type EventName, eventNames } from '#rules/event.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { type PromiseRow, promiseColumns, promiseRow } from './rows.ts';
import { refreshNextDue, settlePromise } from './settle.ts';

const keptRow = z.object({
  event: z.enum(eventNames) as z.ZodType<EventName>,
  at: instant,
  eventId: z.uuid(),
});

/**
 * A disclosure became part of a case: so do its promises. Where the case kept one in the meantime (a known person was
 * reached before the neighbour's call was triaged), it is kept.
 */
export async function attachToCase(
  tx: Tx,
  author: Author,
  disclosureId: DisclosureId,
  caseId: CaseId,
): Promise<void> {
  const promises = await tx.rows(
    promiseRow,
    sql`update obligation o set case_id = ${caseId}
      where o.organisation_id = ${author.organisation} and o.disclosure_id = ${disclosureId}
      returning ${promiseColumns}`,
  );
  for (const promise of promises) {
    const kept = await firstThatKept(tx, author, promise, caseId);
    if (kept) await settlePromise(tx, author, promise, kept);
  }
  await refreshNextDue(tx, author, caseId);
}

async function firstThatKept(tx: Tx, author: Author, promise: PromiseRow, caseId: CaseId) {
  return tx.maybe(
    keptRow,
    sql`select e.name as event, e.at, e.id as "eventId" from event e
      where e.organisation_id = ${author.organisation} and e.case_id = ${caseId}
        and e.name = any (${promise.stops}) and e.at >= ${promise.startedAt}
      order by e.at limit 1`,
  );
}
