-- What runs is counted once, not once for what is in time and once for what is not; and who may see what is walled is
-- read from the index alone: the board reads that for each view.
create or replace function lintel.promises_now(in_since timestamptz, in_now timestamptz, in_open uuid[])
returns table (commitment text, ending text, number bigint)
language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query with hidden as materialized (
    select w.id from walled_subject w
    where w.organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker}'
    except select unnest(in_open)),
  running as (
    select o.commitment, count(*) filter (where o.due_at >= in_now) as in_time,
      count(*) filter (where o.due_at < in_now) as overdue
    from obligation o where o.organisation_id = lintel.organisation() and o.outcome is null
      and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1)
  select r.commitment, e.ending, e.number
  from running r cross join lateral (values ('running', r.in_time), ('overdue', r.overdue)) e (ending, number)
  where e.number > 0
  union all
  select o.commitment, 'overdue', count(*) from obligation o
  where o.organisation_id = lintel.organisation() and o.outcome = 'breached' and o.fulfilled_at is null
    and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1
  union all
  select o.commitment, lintel.ending(o.outcome, o.at_birth, o.late, o.ended_why), count(*) from obligation o
  where o.organisation_id = lintel.organisation() and o.outcome is not null and o.ended_at >= in_since
    and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1, 2;
end $$;

-- An entry of an index holds at most 2,704 bytes: with the names in it, the 156th colleague who is let in or shut out
-- could not be recorded. The names stand in the index as long as they are few, and in the case alone where they
-- are many.
drop index case_file_walled;
create index case_file_walled on case_file (organisation_id, id) include (granted_roles, granted_staff, blocked_staff)
  where lintel.walled(granted_roles, blocked_staff) and cardinality(granted_staff) + cardinality(blocked_staff) <= 100;
create index case_file_walled_of_many on case_file (organisation_id, id)
  where lintel.walled(granted_roles, blocked_staff) and cardinality(granted_staff) + cardinality(blocked_staff) > 100;

create or replace view walled_subject with (security_invoker) as
select c.organisation_id, c.id from case_file c
where lintel.walled(c.granted_roles, c.blocked_staff) and cardinality(c.granted_staff) + cardinality(c.blocked_staff) <= 100
union all
select c.organisation_id, c.id from case_file c
where lintel.walled(c.granted_roles, c.blocked_staff) and cardinality(c.granted_staff) + cardinality(c.blocked_staff) > 100
union all
select d.organisation_id, d.id from disclosure d where d.blocked_staff <> '{}';
