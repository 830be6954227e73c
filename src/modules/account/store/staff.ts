import { z } from 'zod';
import { instant, join, type Sql, sql, type Tx } from '#kit/sql.ts';
import { type OrganisationId, type Role, roles, type StaffId } from '#rules/facts.ts';

/** A colleague as other modules know them. */
export interface Colleague {
  readonly id: StaffId;
  readonly name: string;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
  readonly managerId: StaffId | null;
  readonly deputyId: StaffId | null;
}

/** A colleague as an administrator sees them. */
export interface Member extends Colleague {
  readonly email: string;
  readonly invitedAt: Temporal.Instant;
  readonly enrolledAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly version: number;
}

const row = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  job_title: z.string(),
  roles: z.array(z.enum(roles)),
  manager_id: z.uuid().nullable(),
  deputy_id: z.uuid().nullable(),
  invited_at: instant,
  enrolled_at: instant.nullable(),
  ended_at: instant.nullable(),
  version: z.number(),
});

const columns = sql`id, name, email, job_title, roles, manager_id, deputy_id, invited_at,
  enrolled_at, ended_at, version`;

/**
 * Colleagues by name; `roles`: with any of these. Those whose account has ended are left out, unless what they led or
 * wrote is looked for: `alsoEnded`.
 */
export async function listStaff(
  tx: Tx,
  organisation: OrganisationId,
  {
    roles: wanted,
    alsoEnded = false,
  }: { readonly roles?: readonly Role[]; readonly alsoEnded?: boolean } = {},
): Promise<readonly (Colleague & Pick<Member, 'endedAt'>)[]> {
  const rows = await tx.rows(
    row,
    sql`select ${columns} from staff where organisation_id = ${organisation} and (ended_at is null or ${alsoEnded})
      and (${wanted ?? null}::text[] is null or roles && ${wanted ?? null}::text[]) order by name, id`,
  );
  return rows.map(member);
}

export async function findMember(tx: Tx, organisation: OrganisationId, id: string): Promise<Member | null> {
  const found = await tx.maybe(
    row,
    sql`select ${columns} from staff where organisation_id = ${organisation} and id = ${id}`,
  );
  return found && member(found);
}

export async function findMemberByEmail(
  tx: Tx,
  organisation: OrganisationId,
  email: string,
): Promise<Member | null> {
  const found = await tx.maybe(
    row,
    sql`select ${columns} from staff where organisation_id = ${organisation} and email = ${email.toLowerCase()}`,
  );
  return found && member(found);
}

/** Can this colleague sign in at this moment? The row stays as it is until the transaction ends. */
export async function isStillOpen(tx: Tx, organisation: OrganisationId, id: StaffId): Promise<boolean> {
  const open = await tx.run(sql`select from staff where organisation_id = ${organisation} and id = ${id}
    and enrolled_at is not null and ended_at is null for share`);
  return open === 1;
}

export interface StaffSearch {
  /** Part of a name, an e-mail address or a job title; '' for everybody. */
  readonly text: string;
  readonly role: Role | '';
  readonly ended: boolean;
  /** From 1. */
  readonly page: number;
}

export const membersPerPage = 25;

const totalRow = z.object({ total: z.number() });

/** One page of colleagues, and how many there are in all. */
export async function searchStaff(
  tx: Tx,
  organisation: OrganisationId,
  { text, role, ended, page }: StaffSearch,
): Promise<{ readonly members: readonly Member[]; readonly total: number }> {
  const conditions: Sql[] = [
    sql`organisation_id = ${organisation}`,
    ended ? sql`ended_at is not null` : sql`ended_at is null`,
  ];
  if (role !== '') conditions.push(sql`${role} = any (roles)`);
  if (text !== '') {
    const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`lower(name || ' ' || email || ' ' || job_title) like ${pattern}`);
  }
  const where = join(conditions, ' and ');
  const [rows, total] = await Promise.all([
    tx.rows(
      row,
      sql`select ${columns} from staff where ${where} order by name, id
        limit ${membersPerPage} offset ${(page - 1) * membersPerPage}`,
    ),
    tx.one(totalRow, sql`select count(*) total from staff where ${where}`),
  ]);
  return { members: rows.map(member), total: total.total };
}

const idRow = z.object({ id: z.uuid() });

/** Enrolled administrators besides this one; their rows stay locked, so that two cannot remove each other at once. */
export async function otherAdministrators(
  tx: Tx,
  organisation: OrganisationId,
  id: StaffId,
): Promise<number> {
  const rows = await tx.rows(
    idRow,
    sql`select id from staff where organisation_id = ${organisation} and 'administrator' = any (roles)
      and enrolled_at is not null and ended_at is null order by id for update`,
  );
  return rows.filter((each) => each.id !== id).length;
}

function member(found: z.infer<typeof row>): Member {
  return {
    id: found.id as StaffId,
    name: found.name,
    email: found.email,
    jobTitle: found.job_title,
    roles: found.roles,
    managerId: found.manager_id as StaffId | null,
    deputyId: found.deputy_id as StaffId | null,
    invitedAt: found.invited_at,
    enrolledAt: found.enrolled_at,
    endedAt: found.ended_at,
    version: found.version,
  };
}
