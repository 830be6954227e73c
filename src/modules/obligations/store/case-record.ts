import { z } from 'zod';
import type { Author } from '#kit/event.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { type CaseEventName, caseEventNames } from '#rules/event.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Happened } from '../obligations.ts';

const row = z.object({
  event: z.enum(caseEventNames) as z.ZodType<CaseEventName>,
  at: instant,
  recordedAt: instant,
  eventId: z.uuid(),
});

/**
 * What the record tells of a case under these names, in any order, each at the time at which it is said to have
 * happened, and when that was written down.
 * Whoever does not see the case is told nothing. What began one promise keeps that one alone, and is left out.
 */
export async function recordOfCase(
  tx: Tx,
  { organisation }: Author,
  caseId: CaseId,
  names: readonly CaseEventName[],
): Promise<readonly Happened[]> {
  return tx.rows(
    row,
    sql`select e.name as event, coalesce((e.data ->> 'happenedAt')::timestamptz, e.at) as at, e.at as "recordedAt",
        e.id as "eventId"
      from event e where e.organisation_id = ${organisation} and e.case_id = ${caseId}
        and e.name = any (${[...new Set(names)]}) and not coalesce(e.data ? 'beganIt', false)`,
  );
}
