import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { OutcomeAnswers } from '../outcomes.ts';

const answer = <Q extends keyof OutcomeAnswers>() => z.string() as unknown as z.ZodType<OutcomeAnswers[Q]>;

const row = z.object({
  id: z.uuid(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  safer: answer<'safer'>(),
  believed: answer<'believed'>(),
  knows_rights: answer<'knows_rights'>(),
  wished: answer<'wished'>(),
  housing: answer<'housing'>(),
  tenure_kept: answer<'tenure_kept'>(),
  support: answer<'support'>(),
  words: z.string(),
});
export type Outcome = z.infer<typeof row>;

/** What became of it, as it was asked or known from time to time, newest first. */
export function outcomesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Outcome[]> {
  return tx.rows(
    row,
    sql`select o.id, o.recorded_at as "recordedAt", s.name as "recordedByName", o.safer, o.believed,
        o.knows_rights, o.wished, o.housing, o.tenure_kept, o.support, o.words
      from case_outcome o
      left join staff s on s.organisation_id = o.organisation_id and s.id = o.recorded_by
      where o.organisation_id = ${organisation} and o.case_id = ${caseId}
      order by o.recorded_at desc, o.id desc limit 20`,
  );
}

/** Records what became of it; asked again later, it is a new row and the old one stays (V1a, V3.8). */
export async function recordOutcome(
  tx: Tx,
  office: Office,
  { caseId, words, ...answers }: OutcomeAnswers & { readonly caseId: CaseId; readonly words: string },
): Promise<string> {
  const { organisation, staff, now } = office;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  await tx.run(sql`insert into case_outcome (organisation_id, id, case_id, closing_id, recorded_at, recorded_by,
      safer, believed, knows_rights, wished, housing, tenure_kept, support, words)
    values (${organisation}, ${id}, ${caseId}, (select k.id from case_closing k
        where k.organisation_id = ${organisation} and k.case_id = ${caseId}
        order by k.proposed_at desc limit 1), ${now}, ${staff}, ${answers.safer}, ${answers.believed},
      ${answers.knows_rights}, ${answers.wished}, ${answers.housing}, ${answers.tenure_kept}, ${answers.support},
      ${words})`);
  await happened(tx, office, { name: 'case.outcome-recorded', caseId, subjectId: id });
  return id;
}
