import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Action } from './rows.ts';

const row = z.object({ at: instant.nullable() });

/** When the risk was first looked at after it was done; null: it has not been. */
export async function reviewedAfter(
  tx: Tx,
  organisation: OrganisationId,
  { caseId, steps }: Action,
): Promise<Temporal.Instant | null> {
  const taken = steps.find(({ step }) => step === 'taken');
  if (!taken) return null;
  const { at } = await tx.one(
    row,
    sql`select min(e.at) as at from event e where e.organisation_id = ${organisation} and e.case_id = ${caseId}
      and e.name = 'risk.reviewed' and e.at > ${taken.recordedAt}`,
  );
  return at;
}
