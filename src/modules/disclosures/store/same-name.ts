import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseRoles, type DisclosureId, type StaffId } from '#rules/facts.ts';
import { sameName } from '../joining.ts';

const conflictRow = z.object({ staffId: id<StaffId>(), name: z.string() });
const toldRow = z.object({ id: id<DisclosureId>(), name: z.string(), blocked: z.array(z.string()) });

/**
 * What is told of somebody by name is not linked to the register before triage, and whoever has a conflict with a case
 * of that name would read it there. They are kept from it as from the case, unless nobody of the team would be left to
 * read it. Others of that name are read by the rest of the team.
 * @param only this one; else every one that is in no case
 */
export async function keepApartByName(tx: Tx, office: Office, only: DisclosureId | null): Promise<number> {
  const { organisation } = office;
  const conflicts = await tx.rows(
    conflictRow,
    sql`select distinct k.staff_id as "staffId",
        coalesce(nullif(trim(p.given_name || ' ' || p.family_name), ''), c.described_as) as name
      from case_conflict k
        join case_file c on c.organisation_id = k.organisation_id and c.id = k.case_id
        left join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
      where k.organisation_id = ${organisation} and k.ended_at is null`,
  );
  if (conflicts.length === 0) return 0;
  const told = await tx.rows(
    toldRow,
    sql`select d.id, d.person_name as name, d.blocked_staff as blocked from disclosure d
      where d.organisation_id = ${organisation} and d.case_id is null and d.person_name <> ''
        and (${only}::uuid is null or d.id = ${only})`,
  );
  const team = told.length === 0 ? [] : await listStaff(tx, organisation, { roles: caseRoles });
  let kept = 0;
  for (const { id: disclosureId, name, blocked } of told) {
    const named = conflicts.filter((each) => sameName(each.name, name)).map(({ staffId }) => staffId);
    const shut = [...new Set([...blocked, ...named])];
    if (shut.length === blocked.length || team.every((each) => shut.includes(each.id))) continue;
    kept += await tx.run(sql`update disclosure set blocked_staff = ${shut.toSorted()}::uuid[]
      where organisation_id = ${organisation} and id = ${disclosureId} and case_id is null`);
  }
  return kept;
}
