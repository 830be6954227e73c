import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { caseRoles, type OrganisationId, type Role, roles, type StaffId } from '#rules/facts.ts';
import type { NoticeKind } from '../notices.ts';

/** What waits for a second person; `new_start`: the roles that the colleague has. */
export interface Confirmation {
  readonly id: string;
  readonly kind: 'roles' | 'new_start';
  readonly roles: readonly Role[];
  readonly askedAt: Temporal.Instant;
  readonly askedBy: StaffId;
  readonly askedByName: string;
  readonly about: StaffId;
  readonly aboutName: string;
}

const row = z.object({
  id: z.uuid(),
  kind: z.enum(['roles', 'new_start']),
  roles: z.array(z.enum(roles)),
  asked_at: instant,
  asked_by: z.uuid(),
  asked_by_name: z.string(),
  staff_id: z.uuid(),
  staff_name: z.string(),
});

/** What waits, the oldest first; about one colleague, or all. */
export async function waitingConfirmations(
  tx: Tx,
  organisation: OrganisationId,
  about: StaffId | null = null,
): Promise<readonly Confirmation[]> {
  return waiting(tx, organisation, sql`(${about}::uuid is null or c.staff_id = ${about})`);
}

export async function findWaiting(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
): Promise<Confirmation | null> {
  const [found = null] = await waiting(tx, organisation, sql`c.id = ${id}`);
  return found;
}

async function waiting(tx: Tx, organisation: OrganisationId, which: Sql): Promise<readonly Confirmation[]> {
  const rows = await tx.rows(
    row,
    sql`select c.id, c.kind, c.roles, c.asked_at, c.asked_by, a.name asked_by_name, c.staff_id, s.name staff_name
      from confirmation c
      join staff s on s.organisation_id = c.organisation_id and s.id = c.staff_id and s.ended_at is null
      join staff a on a.organisation_id = c.organisation_id and a.id = c.asked_by
      where c.organisation_id = ${organisation} and ${which} and not exists (
        select from confirmation_decision d
        where d.organisation_id = c.organisation_id and d.confirmation_id = c.id)
      order by c.asked_at, c.id`,
  );
  return rows.map((found) => ({
    id: found.id,
    kind: found.kind,
    roles: found.roles,
    askedAt: found.asked_at,
    askedBy: found.asked_by as StaffId,
    askedByName: found.asked_by_name,
    about: found.staff_id as StaffId,
    aboutName: found.staff_name,
  }));
}

export interface Declined {
  readonly kind: Confirmation['kind'];
  readonly roles: readonly Role[];
  readonly at: Temporal.Instant;
  readonly reason: string;
}

const decidedRow = z.object({
  decision: z.string(),
  kind: z.enum(['roles', 'new_start']),
  roles: z.array(z.enum(roles)),
  decided_at: instant,
  reason: z.string(),
});

/** What was last decided about a colleague, where that was a no. */
export async function lastDeclined(
  tx: Tx,
  organisation: OrganisationId,
  about: StaffId,
): Promise<Declined | null> {
  const found = await tx.maybe(
    decidedRow,
    sql`select c.kind, c.roles, d.decision, d.decided_at, d.reason from confirmation c
      join confirmation_decision d on d.organisation_id = c.organisation_id and d.confirmation_id = c.id
      where c.organisation_id = ${organisation} and c.staff_id = ${about}
      order by d.decided_at desc, c.id desc limit 1`,
  );
  if (found?.decision !== 'declined') return null;
  return { kind: found.kind, roles: found.roles, at: found.decided_at, reason: found.reason };
}

export type Asking = Author & { readonly staff: StaffId };

