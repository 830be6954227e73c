import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Answer, NeedsValue } from '../needs.ts';

const answer = z.enum(['not_asked', 'yes', 'no', 'not_known']) as z.ZodType<Answer>;
const need = z.object({ need: z.string(), done: z.string() });
const row = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  number: z.number(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  seen: answer,
  heard: answer,
  age: z.number().nullable(),
  schoolKnown: answer,
  ownWords: z.string(),
  support: need,
  safety: need,
  health: need,
  school: need,
  language: need,
  adjustments: need,
});
/** One version of what somebody needs. */
export type NeedsVersion = z.infer<typeof row>;

const columns = sql`n.id, n.case_person_id as "personId", n.number, n.recorded_at as "recordedAt",
  s.name as "recordedByName", n.seen, n.heard, n.age, n.school_known as "schoolKnown", n.own_words as "ownWords",
  json_build_object('need', n.support, 'done', n.support_done) as support,
  json_build_object('need', n.safety, 'done', n.safety_done) as safety,
  json_build_object('need', n.health, 'done', n.health_done) as health,
  json_build_object('need', n.school, 'done', n.school_done) as school,
  json_build_object('need', n.language, 'done', n.language_done) as language,
  json_build_object('need', n.adjustments, 'done', n.adjustments_done) as adjustments`;

/** The latest version of everybody in a case of whom there is one. */
export function needsInCase(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly NeedsVersion[]> {
  return tx.rows(
    row,
    sql`select distinct on (n.case_person_id) ${columns} from person_needs n
      left join staff s on s.organisation_id = n.organisation_id and s.id = n.recorded_by
      where n.organisation_id = ${organisation} and n.case_id = ${caseId}
      order by n.case_person_id, n.number desc`,
  );
}

/** Every version of one person's, the newest first. */
export function needsOfPerson(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  personId: string,
): Promise<readonly NeedsVersion[]> {
  return tx.rows(
    row,
    sql`select ${columns} from person_needs n
      left join staff s on s.organisation_id = n.organisation_id and s.id = n.recorded_by
      where n.organisation_id = ${organisation} and n.case_id = ${caseId} and n.case_person_id = ${personId}
      order by n.number desc limit 50`,
  );
}

/** Writes what one person needs as the next version; nothing of an earlier one is lost (V2b, V3.6). */
export async function recordNeeds(
  tx: Tx,
  office: Office,
  needs: NeedsValue & { readonly caseId: CaseId; readonly personId: string; readonly child: boolean },
): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, personId, support, safety, health, school, language, adjustments } = needs;
  const id = newId<string>();
  await Promise.all([
    tx.run(sql`insert into person_needs (organisation_id, id, case_id, case_person_id, number, recorded_at, recorded_by,
        seen, heard, age, school_known, own_words, support, support_done, safety, safety_done, health, health_done,
        school, school_done, language, language_done, adjustments, adjustments_done)
      select ${organisation}, ${id}, ${caseId}, ${personId}, coalesce(max(number), 0) + 1, ${now}, ${staff},
        ${needs.seen}, ${needs.heard}, ${needs.age}, ${needs.schoolKnown}, ${needs.ownWords},
        ${support.need}, ${support.done}, ${safety.need}, ${safety.done}, ${health.need}, ${health.done},
        ${school.need}, ${school.done}, ${language.need}, ${language.done}, ${adjustments.need}, ${adjustments.done}
      from person_needs where organisation_id = ${organisation} and case_person_id = ${personId}`),
    happened(tx, office, { name: 'needs.recorded', caseId, subjectId: personId }),
    needs.child && happened(tx, office, { name: 'child-needs.recorded', caseId, subjectId: personId }),
  ]);
  return id;
}
