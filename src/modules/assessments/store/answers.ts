import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { suspectHonour } from '#modules/needs/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type Answered, bandOf, type Given, type Score } from '../assessment.ts';
import { suggestsHonour } from '../honour.ts';
import type { Instrument } from '../instruments/instrument.ts';
import type { SavedAnswer } from '../sheet.ts';

const row = z.object({
  item: z.string(),
  version: z.number(),
  sheet: z.uuid(),
  answer: z.string() as unknown as z.ZodType<Given>,
  note: z.string(),
  source: z.string(),
});

/** Everything that was ever answered in it, in the order in which it was saved. */
export function savedAnswers(
  tx: Tx,
  organisation: OrganisationId,
  assessmentId: string,
): Promise<readonly SavedAnswer[]> {
  return tx.rows(
    row,
    sql`select item, version, sheet, answer, note, source from risk_answer
      where organisation_id = ${organisation} and assessment_id = ${assessmentId} order by version, item`,
  );
}

/** Whoever saves into the same assessment at the same moment waits until this transaction has ended. */
export function lockAssessment(tx: Tx, organisation: OrganisationId, assessmentId: string): Promise<number> {
  return tx.run(sql`select from risk_assessment
    where organisation_id = ${organisation} and id = ${assessmentId} for update`);
}

export interface AnswersAdded {
  readonly caseId: CaseId;
  readonly assessmentId: string;
  readonly instrument: Instrument;
  /** The version that was weighed against; another one since, and nothing is saved. */
  readonly version: number;
  readonly sheet: string;
  readonly changed: readonly Answered[];
  /** As it stands with them. */
  readonly score: Score;
}

/** Adds answers to an open assessment. False where somebody else saved, or ended it, in that same moment. */
export async function saveAnswers(tx: Tx, office: Office, added: AnswersAdded): Promise<boolean> {
  const { caseId, assessmentId, instrument, version, sheet, changed, score } = added;
  const saved = await tx.run(sql`update risk_assessment
    set version = version + ${changed.length > 0 ? 1 : 0}, score = ${score.yes}, answered = ${score.answered},
      points = ${score.points ?? null}, band = ${bandOf(instrument, score)}
    where organisation_id = ${office.organisation} and case_id = ${caseId} and id = ${assessmentId}
      and version = ${version} and ended_at is null`);
  if (saved === 0) return false;
  if (suggestsHonour(instrument, changed))
    await suspectHonour(tx, office, { caseId, why: `Answered with yes: ${instrument.name}` });
  await Promise.all([
    addAnswers(tx, office, { caseId, assessmentId, version: version + 1, sheet }, changed),
    happened(tx, office, {
      name: 'risk.answers-saved',
      caseId,
      subjectId: assessmentId,
      data: { changed: changed.length, answered: score.answered },
    }),
  ]);
  return true;
}

interface About {
  readonly caseId: CaseId;
  readonly assessmentId: string;
  readonly version: number;
  readonly sheet: string;
}

export async function addAnswers(
  tx: Tx,
  { organisation, staff, now }: Office,
  { caseId, assessmentId, version, sheet }: About,
  answers: readonly Answered[],
): Promise<void> {
  if (answers.length === 0) return;
  const column = (of: (answer: Answered) => string) => answers.map(of);
  await tx.run(sql`insert into risk_answer (organisation_id, id, case_id, assessment_id, item, version, sheet, answer,
      note, source, saved_at, saved_by)
    select ${organisation}, a.id, ${caseId}, ${assessmentId}, a.item, ${version}, ${sheet}, a.answer, a.note, a.source,
      ${now}, ${staff}
    from unnest(${column(() => newId())}::uuid[], ${column(({ item }) => item)}::text[],
      ${column(({ answer }) => answer)}::text[], ${column(({ note }) => note)}::text[],
      ${column(({ source }) => source)}::text[]) as a (id, item, answer, note, source)`);
}
