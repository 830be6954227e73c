import { z } from 'zod';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { policyKind } from '../change.ts';

export const policyChanges = proposalsIn(sql`policy_change`, policyKind);

const row = z.object({
  ...proposalRow(policyKind),
  packId: z.string(),
  packVersion: z.string(),
  fromDay: plainDate,
  /** Midnight of that day; where it was decided later on that day, that moment. */
  beginsAt: instant,
  reason: z.string(),
});
/** A change of policy, with who proposed it and how it was decided. */
export type PolicyChange = Readonly<z.infer<typeof row>>;

/** As many as a page shows: a policy is reviewed every year or two. */
const listedAtMost = 200;

/** Every change that was ever proposed, the newest first. */
export function changesOf(tx: Tx, organisation: OrganisationId): Promise<readonly PolicyChange[]> {
  return tx.rows(
    row,
    sql`${selecting} where p.organisation_id = ${organisation}
      order by p.proposed_at desc, p.id desc limit ${listedAtMost}`,
  );
}

export function findChange(tx: Tx, organisation: OrganisationId, id: string): Promise<PolicyChange | null> {
  return tx.maybe(row, sql`${selecting} where p.organisation_id = ${organisation} and p.id = ${id}`);
}

const selecting: Sql = sql`select ${proposalColumns(policyChanges)}, p.pack_id as "packId",
    p.pack_version as "packVersion", p.from_day as "fromDay", coalesce(f.begins_at, p.begins_at) as "beginsAt",
    p.reason
  from ${proposalTable(policyChanges)}
  left join policy_in_force f on f.organisation_id = p.organisation_id and f.change_id = p.id`;
