import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { Pack } from '#rules/pack.ts';
import { approvedBy, changeInForce, toCome, waitingOf } from '../standing.ts';
import { changesOf, type PolicyChange } from './changes.ts';

/** Which policy holds, since when, what is to come and what waits. */
export interface PolicyStanding {
  readonly pack: Pack;
  /** By which it holds; null: it is the landlord's first. */
  readonly by: PolicyChange | null;
  readonly waiting: PolicyChange | null;
  readonly toCome: readonly PolicyChange[];
  /** Every change that was ever proposed, the newest first. */
  readonly changes: readonly PolicyChange[];
  /** The policy with which the landlord began. */
  readonly firstId: string;
}

const row = z.object({ packId: z.string() });

export async function policyStanding(tx: Tx, { organisation, pack, now }: Office): Promise<PolicyStanding> {
  const [changes, first] = await Promise.all([
    changesOf(tx, organisation),
    tx.one(row, sql`select pack_id as "packId" from organisation where organisation_id = ${organisation}`),
  ]);
  return {
    pack,
    by: changeInForce(approvedBy(changes, now), now),
    waiting: waitingOf(changes),
    toCome: toCome(changes, now),
    changes,
    firstId: first.packId,
  };
}
