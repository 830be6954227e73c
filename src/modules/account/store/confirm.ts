import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { roles } from '#rules/facts.ts';
import { type Confirmation, decide, tell } from './confirmations.ts';
import { makeLink, type OneTimeLink } from './links.ts';
import { findMember, type Member } from './staff.ts';

/** What a decision brought: the colleague, and the link to hand over where they have no sign-in yet. */
export interface Confirmed {
  readonly member: Member;
  readonly link: OneTimeLink | null;
}

/**
 * A second person agrees: the roles count from the colleague's next page on. Whoever has to choose a password gets a
 * link that the administrator who asked has never seen. @returns null where somebody else was first
 */
export async function confirm(
  tx: Tx,
  author: Author,
  { id, kind, roles: asked, about, askedBy }: Confirmation,
): Promise<Confirmed | null> {
  const { organisation, now } = author;
  if (!(await decide(tx, author, id, 'confirmed'))) return null;
  const before = await findMember(tx, organisation, about);
  if (!before || before.endedAt) return null;
  const held = roles.filter(
    (role) => before.roles.includes(role) || (kind === 'roles' && asked.includes(role)),
  );
  await tx.run(sql`update staff set roles = ${held}::text[], version = version + 1
    where organisation_id = ${organisation} and id = ${about}`);
  await record(tx, author, {
    name: kind === 'roles' ? 'roles.confirmed' : 'new-start.confirmed',
    subjectId: about,
    data: { confirmation: id, roles: asked, askedBy },
  });
  await tell(tx, author, askedBy, 'role_decided');
  const link = before.enrolledAt ? null : await makeLink(tx, organisation, about, now);
  return { member: { ...before, roles: held }, link };
}

/** A second person does not agree: nothing takes effect. @returns false where somebody else was first */
export async function decline(
  tx: Tx,
  author: Author,
  { id, kind, roles: asked, about, askedBy }: Confirmation,
  reason: string,
): Promise<boolean> {
  if (!(await decide(tx, author, id, 'declined', reason))) return false;
  await record(tx, author, {
    name: kind === 'roles' ? 'roles.declined' : 'new-start.declined',
    subjectId: about,
    data: { confirmation: id, roles: asked, askedBy },
  });
  await tell(tx, author, askedBy, 'role_decided');
  return true;
}
