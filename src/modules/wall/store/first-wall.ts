import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { join, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import { type CaseId, caseRoles, type StaffId } from '#rules/facts.ts';
import { leadsTheCase } from '../allocation.ts';
import type { ConflictRelation } from '../conflict.ts';

/** Who sees a case from its first moment, beside the team, and who never does. */
export interface FirstWall {
  readonly leadId?: StaffId | null;
  readonly blocked: readonly {
    readonly staffId: StaffId;
    readonly relation: ConflictRelation;
    readonly reason: string;
  }[];
}

/** The rows behind the wall, each with its reason. Conflicts first: at no moment is the wall lower than it will be. */
export async function insertWall(tx: Tx, office: Office, caseId: CaseId, opening: FirstWall): Promise<void> {
  const { organisation, staff, now } = office;
  const conflicts = opening.blocked.map(
    ({ staffId, relation, reason }) =>
      sql`(${organisation}, ${newId()}, ${caseId}, ${staffId}, ${relation}, ${reason}, ${staff}, ${now})`,
  );
  const roles = caseRoles.map(
    (role) =>
      sql`(${organisation}, ${newId()}, ${caseId}, null, ${role}, 'The team that supports people', ${staff}, ${now})`,
  );
  const lead = opening.leadId
    ? [
        sql`(${organisation}, ${newId()}, ${caseId}, ${opening.leadId}, null, ${leadsTheCase}, ${staff}, ${now})`,
      ]
    : [];
  await Promise.all([
    conflicts.length > 0 &&
      tx.run(sql`insert into case_conflict (organisation_id, id, case_id, staff_id, relation, reason, recorded_by,
        recorded_at) values ${join(conflicts)}`),
    tx.run(sql`insert into case_access (organisation_id, id, case_id, staff_id, role, reason, granted_by, granted_at)
      values ${join([...roles, ...lead])}`),
    ...opening.blocked.map(({ staffId, relation }) =>
      happened(tx, office, {
        name: 'case.conflict-recorded',
        caseId,
        subjectId: staffId,
        data: { relation },
      }),
    ),
  ]);
}
