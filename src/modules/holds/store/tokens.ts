import { Fault } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { System } from './systems.ts';
import { newToken, readToken } from './token.ts';

/**
 * Makes the one token of a system that two administrators agreed to. Throws `stale` where it has one.
 * @returns what the system sends; it is never shown again
 */
export async function makeToken(tx: Tx, office: Office, system: System): Promise<string> {
  const { organisation, staff, now } = office;
  const token = newToken(organisation, system.id);
  const made =
    await tx.run(sql`insert into hold_token (organisation_id, system_id, hash, made_at, made_by, expires_at)
    values (${organisation}, ${system.id}, ${readToken(token)?.hash}, ${now}, ${staff},
      ${now.add({ hours: 24 * system.tokenDays })})
    on conflict (organisation_id, system_id) do nothing`);
  if (made === 0) throw new Fault('stale');
  await record(tx, office, { name: 'hold-token.made', subjectId: system.id });
  return token;
}

/** At once, by any one administrator: what is in the wrong hands must not wait for a second person. */
export async function revokeToken(tx: Tx, office: Office, system: System): Promise<void> {
  const { organisation, staff, now } = office;
  const ended = await tx.run(sql`update hold_token set revoked_at = ${now}, revoked_by = ${staff}
    where organisation_id = ${organisation} and system_id = ${system.id} and revoked_at is null`);
  if (ended === 0) throw new Fault('stale');
  await record(tx, office, { name: 'hold-token.revoked', subjectId: system.id });
}
