import { z } from 'zod';
import { newSecret } from '#kit/crypto.ts';
import { hashSecret, writeSessionCookie } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

/** A session ends after so long, however busy it was; idle ones end earlier (settings.idle). */
export const longestSession = Temporal.Duration.from({ hours: 12 });

interface NewSession {
  readonly organisation: OrganisationId;
  readonly staff: StaffId;
  readonly address: string;
  readonly agent: string;
  readonly now: Temporal.Instant;
  readonly idle: Temporal.Duration;
  readonly secondFactor: boolean;
}

/** Begins a session. @returns its id, and the cookie that carries its secret */
export async function startSession(
  tx: Tx,
  { organisation, staff, address, agent, now, idle, secondFactor }: NewSession,
): Promise<{ readonly id: string; readonly cookie: string }> {
  const id = newId<string>();
  const secret = newSecret();
  await tx.run(sql`insert into session (organisation_id, id, staff_id, secret_hash, started_at, seen_at, idle_until,
      ends_at, address, agent, second_factor)
    values (${organisation}, ${id}, ${staff}, ${hashSecret(secret)}, ${now}, ${now}, ${now.add(idle)},
      ${now.add(longestSession)}, ${address}, ${agent.slice(0, 200)}, ${secondFactor})`);
  return { id, cookie: writeSessionCookie(organisation, id, secret) };
}

/**
 * The second factor was given: the session goes on under a new secret, so that one which somebody planted or saw
 * before is worth nothing. @returns the new cookie
 */
export async function strengthenSession(tx: Tx, organisation: OrganisationId, id: string): Promise<string> {
  const secret = newSecret();
  await tx.run(sql`update session set secret_hash = ${hashSecret(secret)}, second_factor = true
    where organisation_id = ${organisation} and id = ${id}`);
  return writeSessionCookie(organisation, id, secret);
}

export async function extendSession(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
  now: Temporal.Instant,
  idle: Temporal.Duration,
): Promise<void> {
  await tx.run(sql`update session set seen_at = ${now}, idle_until = least(${now.add(idle)}, ends_at)
    where organisation_id = ${organisation} and id = ${id}`);
}

/** Ends one session of a colleague. @returns false where there is none, or it has ended */
export async function endSession(
  tx: Tx,
  organisation: OrganisationId,
  {
    id,
    staff,
    by,
    now,
  }: { readonly id: string; readonly staff: StaffId; readonly by: StaffId; readonly now: Temporal.Instant },
): Promise<boolean> {
  const ended = await tx.run(sql`update session set ended_at = ${now}, ended_by = ${by}
    where organisation_id = ${organisation} and id = ${id} and staff_id = ${staff} and ended_at is null`);
  return ended === 1;
}

/** Ends a colleague's sessions, except perhaps the one that asks. */
export async function endSessions(
  tx: Tx,
  organisation: OrganisationId,
  {
    staff,
    by,
    now,
    except,
  }: {
    readonly staff: StaffId;
    readonly by: StaffId;
    readonly now: Temporal.Instant;
    readonly except?: string;
  },
): Promise<number> {
  return tx.run(sql`update session set ended_at = ${now}, ended_by = ${by}
    where organisation_id = ${organisation} and staff_id = ${staff} and ended_at is null
      and id is distinct from ${except ?? null}::uuid`);
}

export interface SessionSummary {
  readonly id: string;
  readonly startedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  readonly address: string;
  readonly agent: string;
}

const row = z.object({
  id: z.uuid(),
  started_at: instant,
  seen_at: instant,
  address: z.string(),
  agent: z.string(),
});

/** A colleague's running sessions, the newest first. */
export async function runningSessions(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  now: Temporal.Instant,
): Promise<readonly SessionSummary[]> {
  const rows = await tx.rows(
    row,
    sql`select id, started_at, seen_at, address, agent from session
      where organisation_id = ${organisation} and staff_id = ${staff} and ended_at is null
        and idle_until > ${now} and ends_at > ${now}
      order by started_at desc, id desc limit 100`,
  );
  return rows.map(({ id, started_at, seen_at, address, agent }) => ({
    id,
    startedAt: started_at,
    seenAt: seen_at,
    address,
    agent,
  }));
}

const ownerRow = z.object({ staff_id: z.uuid() });

/**
 * Whose session it was, for what was typed into it just after it ran out; null where somebody ended it on purpose.
 * @param secretHash null: the form itself names it, after its owner signed out
 */
export async function lapsedSessionOwner(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
  secretHash: Buffer | null,
  now: Temporal.Instant,
): Promise<StaffId | null> {
  const found = await tx.maybe(
    ownerRow,
    sql`select s.staff_id from session s
      join staff f on f.organisation_id = s.organisation_id and f.id = s.staff_id and f.ended_at is null
      where s.organisation_id = ${organisation} and s.id = ${id}
        and s.secret_hash = coalesce(${secretHash}::bytea, s.secret_hash)
        and (s.ended_at is null or (${secretHash}::bytea is null and s.ended_by = s.staff_id))
        and s.ends_at > ${now.subtract(longestSession)}`,
  );
  return (found?.staff_id ?? null) as StaffId | null;
}
