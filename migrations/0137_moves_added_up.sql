-- What has moved since the last count is added up first: what was ended and begun anew in one case is nothing. Of what is
-- left, whether its case is kept to named people is read from an index of such cases alone: hardly any of them is.
create index case_file_kept on case_file (organisation_id, id) where not lintel.whole_team(granted_roles);

create or replace function lintel.promises_now(in_day date, in_now timestamptz, in_named uuid[])
returns table (commitment text, ending text, number bigint)
language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  org uuid := lintel.organisation();
  me uuid := lintel.staff();
  team boolean := coalesce(lintel.roles() && '{da_manager,da_worker}', false);
  midnight timestamptz := in_day::timestamp at time zone 'Europe/London';
begin
  return query with kept as materialized (
    select s.commitment, s.ending, s.number from promise_standing s
    where s.organisation_id = org and (s.whole_team or not team) and s.day in (in_day, 'infinity')
    union all
    select m.commitment, m.ending, m.number
    from (select m.case_id, m.whole_team, m.commitment, m.ending, sum(m.number)::integer as number
        from promise_move m where m.organisation_id = org and m.day in (in_day, 'infinity')
        group by 1, 2, 3, 4 having sum(m.number) <> 0) m
      left join case_file c on c.organisation_id = org and c.id = m.case_id
        and not lintel.whole_team(c.granted_roles)
    where not team or coalesce(m.whole_team, c.id is null)),
  -- What whoever asks is shut out from, and what is open to them besides: few, each as it stands.
  concerning as (
    select c.id as case_id, -1 as sign from case_file c
    where team and c.organisation_id = org and c.blocked_staff <> '{}' and c.blocked_staff @> array[me]
      and lintel.whole_team(c.granted_roles)
    union all
    select c.id, 1 from case_file c
    where team and c.organisation_id = org and c.id = any (in_named) and not lintel.whole_team(c.granted_roles)),
  theirs as materialized (
    select o.commitment, o.outcome, o.fulfilled_at, o.ended_at, o.at_birth, o.late, o.ended_why, o.due_at, s.sign
    from concerning s join obligation o on o.organisation_id = org and o.case_id = s.case_id
    where o.outcome is null or o.outcome = 'breached' and o.fulfilled_at is null or o.ended_at >= midnight
    union all
    select o.commitment, o.outcome, o.fulfilled_at, o.ended_at, o.at_birth, o.late, o.ended_why, o.due_at, -1
    from disclosure d join obligation o on o.organisation_id = d.organisation_id and o.disclosure_id = d.id
    where team and d.organisation_id = org and d.blocked_staff <> '{}' and d.blocked_staff @> array[me]
      and o.case_id is null
      and (o.outcome is null or o.outcome = 'breached' and o.fulfilled_at is null or o.ended_at >= midnight)),
  -- Too late by now, and not marked so yet.
  late as (
    select k.commitment, count(*) as number
    from (select distinct k.commitment from kept k where k.ending = 'running') k
      cross join lateral (
        select o.case_id from obligation o
        where o.organisation_id = org and o.commitment = k.commitment and o.outcome is null and o.due_at < in_now) o
      left join case_file c on c.organisation_id = org and c.id = o.case_id
    where not team or c.id is null or lintel.whole_team(c.granted_roles)
    group by 1)
  select n.commitment, n.ending, sum(n.number)::bigint
  from (
    select k.commitment, k.ending, k.number::bigint from kept k
    union all
    select t.commitment, case when t.outcome is null and t.due_at >= in_now then 'running' else 'overdue' end, t.sign
    from theirs t where t.outcome is null or t.outcome = 'breached' and t.fulfilled_at is null
    union all
    select t.commitment, lintel.ending(t.outcome, t.at_birth, t.late, t.ended_why), t.sign
    from theirs t where t.outcome is not null and (t.ended_at at time zone 'Europe/London')::date = in_day
    union all
    select l.commitment, e.ending, e.sign * l.number
    from late l cross join (values ('running', -1), ('overdue', 1)) e (ending, sign)) n
  group by 1, 2 having sum(n.number) <> 0;
end $$;
