-- A change of their tenancy that somebody who is at risk asks for (V4.3b, V3.5): what has to be settled first, with
-- who, when and from what that is known, and what became of it. Nothing of it is ever changed.
create table tenancy_change (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  route text not null
    check (route in ('assignment', 'court_transfer', 'property_order', 'notice_and_regrant', 'landlord_new_tenancy')),
  -- what they want, as they said it
  words text not null check (words <> ''),
  asked_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff,
  check (asked_at <= recorded_at)
);
create index tenancy_change_case on tenancy_change (organisation_id, case_id, recorded_at desc);
create index tenancy_change_recorder on tenancy_change (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('tenancy_change');
create policy own_name on tenancy_change as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on tenancy_change to lintel_app;

create table tenancy_change_item (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  change_id uuid not null,
  item text not null
    check (item in ('advice', 'home', 'arrears', 'security', 'retaliation', 'possession', 'claim')),
  answer text not null check (answer in ('yes', 'no', 'not_known')),
  -- who settled it, and from what that is known
  who text not null check (who <> ''),
  words text not null check (words <> ''),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, change_id) references tenancy_change,
  foreign key (organisation_id, recorded_by) references staff
);
create index tenancy_change_item_of on tenancy_change_item (organisation_id, change_id, recorded_at desc, id);
create index tenancy_change_item_case on tenancy_change_item (organisation_id, case_id);
create index tenancy_change_item_recorder on tenancy_change_item (organisation_id, recorded_by)
  where recorded_by is not null;
call lintel.protect_case_child('tenancy_change_item');
create policy own_name on tenancy_change_item as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on tenancy_change_item to lintel_app;

create table tenancy_change_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  change_id uuid not null,
  step text not null check (step in ('agreed', 'refused', 'done', 'not_wanted', 'undone')),
  -- of one that is done: how the tenancy stands beside the one of before
  security text not null default '' check (security in ('', 'same', 'less', 'no_change')),
  words text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, change_id) references tenancy_change,
  foreign key (organisation_id, recorded_by) references staff,
  check ((step = 'done') = (security <> ''))
);
create index tenancy_change_step_of on tenancy_change_step (organisation_id, change_id, recorded_at desc, id);
create index tenancy_change_step_case on tenancy_change_step (organisation_id, case_id);
create index tenancy_change_step_recorder on tenancy_change_step (organisation_id, recorded_by)
  where recorded_by is not null;
call lintel.protect_case_child('tenancy_change_step');
create policy own_name on tenancy_change_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on tenancy_change_step to lintel_app;

-- As rules/tenancy-change.ts has it: nothing is agreed to or done before what its way needs is settled, nor by whoever
-- wrote it down.
create function lintel.tenancy_change_stepped() returns trigger language plpgsql as $$
declare
  change tenancy_change;
  needs text[];
begin
  select * into change from tenancy_change c where c.organisation_id = new.organisation_id and c.id = new.change_id;
  if (new.step in ('agreed', 'refused') or new.security = 'less')
    and new.recorded_by is not distinct from change.recorded_by then
    raise exception 'somebody else decides it' using errcode = 'check_violation'; end if;
  if new.step not in ('agreed', 'done') then return new; end if;
  needs := case change.route
    when 'assignment' then '{advice,arrears,security,retaliation,claim}'::text[]
    when 'notice_and_regrant' then '{advice,home,arrears,security,retaliation,possession,claim}'::text[]
    when 'landlord_new_tenancy' then '{advice,arrears,security,retaliation,home,possession}'::text[]
    else '{advice,retaliation}'::text[] end;
  if exists (select from unnest(needs) need where 'yes' is distinct from (
      select i.answer from tenancy_change_item i where i.organisation_id = new.organisation_id
        and i.change_id = new.change_id and i.item = need order by i.recorded_at desc, i.id desc limit 1)) then
    raise exception 'not everything is settled' using errcode = 'check_violation'; end if;
  if new.step = 'done' and not exists (select from tenancy_change_step s
      where s.organisation_id = new.organisation_id and s.change_id = new.change_id and s.step = 'agreed') then
    raise exception 'nothing is done that was not agreed to' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger tenancy_change_stepped before insert on tenancy_change_step
  for each row execute function lintel.tenancy_change_stepped();
