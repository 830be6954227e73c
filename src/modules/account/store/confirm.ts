import { Fault } from '#kit/http/errors.ts';
import { decideProposal } from '#kit/proposals.ts';
import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { roles } from '#rules/facts.ts';
import { type Confirmation, confirmations, decide, tell } from './confirmations.ts';
import { makeLink, type OneTimeLink } from './links.ts';
import { findMember, type Member } from './staff.ts';

/** What a decision brought: the colleague, and the link to hand over where they have no sign-in yet. */
export interface Confirmed {
  readonly member: Member;
  readonly link: OneTimeLink | null;
}

/**
 * A second person agrees: the roles count from the colleague's next page on. Whoever has to choose a password gets a
 * link that the administrator who asked has never seen. Throws as `decideProposal` does.
 * @returns null where the account has ended
 */
export async function confirm(tx: Tx, author: Author, asking: Confirmation): Promise<Confirmed | null> {
  const { organisation, now } = author;
  const { id, kind, roles: asked, about, proposedBy } = asking;
  await settle(tx, author, asking, 'confirmed');
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
    data: { confirmation: id, roles: asked, askedBy: proposedBy },
  });
  await tell(tx, author, proposedBy, 'role_decided');
  const link = before.enrolledAt ? null : await makeLink(tx, organisation, about, now);
  return { member: { ...before, roles: held }, link };
}

/** A second person does not agree: nothing takes effect. Throws as `decideProposal` does. */
export async function decline(tx: Tx, author: Author, asking: Confirmation, why: string): Promise<void> {
  const { id, kind, roles: asked, about, proposedBy } = asking;
  await settle(tx, author, asking, 'declined', why);
  await record(tx, author, {
    name: kind === 'roles' ? 'roles.declined' : 'new-start.declined',
    subjectId: about,
    data: { confirmation: id, roles: asked, askedBy: proposedBy },
  });
  await tell(tx, author, proposedBy, 'role_decided');
}

/** A colleague decides by the rule; whoever runs the server decides as the program, where no colleague could. */
async function settle(
  tx: Tx,
  author: Author,
  asking: Confirmation,
  decision: 'confirmed' | 'declined',
  why = '',
): Promise<void> {
  const { id, version } = asking;
  if (author.staff !== null)
    return decideProposal(tx, author, confirmations, asking, { decision, why, version, sight: 'inside' });
  if (!(await decide(tx, author, id, decision, why))) throw new Fault('stale');
}
