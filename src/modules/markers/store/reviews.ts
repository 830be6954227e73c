import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { toldBefore } from '../markers.ts';
import type { KeptMarker } from './kept.ts';

export type Decision =
  | { readonly decision: 'kept'; readonly reviewOn: Temporal.PlainDate; readonly reason: string }
  | { readonly decision: 'ended'; readonly reason: string };

/** Looked at again: it stays until another day, or it ends. @returns false where somebody else was first */
export async function reviewMarker(
  tx: Tx,
  office: Office,
  marker: Pick<KeptMarker, 'id' | 'caseId' | 'version'>,
  decided: Decision,
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const reviewOn = decided.decision === 'kept' ? decided.reviewOn : null;
  const endedAt = decided.decision === 'ended' ? now : null;
  const changed = await tx.run(sql`update marker set review_on = coalesce(${reviewOn}::date, review_on),
      ended_at = ${endedAt}, told_at = null, version = version + 1
    where organisation_id = ${organisation} and id = ${marker.id} and version = ${marker.version}
      and ended_at is null`);
  if (changed === 0) return false;
  const { id: subjectId, caseId } = marker;
  await Promise.all([
    tx.run(sql`insert into marker_review (organisation_id, id, marker_id, decision, reason, review_on, decided_by,
        decided_at)
      values (${organisation}, ${newId()}, ${marker.id}, ${decided.decision}, ${decided.reason}, ${reviewOn}, ${staff},
        ${now})`),
    happened(tx, office, {
      name: decided.decision === 'kept' ? 'marker.reviewed' : 'marker.ended',
      caseId,
      subjectId,
    }),
  ]);
  return true;
}

const dueRow = z.object({
  id: z.uuid(),
  placedBy: id<StaffId>().nullable(),
  caseId: id<CaseId>().nullable(),
  leadId: id<StaffId>().nullable(),
});

/**
 * Tells whoever placed a marker, once, that its day comes near; where they have left or are shut out, whoever leads the
 * case, else the managers. @returns how many came due
 */
export async function tellOfDue(tx: Tx, office: Office): Promise<number> {
  const due = await tx.rows(
    dueRow,
    sql`update marker m set told_at = ${office.now}
      from marker_keeping k
        left join case_file c on c.organisation_id = k.organisation_id and c.id = k.case_id
      where m.organisation_id = ${office.organisation} and m.ended_at is null and m.told_at is null
        and m.review_on <= ${today(office).add(toldBefore)} and k.organisation_id = m.organisation_id
        and k.marker_id = m.id
      returning m.id, k.placed_by as "placedBy", k.case_id as "caseId", c.lead_id as "leadId"`,
  );
  if (due.length === 0) return 0;
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  for (const { placedBy, caseId, leadId } of due) {
    const notice = { kind: 'marker_review_due', caseId } as const;
    for (const staffIds of [[placedBy], [leadId], managers.map((each) => each.id)]) {
      const told = await notify(tx, office, {
        ...notice,
        staffIds: staffIds.filter((each) => each !== null),
      });
      if (told.length > 0) break;
    }
  }
  return due.length;
}
