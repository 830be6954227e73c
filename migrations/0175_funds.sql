-- Money that is set aside for help (V4.4c, V4.4d, L2.7b). A fund has a budget for each financial year, and no case:
-- whoever looks after it learns of nobody.
create table fund (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null check (name <> ''),
  about text not null default '',
  opened_at timestamptz not null,
  opened_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, opened_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check ((ended_at is null) = (ended_why = ''))
);
create unique index fund_name on fund (organisation_id, lower(name)) where ended_at is null;
create index fund_opener on fund (organisation_id, opened_by) where opened_by is not null;
create index fund_ender on fund (organisation_id, ended_by) where ended_by is not null;
call lintel.protect('fund', $policy$(select lintel.roles()) && '{finance,da_manager,da_worker,system}'::text[]$policy$);
create policy own_name on fund as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and opened_by is not distinct from lintel.staff());
create policy kept_by_finance on fund as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and (select lintel.roles()) && '{finance,system}'::text[]);
create policy opened_by_finance on fund as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and (select lintel.roles()) && '{finance,system}'::text[]);
grant select, insert, update (ended_at, ended_by, ended_why) on fund to lintel_app;
create policy definer on fund for select to lintel_definer using (true);
grant select on fund to lintel_definer;

-- What lies at each place of a fund in a financial year (2026: from 1 April 2026), as its moves leave it. Nobody writes
-- here but the moves, and nothing but what the landlord put in goes below nought.
create table fund_account (
  organisation_id uuid not null,
  fund_id uuid not null,
  year integer not null,
  place text not null check (place in ('landlord', 'free', 'reserved', 'committed', 'paid')),
  pence bigint not null check (pence >= 0 or place = 'landlord'),
  primary key (organisation_id, fund_id, year, place),
  foreign key (organisation_id, fund_id) references fund
);
call lintel.protect('fund_account', 'false');
create policy definer on fund_account to lintel_definer using (true) with check (true);
grant select, insert, update on fund_account to lintel_definer;

-- Each moves an amount from one place to another: what leaves one arrives at the other, so that the books balance
-- whatever is written. Only ever added to; a mistake is moved back.
create table fund_move (
  organisation_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  from_year integer not null,
  from_place text not null check (from_place in ('landlord', 'free', 'reserved', 'committed', 'paid')),
  to_year integer not null,
  to_place text not null check (to_place in ('landlord', 'free', 'reserved', 'committed', 'paid')),
  pence bigint not null check (pence > 0),
  because text not null check (because in ('budget', 'help', 'year_end')),
  -- for whom, behind the wall of the case; the offer that it is for
  case_id uuid,
  subject_id uuid,
  words text not null default '',
  moved_at timestamptz not null,
  moved_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, fund_id) references fund,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, moved_by) references staff,
  check ((from_year, from_place) <> (to_year, to_place)),
  check ((case_id is null) = (subject_id is null)),
  check (because <> 'budget' or (case_id is null and from_place = 'landlord' and to_place = 'free')),
  check (because <> 'help' or (case_id is not null and 'landlord' not in (from_place, to_place)))
);
create index fund_move_fund on fund_move (organisation_id, fund_id, moved_at);
create index fund_move_subject on fund_move (organisation_id, subject_id) where subject_id is not null;
create index fund_move_case on fund_move (organisation_id, case_id) where case_id is not null;
create index fund_move_mover on fund_move (organisation_id, moved_by) where moved_by is not null;
-- What was put in is read by those who look after the money; what was taken out, only behind the wall of its case.
call lintel.protect('fund_move', $policy$'system' = any ((select lintel.roles())::text[]) or case
  when case_id is null then because = 'budget' and (select lintel.roles()) && '{finance,da_manager}'::text[]
  else case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id) end$policy$);
create policy own_name on fund_move as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and moved_by is not distinct from lintel.staff()
    and because <> 'year_end'
    and (because <> 'budget' or (select lintel.roles()) && '{finance,system}'::text[]));
grant select, insert on fund_move to lintel_app;
create policy definer on fund_move for select to lintel_definer using (true);
create policy definer_writes on fund_move for insert to lintel_definer with check (true);
grant select, insert on fund_move to lintel_definer;

-- Moves what lies there before the row is kept; where too little lies there nothing is written, which whoever moves it
-- sees by the count. One after the other within a fund, so that two cannot both take the last of it.
create function lintel.move_money() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('fund ' || new.fund_id, 0));
  if new.from_place = 'free' and new.to_place in ('reserved', 'committed', 'paid') and exists (
      select from fund f where f.organisation_id = new.organisation_id and f.id = new.fund_id
        and f.ended_at is not null) then
    return null;
  end if;
  update fund_account a set pence = a.pence - new.pence
    where a.organisation_id = new.organisation_id and a.fund_id = new.fund_id and a.year = new.from_year
      and a.place = new.from_place and (a.place = 'landlord' or a.pence >= new.pence);
  if not found then
    if new.from_place <> 'landlord' then return null; end if;
    insert into fund_account (organisation_id, fund_id, year, place, pence)
      values (new.organisation_id, new.fund_id, new.from_year, new.from_place, -new.pence);
  end if;
  insert into fund_account as a (organisation_id, fund_id, year, place, pence)
    values (new.organisation_id, new.fund_id, new.to_year, new.to_place, new.pence)
    on conflict (organisation_id, fund_id, year, place) do update set pence = a.pence + excluded.pence;
  return new;
