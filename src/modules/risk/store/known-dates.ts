import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { triggerReview } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type DateKind, dateKinds, lookAtDate, triggerOf } from '../known-dates.ts';

export const dateKind = z.enum(dateKinds.map(({ value }) => value)) as z.ZodType<DateKind>;
const row = z.object({
  id: id<string>(),
  kind: dateKind,
  onDate: plainDate,
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedReason: z.string().nullable(),
  version: z.number(),
});
export type DateOnFile = z.infer<typeof row>;

const selectDate = sql`select d.id, d.kind, d.on_date as "onDate", d.words, d.recorded_at as "recordedAt",
    s.name as "recordedByName", d.ended_at as "endedAt", d.ended_reason as "endedReason", d.version
  from risk_date d left join staff s on s.organisation_id = d.organisation_id and s.id = d.recorded_by`;

/** The known dates of a case: those that count, soonest first, then those that were ended. */
export function datesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly DateOnFile[]> {
  return tx.rows(
    row,
    sql`${selectDate} where d.organisation_id = ${organisation} and d.case_id = ${caseId}
      order by d.ended_at is not null, d.on_date, d.id limit 200`,
  );
}

/** One date of this case; null for one of another. */
export function dateOf(tx: Tx, organisation: OrganisationId, caseId: CaseId, dateId: string) {
  return tx.maybe(
    row,
    sql`${selectDate} where d.organisation_id = ${organisation} and d.case_id = ${caseId} and d.id = ${dateId}`,
  );
}

export interface NewDate {
  readonly caseId: CaseId;
  readonly kind: DateKind;
  readonly onDate: Temporal.PlainDate;
  readonly words: string;
}

/** Records a day on which the risk is likely to change; where it is near, the risk is to be looked at again now. */
export async function recordDate(tx: Tx, office: Office, { caseId, kind, onDate, words }: NewDate) {
  const dateId = newId<string>();
  // Whoever writes it down need not be told of it: only what is still to come is.
  const { toldBefore, nextLookOn, review } = lookAtDate({ onDate, toldBefore: null }, today(office));
  await tx.run(sql`insert into risk_date (organisation_id, id, case_id, kind, on_date, words, recorded_at, recorded_by,
      told_before, next_look_on)
    values (${office.organisation}, ${dateId}, ${caseId}, ${kind}, ${onDate}, ${words}, ${office.now},
      ${office.staff}, ${toldBefore}, ${nextLookOn})`);
  await happened(tx, office, { name: 'risk.date-recorded', caseId, subjectId: dateId, data: { kind } });
  const triggered = { caseId, trigger: triggerOf[kind], at: office.now, subjectId: dateId };
  if (review) await triggerReview(tx, office, triggered);
  return dateId;
}

/** It has passed, was put off, or never was: with the reason. False where somebody else was first. */
export async function endDate(
  tx: Tx,
  office: Office,
  ended: {
    readonly caseId: CaseId;
    readonly dateId: string;
    readonly version: number;
    readonly reason: string;
  },
): Promise<boolean> {
  const { caseId, dateId, version, reason } = ended;
  const touched = await tx.run(sql`update risk_date set ended_at = ${office.now}, ended_by = ${office.staff},
      ended_reason = ${reason}, next_look_on = null, version = version + 1
    where organisation_id = ${office.organisation} and case_id = ${caseId} and id = ${dateId}
      and version = ${version} and ended_at is null`);
  if (touched === 0) return false;
  await happened(tx, office, { name: 'risk.date-ended', caseId, subjectId: dateId });
  return true;
}
