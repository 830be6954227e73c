import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { learnerRows } from '#modules/case-file/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import type { Holds } from '../exhibits.ts';
import type { Lying } from './bytes.ts';

export interface Pack {
  readonly id: string;
  readonly shareId: string;
  readonly initials: string;
  readonly holds: Holds;
  readonly exhibits: readonly string[];
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly learners: readonly Learner[];
  readonly madeAt: Temporal.Instant;
  readonly madeBy: StaffId | null;
  readonly madeByName: string | null;
}

const row: z.ZodType<Pack> = z.object({
  id: z.uuid(),
  shareId: z.uuid(),
  initials: z.string(),
  holds: z.enum(['originals', 'shown']),
  exhibits: z.array(z.string()),
  bytes: z.number(),
  sha256: z.instanceof(Buffer),
  learners: learnerRows,
  madeAt: instant,
  madeBy: id<StaffId>().nullable(),
  madeByName: z.string().nullable(),
});

const selectPacks = sql`select p.id, p.share_id as "shareId", p.initials, p.holds,
    array(select x.exhibit from evidence_exhibit x where x.organisation_id = p.organisation_id and x.pack_id = p.id
      order by length(x.exhibit), x.exhibit) as exhibits,
    p.bytes, p.sha256, p.learners, p.made_at as "madeAt", p.made_by as "madeBy", s.name as "madeByName"
  from evidence_pack p
  left join staff s on s.organisation_id = p.organisation_id and s.id = p.made_by`;

/** What left a case as evidence, newest first. */
export function packsOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Pack[]> {
  return tx.rows(
    row,
    sql`${selectPacks} where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.made_at desc, p.id desc limit 200`,
  );
}

export function findPack(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  packId: string,
): Promise<Pack | null> {
  return tx.maybe(
    row,
    sql`${selectPacks} where p.organisation_id = ${organisation} and p.case_id = ${caseId} and p.id = ${packId}`,
  );
}

const lyingRow: z.ZodType<Lying> = z.object({
  storedAs: z.string(),
  sealedKey: z.instanceof(Buffer),
  keyOf: z.string(),
  bytes: z.number(),
  sha256: z.instanceof(Buffer),
});

/** The archive exactly as it was made. */
export function archiveOf(tx: Tx, organisation: OrganisationId, packId: string): Promise<Lying | null> {
  return tx.maybe(
    lyingRow,
    sql`select stored_as as "storedAs", sealed_key as "sealedKey", id::text as "keyOf", bytes, sha256
      from evidence_pack where organisation_id = ${organisation} and id = ${packId}`,
  );
}
