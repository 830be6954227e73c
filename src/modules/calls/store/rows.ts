import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { PromisedTo } from '#rules/call-still-agreed.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import type { CameOf, EndedHow } from '../promised-call.ts';

const row = z.object({
  id: z.uuid(),
  disclosureId: id<DisclosureId>().nullable(),
  caseId: id<CaseId>().nullable(),
  to: z.enum(['person', 'teller']) as z.ZodType<PromisedTo>,
  at: instant,
  countsFrom: instant,
  promisedAt: instant,
  promisedByName: z.string().nullable(),
  plannedId: z.uuid().nullable(),
  endedHow: z.enum(['rung', 'moved', 'let_go']).nullable() as z.ZodType<EndedHow | null>,
  endedAt: instant.nullable(),
  endedRecordedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  cameOf: z.string() as unknown as z.ZodType<CameOf | ''>,
  words: z.string(),
  movedToAt: instant.nullable(),
  /** What it was known to be against as it came into the diary. */
  outside: z.array(z.string()),
});
export type PromisedCall = z.infer<typeof row>;

/** Which calls: those of a case, of what was told, or one. */
export type Which =
  | { readonly caseId: CaseId }
  | { readonly disclosureId: DisclosureId }
  | { readonly callId: string };

/** Calls that were promised, those still owed first, then by their time. */
export function callsOf(
  tx: Tx,
  organisation: OrganisationId,
  which: Which,
): Promise<readonly PromisedCall[]> {
  const one =
    'caseId' in which
      ? sql`c.case_id = ${which.caseId}`
      : 'disclosureId' in which
        ? sql`c.disclosure_id = ${which.disclosureId}`
        : sql`c.id = ${which.callId}`;
  return tx.rows(
    row,
    sql`select c.id, c.disclosure_id as "disclosureId", c.case_id as "caseId", c.to_whom as to, c.at,
        c.counts_from as "countsFrom", c.promised_at as "promisedAt", s.name as "promisedByName",
        c.planned_id as "plannedId", c.ended_how as "endedHow", c.ended_at as "endedAt",
        c.ended_recorded_at as "endedRecordedAt", e.name as "endedByName", c.came_of as "cameOf", c.words,
        m.at as "movedToAt", coalesce(v.outside, '{}') as outside
      from promised_call c
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.promised_by
      left join staff e on e.organisation_id = c.organisation_id and e.id = c.ended_by
      left join planned_contact v on v.organisation_id = c.organisation_id and v.id = c.planned_id
      left join promised_call m on m.organisation_id = c.organisation_id and m.id = c.moved_to
      where c.organisation_id = ${organisation} and ${one}
      order by c.ended_how is not null, c.at, c.id limit 100`,
  );
}

/** One call, or null where there is none or a wall is in front of it. */
export async function callOf(
  tx: Tx,
  organisation: OrganisationId,
  callId: string,
): Promise<PromisedCall | null> {
  const [found = null] = await callsOf(tx, organisation, { callId });
  return found;
}
