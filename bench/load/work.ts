import { each, isOpen, isPlanned, lead, nth, opened, promiseDue, uid } from './parts.ts';

const nothingInIt = JSON.stringify({
  words: { wants: '', ownWords: '', wishes: '', emergency: '' },
  actions: [],
  options: [],
});
const running = `('{risk-review-medium,plan-review,risk-reviewed-in-time}'::text[])[1 + r]`;

/** What is owed and what was: promises, tasks, plans, and what stands in the diary. */
export const work: readonly string[] = [
  `insert into obligation (organisation_id, id, commitment, pack_id, pack_version, disclosure_id, case_id,
     stops, started_at, due_at, escalate_at, outcome, ended_at, fulfilled_at)
   select org, ${uid('obligation', 'n * 4')}, 'first-contact', 'vivid-2023', '2023-10', ${uid('disclosure')},
     ${uid('case')}, '{contact.made}', ${opened}, ${opened} + interval '6 hours', array[${opened} + interval '6 hours'],
     case when n % 17 = 0 then 'breached' else 'met' end, ${opened} + interval '5 hours',
     ${opened} + interval '5 hours' ${each}`,
  // Those that were due are marked, as the sweep leaves them: broken, and still owed.
  `insert into obligation (organisation_id, id, commitment, pack_id, pack_version, case_id, stops, started_at, due_at,
     escalate_at, escalated, next_look_at, outcome, ended_at)
   select org, ${uid('obligation', 'n * 4 + 1 + r')}, ${running}, 'vivid-2023', '2023-10', ${uid('case')},
     '{review.made}', now() - interval '20 days', due, array[due], (due < now())::int,
     case when due >= now() then due end, case when due < now() then 'breached' end, case when due < now() then due end
   ${each}, generate_series(0, 2) r,
     lateral (select ${promiseDue} as due) at
   where ${isOpen}`,
  `insert into task (organisation_id, id, case_id, owner_id, what, from_page, due_on, added_at)
   select org, ${uid('task')}, ${uid('case')}, ${lead}, 'Ring the school about collection', 'case',
     current_date + (${nth} % 25)::int - 5, ${opened} ${each} where ${isOpen}`,
  `insert into plan_version (organisation_id, id, case_id, number, standing, happened_at, how, prompted_by, review_on,
     content, recorded_at)
   select org, ${uid('plan')}, ${uid('case')}, 1, 'agreed', ${opened} + interval '5 days', 'phone', 'first',
     current_date + (${nth} % 60)::int, '${nothingInIt}', ${opened} + interval '5 days' ${each} where ${isPlanned}`,
  `insert into plan_action (organisation_id, id, case_id, place, what, owner, owner_id, due_on, safety)
   select org, ${uid('action', 'n * 4 + a')}, ${uid('case')}, a, 'Change the lock of the front door', 'colleague',
     ${lead}, current_date + ((${nth} + a * 11) % 40)::int - 5, a = 0 ${each}, generate_series(0, 3) a
   where ${isPlanned}`,
  `insert into planned_contact (organisation_id, id, case_id, staff_id, channel, purpose, starts_at, ends_at,
     safe_contact_id, planned_at, planned_by)
   select org, ${uid('planned')}, ${uid('case')}, ${lead}, 'call', 'How the week was',
     now() + (1 + n % 9) * interval '1 day', now() + (1 + n % 9) * interval '1 day' + interval '30 minutes',
     ${uid('safeContact')}, now() - interval '2 days', ${lead} ${each} where ${isPlanned}`,
  `with ended as (
     select o.commitment, (o.ended_at at time zone 'Europe/London')::date as day,
       lintel.ending(o.outcome, o.at_birth, o.late, o.ended_why) as ending, c.id as wall,
       lintel.whole_team(c.granted_roles) as within
     from obligation o left join case_file c on c.organisation_id = o.organisation_id and c.id = o.case_id
       and lintel.walled(c.granted_roles, c.blocked_staff)
     where o.organisation_id = $1 and o.outcome is not null and $2::bigint < $3::bigint)
   insert into promise_day (organisation_id, commitment, day, wall, ending, number, within)
   select $1, commitment, day, wall, ending, count(*), within from ended where wall is not null group by 2, 3, 4, 5, 7
   union all
   select $1, commitment, day, '00000000-0000-0000-0000-000000000000', ending, count(*), false from ended
   where within is distinct from false group by 2, 3, 5
   on conflict (organisation_id, commitment, day, wall, ending) do update set number = excluded.number`,
];
