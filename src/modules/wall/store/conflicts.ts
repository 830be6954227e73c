import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { blocking, leavesSomebody, whoSees } from '../access.ts';
import { type ConflictRelation, mayEndConflict } from '../conflict.ts';
import { wallAndMembers } from './access.ts';

const row = z.object({
  id: z.uuid(),
  staffId: id<StaffId>(),
  staffName: z.string(),
  relation: z.string(),
  reason: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedReason: z.string().nullable(),
});
export type Conflict = z.infer<typeof row>;

export function conflictsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Conflict[]> {
  return tx.rows(
    row,
    sql`select c.id, c.staff_id as "staffId", s.name as "staffName", c.relation, c.reason,
        c.recorded_at as "recordedAt", r.name as "recordedByName", c.ended_at as "endedAt",
        e.name as "endedByName", c.ended_reason as "endedReason"
      from case_conflict c
      join staff s on s.organisation_id = c.organisation_id and s.id = c.staff_id
      left join staff r on r.organisation_id = c.organisation_id and r.id = c.recorded_by
      left join staff e on e.organisation_id = c.organisation_id and e.id = c.ended_by
      where c.organisation_id = ${organisation} and c.case_id = ${caseId}
      order by c.ended_at desc nulls first, c.recorded_at, c.id`,
  );
}

/**
 * Shuts a colleague out of a case, whatever their roles and grants are (V3.2). A lead who is shut out leads it no
 * longer, and the managers who still see the case are told. The block comes last: whoever reports their own conflict
 * may still do all of this, and from then on sees nothing.
 * @returns its id, or null where this colleague is shut out already
 */
export async function recordConflict(
  tx: Tx,
  office: Office,
  conflict: {
    readonly caseId: CaseId;
    readonly staffId: StaffId;
    readonly relation: ConflictRelation;
    readonly reason: string;
  },
): Promise<string | null> {
  const { caseId, staffId, relation, reason } = conflict;
  const [wall, members, leadId] = await wallAndMembers(tx, office, caseId, staffId);
  if (!members.some((member) => member.id === staffId)) throw notFound();
  // A conflict recorded in another case about the same person shuts them out too; this one stands beside it.
  const recorded = await conflictsOf(tx, office.organisation, caseId);
  if (recorded.some((each) => each.staffId === staffId && each.endedAt === null)) return null;
  const after = blocking(wall, staffId);
  insist(leavesSomebody(after, members));
  if (leadId === staffId) {
    await tx.run(sql`update case_file set lead_id = null, version = version + 1
      where organisation_id = ${office.organisation} and id = ${caseId}`);
    const managers = whoSees(after, members).filter((member) => member.roles.includes('da_manager'));
    await notify(tx, office, {
      staffIds: managers.map((manager) => manager.id).filter((each) => each !== office.staff),
      kind: 'lead_needed',
      caseId,
    });
  }
  const conflictId = newId<string>();
  await Promise.all([
    happened(tx, office, {
      name: 'case.conflict-recorded',
      caseId,
      subjectId: staffId,
      data: { relation, ledTheCase: leadId === staffId },
    }),
    tx.run(sql`insert into case_conflict (organisation_id, id, case_id, staff_id, relation, reason, recorded_by,
        recorded_at)
      values (${office.organisation}, ${conflictId}, ${caseId}, ${staffId}, ${relation}, ${reason}, ${office.staff},
        ${office.now})`),
  ]);
  return conflictId;
}

/** Lets somebody back in whom a conflict shut out: another manager, with a reason. */
export async function endConflict(
  tx: Tx,
  office: Office,
  ending: {
    readonly caseId: CaseId;
    readonly conflictId: string;
    readonly reason: string;
  },
): Promise<void> {
  const { caseId, conflictId, reason } = ending;
  await wallAndMembers(tx, office, caseId);
  const conflicts = await conflictsOf(tx, office.organisation, caseId);
  const conflict = conflicts.find((each) => each.id === conflictId && each.endedAt === null);
  if (!conflict) throw notFound();
  if (office.staff) insist(mayEndConflict(office.staff, conflict.staffId));
  await Promise.all([
    tx.run(sql`update case_conflict set ended_at = ${office.now}, ended_by = ${office.staff},
        ended_reason = ${reason}
      where organisation_id = ${office.organisation} and case_id = ${caseId} and id = ${conflictId}`),
    happened(tx, office, { name: 'case.conflict-ended', caseId, subjectId: conflict.staffId }),
  ]);
}
