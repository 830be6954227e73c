-- The monthly sample: five promises a team that count as kept, drawn by chance and looked at by somebody else than
-- whoever wrote it down and whoever leads the case.

-- One draw a month and team, with what it was drawn by: nobody draws again until it is nice.
create table sample_draw (
  organisation_id uuid not null references organisation,
  -- the first day of the month in which the promises ended
  month date not null check (extract(day from month) = 1),
  -- the manager whose colleagues lead the cases; all zeros: nobody's
  team uuid not null,
  seed text not null,
  -- among how many it was drawn
  among integer not null,
  drawn_at timestamptz not null,
  primary key (organisation_id, month, team)
);
call lintel.protect('sample_draw');
grant select, insert on sample_draw to lintel_app;
create policy drawn_by_chance on sample_draw as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and 'system' = any (lintel.roles()));

create table promise_sample (
  organisation_id uuid not null,
  id uuid not null,
  month date not null,
  team uuid not null,
  case_id uuid not null,
  obligation_id uuid not null,
  -- who may not look: whoever wrote down what kept it, and whoever led the case when it was drawn
  recorded_by uuid,
  lead_id uuid,
  answer text check (answer in ('agreed', 'not_agreed')),
  why text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, month, obligation_id),
  foreign key (organisation_id, month, team) references sample_draw,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, obligation_id) references obligation,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, lead_id) references staff,
  foreign key (organisation_id, answered_by) references staff,
  check ((answer is null) = (answered_at is null)),
  check (answer is null or answered_by is not null and answered_by is distinct from recorded_by
    and answered_by is distinct from lead_id)
);
create index promise_sample_month on promise_sample (organisation_id, month, team);
create index promise_sample_case on promise_sample (organisation_id, case_id);
create index promise_sample_obligation on promise_sample (organisation_id, obligation_id);
create index promise_sample_recorded_by on promise_sample (organisation_id, recorded_by) where recorded_by is not null;
create index promise_sample_lead_id on promise_sample (organisation_id, lead_id) where lead_id is not null;
create index promise_sample_answered_by on promise_sample (organisation_id, answered_by) where answered_by is not null;
call lintel.protect_case_child('promise_sample');
grant select, insert, update (answer, why, answered_by, answered_at, version) on promise_sample to lintel_app;
create policy drawn_by_chance on promise_sample as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and 'system' = any (lintel.roles()) and answer is null);
-- Answered once, in one's own name.
create policy answered_once on promise_sample as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and answer is null)
  with check (organisation_id = lintel.organisation() and answered_by is not distinct from lintel.staff());
create policy definer on promise_sample for select to lintel_definer using (true);
grant select on promise_sample to lintel_definer;

-- How far people agree, for those who see no case and read figures that are rounded; to the team it answers nothing:
-- they read what their wall lets them see.
create function lintel.sample_totals(in_month date) returns table (agreed bigint, not_agreed bigint, waiting bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) filter (where answer = 'agreed'), count(*) filter (where answer = 'not_agreed'),
    count(*) filter (where answer is null)
  from promise_sample where organisation_id = lintel.organisation() and month = in_month
    and not lintel.roles() && '{da_manager,da_worker}' $$;
alter function lintel.sample_totals owner to lintel_definer;
revoke all on function lintel.sample_totals from public;
grant execute on function lintel.sample_totals to lintel_app;

-- Nobody reviews the work of a case that they lead.
alter table supervision add constraint reviewed_by_another
  check (lead_id is null or recorded_by is distinct from lead_id) not valid;
