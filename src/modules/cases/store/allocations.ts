import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { type Author, record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { advance, notify } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { canLead, changesLead, leadsTheCase } from '../allocation.ts';
import { endGrants, grantsOf, insertGrant, wallAndMembers } from './access.ts';
import { insertAllocation } from './open-case.ts';

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
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
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
  author: Author,
  { pack, calendar, caseId, staffId, reason }: NewAllocation,
): Promise<void> {
  const [wall, members, leadId] = await wallAndMembers(tx, author, caseId);
  const chosen = members.find((member) => member.id === staffId);
  if (!chosen) throw notFound();
  insist(canLead(wall, chosen));
  insist(changesLead(leadId, staffId));
  const grants = await grantsOf(tx, author.organisation, caseId);
  const leadGrants = grants.filter((grant) => grant.endedAt === null && grant.reason === leadsTheCase);
  if (!wall.grantedStaff.includes(staffId))
    await insertGrant(tx, author, { caseId, staffId, reason: leadsTheCase });
  await endGrants(tx, author, caseId, leadGrants, 'Leads the case no longer');
  const [eventId] = await Promise.all([
    record(tx, author, { name: 'case.allocated', caseId, subjectId: staffId }),
    tx.run(sql`update case_file set lead_id = ${staffId}, version = version + 1
      where organisation_id = ${author.organisation} and id = ${caseId}`),
    insertAllocation(tx, author, caseId, staffId, reason),
    staffId !== author.staff && notify(tx, author, { staffIds: [staffId], kind: 'allocated', caseId }),
  ]);
  const event = 'case.allocated';
  await advance(tx, author, { pack, calendar, event, at: author.now, eventId, caseId });
}
