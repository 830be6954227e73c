import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { keptAlready } from '../obligations.ts';
import { recordOfCase } from './case-record.ts';
import { tellOf } from './happened.ts';
import { promiseColumns, promiseRow } from './rows.ts';
import { refreshNextDue, type Settled, settlePromise } from './settle.ts';

/**
 * A disclosure became part of a case: so do its promises. Where the case kept one in the meantime (a known person was
 * reached before the neighbour's call was triaged), it is kept.
 */
export async function attachToCase(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  caseId: CaseId,
): Promise<void> {
  const all = await tx.rows(
    promiseRow,
    sql`update obligation o set case_id = ${caseId}
      where o.organisation_id = ${office.organisation} and o.disclosure_id = ${disclosureId}
      returning ${promiseColumns}`,
  );
  // What is promised of one subject is kept by what is about that subject, never by what the case knew before.
  const promises = all.filter(({ subjectId }) => subjectId === null);
  const stops = promises.flatMap((promise) => promise.stops);
  const happened = promises.length > 0 ? await recordOfCase(tx, office, caseId, stops) : [];
  const settled: Settled[] = [];
  for (const promise of promises) {
    const kept = keptAlready(
      { ...promise, byPlan: [] },
      happened.filter(({ event }) => promise.stops.includes(event)),
      office.now,
    );
    if (kept) settled.push(...(await settlePromise(tx, office, promise, kept.by)).settled);
  }
  await refreshNextDue(tx, office, caseId);
  await tellOf(tx, office, settled);
}
