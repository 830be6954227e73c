-- What it costs (V4.4, L2.7b): what a move, a home or anything else about a case cost beside what is offered, how long
-- our work took, and what was avoided, as an estimate that rests on a fact. Only ever added to; what was wrong stays,
-- struck out.
create table case_cost (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- which kind (modules/costs/kinds.ts)
  kind text not null check (kind <> ''),
  -- the move that it is for, where it is for one
  move_id uuid,
  stage text not null check (stage in ('quoted', 'billed')),
  pence integer not null check (pence > 0),
  known text not null check (known in ('quote', 'bill', 'receipt', 'books')),
  fell_on date not null,
  -- from whom it is, and what for
  words text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- whoever wrote it down never says from which fund
  fund_id uuid,
  fund_at timestamptz,
  fund_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, move_id) references home_move,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, fund_id) references fund,
  foreign key (organisation_id, fund_by) references staff,
  foreign key (organisation_id, struck_by) references staff,
  check (stage = 'quoted' or known <> 'quote'),
  check (fund_id is null or (stage = 'billed' and fund_at is not null and fund_by is distinct from recorded_by)),
  check ((struck_at is null) = (struck_why = ''))
);
create index case_cost_case on case_cost (organisation_id, case_id, recorded_at, id);
create index case_cost_fell on case_cost (organisation_id, fell_on);
create index case_cost_move on case_cost (organisation_id, move_id) where move_id is not null;
create index case_cost_recorder on case_cost (organisation_id, recorded_by) where recorded_by is not null;
create index case_cost_fund on case_cost (organisation_id, fund_id) where fund_id is not null;
create index case_cost_funder on case_cost (organisation_id, fund_by) where fund_by is not null;
create index case_cost_striker on case_cost (organisation_id, struck_by) where struck_by is not null;

-- How long something took, in quarter hours. Whose time it was is not kept: it is nobody's performance.
create table work_time (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind <> ''),
  worked_on date not null,
  quarters integer not null check (quarters between 1 and 96),
  role text not null check (role in ('da_manager', 'da_worker')),
  recorded_at timestamptz not null,
  struck_at timestamptz,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  check ((struck_at is null) = (struck_why = ''))
);
create index work_time_case on work_time (organisation_id, case_id, worked_on, id);
create index work_time_day on work_time (organisation_id, worked_on);

-- What did not have to be paid, resting on one fact of the case that shows it; each fact shows one thing.
create table avoided_cost (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('possession', 'eviction', 'temporary', 'repair')),
  happened_on date not null,
  -- a step over income that was held back, work that they confirmed, or a move
  fact text not null check (fact in ('court', 'works', 'moved')),
  fact_id uuid not null,
  -- who says that it would have come to it, by name and post
  said_by text not null check (said_by <> ''),
  words text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, struck_by) references staff,
  check ((struck_at is null) = (struck_why = ''))
);
create unique index avoided_cost_once on avoided_cost (organisation_id, fact_id) where struck_at is null;
create index avoided_cost_case on avoided_cost (organisation_id, case_id, recorded_at, id);
create index avoided_cost_day on avoided_cost (organisation_id, happened_on);
create index avoided_cost_recorder on avoided_cost (organisation_id, recorded_by) where recorded_by is not null;
create index avoided_cost_striker on avoided_cost (organisation_id, struck_by) where struck_by is not null;

do $$
declare
  made text;
begin
  foreach made in array array['case_cost', 'work_time', 'avoided_cost'] loop
    execute format('call lintel.protect_case_child(%L)', made);
    execute format('grant select, insert on %I to lintel_app', made);
    execute format('create policy definer on %I for select to lintel_definer using (true)', made);
    execute format('grant select on %I to lintel_definer', made);
  end loop;
  foreach made in array array['case_cost', 'avoided_cost'] loop
    execute format($policy$create policy own_name on %I as restrictive for insert to lintel_app
      with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff())$policy$,
      made);
    execute format('grant update (struck_at, struck_by, struck_why) on %I to lintel_app', made);
  end loop;
end $$;
grant update (fund_id, fund_at, fund_by) on case_cost to lintel_app;
grant update (struck_at, struck_why) on work_time to lintel_app;
create policy while_it_stands on case_cost as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and struck_at is null)
  with check (organisation_id = lintel.organisation()
    and (struck_at is null or struck_by is not distinct from lintel.staff()));
