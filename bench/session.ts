import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { hashSecret, writeSessionCookie } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

/** A session as signing in with both factors leaves it. @returns the cookie's value */
export async function addSession(app: pg.Pool, organisation: OrganisationId, staff: string): Promise<string> {
  const id = newId<string>();
  const secret = randomBytes(32).toString('base64url');
  await transact({ pool: app, checkRows: false }, { organisation, system: true }, (tx) =>
    tx.run(sql`insert into session (organisation_id, id, staff_id, secret_hash, started_at, seen_at, idle_until,
        ends_at, address, agent, second_factor)
      values (${organisation}, ${id}, ${staff}, ${hashSecret(secret)}, now(), now(), now() + interval '30 minutes',
        now() + interval '12 hours', '127.0.0.1', 'bench', true)`),
  );
  return writeSessionCookie(organisation, id, secret);
}
