import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';

const row = z.object({ id: z.uuid() });

/** Nobody has to look any more whether it repeats what was held back. @returns how many doubts there were */
export async function settleDoubts(
  tx: Tx,
  office: Office,
  { caseId, id: shareId }: { readonly caseId: CaseId; readonly id: string },
  { found, why }: { readonly found: 'repeats' | 'nothing' | 'not_shared'; readonly why: string },
): Promise<number> {
  const { organisation, staff, now } = office;
  const settled = await tx.rows(
    row,
    sql`update share_since set answer = ${found}, answered_at = ${now}, answered_by = ${staff}, answered_why = ${why}
      where organisation_id = ${organisation} and case_id = ${caseId} and share_id = ${shareId}
        and kind = 'held' and answer is null returning id`,
  );
  for (const { id: subjectId } of settled)
    await happened(tx, office, {
      ...{ name: 'share.doubt-looked-at', caseId, subjectId, keepsOnly: 'its subject', data: { found } },
    });
  return settled.length;
}
