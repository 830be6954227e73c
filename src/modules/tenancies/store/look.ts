import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { atTheOffice, closesOn, nextWorkingDay } from '#rules/calendar.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { type TenancyEvent, tenancyEvents } from '#rules/tenancy-events.ts';
import { labelOf } from '#rules/words.ts';
import { whoChecks } from '../choosing.ts';

const row = z.object({
  id: z.uuid(),
  tenancy: z.string(),
  kind: z.string() as unknown as z.ZodType<TenancyEvent>,
  way: z.string(),
  saidAt: instant,
  seen: z.boolean(),
  givenTo: id<StaffId>().nullable(),
  before: id<StaffId>().nullable(),
  givenAt: instant.nullable(),
  times: z.number(),
  cases: z.array(z.object({ caseId: id<CaseId>(), leadId: id<StaffId>().nullable(), known: z.boolean() })),
  waits: z.boolean(),
});
type Unanswered = z.infer<typeof row>;

/**
 * Whom what is held concerns, who checks it, and who is told. For the job: whoever enters it waits for nothing of this,
 * and cannot tell by the time whether anybody was found. What is not answered is looked at each time anew, for a case
 * may have been opened since.
 */
export async function lookAtEvents(tx: Tx, office: Office): Promise<void> {
  const { organisation } = office;
  const events = await tx.rows(
    row,
    sql`select e.id, e.tenancy, e.kind, e.way, e.said_at as "saidAt", e.looked_at is not null as seen,
        e.given_to as "givenTo", e.given_before as before, e.given_at as "givenAt", e.given_times as times,
        coalesce((select json_agg(json_build_object('caseId', c.id, 'leadId', c.lead_id, 'known', k.id is not null)
            order by c.opened_at, c.id)
          from (select f.case_id from lintel.tenancy_concerns(e.tenancy) f where f.case_id is not null
              union select k.case_id from tenancy_event_check k where k.organisation_id = e.organisation_id
                and k.event_id = e.id and k.case_id is not null) f
            join case_file c on c.organisation_id = e.organisation_id and c.id = f.case_id
            left join tenancy_event_check k on k.organisation_id = e.organisation_id and k.event_id = e.id
              and k.case_id = c.id), '[]') as cases,
        exists (select from lintel.tenancy_concerns(e.tenancy) f where f.waits) as waits
      from tenancy_event e
      where e.organisation_id = ${organisation} and e.told is null
      order by e.said_at, e.id limit 200`,
  );
  if (events.length === 0) return;
  const team = await listStaff(tx, organisation, { roles: ['da_manager', 'da_worker'] });
  const managers = team.filter(({ roles }) => roles.includes('da_manager')).map((each) => each.id);
  const told = new Set<StaffId>();
  for (const event of events) {
    for (const each of event.cases) if (!each.known) await meets(tx, office, event, each);
    const checker = await choose(
      tx,
      office,
      event,
      team.map((each) => each.id),
    );
    if (!event.seen || checker !== event.givenTo)
      for (const each of [...managers, ...(checker ? [checker] : [])]) told.add(each);
    if (!event.seen)
      await record(tx, office, { name: 'tenancy-event.held', subjectId: event.id, data: { why: event.way } });
  }
  await notify(tx, office, { staffIds: [...told], kind: 'tenancy_event_held' });
}

const subjectRow = z.object({ subject: z.uuid() });

/** It concerns a case: it is looked into there, by whoever works on it. */
async function meets(
  tx: Tx,
  office: Office,
  event: Unanswered,
  about: Unanswered['cases'][number],
): Promise<void> {
  const { organisation, now } = office;
  const { caseId, leadId } = about;
  const checkId = newId<string>();
  const became = await tx.run(sql`update tenancy_event_check set case_id = ${caseId}
    where organisation_id = ${organisation} and event_id = ${event.id} and case_id is null and answer is null`);
  if (became === 0)
    await tx.run(sql`insert into tenancy_event_check (organisation_id, id, event_id, case_id, made_at)
      values (${organisation}, ${checkId}, ${event.id}, ${caseId}, ${now})`);
  const { subject } = await tx.one(
    subjectRow,
    sql`select id as subject from tenancy_event_check where organisation_id = ${organisation}
      and event_id = ${event.id} and case_id = ${caseId}`,
  );
  const happening = { caseId, subjectId: subject, happenedAt: event.saidAt } as const;
  await happened(tx, office, {
    name: 'tenancy-event.met',
    ...happening,
    recurs: true,
    data: { why: event.kind },
  });
  await addEntry(tx, office, {
    ...{ kind: 'note', source: 'record', disclosableTo: [] },
    ...{ caseId, happenedAt: event.saidAt, knownAt: now, subjectId: subject },
    words: `${labelOf(tenancyEvents, event.kind)}: it came in for the tenancy, and is held until it is answered.`,
  });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = [...new Set([...(leadId ? [leadId] : []), ...managers.map((each) => each.id)])];
  await notify(tx, office, { staffIds, kind: 'tenancy_event_met', caseId });
}

const tellable = z.object({ id: id<StaffId>() });

/**
 * Somebody checks it, and somebody else from the end of the next working day on: it never waits for one colleague.
 * @returns who; null while what was told of them waits for triage
 */
async function choose(
  tx: Tx,
  office: Office,
  event: Unanswered,
  team: readonly StaffId[],
): Promise<StaffId | null> {
  const { organisation, now } = office;
  const [about] = event.cases;
  const stays = event.givenTo !== null && team.includes(event.givenTo) && !isLate(event, office);
  if (!about && event.waits && event.givenTo === null) {
    await tx.run(sql`update tenancy_event set looked_at = coalesce(looked_at, ${now})
      where organisation_id = ${organisation} and id = ${event.id}`);
    return null;
  }
  const isNew = event.cases.some(({ known }) => !known);
  if (stays && !isNew) return event.givenTo;
  const seeing = about
    ? await tx.rows(
        tellable,
        sql`select t as id from lintel.may_be_told(${team}::uuid[], ${about.caseId}::uuid, null::uuid) t order by 1`,
      )
    : team.map((each) => ({ id: each }));
  const candidates = seeing.map((each) => each.id);
  const first = about?.leadId && isNew && candidates.includes(about.leadId) ? about.leadId : null;
  const before = event.givenTo ?? event.before;
  const checker =
    first ?? whoChecks(candidates, { of: `${event.tenancy} ${event.kind}`, before, times: event.times });
  await tx.run(sql`update tenancy_event set looked_at = coalesce(looked_at, ${now}), given_before = ${before},
      given_to = ${checker}, given_at = ${now}, given_times = given_times + 1
    where organisation_id = ${organisation} and id = ${event.id}`);
  if (!about && checker !== null)
    await tx.run(sql`insert into tenancy_event_check as k (organisation_id, id, event_id, case_id, given_to, made_at)
      values (${organisation}, ${newId<string>()}, ${event.id}, null, ${checker}, ${now})
      on conflict (organisation_id, event_id, case_id) do update set given_to = excluded.given_to`);
  return checker;
}

function isLate({ givenAt }: Unanswered, { now, calendar }: Office): boolean {
  if (givenAt === null) return true;
  const until = closesOn(nextWorkingDay(atTheOffice(givenAt, calendar).toPlainDate(), calendar), calendar);
  return Temporal.Instant.compare(until, now) < 0;
}