create policy struck_once on work_time as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and struck_at is null)
  with check (organisation_id = lintel.organisation());
create policy struck_once on avoided_cost as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and struck_at is null)
  with check (organisation_id = lintel.organisation() and struck_by is not distinct from lintel.staff());

-- What an hour of our work costs, and each thing that was avoided, from a day on and with its source. A later one never
-- changes what was reckoned for the days before; of two for one day the one that was set last holds.
create table cost_rate (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('hour', 'possession', 'eviction', 'temporary', 'repair')),
  from_day date not null,
  pence integer not null check (pence > 0),
  source text not null check (source <> ''),
  set_at timestamptz not null,
  set_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, set_by) references staff
);
create index cost_rate_in_force on cost_rate (organisation_id, kind, from_day desc, set_at desc);
create index cost_rate_setter on cost_rate (organisation_id, set_by) where set_by is not null;
call lintel.protect('cost_rate', $policy$(select lintel.roles())
  && '{finance,administrator,da_manager,da_worker,director,system}'::text[]$policy$);
create policy set_by_finance on cost_rate as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and set_by is not distinct from lintel.staff()
    and (select lintel.roles()) && '{finance,administrator,system}'::text[]);
grant select, insert on cost_rate to lintel_app;
create policy definer on cost_rate for select to lintel_definer using (true);
grant select on cost_rate to lintel_definer;

-- What holds on a day; null: nothing was set for it.
create function lintel.rate_on(in_kind text, in_day date) returns integer
language sql stable set search_path = public, pg_temp as $$
  select r.pence from cost_rate r
  where r.organisation_id = lintel.organisation() and r.kind = in_kind and r.from_day <= in_day
  order by r.from_day desc, r.set_at desc, r.id desc limit 1
$$;
revoke all on function lintel.rate_on from public;
grant execute on function lintel.rate_on to lintel_app, lintel_definer;

create policy definer on court_step_met for select to lintel_definer using (true);
create policy definer_reads on court_step for select to lintel_definer using (true);
create policy definer on home_move_step for select to lintel_definer using (true);
grant select on court_step_met, court_step, home_move_step to lintel_definer;

