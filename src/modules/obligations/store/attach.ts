import type { Author } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { keptAlready } from '../obligations.ts';
import { happenedIn } from './happened.ts';
import { promiseColumns, promiseRow } from './rows.ts';
import { refreshNextDue, settlePromise } from './settle.ts';

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
  const stops = promises.flatMap((promise) => promise.stops);
  const happened = promises.length > 0 ? await happenedIn(tx, author, caseId, stops) : [];
  for (const promise of promises) {
    const kept = keptAlready(
      { ...promise, byPlan: [] },
      happened.filter(({ event }) => promise.stops.includes(event)),
      author.now,
    );
    if (kept) await settlePromise(tx, author, promise, kept.by);
  }
  await refreshNextDue(tx, author, caseId);
}
