import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { ChildrenAnswer } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';

/**
 * Whether there are children (V3.6). False where somebody else changed the case first.
 * `version`: the one that whoever answers has seen; null: whichever there is.
 */
export async function answerChildren(
  tx: Tx,
  office: Office,
  answer: { readonly caseId: CaseId; readonly children: ChildrenAnswer; readonly version: number | null },
): Promise<boolean> {
  const changed = await tx.run(sql`update case_file set children = ${answer.children}, version = version + 1
    where organisation_id = ${office.organisation} and id = ${answer.caseId}
      and version = coalesce(${answer.version}::integer, version)`);
  if (changed === 0) return false;
  const { caseId, children } = answer;
  await happened(tx, office, { name: 'case.children-asked', caseId, data: { children } });
  return true;
}
