import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { hashSecret, writeSessionCookie } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';

/** A session as signing in with both factors leaves it. @returns the cookie's value */
export async function addSession(app: pg.Pool, organisation: string, staff: string): Promise<string> {
  const id = newId<string>();
  const secret = randomBytes(32).toString('base64url');
  const client = await app.connect();
  try {
    await client.query("select set_config('lintel.organisation', $1, false)", [organisation]);
    await client.query(
      `insert into session (organisation_id, id, staff_id, secret_hash, started_at, seen_at, idle_until, ends_at, address,
         agent, second_factor)
       values ($1, $2, $3, $4, now(), now(), now() + interval '30 minutes', now() + interval '12 hours', '127.0.0.1',
         'bench', true)`,
      [organisation, id, staff, hashSecret(secret)],
    );
  } finally {
    client.release(true);
  }
  return writeSessionCookie(organisation, id, secret);
}
