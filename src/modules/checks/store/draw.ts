import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Office, officeOf } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, DisclosureId, ObligationId, OrganisationId, StaffId } from '#rules/facts.ts';
import { drawn } from './chance.ts';
import { tellOfDrawn } from './tell-of-drawn.ts';

const eligibleRow = z.object({
  id: id<ObligationId>(),
  caseId: id<CaseId>().nullable(),
  /** Of what never became a case. */
  disclosureId: id<DisclosureId>().nullable(),
  team: z.uuid(),
  recordedBy: id<StaffId>().nullable(),
  leadId: id<StaffId>().nullable(),
  hadAHand: z.array(id<StaffId>()),
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
 * Five promises for each team that ended in this month and count as kept, by chance: of its cases, and of what it
 * handed over without a case. What was kept by the act that began it is not among them: there is nothing to look at. A
 * team that was drawn for is not drawn for again.
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

/**
 * On whose word it rests besides whoever recorded it: who spoke with the person, who wrote it down for another to
 * confirm, and, where it never became a case, who handed it over and who agreed to that.
 */
const hadAHand = sql`array(select distinct who from (
    select unnest(array[e.data ->> 'by', e.data ->> 'writtenBy'])::uuid where e.name = 'contact.made'
    union all select unnest(array[t.decided_by, t.reached_by]) from triage t
      where o.case_id is null and t.organisation_id = o.organisation_id and t.disclosure_id = o.disclosure_id
    union all select unnest(array[h.proposed_by, h.decided_by]) from handover h
      where o.case_id is null and h.decision = 'approved'
        and h.organisation_id = o.organisation_id and h.disclosure_id = o.disclosure_id
    union all select unnest(array[k.spoke_by, k.proposed_by, k.decided_by]) from told_contact k
      where o.case_id is null and k.decision = 'approved'
        and k.organisation_id = o.organisation_id and k.disclosure_id = o.disclosure_id
  ) hands (who) where who is not null)`;

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
    sql`select o.id, o.case_id as "caseId", case when o.case_id is null then o.disclosure_id end as "disclosureId",
        c.lead_id as "leadId", e.staff_id as "recordedBy", ${hadAHand} as "hadAHand",
        coalesce(whose.manager_id, '00000000-0000-0000-0000-000000000000') as team
      from obligation o
        left join case_file c on c.organisation_id = o.organisation_id and c.id = o.case_id
        left join event e on e.organisation_id = o.organisation_id and e.id = o.ended_event
        left join lateral (select t.decided_by from triage t
          where o.case_id is null and t.organisation_id = o.organisation_id and t.disclosure_id = o.disclosure_id
          order by t.decided_at desc, t.id desc limit 1) handed on true
        left join staff whose on whose.organisation_id = o.organisation_id
          and whose.id = case when o.case_id is null then coalesce(handed.decided_by, e.staff_id) else c.lead_id end
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
  for (const { id: obligationId, caseId, disclosureId, recordedBy, leadId, hadAHand } of chosen)
    await tx.run(sql`insert into promise_sample (organisation_id, id, month, team, case_id, disclosure_id,
        obligation_id, recorded_by, lead_id, had_a_hand)
      values (${organisation}, ${newId<string>()}, ${month}, ${team}, ${caseId}, ${disclosureId}, ${obligationId},
        ${recordedBy}, ${leadId}, ${hadAHand})`);
  const data = { month: month.toString(), among: eligible.length, drawn: chosen.length };
  await record(tx, office, { name: 'sample.drawn', data });
  return chosen;
}
