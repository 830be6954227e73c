import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { ChildrenAnswer } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';

/**
 * Whether an adult needs care or support and is at risk (L2.5, Care Act 2014 s.42). False where somebody else changed
 * the case first. `version`: the one that whoever answers has seen; null: whichever there is.
 */
export async function answerAdults(
  tx: Tx,
  office: Office,
  answer: { readonly caseId: CaseId; readonly adults: ChildrenAnswer; readonly version: number | null },
): Promise<boolean> {
  const { caseId, adults, version } = answer;
  const changed = await tx.run(sql`update case_file set adults_at_risk = ${adults}, version = version + 1
    where organisation_id = ${office.organisation} and id = ${caseId}
      and version = coalesce(${version}::integer, version)`);
  if (changed === 0) return false;
  await happened(tx, office, { name: 'safeguarding.adults-asked', caseId, data: { adults } });
  return true;
}
