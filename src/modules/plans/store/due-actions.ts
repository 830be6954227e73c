import { z } from 'zod';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';

const owedRow = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  reference: z.string(),
  what: z.string(),
  dueOn: plainDate,
  safety: z.boolean(),
  /** Whose it is: the colleague who does it, or the lead of the case who asks an agency about it. */
  ownerId: id<StaffId>(),
  /** The agency that does it; '' where the colleague does. */
  agency: z.string(),
});
export type OwedAction = z.infer<typeof owedRow>;

/**
 * What these colleagues owe by that day (included) under the action plans of open cases, first what is due first; only
 * of cases that the asker's wall lets through. An agency's action is the lead's to ask about. What the person does
 * themselves is on nobody's list: nobody presses them (V3.4).
 */
export async function planActionsFor(
  tx: Tx,
  organisation: OrganisationId,
  { staffIds, dueBefore }: { readonly staffIds: readonly StaffId[]; readonly dueBefore: Temporal.PlainDate },
): Promise<readonly OwedAction[]> {
  if (staffIds.length === 0) return [];
  const whose = [...staffIds];
  const columns = sql`a.id, a.case_id as "caseId", c.reference, a.what, a.due_on as "dueOn", a.safety`;
  return tx.rows(
    owedRow,
    sql`select * from (
        select ${columns}, a.owner_id as "ownerId", a.agency from plan_action a
        join case_file c on c.organisation_id = a.organisation_id and c.id = a.case_id and c.closed_at is null
        where a.organisation_id = ${organisation} and a.state = 'open' and a.due_on <= ${dueBefore}
          and a.owner_id = any (${whose}::uuid[])
        union all
        select ${columns}, c.lead_id, a.agency from case_file c
        join plan_action a on a.organisation_id = c.organisation_id and a.case_id = c.id
        where c.organisation_id = ${organisation} and c.closed_at is null and c.lead_id = any (${whose}::uuid[])
          and a.state = 'open' and a.owner = 'agency' and a.due_on <= ${dueBefore}) owed
      order by "dueOn", safety desc, id limit 500`,
  );
}

const openRow = z.object({ id: z.uuid(), what: z.string(), dueOn: plainDate.nullable() });
export type OpenSafetyAction = z.infer<typeof openRow>;

/** Actions that keep somebody safe and are neither done nor dropped: no case is closed over them (domain §2). */
export function openSafetyActions(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly OpenSafetyAction[]> {
  return tx.rows(
    openRow,
    sql`select id, what, due_on as "dueOn" from plan_action
      where organisation_id = ${organisation} and case_id = ${caseId} and state = 'open' and safety
      order by due_on nulls last, place, id`,
  );
}