end $$;
alter function lintel.move_money owner to lintel_definer;
revoke all on function lintel.move_money from public;
create trigger moves_money before insert on fund_move for each row execute function lintel.move_money();

-- What something that helps somebody takes of a fund, as it stands now, and whether the fund has it. What no fund has
-- is done all the same: a manager finds the money.
create table fund_use (
  organisation_id uuid not null,
  subject_id uuid not null,
  case_id uuid not null,
  -- the kind of offer, as it was called
  called text not null,
  fund_id uuid not null,
  place text not null check (place in ('reserved', 'committed', 'paid', 'nothing')),
  pence integer not null check (pence >= 0),
  covered boolean not null,
  since timestamptz not null,
  set_by uuid,
  primary key (organisation_id, subject_id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, fund_id) references fund,
  foreign key (organisation_id, set_by) references staff
);
create index fund_use_fund on fund_use (organisation_id, fund_id, since) where not covered;
create index fund_use_of on fund_use (organisation_id, fund_id);
create index fund_use_case on fund_use (organisation_id, case_id);
create index fund_use_setter on fund_use (organisation_id, set_by) where set_by is not null;
call lintel.protect_case_child('fund_use');
grant select, insert, update on fund_use to lintel_app;
create policy definer on fund_use to lintel_definer using (true) with check (true);
grant select, update on fund_use to lintel_definer;

-- A financial year of a fund was ended: what had been promised and was not yet paid is carried over or set free, and
-- what was left goes back to the landlord or is carried over.
create table fund_year_end (
  organisation_id uuid not null,
  fund_id uuid not null,
  year integer not null,
  promised text not null check (promised in ('carried', 'released')),
  rest text not null check (rest in ('carried', 'returned')),
  why text not null check (why <> ''),
  ended_at timestamptz not null,
  ended_by uuid,
  primary key (organisation_id, fund_id, year),
  foreign key (organisation_id, fund_id) references fund,
  foreign key (organisation_id, ended_by) references staff
);
create index fund_year_end_by on fund_year_end (organisation_id, ended_by) where ended_by is not null;
call lintel.protect('fund_year_end', $policy$(select lintel.roles()) && '{finance,da_manager,system}'::text[]$policy$);
create policy ended_by_finance on fund_year_end as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and (select lintel.roles()) && '{finance,system}'::text[]
    and ended_by is not distinct from lintel.staff());
grant select, insert on fund_year_end to lintel_app;
create policy definer on fund_year_end for select to lintel_definer using (true);
grant select on fund_year_end to lintel_definer;