-- Whether what shows that something was avoided still stands in that case. Struck out, it shows nothing; nor does a
-- step over income that was held back, where a claim, a hearing or a warrant was taken over the same tenancy since, nor
-- work that does not work any more.
create function lintel.fact_stands(in_organisation uuid, in_case uuid, in_fact text, in_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select in_organisation = coalesce(lintel.organisation(), in_organisation) and case in_fact
    when 'court' then exists (select from court_step_met m
      left join court_step s on s.organisation_id = m.organisation_id and s.id = m.step_id
      where m.organisation_id = in_organisation and m.id = in_id and m.case_id = in_case and m.how = 'held_back'
        and not exists (select from court_step_met t where t.organisation_id = m.organisation_id
          and t.case_id = m.case_id and t.how = 'taken' and t.step in ('claim', 'hearing', 'warrant')
          and t.on_day >= m.met_at::date)
        and not exists (select from court_step t where t.organisation_id = m.organisation_id
          and t.tenancy_id = s.tenancy_id and t.state = 'taken' and t.step in ('claim', 'hearing', 'warrant')
          and t.on_day >= m.met_at::date))
    when 'works' then exists (select from support_step p where p.organisation_id = in_organisation
      and p.id = in_id and p.case_id = in_case and p.step = 'confirmed' and not exists (
        select from support_step z where z.organisation_id = p.organisation_id and z.strikes_id = p.id)
      and not exists (select from support_step b where b.organisation_id = p.organisation_id
        and b.offer_id = p.offer_id and b.number > p.number and b.step in ('not_come', 'not_safe', 'look_broken')
        and not exists (select from support_step z where z.organisation_id = b.organisation_id
          and z.strikes_id = b.id)))
    when 'moved' then exists (select from home_move_step p where p.organisation_id = in_organisation
      and p.id = in_id and p.case_id = in_case and p.step = 'moved' and not exists (
        select from home_move_step z where z.organisation_id = p.organisation_id and z.move_id = p.move_id
          and z.step = 'corrected' and (z.recorded_at, z.id) > (p.recorded_at, p.id)))
    else false end
$$;
alter function lintel.fact_stands owner to lintel_definer;
revoke all on function lintel.fact_stands from public;
grant execute on function lintel.fact_stands to lintel_app, lintel_definer;

-- Temporary accommodation that was paid for within a year was needed, whatever else is on record.
create function lintel.was_avoided(in_organisation uuid, in_case uuid, in_kind text, in_day date, in_fact text,
  in_id uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select lintel.fact_stands(in_organisation, in_case, in_fact, in_id) and (in_kind <> 'temporary' or not exists (
    select from case_cost c where c.organisation_id = in_organisation and c.case_id = in_case
      and c.kind = 'temporary' and c.stage = 'billed' and c.struck_at is null
      and c.fell_on > in_day - interval '1 year' and c.fell_on < in_day + interval '1 year'))
$$;
revoke all on function lintel.was_avoided from public;
grant execute on function lintel.was_avoided to lintel_app, lintel_definer;

create function lintel.rests_on_a_fact() returns trigger language plpgsql as $$
begin
  if not lintel.was_avoided(new.organisation_id, new.case_id, new.kind, new.happened_on, new.fact,
    new.fact_id) then
    raise exception 'What was avoided rests on a fact of its case that stands' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger rests_on_a_fact before insert on avoided_cost
  for each row execute function lintel.rests_on_a_fact();

-- What was spent on offers, and what was approved, is told of a kind only where five cases had a price of it: that five
-- were asked for it does not hide what the only one cost.
create or replace function lintel.support_costs(in_from date, in_until date)
returns table (kind text, cases bigint, delivered bigint, unpriced bigint, approved_pence bigint, spent_pence bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator,finance}'::text[] then return; end if;
  return query
  with standing as (
    select o.kind as of_kind, o.case_id, p.step, p.pence,
      row_number() over (partition by p.offer_id, p.step order by p.number desc) as latest
    from support_step p
    join support_offer o on o.organisation_id = p.organisation_id and o.id = p.offer_id
    where p.organisation_id = lintel.organisation() and p.step in ('approved', 'delivered')
      and p.happened_on >= in_from and p.happened_on < in_until
      and not exists (select from support_step z where z.organisation_id = p.organisation_id and z.strikes_id = p.id)
  ), counted as (
    select s.of_kind, s.case_id, s.step, s.pence from standing s where s.latest = 1 and (s.step = 'approved' or exists (
      select from standing a where a.of_kind = s.of_kind and a.pence is not null))
  ), many as (
    select c.of_kind from counted c group by 1 having count(distinct c.case_id) >= 5
  ), named as (
    select case when m.of_kind is null then 'together' else c.of_kind end as named_kind, c.*
    from counted c left join many m on m.of_kind = c.of_kind
  )
  select n.named_kind, count(distinct n.case_id), count(*) filter (where n.step = 'delivered'),
    count(*) filter (where n.step = 'delivered' and n.pence is null),
    case when count(distinct n.case_id) filter (where n.step = 'approved' and n.pence > 0) >= 5
      then coalesce(sum(n.pence) filter (where n.step = 'approved'), 0)::bigint end,
    case when count(distinct n.case_id) filter (where n.step = 'delivered' and n.pence > 0) >= 5
      then coalesce(sum(n.pence) filter (where n.step = 'delivered'), 0)::bigint end
  from named n group by 1 having count(distinct n.case_id) >= 5;
end $$;

-- By which rate a year is reckoned: the one that held as it began, else the first that was set in it. By the rate of
-- each day the money would tell on which day something happened, to whoever sets rates.
create function lintel.rate_of_year(in_kind text, in_from date, in_until date) returns integer
language sql stable set search_path = public, pg_temp as $$
  select coalesce(lintel.rate_on(in_kind, in_from), (
    select r.pence from cost_rate r
    where r.organisation_id = lintel.organisation() and r.kind = in_kind and r.from_day > in_from
      and r.from_day < in_until
    order by r.from_day, r.set_at desc, r.id desc limit 1))
$$;
revoke all on function lintel.rate_of_year from public;
grant execute on function lintel.rate_of_year to lintel_definer;

-- What is told at all of what it cost: kinds of which at least five cases had a price, others together where five had
-- one. Of what is offered, the same as `support_costs` tells.
create function lintel.costs_told(in_from date, in_until date)
returns table (told_kind text, case_id uuid, day date, pence bigint, quarters bigint, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  with told as (
    select s.kind, s.spent_pence is not null as with_money from lintel.support_costs(in_from, in_until) s
  ), help as (
    select distinct on (p.offer_id) o.kind, o.case_id, p.happened_on as day, p.pence::bigint as pence
    from support_step p
    join support_offer o on o.organisation_id = p.organisation_id and o.id = p.offer_id
    where p.organisation_id = lintel.organisation() and p.step = 'delivered'
      and p.happened_on >= in_from and p.happened_on < in_until
      and not exists (select from support_step z where z.organisation_id = p.organisation_id and z.strikes_id = p.id)
    order by p.offer_id, p.number desc
  ), named as (
    select case when h.kind in (select t.kind from told t) then h.kind else 'together' end as named_kind, h.*
    from help h where h.pence > 0
  ), hour as (
    select lintel.rate_of_year('hour', in_from, in_until)::bigint as pence
  ), besides as (
    select 'cost.' || c.kind as kind, c.case_id, c.fell_on as day, c.pence::bigint as pence, null::bigint as quarters,
      null::text as role
    from case_cost c
    where c.organisation_id = lintel.organisation() and c.stage = 'billed' and c.struck_at is null
      and c.fell_on >= in_from and c.fell_on < in_until
    union all
    select 'time', w.case_id, w.worked_on, w.quarters * h.pence / 4, w.quarters::bigint, w.role
    from work_time w cross join hour h
    where w.organisation_id = lintel.organisation() and w.struck_at is null
      and w.worked_on >= in_from and w.worked_on < in_until
  ), many as (
    select b.kind from besides b group by 1 having count(distinct b.case_id) >= 5
  ), few as (
    select count(distinct b.case_id) >= 5 as told from besides b where b.kind not in (select m.kind from many m)
  )
  select 'help.' || n.named_kind, n.case_id, n.day, n.pence, null::bigint, null::text
  from named n join told t on t.kind = n.named_kind and t.with_money
  union all
  select case when b.kind in (select m.kind from many m) then b.kind else 'together' end, b.case_id, b.day, b.pence,
    b.quarters, b.role
  from besides b
  where b.kind in (select m.kind from many m) or (select f.told from few f)
$$;
alter function lintel.costs_told owner to lintel_definer;
revoke all on function lintel.costs_told from public;
grant execute on function lintel.costs_told to lintel_definer;

-- The first part of a postcode, with or without a space in it; '': it is none.
create function lintel.postcode_area(in_postcode text) returns text
language sql immutable set search_path = public, pg_temp as $$
  select left(upper(regexp_replace(in_postcode, '\s', '', 'g')), -3)
$$;
revoke all on function lintel.postcode_area from public;
grant execute on function lintel.postcode_area to lintel_definer;

-- The same cut one way: by kind, month, part of the country, or by role, of hours alone. What fewer than five cases
-- had, fewer than five colleagues, or fewer than a hundred homes, is told together; where that is too few still, with
-- the smallest of the others, or the cut is not told. So every cut adds up to one whole, and no two give away by their
-- difference what neither tells. By area only a year that is over is told: of one that runs, what one home cost could
-- be read from two months that follow each other. Hours are cut by kind and by role alone: five cases of a month may
-- be one in which somebody wrote hours down.
create function lintel.what_it_cost(in_from date, in_until date, in_by text)
returns table (name text, pence bigint, quarters bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator,finance}'::text[] then return; end if;
  if in_by = 'area' and in_until < in_from + interval '1 year' then return; end if;
  return query
  with homes as (
    select lintel.postcode_area(h.postcode) as area, count(*) as homes from property h
    where in_by = 'area' and h.organisation_id = lintel.organisation() group by 1
  ), base as (
    select r.*, case in_by
      when 'kind' then r.told_kind
      when 'month' then to_char(r.day, 'YYYY-MM')
      when 'area' then coalesce(lintel.postcode_area(h.postcode), '')
      when 'role' then r.role
    end as cut
    from lintel.costs_told(in_from, in_until) r
    join case_file c on c.organisation_id = lintel.organisation() and c.id = r.case_id
    left join property h on h.organisation_id = c.organisation_id and h.id = c.property_id
    where in_by <> 'role' or r.told_kind = 'time'
  ), sizes as (
    select b.cut, count(distinct b.case_id) as cases, case when in_by = 'role' then (
        select count(*) from staff s where s.organisation_id = lintel.organisation() and b.cut = any (s.roles))
      else 5 end as colleagues,
      in_by = 'area' and b.cut <> '' and coalesce((select o.homes from homes o where o.area = b.cut), 0) < 100 as narrow
    from base b group by 1
  ), small as (
    select s.cut from sizes s where in_by <> 'kind' and (s.cases < 5 or s.colleagues < 5 or s.narrow)
  ), rest as (
    select count(distinct b.case_id) as cases,
      coalesce((select sum(s.colleagues) from sizes s where s.cut in (select l.cut from small l)), 0) as colleagues
    from base b where b.cut in (select l.cut from small l)
  ), least as (
    select s.cut from sizes s where in_by in ('month', 'area') and (select r.cases from rest r) between 1 and 4
      and s.cut not in (select l.cut from small l)
    order by s.cases, s.cut limit 1
  ), named as (
    select case when b.cut in (select l.cut from small l) or b.cut in (select l.cut from least l)
      then 'together' else b.cut end as named_cut, b.*
    from base b
  )
  select n.named_cut, (round(coalesce(sum(n.pence), 0) / 5000.0) * 5000)::bigint,
    case when in_by in ('kind', 'role') then (round(coalesce(sum(n.quarters), 0) / 40.0) * 40)::bigint else 0 end
  from named n
  where in_by <> 'role' or (select r.cases not between 1 and 4 and (r.cases = 0 or r.colleagues >= 5) from rest r)
  group by n.named_cut;
end $$;
alter function lintel.what_it_cost owner to lintel_definer;
revoke all on function lintel.what_it_cost from public;
grant execute on function lintel.what_it_cost to lintel_app;

-- What funds paid in a financial year, as *Funds* tells it, for all who read costs: cut by the day on which it fell,
-- what is told there and not here would be what few had. Of a fund of which fewer than five cases were paid nothing is
-- told.
create function lintel.funds_paid(in_year integer, in_until timestamptz) returns table (name text, pence bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator,finance}'::text[] then return; end if;
  return query
  select f.name, (round(sum(l.pence) / 5000.0) * 5000)::bigint
  from fund_move m
  cross join lateral (values (m.to_year, m.to_place, m.pence), (m.from_year, m.from_place, -m.pence))
    as l (year, place, pence)
  join fund f on f.organisation_id = m.organisation_id and f.id = m.fund_id
  where m.organisation_id = lintel.organisation() and m.moved_at < in_until and m.subject_id is not null
    and l.place = 'paid' and l.year = in_year
  group by f.id, f.name having count(distinct m.case_id) >= 5 and sum(l.pence) > 0;
end $$;
alter function lintel.funds_paid owner to lintel_definer;
revoke all on function lintel.funds_paid from public;
grant execute on function lintel.funds_paid to lintel_app;

-- What was avoided, as an estimate that is never set off against what was spent; of a year that is over, or whoever
-- looked each month would learn in which month a step over income was held back for abuse.
create function lintel.what_was_avoided(in_from date, in_until date)
returns table (kind text, times bigint, pence bigint, unpriced bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator,finance}'::text[] then return; end if;
  if in_until < in_from + interval '1 year' then return; end if;
  return query
  with counted as (
    select a.kind as of_kind, a.case_id, lintel.rate_of_year(a.kind, in_from, in_until) as rate from avoided_cost a
    where a.organisation_id = lintel.organisation() and a.struck_at is null and a.happened_on >= in_from
      and a.happened_on < in_until and lintel.was_avoided(a.organisation_id, a.case_id, a.kind, a.happened_on, a.fact,
        a.fact_id)
  ), many as (
    select c.of_kind from counted c group by 1 having count(distinct c.case_id) >= 5
  ), named as (
    select case when m.of_kind is null then 'together' else c.of_kind end as named_kind, c.*
    from counted c left join many m on m.of_kind = c.of_kind
  )
  select n.named_kind, count(*), coalesce(sum(n.rate), 0)::bigint, count(*) filter (where n.rate is null)
  from named n group by 1 having count(distinct n.case_id) >= 5;
end $$;
alter function lintel.what_was_avoided owner to lintel_definer;
revoke all on function lintel.what_was_avoided from public;
grant execute on function lintel.what_was_avoided to lintel_app;
