import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Learner } from '#rules/who-would-learn.ts';

/** Writes down that a file leaves Lintel by itself, before its bytes do (V3.2). */
export async function recordTaken(
  tx: Tx,
  office: Office,
  {
    caseId,
    fileId,
    why,
    learners,
  }: {
    readonly caseId: CaseId;
    readonly fileId: string;
    readonly why: string;
    readonly learners: readonly Learner[];
  },
): Promise<void> {
  const id = newId<string>();
  await Promise.all([
    tx.run(sql`insert into file_taken (organisation_id, id, case_id, file_id, why, learners, taken_at, taken_by)
      values (${office.organisation}, ${id}, ${caseId}, ${fileId}, ${why}, ${JSON.stringify(learners)}, ${office.now},
        ${office.staff})`),
    happened(tx, office, { name: 'file.exported', caseId, subjectId: fileId, data: { as: 'original' } }),
  ]);
}