-- Moves what a year that is over leaves, as it was decided. What was ordered is always carried over: somebody waits for
-- it. @returns how many things no fund has any more, because what was promised for them was set free
create function lintel.end_fund_year(in_fund uuid, in_year integer, in_now timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  org constant uuid := lintel.organisation();
  decided fund_year_end;
  held record;
  left_over bigint;
begin
  if not lintel.roles() && '{finance,system}' then
    raise exception 'Only those who look after money end a year' using errcode = 'insufficient_privilege';
  end if;
  select e.* into strict decided from fund_year_end e
    where e.organisation_id = org and e.fund_id = in_fund and e.year = in_year;
  perform pg_advisory_xact_lock(hashtextextended('fund ' || in_fund, 0));
  for held in
    select m.case_id, m.subject_id, p.place,
      sum(case when (m.to_year, m.to_place) = (in_year, p.place) then m.pence else 0 end
        - case when (m.from_year, m.from_place) = (in_year, p.place) then m.pence else 0 end) as pence
    from fund_move m cross join (values ('reserved'), ('committed')) as p (place)
    where m.organisation_id = org and m.fund_id = in_fund and m.subject_id is not null
    group by 1, 2, 3 having sum(case when (m.to_year, m.to_place) = (in_year, p.place) then m.pence else 0 end
        - case when (m.from_year, m.from_place) = (in_year, p.place) then m.pence else 0 end) > 0
    order by m.subject_id, p.place
  loop
    if held.place = 'committed' or decided.promised = 'carried' then
      insert into fund_move (organisation_id, id, fund_id, from_year, from_place, to_year, to_place, pence, because,
          case_id, subject_id, moved_at, moved_by)
        values (org, gen_random_uuid(), in_fund, in_year, held.place, in_year + 1, held.place, held.pence, 'year_end',
          held.case_id, held.subject_id, in_now, lintel.staff());
    else
      insert into fund_move (organisation_id, id, fund_id, from_year, from_place, to_year, to_place, pence, because,
          case_id, subject_id, moved_at, moved_by)
        values (org, gen_random_uuid(), in_fund, in_year, held.place, in_year, 'free', held.pence, 'year_end',
          held.case_id, held.subject_id, in_now, lintel.staff());
      update fund_use u set covered = false, since = in_now
        where u.organisation_id = org and u.subject_id = held.subject_id;
    end if;
  end loop;
  select a.pence into left_over from fund_account a
    where a.organisation_id = org and a.fund_id = in_fund and a.year = in_year and a.place = 'free' and a.pence > 0;
  if left_over is not null then
    insert into fund_move (organisation_id, id, fund_id, from_year, from_place, to_year, to_place, pence, because,
        moved_at, moved_by)
      values (org, gen_random_uuid(), in_fund, in_year, 'free',
        case when decided.rest = 'carried' then in_year + 1 else in_year end,
        case when decided.rest = 'carried' then 'free' else 'landlord' end, left_over, 'year_end', in_now,
        lintel.staff());
  end if;
  return (select count(*) from fund_use u where u.organisation_id = org and u.fund_id = in_fund and not u.covered);
end $$;
alter function lintel.end_fund_year owner to lintel_definer;
revoke all on function lintel.end_fund_year from public;
grant execute on function lintel.end_fund_year to lintel_app;

-- What a fund was given each year, as it stands; and what was taken of it until the month that runs, to the nearest £50,
-- and only where at least five cases had of it: whoever looks day by day sees nobody's.
create function lintel.fund_standing(in_until timestamptz)
returns table (fund_id uuid, year integer, given_pence bigint, told boolean, promised_pence bigint, paid_pence bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not lintel.roles() && '{finance,da_manager,system}'::text[] then return; end if;
  return query
  with given as (
    select m.fund_id, m.to_year as year, sum(m.pence) as pence from fund_move m
    where m.organisation_id = lintel.organisation() and m.because = 'budget' group by 1, 2
  ), taken as (
    select m.fund_id, l.year, l.place, sum(l.pence) as pence from fund_move m
    cross join lateral (values (m.to_year, m.to_place, m.pence), (m.from_year, m.from_place, -m.pence))
      as l (year, place, pence)
    where m.organisation_id = lintel.organisation() and m.moved_at < in_until and m.subject_id is not null
      and l.place in ('reserved', 'committed', 'paid')
    group by 1, 2, 3
  ), many as (
    select m.fund_id, y.year from fund_move m cross join lateral (values (m.to_year), (m.from_year)) as y (year)
    where m.organisation_id = lintel.organisation() and m.moved_at < in_until and m.case_id is not null
    group by 1, 2 having count(distinct m.case_id) >= 5
  )
  select g.fund_id, g.year, g.pence::bigint, n.fund_id is not null,
    case when n.fund_id is not null then (select coalesce(round(sum(t.pence) / 5000.0) * 5000, 0)::bigint from taken t
      where t.fund_id = g.fund_id and t.year = g.year and t.place in ('reserved', 'committed')) else 0 end,
    case when n.fund_id is not null then (select coalesce(round(sum(t.pence) / 5000.0) * 5000, 0)::bigint from taken t
      where t.fund_id = g.fund_id and t.year = g.year and t.place = 'paid') else 0 end
  from given g left join many n on n.fund_id = g.fund_id and n.year = g.year
  order by g.year desc;
end $$;
alter function lintel.fund_standing owner to lintel_definer;
revoke all on function lintel.fund_standing from public;
grant execute on function lintel.fund_standing to lintel_app;

-- From which fund it was approved.
alter table support_step add fund_id uuid;
alter table support_step add foreign key (organisation_id, fund_id) references fund;
create index support_step_fund on support_step (organisation_id, fund_id) where fund_id is not null;
alter table support_cost add fund_id uuid;
alter table support_cost add foreign key (organisation_id, fund_id) references fund;
create index support_cost_fund on support_cost (organisation_id, fund_id) where fund_id is not null;

-- Those who look after money read what support costs, as totals without people.
do $do$
declare
  stands text := pg_get_functiondef('lintel.support_costs(date, date)'::regprocedure);
begin
  if position('director,administrator}' in stands) = 0 then raise exception 'support_costs asks otherwise'; end if;
  execute replace(stands, 'director,administrator}', 'director,administrator,finance}');
end $do$;

call lintel.notice_waits_while('{fund_short}', $$exists (
  select from fund_use u where u.organisation_id = in_organisation and u.case_id = in_case and not u.covered)$$);
call lintel.notice_waits_while('{fund_released}', $$exists (
  select from fund_use u where u.organisation_id = in_organisation and u.fund_id = in_about and not u.covered)$$);

-- Whoever moves money signs in with a second factor.
do $do$
declare
  stands text := pg_get_functiondef(oid) from pg_proc
    where proname = 'begin_request' and pronamespace = 'lintel'::regnamespace;
  guarded constant text := 'administrator,da_manager,da_worker,data_protection_officer';
begin
  if position(guarded in stands) = 0 then raise exception 'begin_request does not guard as it did'; end if;
  execute replace(stands, guarded, guarded || ',finance');
end $do$;
