-- Money (V4.4b, L2.7b; economic abuse, DAA 2021 s.1): what the person says of debts and payments, what an adviser makes
-- of it and what was done; and what advice brought. Only ever added to; what was wrong stays, struck out.
create table money_matter (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- which kind (modules/money/matters.ts)
  kind text not null,
  told_on date not null,
  way text not null,
  -- as they said it
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
create index money_matter_case on money_matter (organisation_id, case_id, recorded_at, id);
create index money_matter_recorder on money_matter (organisation_id, recorded_by) where recorded_by is not null;
create index money_matter_striker on money_matter (organisation_id, struck_by) where struck_by is not null;

-- An adviser looked at it, something was done, or they would rather that nobody does.
create table money_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  matter_id uuid not null,
  step text not null check (step in ('reviewed', 'done', 'not_wanted')),
  -- what was done (modules/money/matters.ts); '' unless it was
  deed text not null default '',
  happened_on date not null,
  -- who advised: a name and an organisation
  adviser text not null default '',
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, matter_id) references money_matter,
  foreign key (organisation_id, recorded_by) references staff,
  check ((step = 'done') = (deed <> '')),
  check (step <> 'reviewed' or adviser <> '')
);
create index money_step_matter on money_step (organisation_id, matter_id, recorded_at, id);
create index money_step_case on money_step (organisation_id, case_id);
create index money_step_recorder on money_step (organisation_id, recorded_by) where recorded_by is not null;

-- What advice brought, once or each week; and how anybody knows.
create table money_gain (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  once_pence integer not null check (once_pence >= 0),
  weekly_pence integer not null check (weekly_pence >= 0),
  known text not null check (known in ('seen', 'adviser', 'person')),
  adviser text not null check (adviser <> ''),
  since date not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, struck_by) references staff,
  check (once_pence + weekly_pence > 0),
  check ((struck_at is null) = (struck_why = ''))
);
create index money_gain_case on money_gain (organisation_id, case_id, recorded_at, id);
create index money_gain_recorder on money_gain (organisation_id, recorded_by) where recorded_by is not null;
create index money_gain_striker on money_gain (organisation_id, struck_by) where struck_by is not null;

do $$
declare
  made text;
begin
  foreach made in array array['money_matter', 'money_step', 'money_gain'] loop
    execute format('call lintel.protect_case_child(%L)', made);
    execute format('grant select, insert on %I to lintel_app', made);
    execute format($policy$create policy own_name on %I as restrictive for insert to lintel_app
      with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff())$policy$,
      made);
  end loop;
  foreach made in array array['money_matter', 'money_gain'] loop
    execute format('grant update (struck_at, struck_by, struck_why) on %I to lintel_app', made);
    execute format($policy$create policy struck_once on %I as restrictive for update to lintel_app
      using (organisation_id = lintel.organisation() and struck_at is null)
      with check (organisation_id = lintel.organisation() and struck_by is not distinct from lintel.staff())$policy$,
      made);
  end loop;
end $$;

create policy definer on money_gain for select to lintel_definer using (true);
grant select on money_gain to lintel_definer;

-- What advice brought, as totals without people: of kinds that at least five cases had, the others together where five
-- had of them, to the nearest £50.
create function lintel.money_gained(in_from date, in_until date)
returns table (kind text, once_pence bigint, yearly_pence bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator,finance}'::text[] then return; end if;
  return query
  with counted as (
    select g.kind as of_kind, g.case_id, g.once_pence as once_of, g.weekly_pence as weekly_of from money_gain g
    where g.organisation_id = lintel.organisation() and g.struck_at is null and g.since >= in_from and g.since < in_until
  ), many as (
    select c.of_kind from counted c group by 1 having count(distinct c.case_id) >= 5
  ), named as (
    select case when m.of_kind is null then 'together' else c.of_kind end as named_kind, c.*
    from counted c left join many m on m.of_kind = c.of_kind
  )
  select n.named_kind, (round(sum(n.once_of) / 5000.0) * 5000)::bigint,
    (round(sum(n.weekly_of) * 52 / 5000.0) * 5000)::bigint
  from named n group by 1 having count(distinct n.case_id) >= 5;
end $$;
alter function lintel.money_gained owner to lintel_definer;
revoke all on function lintel.money_gained from public;
grant execute on function lintel.money_gained to lintel_app;
