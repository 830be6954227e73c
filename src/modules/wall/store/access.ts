import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type CaseId, type OrganisationId, type Role, refused, roles, type StaffId } from '#rules/facts.ts';
import { leavesSomebody, mayBeGranted, mayChangeWall, restrictedTo, type Wall } from '../access.ts';

const row = z.object({
  id: z.uuid(),
  staffId: id<StaffId>().nullable(),
  staffName: z.string().nullable(),
  role: (z.enum(roles) as z.ZodType<Role>).nullable(),
  reason: z.string(),
  grantedAt: instant,
  grantedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedReason: z.string().nullable(),
});
export type Grant = z.infer<typeof row>;

/** Everybody who may or might see a case, and why; grants that ended last. */
export function grantsOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Grant[]> {
  return tx.rows(
    row,
    sql`select a.id, a.staff_id as "staffId", s.name as "staffName", a.role, a.reason, a.granted_at as "grantedAt",
        g.name as "grantedByName", a.ended_at as "endedAt", e.name as "endedByName",
        a.ended_reason as "endedReason"
      from case_access a
      left join staff s on s.organisation_id = a.organisation_id and s.id = a.staff_id
      left join staff g on g.organisation_id = a.organisation_id and g.id = a.granted_by
      left join staff e on e.organisation_id = a.organisation_id and e.id = a.ended_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      order by a.ended_at desc nulls first, a.granted_at, a.id`,
  );
}

/** Lets a colleague in by name, with the reason why they need to know. Never somebody with a conflict (V3.2). */
export async function grantAccess(
  tx: Tx,
  office: Office,
  grant: { readonly caseId: CaseId; readonly staffId: StaffId; readonly reason: string },
): Promise<string> {
  const [wall, members] = await wallAndMembers(tx, office, grant.caseId);
  if (!mayBeGranted(wall, members).some((member) => member.id === grant.staffId))
    insist(refused('This colleague cannot be given access to this case.', 'need-to-know'));
  const accessId = await insertGrant(tx, office, grant);
  const { caseId, staffId } = grant;
  if (staffId !== office.staff)
    await notify(tx, office, { staffIds: [staffId], kind: 'access_granted', caseId });
  return accessId;
}

/** Ends one grant, by name or by role; never the last one through which somebody sees the case. */
export async function endAccess(
  tx: Tx,
  office: Office,
  ending: { readonly caseId: CaseId; readonly accessId: string; readonly reason: string },
): Promise<void> {
  const { caseId, accessId, reason } = ending;
  const [wall, members] = await wallAndMembers(tx, office, caseId);
  const grants = await grantsOf(tx, office.organisation, caseId);
  const grant = grants.find((each) => each.id === accessId && each.endedAt === null);
  if (!grant) throw notFound();
  const after: Wall = {
    ...wall,
    grantedRoles: wall.grantedRoles.filter((role) => role !== grant.role),
    grantedStaff: wall.grantedStaff.filter((staffId) => staffId !== grant.staffId),
  };
  insist(leavesSomebody(after, members));
  await endGrants(tx, office, caseId, [grant], reason);
}

/** Only these people, by name, from now on: the grants by role end, and so do those of everybody else. */
export async function restrictAccess(
  tx: Tx,
  office: Office,
  restriction: {
    readonly caseId: CaseId;
    readonly staffIds: readonly StaffId[];
    readonly reason: string;
  },
): Promise<void> {
  const { caseId, reason } = restriction;
  const [wall, members, leadId] = await wallAndMembers(tx, office, caseId);
  // Whoever leads a case sees it: shutting them out is allocating it to somebody else.
  const named = [...new Set([...restriction.staffIds, ...(leadId ? [leadId] : [])])];
  insist(leavesSomebody(restrictedTo(wall, named), members));
  const grantable = new Set([
    ...wall.grantedStaff,
    ...mayBeGranted(wall, members).map((member) => member.id),
  ]);
  if (!named.every((staffId) => grantable.has(staffId)))
    insist(refused('Somebody on this list cannot be given access to this case.', 'need-to-know'));
  const added = named.filter((staffId) => !wall.grantedStaff.includes(staffId));
  const grants = await grantsOf(tx, office.organisation, caseId);
  const ending = grants.filter(
    ({ endedAt, staffId }) => endedAt === null && (staffId === null || !named.includes(staffId)),
  );
  if (added.length + ending.length === 0)
    insist(refused('These people, and nobody else, can already see this case.', 'need-to-know'));
  for (const staffId of added) await insertGrant(tx, office, { caseId, staffId, reason });
  await endGrants(tx, office, caseId, ending, reason);
}

/** What every change of the wall looks at first. @param about whom it shuts out, where it shuts out somebody */
export async function wallAndMembers(tx: Tx, office: Office, caseId: CaseId, about?: StaffId) {
  // Two at once could each leave the other as the last who sees it: the second waits, and then sees what the first did.
  await tx.run(sql`select from case_file where organisation_id = ${office.organisation} and id = ${caseId}
    for update`);
  const [file, members] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    listStaff(tx, office.organisation, {}),
  ]);
  if (!file) throw notFound();
  if (about === undefined || about !== office.staff) insist(mayChangeWall(file));
  return [file satisfies Wall, members, file.leadId] as const;
}

export async function insertGrant(
  tx: Tx,
  office: Office,
  {
    caseId,
    staffId,
    reason,
  }: { readonly caseId: CaseId; readonly staffId: StaffId; readonly reason: string },
): Promise<string> {
  const accessId = newId<string>();
  await Promise.all([
    tx.run(sql`insert into case_access (organisation_id, id, case_id, staff_id, reason, granted_by, granted_at)
      values (${office.organisation}, ${accessId}, ${caseId}, ${staffId}, ${reason}, ${office.staff},
        ${office.now})`),
    happened(tx, office, { name: 'case.access-granted', caseId, subjectId: staffId }),
  ]);
  return accessId;
}

/** Ends grants with their reason; the rows stay. */
export async function endGrants(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  grants: readonly Pick<Grant, 'id' | 'staffId' | 'role'>[],
  reason: string,
): Promise<void> {
  await Promise.all([
    tx.run(sql`update case_access set ended_at = ${office.now}, ended_by = ${office.staff}, ended_reason = ${reason}
      where organisation_id = ${office.organisation} and case_id = ${caseId} and ended_at is null
        and id = any (${grants.map((grant) => grant.id)}::uuid[])`),
    ...grants.map(({ staffId, role }) =>
      happened(tx, office, {
        name: 'case.access-ended',
        caseId,
        subjectId: staffId,
        data: role === null ? {} : { role },
      }),
    ),
  ]);
}
