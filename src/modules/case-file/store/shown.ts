import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { learnerRows } from './learning.ts';

/** What leaves once more after it was made: a sheet that is printed again, and the plan in large words. */
export interface Leaves {
  readonly caseId: CaseId;
  readonly what: 'plan_aloud' | 'plan_copy' | 'assessment_copy';
  /** The copy; of the large words, the case. */
  readonly subjectId: string;
}

/** Keeps who would learn it, as whoever opened it was shown. */
export async function keepShown(
  tx: Tx,
  { organisation, staff, now }: Office,
  { caseId, what, subjectId, learners }: Leaves & { readonly learners: readonly Learner[] },
): Promise<void> {
  await tx.run(sql`insert into shown_before_leaving (organisation_id, id, case_id, what, subject_id, learners,
      shown_at, shown_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${what}, ${subjectId}, ${JSON.stringify(learners)},
      ${now}, ${staff})`);
}

/** So long after somebody read who would learn it a sheet can be printed; then they read it again. Lintel’s own. */
export const printableFor = Temporal.Duration.from({ minutes: 30 });

const lately = z.object({ shown: z.boolean() });

/** Whether whoever asks was shown who would learn it, at most so long ago. */
export async function shownLately(
  tx: Tx,
  { organisation, staff, now }: Office,
  { caseId, what, subjectId }: Leaves,
  atMost: Temporal.Duration,
): Promise<boolean> {
  const { shown } = await tx.one(
    lately,
    sql`select exists (select from shown_before_leaving b where b.organisation_id = ${organisation}
      and b.case_id = ${caseId} and b.what = ${what} and b.subject_id = ${subjectId} and b.shown_by = ${staff}
      and b.shown_at >= ${now.subtract(atMost)}) as shown`,
  );
  return shown;
}

const row = z.object({
  subjectId: z.uuid(),
  learners: learnerRows,
  shownAt: instant,
  shownByName: z.string().nullable(),
});
/** When it was shown to whom; whoever gave a sheet was shown it then. */
export type ShownBefore = z.infer<typeof row>;

/** Every time at which it was shown, newest first: of all such copies of a case, or of one thing. */
export function shownBefore(
  tx: Tx,
  organisation: OrganisationId,
  { caseId, what, subjectId }: Pick<Leaves, 'caseId' | 'what'> & { readonly subjectId?: string },
): Promise<readonly ShownBefore[]> {
  const of: Sql = subjectId ? sql`and b.subject_id = ${subjectId}` : sql``;
  return tx.rows(
    row,
    sql`select b.subject_id as "subjectId", b.learners, b.shown_at as "shownAt", s.name as "shownByName"
      from shown_before_leaving b
      left join staff s on s.organisation_id = b.organisation_id and s.id = b.shown_by
      where b.organisation_id = ${organisation} and b.case_id = ${caseId} and b.what = ${what} ${of}
      order by b.shown_at desc, b.id desc limit 100`,
  );
}
