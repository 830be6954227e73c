import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { hashSecret } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { codesMade, recoveryCode } from '../recovery-code.ts';

/** Ten codes, not kept anywhere yet. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: codesMade }, () => recoveryCode(randomBytes(64)));
}

/** Keeps the hashes of these codes in place of all earlier ones. They are long and random: a plain hash is enough. */
export async function keepRecoveryCodes(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  codes: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(
    sql`delete from recovery_code where organisation_id = ${organisation} and staff_id = ${staff}`,
  );
  for (const code of codes) {
    await tx.run(sql`insert into recovery_code (organisation_id, id, staff_id, code_hash, made_at)
      values (${organisation}, ${newId()}, ${staff}, ${hashSecret(code)}, ${now})`);
  }
}

/** Uses a code up; false where it is none of this colleague's, or was used before. */
export async function useRecoveryCode(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  code: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const used = await tx.run(sql`update recovery_code set used_at = ${now}
    where organisation_id = ${organisation} and staff_id = ${staff} and code_hash = ${hashSecret(code)}
      and used_at is null`);
  return used === 1;
}

const leftRow = z.object({ left: z.number() });

export async function recoveryCodesLeft(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
): Promise<number> {
  const { left } = await tx.one(
    leftRow,
    sql`select count(*) "left" from recovery_code
      where organisation_id = ${organisation} and staff_id = ${staff} and used_at is null`,
  );
  return left;
}
