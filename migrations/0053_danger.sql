-- Who is on call while the office is closed, and danger that is dealt with by somebody, not by a day that passes.

-- From, until, and how they are reached at night. What was planned and ended early keeps who ended it.
create table on_call (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  second_id uuid,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reach text not null check (length(reach) between 3 and 100),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff,
  foreign key (organisation_id, second_id) references staff,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check (until_at > from_at and second_id is distinct from staff_id)
);
create index on_call_staff on on_call (organisation_id, staff_id);
create index on_call_second on on_call (organisation_id, second_id) where second_id is not null;
create index on_call_recorded_by on on_call (organisation_id, recorded_by);
create index on_call_ended_by on on_call (organisation_id, ended_by) where ended_by is not null;
create index on_call_until on on_call (organisation_id, until_at) where ended_at is null;
-- Whoever passes on danger must learn whom to ring, whatever their role.
call lintel.protect('on_call');
grant select, insert, update (ended_at, ended_by) on on_call to lintel_app;

-- Somebody is in danger: as it was told, and what was done about it, by whom, when, and when that was written down.
create table danger (
  organisation_id uuid not null references organisation,
  id uuid not null,
  disclosure_id uuid,
  case_id uuid,
  how text not null check (how in ('disclosure', 'contact', 'assessment', 'reopened', 'colleague', 'partner')),
  said text not null default '',
  raised_at timestamptz not null,
  raised_by uuid,
  out_of_hours boolean not null,
  -- whoever was on call and told; empty out of hours: nobody was
  on_call uuid[] not null default '{}',
  dealt_at timestamptz,
  done text,
  done_by text,
  dealt_by uuid,
  dealt_recorded_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, raised_by) references staff,
  foreign key (organisation_id, dealt_by) references staff,
  check (disclosure_id is not null or case_id is not null),
  check (num_nulls(dealt_at, done, done_by, dealt_recorded_at) in (0, 4)),
  check (dealt_at is null or (length(done) >= 15 and length(done_by) >= 2))
);
create index danger_disclosure on danger (organisation_id, disclosure_id) where disclosure_id is not null;
create index danger_case on danger (organisation_id, case_id) where case_id is not null;
create index danger_raised_by on danger (organisation_id, raised_by) where raised_by is not null;
create index danger_dealt_by on danger (organisation_id, dealt_by) where dealt_by is not null;
create index danger_open on danger (organisation_id, raised_at) where dealt_at is null;
alter table danger enable row level security;
alter table danger force row level security;
-- Anybody may tell; it is read as what it was told in is read.
create policy told on danger for insert to lintel_app with check (organisation_id = lintel.organisation());
create policy read on danger for select to lintel_app using (organisation_id = lintel.organisation() and (
  'system' = any ((select lintel.roles())::text[]) or case when case_id is not null
    then case_id = (select lintel.opened_case()) or exists (
      select from case_file c where c.organisation_id = danger.organisation_id and c.id = danger.case_id)
    else exists (select from disclosure d
      where d.organisation_id = danger.organisation_id and d.id = danger.disclosure_id) end));
create policy dealt on danger for update to lintel_app using (organisation_id = lintel.organisation() and (
  'system' = any ((select lintel.roles())::text[]) or case when case_id is not null
    then case_id = (select lintel.opened_case()) or exists (
      select from case_file c where c.organisation_id = danger.organisation_id and c.id = danger.case_id)
    else exists (select from disclosure d
      where d.organisation_id = danger.organisation_id and d.id = danger.disclosure_id) end));
create policy definer on danger for select to lintel_definer using (true);
grant select, insert, update (case_id, dealt_at, done, done_by, dealt_by, dealt_recorded_at) on danger to lintel_app;
grant select on danger to lintel_definer;

-- A danger that is dealt with stays so, with the words of whoever dealt with it.
create function lintel.danger_is_dealt_with_once() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.dealt_at is not null and (new.dealt_at, new.done, new.done_by, new.dealt_by, new.dealt_recorded_at)
    is distinct from (old.dealt_at, old.done, old.done_by, old.dealt_by, old.dealt_recorded_at) then
    raise exception 'this was dealt with already';
  end if;
  return new;
end $$;
create trigger danger_once before update on danger
  for each row execute function lintel.danger_is_dealt_with_once();

-- What stood as danger until now stands on, until somebody says what was done.
alter table case_file no force row level security;
alter table disclosure no force row level security;
insert into danger (organisation_id, id, case_id, how, raised_at, out_of_hours)
  select organisation_id, gen_random_uuid(), id, 'disclosure', opened_at, false from case_file
  where immediate_danger and closed_at is null;
insert into danger (organisation_id, id, disclosure_id, how, raised_at, raised_by, out_of_hours)
  select organisation_id, gen_random_uuid(), id, 'disclosure', received_at, recorded_by, false from disclosure
  where immediate_danger = 'yes' and triaged_at is null;
alter table case_file force row level security;
alter table disclosure force row level security;

-- As it was (0036), and: danger waits until it was dealt with.
create or replace function lintel.notice_waits(
  in_organisation uuid, in_kind text, in_case uuid, in_disclosure uuid, in_obligation uuid
) returns boolean language sql stable set search_path = public, pg_temp as $$
  select case
    when in_kind in ('due_half', 'due_soon', 'due_now', 'overdue') then in_obligation is null or exists (
      select from obligation o where o.organisation_id = in_organisation and o.id = in_obligation
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))
    when in_kind in ('danger', 'danger_in_case', 'danger_on_call', 'nobody_on_call') then exists (
      select from danger g where g.organisation_id = in_organisation and g.dealt_at is null
        and (g.case_id = in_case or g.disclosure_id = in_disclosure))
    when in_kind = 'triage_waiting' then in_disclosure is null or exists (
      select from disclosure d where d.organisation_id = in_organisation and d.id = in_disclosure
        and d.triaged_at is null)
    when in_kind = 'lead_needed' then in_case is null or exists (
      select from case_file c where c.organisation_id = in_organisation and c.id = in_case
        and c.lead_id is null and c.closed_at is null)
    else true end $$;
