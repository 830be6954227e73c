import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import {
  type Answers,
  type AssessmentSummary,
  bandOf,
  type Ending,
  type Instrument,
  scoreOf,
  type WayOfAsking,
} from '../assessment.ts';
import { instrumentId } from '../instruments/instrument.ts';
import { type SavedAnswer, standing } from '../sheet.ts';
import { addAnswers, savedAnswers } from './answers.ts';
import { type AskedWith, askedWith, namesOf } from './instruments.ts';

const row = z.object({
  id: id<string>(),
  instrument: instrumentId,
  instrumentVersion: z.string(),
  askedAt: instant,
  askedBy: z.string(),
  how: z.string() as unknown as z.ZodType<WayOfAsking>,
  withWhom: z.string(),
  begunAt: instant,
  begunByName: z.string().nullable(),
  correctsId: z.string().nullable(),
  correctionReason: z.string(),
  correctedById: z.string().nullable(),
  yes: z.number(),
  points: z.number().nullable(),
  band: z.string(),
  answered: z.number(),
  of: z.number(),
  version: z.number(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  ending: z.string().nullable() as unknown as z.ZodType<Ending | null>,
  endingWords: z.string(),
  askAgainOn: plainDate.nullable(),
  fewWhy: z.string(),
});
type Row = z.infer<typeof row>;
/** `points`: only of what weighs its answers. */
export interface Assessment extends Omit<Row, 'points'> {
  readonly points: number | undefined;
}

function assessmentOf(found: Row): Assessment {
  return { ...found, points: found.points ?? undefined };
}

const columns = sql`a.id, a.instrument, a.instrument_version as "instrumentVersion", a.asked_at as "askedAt",
    a.asked_by as "askedBy", a.how, a.with_whom as "withWhom", a.begun_at as "begunAt", b.name as "begunByName",
    a.corrects_id as "correctsId", a.correction_reason as "correctionReason",
    (select k.id from risk_assessment k where k.organisation_id = a.organisation_id and k.corrects_id = a.id
      and k.ending = 'finished' order by k.ended_at desc limit 1) as "correctedById",
    a.score as yes, a.points, a.band,
    a.answered, a.questions as of, a.version, a.ended_at as "endedAt", e.name as "endedByName",
    a.ending, a.ending_words as "endingWords", a.ask_again_on as "askAgainOn",
    a.few_why as "fewWhy"
  from risk_assessment a
  left join staff b on b.organisation_id = a.organisation_id and b.id = a.begun_by
  left join staff e on e.organisation_id = a.organisation_id and e.id = a.ended_by`;

/** Newest first, open ones too; one that was corrected says by which. The case has been opened before. */
export async function assessmentsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly AssessmentSummary[]> {
  const found = await tx.rows(
    row,
    sql`select ${columns} where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      order by a.asked_at desc, a.id desc limit 200`,
  );
  const names = await namesOf(tx, organisation, found);
  return found.map((each) => ({ ...assessmentOf(each), title: names(each) }));
}

export interface WholeAssessment extends AskedWith {
  readonly assessment: Assessment;
  /** Every answer that was ever saved, in order. */
  readonly saved: readonly SavedAnswer[];
}

/** One assessment of this case, with everything that was answered; null for one of another. */
export async function assessmentIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  assessmentId: string,
): Promise<WholeAssessment | null> {
  const [found, saved] = await Promise.all([
    tx.maybe(
      row,
      sql`select ${columns} where a.organisation_id = ${organisation} and a.case_id = ${caseId}
        and a.id = ${assessmentId}`,
    ),
    savedAnswers(tx, organisation, assessmentId),
  ]);
  if (!found) return null;
  const assessment = assessmentOf(found);
  const { instrument, instrumentVersion } = assessment;
  return { assessment, saved, ...(await askedWith(tx, organisation, instrument, instrumentVersion)) };
}

const askedWithRow = row.pick({ instrument: true, instrumentVersion: true });
const lastRow = row.pick({ id: true });

/** What was answered, by item, with the very questions that were asked; null where there is no such assessment. */
export async function answersOf(
  tx: Tx,
  organisation: OrganisationId,
  assessmentId: string,
): Promise<{ readonly instrument: Instrument; readonly answers: Answers } | null> {
  const made = await tx.maybe(
    askedWithRow,
    sql`select instrument, instrument_version as "instrumentVersion" from risk_assessment
      where organisation_id = ${organisation} and id = ${assessmentId}`,
  );
  if (!made) return null;
  const [{ instrument }, saved] = await Promise.all([
    askedWith(tx, organisation, made.instrument, made.instrumentVersion),
    savedAnswers(tx, organisation, assessmentId),
  ]);
  return { instrument, answers: standing(saved) };
}

/** What was answered the last time that these questions were asked in this case; of one that corrects, none. */
export async function answersLastTime(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  { id: assessmentId, instrument, askedAt, correctsId }: Assessment,
): Promise<Answers> {
  if (correctsId) return new Map();
  const last = await tx.maybe(
    lastRow,
    sql`select a.id from risk_assessment a where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      and a.id <> ${assessmentId} and a.instrument = ${instrument} and a.ended_at is not null
      and a.asked_at <= ${askedAt} order by a.asked_at desc, a.ended_at desc limit 1`,
  );
  return last ? standing(await savedAnswers(tx, organisation, last.id)) : new Map();
}

export interface NewAssessment {
  readonly caseId: CaseId;
  readonly instrument: Instrument;
  readonly askedAt: Temporal.Instant;
  readonly askedBy: string;
  readonly how: WayOfAsking;
  readonly withWhom: string;
  /** Puts that one right, and starts from what was answered in it. */
  readonly corrects?: { readonly id: string; readonly answers: Answers; readonly reason: string };
}

/** Begins one: nothing is asked yet, or what the corrected one says stands. @returns its id */
export async function beginAssessment(tx: Tx, office: Office, begun: NewAssessment): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, instrument, askedAt, askedBy, how, withWhom, corrects } = begun;
  const assessmentId = newId<string>();
  const answers: Answers = corrects?.answers ?? new Map();
  const score = scoreOf(instrument, answers);
  const { yes, points = null, answered, of } = score;
  await tx.run(sql`insert into risk_assessment (organisation_id, id, case_id, instrument, instrument_version, asked_at,
      asked_by, how, with_whom, begun_at, begun_by, corrects_id, correction_reason, score, points, band,
      answered, questions)
    values (${organisation}, ${assessmentId}, ${caseId}, ${instrument.id}, ${instrument.version}, ${askedAt},
      ${askedBy}, ${how}, ${withWhom}, ${now}, ${staff}, ${corrects?.id ?? null}, ${corrects?.reason ?? ''},
      ${yes}, ${points}, ${bandOf(instrument, score)}, ${answered}, ${of})`);
  const about = { caseId, assessmentId, version: 1, sheet: assessmentId };
  await Promise.all([
    addAnswers(tx, office, about, [...answers.values()]),
    happened(tx, office, {
      name: 'risk.assessment-begun',
      caseId,
      subjectId: assessmentId,
      data: { instrument: instrument.id, corrects: corrects?.id ?? null },
    }),
  ]);
  return assessmentId;
}
