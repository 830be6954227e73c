import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { join, type Sql, sql, type Tx, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { EventName } from '#rules/event.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { AlsoCounted, Measure, Pack } from '#rules/pack.ts';
import { type LastDays, lastDaysFor, lastInTime } from '../last-days.ts';
import { countedEvent, isCounted } from '../measures.ts';
import type { Days } from '../period.ts';
import { type Held, heldIn } from './held.ts';

/**
 * Computes the figures of these days (both included) again from promises and events, and nothing else: whatever stood
 * there before goes. Doing it twice changes nothing.
 */
export async function summarise(
  services: Services,
  organisation: OrganisationId,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<void> {
  await transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    await summariseDays(tx, office, { from, to }, await heldIn(tx, services.packs, organisation));
  });
}

/** What is not over by now has not ended. Each day is counted under the policy that held then. */
export async function summariseDays(
  tx: Tx,
  office: Office,
  days: Days,
  held: readonly Held[],
): Promise<void> {
  const { organisation } = office;
  await tx.run(sql`delete from promise_day
    where organisation_id = ${organisation} and day between ${days.from} and ${days.to}`);
  const lastFor = lastDaysFor(days, office.calendar);
  const figures = [
    clocks(office, days),
    ...held.flatMap((each) =>
      each.pack.commitments.flatMap(({ id, measure }) => figuresOf(id, measure, each)),
    ),
  ];
  await tx.run(sql`with walled as materialized (${walls(organisation)}),
    figures (organisation_id, commitment, day, wall, ending, number) as materialized (
      select organisation_id, commitment, day, wall, ending, sum(number)
      from (${join(figures, ' union all ')}) f (organisation_id, commitment, day, wall, ending, number)
      group by 1, 2, 3, 4, 5),
    apart as (select distinct wall, within from walled)
    insert into promise_day (organisation_id, commitment, day, wall, ending, number, within)
    select organisation_id, commitment, day, wall, ending, number, within from figures join apart using (wall)
    union all
    select organisation_id, commitment, day, ${forAll}, ending, sum(number), false
    from figures left join apart using (wall) where within is distinct from false group by 1, 2, 3, 5`);

  function figuresOf(id: string, measure: Measure, span: Held): Sql[] {
    if (measure.kind === 'evidence') {
      const last = lastFor(measure.withinWorkingDays);
      return [evidence(office, { ...days, last }, id, measure, span)];
    }
    if (measure.kind === 'share') return [share(office, days, id, measure, span)];
    if (!isCounted(measure)) return [];
    const event = countedEvent(measure);
    if (event === null) return [];
    return [
      measure.kind === 'offer'
        ? offers(office, days, id, measure, span)
        : counts(office, days, { id, event, ...apart(measure) }, span),
    ];
  }
}

/** Promises with a deadline, on the day on which they ended, each by how it ended. */
function clocks({ organisation, pack }: Office, days: Days): Sql {
  return sql`select ${organisation}::uuid, commitment, ${dayOf(sql`ended_at`, pack)} as day, ${wall} as wall,
      lintel.ending(outcome, at_birth, late, ended_why), count(*)::int
    from obligation left join walled on walled.id = coalesce(case_id, disclosure_id)
    where organisation_id = ${organisation} and outcome is not null
      and ended_at >= ${start(days.from, pack)} and ended_at < ${start(days.to.add({ days: 1 }), pack)}
    group by 2, 3, 4, 5`;
}

/**
 * Of the subjects with one event, those with another within so many working days: kept on the day that showed it,
 * broken on the last day on which it could have been shown. What the very act shows that began it, such as opening the
 * case, is told apart. It is owed under the policy that held when it began.
 */
