import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { happened, type Notice, notify } from '#modules/obligations/index.ts';
import { coverAt } from '#modules/rota/index.ts';
import { type CaseId, caseRoles, type OrganisationId, type StaffId } from '#rules/facts.ts';
import { minutesUntilRaised, stillToTell, toMiss } from '../lone-working.ts';

const batch = 50;
const row = z.object({ id: z.uuid(), caseId: id<CaseId>(), staffId: id<StaffId>() });

/**
 * Whoever went out and has not said by the agreed time that they are safe is missed: their manager is told, once, and
 * they are reminded. Finds them by index alone. @returns how many are missed
 */
export async function missCheckIns(services: Services, organisation: OrganisationId): Promise<number> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    const missing = await tx.rows(
      row,
      sql`select id, case_id as "caseId", staff_id as "staffId" from planned_contact
        where organisation_id = ${organisation} and check_in_by is not null and check_in_by < ${office.now}
          and checked_in_at is null and missed_at is null and ended_at is null
        order by check_in_by limit ${batch} for update skip locked`,
    );
    for (const each of missing) await miss(tx, office, each);
    return missing.length;
  });
}

/** The wall stands in front of everybody: where it lets none of those meant know, or all are away, the team is told. */
async function miss(
  tx: Tx,
  office: Office,
  { id: subjectId, caseId, staffId }: z.infer<typeof row>,
): Promise<void> {
  const { organisation, now } = office;
  const raiseAt = now.add({ minutes: minutesUntilRaised });
  await tx.run(sql`update planned_contact set missed_at = ${now}, raise_at = ${raiseAt}
    where organisation_id = ${organisation} and id = ${subjectId}`);
  const team = await listStaff(tx, organisation, { roles: caseRoles });
  const notice = { kind: 'check_in_missed', caseId, staffIds: toMiss(staffId, team) } as const;
  const told = await tellOrTeam(tx, office, notice, [staffId], team);
  await happened(tx, office, { name: 'contact.check-in-missed', caseId, subjectId, data: { told } });
}

/** @returns how many were told */
export async function tellOrTeam(
  tx: Tx,
  office: Office,
  notice: Notice,
  went: readonly StaffId[],
  team: readonly Colleague[],
): Promise<number> {
  const cover = await coverAt(tx, office.organisation, office.now);
  const told = await notify(tx, office, notice);
  const more = await notify(tx, office, { ...notice, staffIds: stillToTell(went, told, team, cover) });
  return told.length + more.length;
}
