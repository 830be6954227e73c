import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { notify } from '#modules/obligations/index.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import type { Answered } from '../programme.ts';

const stepRow = z.object({
  id: z.uuid(),
  programmeId: z.uuid(),
  step: z.enum(['asked', 'referred', 'outcome', 'dropped']),
  outcome: z.string(),
  words: z.string(),
  dayOn: plainDate.nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type ProgrammeStep = Readonly<z.infer<typeof stepRow>>;

const row = z.object({
  id: z.uuid(),
  name: z.string(),
  words: z.string(),
  begunAt: instant,
  begunByName: z.string().nullable(),
});

export interface Programme extends Readonly<z.infer<typeof row>> {
  /** The latest first. */
  readonly steps: readonly ProgrammeStep[];
  readonly answers: readonly Answered[];
}

const askedRow = z.object({ id: id<StaffId>() });
const mayRow = z.object({ may: z.boolean().nullable() });
const answerRow = z.object({ stepId: z.uuid(), result: z.enum(['may_go', 'not_now']), answeredAt: instant });

export async function programmesOf(
  tx: Tx,
  organisation: OrganisationId,
  fileId: string,
): Promise<readonly Programme[]> {
  const [programmes, steps, answers] = await Promise.all([
    tx.rows(
      row,
      sql`select p.id, p.name, p.words, p.begun_at as "begunAt", s.name as "begunByName" from own_programme p
          left join staff s on s.organisation_id = p.organisation_id and s.id = p.begun_by
        where p.organisation_id = ${organisation} and p.file_id = ${fileId} order by p.begun_at desc, p.id desc`,
    ),
    tx.rows(
      stepRow,
      sql`select t.id, t.programme_id as "programmeId", t.step, t.outcome, t.words, t.day_on as "dayOn",
          t.recorded_at as "recordedAt", s.name as "recordedByName"
        from own_programme_step t
          left join staff s on s.organisation_id = t.organisation_id and s.id = t.recorded_by
        where t.organisation_id = ${organisation} and t.file_id = ${fileId} order by t.recorded_at desc, t.id desc`,
    ),
    tx.rows(
      answerRow,
      sql`select step_id as "stepId", result, answered_at as "answeredAt" from lintel.own_answers(${fileId}::uuid)`,
    ),
  ]);
  return programmes.map((each) => ({
    ...each,
    steps: steps.filter(({ programmeId }) => programmeId === each.id),
    answers,
  }));
}

export async function beginProgramme(
  tx: Tx,
  office: Office,
  fileId: string,
  { name, words }: { readonly name: string; readonly words: string },
): Promise<string> {
  const { organisation, staff, now } = office;
  const programmeId = newId<string>();
  await tx.run(sql`insert into own_programme (organisation_id, id, file_id, name, accredited, partner_support,
      voluntary, words, begun_at, begun_by)
    values (${organisation}, ${programmeId}, ${fileId}, ${name}, true, true, true, ${words}, ${now}, ${staff})`);
  await record(tx, office, { name: 'own-file.programme-begun', subjectId: fileId });
  return programmeId;
}

interface About {
  readonly fileId: string;
  readonly programmeId: string;
}

interface NewStep extends About {
  readonly step: ProgrammeStep['step'];
  readonly outcome?: string;
  readonly words?: string;
  readonly dayOn?: Temporal.PlainDate;
}

async function insertStep(tx: Tx, { organisation, staff, now }: Office, step: NewStep): Promise<void> {
  const { fileId, programmeId, outcome = '', words = '', dayOn = null } = step;
  const written =
    await tx.run(sql`insert into own_programme_step (organisation_id, id, file_id, programme_id, step, outcome, words,
      day_on, recorded_at, recorded_by)
    values (${organisation}, ${newId()}, ${fileId}, ${programmeId}, ${step.step}, ${outcome}, ${words}, ${dayOn},
      ${now}, ${staff})
    on conflict do nothing`);
  if (written === 0) throw new Fault('stale');
}

/** Asks whether it may go: of managers who keep no such file, who are told that something waits. */
export async function askWhetherItMayGo(tx: Tx, office: Office, about: About): Promise<void> {
  await insertStep(tx, office, { ...about, step: 'asked' });
  await record(tx, office, { name: 'own-file.safety-asked', subjectId: about.fileId });
  const asked = await tx.rows(
    askedRow,
    sql`select whom_to_ask as id from lintel.whom_to_ask(${about.fileId}::uuid)`,
  );
  await notify(tx, office, { staffIds: asked.map((each) => each.id), kind: 'programme_question' });
}

/** @returns false where it may not go now, whatever was answered before */
export async function referToProgramme(
  tx: Tx,
  office: Office,
  about: About,
  { referred: dayOn, words }: { readonly referred: Temporal.PlainDate; readonly words: string },
): Promise<boolean> {
  const { may } = await tx.one(
    mayRow,
    sql`select lintel.own_may_refer(${about.fileId}::uuid, ${about.programmeId}::uuid, ${office.now}) as may`,
  );
  if (may !== true) {
    await record(tx, office, { name: 'own-file.referral-stopped', subjectId: about.fileId });
    return false;
  }
  await insertStep(tx, office, { ...about, step: 'referred', dayOn, words });
  await record(tx, office, { name: 'own-file.referred', subjectId: about.fileId });
  return true;
}

export async function recordOutcome(
  tx: Tx,
  office: Office,
  about: About,
  step: { readonly step: 'outcome' | 'dropped'; readonly outcome: string; readonly words: string },
): Promise<void> {
  await insertStep(tx, office, { ...about, ...step });
  await record(tx, office, {
    name: step.step === 'outcome' ? 'own-file.outcome-recorded' : 'own-file.referral-dropped',
    subjectId: about.fileId,
    data: { outcome: step.outcome },
  });
}
