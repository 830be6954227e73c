import { z } from 'zod';
import { newSecret } from '#kit/crypto.ts';
import { hashSecret, sameSecret } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

/** A one-time link is good for three days: long enough for a weekend, short enough to be forgotten by nobody. */
export const linkLasts = Temporal.Duration.from({ hours: 72 });

export interface OneTimeLink {
  /** `/welcome/<organisation>.<link>.<secret>`; only the secret's hash is kept. */
  readonly path: string;
  readonly until: Temporal.Instant;
}

/** Makes a link for a colleague; links made before stop working. */
export async function makeLink(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  now: Temporal.Instant,
): Promise<OneTimeLink> {
  await endLinks(tx, organisation, staff, now);
  const id = newId<string>();
  const secret = newSecret();
  const until = now.add(linkLasts);
  await tx.run(sql`insert into one_time_link (organisation_id, id, staff_id, secret_hash, made_at, expires_at)
    values (${organisation}, ${id}, ${staff}, ${hashSecret(secret)}, ${now}, ${until})`);
  return { path: `/welcome/${organisation}.${id}.${secret}`, until };
}

/** Unused links of a colleague stop working. */
export async function endLinks(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update one_time_link set expires_at = ${now}
    where organisation_id = ${organisation} and staff_id = ${staff} and used_at is null and expires_at > ${now}`);
}

export interface LinkParts {
  readonly organisation: OrganisationId;
  readonly id: string;
  readonly secretHash: Buffer;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^(${uuid})\\.(${uuid})\\.([A-Za-z0-9_-]{43})$`);

/** The parts of the path's last piece; null for anything else. */
export function readLink(piece: string): LinkParts | null {
  const parts = form.exec(piece);
  if (!parts) return null;
  const [, organisation, id, secret] = parts as unknown as [string, string, string, string];
  return { organisation: organisation as OrganisationId, id, secretHash: hashSecret(secret) };
}

const row = z.object({ staff_id: z.uuid(), secret_hash: z.instanceof(Buffer) });

/** Whose link it is; null where it was used, is too old, or never was. Needs the program's own scope. */
export async function linkOwner(tx: Tx, link: LinkParts, now: Temporal.Instant): Promise<StaffId | null> {
  const found = await tx.maybe(
    row,
    sql`select l.staff_id, l.secret_hash from one_time_link l
      join staff s on s.organisation_id = l.organisation_id and s.id = l.staff_id and s.ended_at is null
      where l.organisation_id = ${link.organisation} and l.id = ${link.id}
        and l.used_at is null and l.expires_at > ${now}`,
  );
  return found && sameSecret(found.secret_hash, link.secretHash) ? (found.staff_id as StaffId) : null;
}

/** Uses the link up; false where somebody else was faster. */
export async function useLink(tx: Tx, link: LinkParts, now: Temporal.Instant): Promise<boolean> {
  const used = await tx.run(sql`update one_time_link set used_at = ${now}
    where organisation_id = ${link.organisation} and id = ${link.id} and used_at is null and expires_at > ${now}`);
  return used === 1;
}
