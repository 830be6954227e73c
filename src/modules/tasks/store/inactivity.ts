import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, instant, plainDate, sql, type Tx, transact } from '#kit/sql.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { timeOn } from '#rules/calendar.ts';
import { type CaseId, type OrganisationId, type RiskLevel, riskLevels, type StaffId } from '#rules/facts.ts';
import { lookAtCase, toTellOf } from '../inactivity.ts';

const batch = 100;

const row = z.object({
  caseId: id<CaseId>(),
  leadId: id<StaffId>().nullable(),
  riskLevel: (z.enum(riskLevels) as z.ZodType<RiskLevel>).nullable(),
  lastActedAt: instant,
  nextDueAt: instant.nullable(),
  restsUntilDay: plainDate.nullable(),
  untouchedSince: instant.nullable(),
  step: z.number(),
});
type Row = z.infer<typeof row>;

/**
 * Looks at every open case of an organisation whose moment has come, and tells up the line of those on which nobody
 * acts: each step once, however many programs look at the same time.
 * @returns how many cases were looked at
 */
export async function sweepUntouched(services: Services, organisation: OrganisationId): Promise<number> {
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
  const due = await tx.rows(row, dueForALook(office));
  if (due.length === 0) return 0;
  const colleagues = await listStaff(tx, office.organisation);
  for (const each of due) await answer(tx, office, each, colleagues);
  return due.length;
}

function dueForALook({ organisation, now }: Office) {
  return sql`select c.id as "caseId", c.lead_id as "leadId", c.risk_level as "riskLevel",
      coalesce(lintel.last_acted(c.organisation_id, c.id), c.opened_at) as "lastActedAt",
      c.next_due_at as "nextDueAt",
      (select p.next_contact_on from case_pause p where p.organisation_id = c.organisation_id and p.case_id = c.id
        and p.ended_at is null) as "restsUntilDay",
      c.untouched_since as "untouchedSince", c.untouched_step as step
    from case_file c
    where c.organisation_id = ${organisation} and c.closed_at is null
      and (c.look_at is null or c.look_at < ${now})
    order by c.look_at nulls first limit ${batch} for update of c skip locked`;
}

async function answer(
  tx: Tx,
  office: Office,
  { caseId, leadId, restsUntilDay, ...found }: Row,
  colleagues: readonly Colleague[],
): Promise<void> {
  const { calendar } = office;
  const restsUntil = restsUntilDay && timeOn(restsUntilDay, calendar.closes, calendar);
  const seen = lookAtCase({ ...found, restsUntil }, calendar, office.now);
  tx.write(sql`update case_file set look_at = ${seen.lookAt}, untouched_since = ${seen.untouchedSince},
      untouched_step = ${seen.stepsTold}
    where organisation_id = ${office.organisation} and id = ${caseId}`);
  if (seen.step === null) return;
  const { first, otherwise } = toTellOf(seen.step, leadId, colleagues);
  const notice = { kind: 'untouched', caseId } as const;
  let told = await notify(tx, office, { ...notice, staffIds: first });
  // The line may lead to somebody whom the wall does not let in: then a manager is told, rather than nobody.
  if (told.length === 0) told = await notify(tx, office, { ...notice, staffIds: otherwise });
  await happened(tx, office, {
    name: 'case.untouched',
    caseId,
    data: { step: seen.step, told: told.length },
  });
}
