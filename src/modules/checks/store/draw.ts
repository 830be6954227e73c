import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Office, officeOf } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, ObligationId, OrganisationId, StaffId } from '#rules/facts.ts';
import { drawn } from './chance.ts';
import { tellOfDrawn } from './tell-of-drawn.ts';

const eligibleRow = z.object({
  id: id<ObligationId>(),
  caseId: id<CaseId>(),
  team: z.uuid(),
  recordedBy: id<StaffId>().nullable(),
  leadId: id<StaffId>().nullable(),
});
type EligibleRow = z.infer<typeof eligibleRow>;

/** Draws for the month that has ended, once. */
export async function drawDue(services: Services, organisation: OrganisationId): Promise<void> {
  await transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    await drawMonth(tx, office, today(office).with({ day: 1 }).subtract({ months: 1 }));
  });
}

/**
 * Five promises for each team that ended in this month and count as kept, by chance. What was kept by the act that
 * began it is not among them: there is nothing to look at. A team that was drawn for is not drawn for again.
 * @param month its first day
 */
export async function drawMonth(tx: Tx, office: Office, month: Temporal.PlainDate): Promise<void> {
  const teams = new Map<string, EligibleRow[]>();
  for (const each of await eligibleIn(tx, office, month)) {
    const team = teams.get(each.team);
    if (team) team.push(each);
    else teams.set(each.team, [each]);
  }
  const chosen: EligibleRow[] = [];
  for (const [team, eligible] of teams) chosen.push(...(await drawTeam(tx, office, month, team, eligible)));
  await tellOfDrawn(tx, office, chosen);
}

async function eligibleIn(
  tx: Tx,
  { organisation, pack }: Office,
  month: Temporal.PlainDate,
): Promise<readonly EligibleRow[]> {
  const { timeZone } = pack.calendar;
  const from = month.toZonedDateTime(timeZone).toInstant();
  const until = month.add({ months: 1 }).toZonedDateTime(timeZone).toInstant();
  return tx.rows(
    eligibleRow,
    sql`select o.id, o.case_id as "caseId", c.lead_id as "leadId", e.staff_id as "recordedBy",
        coalesce(lead.manager_id, '00000000-0000-0000-0000-000000000000') as team
      from obligation o
        join case_file c on c.organisation_id = o.organisation_id and c.id = o.case_id
        left join staff lead on lead.organisation_id = c.organisation_id and lead.id = c.lead_id
        left join event e on e.organisation_id = o.organisation_id and e.id = o.ended_event
      where o.organisation_id = ${organisation} and o.outcome = 'met' and not o.at_birth
        and o.ended_at >= ${from} and o.ended_at < ${until}
      order by o.id`,
  );
}

async function drawTeam(
  tx: Tx,
  office: Office,
  month: Temporal.PlainDate,
  team: string,
  eligible: readonly EligibleRow[],
): Promise<readonly EligibleRow[]> {
  const { organisation, now } = office;
  const seed = randomBytes(16).toString('hex');
  const first = await tx.run(sql`insert into sample_draw (organisation_id, month, team, seed, among, drawn_at)
    values (${organisation}, ${month}, ${team}, ${seed}, ${eligible.length}, ${now}) on conflict do nothing`);
  if (first === 0) return [];
  const chosen = drawn(eligible, seed);
  for (const { id: obligationId, caseId, recordedBy, leadId } of chosen)
    await tx.run(sql`insert into promise_sample (organisation_id, id, month, team, case_id, obligation_id,
        recorded_by, lead_id)
      values (${organisation}, ${newId<string>()}, ${month}, ${team}, ${caseId}, ${obligationId}, ${recordedBy},
        ${leadId})`);
  const data = { month: month.toString(), among: eligible.length, drawn: chosen.length };
  await record(tx, office, { name: 'sample.drawn', data });
  return chosen;
}
