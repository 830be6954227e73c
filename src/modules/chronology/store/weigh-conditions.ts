import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import { weighedAtLeaving } from '#rules/conditions-at-leaving.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';

const row = z.object({ entryId: z.string(), lifted: z.boolean(), liftedBy: id<StaffId>().nullable() });

export interface Weighed {
  readonly caseId: CaseId;
  /** What leaves: a share, a file, a sheet. */
  readonly subjectId: string;
  /** The entries that go. */
  readonly entries: readonly string[];
  readonly ownFile?: boolean;
}

/** That something leaves, and how that stands to what others asked us to keep at this moment (V3.2, L1.6, L2.10). */
export async function weighConditions(
  tx: Tx,
  office: Office,
  { caseId, subjectId, entries, ownFile = false }: Weighed,
): Promise<void> {
  const conditions = await tx.rows(
    row,
    sql`select entry_id as "entryId", lifted_at is not null as lifted, lifted_by as "liftedBy"
      from entry_condition where organisation_id = ${office.organisation} and case_id = ${caseId}`,
  );
  const why = weighedAtLeaving(conditions, { entries, ownFile, by: office.staff });
  const data = { why: [why] };
  await happened(tx, office, { name: 'leaving.conditions-weighed', caseId, subjectId, data });
}
