import { z } from 'zod';
import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { valuesOf } from '#rules/words.ts';
import { areaAnswers, areas, outcomes, waysOfLooking } from '../assessment.ts';
import { type Assessed, assessmentInWords } from '../words.ts';

const row = z.object({
  id: z.uuid(),
  outcome: z.enum(valuesOf(outcomes)),
  happenedOn: plainDate,
  way: z.enum(valuesOf(waysOfLooking)),
  looked: z.array(
    z.object({ area: z.enum(valuesOf(areas)), answer: z.enum(valuesOf(areaAnswers)), words: z.string() }),
  ),
  words: z.string(),
  againOn: plainDate.nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  struckAt: instant.nullable(),
  struckByName: z.string().nullable(),
  struckWhy: z.string(),
});
export type Assessment = Readonly<z.infer<typeof row>>;

/** Each time the home was looked at, the latest first; behind the wall of its case. */
export function assessmentsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Assessment[]> {
  return tx.rows(
    row,
    sql`select a.id, a.outcome, a.happened_on as "happenedOn", a.way, a.areas as looked, a.words,
        a.again_on as "againOn", a.recorded_at as "recordedAt", s.name as "recordedByName",
        a.struck_at as "struckAt", k.name as "struckByName", a.struck_why as "struckWhy"
      from home_assessment a
      left join staff s on s.organisation_id = a.organisation_id and s.id = a.recorded_by
      left join staff k on k.organisation_id = a.organisation_id and k.id = a.struck_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      order by a.recorded_at desc, a.id desc limit 50`,
  );
}

export interface NewAssessment extends Assessed {
  readonly caseId: CaseId;
  readonly happenedOn: Temporal.PlainDate;
}

const events = {
  made: 'security.assessed',
  later: 'security.assessment-later',
  declined: 'security.assessment-declined',
} as const;

/** The home was looked at with them, or they would rather not (V4.2a, L2.7d). @returns its id */
export async function recordAssessment(tx: Tx, office: Office, assessment: NewAssessment): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, outcome, happenedOn, way, looked, words, againOn } = assessment;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  await tx.run(sql`insert into home_assessment (organisation_id, id, case_id, outcome, happened_on, way, areas, words,
      again_on, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${outcome}, ${happenedOn}, ${way}, ${JSON.stringify(looked)}, ${words},
      ${againOn}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, happenedOn);
  const data = { way, areas: looked.length };
  await happened(tx, office, { name: events[outcome], caseId, subjectId: id, happenedAt, data });
  await addEntry(tx, office, {
    ...{ kind: 'observation', source: 'person', disclosableTo: [], caseId, subjectId: id },
    ...{ happenedAt, knownAt: happenedAt, words: assessmentInWords(assessment) },
  });
  return id;
}

/** It was recorded in error: it stays, struck out. Throws `stale` where somebody was first. */
export async function strikeAssessment(
  tx: Tx,
  office: Office,
  { caseId, assessment, reason }: { caseId: CaseId; assessment: Assessment; reason: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const done = await tx.run(sql`update home_assessment set struck_at = ${now}, struck_by = ${staff},
      struck_why = ${reason}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${assessment.id} and struck_at is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'security.assessment-corrected', caseId, subjectId: assessment.id });
  await addEntry(tx, office, {
    ...{ kind: 'note', source: 'record', disclosableTo: [], caseId, subjectId: assessment.id },
    ...{ happenedAt: now, knownAt: now },
    words: `Of the safety of the home, ${dateInWords(assessment.happenedOn)}: recorded in error. ${reason}`,
  });
}
