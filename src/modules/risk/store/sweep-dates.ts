import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, plainDate, sql, type Tx, transact } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { triggerReview } from '#modules/case-file/index.ts';
import { notify } from '#modules/obligations/index.ts';
import { nextWorkingDay, today } from '#rules/calendar.ts';
import { type CaseId, caseRoles, type OrganisationId, type StaffId } from '#rules/facts.ts';
import { lookAtDate, tellsAsOf, triggerOf } from '../known-dates.ts';
import { dateKind } from './known-dates.ts';

const batch = 100;

const dueRow = z.object({
  id: id<string>(),
  caseId: id<CaseId>(),
  kind: dateKind,
  onDate: plainDate,
  toldBefore: z.number().nullable(),
  leadId: id<StaffId>().nullable(),
});

/**
 * Looks at every known date of an open case whose next look has come: tells whoever leads the case, once a step, and
 * calls for a review of the risk two weeks before it and on the day. Several programs may sweep at once.
 * @returns how many dates were looked at
 */
export async function sweepDates(services: Services, organisation: OrganisationId): Promise<number> {
  let looked = 0;
  for (;;) {
    const found = await transact(services.db, { organisation, system: true }, async (tx) =>
      sweepBatch(tx, await officeOf(tx, services, organisation)),
    );
    looked += found;
    if (found < batch) return looked;
  }
}

async function sweepBatch(tx: Tx, office: Office): Promise<number> {
  const { organisation, now } = office;
  const day = today(office);
  const open = nextWorkingDay(day, office.calendar);
  const due = await tx.rows(
    dueRow,
    sql`select d.id, d.case_id as "caseId", d.kind, d.on_date as "onDate", d.told_before as "toldBefore",
        c.lead_id as "leadId"
      from risk_date d join case_file c on c.organisation_id = d.organisation_id and c.id = d.case_id
      where d.organisation_id = ${organisation} and d.next_look_on is not null
        and (d.next_look_on <= ${day} or (d.next_look_on < ${open} and d.next_look_on < d.on_date))
        and c.closed_at is null
      order by d.next_look_on, d.id limit ${batch} for update of d skip locked`,
  );
  for (const date of due) {
    const { caseId, kind, leadId } = date;
    const { toldBefore, tell, review, nextLookOn } = lookAtDate(date, tellsAsOf(date.onDate, day, open));
    await tx.run(sql`update risk_date set told_before = ${toldBefore}, next_look_on = ${nextLookOn}
      where organisation_id = ${organisation} and id = ${date.id}`);
    if (tell) await tellOf(tx, office, caseId, leadId);
    // The two reviews of one date are two promises: the one before it, and the one on the day.
    const subjectId = toldBefore === 0 ? newId<string>() : date.id;
    const triggered = { caseId, trigger: triggerOf[kind], at: now, subjectId };
    if (review) await triggerReview(tx, office, triggered);
  }
  return due.length;
}

/** The lead; where nobody leads it, or the lead may not know of it any more, the team as far as the wall lets it in. */
async function tellOf(tx: Tx, office: Office, caseId: CaseId, leadId: StaffId | null): Promise<void> {
  const notice = { kind: 'risk_date', caseId } as const;
  const told = leadId ? await notify(tx, office, { ...notice, staffIds: [leadId] }) : [];
  if (told.length > 0) return;
  const team = await listStaff(tx, office.organisation, { roles: caseRoles });
  await notify(tx, office, { ...notice, staffIds: team.map((member) => member.id) });
}
