import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { canLead, changesLead, leadsTheCase } from '../allocation.ts';
import { endGrants, grantsOf, insertGrant, wallAndMembers } from './access.ts';

const row = z.object({
  staffName: z.string(),
  allocatedAt: instant,
  allocatedByName: z.string().nullable(),
  reason: z.string(),
});
export type Allocation = z.infer<typeof row>;

/** Who led a case, newest first. */
export function allocationsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Allocation[]> {
  return tx.rows(
    row,
    sql`select s.name as "staffName", a.allocated_at as "allocatedAt", b.name as "allocatedByName", a.reason
      from allocation a
      join staff s on s.organisation_id = a.organisation_id and s.id = a.staff_id
      left join staff b on b.organisation_id = a.organisation_id and b.id = a.allocated_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      order by a.allocated_at desc, a.id desc`,
  );
}

export interface NewAllocation {
  readonly caseId: CaseId;
  readonly staffId: StaffId;
  readonly reason: string;
}

/**
 * Gives a case to somebody of the team, who is told and let in by name; whoever led it before keeps only what their
 * role lets them see. Refused for anybody with a conflict, however the list looked when it was shown.
 */
export async function allocate(
  tx: Tx,
  office: Office,
  { caseId, staffId, reason }: NewAllocation,
): Promise<void> {
  const [wall, members, leadId] = await wallAndMembers(tx, office, caseId);
  const chosen = members.find((member) => member.id === staffId);
  if (!chosen) throw notFound();
  insist(canLead(wall, chosen));
  insist(changesLead(leadId, staffId));
  const grants = await grantsOf(tx, office.organisation, caseId);
  const leadGrants = grants.filter((grant) => grant.endedAt === null && grant.reason === leadsTheCase);
  if (!wall.grantedStaff.includes(staffId))
    await insertGrant(tx, office, { caseId, staffId, reason: leadsTheCase });
  await endGrants(tx, office, caseId, leadGrants, 'Leads the case no longer');
  await Promise.all([
    happened(tx, office, { name: 'case.allocated', caseId, subjectId: staffId }),
    tx.run(sql`update case_file set lead_id = ${staffId}, version = version + 1
      where organisation_id = ${office.organisation} and id = ${caseId}`),
    insertAllocation(tx, office, caseId, staffId, reason),
    staffId !== office.staff && notify(tx, office, { staffIds: [staffId], kind: 'allocated', caseId }),
  ]);
}

export function insertAllocation(
  tx: Tx,
  { organisation, staff, now }: Office,
  caseId: CaseId,
  leadId: StaffId,
  reason: string,
): Promise<number> {
  return tx.run(sql`insert into allocation (organisation_id, id, case_id, staff_id, allocated_by, allocated_at, reason)
    values (${organisation}, ${newId()}, ${caseId}, ${leadId}, ${staff}, ${now}, ${reason})`);
}
