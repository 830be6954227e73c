import { z } from 'zod';
import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { valuesOf } from '#rules/words.ts';
import { type WorkKind, workKinds } from '../kinds.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(valuesOf(workKinds)),
  workedOn: plainDate,
  quarters: z.number(),
  /** By the rate of that day; null: none was set for it. */
  pence: z.number().nullable(),
  recordedAt: instant,
  struckAt: instant.nullable(),
  struckWhy: z.string(),
});
/** How long something took. Nobody is named: it is no colleague’s performance. */
export type WorkTime = Readonly<z.infer<typeof row>>;

export function timesOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly WorkTime[]> {
  return tx.rows(
    row,
    sql`select w.id, w.kind, w.worked_on as "workedOn", w.quarters,
        w.quarters * lintel.rate_on('hour', w.worked_on)::float8 / 4 as pence, w.recorded_at as "recordedAt",
        w.struck_at as "struckAt", w.struck_why as "struckWhy"
      from work_time w where w.organisation_id = ${organisation} and w.case_id = ${caseId}
      order by w.worked_on desc, w.id desc limit 1000`,
  );
}

/** One that was not struck out; else it is not there. */
export async function timeOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  timeId: string,
): Promise<WorkTime> {
  const found = (await timesOf(tx, organisation, caseId)).find(({ id }) => id === timeId);
  if (!found || found.struckAt) throw notFound();
  return found;
}

export interface NewTime {
  readonly caseId: CaseId;
  readonly kind: WorkKind;
  readonly quarters: number;
  readonly workedOn: Temporal.PlainDate;
  readonly role: 'da_manager' | 'da_worker';
}

export async function recordTime(tx: Tx, office: Office, time: NewTime): Promise<string> {
  const { organisation, now } = office;
  const { caseId, kind, quarters, workedOn, role } = time;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const timeId = newId<string>();
  await tx.run(sql`insert into work_time (organisation_id, id, case_id, kind, worked_on, quarters, role, recorded_at)
    values (${organisation}, ${timeId}, ${caseId}, ${kind}, ${workedOn}, ${quarters}, ${role}, ${now})`);
  const happenedAt = whenItHappened(office, workedOn);
  await happened(tx, office, { name: 'cost.time-recorded', caseId, subjectId: timeId, happenedAt });
  return timeId;
}

export async function strikeTime(
  tx: Tx,
  office: Office,
  { caseId, id, reason }: { readonly caseId: CaseId; readonly id: string; readonly reason: string },
): Promise<void> {
  const { organisation, now } = office;
  const done = await tx.run(sql`update work_time set struck_at = ${now}, struck_why = ${reason}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${id} and struck_at is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'cost.corrected', caseId, subjectId: id });
}
