-- Who opened a case, for the data protection officer, by its reference alone: which colleague, on which day, which part
-- and what they said it was for. Nothing else of the case: neither a name nor a home, nor the words of a grant. Of a
-- case that keeps the officer out by a conflict, as of one that is not there: nothing.
create function lintel.case_readers(in_reference text, in_names text[], in_zone text) returns table (
  case_id uuid, day date, staff_id uuid, staff_name text, granted boolean, name text, part text, why text,
  at timestamptz, times bigint
) language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, o.day, o.staff_id, s.name, exists (select from case_access a where a.organisation_id = c.organisation_id
      and a.case_id = c.id and a.staff_id = o.staff_id and a.granted_at <= o.at), o.name, o.part, o.why, o.at, o.times
  from case_file c
    left join lateral (select (e.at at time zone in_zone)::date as day, e.staff_id, e.name,
        coalesce(e.data ->> 'part', '') as part,
        coalesce(e.data ->> 'why', e.data ->> 'reason', e.data ->> 'purpose', '') as why,
        max(e.at) as at, count(*) as times
      from event e where e.organisation_id = c.organisation_id and e.case_id = c.id and e.staff_id is not null
        and e.name = any (in_names)
      group by 1, 2, 3, 4, 5) o on true
    left join staff s on s.organisation_id = c.organisation_id and s.id = o.staff_id
  where c.organisation_id = lintel.organisation() and c.reference = in_reference
    and 'data_protection_officer' = any (lintel.roles()) and not lintel.staff() = any (c.blocked_staff)
  order by o.day desc, o.staff_id, o.at desc, o.name, o.part, o.why limit 1000 $$;
alter function lintel.case_readers owner to lintel_definer;
revoke all on function lintel.case_readers from public;
grant execute on function lintel.case_readers to lintel_app;

-- How many open cases nobody may see, for administrators, who see none: a number and nothing else.
create function lintel.cases_nobody_sees() returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from case_file c where c.organisation_id = lintel.organisation() and c.closed_at is null
    and lintel.roles() && '{administrator,system}' and cardinality(c.blocked_staff) > 0
    and not exists (select from staff s where s.organisation_id = c.organisation_id and s.ended_at is null
      and s.roles && '{da_manager,da_worker}' and not s.id = any (c.blocked_staff)
      and (s.id = any (c.granted_staff) or s.roles && c.granted_roles)) $$;
alter function lintel.cases_nobody_sees owner to lintel_definer;
revoke all on function lintel.cases_nobody_sees from public;
grant execute on function lintel.cases_nobody_sees to lintel_app;

-- What of these somebody is kept from by a conflict: a case, a disclosure, somebody or some home on the register, and
-- whatever was written of such a case. The list of drafts asks, and the job that tells of those that come to an end.
create function lintel.kept_away(in_staff uuid, in_about uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with walled as (
    select c.id from case_file c where c.organisation_id = lintel.organisation() and in_staff = any (c.blocked_staff)
      and (in_staff = lintel.staff() or 'system' = any (lintel.roles()))),
  told as (
    select d.id from disclosure d where d.organisation_id = lintel.organisation() and in_staff = any (d.blocked_staff)
      and (in_staff = lintel.staff() or 'system' = any (lintel.roles())))
  select id from walled where id = any (in_about)
  union select id from told where id = any (in_about)
  union select e.subject_id from walled w join event e on e.organisation_id = lintel.organisation()
    and e.case_id = w.id and e.subject_id = any (in_about)
  union select kept from unnest(lintel.kept_from_of(lintel.organisation(), in_staff)) kept
    where kept = any (in_about) and (in_staff = lintel.staff() or 'system' = any (lintel.roles())) $$;
alter function lintel.kept_away owner to lintel_definer;
revoke all on function lintel.kept_away from public;
grant execute on function lintel.kept_away to lintel_app;
