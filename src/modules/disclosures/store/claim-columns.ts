import { z } from 'zod';
import { id, instant, sql } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Claim } from '../claim.ts';

/** Who has a disclosure, read with it in one statement: these columns, from `disclosure d` and this join. */
export const claimColumns = sql`k.id as "claimId", k.staff_id as "claimedBy", ks.name as "claimedByName",
    k.claimed_at as "claimedAt", k.until_at as "claimedUntil", k.why as "claimedWhy"`;

/**
 * Whoever is shut out by now, or works here no longer, has it no more: what they said falls away at once, whenever
 * somebody writes that down. Of `disclosure d` and `disclosure_claim k`.
 */
export const claimFellAway = sql`(k.staff_id = any (d.blocked_staff) or exists (select from staff e
  where e.organisation_id = k.organisation_id and e.id = k.staff_id and e.ended_at is not null))`;

export const claimJoin = sql`left join disclosure_claim k
    on k.organisation_id = d.organisation_id and k.disclosure_id = d.id and k.ended_at is null and not ${claimFellAway}
  left join staff ks on ks.organisation_id = k.organisation_id and ks.id = k.staff_id`;

export const claimShape = {
  claimId: z.uuid().nullable(),
  claimedBy: id<StaffId>().nullable(),
  claimedByName: z.string().nullable(),
  claimedAt: instant.nullable(),
  claimedUntil: instant.nullable(),
  claimedWhy: z.string().nullable(),
} as const;

const claimed = z.object(claimShape);
export type ClaimedRow = z.infer<typeof claimed>;

export function claimIn(row: ClaimedRow): Claim | null {
  const { claimId, claimedBy, claimedByName, claimedAt, claimedUntil, claimedWhy } = row;
  if (!claimId || !claimedBy || !claimedAt || !claimedUntil) return null;
  const name = claimedByName ?? 'A former colleague';
  return { id: claimId, staffId: claimedBy, name, at: claimedAt, until: claimedUntil, why: claimedWhy ?? '' };
}
