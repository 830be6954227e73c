import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type OwnView, ownViews } from '../own-view.ts';

const row = z.object({
  id: id<string>(),
  view: z.enum(ownViews.map(({ value }) => value)) as z.ZodType<OwnView>,
  words: z.string(),
  saidAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type ViewOnFile = z.infer<typeof row>;

/** How the person has seen their risk, newest first: each asking adds, nothing is corrected away. */
export function ownViewsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly ViewOnFile[]> {
  return tx.rows(
    row,
    sql`select v.id, v.view, v.words, v.said_at as "saidAt", v.recorded_at as "recordedAt", s.name as "recordedByName"
      from risk_view v left join staff s on s.organisation_id = v.organisation_id and s.id = v.recorded_by
      where v.organisation_id = ${organisation} and v.case_id = ${caseId}
      order by v.said_at desc, v.id desc limit 100`,
  );
}

export interface NewView {
  readonly caseId: CaseId;
  readonly view: OwnView;
  /** As they said it, kept exactly. */
  readonly words: string;
  readonly saidAt: Temporal.Instant;
}

/** Records how the person sees their risk, beside our level; it changes no level by itself. */
export async function recordOwnView(tx: Tx, office: Office, { caseId, view, words, saidAt }: NewView) {
  const viewId = newId<string>();
  await tx.run(sql`insert into risk_view (organisation_id, id, case_id, view, words, said_at, recorded_at, recorded_by)
    values (${office.organisation}, ${viewId}, ${caseId}, ${view}, ${words}, ${saidAt}, ${office.now},
      ${office.staff})`);
  await happened(tx, office, { name: 'risk.view-recorded', caseId, subjectId: viewId, data: { view } });
  return viewId;
}
