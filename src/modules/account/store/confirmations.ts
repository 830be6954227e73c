import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { proposalColumns, proposalRow, proposalsIn, proposalTable, settleProposal } from '#kit/proposals.ts';
import { type Author, record } from '#kit/record.ts';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { caseRoles, type OrganisationId, type Role, roles, type StaffId } from '#rules/facts.ts';
import type { NoticeKind } from '../notices.ts';
import { confirmationKind } from '../second-person.ts';
import { writeNotices } from './write-notices.ts';

/** A proposal is never changed, and neither is its decision: each is a row that is added. */
export const confirmations = proposalsIn(sql`confirmation`, confirmationKind, {
  proposedBy: sql`asked_by`,
  proposedAt: sql`asked_at`,
  decidedWhy: sql`reason`,
  decisions: { table: sql`confirmation_decision`, proposal: sql`confirmation_id` },
});

const row = z.object({
  ...proposalRow(confirmationKind, ['first']),
  proposedBy: id<StaffId>(),
  proposedByName: z.string(),
  kind: z.enum(['roles', 'new_start']),
  roles: z.array(z.enum(roles)).readonly(),
  about: id<StaffId>(),
  aboutName: z.string(),
});
/** What an administrator asks a second person for; `new_start`: the roles that the colleague has. */
export type Confirmation = Readonly<z.infer<typeof row>>;

/** What waits, the oldest first; about one colleague, or all. */
export async function waitingConfirmations(
  tx: Tx,
  organisation: OrganisationId,
  about: StaffId | null = null,
): Promise<readonly Confirmation[]> {
  return waiting(tx, organisation, sql`(${about}::uuid is null or p.staff_id = ${about})`);
}

export async function findWaiting(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
): Promise<Confirmation | null> {
  const [found = null] = await waiting(tx, organisation, sql`p.id = ${id}`);
  return found;
}

function waiting(tx: Tx, organisation: OrganisationId, which: Sql): Promise<readonly Confirmation[]> {
  return tx.rows(
    row,
    sql`select ${proposalColumns(confirmations)}, p.kind, p.roles, p.staff_id as "about", s.name as "aboutName"
      from ${proposalTable(confirmations)}
      join staff s on s.organisation_id = p.organisation_id and s.id = p.staff_id and s.ended_at is null
      where p.organisation_id = ${organisation} and ${which} and k.decision is null
      order by p.asked_at, p.id`,
  );
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

/** Writes the decision down, without asking who decides. @returns false where somebody else was first */
export function decide(tx: Tx, author: Author, id: string, decision: Decision, why = ''): Promise<boolean> {
  return settleProposal(tx, author, confirmations, { id, version: 1 }, { decision, why });
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

const idRow = z.object({ id: id<StaffId>() });

/** Tells the managers of the team, except those who could not decide. @returns how many can */
export async function tellManagers(
  tx: Tx,
  author: Author,
  asked: { readonly id: string; readonly askedBy: StaffId; readonly about: StaffId },
): Promise<number> {
  const { askedBy, about } = asked;
  const managers = await tx.rows(
    idRow,
    sql`select id from staff where organisation_id = ${author.organisation} and 'da_manager' = any (roles)
      and enrolled_at is not null and ended_at is null and id <> ${askedBy} and id <> ${about} order by id`,
  );
  const staffIds = managers.map((manager) => manager.id);
  await writeNotices(tx, author, { staffIds, kind: 'role_to_confirm', aboutId: asked.id });
  return managers.length;
}

/** @param aboutId what waits for their decision, so that they are told of it no longer than it does */
export function tell(
  tx: Tx,
  author: Author,
  staff: StaffId,
  kind: NoticeKind,
  aboutId: string | null = null,
): Promise<void> {
  return writeNotices(tx, author, { staffIds: [staff], kind, aboutId });
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
