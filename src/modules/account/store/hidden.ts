import { z } from 'zod';
import { newSecret } from '#kit/crypto.ts';
import { type Credentials, hashSecret, writeSessionCookie } from '#kit/http/begin.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

/**
 * Hides a session: its own secret opens nothing any more. @param path where to go on afterwards
 * @returns the cookie by which the browser asks for it back
 */
export async function hideSession(
  tx: Tx,
  organisation: OrganisationId,
  { id, path, now }: { readonly id: string; readonly path: string; readonly now: Temporal.Instant },
): Promise<string> {
  const secret = newSecret();
  await tx.run(sql`update session set secret_hash = ${hashSecret(newSecret())}, hidden_at = ${now},
      hidden_secret_hash = ${hashSecret(secret)}, hidden_path = ${path}, hidden_tries = 0
    where organisation_id = ${organisation} and id = ${id}`);
  return writeSessionCookie(organisation, id, secret);
}

export interface HiddenSession {
  readonly staff: StaffId;
  readonly path: string;
  /** Wrong codes so far, this one counted. */
  readonly tries: number;
  readonly passwordHash: string | null;
  readonly shortCodeHash: string | null;
}

const row = z.object({
  staff_id: z.uuid(),
  hidden_path: z.string(),
  hidden_tries: z.number(),
  password_hash: z.string().nullable(),
  short_code_hash: z.string().nullable(),
});

/**
 * Takes one try at a hidden session, counted before it is looked at. Needs the program's own scope.
 * @returns null where there is none, or it has ended
 */
export async function tryHidden(
  tx: Tx,
  { organisation, session, secretHash }: Credentials,
  now: Temporal.Instant,
): Promise<HiddenSession | null> {
  const found = await tx.maybe(
    row,
    sql`update session s set hidden_tries = s.hidden_tries + 1
      from staff f left join credential k on k.organisation_id = f.organisation_id and k.staff_id = f.id
      where s.organisation_id = ${organisation} and s.id = ${session} and s.hidden_secret_hash = ${secretHash}
        and s.ended_at is null and s.idle_until > ${now} and s.ends_at > ${now}
        and f.organisation_id = s.organisation_id and f.id = s.staff_id and f.ended_at is null
      returning s.staff_id, s.hidden_path, s.hidden_tries, k.password_hash, k.short_code_hash`,
  );
  if (!found) return null;
  return {
    staff: found.staff_id as StaffId,
    path: found.hidden_path,
    tries: found.hidden_tries,
    passwordHash: found.password_hash,
    shortCodeHash: found.short_code_hash,
  };
}

/** The session goes on under a new secret, unless it was ended meanwhile. @returns its cookie */
export async function showSession(
  tx: Tx,
  { organisation, session, secretHash }: Credentials,
  now: Temporal.Instant,
  idle: Temporal.Duration,
): Promise<string | null> {
  const secret = newSecret();
  const shown = await tx.run(sql`update session set secret_hash = ${hashSecret(secret)}, hidden_at = null,
      hidden_secret_hash = null, hidden_path = null, hidden_tries = 0, seen_at = ${now},
      idle_until = least(${now.add(idle)}, ends_at)
    where organisation_id = ${organisation} and id = ${session} and hidden_secret_hash = ${secretHash}
      and ended_at is null and idle_until > ${now} and ends_at > ${now}`);
  return shown === 1 ? writeSessionCookie(organisation, session, secret) : null;
}

/** Sets the code by which a colleague comes back to a hidden session, or takes it away. */
export async function setShortCode(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  hash: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update credential set short_code_hash = ${hash}, changed_at = ${now}
    where organisation_id = ${organisation} and staff_id = ${staff}`);
}
