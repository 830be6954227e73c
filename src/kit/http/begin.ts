import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ClosedDays } from '#rules/closed-days.ts';
import type { OrganisationId, Role, StaffId } from '#rules/facts.ts';
import { instant, type Sql, sql } from '../sql.ts';
import type { Who } from './route.ts';

/** A session's cookie: organisation, session and secret; the database holds only the secret's hash. */
export interface Credentials {
  readonly organisation: OrganisationId;
  readonly session: string;
  readonly secretHash: Buffer;
}

export const sessionCookie = 'lintel_session';
/** Kept by a browser in which somebody has fully signed in; it signs nobody in. */
export const deviceCookie = 'lintel_device';
/** Kept by a browser whose session is hidden: it opens the page that asks for the code, and nothing else. */
export const hiddenCookie = 'lintel_hidden';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const cookieForm = new RegExp(`^(${uuid})\\.(${uuid})\\.([A-Za-z0-9_-]{43})$`);

export function readSessionCookie(value: string | undefined): Credentials | null {
  const parts = cookieForm.exec(value ?? '');
  if (!parts) return null;
  const [, organisation, session, secret] = parts as unknown as [string, string, string, string];
  return { organisation: organisation as OrganisationId, session, secretHash: hashSecret(secret) };
}

export function writeSessionCookie(organisation: string, session: string, secret: string): string {
  return `${organisation}.${session}.${secret}`;
}

/** Secrets are long and random, so a plain hash is enough to keep a stolen table useless. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export function sameSecret(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The opening of a request's transaction: finds the session and scopes everything after it, in one round trip. */
export function beginRequest(credentials: Credentials, now: Temporal.Instant, idle: Temporal.Duration): Sql {
  return sql`select began.*, lintel.keep_apart() from lintel.begin_request(${credentials.organisation},
    ${credentials.session}, ${credentials.secretHash}, ${now}, ${`${idle.total('seconds')} seconds`}::interval) began`;
}

const row = z.object({
  staff_id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  session_id: z.uuid(),
  idle_until: instant,
  ends_at: instant,
  second_factor: z.boolean(),
  organisation_name: z.string(),
  slug: z.string(),
  pack_id: z.string(),
  closed_days: z.string(),
  demonstration: z.boolean(),
  unread: z.number(),
});
type BeganRow = z.infer<typeof row>;

/** Who is asking, under which policy, and when their office is closed besides. */
export interface Began {
  readonly who: Who;
  readonly packId: string;
  readonly closedDays: ClosedDays;
}

/** From what `beginRequest` found; null when nobody is. */
export function whoBegan(organisation: OrganisationId, rows: readonly unknown[]): Began | null {
  const found = rows[0] as BeganRow | undefined;
  if (!found) return null;
  return {
    packId: found.pack_id,
    closedDays: found.closed_days,
    who: {
      organisation,
      staff: found.staff_id as StaffId,
      name: found.name,
      email: found.email,
      roles: found.roles as Role[],
      session: found.session_id,
      idleUntil: found.idle_until,
      endsAt: found.ends_at,
      secondFactor: found.second_factor,
      organisationName: found.organisation_name,
      slug: found.slug,
      demonstration: found.demonstration,
      unread: found.unread,
    },
  };
}
