import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { type CaseId, caseRoles, type StaffId } from '#rules/facts.ts';
import { lookersAt } from '../late-record.ts';
import { notify } from './notify.ts';

const row = z.object({
  leadId: id<StaffId>().nullable(),
  recordedBy: id<StaffId>().nullable(),
  /** Of how many promises somebody is to look at this one act. */
  promises: z.number(),
});

/** Tells those who may look at what was written down late: once for each act, however many promises it would keep. */
export async function tellOfLate(
  tx: Tx,
  office: Office,
  { caseId, eventId }: { readonly caseId: CaseId; readonly eventId: string },
): Promise<void> {
  const { organisation, staff } = office;
  const [found, team] = await Promise.all([
    tx.maybe(
      row,
      sql`select c.lead_id as "leadId", e.staff_id as "recordedBy", (select count(*) from late_record l
          where l.organisation_id = c.organisation_id and l.case_id = c.id and l.event_id = ${eventId}) as promises
        from case_file c left join event e on e.organisation_id = c.organisation_id and e.id = ${eventId}
        where c.organisation_id = ${organisation} and c.id = ${caseId}`,
    ),
    listStaff(tx, organisation, { roles: caseRoles }),
  ]);
  if (found?.promises !== 1) return;
  const staffIds = lookersAt({ leadId: found.leadId, wrote: [staff, found.recordedBy] }, team);
  await notify(tx, office, { staffIds, kind: 'late_to_check', caseId });
}
