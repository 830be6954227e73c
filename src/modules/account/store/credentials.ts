import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

/** What a colleague proves who they are with. Read as the program itself, or as that colleague. */
export interface Credential {
  readonly passwordHash: string | null;
  /** By which a hidden session is shown again (short-code.ts). */
  readonly shortCodeHash: string | null;
  /** Sealed (`totp-key.ts`). */
  readonly sealedTotp: Buffer | null;
  readonly lastStep: number | null;
  readonly codesFailed: { readonly count: number; readonly last: Temporal.Instant } | null;
}

const row = z.object({
  password_hash: z.string().nullable(),
  short_code_hash: z.string().nullable(),
  totp_secret: z.instanceof(Buffer).nullable(),
  totp_last_step: z.number().nullable(),
  code_failed: z.number(),
  code_failed_at: instant.nullable(),
});

/** The same, locked until the transaction ends: codes for one account are looked at one after another. */
export async function lockCredential(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
): Promise<Credential | null> {
  await tx.run(sql`select from credential
    where organisation_id = ${organisation} and staff_id = ${staff} for update`);
  return findCredential(tx, organisation, staff);
}

export async function findCredential(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
): Promise<Credential | null> {
  const found = await tx.maybe(
    row,
    sql`select password_hash, short_code_hash, totp_secret, totp_last_step, code_failed, code_failed_at
      from credential where organisation_id = ${organisation} and staff_id = ${staff}`,
  );
  if (!found) return null;
  const { code_failed: count, code_failed_at: last } = found;
  return {
    passwordHash: found.password_hash,
    shortCodeHash: found.short_code_hash,
    sealedTotp: found.totp_secret,
    lastStep: found.totp_last_step,
    codesFailed: last && count > 0 ? { count, last } : null,
  };
}

/** Sets a password, and makes the row where there is none yet. @param hash from kit/password-hash.ts */
export async function setPassword(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  hash: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`insert into credential (organisation_id, staff_id, password_hash, changed_at)
    values (${organisation}, ${staff}, ${hash}, ${now})
    on conflict (organisation_id, staff_id) do update set password_hash = excluded.password_hash, changed_at = ${now}`);
}

/** Everything but a password, forgotten: a new phone, a new start. */
export async function forgetSecondFactor(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
): Promise<void> {
  await tx.run(sql`update credential set totp_secret = null, totp_enrolled_at = null, totp_last_step = null,
      code_failed = 0, code_failed_at = null
    where organisation_id = ${organisation} and staff_id = ${staff}`);
  await tx.run(
    sql`delete from recovery_code where organisation_id = ${organisation} and staff_id = ${staff}`,
  );
}

/** @param step the step of the code that proved the app has the secret: it is not used again. */
export async function setTotp(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  sealed: Buffer,
  step: number | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`insert into credential (organisation_id, staff_id, totp_secret, totp_enrolled_at,
      totp_last_step, changed_at)
    values (${organisation}, ${staff}, ${sealed}, ${now}, ${step}, ${now})
    on conflict (organisation_id, staff_id) do update set totp_secret = excluded.totp_secret,
      totp_enrolled_at = excluded.totp_enrolled_at, totp_last_step = excluded.totp_last_step,
      code_failed = 0, code_failed_at = null, changed_at = excluded.changed_at`);
}

/** Uses a step up, and forgets wrong codes; false where it was used meanwhile. */
export async function useStep(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  step: number,
): Promise<boolean> {
  const used =
    await tx.run(sql`update credential set totp_last_step = ${step}, code_failed = 0, code_failed_at = null
    where organisation_id = ${organisation} and staff_id = ${staff}
      and (totp_last_step is null or totp_last_step < ${step})`);
  return used === 1;
}

/** Counts a code before it is looked at, so that a thousand at once are no more guesses than one after another. */
export async function countCode(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update credential set code_failed = code_failed + 1, code_failed_at = ${now}
    where organisation_id = ${organisation} and staff_id = ${staff}`);
}

export async function forgetFailedCodes(tx: Tx, organisation: OrganisationId, staff: StaffId): Promise<void> {
  await tx.run(sql`update credential set code_failed = 0, code_failed_at = null
    where organisation_id = ${organisation} and staff_id = ${staff}`);
}