/** Asks for a second person. @returns the confirmation's id */
export async function askFor(
  tx: Tx,
  author: Asking,
  { about, kind, roles }: Pick<Confirmation, 'about' | 'kind' | 'roles'>,
): Promise<string> {
  const id = newId<string>();
  await tx.run(sql`insert into confirmation (organisation_id, id, staff_id, kind, roles, asked_at, asked_by)
    values (${author.organisation}, ${id}, ${about}, ${kind}, ${roles}::text[], ${author.now}, ${author.staff})`);
  await record(tx, author, {
    name: kind === 'roles' ? 'roles.proposed' : 'new-start.asked',
    subjectId: about,
    data: { confirmation: id, roles },
  });
  return id;
}

export type Decision = 'confirmed' | 'declined' | 'withdrawn' | 'first';

/** Writes the decision down. @returns false where somebody else was first */
export async function decide(
  tx: Tx,
  { organisation, staff, now }: Author,
  id: string,
  decision: Decision,
  reason = '',
): Promise<boolean> {
  const written =
    await tx.run(sql`insert into confirmation_decision (organisation_id, confirmation_id, decision, reason, decided_at, decided_by)
      values (${organisation}, ${id}, ${decision}, ${reason}, ${now}, ${staff})
      on conflict (organisation_id, confirmation_id) do nothing`);
  return written === 1;
}

/** Nothing of this kind waits any more: it was asked for otherwise, or the account ended. */
export async function withdraw(
  tx: Tx,
  author: Author,
  about: StaffId,
  kinds: readonly Confirmation['kind'][],
): Promise<void> {
  const open = await waitingConfirmations(tx, author.organisation, about);
  for (const { id, kind, roles } of open.filter((each) => kinds.includes(each.kind))) {
    if (!(await decide(tx, author, id, 'withdrawn'))) continue;
    const name = kind === 'roles' ? 'roles.withdrawn' : 'new-start.withdrawn';
    await record(tx, author, { name, subjectId: about, data: { confirmation: id, roles } });
  }
}

/** Tells the managers of the team, except those who could not decide. @returns how many can */
export async function tellManagers(
  tx: Tx,
  author: Author,
  { askedBy, about }: Pick<Confirmation, 'askedBy' | 'about'>,
): Promise<number> {
  const managers = await tx.rows(
    z.object({ id: z.uuid() }),
    sql`select id from staff where organisation_id = ${author.organisation} and 'da_manager' = any (roles)
      and enrolled_at is not null and ended_at is null and id <> ${askedBy} and id <> ${about} order by id`,
  );
  for (const { id } of managers) await tell(tx, author, id as StaffId, 'role_to_confirm');
  return managers.length;
}

export async function tell(
  tx: Tx,
  { organisation, now }: Author,
  staff: StaffId,
  kind: NoticeKind,
): Promise<void> {
  await tx.run(sql`insert into notification (organisation_id, id, staff_id, at, kind)
    values (${organisation}, ${newId()}, ${staff}, ${now}, ${kind})`);
}

/**
 * Has the team no manager, and never had one, nor anybody else who was invited to be one? The landlord's row stays
 * locked, so that two invitations at once do not both find it so.
 */
export async function isUnmanaged(
  tx: Tx,
  organisation: OrganisationId,
  except: StaffId | null,
): Promise<boolean> {
  const never = await tx.run(sql`select from organisation
    where organisation_id = ${organisation} and managed_since is null for update`);
  if (never === 0) return false;
  const invited =
    await tx.run(sql`select from staff where organisation_id = ${organisation} and ended_at is null
    and 'da_manager' = any (roles) and id is distinct from ${except}::uuid limit 1`);
  return invited === 0;
}

/** The roles that wait, by colleague. */
export async function waitingRoles(
  tx: Tx,
  organisation: OrganisationId,
): Promise<ReadonlyMap<StaffId, readonly Role[]>> {
  const open = await waitingConfirmations(tx, organisation);
  const asked = open.filter(({ kind }) => kind === 'roles');
  return new Map(asked.map(({ about, roles }) => [about, caseRoles.filter((role) => roles.includes(role))]));
}
