import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { learnerRows } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { CopyPurpose, Leavable } from '../copy.ts';

const row = z.object({
  id: id<string>(),
  assessmentId: z.string(),
  wordsVersion: z.string(),
  purpose: z.string() as unknown as z.ZodType<CopyPurpose>,
  recipient: z.string(),
  agreed: z.enum(['yes', 'no', 'not_asked']),
  why: z.string(),
  /** By which decision it left for others; null: for the team, or before that was asked. */
  shareId: z.string().nullable(),
  leftOut: z.array(z.string()) as unknown as z.ZodType<readonly Leavable[]>,
  /** Who would learn it, as whoever made it was shown; empty before that was kept. */
  learners: learnerRows,
  madeAt: instant,
  madeBy: id<StaffId>().nullable(),
  madeByName: z.string().nullable(),
});
export type AssessmentCopy = z.infer<typeof row>;

/** What was printed of an assessment, the newest first. */
export function copiesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  assessmentId: string,
): Promise<readonly AssessmentCopy[]> {
  return tx.rows(
    row,
    sql`select c.id, c.assessment_id as "assessmentId", c.words_version as "wordsVersion", c.purpose, c.recipient,
        c.agreed, c.why, c.share_id as "shareId", c.left_out as "leftOut", c.learners, c.made_at as "madeAt",
        c.made_by as "madeBy", s.name as "madeByName"
      from assessment_copy c left join staff s on s.organisation_id = c.organisation_id and s.id = c.made_by
      where c.organisation_id = ${organisation} and c.case_id = ${caseId} and c.assessment_id = ${assessmentId}
      order by c.made_at desc, c.id desc limit 50`,
  );
}

export type NewCopy = Pick<
  AssessmentCopy,
  | 'assessmentId'
  | 'wordsVersion'
  | 'purpose'
  | 'recipient'
  | 'agreed'
  | 'why'
  | 'shareId'
  | 'leftOut'
  | 'learners'
> & { readonly caseId: CaseId; readonly answered: number };

/** Writes down that an assessment is taken out of Lintel on paper (V3.2). @returns its id */
export async function makeCopy(tx: Tx, office: Office, made: NewCopy): Promise<string> {
  const copyId = newId<string>();
  const { caseId, assessmentId, wordsVersion, purpose, recipient, agreed, why, shareId } = made;
  const { leftOut, learners, answered } = made;
  await tx.run(sql`insert into assessment_copy (organisation_id, id, case_id, assessment_id, words_version, purpose,
      recipient, agreed, why, share_id, left_out, learners, made_at, made_by)
    values (${office.organisation}, ${copyId}, ${caseId}, ${assessmentId}, ${wordsVersion}, ${purpose}, ${recipient},
      ${agreed}, ${why}, ${shareId}, ${[...leftOut]}, ${JSON.stringify(learners)}, ${office.now}, ${office.staff})`);
  const data = { format: 'paper', purpose, entries: answered, leftOut: leftOut.length };
  await happened(tx, office, { name: 'case.exported', caseId, subjectId: copyId, data });
  return copyId;
}
