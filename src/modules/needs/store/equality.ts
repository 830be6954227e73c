import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Count } from '../breakdown.ts';
import { type EqualityName, type EqualityValue, equalityNames } from '../equality.ts';
import type { Funds } from '../forms/equality-form.ts';

const row = z.object({
  number: z.number(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  ethnicity: z.string(),
  ethnicityWords: z.string(),
  disability: z.string(),
  disabilityWords: z.string(),
  orientation: z.string(),
  orientationWords: z.string(),
  religion: z.string(),
  religionWords: z.string(),
  sex: z.string(),
  gender: z.string(),
  genderWords: z.string(),
  pregnancy: z.string(),
});
export type Equality = z.infer<typeof row>;

/** How the person describes themselves now; null where nobody asked. Never to somebody who is in by emergency. */
export function equalityOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<Equality | null> {
  return tx.maybe(
    row,
    sql`select e.number, e.recorded_at as "recordedAt", s.name as "recordedByName", e.ethnicity,
        e.ethnicity_words as "ethnicityWords", e.disability, e.disability_words as "disabilityWords", e.orientation,
        e.orientation_words as "orientationWords", e.religion, e.religion_words as "religionWords", e.sex, e.gender,
        e.gender_words as "genderWords", e.pregnancy
      from equality e left join staff s on s.organisation_id = e.organisation_id and s.id = e.recorded_by
      where e.organisation_id = ${organisation} and e.case_id = ${caseId} order by e.number desc limit 1`,
  );
}

/** Writes it as the next version (V3.3, L2.7a). */
export async function recordEquality(
  tx: Tx,
  office: Office,
  value: EqualityValue & { readonly caseId: CaseId },
): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId } = value;
  await Promise.all([
    tx.run(sql`insert into equality (organisation_id, id, case_id, number, recorded_at, recorded_by, ethnicity,
        ethnicity_words, disability, disability_words, orientation, orientation_words, religion, religion_words, sex,
        gender, gender_words, pregnancy)
      select ${organisation}, ${newId()}, ${caseId}, coalesce(max(number), 0) + 1, ${now}, ${staff},
        ${value.ethnicity}, ${value.ethnicityWords}, ${value.disability}, ${value.disabilityWords},
        ${value.orientation}, ${value.orientationWords}, ${value.religion}, ${value.religionWords}, ${value.sex},
        ${value.gender}, ${value.genderWords}, ${value.pregnancy}
      from equality where organisation_id = ${organisation} and case_id = ${caseId}`),
    happened(tx, office, { name: 'equality.recorded', caseId }),
  ]);
}

const restrictedRow = z.object({
  number: z.number(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  nationality: z.string(),
  immigration: z.string(),
  funds: z.string() as unknown as z.ZodType<Funds>,
});
export type Restricted = z.infer<typeof restrictedRow>;

/** Nationality and immigration: the database answers whoever leads the case and its managers, nobody else. */
export function restrictedOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<Restricted | null> {
  return tx.maybe(
    restrictedRow,
    sql`select e.number, e.recorded_at as "recordedAt", s.name as "recordedByName", e.nationality, e.immigration,
        e.funds
      from equality_restricted e left join staff s on s.organisation_id = e.organisation_id and s.id = e.recorded_by
      where e.organisation_id = ${organisation} and e.case_id = ${caseId} order by e.number desc limit 1`,
  );
}

export async function recordRestricted(
  tx: Tx,
  office: Office,
  value: Pick<Restricted, 'nationality' | 'immigration' | 'funds'> & { readonly caseId: CaseId },
): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId } = value;
  await Promise.all([
    tx.run(sql`insert into equality_restricted (organisation_id, id, case_id, number, recorded_at, recorded_by,
        nationality, immigration, funds)
      select ${organisation}, ${newId()}, ${caseId}, coalesce(max(number), 0) + 1, ${now}, ${staff},
        ${value.nationality}, ${value.immigration}, ${value.funds}
      from equality_restricted where organisation_id = ${organisation} and case_id = ${caseId}`),
    happened(tx, office, { name: 'equality.recorded', caseId, data: { restricted: true } }),
  ]);
}

const countRow = z.object({
  characteristic: z.enum(equalityNames) as z.ZodType<EqualityName>,
  answer: z.string(),
  cases: z.number(),
});

/** How many cases opened between two moments have which answer: sums alone, for pages that round and hide. */
export function equalityCounts(
  tx: Tx,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly Count[]> {
  return tx.rows(
    countRow,
    sql`select characteristic, answer, cases from lintel.equality_totals(${from}, ${until})`,
  );
}