function evidence(
  office: Office,
  { last, ...days }: Days & { readonly last: readonly LastDays[] },
  id: string,
  measure: Extract<Measure, { kind: 'evidence' }>,
  span: Held,
): Sql {
  const { organisation, pack, calendar } = office;
  const { per } = measure;
  const subject = per === 'case' ? sql`case_id` : sql`subject_id`;
  const earliest = start(last[0]?.day ?? days.from, pack);
  const until = start(days.to.add({ days: 1 }), pack);
  return sql`select ${organisation}::uuid, ${id}, day, ${wall} as wall,
      case when not kept then 'breached' when at_birth then 'at-birth' else 'met' end, count(*)::int
    from (
      select begun.subject, shown.at is not null and ${dayOf(sql`shown.at`, pack)} <= begun.last_day as kept,
        shown.at = begun.at and shown.txid = begun.txid as at_birth,
        case when shown.at is not null and ${dayOf(sql`shown.at`, pack)} <= begun.last_day
          then ${dayOf(sql`greatest(shown.at, begun.at)`, pack)} else begun.last_day end as day
      from (
        select first.*, case when ${timeOf(sql`first.at`, pack)} < ${lastInTime(calendar).toString()}::time
          then w.in_time else w.after end as last_day
        from (
          select ${subject} as subject, min(at) as at, min(txid) as txid
          from event where organisation_id = ${organisation} and name = ${measure.of} and ${subject} is not null
            and at >= ${earliest} and at < ${until} group by 1 having ${within(sql`min(at)`, span)}) first
        join unnest(${last.map(({ day }) => day)}::date[], ${last.map(({ inTime }) => inTime)}::date[],
          ${last.map(({ after }) => after)}::date[]) w (day, in_time, after)
          on w.day = ${dayOf(sql`first.at`, pack)}) begun
      left join (
        select ${subject} as subject, min(at) as at, min(txid) as txid from event
        where organisation_id = ${organisation} and name = any (${[...measure.shownBy]}) and ${subject} is not null
          and at >= ${earliest} and at < ${until} group by 1) shown on shown.subject = begun.subject) ended
      left join walled on walled.id = subject
    where day between ${days.from} and ${days.to} and (kept or day < ${today(office)})
    group by 3, 4, 5`;
}

/** Each time at which it was asked or done, or was not; what could not be is told apart by the name of the event. */
function share(
  { organisation, pack }: Office,
  days: Days,
  id: string,
  { done, notDone, apart, kinds }: Extract<Measure, { kind: 'share' }>,
  span: Held,
): Sql {
  return sql`select ${organisation}::uuid, ${id}, ${dayOf(sql`at`, pack)} as day, ${wall} as wall,
      case when name = any (${[...done]}) then 'met' when name = any (${[...notDone]}) then 'breached'
        else 'otherwise:' || name end, count(*)::int
    from event left join walled on walled.id = coalesce(case_id, subject_id)
    where organisation_id = ${organisation} and name = any (${[...done, ...notDone, ...apart]})
      ${kinds ? sql`and data ->> 'kind' = any (${[...kinds]})` : sql``}
      and at >= ${start(days.from, pack)} and at < ${start(days.to.add({ days: 1 }), pack)}
      and ${within(sql`at`, span)}
    group by 3, 4, 5`;
}

/** Something that is only counted; where it is told apart by why, what spoke first against it says it. */
function counts(
  { organisation, pack }: Office,
  days: Days,
  { id, event, why, also }: { readonly id: string; readonly event: EventName } & ReturnType<typeof apart>,
  span: Held,
): Sql {
  const ending = why ? sql`'counted:' || coalesce(data -> 'why' ->> 0, 'not_said')` : sql`'counted'`;
  return sql`select ${organisation}::uuid, ${id}, ${dayOf(sql`at`, pack)} as day,
      ${wall} as wall, ${ending}, count(*)::int
    from event left join walled on walled.id = coalesce(case_id, subject_id)
    where organisation_id = ${organisation} and (${join([sql`name = ${event}`, ...also.map(alsoCounted)], ' or ')})
      and at >= ${start(days.from, pack)} and at < ${start(days.to.add({ days: 1 }), pack)}
      and ${within(sql`at`, span)}
    group by 3, 4, 5`;
}

