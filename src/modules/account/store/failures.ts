import { z } from 'zod';
import { keyedHash } from '#kit/crypto.ts';
import { keyFor } from '#kit/secret.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type Attempts, type Failures, heldUntil, knownFor, remembered } from '../lockout.ts';

/** For which account, from which place; as hashes that only this installation can make. */
export interface Attempt {
  readonly account: Buffer;
  readonly place: Buffer;
}

export function attemptAt(
  secret: string,
  organisation: OrganisationId,
  email: string,
  place: string,
): Attempt {
  const key = keyFor(secret, 'sign-in attempts');
  return {
    account: keyedHash(key, `${organisation}/${email.toLowerCase()}`),
    place: keyedHash(key, `${organisation}/${place}`),
  };
}

/**
 * Takes a place in the queue for one try: until when the account is held here, or null, in which case the try is
 * counted as a failure already. Tries for one account go through one at a time, so that a thousand at once are no
 * more guesses than one after another. Needs the program's own scope.
 */
export async function claimTry(
  tx: Tx,
  organisation: OrganisationId,
  { account, place }: Attempt,
  knownHere: boolean,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  await tx.run(sql`select pg_advisory_xact_lock(${account.readInt32BE(0)}, ${account.readInt32BE(4)})`);
  await tx.run(sql`delete from sign_in_failure
    where organisation_id = ${organisation} and failed_at < ${now.subtract(remembered)}`);
  const held = heldUntil({ ...(await failures(tx, organisation, { account, place })), knownHere }, now);
  if (held) return held;
  await tx.run(sql`insert into sign_in_failure (organisation_id, account_hash, place_hash, failed, failed_at)
    values (${organisation}, ${account}, ${place}, 1, ${now})
    on conflict (organisation_id, account_hash, place_hash)
      do update set failed = sign_in_failure.failed + 1, failed_at = excluded.failed_at`);
  return null;
}

/** It was the right password: what failed here before was her own slip. What failed elsewhere still counts there. */
export async function forgetFailures(
  tx: Tx,
  organisation: OrganisationId,
  { account, place }: Attempt,
): Promise<void> {
  await tx.run(sql`delete from sign_in_failure
    where organisation_id = ${organisation} and account_hash = ${account} and place_hash = ${place}`);
}

const row = z.object({ here: z.boolean(), failed: z.number(), failed_at: instant });

async function failures(
  tx: Tx,
  organisation: OrganisationId,
  { account, place }: Attempt,
): Promise<Omit<Attempts, 'knownHere'>> {
  const rows = await tx.rows(
    row,
    sql`select place_hash = ${place} here, failed, failed_at from sign_in_failure
      where organisation_id = ${organisation} and account_hash = ${account}`,
  );
  return { here: sum(rows.filter((each) => each.here)), everywhere: sum(rows) };
}

function sum(rows: readonly z.infer<typeof row>[]): Failures | null {
  const [first, ...others] = rows;
  if (!first) return null;
  return others.reduce<Failures>(
    ({ count, last }, each) => ({
      count: count + each.failed,
      last: Temporal.Instant.compare(last, each.failed_at) < 0 ? each.failed_at : last,
    }),
    { count: first.failed, last: first.failed_at },
  );
}

const idRow = z.object({ id: z.uuid() });

/**
 * Has this account been fully signed in from this address lately? A password without its
 * second factor does not count.
 */
export async function isKnownAddress(
  tx: Tx,
  organisation: OrganisationId,
  email: string,
  address: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const found = await tx.maybe(
    idRow,
    sql`select s.id from session s join staff f on f.organisation_id = s.organisation_id and f.id = s.staff_id
      where s.organisation_id = ${organisation} and f.email = ${email.toLowerCase()} and s.address = ${address}
        and s.started_at > ${now.subtract(knownFor)}
        and (s.second_factor or not exists (select from credential k
          where k.organisation_id = f.organisation_id and k.staff_id = f.id and k.totp_enrolled_at is not null))
      limit 1`,
  );
  return found !== null;
}
