-- The days of the board go by what concerns the asker alone, as what runs does (0110): the row for all counts whatever
-- the whole team may see, with what one of them has a conflict with. What is walled stands in a row of its own besides,
-- to be taken off for whom it is kept from (`within`), or to be added for whom it is kept to.
alter table promise_day add within boolean not null default false;
comment on column promise_day.within is 'counted in the row for all as well';

alter table promise_day no force row level security;
alter table case_file no force row level security;
alter table disclosure no force row level security;
update promise_day p set within = true from case_file c
  where c.organisation_id = p.organisation_id and c.id = p.wall and lintel.whole_team(c.granted_roles);
update promise_day p set within = true
  from disclosure d left join case_file c on c.organisation_id = d.organisation_id and c.id = d.case_id
  where d.organisation_id = p.organisation_id and d.id = p.wall and coalesce(lintel.whole_team(c.granted_roles), true);
insert into promise_day (organisation_id, commitment, day, wall, ending, number)
  select organisation_id, commitment, day, '00000000-0000-0000-0000-000000000000', ending, sum(number)
  from promise_day where within group by 1, 2, 3, 5
  on conflict (organisation_id, commitment, day, wall, ending)
    do update set number = promise_day.number + excluded.number;
alter table promise_day force row level security;
alter table case_file force row level security;
alter table disclosure force row level security;

drop index promise_day_period;
create index promise_day_period on promise_day (organisation_id, wall, day)
  include (commitment, ending, number, within);
create index promise_day_named on promise_day (organisation_id, day) include (commitment, ending, number)
  where not within and wall <> '00000000-0000-0000-0000-000000000000';

-- Nobody but the program reads it: the row for all tells everybody of what is kept from one of them.
drop policy organisation on promise_day;
create policy organisation on promise_day to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any ((select lintel.roles())::text[]));

-- Its days are counted anew as well where a case that somebody has a conflict with is kept to named people, or no more.
drop trigger case_walled on case_file;
create trigger case_walled after update of granted_roles, blocked_staff on case_file for each row
  when (lintel.walled(old.granted_roles, old.blocked_staff) <> lintel.walled(new.granted_roles, new.blocked_staff)
    or lintel.whole_team(old.granted_roles) <> lintel.whole_team(new.granted_roles))
  execute function lintel.case_walled();

-- For the team, how promises ended in spans of days, both ends included: what is kept for all, less what whoever asks
-- is shut out from, and of what is kept to named people the cases among `in_named`, which they read through their own
-- wall.
create function lintel.promises_in(in_from date[], in_to date[], in_named uuid[])
returns table (span bigint, commitment text, ending text, number bigint)
language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  org uuid := lintel.organisation();
  me uuid := lintel.staff();
  shut uuid[];
  open uuid[];
begin
  if not coalesce(lintel.roles() && '{da_manager,da_worker}', false) then return; end if;
  shut := array(select c.id from case_file c
    where c.organisation_id = org and c.blocked_staff <> '{}' and c.blocked_staff @> array[me]);
  shut := shut || array(
    select d.id from disclosure d
    where d.organisation_id = org and d.blocked_staff <> '{}' and d.blocked_staff @> array[me]
    union
    select d.id from disclosure d where d.organisation_id = org and d.case_id = any (shut) and d.blocked_staff <> '{}');
  open := in_named || array(
    select d.id from disclosure d where d.organisation_id = org and d.case_id = any (in_named)
      and d.blocked_staff <> '{}' and not me = any (d.blocked_staff));
  return query select s.span, n.commitment, n.ending, sum(n.number)::bigint
    from unnest(in_from, in_to) with ordinality s (first, last, span)
      cross join lateral (
        select p.commitment, p.ending, p.number from promise_day p
        where p.organisation_id = org and p.wall = '00000000-0000-0000-0000-000000000000'
          and p.day between s.first and s.last
        union all
        select p.commitment, p.ending, -p.number from promise_day p
        where p.organisation_id = org and p.wall = any (shut) and p.day between s.first and s.last and p.within
        union all
        select p.commitment, p.ending, p.number from promise_day p
        where p.organisation_id = org and p.wall = any (open) and p.day between s.first and s.last and not p.within) n
    group by 1, 2, 3 having sum(n.number) <> 0;
end $$;
alter function lintel.promises_in owner to lintel_definer;
revoke all on function lintel.promises_in from public;
grant execute on function lintel.promises_in to lintel_app;

-- Of everything, for those who see no case: the row for all, and what is not within it.
create or replace function lintel.promise_totals(in_from date[], in_to date[])
returns table (span bigint, commitment text, ending text, number bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if lintel.roles() && '{da_manager,da_worker}' then return; end if;
  return query select s.span, t.* from unnest(in_from, in_to) with ordinality s (first, last, span)
    cross join lateral (
      select n.commitment, n.ending, sum(n.number) from (
        select p.commitment, p.ending, p.number from promise_day p
        where p.organisation_id = lintel.organisation() and p.wall = '00000000-0000-0000-0000-000000000000'
          and p.day between s.first and s.last
        union all
        select p.commitment, p.ending, p.number from promise_day p
        where p.organisation_id = lintel.organisation() and p.day between s.first and s.last
          and not p.within and p.wall <> '00000000-0000-0000-0000-000000000000') n
      group by 1, 2) t;
end $$;
