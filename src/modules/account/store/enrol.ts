import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import type { Given } from '../second-person.ts';
import type { Asking } from './confirmations.ts';
import { setPassword, setTotp } from './credentials.ts';
import { roleGift, rolesToSave, settleGift } from './give-roles.ts';
import { makeLink, type OneTimeLink } from './links.ts';
import { sealTotp } from './totp-secret.ts';

export interface NewColleague {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly jobTitle: string;
  readonly managerId?: StaffId | null;
  readonly deputyId?: StaffId | null;
}

/**
 * Invites a colleague; they sign in once they have used the link, which is shown this once. For the program itself:
 * every role counts at once. A colleague invites with `inviteColleague`.
 */
export async function inviteStaff(
  tx: Tx,
  author: Author,
  colleague: NewColleague,
): Promise<{ readonly staffId: StaffId; readonly link: OneTimeLink }> {
  const staffId = await addStaff(tx, author, colleague);
  return { staffId, link: await makeLink(tx, author.organisation, staffId, author.now) };
}

/**
 * Invites a colleague at an administrator's word. Where a role waits for a second person there is no link yet: the
 * manager who confirms it hands one over, so that nobody is in the account before.
 */
export async function inviteColleague(
  tx: Tx,
  author: Asking,
  colleague: NewColleague,
): Promise<{ readonly staffId: StaffId; readonly link: OneTimeLink | null; readonly given: Given }> {
  const given = await roleGift(tx, author, { id: null, roles: [] }, colleague.roles);
  const staffId = await addStaff(tx, author, { ...colleague, roles: rolesToSave(given) });
  await settleGift(tx, author, staffId, given);
  const waits = given.waiting.length > 0;
  return {
    staffId,
    given,
    link: waits ? null : await makeLink(tx, author.organisation, staffId, author.now),
  };
}

export interface Enrolment extends NewColleague {
  /** As kit/password-hash.ts makes it: whoever enrols many with one password hashes it once. */
  readonly passwordHash: string;
  /** 20 bytes, or null for somebody without a second factor. */
  readonly totpSecret: Buffer | null;
  /** The installation's root secret (`services.secret`), under which the second factor is sealed. */
  readonly secret: string;
}

/** A colleague who can sign in at once: for the demonstration and tests. Needs the program's own scope. */
export async function enrolStaff(tx: Tx, author: Author, enrolment: Enrolment): Promise<StaffId> {
  const staffId = await addStaff(tx, author, enrolment);
  const { organisation, now } = author;
  const { passwordHash, totpSecret, secret } = enrolment;
  await setPassword(tx, organisation, staffId, passwordHash, now);
  if (totpSecret) {
    await setTotp(tx, organisation, staffId, sealTotp(secret, organisation, staffId, totpSecret), null, now);
  }
  await markEnrolled(tx, { ...author, staff: staffId }, staffId);
  return staffId;
}

/** They have a password of their own. */
export async function markEnrolled(tx: Tx, author: Author, staffId: StaffId): Promise<void> {
  await tx.run(sql`update staff set enrolled_at = ${author.now}
    where organisation_id = ${author.organisation} and id = ${staffId}`);
  await record(tx, author, { name: 'staff.enrolled', subjectId: staffId });
}

/** Fails as stale where somebody else invites the same address at this moment. */
async function addStaff(tx: Tx, author: Author, colleague: NewColleague): Promise<StaffId> {
  const id = newId<StaffId>();
  const { name, email, roles, jobTitle, managerId = null, deputyId = null } = colleague;
  const added = await tx.run(sql`insert into staff (organisation_id, id, email, name, job_title, roles,
      manager_id, deputy_id, invited_at)
    values (${author.organisation}, ${id}, ${email.toLowerCase()}, ${name}, ${jobTitle}, ${roles}::text[],
      ${managerId}, ${deputyId}, ${author.now})
    on conflict (organisation_id, email) do nothing`);
  if (added === 0) throw new Fault('stale');
  await record(tx, author, { name: 'staff.invited', subjectId: id, data: { roles } });
  return id;
}