function apart(measure: Measure): { readonly why: boolean; readonly also: readonly AlsoCounted[] } {
  if (measure.kind !== 'count') return { why: false, also: [] };
  return { why: measure.by === 'why', also: measure.also ?? [] };
}

function alsoCounted({ of, says, oneOf }: AlsoCounted): Sql {
  return sql`(name = any (${[...of]}) and data ->> ${says} = any (${[...oneOf]}))`;
}

/**
 * What was offered, by its kind and by what the person said to it last; each offer once. A list that was gone through
 * at the desk is told apart: six or more within ten minutes in one case are no six conversations.
 */
function offers(
  { organisation, pack }: Office,
  days: Days,
  id: string,
  { offered, kinds = [] }: Extract<Measure, { kind: 'offer' }>,
  span: Held,
): Sql {
  return sql`select ${organisation}::uuid, ${id}, ${dayOf(sql`e.at`, pack)} as day, ${wall} as wall,
      'counted:' || (e.data ->> 'kind') || ':' || case when (
        select count(*) from event n where n.organisation_id = e.organisation_id and n.case_id = e.case_id
          and n.name = e.name and n.at between e.at - interval '10 minutes' and e.at + interval '10 minutes') > 5
        then 'at_once' else coalesce((
        select a.data ->> 'answer' from event a
        where a.organisation_id = e.organisation_id and a.case_id = e.case_id and a.subject_id = e.subject_id
          and a.name = 'plan.option-answered' order by a.at desc, a.id desc limit 1), e.data ->> 'answer') end,
      count(*)::int
    from event e left join walled on walled.id = coalesce(e.case_id, e.subject_id)
    where e.organisation_id = ${organisation} and e.name = ${offered} and e.data ->> 'kind' = any (${[...kinds]})
      and e.at >= ${start(days.from, pack)} and e.at < ${start(days.to.add({ days: 1 }), pack)}
      and ${within(sql`e.at`, span)}
    group by 3, 4, 5`;
}

/** While that policy held. */
function within(at: Sql, { from, until }: Held): Sql {
  return sql`(${from}::timestamptz is null or ${at} >= ${from})
    and (${until}::timestamptz is null or ${at} < ${until})`;
}

/** Whose row counts what the whole team may see. */
const forAll = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** Whose row counts a thing: that of its case or disclosure where somebody may not see it, else the one for all. */
const wall = sql`coalesce(walled.wall, ${forAll})`;

/**
 * What is walled, and whether the row for all counts it besides: what the team may see but for those who have a
 * conflict. A disclosure without a wall of its own stands behind that of the case which it became.
 */
function walls(organisation: OrganisationId): Sql {
  const team = (file: Sql) => sql`coalesce(lintel.whole_team(${file}.granted_roles), true)`;
  return sql`select w.id, w.id as wall, ${team(sql`c`)} and ${team(sql`b`)} as within from walled_subject w
      left join case_file c on c.organisation_id = w.organisation_id and c.id = w.id
      left join disclosure d on d.organisation_id = w.organisation_id and d.id = w.id
      left join case_file b on b.organisation_id = d.organisation_id and b.id = d.case_id
    where w.organisation_id = ${organisation}
    union all
    select d.id, c.id, ${team(sql`c`)} from walled_subject w
      join case_file c on c.organisation_id = w.organisation_id and c.id = w.id
      join disclosure d on d.organisation_id = c.organisation_id and d.case_id = c.id
    where w.organisation_id = ${organisation} and d.blocked_staff = '{}'`;
}

function dayOf(at: Sql, { calendar }: Pack): Sql {
  return sql`(${at} at time zone ${calendar.timeZone})::date`;
}

function timeOf(at: Sql, { calendar }: Pack): Sql {
  return sql`(${at} at time zone ${calendar.timeZone})::time`;
}

function start(day: Temporal.PlainDate, { calendar }: Pack): Temporal.Instant {
  return day.toZonedDateTime(calendar.timeZone).toInstant();
}
