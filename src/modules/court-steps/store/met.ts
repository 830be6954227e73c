import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CourtStep } from '#rules/court-steps.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';

/** How a step met a case. */
export type How = 'held_back' | 'asked_first' | 'taken';

const row = z.object({
  id: z.uuid(),
  how: z.string() as unknown as z.ZodType<How>,
  step: z.string() as unknown as z.ZodType<CourtStep>,
  onDay: plainDate,
  metAt: instant,
  recordedByName: z.string().nullable(),
  words: z.string(),
});
export type Met = Readonly<z.infer<typeof row>>;

/** Steps that met this case, or what was told and became it, the latest first. */
export function metIn(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Met[]> {
  return tx.rows(
    row,
    sql`select m.id, m.how, m.step, m.on_day as "onDay", m.met_at as "metAt", s.name as "recordedByName", m.words
      from court_step_met m
        left join staff s on s.organisation_id = m.organisation_id and s.id = m.recorded_by
      where m.organisation_id = ${organisation} and (m.case_id = ${caseId}
        or m.disclosure_id in (select d.id from disclosure d where d.organisation_id = ${organisation}
          and d.case_id = ${caseId}))
      order by m.met_at desc, m.id desc limit 100`,
  );
}

export interface NewMet {
  readonly stepId: string | null;
  readonly about: { readonly caseId: CaseId } | { readonly disclosureId: DisclosureId };
  readonly how: How;
  readonly step: CourtStep;
  readonly onDay: Temporal.PlainDate;
  readonly words: string;
}

/** @returns its id */
export async function writeMet(
  tx: Tx,
  { organisation, staff, now }: Office,
  { stepId, about, how, step, onDay, words }: NewMet,
): Promise<string> {
  const id = newId<string>();
  const caseId = 'caseId' in about ? about.caseId : null;
  const disclosureId = 'disclosureId' in about ? about.disclosureId : null;
  await tx.run(sql`insert into court_step_met (organisation_id, id, step_id, case_id, disclosure_id, how, step, on_day,
      met_at, recorded_by, words)
    values (${organisation}, ${id}, ${stepId}, ${caseId}, ${disclosureId}, ${how}, ${step}, ${onDay}, ${now}, ${staff},
      ${words})`);
  return id;
}

const counted = z.object({ before: z.boolean() });

/** Whether the same step met it within four weeks: asked again in between, it counts once. */
export async function metBefore(
  tx: Tx,
  { organisation, now }: Office,
  { about, how, step }: Pick<NewMet, 'about' | 'how' | 'step'>,
): Promise<boolean> {
  const which =
    'caseId' in about ? sql`m.case_id = ${about.caseId}` : sql`m.disclosure_id = ${about.disclosureId}`;
  const { before } = await tx.one(
    counted,
    sql`select exists (select from court_step_met m where m.organisation_id = ${organisation} and ${which}
      and m.how = ${how} and m.step = ${step} and m.met_at > ${now.subtract({ hours: 24 * 28 })}) as before`,
  );
  return before;
}
