import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { tenancyTypes, valuesOf } from '#rules/words.ts';
import { holders, jurisdictions, relations, type Situation, wishes } from '../situation.ts';

const row = z.object({
  id: z.uuid(),
  tenancyType: z.enum(valuesOf(tenancyTypes)),
  holder: z.enum(valuesOf(holders)),
  relation: z.enum(valuesOf(relations)),
  children: z.enum(['yes', 'no', 'not_known']),
  wish: z.enum(valuesOf(wishes)),
  jurisdiction: z.enum(valuesOf(jurisdictions)),
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type SituationRow = Readonly<z.infer<typeof row>>;

/** How things stood, each time that somebody wrote it down, the latest first. */
export function situationsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly SituationRow[]> {
  return tx.rows(
    row,
    sql`select h.id, h.tenancy_type as "tenancyType", h.holder, h.relation, h.children, h.wish, h.jurisdiction,
        h.words, h.recorded_at as "recordedAt", s.name as "recordedByName"
      from housing_situation h
      left join staff s on s.organisation_id = h.organisation_id and s.id = h.recorded_by
      where h.organisation_id = ${organisation} and h.case_id = ${caseId}
      order by h.recorded_at desc, h.id desc limit 50`,
  );
}

/** @param landlord as its policy says it is; null: it does not say */
export function situationIn(
  { tenancyType, holder, relation, children, wish, jurisdiction }: SituationRow,
  landlord: Situation['landlord'],
): Situation {
  const known = children === 'not_known' ? null : children === 'yes';
  return { tenancyType, holder, relation, wish, jurisdiction, landlord, children: known };
}

export type NewSituation = Omit<SituationRow, 'id' | 'recordedAt' | 'recordedByName'> & {
  readonly caseId: CaseId;
};

/** How things stand with the home, as it is known now. What was written down before stays. @returns its id */
export async function recordSituation(tx: Tx, office: Office, known: NewSituation): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, tenancyType, holder, relation, children, wish, jurisdiction, words } = known;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  await tx.run(sql`insert into housing_situation (organisation_id, id, case_id, tenancy_type, holder, relation,
      children, wish, jurisdiction, words, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${tenancyType}, ${holder}, ${relation}, ${children}, ${wish},
      ${jurisdiction}, ${words}, ${now}, ${staff})`);
  await happened(tx, office, { name: 'housing.situation-recorded', caseId, subjectId: id });
  return id;
}
