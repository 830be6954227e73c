import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { caseRoles, type Role, type StaffId } from '#rules/facts.ts';
import { needsSecondFactor } from '../roles.ts';
import { type Given, needsSecondPerson } from '../second-person.ts';
import { type Asking, askFor, tellManagers, waitingConfirmations, withdraw } from './confirmations.ts';
import { roleGift, rolesToSave, settleGift } from './give-roles.ts';
import { endLinks, makeLink, type OneTimeLink } from './links.ts';
import { endSessions } from './sessions.ts';
import type { Member } from './staff.ts';

export interface StaffChange {
  readonly name: string;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
  readonly managerId: StaffId | null;
  readonly deputyId: StaffId | null;
}

/**
 * Changes a colleague's entry. Roles count from their next request on, those that see cases once a second person has
 * confirmed them; sessions begun with a password alone end where the new roles ask for more.
 * @returns what became of the roles, or null where somebody else was first
 */
export async function changeStaff(
  tx: Tx,
  author: Asking,
  before: Member,
  version: number,
  change: StaffChange,
): Promise<Given | null> {
  const { name, jobTitle, managerId, deputyId } = change;
  const given = await roleGift(tx, author, before, change.roles);
  const roles = given.atOnce;
  const changed =
    await tx.run(sql`update staff set name = ${name}, job_title = ${jobTitle}, roles = ${rolesToSave(given)}::text[],
      manager_id = ${managerId}, deputy_id = ${deputyId}, version = version + 1
    where organisation_id = ${author.organisation} and id = ${before.id}
      and version = ${version} and ended_at is null`);
  if (changed === 0) return null;
  await settleGift(tx, author, before.id, given);
  if (needsSecondFactor(roles) && !needsSecondFactor(before.roles)) {
    await tx.run(sql`update session set ended_at = ${author.now}, ended_by = ${author.staff}
      where organisation_id = ${author.organisation} and staff_id = ${before.id} and ended_at is null
        and not second_factor`);
  }
  await record(tx, author, {
    name: 'staff.changed',
    subjectId: before.id,
    data: { rolesBefore: before.roles, rolesAfter: roles },
  });
  return given;
}

/** Ends a colleague's account and everything that is open in it. @returns false where it has ended already */
export async function endAccount(tx: Tx, author: Asking, member: Member): Promise<boolean> {
  const { organisation, staff, now } = author;
  const ended =
    await tx.run(sql`update staff set ended_at = ${now}, ended_by = ${staff}, version = version + 1
    where organisation_id = ${organisation} and id = ${member.id} and ended_at is null`);
  if (ended === 0) return false;
  await endSessions(tx, organisation, { staff: member.id, by: staff, now });
  await endLinks(tx, organisation, member.id, now);
  await withdraw(tx, author, member.id, ['roles', 'new_start']);
  await record(tx, author, { name: 'staff.changed', subjectId: member.id, data: { ended: true } });
  return true;
}

/**
 * A new start for a colleague who lost their phone or their password, or whose account somebody else may have used:
 * nothing that admitted them admits anybody from now on, only the link does. For somebody who sees cases, or is to,
 * there is none before a second person confirms. @returns the link, or null where it waits
 */
export async function resetAccount(tx: Tx, author: Asking, member: Member): Promise<OneTimeLink | null> {
  const { organisation, staff, now } = author;
  await tx.run(sql`update staff set enrolled_at = null, version = version + 1
    where organisation_id = ${organisation} and id = ${member.id}`);
  await endSessions(tx, organisation, { staff: member.id, by: staff, now });
  await endLinks(tx, organisation, member.id, now);
  await record(tx, author, { name: 'staff.changed', subjectId: member.id, data: { reset: true } });
  const open = await waitingConfirmations(tx, organisation, member.id);
  const held = [...member.roles, ...open.flatMap(({ roles }) => roles)];
  if (!needsSecondPerson(held)) {
    await withdraw(tx, author, member.id, ['new_start']);
    return makeLink(tx, organisation, member.id, now);
  }
  if (!open.some(({ kind }) => kind === 'new_start')) {
    const about = member.id;
    const id = await askFor(tx, author, {
      about,
      kind: 'new_start',
      roles: caseRoles.filter((role) => held.includes(role)),
    });
    await tellManagers(tx, author, { id, askedBy: staff, about });
  }
  return null;
}
