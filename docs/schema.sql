-- How the database stands after every migration: to read, not to run.
-- Written from the catalogue of a migrated database, and a test holds it to that. After a migration, write it anew:
--   UPDATE=1 npx node --test tests/schema-document.db.test.ts
--
-- Every table has row-level security, enabled and forced upon its owner; where one has not, it says so. lintel_owner
-- owns what does not name another owner, and serves nobody. lintel_app serves the staff site and jobs, lintel_public
-- the help site, lintel_definer owns a few narrow functions. What is not granted is refused.

create extension pg_trgm;
create extension unaccent;
create schema lintel;
create sequence promise_move_id_seq;
grant create, usage on schema lintel to lintel_definer;
grant create, usage on schema public to lintel_owner;
grant usage on schema lintel to lintel_app;
grant usage on schema lintel to lintel_public;
grant usage on schema public to lintel_app;
grant usage on schema public to lintel_definer;
grant usage on schema public to lintel_public;
grant usage on schema public to public;

-- absence

create table absence (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  deputy_id uuid,
  from_at timestamptz not null,
  until_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  returned_at timestamptz,
  returned_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, deputy_id) references staff(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, returned_by) references staff(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (deputy_id <> staff_id),
  check (until_at >= from_at)
);
create index absence_current on absence (organisation_id, coalesce(until_at, 'infinity'::timestamptz));
create index absence_deputy on absence (organisation_id, deputy_id) where deputy_id is not null;
create index absence_recorded_by on absence (organisation_id, recorded_by);
create index absence_returned_by on absence (organisation_id, returned_by) where returned_by is not null;
create index absence_staff on absence (organisation_id, staff_id, from_at);
create policy organisation on absence to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on absence to lintel_app;

-- abuse_factor

create table abuse_factor (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  characteristic text not null,
  why text not null,
  marked_at timestamptz not null,
  marked_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id)
);
create index abuse_factor_case on abuse_factor (organisation_id, case_id, marked_at);
create unique index abuse_factor_once on abuse_factor (organisation_id, case_id, characteristic) where ended_at is null;
create policy organisation on abuse_factor to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on abuse_factor to lintel_app;
grant update (ended_at, ended_by, ended_reason) on abuse_factor to lintel_app;

-- advice

create table advice (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  sought_at timestamptz not null,
  from_whom text not null,
  about text[] not null,
  advised text not null,
  done text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (cardinality(about) > 0)
);
create index advice_case on advice (organisation_id, case_id, sought_at desc);
create policy organisation on advice to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on advice to lintel_app;

-- agreed_way

create table agreed_way (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  way_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  channel text not null,
  name text not null,
  value text not null,
  purpose text not null default '',
  shared text not null,
  who_might_answer text not null default '',
  may_leave_voicemail boolean not null default false,
  may_text boolean not null default false,
  withhold_number boolean not null default true,
  cover_reason text not null default '',
  do_not text not null default '',
  times text not null default '',
  windows jsonb not null default '[]'::jsonb,
  never jsonb not null default '[]'::jsonb,
  agreed_with_person boolean not null,
  ended_because text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (channel = any (array['phone', 'text', 'email', 'post', 'in_person'])),
  check (ended_because = any (array['', 'not_safe', 'not_theirs', 'they_asked', 'no_way_known'])),
  check (jsonb_typeof(never) = 'array'),
  check (jsonb_typeof(windows) = 'array'),
  check (shared = any (array['yes', 'no', 'not_known']))
);
create unique index agreed_way_number on agreed_way (organisation_id, case_id, way_id, number desc);
create index agreed_way_recorded_by on agreed_way (organisation_id, recorded_by);
create policy definer on agreed_way for select to lintel_definer
  using (true);
create policy organisation on agreed_way to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on agreed_way to lintel_app;
grant select on agreed_way to lintel_definer;
create trigger way_tells_more after insert on agreed_way for each row execute function lintel.way_tells_more();
create trigger what_left_changed after insert on agreed_way for each row when (new.number > 1) execute function lintel.way_changed();

-- allocation

create table allocation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  allocated_by uuid,
  allocated_at timestamptz not null,
  reason text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id)
);
create index allocation_case on allocation (organisation_id, case_id, allocated_at desc);
create index allocation_staff on allocation (organisation_id, staff_id);
create policy definer on allocation for select to lintel_definer
  using (true);
create policy organisation on allocation to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on allocation to lintel_app;
grant select on allocation to lintel_definer;

-- area_meeting

create table area_meeting (
  organisation_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  kind text not null,
  words text not null default '',
  effective_from date,
  source text not null,
  checked_on date,
  set_at timestamptz not null,
  set_by uuid,
  month_only boolean not null default false,
  known text not null default 'said_here',
  held boolean not null default true,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, area_id) references marac_area(organisation_id, id),
  check (not month_only or effective_from is not null),
  check (kind = any (array['marac', 'daily_high_risk', 'high_or_judgement', 'children_service'])),
  check (known = any (array['stored_source', 'inferred', 'said_here']))
);
create index area_meeting_area on area_meeting (organisation_id, area_id, effective_from desc);
create policy organisation on area_meeting to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on area_meeting to lintel_app;

-- assessment_copy

create table assessment_copy (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  words_version text not null,
  purpose text not null,
  recipient text not null default '',
  agreed text not null,
  why text not null default '',
  left_out text[] not null default '{}'::text[],
  made_at timestamptz not null,
  made_by uuid,
  learners jsonb not null default '[]'::jsonb,
  share_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id) references risk_assessment(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, share_id) references share(organisation_id, id),
  check (agreed = any (array['yes', 'no', 'not_asked'])),
  check (left_out <@ array['notes', 'sources']),
  check (purpose = 'file' or share_id is not null) not valid,
  check (purpose = any (array['file', 'partner', 'court']))
);
create index assessment_copy_assessment on assessment_copy (organisation_id, assessment_id);
create index assessment_copy_case on assessment_copy (organisation_id, case_id, made_at desc, id desc);
create index assessment_copy_share on assessment_copy (organisation_id, share_id) where share_id is not null;
create policy organisation on assessment_copy to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on assessment_copy to lintel_app;

-- avoided_cost

create table avoided_cost (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  happened_on date not null,
  fact text not null,
  fact_id uuid not null,
  said_by text not null,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, struck_by) references staff(organisation_id, id),
  check ((struck_at is null) = (struck_why = '')),
  check (fact = any (array['court', 'works', 'moved'])),
  check (kind = any (array['possession', 'eviction', 'temporary', 'repair'])),
  check (said_by <> ''),
  check (words <> '')
);
create index avoided_cost_case on avoided_cost (organisation_id, case_id, recorded_at, id);
create index avoided_cost_day on avoided_cost (organisation_id, happened_on);
create unique index avoided_cost_once on avoided_cost (organisation_id, fact_id) where struck_at is null;
create index avoided_cost_recorder on avoided_cost (organisation_id, recorded_by) where recorded_by is not null;
create index avoided_cost_striker on avoided_cost (organisation_id, struck_by) where struck_by is not null;
create policy definer on avoided_cost for select to lintel_definer
  using (true);
create policy organisation on avoided_cost to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on avoided_cost as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
create policy struck_once on avoided_cost as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and struck_at is null)
  with check (organisation_id = lintel.organisation() and not struck_by is distinct from lintel.staff());
grant insert, select on avoided_cost to lintel_app;
grant select on avoided_cost to lintel_definer;
grant update (struck_at, struck_by, struck_why) on avoided_cost to lintel_app;
create trigger rests_on_a_fact before insert on avoided_cost for each row execute function lintel.rests_on_a_fact();

-- bank_holiday_import

create table bank_holiday_import (
  organisation_id uuid not null,
  id uuid not null,
  imported_at timestamptz not null,
  holidays jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id)
);
create index bank_holiday_import_at on bank_holiday_import (organisation_id, imported_at desc, id desc);
create policy added on bank_holiday_import as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())));
create policy organisation on bank_holiday_import to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on bank_holiday_import to lintel_app;

-- break_glass

create table break_glass (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  asked_by text not null,
  reason text not null,
  words text not null,
  outcome text not null,
  case_id uuid,
  case_reference text not null default '',
  kept_from uuid,
  ends_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  reminded_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check ((outcome = 'granted') = (ends_at is not null)),
  check ((outcome = any (array['granted', 'not_needed'])) = (case_id is not null)),
  check (asked_by = any (array['reference', 'person', 'home'])),
  check (ended_at <= ends_at),
  check (ends_at <= (at + '01:00:00'::interval)),
  check (outcome = any (array['granted', 'not_needed', 'nothing', 'limited'])),
  check (reason = any (array['danger_now', 'person_asks', 'agency_asks', 'lead_away', 'other']))
);
create index break_glass_case on break_glass (organisation_id, case_id, at desc) where case_id is not null;
create index break_glass_ended_by on break_glass (organisation_id, ended_by) where ended_by is not null;
create index break_glass_list on break_glass (organisation_id, at desc, id desc);
create index break_glass_running on break_glass (organisation_id, staff_id, ends_at) include (case_id) where ends_at is not null and ended_at is null;
create index break_glass_staff on break_glass (organisation_id, staff_id, at);
create policy definer on break_glass to lintel_definer
  using (true)
  with check (true);
create policy ended on break_glass for update to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or ended_at is null and (staff_id = (( select lintel.staff() as staff)) or ('data_protection_officer' = any ((( select lintel.roles() as roles))::text[])) or ('da_manager' = any ((( select lintel.roles() as roles))::text[])) and not (case_id = any (coalesce(( select lintel.emergency() as emergency), '{}'::uuid[]))) or (exists ( select
   from case_file c
  where c.organisation_id = break_glass.organisation_id and c.id = break_glass.case_id and c.lead_id = lintel.staff())))))
  with check (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or ended_at is not null and ended_by = (( select lintel.staff() as staff))));
create policy seen on break_glass for select to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or (exists ( select
   from case_file c
  where c.organisation_id = break_glass.organisation_id and c.id = break_glass.case_id)) or ('data_protection_officer' = any ((( select lintel.roles() as roles))::text[])) and staff_id <> (( select lintel.staff() as staff)) and not lintel.shut_out(coalesce(case_id, kept_from))));
grant insert, select on break_glass to lintel_definer;
grant select on break_glass to lintel_app;
grant update (ended_at, ended_by, reminded_at) on break_glass to lintel_app;

-- break_glass_review

create table break_glass_review (
  organisation_id uuid not null,
  id uuid not null,
  use_id uuid not null,
  finding text not null,
  done text not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, reviewed_by) references staff(organisation_id, id),
  foreign key (organisation_id, use_id) references break_glass(organisation_id, id),
  check (finding = any (array['appropriate', 'not_appropriate']))
);
create index break_glass_review_by on break_glass_review (organisation_id, reviewed_by);
create unique index break_glass_review_use on break_glass_review (organisation_id, use_id);
create policy by_officer on break_glass_review as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and reviewed_by = lintel.staff() and ('data_protection_officer' = any (lintel.roles())));
create policy definer on break_glass_review for select to lintel_definer
  using (true);
create policy organisation on break_glass_review to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_break_glass(organisation_id, use_id));
grant insert, select on break_glass_review to lintel_app;
grant select on break_glass_review to lintel_definer;

-- breathing_space

create table breathing_space (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid,
  case_id uuid,
  promised boolean not null,
  begins_at timestamptz not null,
  given_at timestamptz not null,
  given_by uuid,
  months integer,
  until date not null,
  look_on date not null,
  look_id uuid not null,
  after_closing boolean not null default false,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, given_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_because is null)),
  check (ended_because <> ''),
  check (months >= 1 and months <= 24),
  check (num_nonnulls(disclosure_id, case_id) > 0)
);
create index breathing_space_case on breathing_space (organisation_id, case_id) where case_id is not null;
create index breathing_space_disclosure on breathing_space (organisation_id, disclosure_id) where disclosure_id is not null;
create index breathing_space_ended_by on breathing_space (organisation_id, ended_by) where ended_by is not null;
create index breathing_space_given_by on breathing_space (organisation_id, given_by) where given_by is not null;
create unique index breathing_space_once on breathing_space (organisation_id, case_id) where ended_at is null and case_id is not null;
create unique index breathing_space_told_once on breathing_space (organisation_id, disclosure_id) where ended_at is null and disclosure_id is not null;
create policy ended_once on breathing_space as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ended_at is null)
  with check (organisation_id = lintel.organisation() and not ended_by is distinct from
case
    when ended_at is not null then lintel.staff()
    else null::uuid
end);
create policy given on breathing_space for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not given_by is distinct from lintel.staff() and ended_at is null);
create policy organisation on breathing_space to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is not null then case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
create policy own_name on breathing_space as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not given_by is distinct from lintel.staff());
grant insert, select on breathing_space to lintel_app;
grant update (case_id, months, until, look_on, look_id, after_closing, ended_at, ended_by, ended_because, version) on breathing_space to lintel_app;

-- breathing_space_proposal

create table breathing_space_proposal (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  space_id uuid not null,
  asks text not null,
  because text not null default '',
  until date,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  foreign key (organisation_id, space_id) references breathing_space(organisation_id, id),
  check ((asks = 'end') = (because <> '')),
  check ((asks = 'longer') = (until is not null)),
  check ((decision is null) = (decided_at is null)),
  check (asks = any (array['end', 'longer', 'again'])),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (why <> '')
);
create index breathing_space_proposal_case on breathing_space_proposal (organisation_id, case_id);
create index breathing_space_proposal_decider on breathing_space_proposal (organisation_id, decided_by) where decided_by is not null;
create index breathing_space_proposal_of on breathing_space_proposal (organisation_id, space_id, proposed_at desc);
create index breathing_space_proposal_proposer on breathing_space_proposal (organisation_id, proposed_by) where proposed_by is not null;
create unique index breathing_space_proposal_waiting on breathing_space_proposal (organisation_id, space_id) where decision is null;
create policy decided_once on breathing_space_proposal as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on breathing_space_proposal for select to lintel_definer
  using (true);
create policy organisation on breathing_space_proposal to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on breathing_space_proposal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on breathing_space_proposal to lintel_app;
grant select on breathing_space_proposal to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on breathing_space_proposal to lintel_app;

-- breathing_space_step

create table breathing_space_step (
  organisation_id uuid not null,
  id uuid not null,
  space_id uuid not null,
  step text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  until date not null,
  because text not null default '',
  told text not null default '',
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, space_id) references breathing_space(organisation_id, id),
  check (step = any (array['chosen', 'reviewed', 'extended', 'declined', 'ended', 'told', 'kept_after_closing'])),
  check (told = any (array['', 'told', 'not_safe', 'not_yet']))
);
create index breathing_space_step_of on breathing_space_step (organisation_id, space_id, recorded_at);
create index breathing_space_step_recorder on breathing_space_step (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on breathing_space_step to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_breathing_space(organisation_id, space_id));
create policy own_name on breathing_space_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on breathing_space_step to lintel_app;

-- carrier_standing

create table carrier_standing (
  organisation_id uuid not null,
  channel text not null,
  last_well_at timestamptz,
  failing_since timestamptz,
  fault text not null default '',
  service text not null default '',
  last_arrived_at timestamptz,
  primary key (organisation_id, channel),
  foreign key (organisation_id) references organisation(organisation_id),
  check (channel = any (array['text', 'email', 'replies']))
);
create policy definer on carrier_standing for select to lintel_definer
  using (true);
create policy organisation on carrier_standing to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on carrier_standing to lintel_app;
grant select on carrier_standing to lintel_definer;
grant update (last_well_at, failing_since, fault, service, last_arrived_at) on carrier_standing to lintel_app;

-- carrier_test

create table carrier_test (
  organisation_id uuid not null,
  id uuid not null,
  channel text not null,
  phone text not null default '',
  asked_by uuid not null,
  asked_at timestamptz not null,
  tried_at timestamptz,
  done_at timestamptz,
  outcome text not null default '',
  fault text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references staff(organisation_id, id),
  check (channel = any (array['text', 'email'])),
  check (outcome = any (array['', 'taken', 'refused', 'not_reached', 'not_known'])),
  check (tried_at is null or phone = '')
);
create index carrier_test_asked_by on carrier_test (organisation_id, asked_by, asked_at desc);
create index carrier_test_waits on carrier_test (organisation_id) where tried_at is null;
create policy organisation on carrier_test to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}'::text[]);
create policy own_name on carrier_test as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and asked_by = lintel.staff());
grant insert, select on carrier_test to lintel_app;
grant update (phone, tried_at, done_at, outcome, fault) on carrier_test to lintel_app;

-- case_access

create table case_access (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid,
  role text,
  reason text not null,
  granted_by uuid,
  granted_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (num_nonnulls(staff_id, role) = 1)
);
create index case_access_case on case_access (organisation_id, case_id);
create index case_access_staff on case_access (organisation_id, staff_id) where staff_id is not null;
create policy definer on case_access for select to lintel_definer
  using (true);
create policy not_in_emergency_added on case_access as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not (case_id = any (coalesce(( select lintel.emergency() as emergency), '{}'::uuid[]))));
create policy not_in_emergency_changed on case_access as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and not (case_id = any (coalesce(( select lintel.emergency() as emergency), '{}'::uuid[]))));
create policy organisation on case_access to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select, update on case_access to lintel_app;
grant select on case_access to lintel_definer;
create trigger rebuild_wall after insert or update on case_access for each row execute function lintel.rebuild_wall();

-- case_across

create table case_across (
  organisation_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  mutual boolean not null,
  found_at timestamptz not null,
  ended_at timestamptz,
  one_worker_since timestamptz,
  primary key (organisation_id, one_id, other_id),
  foreign key (organisation_id, one_id) references case_file(organisation_id, id),
  foreign key (organisation_id, other_id) references case_file(organisation_id, id),
  check (one_id < other_id)
);
create index case_across_other on case_across (organisation_id, other_id);
create policy by_jobs on case_across as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
create policy definer on case_across to lintel_definer
  using (true)
  with check (true);
create policy organisation on case_across to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or ('da_manager' = any ((( select lintel.roles() as roles))::text[])) and lintel.sees_case(organisation_id, one_id) and lintel.sees_case(organisation_id, other_id)));
grant insert, select, update on case_across to lintel_definer;
grant select on case_across to lintel_app;
grant update (one_worker_since) on case_across to lintel_app;

-- case_closing

create table case_closing (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  why text not null,
  told text not null,
  told_how text not null default '',
  way_back text not null default '',
  risk_level text,
  state_before text not null,
  signature_needed boolean not null,
  proposed_at timestamptz not null,
  proposed_by uuid,
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['signed', 'declined', 'withdrawn', 'not_needed'])),
  check (decision is distinct from 'signed' or decided_by is not null and decided_by is distinct from proposed_by),
  check (reason = any (array['support_complete', 'their_wish', 'other_support', 'moved_away', 'died', 'in_error'])),
  check (told = any (array['told', 'unsafe', 'not_possible']))
);
create index case_closing_case on case_closing (organisation_id, case_id, proposed_at desc);
create unique index case_closing_open on case_closing (organisation_id, case_id) where decision is null;
create policy decided_once on case_closing as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on case_closing for select to lintel_definer
  using (true);
create policy organisation on case_closing to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on case_closing as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'signed');
grant insert, select on case_closing to lintel_app;
grant select on case_closing to lintel_definer;
grant update (decision, decided_at, decided_by, decided_why, version) on case_closing to lintel_app;

-- case_conflict

create table case_conflict (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  relation text not null,
  reason text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (relation = any (array['party', 'relative', 'neighbour', 'friend', 'other']))
);
create index case_conflict_case on case_conflict (organisation_id, case_id);
create index case_conflict_live on case_conflict (organisation_id, case_id) where ended_at is null;
create index case_conflict_staff on case_conflict (organisation_id, staff_id);
create policy definer on case_conflict for select to lintel_definer
  using (true);
create policy not_in_emergency_added on case_conflict as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and (staff_id = (( select lintel.staff() as staff)) or not (case_id = any (coalesce(( select lintel.emergency() as emergency), '{}'::uuid[])))));
create policy not_in_emergency_changed on case_conflict as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and not (case_id = any (coalesce(( select lintel.emergency() as emergency), '{}'::uuid[]))));
create policy organisation on case_conflict to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select, update on case_conflict to lintel_app;
grant select on case_conflict to lintel_definer;
create trigger conflict_carries after insert or update on case_conflict for each row execute function lintel.conflict_carries();
create trigger rebuild_wall after insert or update on case_conflict for each row execute function lintel.rebuild_wall();

-- case_cost

create table case_cost (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  move_id uuid,
  stage text not null,
  pence integer not null,
  known text not null,
  fell_on date not null,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  fund_id uuid,
  fund_at timestamptz,
  fund_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, fund_by) references staff(organisation_id, id),
  foreign key (organisation_id, fund_id) references fund(organisation_id, id),
  foreign key (organisation_id, move_id) references home_move(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, struck_by) references staff(organisation_id, id),
  check ((struck_at is null) = (struck_why = '')),
  check (fund_id is null or stage = 'billed' and fund_at is not null and fund_by is distinct from recorded_by),
  check (kind <> ''),
  check (known = any (array['quote', 'bill', 'receipt', 'books'])),
  check (pence > 0),
  check (stage = 'quoted' or known <> 'quote'),
  check (stage = any (array['quoted', 'billed'])),
  check (words <> '')
);
create index case_cost_case on case_cost (organisation_id, case_id, recorded_at, id);
create index case_cost_fell on case_cost (organisation_id, fell_on);
create index case_cost_fund on case_cost (organisation_id, fund_id) where fund_id is not null;
create index case_cost_funder on case_cost (organisation_id, fund_by) where fund_by is not null;
create index case_cost_move on case_cost (organisation_id, move_id) where move_id is not null;
create index case_cost_recorder on case_cost (organisation_id, recorded_by) where recorded_by is not null;
create index case_cost_striker on case_cost (organisation_id, struck_by) where struck_by is not null;
create policy definer on case_cost for select to lintel_definer
  using (true);
create policy organisation on case_cost to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on case_cost as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
create policy while_it_stands on case_cost as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and struck_at is null)
  with check (organisation_id = lintel.organisation() and (struck_at is null or not struck_by is distinct from lintel.staff()));
grant insert, select on case_cost to lintel_app;
grant select on case_cost to lintel_definer;
grant update (fund_id, fund_at, fund_by, struck_at, struck_by, struck_why) on case_cost to lintel_app;

-- case_entry

create table case_entry (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  happened_at timestamptz not null,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  source text not null,
  words text not null,
  corrects_id uuid,
  subject_id uuid,
  observed text not null default '',
  present text not null default '',
  children_seen text not null default 'not_asked',
  children_heard text not null default 'not_asked',
  seen_alone text not null default 'not_asked',
  decision text not null default '',
  decision_why text not null default '',
  about_id uuid,
  disclosable_to text[] not null default '{}'::text[],
  pack_id text not null default '',
  pack_version text not null default '',
  search_text text not null generated always as (lintel.folded_name(((((((((words || ' ') || observed) || ' ') || present) || ' ') || decision) || ' ') || decision_why))) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, about_id) references case_person(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, corrects_id) references case_entry(organisation_id, id),
  check (children_heard = any (array['not_asked', 'yes', 'no'])),
  check (children_seen = any (array['not_asked', 'yes', 'no', 'none_there'])),
  check (disclosable_to <@ '{person,agencies}'::text[]),
  check (seen_alone = any (array['not_asked', 'yes', 'no']))
);
create index case_entry_about on case_entry (organisation_id, about_id) where about_id is not null;
create index case_entry_case on case_entry (organisation_id, case_id, happened_at desc, id desc);
create index case_entry_corrects on case_entry (organisation_id, corrects_id) where corrects_id is not null;
create policy definer on case_entry for select to lintel_definer
  using (true);
create policy organisation on case_entry to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on case_entry to lintel_app;
grant select on case_entry to lintel_definer;
create trigger asks after insert on case_entry for each row when (new.source = 'child' or new.children_seen = 'yes' or new.children_heard = 'yes') execute function lintel.entry_asks();
create trigger what_left_corrected after insert on case_entry for each row when (new.corrects_id is not null) execute function lintel.what_left_corrected();

-- case_file

create table case_file (
  organisation_id uuid not null,
  id uuid not null,
  reference text not null,
  state text not null,
  opened_at timestamptz not null,
  opened_by uuid,
  pack_id text not null,
  pack_version text not null,
  person_id uuid,
  described_as text not null default '',
  property_id uuid,
  tenancy_id uuid,
  lead_id uuid,
  immediate_danger boolean not null default false,
  children text not null default 'not_asked',
  last_contact_at timestamptz,
  next_due_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  granted_staff uuid[] not null default '{}'::uuid[],
  granted_roles text[] not null default '{}'::text[],
  blocked_staff uuid[] not null default '{}'::uuid[],
  risk_level text,
  risk_level_at timestamptz,
  ever_high boolean not null default false,
  plan_standing text,
  plan_at timestamptz,
  next_planned_at timestamptz,
  paused_at timestamptz,
  repeat_of uuid,
  look_at timestamptz,
  untouched_since timestamptz,
  untouched_step smallint not null default 0,
  repeat_definition text,
  repeat_counts boolean,
  adults_at_risk text not null default 'not_asked',
  risk_judged boolean not null default false,
  danger_asked_at timestamptz,
  danger_unasked_at timestamptz,
  home_kind text,
  home_elsewhere text not null default '',
  home_moved_at timestamptz,
  breathing_space_from timestamptz,
  debt_respite_from date,
  debt_respite_until date,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, lead_id) references staff(organisation_id, id),
  foreign key (organisation_id, person_id) references person(organisation_id, id),
  foreign key (organisation_id, property_id) references property(organisation_id, id),
  foreign key (organisation_id, repeat_of) references case_file(organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy(organisation_id, id),
  check ((debt_respite_from is null) = (debt_respite_until is null)),
  check ((repeat_definition is null) = (repeat_counts is null)),
  check (adults_at_risk = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (children = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (home_kind = any (array['register', 'elsewhere', 'not_known', 'rather_not'])),
  check (plan_standing = any (array['agreed', 'not_yet', 'not_safe_to_agree'])),
  check (repeat_definition = any (array['any', 'violence_stalking_sexual'])),
  check (risk_level = any (array['standard', 'medium', 'high'])),
  check (state = any (array['triaged', 'contacted', 'assessed', 'plan_agreed', 'active', 'monitoring', 'closing', 'closed', 'handed_over', 'transferred']))
);
create index case_file_alarm on case_file (organisation_id, lead_id, untouched_since) where closed_at is null and untouched_since is not null;
create index case_file_blocked on case_file using gin (blocked_staff) with (fastupdate=off) where blocked_staff <> '{}'::uuid[];
create index case_file_by_role on case_file (organisation_id) where not lintel.whole_team(granted_roles) and granted_roles <> '{}'::text[];
create index case_file_kept on case_file (organisation_id, id) where not lintel.whole_team(granted_roles);
create index case_file_lead_contact on case_file (organisation_id, lead_id, last_contact_at nulls first, id) where closed_at is null;
create index case_file_lead_due on case_file (organisation_id, lead_id, next_due_at, id) where closed_at is null;
create index case_file_lead_opened on case_file (organisation_id, lead_id, opened_at desc, id);
create index case_file_look on case_file (organisation_id, look_at nulls first) where closed_at is null;
create index case_file_named on case_file using gin (granted_staff) with (fastupdate=off) where not lintel.whole_team(granted_roles);
create index case_file_opened on case_file (organisation_id, opened_at desc, id);
create index case_file_person on case_file (organisation_id, person_id);
create index case_file_pressing on case_file (organisation_id, immediate_danger desc, coalesce(nullif(lintel.risk_rank(risk_level), 0), 2) desc, next_due_at, id) where closed_at is null;
create index case_file_property on case_file (organisation_id, property_id);
create unique index case_file_reference on case_file (organisation_id, reference);
create index case_file_repeat on case_file (organisation_id, repeat_of) where repeat_of is not null;
create index case_file_risk on case_file (organisation_id, risk_level, next_due_at, id) where closed_at is null;
create index case_file_risk_after_closing on case_file (organisation_id) where closed_at is not null and not risk_judged and risk_level_at > closed_at;
create index case_file_team_contact on case_file (organisation_id, last_contact_at nulls first, id) where closed_at is null;
create index case_file_team_due on case_file (organisation_id, next_due_at, id) where closed_at is null;
create index case_file_tenancy on case_file (organisation_id, tenancy_id) where tenancy_id is not null;
create index case_file_walled on case_file (organisation_id, id) include (granted_roles, granted_staff, blocked_staff) where lintel.walled(granted_roles, blocked_staff) and (cardinality(granted_staff) + cardinality(blocked_staff)) <= 100;
create index case_file_walled_of_many on case_file (organisation_id, id) where lintel.walled(granted_roles, blocked_staff) and (cardinality(granted_staff) + cardinality(blocked_staff)) > 100;
create policy definer on case_file to lintel_definer
  using (true);
create policy kept_apart on case_file as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not (coalesce(person_id = any ((( select lintel.kept_from() as kept_from))::uuid[]), false) or coalesce(property_id = any ((( select lintel.kept_from() as kept_from))::uuid[]), false)));
create policy wall on case_file to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or not ((( select lintel.staff() as staff)) = any (blocked_staff)) and (((( select lintel.staff() as staff)) = any (granted_staff)) or granted_roles && (( select lintel.roles() as roles)) or (id = any ((( select lintel.emergency() as emergency))::uuid[])))));
grant insert, select on case_file to lintel_app;
grant select, update on case_file to lintel_definer;
grant update (state, pack_id, pack_version, person_id, described_as, property_id, tenancy_id, lead_id, immediate_danger, children, last_contact_at, next_due_at, closed_at, version, risk_level, risk_level_at, ever_high, plan_standing, plan_at, next_planned_at, paused_at, repeat_of, look_at, untouched_since, untouched_step, repeat_definition, repeat_counts, adults_at_risk, risk_judged, danger_asked_at, danger_unasked_at, home_kind, home_elsewhere, home_moved_at, breathing_space_from, debt_respite_from, debt_respite_until) on case_file to lintel_app;
create trigger asks after insert or update of children, adults_at_risk, property_id on case_file for each row execute function lintel.case_asks();
create trigger case_carries after insert or update of person_id on case_file for each row execute function lintel.case_carries();
create trigger case_tells_more after update of person_id, property_id, tenancy_id, described_as on case_file for each row when (new.person_id is distinct from old.person_id or new.property_id is distinct from old.property_id or new.tenancy_id is distinct from old.tenancy_id or new.described_as is distinct from old.described_as) execute function lintel.case_tells_more();
create trigger case_tells_of_home after update of home_elsewhere on case_file for each row when (new.home_elsewhere is distinct from old.home_elsewhere) execute function lintel.case_tells_more();
create trigger case_walled after update of granted_roles, blocked_staff on case_file for each row when (lintel.walled(old.granted_roles, old.blocked_staff) <> lintel.walled(new.granted_roles, new.blocked_staff) or lintel.whole_team(old.granted_roles) <> lintel.whole_team(new.granted_roles)) execute function lintel.case_walled();
create trigger others_are_shut_out after update of blocked_staff on case_file for each row when (new.blocked_staff is distinct from old.blocked_staff) execute function lintel.others_are_shut_out();
create trigger own_files_apart after insert or update of person_id, lead_id on case_file for each row execute function lintel.case_meets();
create trigger promises_change_sides after update of granted_roles on case_file for each row when (lintel.whole_team(old.granted_roles) <> lintel.whole_team(new.granted_roles)) execute function lintel.promises_change_sides();
create trigger risk_lowered before update of risk_level, ever_high, risk_judged on case_file for each row when (lintel.risk_rank(new.risk_level) < lintel.risk_rank(old.risk_level) or old.ever_high and not new.ever_high or new.risk_judged and (not old.risk_judged or new.risk_level is distinct from old.risk_level)) execute function lintel.risk_lowered();
create trigger sides_apart after update of person_id, lead_id, granted_staff on case_file for each row when (new.person_id is distinct from old.person_id or new.lead_id is distinct from old.lead_id or new.granted_staff is distinct from old.granted_staff) execute function lintel.cases_meet();
create trigger sides_apart_of_new after insert on case_file for each row when (new.person_id is not null) execute function lintel.cases_meet();
create trigger what_left_corrected after update of person_id on case_file for each row when (old.person_id is not null and new.person_id is distinct from old.person_id) execute function lintel.person_replaced();
create trigger words_kept after insert on case_file for each row execute function lintel.keep_case_words();
create trigger words_kept_anew after update of described_as on case_file for each row when (new.described_as is distinct from old.described_as) execute function lintel.keep_case_words();
create trigger words_kept_of_home after update of home_elsewhere on case_file for each row when (new.home_elsewhere is distinct from old.home_elsewhere) execute function lintel.keep_case_words();

-- case_home

create table case_home (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  kind text not null,
  property_id uuid,
  tenancy_id uuid,
  address text not null default '',
  since date,
  source text not null,
  change text not null,
  why text not null default '',
  moves boolean not null,
  corrects_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, corrects_id) references case_home(organisation_id, id),
  foreign key (organisation_id, property_id) references property(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy(organisation_id, id),
  check ((change = 'wrong') = (corrects_id is not null)),
  check ((kind = 'elsewhere') = (address <> '')),
  check ((kind = 'register') = (property_id is not null)),
  check (change <> 'wrong' or why <> ''),
  check (change = any (array['opened', 'learnt', 'moved', 'wrong'])),
  check (kind = any (array['register', 'elsewhere', 'not_known', 'rather_not']))
);
create index case_home_corrects on case_home (organisation_id, corrects_id) where corrects_id is not null;
create unique index case_home_number on case_home (organisation_id, case_id, number desc);
create index case_home_property on case_home (organisation_id, property_id) where property_id is not null;
create index case_home_recorded_by on case_home (organisation_id, recorded_by);
create index case_home_tenancy on case_home (organisation_id, tenancy_id) where tenancy_id is not null;
create policy definer on case_home for select to lintel_definer
  using (true);
create policy kept_apart on case_home as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not coalesce(property_id = any ((( select lintel.kept_from() as kept_from))::uuid[]), false));
create policy organisation on case_home to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on case_home to lintel_app;
grant select on case_home to lintel_definer;
create trigger what_left_corrected after insert on case_home for each row when (new.corrects_id is not null) execute function lintel.home_corrected();

-- case_marac_area

create table case_marac_area (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  area_id uuid,
  reason text not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, area_id) references marac_area(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id)
);
create index case_marac_area_area on case_marac_area (organisation_id, area_id) where area_id is not null;
create index case_marac_area_case on case_marac_area (organisation_id, case_id, set_at desc);
create policy organisation on case_marac_area to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on case_marac_area to lintel_app;

-- case_outcome

create table case_outcome (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  closing_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  safer text not null,
  believed text not null,
  knows_rights text not null,
  wished text not null,
  housing text not null,
  tenure_kept text not null,
  support text not null,
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, closing_id) references case_closing(organisation_id, id),
  check (believed = any (array['yes', 'no', 'not_said', 'not_asked'])),
  check (housing = any (array['stayed', 'moved', 'waiting', 'not_known'])),
  check (knows_rights = any (array['yes', 'no', 'not_said', 'not_asked'])),
  check (safer = any (array['safer', 'same', 'less_safe', 'not_said', 'not_asked'])),
  check (support = any (array['accepted', 'declined', 'not_offered', 'not_known'])),
  check (tenure_kept = any (array['yes', 'no', 'not_applicable', 'not_known'])),
  check (wished = any (array['stay', 'move', 'undecided', 'not_said', 'not_asked']))
);
create index case_outcome_case on case_outcome (organisation_id, case_id, recorded_at desc);
create index case_outcome_closing on case_outcome (organisation_id, closing_id) where closing_id is not null;
create policy organisation on case_outcome to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on case_outcome to lintel_app;

-- case_pause

create table case_pause (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  wish text not null,
  next_contact_on date not null,
  next_contact_how text not null default '',
  paused_at timestamptz not null,
  paused_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (ended_reason = any (array['they_came_back', 'agreed_day', 'new_incident', 'other']))
);
create index case_pause_case on case_pause (organisation_id, case_id, paused_at desc);
create unique index case_pause_open on case_pause (organisation_id, case_id) where ended_at is null;
create policy organisation on case_pause to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select, update on case_pause to lintel_app;

-- case_person

create table case_person (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  described_as text not null default '',
  part text not null,
  connection text not null default '',
  notes text not null default '',
  added_by uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  version integer not null default 1,
  age text not null default '',
  born_on date,
  school text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, person_id) references person(organisation_id, id),
  check (part = any (array['at_risk', 'child_victim', 'household_member', 'alleged_perpetrator', 'witness', 'supporter'])),
  check (person_id is not null or described_as <> '')
);
create index case_person_case on case_person (organisation_id, case_id);
create index case_person_feared_in_words on case_person using gin (lintel.name_words(described_as)) where person_id is null and part = 'alleged_perpetrator' and ended_at is null;
create index case_person_person on case_person (organisation_id, person_id);
create policy definer on case_person for select to lintel_definer
  using (true);
create policy kept_apart on case_person as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and (person_id is null or not (person_id = any ((( select lintel.kept_from() as kept_from))::uuid[]))));
create policy organisation on case_person to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select, update on case_person to lintel_app;
grant select on case_person to lintel_definer;
create trigger asks after insert on case_person for each row execute function lintel.case_person_asks();
create trigger asks_again after update of part, age, born_on, person_id on case_person for each row when (new.part is distinct from old.part or new.age is distinct from old.age or new.born_on is distinct from old.born_on or new.person_id is distinct from old.person_id) execute function lintel.weigh_person_again();
create trigger case_person_carries after insert or update on case_person for each row execute function lintel.case_person_carries();
create trigger feared_are_others after insert or update on case_person for each row when (new.part = 'alleged_perpetrator') execute function lintel.feared_are_others();
create trigger own_files_apart after insert or update of part, person_id, described_as, ended_at on case_person for each row execute function lintel.case_person_meets();
create trigger sides_apart after update of part, person_id, described_as, ended_at on case_person for each row when ('alleged_perpetrator' = new.part or 'alleged_perpetrator' = old.part) execute function lintel.feared_meet();
create trigger sides_apart_of_new after insert on case_person for each row when (new.part = 'alleged_perpetrator') execute function lintel.feared_meet();

-- case_reopening

create table case_reopening (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  why text not null,
  reopened_at timestamptz not null,
  reopened_by uuid,
  closed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (reason = any (array['they_came_back', 'new_disclosure', 'new_incident', 'closed_in_error']))
);
create index case_reopening_case on case_reopening (organisation_id, case_id, reopened_at desc);
create policy organisation on case_reopening to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on case_reopening to lintel_app;

-- case_word

create table case_word (
  organisation_id uuid not null,
  case_id uuid not null,
  word text not null,
  primary key (organisation_id, case_id, word),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id)
);
create index case_word_word on case_word (organisation_id, word, case_id);
create policy definer on case_word to lintel_definer
  using (true)
  with check (true);
create policy organisation on case_word to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant delete, insert, select on case_word to lintel_definer;
grant select on case_word to lintel_app;

-- chronology_export

create table chronology_export (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  purpose text not null,
  format text not null,
  recipient text not null default '',
  agreed text not null default 'not_asked',
  why text not null default '',
  entries integer not null,
  left_out integer not null,
  made_at timestamptz not null,
  made_by uuid,
  learners jsonb not null default '[]'::jsonb,
  share_id uuid,
  shown uuid[],
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, share_id) references share(organisation_id, id),
  check ((purpose <> all (array['partner', 'court'])) or share_id is not null) not valid,
  check (agreed = any (array['not_asked', 'yes', 'no'])),
  check (format = any (array['pdf', 'word', 'csv', 'paper'])),
  check (purpose = any (array['file', 'court', 'partner', 'person']))
);
create index chronology_export_case on chronology_export (organisation_id, case_id, made_at desc);
create index chronology_export_share on chronology_export (organisation_id, share_id) where share_id is not null;
create policy organisation on chronology_export to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on chronology_export to lintel_app;

-- closed_day

create table closed_day (
  organisation_id uuid not null,
  day date not null,
  closure_id uuid not null,
  agreed_at timestamptz not null,
  opened_at timestamptz,
  primary key (organisation_id, day, closure_id),
  foreign key (organisation_id, closure_id) references office_closure(organisation_id, id)
);
create index closed_day_closure on closed_day (organisation_id, closure_id);
create policy closed on closed_day for insert to lintel_definer
  with check (organisation_id = lintel.organisation());
create policy definer on closed_day for select to lintel_definer
  using (true);
create policy opened on closed_day for update to lintel_definer
  using (organisation_id = lintel.organisation())
  with check (organisation_id = lintel.organisation());
create policy organisation on closed_day to lintel_app
  using (organisation_id = lintel.organisation() and true);
create policy read on closed_day for select to lintel_public
  using (organisation_id = lintel.organisation() and opened_at is null);
grant insert, select on closed_day to lintel_definer;
grant select (organisation_id, day, opened_at) on closed_day to lintel_public;
grant select on closed_day to lintel_app;
grant update (opened_at) on closed_day to lintel_definer;

-- confirmation

create table confirmation (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  roles text[] not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, asked_by) references staff(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (kind = any (array['roles', 'new_start'])),
  check (roles <@ '{da_manager,da_worker}'::text[])
);
create index confirmation_asked_by on confirmation (organisation_id, asked_by);
create index confirmation_staff on confirmation (organisation_id, staff_id);
create policy definer on confirmation for select to lintel_definer
  using (true);
create policy organisation on confirmation to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager,system}'::text[]);
grant insert, select on confirmation to lintel_app;
grant select on confirmation to lintel_definer;

-- confirmation_decision

create table confirmation_decision (
  organisation_id uuid not null,
  confirmation_id uuid not null,
  decision text not null,
  reason text not null default '',
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (organisation_id, confirmation_id),
  foreign key (organisation_id, confirmation_id) references confirmation(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  check (decision = any (array['confirmed', 'declined', 'withdrawn', 'first']))
);
create index confirmation_decision_by on confirmation_decision (organisation_id, decided_by);
create policy definer on confirmation_decision for select to lintel_definer
  using (true);
create policy organisation on confirmation_decision to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager,system}'::text[]);
grant insert, select on confirmation_decision to lintel_app;
grant select on confirmation_decision to lintel_definer;
create trigger decided before insert on confirmation_decision for each row execute function lintel.check_decision();

-- conflict_fact

create table conflict_fact (
  organisation_id uuid not null,
  source uuid not null,
  kind text not null,
  value text not null,
  number text not null default '',
  flat text not null default '',
  parts text[],
  joined text[],
  heads text[],
  primary key (organisation_id, source, kind, value, number, flat),
  foreign key (organisation_id) references organisation(organisation_id)
);
create index conflict_fact_value on conflict_fact (organisation_id, kind, value);
create policy definer on conflict_fact to lintel_definer
  using (true)
  with check (true);
create policy organisation on conflict_fact to lintel_app
  using (organisation_id = lintel.organisation() and false);
grant delete, insert, select on conflict_fact to lintel_definer;

-- consent

create table consent (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  recipient_id uuid not null,
  purpose text not null,
  kinds text[] not null,
  answer text not null,
  given_by text not null,
  heard_by text not null,
  authority text not null default '',
  way text not null,
  words text not null default '',
  given_at timestamptz not null,
  until date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recipient_id) references share_recipient(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (answer = 'refused' or (given_by = any (array['person', 'interpreter', 'authority'])) and (heard_by = any (array['nobody', 'professional', 'chosen']))),
  check (answer = any (array['given', 'refused'])),
  check (given_by <> 'authority' or answer = 'refused' or authority <> ''),
  check (given_by = any (array['person', 'interpreter', 'authority', 'family', 'other', 'not_known'])),
  check (heard_by = any (array['nobody', 'professional', 'chosen', 'feared', 'not_known'])),
  check (kinds <> '{}'::text[] and kinds <@ array['who', 'account', 'risk', 'plan', 'family', 'health', 'home', 'contact']),
  check (purpose = any (array['safety', 'support', 'housing', 'prosecution', 'money'])),
  check (way = any (array['in_person', 'phone', 'video', 'writing']))
);
create index consent_case on consent (organisation_id, case_id, given_at);
create index consent_recipient on consent (organisation_id, recipient_id);
create index consent_recorded_by on consent (organisation_id, recorded_by) where recorded_by is not null;
create policy definer on consent for select to lintel_definer
  using (true);
create policy organisation on consent to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on consent to lintel_app;
grant select on consent to lintel_definer;
create trigger agreement_refused after insert on consent for each row when (new.answer = 'refused') execute function lintel.agreement_refused();

-- consent_change

create table consent_change (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  consent_id uuid not null,
  change text not null,
  way text not null,
  words text not null default '',
  said_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, consent_id) references consent(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (change = any (array['withdrawn', 'unsure'])),
  check (way = any (array['in_person', 'phone', 'video', 'writing']))
);
create index consent_change_case on consent_change (organisation_id, case_id);
create unique index consent_change_once on consent_change (organisation_id, consent_id, change);
create index consent_change_recorded_by on consent_change (organisation_id, recorded_by) where recorded_by is not null;
create policy definer on consent_change for select to lintel_definer
  using (true);
create policy organisation on consent_change to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on consent_change to lintel_app;
grant select on consent_change to lintel_definer;
create trigger agreement_taken_back after insert on consent_change for each row execute function lintel.agreement_taken_back();

-- contact

create table contact (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  channel text not null,
  outcome text not null,
  two_way_and_safe boolean not null,
  may_suspect text not null default 'not_asked',
  safe_contact_id uuid,
  notes text not null default '',
  with_whom text not null default 'not_asked',
  begun_by text not null default 'not_asked',
  in_their_times text not null default 'not_asked',
  against text[] not null default '{}'::text[],
  do_now text not null default '',
  told_contact_id uuid,
  over text not null default 'not_asked',
  agreed_way_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, agreed_way_id) references agreed_way(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, safe_contact_id) references safe_contact(organisation_id, id),
  foreign key (organisation_id, told_contact_id) references told_contact(organisation_id, id),
  check ((over = 'further') = (agreed_way_id is not null)),
  check (against = '{}'::text[] or do_now <> ''),
  check (begun_by = any (array['not_asked', 'us', 'them'])),
  check (in_their_times = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (may_suspect = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (over = any (array['not_asked', 'first', 'further', 'another'])),
  check (with_whom = any (array['not_asked', 'person', 'trusted', 'somebody_else', 'nobody']))
);
create index contact_against on contact (organisation_id, case_id) where against <> '{}'::text[];
create index contact_agreed on contact (organisation_id, safe_contact_id) where safe_contact_id is not null;
create index contact_case on contact (organisation_id, case_id, happened_at desc);
create index contact_over on contact (organisation_id, agreed_way_id) where agreed_way_id is not null;
create unique index contact_told on contact (organisation_id, told_contact_id) where told_contact_id is not null;
create policy definer on contact for select to lintel_definer
  using (true);
create policy organisation on contact to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on contact to lintel_app;
grant select on contact to lintel_definer;

-- contact_dealt

create table contact_dealt (
  organisation_id uuid not null,
  contact_id uuid not null,
  case_id uuid not null,
  done text not null,
  still_safe text not null,
  dealt_at timestamptz not null,
  dealt_by uuid,
  primary key (organisation_id, contact_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, contact_id) references contact(organisation_id, id),
  foreign key (organisation_id, dealt_by) references staff(organisation_id, id),
  check (still_safe = any (array['yes', 'not_known']))
);
create index contact_dealt_by on contact_dealt (organisation_id, dealt_by);
create index contact_dealt_case on contact_dealt (organisation_id, case_id);
create policy definer on contact_dealt for select to lintel_definer
  using (true);
create policy organisation on contact_dealt to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on contact_dealt to lintel_app;
grant select on contact_dealt to lintel_definer;

-- contact_plan

create table contact_plan (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  obligation_id uuid not null,
  why text not null,
  plan text not null,
  try_again_at timestamptz not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, obligation_id) references obligation(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by)
);
create index contact_plan_case on contact_plan (organisation_id, case_id, proposed_at desc);
create index contact_plan_obligation on contact_plan (organisation_id, obligation_id);
create index contact_plan_open on contact_plan (organisation_id, proposed_at) where decision is null;
create policy decided_once on contact_plan as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on contact_plan for select to lintel_definer
  using (true);
create policy organisation on contact_plan to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on contact_plan as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on contact_plan to lintel_app;
grant select on contact_plan to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on contact_plan to lintel_app;

-- contact_shown

create table contact_shown (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid,
  disclosure_id uuid,
  channel text not null,
  reason text not null,
  words text not null default '',
  shown_at timestamptz not null,
  shown_to uuid not null,
  agreed_way_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, agreed_way_id) references agreed_way(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, shown_to) references staff(organisation_id, id),
  check (num_nonnulls(case_id, disclosure_id) = 1)
);
create index contact_shown_case on contact_shown (organisation_id, case_id, shown_at desc) where case_id is not null;
create index contact_shown_disclosure on contact_shown (organisation_id, disclosure_id, shown_at desc) where disclosure_id is not null;
create index contact_shown_to on contact_shown (organisation_id, shown_to);
create index contact_shown_way on contact_shown (organisation_id, agreed_way_id) where agreed_way_id is not null;
create policy organisation on contact_shown to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or case_id = (( select lintel.opened_case() as opened_case)) or (exists ( select
   from case_file c
  where c.organisation_id = contact_shown.organisation_id and c.id = contact_shown.case_id)) or lintel.sees_disclosure(organisation_id, disclosure_id)));
grant insert, select on contact_shown to lintel_app;

-- contractor

create table contractor (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  domain text not null,
  phone text not null,
  vetted_until date not null,
  vetted_how text not null,
  vetted_at timestamptz not null,
  vetted_by uuid not null,
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, added_by) references staff(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, vetted_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_why = '')),
  check (domain = lower(domain) and domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  check (name <> ''),
  check (phone <> ''),
  check (vetted_how <> '')
);
create index contractor_adder on contractor (organisation_id, added_by);
create index contractor_ender on contractor (organisation_id, ended_by) where ended_by is not null;
create unique index contractor_once on contractor (organisation_id, lower(name)) where ended_at is null;
create index contractor_vetter on contractor (organisation_id, vetted_by);
create policy organisation on contractor to lintel_app
  using (organisation_id = lintel.organisation() and true);
create policy own_name on contractor as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not added_by is distinct from lintel.staff() and not vetted_by is distinct from lintel.staff());
grant insert, select on contractor to lintel_app;
grant update (vetted_until, vetted_how, vetted_at, vetted_by, ended_at, ended_by, ended_why) on contractor to lintel_app;

-- contractor_conflict

create table contractor_conflict (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  contractor_id uuid not null,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, contractor_id) references contractor(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_why = '')),
  check (words <> '')
);
create index contractor_conflict_case on contractor_conflict (organisation_id, case_id);
create index contractor_conflict_contractor on contractor_conflict (organisation_id, contractor_id);
create index contractor_conflict_ender on contractor_conflict (organisation_id, ended_by) where ended_by is not null;
create unique index contractor_conflict_once on contractor_conflict (organisation_id, case_id, contractor_id) where ended_at is null;
create index contractor_conflict_recorder on contractor_conflict (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on contractor_conflict to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on contractor_conflict as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on contractor_conflict to lintel_app;
grant update (ended_at, ended_by, ended_why) on contractor_conflict to lintel_app;

-- cost_rate

create table cost_rate (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  from_day date not null,
  pence integer not null,
  source text not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, set_by) references staff(organisation_id, id),
  check (kind = any (array['hour', 'possession', 'eviction', 'temporary', 'repair'])),
  check (pence > 0),
  check (source <> '')
);
create index cost_rate_in_force on cost_rate (organisation_id, kind, from_day desc, set_at desc);
create index cost_rate_setter on cost_rate (organisation_id, set_by) where set_by is not null;
create policy definer on cost_rate for select to lintel_definer
  using (true);
create policy organisation on cost_rate to lintel_app
  using (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{finance,administrator,da_manager,da_worker,director,system}'::text[]);
create policy set_by_finance on cost_rate as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not set_by is distinct from lintel.staff() and (( select lintel.roles() as roles)) && '{finance,administrator,system}'::text[]);
grant insert, select on cost_rate to lintel_app;
grant select on cost_rate to lintel_definer;

-- counter_allegation

create table counter_allegation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  about_id uuid not null,
  source text not null,
  way text not null default '',
  words text not null,
  heard_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, about_id) references case_person(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (source = any (array['themselves', 'police', 'court', 'agency', 'family', 'colleague', 'asked'])),
  check (words <> '')
);
create index counter_allegation_about on counter_allegation (organisation_id, about_id, recorded_at desc);
create index counter_allegation_case on counter_allegation (organisation_id, case_id, recorded_at desc, id);
create index counter_allegation_recorder on counter_allegation (organisation_id, recorded_by) where recorded_by is not null;
create policy definer on counter_allegation for select to lintel_definer
  using (true);
create policy organisation on counter_allegation to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on counter_allegation as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff() and (source <> 'asked' or lintel.roles() && '{da_manager,system}'::text[]));
grant insert, select on counter_allegation to lintel_app;
grant select on counter_allegation to lintel_definer;

-- counter_judgement

create table counter_judgement (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  about_id uuid not null,
  signs jsonb not null,
  heard text not null,
  conclusion text not null,
  specialist text not null,
  specialist_who text not null default '',
  specialist_on date,
  specialist_way text not null default '',
  words text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, about_id) references case_person(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((conclusion <> all (array['harmed', 'harms'])) or coalesce(signs ->> 'fear', 'not_known') <> 'not_known' and coalesce(signs ->> 'control', 'not_known') <> 'not_known'),
  check ((conclusion = any (array['cannot_tell', 'no_allegation'])) or specialist = conclusion),
  check ((decision is null) = (decided_at is null)),
  check ((specialist = 'none') = (specialist_who = '') and (specialist = 'none') = (specialist_on is null) and (specialist = 'none') = (specialist_way = '')),
  check (conclusion <> 'harms' or heard = 'alone'),
  check (conclusion = any (array['harmed', 'harms', 'cannot_tell', 'no_allegation'])),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (heard = any (array['alone', 'not_alone', 'not_heard'])),
  check (jsonb_typeof(signs) = 'object'),
  check (specialist = any (array['harmed', 'harms', 'cannot_tell', 'none'])),
  check (words <> '')
);
create index counter_judgement_about on counter_judgement (organisation_id, about_id, decided_at desc);
create index counter_judgement_case on counter_judgement (organisation_id, case_id, proposed_at desc, id);
create index counter_judgement_decider on counter_judgement (organisation_id, decided_by) where decided_by is not null;
create index counter_judgement_proposer on counter_judgement (organisation_id, proposed_by) where proposed_by is not null;
create unique index counter_judgement_waiting on counter_judgement (organisation_id, about_id) where decision is null;
create policy decided_once on counter_judgement as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on counter_judgement for select to lintel_definer
  using (true);
create policy organisation on counter_judgement to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on counter_judgement as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on counter_judgement to lintel_app;
grant select on counter_judgement to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on counter_judgement to lintel_app;
create trigger judgement_agreed before update on counter_judgement for each row execute function lintel.judgement_agreed();

-- court_step

create table court_step (
  organisation_id uuid not null,
  id uuid not null,
  tenancy text not null,
  tenancy_id uuid,
  step text not null,
  state text not null,
  on_day date not null,
  told text not null,
  undone text not null default '',
  said_at timestamptz not null,
  said_by uuid,
  system_id uuid,
  looked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, said_by) references staff(organisation_id, id),
  foreign key (organisation_id, system_id) references hold_system(organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy(organisation_id, id),
  check ((state = 'taken') = (told = '')),
  check ((state = 'taken') = (undone <> '')),
  check (length(tenancy) >= 1 and length(tenancy) <= 200),
  check (num_nonnulls(said_by, system_id) = 1),
  check (state = any (array['meant', 'taken'])),
  check (step = any (array['chasing_letter', 'notice', 'letter_before_claim', 'claim', 'hearing', 'warrant', 'money_order'])),
  check (told = any (array['', 'no', 'call_first', 'yes'])),
  check (undone = any (array['', 'taken_back', 'being_taken_back', 'cannot_be']))
);
create index court_step_said on court_step (organisation_id, said_at desc);
create index court_step_said_by on court_step (organisation_id, said_by) where said_by is not null;
create index court_step_system on court_step (organisation_id, system_id) where system_id is not null;
create index court_step_tenancy on court_step (organisation_id, tenancy_id) where tenancy_id is not null;
create index court_step_unseen on court_step (organisation_id, said_at) where looked_at is null;
create policy definer on court_step for insert to lintel_definer
  with check (true);
create policy definer_reads on court_step for select to lintel_definer
  using (true);
create policy kept_apart on court_step as restrictive for select to lintel_app
  using (organisation_id = lintel.organisation() and (not said_by is distinct from lintel.staff() or not coalesce(tenancy_id = any ((( select lintel.kept_from() as kept_from))::uuid[]), false)));
create policy looked on court_step as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
create policy organisation on court_step to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{income,system}'::text[]);
grant insert, select on court_step to lintel_definer;
grant select on court_step to lintel_app;
grant update (looked_at) on court_step to lintel_app;

-- court_step_met

create table court_step_met (
  organisation_id uuid not null,
  id uuid not null,
  step_id uuid,
  case_id uuid,
  disclosure_id uuid,
  how text not null,
  step text not null,
  on_day date not null,
  met_at timestamptz not null,
  recorded_by uuid,
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, step_id) references court_step(organisation_id, id),
  check ((step_id is null) = (recorded_by is not null)),
  check ((step_id is null) = (words <> '')),
  check (how = any (array['held_back', 'asked_first', 'taken'])),
  check (num_nonnulls(case_id, disclosure_id) > 0)
);
create index court_step_met_case on court_step_met (organisation_id, case_id, met_at desc) where case_id is not null;
create index court_step_met_disclosure on court_step_met (organisation_id, disclosure_id) where disclosure_id is not null;
create index court_step_met_recorder on court_step_met (organisation_id, recorded_by) where recorded_by is not null;
create index court_step_met_step on court_step_met (organisation_id, step_id) where step_id is not null;
create policy definer on court_step_met for select to lintel_definer
  using (true);
create policy organisation on court_step_met to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is not null then case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
create policy own_name on court_step_met as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on court_step_met to lintel_app;
grant select on court_step_met to lintel_definer;

-- credential

create table credential (
  organisation_id uuid not null,
  staff_id uuid not null,
  password_hash text,
  totp_secret bytea,
  totp_enrolled_at timestamptz,
  totp_last_step bigint,
  code_failed integer not null default 0,
  code_failed_at timestamptz,
  changed_at timestamptz not null,
  short_code_hash text,
  primary key (organisation_id, staff_id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id)
);
create policy definer on credential for select to lintel_definer
  using (true);
create policy organisation on credential to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = lintel.staff() or ('system' = any (lintel.roles()))));
grant insert, select, update on credential to lintel_app;
grant select (organisation_id, staff_id, totp_enrolled_at) on credential to lintel_definer;

-- danger

create table danger (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid,
  case_id uuid,
  how text not null,
  said text not null default '',
  raised_at timestamptz not null,
  raised_by uuid,
  out_of_hours boolean not null,
  on_call uuid[] not null default '{}'::uuid[],
  dealt_at timestamptz,
  done text,
  done_by text,
  dealt_by uuid,
  dealt_recorded_at timestamptz,
  handed_over_at timestamptz,
  handed_over_to uuid[] not null default '{}'::uuid[],
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, dealt_by) references staff(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, raised_by) references staff(organisation_id, id),
  check (dealt_at is null or length(done) >= 15 and length(done_by) >= 2),
  check (disclosure_id is not null or case_id is not null),
  check (how = any (array['disclosure', 'contact', 'assessment', 'reopened', 'colleague', 'partner'])),
  check (num_nulls(dealt_at, done, done_by, dealt_recorded_at) = any (array[0, 4]))
);
create index danger_case on danger (organisation_id, case_id) where case_id is not null;
create index danger_dealt_by on danger (organisation_id, dealt_by) where dealt_by is not null;
create index danger_disclosure on danger (organisation_id, disclosure_id) where disclosure_id is not null;
create index danger_open on danger (organisation_id, raised_at) where dealt_at is null;
create index danger_raised_by on danger (organisation_id, raised_by) where raised_by is not null;
create policy dealt on danger for update to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is not null then case_id = (( select lintel.opened_case() as opened_case)) or (exists ( select
       from case_file c
      where c.organisation_id = danger.organisation_id and c.id = danger.case_id))
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
create policy definer on danger for select to lintel_definer
  using (true);
create policy read on danger for select to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is not null then case_id = (( select lintel.opened_case() as opened_case)) or (exists ( select
       from case_file c
      where c.organisation_id = danger.organisation_id and c.id = danger.case_id))
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
create policy told on danger for insert to lintel_app
  with check (organisation_id = lintel.organisation());
grant insert, select on danger to lintel_app;
grant select on danger to lintel_definer;
grant update (case_id, dealt_at, done, done_by, dealt_by, dealt_recorded_at, handed_over_at, handed_over_to) on danger to lintel_app;
create trigger danger_once before update on danger for each row execute function lintel.danger_is_dealt_with_once();

-- danger_asking

create table danger_asking (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  how text not null,
  subject_id uuid,
  answer text not null,
  why text not null default '',
  asked_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((answer = 'not_asked') = (length(why) >= 6)),
  check (answer = any (array['yes', 'no', 'not_safe', 'not_asked'])),
  check (how = any (array['disclosure', 'contact', 'assessment', 'reopened']))
);
create index danger_asking_case on danger_asking (organisation_id, case_id, asked_at);
create index danger_asking_recorded_by on danger_asking (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on danger_asking to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on danger_asking to lintel_app;

-- debt_respite

create table debt_respite (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  started_on date not null,
  adviser text not null,
  reference text not null,
  treatment_ended_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_on date,
  ended_why text not null default '',
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((ended_on is null) = (ended_at is null)),
  check (adviser <> ''),
  check (ended_on is null or ended_why <> ''),
  check (kind = 'mental_health' or treatment_ended_on is null),
  check (kind = any (array['standard', 'mental_health'])),
  check (reference <> '')
);
create index debt_respite_case on debt_respite (organisation_id, case_id, started_on desc);
create index debt_respite_ender on debt_respite (organisation_id, ended_by) where ended_by is not null;
create index debt_respite_recorder on debt_respite (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on debt_respite to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on debt_respite as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on debt_respite to lintel_app;
grant update (treatment_ended_on, ended_on, ended_why, ended_at, ended_by, version) on debt_respite to lintel_app;

-- diary_feed

create table diary_feed (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  secret_hash bytea not null,
  made_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id)
);
create unique index diary_feed_open on diary_feed (organisation_id, staff_id) where revoked_at is null;
create index diary_feed_staff on diary_feed (organisation_id, staff_id);
create policy organisation on diary_feed to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = lintel.staff() or ('system' = any (lintel.roles()))));
grant insert, select, update on diary_feed to lintel_app;

-- disclosure

create table disclosure (
  organisation_id uuid not null,
  id uuid not null,
  reference text not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  route text not null,
  told_by text not null,
  verbatim text not null,
  immediate_danger text not null,
  danger_response text not null default '',
  person_name text not null default '',
  person_age text not null default 'not_known',
  person_id uuid,
  property_id uuid,
  address text not null default '',
  alleged_name text not null default '',
  alleged_age text not null default 'not_known',
  connection text not null default '',
  happened text not null default 'not_known',
  who_can_hear text not null default '',
  children text not null default 'not_asked',
  children_details text not null default '',
  pregnant text not null default 'not_asked',
  safe_to_contact text not null default 'not_asked',
  contact_channel text not null default '',
  contact_value text not null default '',
  contact_times text not null default '',
  contact_do_not text not null default '',
  access_needs text not null default '',
  views_on_sharing text not null default '',
  promised text not null default '',
  abuse_types text[] not null default '{}'::text[],
  indicators text[] not null default '{}'::text[],
  route_details jsonb not null default '{}'::jsonb,
  informant_name text not null default '',
  informant_contact text not null default '',
  informant_known text not null default 'not_asked',
  case_id uuid,
  triaged_at timestamptz,
  staff_involved text not null default 'not_asked',
  blocked_staff uuid[] not null default '{}'::uuid[],
  conflicts jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  safeguarding_today text[] not null default '{}'::text[],
  honour text not null default 'not_asked',
  ring_at timestamptz,
  children_told jsonb not null default '[]'::jsonb,
  where_known text not null default 'not_asked',
  matched jsonb not null default '[]'::jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, person_id) references person(organisation_id, id),
  foreign key (organisation_id, property_id) references property(organisation_id, id),
  check (alleged_age = any (array['under_16', 'aged_16_17', 'adult', 'not_known'])),
  check (children = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (happened = any (array['recently', 'in_the_past', 'not_known'])),
  check (honour = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (immediate_danger = any (array['yes', 'no', 'not_known'])),
  check (informant_known = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (jsonb_typeof(children_told) = 'array'),
  check (jsonb_typeof(matched) = 'array'),
  check (person_age = any (array['under_16', 'aged_16_17', 'adult', 'not_known'])),
  check (pregnant = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (safe_to_contact = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (staff_involved = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (told_by = any (array['person', 'friend_family', 'neighbour', 'colleague', 'contractor', 'agency'])),
  check (where_known = any (array['not_asked', 'known', 'not_known']))
);
create index disclosure_blocked on disclosure using gin (blocked_staff) where blocked_staff <> '{}'::uuid[];
create index disclosure_case on disclosure (organisation_id, case_id) where case_id is not null;
create index disclosure_in_conflict on disclosure (organisation_id, id) where case_id is null and conflicts <> '[]'::jsonb;
create index disclosure_matched on disclosure using gin (matched jsonb_path_ops) where matched <> '[]'::jsonb;
create index disclosure_person on disclosure (organisation_id, person_id) where person_id is not null;
create index disclosure_property on disclosure (organisation_id, property_id) where property_id is not null;
create index disclosure_received on disclosure (organisation_id, received_at desc);
create unique index disclosure_reference on disclosure (organisation_id, reference);
create index disclosure_triaged on disclosure (organisation_id, triaged_at desc) where triaged_at is not null;
create index disclosure_untriaged on disclosure (organisation_id, received_at) where triaged_at is null;
create index disclosure_walled on disclosure (organisation_id, id) where blocked_staff <> '{}'::uuid[];
create policy definer on disclosure for select to lintel_definer
  using (true);
create policy definer_carries on disclosure for update to lintel_definer
  using (true);
create policy read on disclosure for select to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any (lintel.roles())) or not (lintel.staff() = any (blocked_staff)) and
case
    when case_id is null then lintel.roles() && '{da_manager,da_worker}'::text[]
    else case_id = lintel.opened_case() or (exists ( select
       from case_file c
      where c.organisation_id = disclosure.organisation_id and c.id = disclosure.case_id))
end));
create policy told on disclosure for insert to lintel_app
  with check (organisation_id = lintel.organisation());
create policy triaged on disclosure for update to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any (lintel.roles())) or not (lintel.staff() = any (blocked_staff)) and lintel.roles() && '{da_manager,da_worker}'::text[]));
grant insert, select, update on disclosure to lintel_app;
grant select on disclosure to lintel_definer;
grant update (blocked_staff, matched) on disclosure to lintel_definer;
create trigger asks after insert or update of children, pregnant, person_age, alleged_age on disclosure for each row execute function lintel.disclosure_asks();
create trigger disclosure_carries after insert or update of person_id, case_id, conflicts on disclosure for each row execute function lintel.disclosure_carries();
create trigger disclosure_walled after update of case_id, blocked_staff on disclosure for each row when (old.case_id is distinct from new.case_id or old.blocked_staff <> new.blocked_staff) execute function lintel.disclosure_walled();
create trigger takes_turn before update of triaged_at, case_id, person_id on disclosure for each statement execute function lintel.takes_turn();
create trigger words_kept after insert on disclosure for each row execute function lintel.keep_disclosure_words();
create trigger words_kept_anew after update of person_name, address on disclosure for each row when (new.person_name is distinct from old.person_name or new.address is distinct from old.address) execute function lintel.keep_disclosure_words();

-- disclosure_claim

create table disclosure_claim (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  staff_id uuid not null,
  claimed_at timestamptz not null,
  until_at timestamptz not null,
  why text not null default '',
  ended_at timestamptz,
  ended_by uuid,
  ended_how text,
  alarmed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (ended_how = any (array['released', 'taken_over', 'triaged', 'fell_away'])),
  check (length(why) <= 1000),
  check (num_nulls(ended_at, ended_how) = any (array[0, 2])),
  check (until_at > claimed_at)
);
create index disclosure_claim_disclosure on disclosure_claim (organisation_id, disclosure_id);
create index disclosure_claim_ended_by on disclosure_claim (organisation_id, ended_by) where ended_by is not null;
create index disclosure_claim_left on disclosure_claim (organisation_id, until_at) where ended_at is null and alarmed_at is null;
create unique index disclosure_claim_one on disclosure_claim (organisation_id, disclosure_id) where ended_at is null;
create index disclosure_claim_staff on disclosure_claim (organisation_id, staff_id);
create policy ended on disclosure_claim for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_disclosure(organisation_id, disclosure_id));
create policy own on disclosure_claim for insert to lintel_app
  with check (organisation_id = lintel.organisation() and staff_id = lintel.staff() and ended_at is null and lintel.sees_disclosure(organisation_id, disclosure_id));
create policy read on disclosure_claim for select to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_disclosure(organisation_id, disclosure_id));
grant insert, select on disclosure_claim to lintel_app;
grant update (ended_at, ended_by, ended_how, alarmed_at) on disclosure_claim to lintel_app;

-- disclosure_joining

create table disclosure_joining (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  case_id uuid not null,
  compared text not null,
  why text not null,
  decision_of_triage jsonb not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (compared = any (array['another', 'not_known'])),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (why <> '')
);
create index disclosure_joining_case on disclosure_joining (organisation_id, case_id);
create index disclosure_joining_decider on disclosure_joining (organisation_id, decided_by) where decided_by is not null;
create index disclosure_joining_of on disclosure_joining (organisation_id, disclosure_id, proposed_at desc);
create index disclosure_joining_proposer on disclosure_joining (organisation_id, proposed_by) where proposed_by is not null;
create unique index disclosure_joining_waiting on disclosure_joining (organisation_id, disclosure_id) where decision is null;
create policy decided_once on disclosure_joining as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on disclosure_joining for select to lintel_definer
  using (lintel.staff() is null or (exists ( select
   from case_file c
  where c.organisation_id = disclosure_joining.organisation_id and c.id = disclosure_joining.case_id and not (lintel.staff() = any (c.blocked_staff)) and ((lintel.staff() = any (c.granted_staff)) or lintel.roles() && c.granted_roles))));
create policy organisation on disclosure_joining to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_disclosure(organisation_id, disclosure_id) and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on disclosure_joining as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on disclosure_joining to lintel_app;
grant select on disclosure_joining to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on disclosure_joining to lintel_app;

-- disclosure_told

create table disclosure_told (
  organisation_id uuid not null,
  disclosure_id uuid not null,
  tokens text[] not null,
  primary key (organisation_id, disclosure_id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id)
);
create index disclosure_told_tokens on disclosure_told using gin (tokens);
create policy definer on disclosure_told to lintel_definer
  using (true)
  with check (true);
create policy organisation on disclosure_told to lintel_app
  using (organisation_id = lintel.organisation() and false);
grant delete, insert, select on disclosure_told to lintel_definer;

-- disclosure_word

create table disclosure_word (
  organisation_id uuid not null,
  disclosure_id uuid not null,
  word text not null,
  primary key (organisation_id, disclosure_id, word),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id)
);
create index disclosure_word_word on disclosure_word (organisation_id, word, disclosure_id);
create policy definer on disclosure_word to lintel_definer
  using (true)
  with check (true);
create policy organisation on disclosure_word to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_disclosure(organisation_id, disclosure_id));
grant delete, insert, select on disclosure_word to lintel_definer;
grant select on disclosure_word to lintel_app;

-- draft

create table draft (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  about_id uuid not null,
  form text not null,
  sealed_fields bytea not null,
  saved_at timestamptz not null,
  told_at timestamptz,
  page text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (length(page) <= 400)
);
create unique index draft_key on draft (organisation_id, staff_id, about_id, form);
create index draft_saved on draft (organisation_id, saved_at);
create policy forgotten on draft to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())));
create policy organisation on draft to lintel_app
  using (organisation_id = lintel.organisation() and staff_id = lintel.staff());
grant delete, insert, select, update on draft to lintel_app;

-- duty_week

create table duty_week (
  organisation_id uuid not null,
  staff_id uuid not null,
  starts smallint[] not null,
  ends smallint[] not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  version integer not null default 1,
  primary key (organisation_id, staff_id),
  foreign key (organisation_id, changed_by) references staff(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (cardinality(starts) = 7 and cardinality(ends) = 7)
);
create index duty_week_changed_by on duty_week (organisation_id, changed_by);
create policy organisation on duty_week to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on duty_week to lintel_app;

-- entry_audience

create table entry_audience (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  number integer not null,
  disclosable_to text[] not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, entry_id) references case_entry(organisation_id, id),
  check (disclosable_to <@ '{person,agencies}'::text[])
);
create index entry_audience_case on entry_audience (organisation_id, case_id, entry_id, number desc);
create index entry_audience_entry on entry_audience (organisation_id, entry_id);
create unique index entry_audience_number on entry_audience (organisation_id, entry_id, number);
create policy definer on entry_audience for select to lintel_definer
  using (true);
create policy organisation on entry_audience to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on entry_audience to lintel_app;
grant select on entry_audience to lintel_definer;
create trigger entry_kept_in after insert on entry_audience for each row when (not ('agencies' = any (new.disclosable_to))) execute function lintel.entry_kept_in();

-- entry_condition

create table entry_condition (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  said_by text not null,
  words text not null,
  set_at timestamptz not null,
  set_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_why text not null default '',
  lifted_because text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, entry_id) references case_entry(organisation_id, id),
  foreign key (organisation_id, lifted_by) references staff(organisation_id, id),
  foreign key (organisation_id, set_by) references staff(organisation_id, id),
  check ((lifted_at is null) = (lifted_why = '')),
  check (lifted_because = any (array['allowed', 'in_error'])),
  check (said_by <> ''),
  check (words <> '')
);
create index entry_condition_case on entry_condition (organisation_id, case_id);
create index entry_condition_entry on entry_condition (organisation_id, entry_id, set_at);
create index entry_condition_lifted_by on entry_condition (organisation_id, lifted_by) where lifted_by is not null;
create index entry_condition_set_by on entry_condition (organisation_id, set_by) where set_by is not null;
create policy definer on entry_condition for select to lintel_definer
  using (true);
create policy organisation on entry_condition to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on entry_condition to lintel_app;
grant select on entry_condition to lintel_definer;
grant update (lifted_at, lifted_by, lifted_why, lifted_because) on entry_condition to lintel_app;
create trigger entry_held_back after insert on entry_condition for each row execute function lintel.entry_held_back();

-- equality

create table equality (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ethnicity text not null default 'not_asked',
  ethnicity_words text not null default '',
  disability text not null default 'not_asked',
  disability_words text not null default '',
  orientation text not null default 'not_asked',
  orientation_words text not null default '',
  religion text not null default 'not_asked',
  religion_words text not null default '',
  sex text not null default 'not_asked',
  gender text not null default 'not_asked',
  gender_words text not null default '',
  pregnancy text not null default 'not_asked',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id)
);
create unique index equality_number on equality (organisation_id, case_id, number);
create policy definer on equality for select to lintel_definer
  using (true);
create policy not_in_emergency on equality as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (case_id = any (coalesce(( select lintel.emergency() as emergency), '{}'::uuid[]))));
create policy organisation on equality to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on equality to lintel_app;
grant select on equality to lintel_definer;

-- equality_restricted

create table equality_restricted (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  nationality text not null default '',
  immigration text not null default '',
  funds text not null default 'not_asked',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (funds = any (array['not_asked', 'prefers_not', 'yes', 'no', 'not_known']))
);
create unique index equality_restricted_number on equality_restricted (organisation_id, case_id, number);
create policy few on equality_restricted as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and ((( select lintel.roles() as roles)) && '{system,da_manager}'::text[] or (exists ( select
   from case_file c
  where c.organisation_id = equality_restricted.organisation_id and c.id = equality_restricted.case_id and c.lead_id = (( select lintel.staff() as staff))))));
create policy not_in_emergency on equality_restricted as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (case_id = any (coalesce(( select lintel.emergency() as emergency), '{}'::uuid[]))));
create policy organisation on equality_restricted to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on equality_restricted to lintel_app;

-- event

create table event (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  name text not null,
  staff_id uuid,
  session_id uuid,
  case_id uuid,
  subject_id uuid,
  data jsonb not null default '{}'::jsonb,
  txid xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id)
);
create index event_case on event (organisation_id, case_id, at desc) where case_id is not null;
create index event_named on event (organisation_id, name, at);
create index event_sealing on event (organisation_id, txid, id);
create policy definer on event for select to lintel_definer
  using (true);
create policy definer_tells on event for insert to lintel_definer
  with check (true);
create policy own_files on event as restrictive for select to lintel_app
  using (organisation_id = lintel.organisation() and (name !~~ 'own-file.%' or ('system' = any ((( select lintel.roles() as roles))::text[])) or staff_id = (( select lintel.staff() as staff)) or lintel.sees_own_file(organisation_id, subject_id)));
create policy read on event for select to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or case_id is null or case_id = (( select lintel.opened_case() as opened_case)) or (exists ( select
   from case_file c
  where c.organisation_id = event.organisation_id and c.id = event.case_id))));
create policy written on event for insert to lintel_app, lintel_public
  with check (organisation_id = lintel.organisation());
grant insert, select on event to lintel_app;
grant insert, select on event to lintel_definer;

-- event_seal

create table event_seal (
  organisation_id uuid not null,
  number bigint not null,
  sealed_at timestamptz not null,
  from_txid xid8 not null,
  before_txid xid8 not null,
  events integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organisation_id, number),
  foreign key (organisation_id) references organisation(organisation_id)
);
create policy definer on event_seal for select to lintel_definer
  using (true);
create policy organisation on event_seal to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on event_seal to lintel_app;
grant select on event_seal to lintel_definer;

-- evidence_exhibit

create table evidence_exhibit (
  organisation_id uuid not null,
  pack_id uuid not null,
  file_id uuid not null,
  case_id uuid not null,
  exhibit text not null,
  sha256 bytea not null,
  primary key (organisation_id, pack_id, file_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, file_id) references kept_file(organisation_id, id),
  foreign key (organisation_id, pack_id) references evidence_pack(organisation_id, id),
  check (exhibit ~ '^[A-Z]{2,5}/[0-9]+$'),
  check (length(sha256) = 32)
);
create index evidence_exhibit_case on evidence_exhibit (organisation_id, case_id);
create index evidence_exhibit_file on evidence_exhibit (organisation_id, file_id);
create policy organisation on evidence_exhibit to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on evidence_exhibit to lintel_app;

-- evidence_pack

create table evidence_pack (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  initials text not null,
  holds text not null,
  manifest text not null,
  stored_as text not null,
  sealed_key bytea not null,
  bytes bigint not null,
  sha256 bytea not null,
  learners jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, made_by) references staff(organisation_id, id),
  foreign key (organisation_id, share_id) references share(organisation_id, id),
  check (holds = any (array['originals', 'shown'])),
  check (initials ~ '^[A-Z]{2,5}$'),
  check (length(sha256) = 32)
);
create index evidence_pack_case on evidence_pack (organisation_id, case_id, made_at desc);
create index evidence_pack_made_by on evidence_pack (organisation_id, made_by);
create index evidence_pack_share on evidence_pack (organisation_id, share_id);
create unique index evidence_pack_stored on evidence_pack (organisation_id, stored_as);
create policy organisation on evidence_pack to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on evidence_pack to lintel_app;

-- file_taken

create table file_taken (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  file_id uuid not null,
  why text not null,
  learners jsonb not null,
  taken_at timestamptz not null,
  taken_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, file_id) references kept_file(organisation_id, id),
  foreign key (organisation_id, taken_by) references staff(organisation_id, id)
);
create index file_taken_by on file_taken (organisation_id, taken_by) where taken_by is not null;
create index file_taken_case on file_taken (organisation_id, case_id);
create index file_taken_file on file_taken (organisation_id, file_id, taken_at);
create policy organisation on file_taken to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on file_taken to lintel_app;

-- findable_anew

create table findable_anew (
  organisation_id uuid not null,
  subject text not null,
  foldings integer not null,
  reached uuid,
  primary key (organisation_id, subject),
  foreign key (organisation_id) references organisation(organisation_id),
  check (subject = any (array['person', 'property']))
);
create policy organisation on findable_anew to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
grant insert, select, update on findable_anew to lintel_app;

-- fund

create table fund (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  about text not null default '',
  opened_at timestamptz not null,
  opened_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, opened_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_why = '')),
  check (name <> '')
);
create index fund_ender on fund (organisation_id, ended_by) where ended_by is not null;
create unique index fund_name on fund (organisation_id, lower(name)) where ended_at is null;
create index fund_opener on fund (organisation_id, opened_by) where opened_by is not null;
create policy definer on fund for select to lintel_definer
  using (true);
create policy kept_by_finance on fund as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{finance,system}'::text[]);
create policy opened_by_finance on fund as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{finance,system}'::text[]);
create policy organisation on fund to lintel_app
  using (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{finance,da_manager,da_worker,system}'::text[]);
create policy own_name on fund as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not opened_by is distinct from lintel.staff());
grant insert, select on fund to lintel_app;
grant select on fund to lintel_definer;
grant update (ended_at, ended_by, ended_why) on fund to lintel_app;

-- fund_account

create table fund_account (
  organisation_id uuid not null,
  fund_id uuid not null,
  year integer not null,
  place text not null,
  pence bigint not null,
  primary key (organisation_id, fund_id, year, place),
  foreign key (organisation_id, fund_id) references fund(organisation_id, id),
  check (pence >= 0 or place = 'landlord'),
  check (place = any (array['landlord', 'free', 'reserved', 'committed', 'paid']))
);
create policy definer on fund_account to lintel_definer
  using (true)
  with check (true);
create policy organisation on fund_account to lintel_app
  using (organisation_id = lintel.organisation() and false);
grant insert, select, update on fund_account to lintel_definer;

-- fund_move

create table fund_move (
  organisation_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  from_year integer not null,
  from_place text not null,
  to_year integer not null,
  to_place text not null,
  pence bigint not null,
  because text not null,
  case_id uuid,
  subject_id uuid,
  words text not null default '',
  moved_at timestamptz not null,
  moved_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, fund_id) references fund(organisation_id, id),
  foreign key (organisation_id, moved_by) references staff(organisation_id, id),
  check ((case_id is null) = (subject_id is null)),
  check (because <> 'budget' or case_id is null and from_place = 'landlord' and to_place = 'free'),
  check (because <> 'help' or case_id is not null and 'landlord' <> from_place and 'landlord' <> to_place),
  check (because = any (array['budget', 'help', 'year_end'])),
  check (from_place = any (array['landlord', 'free', 'reserved', 'committed', 'paid'])),
  check (from_year <> to_year or from_place <> to_place),
  check (pence > 0),
  check (to_place = any (array['landlord', 'free', 'reserved', 'committed', 'paid']))
);
create index fund_move_case on fund_move (organisation_id, case_id) where case_id is not null;
create index fund_move_fund on fund_move (organisation_id, fund_id, moved_at);
create index fund_move_mover on fund_move (organisation_id, moved_by) where moved_by is not null;
create index fund_move_subject on fund_move (organisation_id, subject_id) where subject_id is not null;
create policy definer on fund_move for select to lintel_definer
  using (true);
create policy definer_writes on fund_move for insert to lintel_definer
  with check (true);
create policy organisation on fund_move to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is null then because = 'budget' and (( select lintel.roles() as roles)) && '{finance,da_manager}'::text[]
    else case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
end));
create policy own_name on fund_move as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not moved_by is distinct from lintel.staff() and because <> 'year_end' and (because <> 'budget' or (( select lintel.roles() as roles)) && '{finance,system}'::text[]));
grant insert, select on fund_move to lintel_app;
grant insert, select on fund_move to lintel_definer;
create trigger moves_money before insert on fund_move for each row execute function lintel.move_money();

-- fund_use

create table fund_use (
  organisation_id uuid not null,
  subject_id uuid not null,
  case_id uuid not null,
  called text not null,
  fund_id uuid not null,
  place text not null,
  pence integer not null,
  covered boolean not null,
  since timestamptz not null,
  set_by uuid,
  primary key (organisation_id, subject_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, fund_id) references fund(organisation_id, id),
  foreign key (organisation_id, set_by) references staff(organisation_id, id),
  check (pence >= 0),
  check (place = any (array['reserved', 'committed', 'paid', 'nothing']))
);
create index fund_use_case on fund_use (organisation_id, case_id);
create index fund_use_fund on fund_use (organisation_id, fund_id, since) where not covered;
create index fund_use_of on fund_use (organisation_id, fund_id);
create index fund_use_setter on fund_use (organisation_id, set_by) where set_by is not null;
create policy definer on fund_use to lintel_definer
  using (true)
  with check (true);
create policy organisation on fund_use to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select, update on fund_use to lintel_app;
grant select, update on fund_use to lintel_definer;

-- fund_year_end

create table fund_year_end (
  organisation_id uuid not null,
  fund_id uuid not null,
  year integer not null,
  promised text not null,
  rest text not null,
  why text not null,
  ended_at timestamptz not null,
  ended_by uuid,
  primary key (organisation_id, fund_id, year),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, fund_id) references fund(organisation_id, id),
  check (promised = any (array['carried', 'released'])),
  check (rest = any (array['carried', 'returned'])),
  check (why <> '')
);
create index fund_year_end_by on fund_year_end (organisation_id, ended_by) where ended_by is not null;
create policy definer on fund_year_end for select to lintel_definer
  using (true);
create policy ended_by_finance on fund_year_end as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{finance,system}'::text[] and not ended_by is distinct from lintel.staff());
create policy organisation on fund_year_end to lintel_app
  using (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{finance,da_manager,system}'::text[]);
grant insert, select on fund_year_end to lintel_app;
grant select on fund_year_end to lintel_definer;

-- handover

create table handover (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  definition text not null,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by)
);
create index handover_disclosure on handover (organisation_id, disclosure_id, proposed_at desc);
create unique index handover_open on handover (organisation_id, disclosure_id) where decision is null;
create policy decided_once on handover as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on handover for select to lintel_definer
  using (true);
create policy organisation on handover to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_disclosure(organisation_id, disclosure_id));
create policy own_name on handover as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on handover to lintel_app;
grant select on handover to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on handover to lintel_app;

-- help_report

create table help_report (
  organisation_id uuid not null,
  id uuid not null,
  received_at timestamptz not null,
  fields jsonb not null,
  taken_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id)
);
create index help_report_waiting on help_report (organisation_id, received_at) where taken_at is null;
create policy taken on help_report to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())));
create policy told on help_report for insert to lintel_public
  with check (organisation_id = lintel.organisation() and taken_at is null);
grant insert on help_report to lintel_public;
grant select, update on help_report to lintel_app;

-- helpline

create table helpline (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  phone text not null,
  says text not null,
  checked_on date not null,
  place integer not null,
  line_id uuid not null,
  version integer not null default 1,
  hours text not null default '',
  made_at timestamptz not null,
  made_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, made_by) references staff(organisation_id, id),
  check (version >= 1)
);
create unique index helpline_current on helpline (organisation_id, line_id) where ended_at is null;
create index helpline_ended_by on helpline (organisation_id, ended_by);
create index helpline_made_by on helpline (organisation_id, made_by);
create unique index helpline_versions on helpline (organisation_id, line_id, version);
create policy added on helpline as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}'::text[]);
create policy ended on helpline as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}'::text[]);
create policy organisation on helpline to lintel_app
  using (organisation_id = lintel.organisation() and true);
create policy read on helpline for select to lintel_public
  using (organisation_id = lintel.organisation() and ended_at is null);
grant insert, select on helpline to lintel_app;
grant select (organisation_id, id, name, phone, says, checked_on, place, hours, ended_at) on helpline to lintel_public;
grant update (place, ended_at, ended_by, ended_why) on helpline to lintel_app;

-- hold

create table hold (
  organisation_id uuid not null,
  id uuid not null,
  tenancy_id uuid not null,
  cause text not null,
  held text[] not null,
  why text not null default '',
  starts_at timestamptz not null,
  look_on date not null,
  set_at timestamptz not null,
  set_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, set_by) references staff(organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy(organisation_id, id),
  check (cause = 'drawn' or why <> ''),
  check (cause = any (array['support', 'complaint', 'bereavement', 'legal', 'returned_post', 'colleagues', 'drawn'])),
  check (held <@ '{letter,text,email,phone,visit,court_action}'::text[])
);
create index hold_ended_by on hold (organisation_id, ended_by) where ended_by is not null;
create index hold_set_by on hold (organisation_id, set_by) where set_by is not null;
create index hold_standing on hold (organisation_id, look_on) where ended_at is null;
create index hold_tenancy on hold (organisation_id, tenancy_id);
create policy definer on hold for select to lintel_definer
  using (true);
create policy kept_apart on hold as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (tenancy_id = any ((( select lintel.kept_from() as kept_from))::uuid[])));
create policy organisation on hold to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or cause <> 'drawn' and (( select lintel.roles() as roles)) && '{da_manager}'::text[]));
grant insert, select on hold to lintel_app;
grant select on hold to lintel_definer;
grant update (look_on, ended_at, ended_by, ended_why, version) on hold to lintel_app;

-- hold_asked

create table hold_asked (
  organisation_id uuid not null,
  id uuid not null,
  system_id uuid not null,
  asked_at timestamptz not null,
  question text not null,
  contacts text[] not null,
  asked text[] not null,
  told text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references hold_system(organisation_id, id),
  check (question = any (array['tenancy', 'person', 'address', 'uprn', 'list']))
);
create index hold_asked_at on hold_asked (organisation_id, asked_at);
create index hold_asked_system on hold_asked (organisation_id, system_id, asked_at desc);
create policy definer on hold_asked for insert to lintel_definer
  with check (true);
create policy organisation on hold_asked to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
grant delete, select on hold_asked to lintel_app;
grant insert on hold_asked to lintel_definer;

-- hold_day

create table hold_day (
  organisation_id uuid not null,
  system_id uuid not null,
  day date not null,
  answers bigint not null,
  last_at timestamptz not null,
  told boolean not null default false,
  primary key (organisation_id, system_id, day),
  foreign key (organisation_id, system_id) references hold_system(organisation_id, id)
);
create index hold_day_untold on hold_day (organisation_id, day) where not told;
create policy definer on hold_day to lintel_definer
  using (true)
  with check (true);
create policy organisation on hold_day to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager,system}'::text[]);
create policy told on hold_day as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
grant insert, select, update on hold_day to lintel_definer;
grant select on hold_day to lintel_app;
grant update (told) on hold_day to lintel_app;

-- hold_review

create table hold_review (
  organisation_id uuid not null,
  id uuid not null,
  hold_id uuid not null,
  decision text not null,
  why text not null,
  look_on date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, hold_id) references hold(organisation_id, id),
  check (decision = any (array['kept', 'ended'])),
  check (why <> '')
);
create index hold_review_by on hold_review (organisation_id, decided_by) where decided_by is not null;
create index hold_review_hold on hold_review (organisation_id, hold_id, decided_at desc);
create policy organisation on hold_review to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_hold(organisation_id, hold_id));
grant insert, select on hold_review to lintel_app;

-- hold_silence

create table hold_silence (
  organisation_id uuid not null,
  system_id uuid not null,
  since timestamptz not null,
  told_at timestamptz not null,
  primary key (organisation_id, system_id, since),
  foreign key (organisation_id, system_id) references hold_system(organisation_id, id)
);
create policy definer on hold_silence for select to lintel_definer
  using (true);
create policy organisation on hold_silence to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
grant insert, select on hold_silence to lintel_app;
grant select on hold_silence to lintel_definer;

-- hold_system

create table hold_system (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  questions text[] not null,
  contacts text[] not null,
  asks_within integer not null,
  token_days integer not null,
  reason text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (asks_within >= 1 and asks_within <= 366),
  check (cardinality(contacts) > 0 and contacts <@ '{letter,text,email,phone,visit,court_action}'::text[]),
  check (cardinality(questions) > 0 and questions <@ '{tenancy,person,address,uprn,list,move}'::text[]),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (length(name) >= 2 and length(name) <= 80),
  check (reason <> ''),
  check (token_days >= 1 and token_days <= 366)
);
create index hold_system_decided_by on hold_system (organisation_id, decided_by) where decided_by is not null;
create index hold_system_proposed_by on hold_system (organisation_id, proposed_by);
create policy decided_once on hold_system as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on hold_system for select to lintel_definer
  using (true);
create policy organisation on hold_system to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}'::text[]);
create policy own_name on hold_system as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on hold_system to lintel_app;
grant select on hold_system to lintel_definer;
grant update (decision, decided_at, decided_by, decided_why, version) on hold_system to lintel_app;

-- hold_token

create table hold_token (
  organisation_id uuid not null,
  system_id uuid not null,
  hash bytea not null,
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (organisation_id, system_id),
  foreign key (organisation_id, made_by) references staff(organisation_id, id),
  foreign key (organisation_id, revoked_by) references staff(organisation_id, id),
  foreign key (organisation_id, system_id) references hold_system(organisation_id, id),
  check (expires_at > made_at),
  check (length(hash) = 32)
);
create index hold_token_made_by on hold_token (organisation_id, made_by) where made_by is not null;
create index hold_token_revoked_by on hold_token (organisation_id, revoked_by) where revoked_by is not null;
create policy agreed on hold_token as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and revoked_at is null and not made_by is distinct from lintel.staff() and lintel.hold_system_agreed(organisation_id, system_id));
create policy definer on hold_token for select to lintel_definer
  using (true);
create policy organisation on hold_token to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}'::text[]);
create policy revoked_once on hold_token as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and revoked_at is null)
  with check (organisation_id = lintel.organisation() and revoked_at is not null);
grant insert, select on hold_token to lintel_app;
grant select on hold_token to lintel_definer;
grant update (revoked_at, revoked_by) on hold_token to lintel_app;

-- home_assessment

create table home_assessment (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  outcome text not null,
  happened_on date not null,
  way text not null,
  areas jsonb not null default '[]'::jsonb,
  words text not null default '',
  again_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, struck_by) references staff(organisation_id, id),
  check ((struck_at is null) = (struck_why = '')),
  check (outcome = any (array['made', 'later', 'declined']))
);
create index home_assessment_case on home_assessment (organisation_id, case_id, recorded_at, id);
create index home_assessment_recorder on home_assessment (organisation_id, recorded_by) where recorded_by is not null;
create index home_assessment_striker on home_assessment (organisation_id, struck_by) where struck_by is not null;
create policy organisation on home_assessment to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on home_assessment as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on home_assessment to lintel_app;
grant update (struck_at, struck_by, struck_why) on home_assessment to lintel_app;
create trigger what_left_struck after update of struck_at on home_assessment for each row when (old.struck_at is null and new.struck_at is not null) execute function lintel.row_struck();

-- home_away

create table home_away (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  property_id uuid,
  tenancy_id uuid,
  whereabouts text not null,
  since date not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_how text,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, property_id) references property(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy(organisation_id, id),
  check (ended_how = any (array['back', 'gave_up', 'moved', 'in_error'])),
  check (num_nulls(ended_at, ended_how) = any (array[0, 2])),
  check (whereabouts = any (array['refuge', 'temporary', 'with_somebody', 'hospital', 'not_said']))
);
create index home_away_case on home_away (organisation_id, case_id, recorded_at desc);
create index home_away_ender on home_away (organisation_id, ended_by) where ended_by is not null;
create index home_away_home on home_away (organisation_id, property_id) where property_id is not null;
create index home_away_recorder on home_away (organisation_id, recorded_by) where recorded_by is not null;
create unique index home_away_stands on home_away (organisation_id, case_id) where ended_at is null;
create index home_away_tenancy on home_away (organisation_id, tenancy_id) where tenancy_id is not null;
create policy definer on home_away for select to lintel_definer
  using (true);
create policy ends_once on home_away as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ended_at is null)
  with check (organisation_id = lintel.organisation() and not ended_by is distinct from lintel.staff());
create policy organisation on home_away to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on home_away as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff() and ended_at is null);
grant insert, select on home_away to lintel_app;
grant select on home_away to lintel_definer;
grant update (ended_at, ended_by, ended_how, ended_why) on home_away to lintel_app;

-- home_move

create table home_move (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  wished_on date not null,
  words text not null,
  bedrooms smallint,
  adaptations text not null default '',
  schools text not null default '',
  with_whom text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (bedrooms >= 0 and bedrooms <= 12),
  check (kind <> ''),
  check (words <> '')
);
create index home_move_case on home_move (organisation_id, case_id, recorded_at desc);
create index home_move_recorder on home_move (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on home_move to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on home_move as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on home_move to lintel_app;

-- home_move_step

create table home_move_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  move_id uuid not null,
  step text not null,
  day_on date not null,
  who text not null default '',
  outcome text not null default '',
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, move_id) references home_move(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((step = any (array['moved', 'felt'])) = (outcome <> '')),
  check (outcome = any (array['', 'same', 'greater', 'lesser', 'not_known', 'not_compared', 'safe', 'not_safe', 'not_said', 'not_asked'])),
  check (step <> 'next' or who <> ''),
  check (step = any (array['next', 'applied', 'taken_on', 'not_taken_on', 'moved', 'not_wanted', 'ended', 'corrected', 'felt']))
);
create index home_move_step_case on home_move_step (organisation_id, case_id);
create index home_move_step_of on home_move_step (organisation_id, move_id, recorded_at, id);
create index home_move_step_recorder on home_move_step (organisation_id, recorded_by) where recorded_by is not null;
create policy definer on home_move_step for select to lintel_definer
  using (true);
create policy organisation on home_move_step to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on home_move_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on home_move_step to lintel_app;
grant select on home_move_step to lintel_definer;

-- home_offer

create table home_offer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  move_id uuid not null,
  home text not null,
  landlord text not null default '',
  offered_on date not null,
  held_type text not null,
  offered_type text not null,
  time_counts text not null,
  security text not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, move_id) references home_move(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((security <> all (array['same', 'greater'])) or 'not_known' <> held_type and 'not_known' <> offered_type and 'not_known' <> time_counts),
  check (held_type <> ''),
  check (home <> ''),
  check (offered_type <> ''),
  check (security = any (array['same', 'greater', 'lesser', 'not_known'])),
  check (time_counts = any (array['', 'yes', 'no', 'not_known']))
);
create index home_offer_case on home_offer (organisation_id, case_id);
create index home_offer_of on home_offer (organisation_id, move_id, recorded_at desc);
create index home_offer_recorder on home_offer (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on home_offer to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on home_offer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on home_offer to lintel_app;

-- home_offer_answer

create table home_offer_answer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  answer text not null,
  counts boolean generated always as ((answer = 'refused_other')) stored,
  answered_on date not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, offer_id) references home_offer(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (answer <> 'refused_other' or words <> ''),
  check (answer = any (array['accepted', 'refused_safety', 'refused_other', 'not_said', 'taken_back']))
);
create index home_offer_answer_case on home_offer_answer (organisation_id, case_id);
create index home_offer_answer_of on home_offer_answer (organisation_id, offer_id, recorded_at desc, id);
create index home_offer_answer_recorder on home_offer_answer (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on home_offer_answer to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on home_offer_answer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on home_offer_answer to lintel_app;
create trigger lesser_security_agreed before insert on home_offer_answer for each row execute function lintel.lesser_security_agreed();

-- home_offer_lesser

create table home_offer_lesser (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  words text not null,
  asked_on date not null,
  legal text not null,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, offer_id) references home_offer(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (legal = any (array['wants', 'had', 'not_wanted'])),
  check (why <> ''),
  check (words <> '')
);
create index home_offer_lesser_case on home_offer_lesser (organisation_id, case_id);
create index home_offer_lesser_decider on home_offer_lesser (organisation_id, decided_by) where decided_by is not null;
create index home_offer_lesser_of on home_offer_lesser (organisation_id, offer_id, proposed_at desc, id);
create index home_offer_lesser_proposer on home_offer_lesser (organisation_id, proposed_by) where proposed_by is not null;
create unique index home_offer_lesser_waiting on home_offer_lesser (organisation_id, offer_id) where decision is null;
create policy decided_once on home_offer_lesser as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on home_offer_lesser for select to lintel_definer
  using (true);
create policy organisation on home_offer_lesser to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on home_offer_lesser as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on home_offer_lesser to lintel_app;
grant select on home_offer_lesser to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on home_offer_lesser to lintel_app;

-- home_right

create table home_right (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  holder text not null,
  holder_stands text,
  spouse text not null,
  spouse_stands text,
  order_what text not null default '',
  order_read boolean not null default false,
  order_until date,
  owner text not null,
  fire text not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((holder = any (array['with_another', 'another'])) = (holder_stands is not null)),
  check ((spouse = 'yes') = (spouse_stands is not null)),
  check (fire = any (array['agrees', 'refuses', 'not_asked'])),
  check (holder = any (array['alone', 'with_another', 'another', 'not_known'])),
  check (holder_stands = any (array['keys', 'agrees', 'court_order', 'refuses', 'not_safe', 'not_asked'])),
  check (owner = any (array['ours', 'agrees', 'refuses', 'not_known'])),
  check (spouse = any (array['yes', 'never_shared', 'not_married', 'not_known'])),
  check (spouse_stands = any (array['keys', 'agrees', 'court_order', 'refuses', 'not_safe', 'not_asked']))
);
create index home_right_case on home_right (organisation_id, case_id, recorded_at, id);
create index home_right_recorder on home_right (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on home_right to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on home_right as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on home_right to lintel_app;

-- housing_advice

create table housing_advice (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  situation_id uuid not null,
  outcome text not null,
  happened_on date not null,
  way text not null,
  legal text not null,
  legal_why text not null default '',
  words text not null default '',
  again_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, situation_id) references housing_situation(organisation_id, id),
  foreign key (organisation_id, struck_by) references staff(organisation_id, id),
  check ((outcome = 'gone_through') = (legal <> '')),
  check ((struck_at is null) = (struck_why = '')),
  check (legal = any (array['wants', 'had', 'not_wanted', 'not_offered', ''])),
  check (outcome = any (array['gone_through', 'not_wanted']))
);
create index housing_advice_case on housing_advice (organisation_id, case_id, recorded_at, id);
create index housing_advice_recorder on housing_advice (organisation_id, recorded_by) where recorded_by is not null;
create index housing_advice_situation on housing_advice (organisation_id, situation_id);
create index housing_advice_striker on housing_advice (organisation_id, struck_by) where struck_by is not null;
create policy organisation on housing_advice to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on housing_advice as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on housing_advice to lintel_app;
grant update (struck_at, struck_by, struck_why) on housing_advice to lintel_app;
create trigger what_left_struck after update of struck_at on housing_advice for each row when (old.struck_at is null and new.struck_at is not null) execute function lintel.row_struck();

-- housing_advice_option

create table housing_advice_option (
  organisation_id uuid not null,
  advice_id uuid not null,
  case_id uuid not null,
  option text not null,
  said text not null,
  primary key (organisation_id, advice_id, option),
  foreign key (organisation_id, advice_id) references housing_advice(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (said = any (array['explained', 'considering', 'wants', 'not_for_them']))
);
create index housing_advice_option_case on housing_advice_option (organisation_id, case_id);
create policy organisation on housing_advice_option to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on housing_advice_option to lintel_app;

-- housing_situation

create table housing_situation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  tenancy_type text not null,
  holder text not null,
  relation text not null,
  children text not null,
  wish text not null,
  jurisdiction text not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (children = any (array['yes', 'no', 'not_known'])),
  check (holder = any (array['alone', 'jointly', 'feared_alone', 'others', 'not_known'])),
  check (jurisdiction = any (array['england', 'elsewhere'])),
  check (relation = any (array['married', 'was_married', 'couple', 'partner', 'family', 'other', 'not_known'])),
  check (wish = any (array['stay', 'leave', 'not_decided', 'not_asked']))
);
create index housing_situation_case on housing_situation (organisation_id, case_id, recorded_at, id);
create index housing_situation_recorder on housing_situation (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on housing_situation to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on housing_situation as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on housing_situation to lintel_app;

-- kept_file

create table kept_file (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid,
  contact_id uuid,
  number integer not null,
  name text not null,
  shows text not null default '',
  source text not null,
  made_on date,
  kind text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  stored_as text not null,
  sealed_key bytea not null,
  added_at timestamptz not null,
  added_by uuid,
  scan text not null default 'waiting',
  scanned_at timestamptz,
  scan_found text not null default '',
  shown text not null default 'waiting',
  shown_why text not null default '',
  checked_at timestamptz not null,
  altered_at timestamptz,
  error_at timestamptz,
  error_by uuid,
  error_why text not null default '',
  version integer not null default 1,
  entry_id uuid,
  look_at timestamptz,
  looks integer not null default 0,
  disclosure_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references staff(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, contact_id) references contact(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, entry_id) references case_entry(organisation_id, id),
  foreign key (organisation_id, error_by) references staff(organisation_id, id),
  check (bytes > 0),
  check (case_id is not null or disclosure_id is not null),
  check (kind = any (array['picture', 'pdf', 'sound', 'film', 'document', 'text'])),
  check (length(sha256) = 32),
  check (looks >= 0),
  check (number > 0),
  check (scan = any (array['waiting', 'clean', 'infected', 'not_set_up'])),
  check (shown = any (array['waiting', 'made', 'cannot', 'nothing']))
);
create index kept_file_added_by on kept_file (organisation_id, added_by) where added_by is not null;
create index kept_file_checked on kept_file (organisation_id, checked_at);
create index kept_file_contact on kept_file (organisation_id, contact_id) where contact_id is not null;
create index kept_file_disclosure on kept_file (organisation_id, disclosure_id, number) where disclosure_id is not null;
create index kept_file_entry on kept_file (organisation_id, entry_id) where entry_id is not null;
create index kept_file_error_by on kept_file (organisation_id, error_by) where error_by is not null;
create unique index kept_file_number on kept_file (organisation_id, case_id, number);
create unique index kept_file_stored on kept_file (organisation_id, stored_as);
create index kept_file_waiting on kept_file (organisation_id, look_at nulls first, added_at) where scan = 'waiting' or shown = 'waiting';
create policy definer on kept_file for select to lintel_definer
  using (true);
create policy organisation on kept_file to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is null then lintel.sees_disclosure(organisation_id, disclosure_id)
    else case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
end));
grant insert, select on kept_file to lintel_app;
grant select on kept_file to lintel_definer;
grant update (case_id, number, scan, scanned_at, scan_found, shown, shown_why, checked_at, altered_at, error_at, error_by, error_why, version, entry_id, look_at, looks) on kept_file to lintel_app;
create trigger stays_in_its_case before update of case_id on kept_file for each row execute function lintel.stays_in_its_case();

-- late_record

create table late_record (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  obligation_id uuid not null,
  event_id uuid not null,
  happened_at timestamptz not null,
  makes text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, obligation_id) references obligation(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['confirmed', 'declined'])),
  check (decision is distinct from 'confirmed' or decided_by is not null and decided_by is distinct from proposed_by),
  check (makes = any (array['met', 'met_by_plan']))
);
create index late_record_case on late_record (organisation_id, case_id, proposed_at desc);
create index late_record_decided_by on late_record (organisation_id, decided_by) where decided_by is not null;
create index late_record_obligation on late_record (organisation_id, obligation_id);
create index late_record_open on late_record (organisation_id, proposed_at) where decision is null;
create index late_record_proposed_by on late_record (organisation_id, proposed_by);
create policy decided_once on late_record as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on late_record for select to lintel_definer
  using (true);
create policy organisation on late_record to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on late_record as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'confirmed');
grant insert, select on late_record to lintel_app;
grant select on late_record to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on late_record to lintel_app;

-- letter_paper

create table letter_paper (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  batch_id uuid not null,
  learners jsonb not null default '[]'::jsonb,
  printed_by uuid,
  printed_at timestamptz not null,
  again boolean not null default false,
  why text not null default '',
  outcome text,
  outcome_at timestamptz,
  outcome_by uuid,
  outcome_why text not null default '',
  chosen text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, message_id) references message(organisation_id, id),
  foreign key (organisation_id, outcome_by) references staff(organisation_id, id),
  foreign key (organisation_id, printed_by) references staff(organisation_id, id),
  check ((outcome is null) = (outcome_at is null)),
  check (again = (why <> '')),
  check (chosen = any (array['by_itself', 'all_at_once'])),
  check (jsonb_typeof(learners) = 'array'),
  check (outcome = any (array['posted', 'destroyed'])),
  check (outcome is distinct from 'destroyed' or outcome_why <> '')
);
create index letter_paper_batch on letter_paper (organisation_id, batch_id);
create index letter_paper_case on letter_paper (organisation_id, case_id);
create index letter_paper_message on letter_paper (organisation_id, message_id);
create unique index letter_paper_on_the_way on letter_paper (organisation_id, message_id) where outcome is distinct from 'destroyed';
create unique index letter_paper_once on letter_paper (organisation_id, message_id) where not again;
create index letter_paper_open on letter_paper (organisation_id, printed_at desc) where outcome is null;
create index letter_paper_outcome_by on letter_paper (organisation_id, outcome_by) where outcome_by is not null;
create index letter_paper_printed_by on letter_paper (organisation_id, printed_by) where printed_by is not null;
create policy organisation on letter_paper to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy outcome_own_name on letter_paper as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and outcome is null)
  with check (organisation_id = lintel.organisation() and not outcome_by is distinct from lintel.staff());
create policy own_name on letter_paper as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not printed_by is distinct from lintel.staff());
grant insert, select on letter_paper to lintel_app;
grant update (outcome, outcome_at, outcome_by, outcome_why) on letter_paper to lintel_app;

-- letting

create table letting (
  organisation_id uuid not null,
  id uuid not null,
  reference text not null,
  move_in_on date not null,
  told_at timestamptz not null,
  told_by uuid not null,
  tried_at timestamptz,
  tried_by uuid,
  why_not text,
  asked_at timestamptz,
  asked_by uuid,
  with_interpreter boolean,
  counted_as text,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, asked_by) references staff(organisation_id, id),
  foreign key (organisation_id, told_by) references staff(organisation_id, id),
  foreign key (organisation_id, tried_by) references staff(organisation_id, id),
  check ((asked_at is not null) = (coalesce(counted_as, '') = any (array['asked', 'asked_late']))),
  check (counted_as = any (array['asked', 'asked_late', 'not_asked', 'not_safe_to_ask', 'fell_through'])),
  check (length(reference) >= 1 and length(reference) <= 60),
  check (num_nonnulls(asked_at, asked_by, with_interpreter) = any (array[0, 3])),
  check (num_nonnulls(tried_at, tried_by, why_not) = any (array[0, 3])),
  check (why_not = any (array['not_alone', 'not_well', 'no_interpreter', 'not_met', 'not_got_to', 'fell_through']))
);
create index letting_asked_by on letting (organisation_id, asked_by, asked_at desc) where asked_by is not null;
create index letting_moves_in on letting (organisation_id, move_in_on);
create unique index letting_once on letting (organisation_id, lower(reference)) where counted_as is distinct from 'fell_through';
create index letting_told_by on letting (organisation_id, told_by);
create index letting_tried_by on letting (organisation_id, tried_by) where tried_by is not null;
create index letting_waiting on letting (organisation_id, move_in_on) where counted_as is null;
create policy organisation on letting to lintel_app
  using (organisation_id = lintel.organisation() and (lintel.roles() && '{da_manager,system}'::text[] or lintel.roles() && '{lettings,da_worker}'::text[] and (asked_by is null or asked_by = lintel.staff())));
grant delete, insert, select on letting to lintel_app;
grant update (tried_at, tried_by, why_not, asked_at, asked_by, with_interpreter, counted_as) on letting to lintel_app;

-- letting_answer

create table letting_answer (
  organisation_id uuid not null,
  month date not null,
  staff_id uuid not null,
  answer text not null,
  times integer not null,
  primary key (organisation_id, month, staff_id, answer),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (extract(day from month) = 1::numeric),
  check (answer = any (array['yes', 'no', 'rather_not'])),
  check (times > 0)
);
create index letting_answer_staff on letting_answer (organisation_id, staff_id);
create policy organisation on letting_answer to lintel_app
  using (organisation_id = lintel.organisation() and (lintel.roles() && '{da_manager,system}'::text[] or staff_id = lintel.staff()));
grant delete, insert, select on letting_answer to lintel_app;
grant update (times) on letting_answer to lintel_app;

-- letting_handed_on

create table letting_handed_on (
  organisation_id uuid not null,
  letting_id uuid not null,
  disclosure_id uuid not null,
  handed_on_at timestamptz not null,
  handed_on_by uuid not null,
  moved_told_at timestamptz,
  primary key (organisation_id, letting_id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, handed_on_by) references staff(organisation_id, id),
  foreign key (organisation_id, letting_id) references letting(organisation_id, id) on delete cascade
);
create index letting_handed_on_by on letting_handed_on (organisation_id, handed_on_by);
create unique index letting_handed_on_disclosure on letting_handed_on (organisation_id, disclosure_id);
create index letting_handed_on_moving on letting_handed_on (organisation_id, letting_id) where moved_told_at is null;
create policy organisation on letting_handed_on to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or handed_on_by = lintel.staff()));
grant insert, select on letting_handed_on to lintel_app;
grant update (moved_told_at) on letting_handed_on to lintel_app;

-- mailbox_place

create table mailbox_place (
  organisation_id uuid not null,
  validity text not null,
  uid bigint not null,
  primary key (organisation_id),
  foreign key (organisation_id) references organisation(organisation_id)
);
create policy organisation on mailbox_place to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on mailbox_place to lintel_app;
grant update (validity, uid) on mailbox_place to lintel_app;

-- marac_area

create table marac_area (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id)
);
create unique index marac_area_name on marac_area (organisation_id, lower(name));
create policy organisation on marac_area to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on marac_area to lintel_app;

-- marac_area_authority

create table marac_area_authority (
  organisation_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  local_authority text not null,
  added_at timestamptz not null,
  added_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, area_id) references marac_area(organisation_id, id)
);
create index marac_area_authority_area on marac_area_authority (organisation_id, area_id);
create unique index marac_area_authority_name on marac_area_authority (organisation_id, lower(local_authority)) where ended_at is null;
create policy organisation on marac_area_authority to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on marac_area_authority to lintel_app;
grant update (ended_at, ended_by) on marac_area_authority to lintel_app;

-- marker

create table marker (
  organisation_id uuid not null,
  id uuid not null,
  property_id uuid not null,
  text text not null,
  audiences text[] not null,
  review_on date not null,
  placed_at timestamptz not null,
  ended_at timestamptz,
  told_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, property_id) references property(organisation_id, id),
  check (cardinality(audiences) > 0 and audiences <@ '{repairs,lone_workers,lettings,income,neighbourhood}'::text[]),
  check (length(text) >= 3 and length(text) <= 120)
);
create index marker_due on marker (organisation_id, review_on) where ended_at is null;
create index marker_property on marker (organisation_id, property_id);
create index marker_shown on marker (organisation_id, property_id, review_on) where ended_at is null;
create policy kept on marker for update to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_marker_keeping(organisation_id, id)));
create policy kept_apart on marker as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (property_id = any ((( select lintel.kept_from() as kept_from))::uuid[])));
create policy placed on marker for insert to lintel_app
  with check (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{system,da_manager,da_worker}'::text[]);
create policy read on marker for select to lintel_app
  using (organisation_id = lintel.organisation() and ((( select lintel.roles() as roles)) && '{system,da_manager,da_worker,colleague}'::text[] or (( select lintel.roles() as roles)) && '{contractor}'::text[] and audiences && '{repairs,lone_workers}'::text[]));
grant insert, select on marker to lintel_app;
grant update (review_on, ended_at, told_at, version) on marker to lintel_app;

-- marker_keeping

create table marker_keeping (
  organisation_id uuid not null,
  marker_id uuid not null,
  case_id uuid,
  placed_by uuid,
  why text not null,
  primary key (organisation_id, marker_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, marker_id) references marker(organisation_id, id),
  foreign key (organisation_id, placed_by) references staff(organisation_id, id)
);
create index marker_keeping_by on marker_keeping (organisation_id, placed_by) where placed_by is not null;
create index marker_keeping_case on marker_keeping (organisation_id, case_id) where case_id is not null;
create policy organisation on marker_keeping to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is null then placed_by = (( select lintel.staff() as staff)) or ('da_manager' = any ((( select lintel.roles() as roles))::text[]))
    else case_id = (( select lintel.opened_case() as opened_case)) or (exists ( select
       from case_file c
      where c.organisation_id = marker_keeping.organisation_id and c.id = marker_keeping.case_id))
end));
grant insert, select on marker_keeping to lintel_app;

-- marker_review

create table marker_review (
  organisation_id uuid not null,
  id uuid not null,
  marker_id uuid not null,
  decision text not null,
  reason text not null,
  review_on date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, marker_id) references marker(organisation_id, id),
  check (decision = any (array['kept', 'ended']))
);
create index marker_review_by on marker_review (organisation_id, decided_by) where decided_by is not null;
create index marker_review_marker on marker_review (organisation_id, marker_id, decided_at desc);
create policy organisation on marker_review to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_marker_keeping(organisation_id, marker_id)));
grant insert, select on marker_review to lintel_app;

-- marker_wording

create table marker_wording (
  organisation_id uuid not null,
  id uuid not null,
  text text not null,
  added_by uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, added_by) references staff(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  check (length(text) >= 3 and length(text) <= 120)
);
create index marker_wording_added_by on marker_wording (organisation_id, added_by) where added_by is not null;
create index marker_wording_ended_by on marker_wording (organisation_id, ended_by) where ended_by is not null;
create unique index marker_wording_text on marker_wording (organisation_id, lower(text)) where ended_at is null;
create policy organisation on marker_wording to lintel_app
  using (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{system,da_manager,da_worker}'::text[]);
grant insert, select on marker_wording to lintel_app;
grant update (ended_at, ended_by) on marker_wording to lintel_app;

-- mediation

create table mediation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  idea text not null,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (idea = any (array['theirs', 'other_tenant', 'somebody_else', 'colleague'])),
  check (words <> '')
);
create index mediation_case on mediation (organisation_id, case_id, recorded_at desc);
create index mediation_recorder on mediation (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on mediation to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on mediation as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on mediation to lintel_app;

-- mediation_advice

create table mediation_advice (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  says text not null,
  who text not null,
  words text not null,
  given_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, mediation_id) references mediation(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (given_at <= recorded_at),
  check (says = any (array['safe', 'not_safe', 'cannot_say'])),
  check (who <> ''),
  check (words <> '')
);
create index mediation_advice_case on mediation_advice (organisation_id, case_id);
create index mediation_advice_of on mediation_advice (organisation_id, mediation_id, recorded_at desc, id);
create index mediation_advice_recorder on mediation_advice (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on mediation_advice to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on mediation_advice as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on mediation_advice to lintel_app;

-- mediation_decision

create table mediation_decision (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  wish_id uuid not null,
  test_id uuid not null,
  advice_id uuid not null,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, advice_id) references mediation_advice(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, mediation_id) references mediation(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  foreign key (organisation_id, test_id) references mediation_test(organisation_id, id),
  foreign key (organisation_id, wish_id) references mediation_wish(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (why <> '')
);
create index mediation_decision_advice on mediation_decision (organisation_id, advice_id);
create index mediation_decision_case on mediation_decision (organisation_id, case_id);
create index mediation_decision_decider on mediation_decision (organisation_id, decided_by) where decided_by is not null;
create index mediation_decision_of on mediation_decision (organisation_id, mediation_id, proposed_at desc, id);
create index mediation_decision_proposer on mediation_decision (organisation_id, proposed_by) where proposed_by is not null;
create index mediation_decision_test on mediation_decision (organisation_id, test_id);
create unique index mediation_decision_waiting on mediation_decision (organisation_id, mediation_id) where decision is null;
create index mediation_decision_wish on mediation_decision (organisation_id, wish_id);
create policy decided_once on mediation_decision as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on mediation_decision for select to lintel_definer
  using (true);
create policy organisation on mediation_decision to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on mediation_decision as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on mediation_decision to lintel_app;
grant select on mediation_decision to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on mediation_decision to lintel_app;
create trigger mediation_agreed before update on mediation_decision for each row execute function lintel.mediation_agreed();

-- mediation_step

create table mediation_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  step text not null,
  why text not null default '',
  who text not null default '',
  way text not null default '',
  day_on date,
  while_shut boolean not null default false,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, mediation_id) references mediation(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((step = 'arranged') = (day_on is not null)),
  check ((step = 'arranged') = (way = 'apart')),
  check ((step = 'arranged') = (who <> '')),
  check ((step = 'arranged') = (why = '')),
  check (step = any (array['arranged', 'ended', 'stopped'])),
  check (way = any (array['', 'apart'])),
  check (words <> '')
);
create unique index mediation_over_once on mediation_step (organisation_id, mediation_id) where step = any (array['ended', 'stopped']);
create index mediation_step_case on mediation_step (organisation_id, case_id);
create index mediation_step_of on mediation_step (organisation_id, mediation_id, recorded_at desc, id);
create index mediation_step_recorder on mediation_step (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on mediation_step to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on mediation_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on mediation_step to lintel_app;
create trigger mediation_stepped before insert on mediation_step for each row execute function lintel.mediation_stepped();

-- mediation_test

create table mediation_test (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  joint text not null,
  coercive text not null,
  honour text not null,
  court_order text not null,
  afraid text not null,
  pressed text not null,
  words text not null,
  level text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, mediation_id) references mediation(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (afraid = any (array['yes', 'no', 'not_known'])),
  check (coercive = any (array['yes', 'no', 'not_known'])),
  check (court_order = any (array['yes', 'no', 'not_known'])),
  check (honour = any (array['yes', 'no', 'not_known'])),
  check (joint = any (array['yes', 'no', 'not_known'])),
  check (level = any (array['standard', 'medium', 'high'])),
  check (pressed = any (array['yes', 'no', 'not_known'])),
  check (words <> '')
);
create index mediation_test_case on mediation_test (organisation_id, case_id);
create index mediation_test_of on mediation_test (organisation_id, mediation_id, recorded_at desc, id);
create index mediation_test_recorder on mediation_test (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on mediation_test to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on mediation_test as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on mediation_test to lintel_app;
create trigger mediation_tested_again before insert on mediation_test for each row execute function lintel.mediation_tested_again();

-- mediation_wish

create table mediation_wish (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  wish text not null,
  alone text not null,
  words text not null,
  said_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, mediation_id) references mediation(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (alone = any (array['yes', 'no', 'not_known'])),
  check (said_at <= recorded_at),
  check (wish = any (array['wants', 'unsure', 'not_any_more'])),
  check (words <> '')
);
create index mediation_wish_case on mediation_wish (organisation_id, case_id);
create index mediation_wish_of on mediation_wish (organisation_id, mediation_id, recorded_at desc, id);
create index mediation_wish_recorder on mediation_wish (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on mediation_wish to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on mediation_wish as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on mediation_wish to lintel_app;

-- message

create table message (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  channel text not null,
  way_id uuid,
  says text not null,
  words text not null,
  template_version_id uuid,
  learners jsonb not null default '[]'::jsonb,
  asked_for_by text not null,
  written_by uuid,
  written_at timestamptz not null,
  useful_until date not null,
  replaces_id uuid,
  state text not null default 'queued',
  reasons jsonb not null default '[]'::jsonb,
  asks boolean not null default false,
  look_at timestamptz,
  tries integer not null default 0,
  taken_at timestamptz,
  sent_at timestamptz,
  safe_contact_id uuid,
  agreed_way_id uuid,
  carrier_id text not null default '',
  fault text not null default '',
  version integer not null default 1,
  ask_at timestamptz,
  asked smallint not null default 0,
  gone_at timestamptz,
  language text not null default 'en',
  printed_at timestamptz,
  repeats_id uuid,
  left_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, agreed_way_id) references agreed_way(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, repeats_id) references message(organisation_id, id),
  foreign key (organisation_id, replaces_id) references message(organisation_id, id),
  foreign key (organisation_id, safe_contact_id) references safe_contact(organisation_id, id),
  foreign key (organisation_id, written_by) references staff(organisation_id, id),
  check ((state <> all (array['held', 'doubtful'])) or asks),
  check ((state <> all (array['sent', 'delivered'])) or sent_at is not null),
  check ((state = 'sending') = (taken_at is not null)),
  check ((state = any (array['queued', 'waiting', 'ready'])) = (look_at is not null)),
  check (asked_for_by = any (array['person', 'team'])),
  check (channel = any (array['text', 'email', 'post'])),
  check (jsonb_typeof(learners) = 'array'),
  check (jsonb_typeof(reasons) = 'array'),
  check (language ~ '^[a-z]{2}$'),
  check (says = any (array['neutral', 'something'])),
  check (state = any (array['queued', 'waiting', 'ready', 'held', 'sending', 'sent', 'delivered', 'failed', 'doubtful', 'withdrawn']))
);
create index message_ask on message (organisation_id, ask_at) where ask_at is not null;
create index message_asks on message (organisation_id, case_id) where asks;
create index message_asks_now on message (organisation_id) where asks;
create index message_carrier on message (organisation_id, carrier_id) where carrier_id <> '';
create index message_case on message (organisation_id, case_id, written_at desc);
create index message_first on message (organisation_id, safe_contact_id) where safe_contact_id is not null;
create index message_further on message (organisation_id, agreed_way_id) where agreed_way_id is not null;
create index message_left on message (organisation_id, case_id, left_at) where left_at is not null;
create index message_look on message (organisation_id, look_at) where look_at is not null;
create index message_repeats on message (organisation_id, repeats_id) where repeats_id is not null;
create index message_replaces on message (organisation_id, replaces_id) where replaces_id is not null;
create index message_taken on message (organisation_id, taken_at) where taken_at is not null;
create index message_written_by on message (organisation_id, written_by) where written_by is not null;
create policy definer on message for select to lintel_definer
  using (true);
create policy organisation on message to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on message as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not written_by is distinct from lintel.staff());
grant insert, select on message to lintel_app;
grant select on message to lintel_definer;
grant update (state, reasons, asks, look_at, tries, taken_at, sent_at, safe_contact_id, agreed_way_id, carrier_id, fault, version, ask_at, asked, gone_at, printed_at, left_at) on message to lintel_app;

-- message_reading

create table message_reading (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  words text not null,
  read_by uuid not null,
  read_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, message_id, read_by, words),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, message_id) references message(organisation_id, id),
  foreign key (organisation_id, read_by) references staff(organisation_id, id)
);
create index message_reading_by on message_reading (organisation_id, read_by);
create index message_reading_case on message_reading (organisation_id, case_id);
create policy organisation on message_reading to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on message_reading as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and read_by = lintel.staff());
grant insert, select on message_reading to lintel_app;

-- message_return

create table message_return (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  kind text not null,
  words text not null,
  received_at timestamptz not null,
  source text not null,
  primary key (organisation_id, id),
  unique (organisation_id, message_id, source),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, message_id) references message(organisation_id, id),
  check (kind = any (array['reply', 'automatic', 'bounce']))
);
create index message_return_case on message_return (organisation_id, case_id);
create policy organisation on message_return to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on message_return to lintel_app;

-- message_sender

create table message_sender (
  organisation_id uuid not null,
  id uuid not null,
  call_back text not null,
  return_address text not null,
  set_by uuid,
  set_at timestamptz not null,
  proposal_id uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposal_id) references sender_proposal(organisation_id, id),
  foreign key (organisation_id, set_by) references staff(organisation_id, id),
  check (ended_at is not null or ended_by is null and ended_why = '')
);
create index message_sender_ended_by on message_sender (organisation_id, ended_by) where ended_by is not null;
create unique index message_sender_in_use on message_sender (organisation_id) where ended_at is null;
create index message_sender_last on message_sender (organisation_id, set_at desc);
create index message_sender_proposal on message_sender (organisation_id, proposal_id) where proposal_id is not null;
create index message_sender_set_by on message_sender (organisation_id, set_by) where set_by is not null;
create policy definer on message_sender for select to lintel_definer
  using (true);
create policy definer_ends on message_sender for update to lintel_definer
  using (organisation_id = lintel.organisation())
  with check (organisation_id = lintel.organisation());
create policy definer_sets on message_sender for insert to lintel_definer
  with check (organisation_id = lintel.organisation());
create policy ended on message_sender as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}'::text[] and ended_at is null)
  with check (organisation_id = lintel.organisation() and ended_by = lintel.staff() and ended_at is not null and ended_why <> '');
create policy organisation on message_sender to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker,system}'::text[]);
grant insert, select on message_sender to lintel_definer;
grant select on message_sender to lintel_app;
grant update (ended_at, ended_by) on message_sender to lintel_definer;
grant update (ended_at, ended_by, ended_why) on message_sender to lintel_app;

-- message_step

create table message_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  step text not null,
  at timestamptz not null,
  by uuid,
  reasons jsonb not null default '[]'::jsonb,
  note text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, by) references staff(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, message_id) references message(organisation_id, id),
  check (jsonb_typeof(reasons) = 'array')
);
create index message_step_by on message_step (organisation_id, by) where by is not null;
create index message_step_case on message_step (organisation_id, case_id);
create index message_step_message on message_step (organisation_id, message_id, at);
create policy organisation on message_step to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on message_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not by is distinct from lintel.staff());
grant insert, select on message_step to lintel_app;

-- message_together

create table message_together (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  other_id uuid not null,
  why text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, message_id, other_id, said_by),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, message_id) references message(organisation_id, id),
  foreign key (organisation_id, other_id) references message(organisation_id, id),
  foreign key (organisation_id, said_by) references staff(organisation_id, id),
  check (other_id <> message_id),
  check (why <> '')
);
create index message_together_by on message_together (organisation_id, said_by);
create index message_together_case on message_together (organisation_id, case_id);
create index message_together_other on message_together (organisation_id, other_id);
create policy organisation on message_together to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on message_together as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and said_by = lintel.staff());
grant insert, select on message_together to lintel_app;

-- message_wording

create table message_wording (
  organisation_id uuid not null,
  id uuid not null,
  key text not null,
  channel text not null,
  language text not null,
  title text not null,
  body text not null,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (body <> ''),
  check (channel = any (array['text', 'email', 'letter'])),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (key ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  check (language ~ '^[a-z]{2}$'),
  check (title <> ''),
  check (why <> '')
);
create index message_wording_decided_by on message_wording (organisation_id, decided_by) where decided_by is not null;
create index message_wording_key on message_wording (organisation_id, key, language, decided_at desc);
create index message_wording_proposed_by on message_wording (organisation_id, proposed_by);
create unique index message_wording_waits on message_wording (organisation_id, key, language) where decision is null;
create policy decided on message_wording as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and (lintel.roles() && '{da_manager}'::text[] or proposed_by = lintel.staff()))
  with check (organisation_id = lintel.organisation());
create policy decided_once on message_wording as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on message_wording for select to lintel_definer
  using (true);
create policy organisation on message_wording to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker,system}'::text[]);
create policy own_name on message_wording as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
create policy proposed on message_wording as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker}'::text[] and proposed_by = lintel.staff());
grant insert, select on message_wording to lintel_app;
grant select on message_wording to lintel_definer;
grant update (decision, decided_at, decided_by, decided_why, version) on message_wording to lintel_app;

-- money_gain

create table money_gain (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  once_pence integer not null,
  weekly_pence integer not null,
  known text not null,
  adviser text not null,
  since date not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, struck_by) references staff(organisation_id, id),
  check ((once_pence + weekly_pence) > 0),
  check ((struck_at is null) = (struck_why = '')),
  check (adviser <> ''),
  check (known = any (array['seen', 'adviser', 'person'])),
  check (once_pence >= 0),
  check (weekly_pence >= 0)
);
create index money_gain_case on money_gain (organisation_id, case_id, recorded_at, id);
create index money_gain_recorder on money_gain (organisation_id, recorded_by) where recorded_by is not null;
create index money_gain_striker on money_gain (organisation_id, struck_by) where struck_by is not null;
create policy definer on money_gain for select to lintel_definer
  using (true);
create policy organisation on money_gain to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on money_gain as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
create policy struck_once on money_gain as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and struck_at is null)
  with check (organisation_id = lintel.organisation() and not struck_by is distinct from lintel.staff());
grant insert, select on money_gain to lintel_app;
grant select on money_gain to lintel_definer;
grant update (struck_at, struck_by, struck_why) on money_gain to lintel_app;
create trigger what_left_struck after update of struck_at on money_gain for each row when (old.struck_at is null and new.struck_at is not null) execute function lintel.row_struck();

-- money_matter

create table money_matter (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  told_on date not null,
  way text not null,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, struck_by) references staff(organisation_id, id),
  check ((struck_at is null) = (struck_why = '')),
  check (words <> '')
);
create index money_matter_case on money_matter (organisation_id, case_id, recorded_at, id);
create index money_matter_recorder on money_matter (organisation_id, recorded_by) where recorded_by is not null;
create index money_matter_striker on money_matter (organisation_id, struck_by) where struck_by is not null;
create policy organisation on money_matter to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on money_matter as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
create policy struck_once on money_matter as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and struck_at is null)
  with check (organisation_id = lintel.organisation() and not struck_by is distinct from lintel.staff());
grant insert, select on money_matter to lintel_app;
grant update (struck_at, struck_by, struck_why) on money_matter to lintel_app;
create trigger what_left_struck after update of struck_at on money_matter for each row when (old.struck_at is null and new.struck_at is not null) execute function lintel.matter_struck();

-- money_step

create table money_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  matter_id uuid not null,
  step text not null,
  deed text not null default '',
  happened_on date not null,
  adviser text not null default '',
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, matter_id) references money_matter(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((step = 'done') = (deed <> '')),
  check (step <> 'reviewed' or adviser <> ''),
  check (step = any (array['reviewed', 'done', 'not_wanted']))
);
create index money_step_case on money_step (organisation_id, case_id);
create index money_step_matter on money_step (organisation_id, matter_id, recorded_at, id);
create index money_step_recorder on money_step (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on money_step to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on money_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on money_step to lintel_app;

-- move_check

create table move_check (
  organisation_id uuid not null,
  id uuid not null,
  household text not null,
  people uuid[] not null default '{}'::uuid[],
  address text not null,
  postcode text not null default '',
  told text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  system_id uuid,
  looked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, asked_by) references staff(organisation_id, id),
  foreign key (organisation_id, system_id) references hold_system(organisation_id, id),
  check (length(address) >= 1 and length(address) <= 400),
  check (length(household) >= 1 and length(household) <= 200),
  check (length(postcode) <= 12),
  check (num_nonnulls(asked_by, system_id) = 1),
  check (told = any (array['safe', 'ask']))
);
create index move_check_asked on move_check (organisation_id, asked_at desc);
create index move_check_by on move_check (organisation_id, asked_by, asked_at desc) where asked_by is not null;
create index move_check_people on move_check using gin (people);
create index move_check_system on move_check (organisation_id, system_id, asked_at desc) where system_id is not null;
create index move_check_unseen on move_check (organisation_id, asked_at) where looked_at is null;
create policy definer on move_check to lintel_definer
  using (true)
  with check (true);
create policy forgotten on move_check as restrictive for delete to lintel_app
  using (organisation_id = lintel.organisation() and looked_at is not null and ('system' = any ((( select lintel.roles() as roles))::text[])));
create policy kept_apart on move_check as restrictive for select to lintel_app
  using (organisation_id = lintel.organisation() and (not asked_by is distinct from lintel.staff() or not people && (( select lintel.kept_from() as kept_from))));
create policy looked on move_check as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
create policy organisation on move_check to lintel_app
  using (organisation_id = lintel.organisation() and (lintel.roles() && '{da_manager,system}'::text[] or asked_by = lintel.staff()));
grant delete, select on move_check to lintel_app;
grant insert, select on move_check to lintel_definer;
grant update (looked_at) on move_check to lintel_app;

-- move_check_met

create table move_check_met (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  check_id uuid,
  address text not null,
  told text not null,
  why text[] not null,
  met_at timestamptz not null,
  asked_by uuid,
  told_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references staff(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, check_id) references move_check(organisation_id, id) on delete set null (check_id),
  check (told = any (array['safe', 'ask']))
);
create index move_check_met_asker on move_check_met (organisation_id, asked_by) where asked_by is not null;
create index move_check_met_case on move_check_met (organisation_id, case_id, met_at desc);
create index move_check_met_check on move_check_met (organisation_id, check_id);
create index move_check_met_untold on move_check_met (organisation_id, met_at) where told_at is null;
create policy definer on move_check_met to lintel_definer
  using (true)
  with check (true);
create policy organisation on move_check_met to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy told on move_check_met as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
grant insert, select on move_check_met to lintel_definer;
grant select on move_check_met to lintel_app;
grant update (told_at) on move_check_met to lintel_app;

-- move_draw

create table move_draw (
  organisation_id uuid not null,
  person_id uuid not null,
  place text not null,
  asks boolean not null,
  drawn_at timestamptz not null,
  primary key (organisation_id, person_id, place),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, person_id) references person(organisation_id, id)
);
create policy definer on move_draw to lintel_definer
  using (true)
  with check (true);
create policy organisation on move_draw to lintel_app
  using (organisation_id = lintel.organisation() and false);
grant insert, select on move_draw to lintel_definer;

-- notification

create table notification (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  kind text not null,
  case_id uuid,
  disclosure_id uuid,
  obligation_id uuid,
  read_at timestamptz,
  mailed_at timestamptz,
  about_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id)
);
create index notification_list on notification (organisation_id, staff_id, at desc);
create index notification_unmailed on notification (organisation_id, at) where mailed_at is null and read_at is null;
create index notification_unread on notification (organisation_id, staff_id) where read_at is null;
create policy definer on notification for select to lintel_definer
  using (true);
create policy definer_tells on notification for insert to lintel_definer
  with check (true);
create policy own on notification for select to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any (lintel.roles())) or staff_id = lintel.staff() and (case_id is null or (exists ( select
   from case_file c
  where c.organisation_id = notification.organisation_id and c.id = notification.case_id))) and (disclosure_id is null or lintel.sees_disclosure(organisation_id, disclosure_id))));
create policy own_update on notification for update to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = lintel.staff() or ('system' = any (lintel.roles()))));
create policy told on notification for insert to lintel_app
  with check (organisation_id = lintel.organisation());
grant insert, select on notification to lintel_definer;
grant insert, select, update on notification to lintel_app;

-- obligation

create table obligation (
  organisation_id uuid not null,
  id uuid not null,
  commitment text not null,
  pack_id text not null,
  pack_version text not null,
  disclosure_id uuid,
  case_id uuid,
  stops text[] not null default '{}'::text[],
  by_plan text[] not null default '{}'::text[],
  started_at timestamptz not null,
  due_at timestamptz not null,
  escalate_at timestamptz[] not null,
  escalated integer not null default 0,
  next_look_at timestamptz,
  outcome text,
  ended_at timestamptz,
  ended_event uuid,
  fulfilled_at timestamptz,
  breach_reason text,
  subject_id uuid,
  even_before boolean not null default false,
  at_birth boolean not null default false,
  late boolean not null default false,
  ended_why text,
  waiting boolean not null default false,
  kept_from timestamptz,
  written_by timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  check ((outcome is null) = (ended_at is null)),
  check (num_nonnulls(disclosure_id, case_id) > 0),
  check (outcome = any (array['met', 'met_by_plan', 'breached', 'not_applicable', 'recorded_late']))
);
create index obligation_begun on obligation (organisation_id, started_at) where outcome is not null;
create index obligation_case on obligation (organisation_id, case_id) where case_id is not null;
create index obligation_disclosure on obligation (organisation_id, disclosure_id) where disclosure_id is not null;
create index obligation_ended on obligation (organisation_id, ended_at, commitment, outcome) where outcome is not null;
create index obligation_look on obligation (organisation_id, next_look_at) where next_look_at is not null;
create index obligation_owed on obligation (organisation_id, commitment, due_at) include (case_id, disclosure_id) where outcome = 'breached' and fulfilled_at is null;
create index obligation_running on obligation (organisation_id, commitment, due_at) include (case_id, disclosure_id) where outcome is null;
create unique index obligation_subject on obligation (organisation_id, commitment, coalesce(subject_id, disclosure_id, case_id));
create policy definer on obligation for select to lintel_definer
  using (true);
create policy reviewed on obligation for select to lintel_app
  using (organisation_id = lintel.organisation() and ('data_protection_officer' = any ((( select lintel.roles() as roles))::text[])) and subject_id is not null and lintel.sees_break_glass(organisation_id, subject_id));
create policy reviewed_settled on obligation for update to lintel_app
  using (organisation_id = lintel.organisation() and ('data_protection_officer' = any ((( select lintel.roles() as roles))::text[])) and subject_id is not null and lintel.sees_break_glass(organisation_id, subject_id));
create policy settled on obligation for update to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any (lintel.roles())) or
case
    when case_id is not null then case_id = lintel.opened_case() or (exists ( select
       from case_file c
      where c.organisation_id = obligation.organisation_id and c.id = obligation.case_id))
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
create policy started on obligation for insert to lintel_app
  with check (organisation_id = lintel.organisation());
create policy wall on obligation for select to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any (lintel.roles())) or
case
    when case_id is not null then case_id = lintel.opened_case() or (exists ( select
       from case_file c
      where c.organisation_id = obligation.organisation_id and c.id = obligation.case_id))
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
grant insert, select, update on obligation to lintel_app;
grant select on obligation to lintel_definer;
create trigger moved after insert or delete on obligation for each row execute function lintel.promise_moved();
create trigger moved_on after update of outcome, fulfilled_at, ended_at, at_birth, late, ended_why, case_id, commitment on obligation for each row when (old.outcome is distinct from new.outcome or (old.fulfilled_at is null) is distinct from (new.fulfilled_at is null) or old.ended_at is distinct from new.ended_at or old.at_birth is distinct from new.at_birth or old.late is distinct from new.late or old.ended_why is distinct from new.ended_why or old.case_id is distinct from new.case_id or old.commitment is distinct from new.commitment) execute function lintel.promise_moved();

-- office_closure

create table office_closure (
  organisation_id uuid not null,
  id uuid not null,
  first_day date not null,
  last_day date not null,
  opens uuid,
  reason text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, opens) references office_closure(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (decision is distinct from 'approved' or opens is not null or first_day >= ((decided_at at time zone 'UTC')::date - 1)),
  check (last_day >= first_day and last_day < (first_day + 31)),
  check (reason <> '')
);
create index office_closure_days on office_closure (organisation_id, last_day desc, id desc);
create index office_closure_decided_by on office_closure (organisation_id, decided_by) where decided_by is not null;
create unique index office_closure_opening_waits on office_closure (organisation_id, opens) where opens is not null and decision is null;
create index office_closure_opens on office_closure (organisation_id, opens) where opens is not null;
create index office_closure_proposed_by on office_closure (organisation_id, proposed_by);
create policy decided on office_closure as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager}'::text[])
  with check (organisation_id = lintel.organisation());
create policy decided_once on office_closure as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on office_closure for select to lintel_definer
  using (true);
create policy organisation on office_closure to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,director,da_manager,da_worker,system}'::text[]);
create policy own_name on office_closure as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
create policy proposed on office_closure as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager}'::text[]);
grant insert, select on office_closure to lintel_app;
grant select on office_closure to lintel_definer;
grant update (decision, decided_at, decided_by, decided_why, version) on office_closure to lintel_app;
create trigger closure_approved after update on office_closure for each row when (old.decision is null and new.decision = 'approved') execute function lintel.close_days();

-- on_call

create table on_call (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  second_id uuid,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reach text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, second_id) references staff(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (length(reach) >= 3 and length(reach) <= 100),
  check (until_at > from_at and second_id is distinct from staff_id)
);
create index on_call_ended_by on on_call (organisation_id, ended_by) where ended_by is not null;
create index on_call_recorded_by on on_call (organisation_id, recorded_by);
create index on_call_second on on_call (organisation_id, second_id) where second_id is not null;
create index on_call_staff on on_call (organisation_id, staff_id);
create index on_call_until on on_call (organisation_id, until_at) where ended_at is null;
create policy organisation on on_call to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on on_call to lintel_app;
grant update (ended_at, ended_by) on on_call to lintel_app;

-- one_time_link

create table one_time_link (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  secret_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id)
);
create index one_time_link_staff on one_time_link (organisation_id, staff_id);
create policy organisation on one_time_link to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager,system}'::text[]);
grant insert, select, update on one_time_link to lintel_app;

-- organisation

create table organisation (
  organisation_id uuid not null,
  slug text not null,
  name text not null,
  pack_id text not null,
  demonstration boolean not null default false,
  created_at timestamptz not null,
  managed_since timestamptz,
  primary key (organisation_id),
  unique (slug),
  check (slug ~ '^[a-z][a-z0-9-]{1,40}$')
);
create policy listed on organisation for select to lintel_app, lintel_definer, lintel_public
  using (true);
create policy organisation on organisation to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on organisation to lintel_app;
grant select on organisation to lintel_definer;
grant select on organisation to lintel_public;

-- outbox

create table outbox (
  organisation_id uuid not null,
  id uuid not null,
  to_address text not null,
  link text not null,
  queued_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  gave_up_at timestamptz,
  fault text not null default '',
  waiting integer[],
  shared jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  check (gave_up_at is null or link = ''),
  check (shared is null or waiting is null)
);
create index outbox_gave_up on outbox (organisation_id, gave_up_at) where gave_up_at is not null;
create index outbox_waiting on outbox (organisation_id, next_attempt_at) where gave_up_at is null;
create policy gave_up on outbox for select to lintel_app
  using (organisation_id = lintel.organisation() and gave_up_at is not null and ('administrator' = any (lintel.roles())));
create policy queued on outbox for insert to lintel_app
  with check (organisation_id = lintel.organisation());
create policy sending on outbox to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())));
grant delete, insert, select, update on outbox to lintel_app;

-- own_file

create table own_file (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid,
  name text not null,
  opened_because text not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  manager_id uuid not null,
  worker_id uuid,
  held_by uuid[] not null default '{}'::uuid[],
  standing text not null default 'alleged',
  ended_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, manager_id) references staff(organisation_id, id),
  foreign key (organisation_id, opened_by) references staff(organisation_id, id),
  foreign key (organisation_id, person_id) references person(organisation_id, id),
  foreign key (organisation_id, worker_id) references staff(organisation_id, id),
  check ((name = '') = (standing = 'unfounded')),
  check ((person_id is null) = (standing = 'unfounded')),
  check (opened_because = any (array['wants_to_change', 'asks_for_support', 'court', 'police', 'probation', 'other_agency'])),
  check (standing = any (array['alleged', 'found', 'unfounded'])),
  check (worker_id is distinct from manager_id)
);
create index own_file_held_by on own_file using gin (held_by);
create index own_file_manager on own_file (organisation_id, manager_id);
create unique index own_file_once on own_file (organisation_id, person_id) where person_id is not null and ended_at is null;
create index own_file_opened_by on own_file (organisation_id, opened_by);
create index own_file_person on own_file (organisation_id, person_id);
create index own_file_worker on own_file (organisation_id, worker_id);
create policy by_its_manager on own_file as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and manager_id = lintel.staff() and ended_at is null);
create policy definer on own_file to lintel_definer
  using (true);
create policy organisation on own_file to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or standing <> 'unfounded' and ((( select lintel.staff() as staff)) = manager_id or (( select lintel.staff() as staff)) = worker_id) and (( select lintel.roles() as roles)) && '{da_manager,da_worker}'::text[]));
create policy own_name on own_file as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and opened_by = lintel.staff() and manager_id = lintel.staff() and ('da_manager' = any (lintel.roles())) and standing = 'alleged' and ended_at is null);
grant insert, select on own_file to lintel_app;
grant select, update on own_file to lintel_definer;
grant update (worker_id, standing, version) on own_file to lintel_app;
create trigger own_file_keeps_apart after insert or update of held_by, worker_id, manager_id, person_id on own_file for each row execute function lintel.own_file_keeps_apart();
create trigger own_file_kept before insert or update of manager_id, worker_id on own_file for each row execute function lintel.own_file_kept();

-- own_file_entry

create table own_file_entry (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  kind text not null,
  code text not null default '',
  state text not null default '',
  words text not null,
  happened_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references own_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (kind = any (array['note', 'need', 'safeguarding', 'standing', 'given', 'ended'])),
  check (words <> '')
);
create index own_file_entry_of on own_file_entry (organisation_id, file_id, recorded_at desc, id);
create index own_file_entry_recorder on own_file_entry (organisation_id, recorded_by);
create policy organisation on own_file_entry to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_own_file(organisation_id, file_id)));
create policy own_name on own_file_entry as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on own_file_entry to lintel_app;

-- own_programme

create table own_programme (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  name text not null,
  accredited boolean not null,
  partner_support boolean not null,
  voluntary boolean not null,
  words text not null,
  begun_at timestamptz not null,
  begun_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, begun_by) references staff(organisation_id, id),
  foreign key (organisation_id, file_id) references own_file(organisation_id, id),
  check (accredited),
  check (name <> ''),
  check (partner_support),
  check (voluntary),
  check (words <> '')
);
create index own_programme_by on own_programme (organisation_id, begun_by);
create index own_programme_file on own_programme (organisation_id, file_id, begun_at desc);
create policy definer on own_programme for select to lintel_definer
  using (true);
create policy organisation on own_programme to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_own_file(organisation_id, file_id)));
create policy own_name on own_programme as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not begun_by is distinct from lintel.staff());
grant insert, select on own_programme to lintel_app;
grant select on own_programme to lintel_definer;

-- own_programme_answer

create table own_programme_answer (
  organisation_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  said text not null,
  words text not null,
  result text not null default 'not_now',
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, answered_by) references staff(organisation_id, id),
  foreign key (organisation_id, step_id) references own_programme_step(organisation_id, id),
  check (result = any (array['may_go', 'not_now'])),
  check (said = any (array['may_go', 'not_now'])),
  check (words <> '')
);
create index own_programme_answer_by on own_programme_answer (organisation_id, answered_by);
create unique index own_programme_answer_of on own_programme_answer (organisation_id, step_id);
create policy definer on own_programme_answer for select to lintel_definer
  using (true);
create policy organisation on own_programme_answer to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or answered_by = (( select lintel.staff() as staff))));
create policy own_name on own_programme_answer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and answered_by = lintel.staff() and ('da_manager' = any (lintel.roles())) and lintel.answers_question(step_id));
grant insert (organisation_id, id, step_id, said, words, answered_at, answered_by) on own_programme_answer to lintel_app;
grant select on own_programme_answer to lintel_app;
grant select on own_programme_answer to lintel_definer;
create trigger own_answered before insert on own_programme_answer for each row execute function lintel.own_answered();

-- own_programme_step

create table own_programme_step (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  programme_id uuid not null,
  step text not null,
  outcome text not null default '',
  words text not null default '',
  day_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references own_file(organisation_id, id),
  foreign key (organisation_id, programme_id) references own_programme(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((step = 'asked') = (words = '')),
  check ((step = any (array['outcome', 'dropped'])) = (outcome <> '')),
  check (step = any (array['asked', 'referred', 'outcome', 'dropped']))
);
create unique index own_programme_once on own_programme_step (organisation_id, programme_id) where step = any (array['referred', 'dropped']);
create index own_programme_step_by on own_programme_step (organisation_id, recorded_by);
create index own_programme_step_file on own_programme_step (organisation_id, file_id);
create index own_programme_step_of on own_programme_step (organisation_id, programme_id, recorded_at desc, id);
create policy definer on own_programme_step for select to lintel_definer
  using (true);
create policy organisation on own_programme_step to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_own_file(organisation_id, file_id)));
create policy own_name on own_programme_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on own_programme_step to lintel_app;
grant select on own_programme_step to lintel_definer;
create trigger own_referred before insert on own_programme_step for each row execute function lintel.own_referred();

-- partner_domain

create table partner_domain (
  organisation_id uuid not null,
  id uuid not null,
  agency text not null,
  domain text not null,
  how_known text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, added_by) references staff(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  check (agency <> ''),
  check (domain = lower(domain) and domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  check (how_known <> '')
);
create index partner_domain_added_by on partner_domain (organisation_id, added_by);
create index partner_domain_ended_by on partner_domain (organisation_id, ended_by) where ended_by is not null;
create unique index partner_domain_once on partner_domain (organisation_id, domain, lintel.folded_name(agency)) where ended_at is null;
create policy definer on partner_domain for select to lintel_definer
  using (true);
create policy organisation on partner_domain to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on partner_domain to lintel_app;
grant select on partner_domain to lintel_definer;
grant update (ended_at, ended_by, ended_why) on partner_domain to lintel_app;

-- pathway_check

create table pathway_check (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid,
  threshold_id uuid,
  checked_on date not null,
  with_whom text not null,
  outcome text not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, meeting_id) references area_meeting(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, threshold_id) references risk_threshold(organisation_id, id),
  check (length(with_whom) >= 3),
  check (num_nonnulls(meeting_id, threshold_id) = 1),
  check (outcome = 'holds' or length(words) >= 6),
  check (outcome = any (array['holds', 'differs']))
);
create index pathway_check_meeting on pathway_check (organisation_id, meeting_id) where meeting_id is not null;
create index pathway_check_recorded_by on pathway_check (organisation_id, recorded_by);
create index pathway_check_threshold on pathway_check (organisation_id, threshold_id) where threshold_id is not null;
create policy added on pathway_check as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,system}'::text[] and recorded_by = lintel.staff());
create policy organisation on pathway_check to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on pathway_check to lintel_app;

-- pause_proposal

create table pause_proposal (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  wish text not null,
  next_contact_on date not null,
  next_contact_how text not null default '',
  call_off uuid[] not null default '{}'::uuid[],
  why_two text[] not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (why_two <> '{}'::text[])
);
create index pause_proposal_case on pause_proposal (organisation_id, case_id, proposed_at desc);
create unique index pause_proposal_open on pause_proposal (organisation_id, case_id) where decision is null;
create policy decided_once on pause_proposal as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on pause_proposal for select to lintel_definer
  using (true);
create policy organisation on pause_proposal to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on pause_proposal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on pause_proposal to lintel_app;
grant select on pause_proposal to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on pause_proposal to lintel_app;

-- perpetrator_action

create table perpetrator_action (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  about_id uuid not null,
  kind text not null,
  what text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, about_id) references case_person(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check (kind <> ''),
  check (what <> '')
);
create index perpetrator_action_about on perpetrator_action (organisation_id, about_id);
create index perpetrator_action_case on perpetrator_action (organisation_id, case_id, proposed_at desc);
create index perpetrator_action_proposer on perpetrator_action (organisation_id, proposed_by) where proposed_by is not null;
create policy organisation on perpetrator_action to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on perpetrator_action as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff());
grant insert, select on perpetrator_action to lintel_app;

-- perpetrator_action_decision

create table perpetrator_action_decision (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  view_id uuid not null,
  test_id uuid not null,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, action_id) references perpetrator_action(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  foreign key (organisation_id, test_id) references perpetrator_action_test(organisation_id, id),
  foreign key (organisation_id, view_id) references perpetrator_action_view(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (why <> '')
);
create index perpetrator_action_decision_case on perpetrator_action_decision (organisation_id, case_id);
create index perpetrator_action_decision_decider on perpetrator_action_decision (organisation_id, decided_by) where decided_by is not null;
create index perpetrator_action_decision_of on perpetrator_action_decision (organisation_id, action_id, proposed_at desc, id);
create index perpetrator_action_decision_proposer on perpetrator_action_decision (organisation_id, proposed_by) where proposed_by is not null;
create index perpetrator_action_decision_test on perpetrator_action_decision (organisation_id, test_id);
create index perpetrator_action_decision_view on perpetrator_action_decision (organisation_id, view_id);
create unique index perpetrator_action_decision_waiting on perpetrator_action_decision (organisation_id, action_id) where decision is null;
create policy decided_once on perpetrator_action_decision as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on perpetrator_action_decision for select to lintel_definer
  using (true);
create policy organisation on perpetrator_action_decision to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on perpetrator_action_decision as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on perpetrator_action_decision to lintel_app;
grant select on perpetrator_action_decision to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on perpetrator_action_decision to lintel_app;
create trigger action_agreed before update on perpetrator_action_decision for each row execute function lintel.action_agreed();

-- perpetrator_action_step

create table perpetrator_action_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  step text not null,
  outcome text not null default '',
  day_on date,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, action_id) references perpetrator_action(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((step = any (array['outcome', 'dropped'])) = (outcome <> '')),
  check (step = any (array['told', 'not_safe_to_tell', 'taken', 'outcome', 'dropped'])),
  check (words <> '')
);
create index perpetrator_action_step_case on perpetrator_action_step (organisation_id, case_id);
create index perpetrator_action_step_of on perpetrator_action_step (organisation_id, action_id, recorded_at, id);
create index perpetrator_action_step_recorder on perpetrator_action_step (organisation_id, recorded_by) where recorded_by is not null;
create unique index perpetrator_action_taken_once on perpetrator_action_step (organisation_id, action_id) where step = any (array['taken', 'dropped']);
create policy organisation on perpetrator_action_step to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on perpetrator_action_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on perpetrator_action_step to lintel_app;
create trigger action_taken before insert on perpetrator_action_step for each row execute function lintel.action_taken();

-- perpetrator_action_test

create table perpetrator_action_test (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  reveals text not null,
  together text not null,
  children text not null,
  court_order text not null,
  goes text not null,
  suicide text not null,
  weapons text not null,
  honour text not null,
  fails text not null,
  worse text not null,
  specialist text not null,
  specialist_who text not null default '',
  words text not null,
  changed text not null default '',
  level text,
  tested_at timestamptz not null,
  tested_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, action_id) references perpetrator_action(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, tested_by) references staff(organisation_id, id),
  check ((specialist = 'none') = (specialist_who = '')),
  check (children = any (array['yes', 'no', 'not_known'])),
  check (court_order = any (array['none', 'served', 'not_served', 'not_known'])),
  check (fails = any (array['yes', 'no', 'not_known'])),
  check (goes = any (array['stays', 'away', 'near', 'not_known'])),
  check (honour = any (array['yes', 'no', 'not_known'])),
  check (level = any (array['standard', 'medium', 'high'])),
  check (reveals = any (array['yes', 'no', 'not_known'])),
  check (specialist = any (array['does_not_raise', 'raises', 'cannot_say', 'none'])),
  check (suicide = any (array['yes', 'no', 'not_known'])),
  check (together = any (array['yes', 'no', 'not_known'])),
  check (weapons = any (array['yes', 'no', 'not_known'])),
  check (words <> ''),
  check (worse = any (array['yes', 'no', 'not_known']))
);
create index perpetrator_action_test_case on perpetrator_action_test (organisation_id, case_id);
create index perpetrator_action_test_of on perpetrator_action_test (organisation_id, action_id, tested_at desc, id);
create index perpetrator_action_test_tester on perpetrator_action_test (organisation_id, tested_by) where tested_by is not null;
create policy organisation on perpetrator_action_test to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on perpetrator_action_test as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not tested_by is distinct from lintel.staff());
grant insert, select on perpetrator_action_test to lintel_app;
create trigger action_tested_again before insert on perpetrator_action_test for each row execute function lintel.action_tested_again();

-- perpetrator_action_view

create table perpetrator_action_view (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  answer text not null,
  fears text not null,
  asker text not null,
  way text not null default '',
  words text not null,
  changed text not null default '',
  asked_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, action_id) references perpetrator_action(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (answer = any (array['support', 'oppose', 'unsure', 'not_safe_to_ask', 'withdrawn'])),
  check (asked_at <= recorded_at),
  check (asker <> ''),
  check (fears = any (array['yes', 'no', 'not_known'])),
  check (words <> '')
);
create index perpetrator_action_view_case on perpetrator_action_view (organisation_id, case_id);
create index perpetrator_action_view_of on perpetrator_action_view (organisation_id, action_id, recorded_at desc, id);
create index perpetrator_action_view_recorder on perpetrator_action_view (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on perpetrator_action_view to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on perpetrator_action_view as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on perpetrator_action_view to lintel_app;

-- person

create table person (
  organisation_id uuid not null,
  id uuid not null,
  reference text,
  given_name text not null,
  family_name text not null,
  also_known_as text[] not null default '{}'::text[],
  date_of_birth date,
  phones text[] not null default '{}'::text[],
  emails text[] not null default '{}'::text[],
  imported_at timestamptz,
  version integer not null default 1,
  bare_reference text generated always as (ltrim(reference, '0')) stored,
  compare_again boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id)
);
create index person_bare_reference on person (organisation_id, bare_reference) where bare_reference is not null;
create index person_born on person (organisation_id, date_of_birth) where date_of_birth is not null;
create index person_compare_again on person (organisation_id, id) where compare_again;
create index person_mailboxes on person using gin (lintel.mailboxes(emails)) where emails <> '{}'::text[];
create unique index person_reference on person (organisation_id, reference) where reference is not null;
create policy definer on person for select to lintel_definer
  using (true);
create policy kept_apart on person as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (id = any ((( select lintel.kept_from() as kept_from))::uuid[])));
create policy organisation on person to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on person to lintel_app;
grant select on person to lintel_definer;
create trigger asks_again after update of date_of_birth on person for each row when (new.date_of_birth is not null and new.date_of_birth is distinct from old.date_of_birth) execute function lintel.weigh_person_again();
create trigger register_tells_more after update on person referencing old table as old_rows new table as new_rows for each statement execute function lintel.register_tells_more();
create trigger what_left_corrected after update of given_name, family_name, date_of_birth, phones, emails on person for each row when (new.given_name is distinct from old.given_name or new.family_name is distinct from old.family_name or new.date_of_birth is distinct from old.date_of_birth or new.phones is distinct from old.phones or new.emails is distinct from old.emails) execute function lintel.person_corrected();

-- person_match

create table person_match (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  reasons text[] not null,
  found_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  why text,
  version integer not null default 1,
  strength integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, other_id) references person(organisation_id, id),
  foreign key (organisation_id, person_id) references person(organisation_id, id),
  check (decision = any (array['linked', 'kept_apart'])),
  check (person_id < other_id)
);
create index person_match_other on person_match (organisation_id, other_id);
create unique index person_match_pair on person_match (organisation_id, person_id, other_id);
create index person_match_strongest on person_match (organisation_id, strength desc, found_at, id) where decision is null and strength > 0;
create policy definer on person_match for select to lintel_definer
  using (true);
create policy kept_apart on person_match as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not ((person_id = any ((( select lintel.kept_from() as kept_from))::uuid[])) or (other_id = any ((( select lintel.kept_from() as kept_from))::uuid[]))));
create policy organisation on person_match to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on person_match to lintel_app;
grant select on person_match to lintel_definer;
create trigger match_carries after update on person_match for each row when (old.decision is distinct from new.decision) execute function lintel.match_carries();
create trigger own_files_apart after update of decision on person_match for each row when (new.decision is distinct from old.decision) execute function lintel.match_meets();
create trigger register_says_else after update of decision on person_match for each row when (new.decision is distinct from old.decision) execute function lintel.register_says_else();
create trigger sides_apart after update of decision on person_match for each row when (new.decision is distinct from old.decision) execute function lintel.matched_sides_meet();

-- person_needs

create table person_needs (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  case_person_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  seen text not null default 'not_asked',
  heard text not null default 'not_asked',
  age integer,
  school_known text not null default 'not_asked',
  own_words text not null default '',
  support text not null default '',
  support_done text not null default '',
  safety text not null default '',
  safety_done text not null default '',
  health text not null default '',
  health_done text not null default '',
  school text not null default '',
  school_done text not null default '',
  language text not null default '',
  language_done text not null default '',
  adjustments text not null default '',
  adjustments_done text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, case_person_id) references case_person(organisation_id, id),
  check (age >= 0 and age <= 120),
  check (heard = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (school_known = any (array['not_asked', 'yes', 'no', 'not_known'])),
  check (seen = any (array['not_asked', 'yes', 'no', 'not_known']))
);
create index person_needs_case on person_needs (organisation_id, case_id, case_person_id, number desc);
create unique index person_needs_number on person_needs (organisation_id, case_person_id, number);
create policy organisation on person_needs to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on person_needs to lintel_app;
create trigger asks after insert on person_needs for each row when (new.health <> '' or new.adjustments <> '') execute function lintel.needs_ask();

-- place_to_avoid

create table place_to_avoid (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  place text not null default '',
  who_goes text not null default '',
  why text not null,
  asked_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_why = '')),
  check ((kind = 'none') = (place = '')),
  check (kind = any (array['postcode', 'street', 'area', 'place', 'route', 'none'])),
  check (why <> '')
);
create index place_to_avoid_case on place_to_avoid (organisation_id, case_id, recorded_at desc);
create index place_to_avoid_ender on place_to_avoid (organisation_id, ended_by) where ended_by is not null;
create index place_to_avoid_recorder on place_to_avoid (organisation_id, recorded_by) where recorded_by is not null;
create policy definer_reads on place_to_avoid for select to lintel_definer
  using (true);
create policy ends_once on place_to_avoid as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ended_at is null)
  with check (organisation_id = lintel.organisation() and not ended_by is distinct from lintel.staff());
create policy organisation on place_to_avoid to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on place_to_avoid as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff() and ended_at is null);
grant insert, select on place_to_avoid to lintel_app;
grant select on place_to_avoid to lintel_definer;
grant update (ended_at, ended_by, ended_why) on place_to_avoid to lintel_app;

-- plan_action

create table plan_action (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  place integer not null,
  what text not null,
  why text not null default '',
  copy_words text not null default '',
  owner text not null,
  owner_id uuid,
  agency text not null default '',
  due_on date,
  safety boolean not null,
  state text not null default 'open',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, owner_id) references staff(organisation_id, id),
  check ((owner = 'agency') = (agency <> '')),
  check ((owner = 'colleague') = (owner_id is not null)),
  check (owner = any (array['person', 'colleague', 'agency'])),
  check (state = any (array['open', 'done', 'dropped']))
);
create index plan_action_agency on plan_action (organisation_id, case_id, due_on) where state = 'open' and owner = 'agency';
create index plan_action_case on plan_action (organisation_id, case_id, place, id);
create index plan_action_owed on plan_action (organisation_id, owner_id, due_on) where state = 'open';
create index plan_action_owner on plan_action (organisation_id, owner_id);
create policy organisation on plan_action to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select, update on plan_action to lintel_app;

-- plan_action_entry

create table plan_action_entry (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  kind text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  by_whom text not null default '',
  note text not null default '',
  due_from date,
  due_to date,
  primary key (organisation_id, id),
  foreign key (organisation_id, action_id) references plan_action(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (kind = any (array['added', 'changed', 'moved', 'done', 'dropped', 'reopened']))
);
create index plan_action_entry_action on plan_action_entry (organisation_id, action_id, recorded_at desc, id desc);
create index plan_action_entry_case on plan_action_entry (organisation_id, case_id, recorded_at desc, id desc);
create policy organisation on plan_action_entry to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on plan_action_entry to lintel_app;

-- plan_copy

create table plan_copy (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version_id uuid,
  way text not null,
  place text not null default '',
  own_words text not null default '',
  lines jsonb not null,
  given_at timestamptz not null,
  given_by uuid,
  over text not null default '',
  agreed_way_id uuid,
  learners jsonb not null default '[]'::jsonb,
  advice_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, advice_id) references housing_advice(organisation_id, id),
  foreign key (organisation_id, agreed_way_id) references agreed_way(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, version_id) references plan_version(organisation_id, id),
  check ((over = 'further') = (agreed_way_id is not null)),
  check (over = any (array['', 'first', 'further'])),
  check (version_id is not null or advice_id is not null or way = 'none'),
  check (way = any (array['read_aloud', 'handed_over', 'posted', 'none']))
);
create index plan_copy_advice on plan_copy (organisation_id, advice_id) where advice_id is not null;
create index plan_copy_case on plan_copy (organisation_id, case_id, given_at desc, id desc);
create index plan_copy_over on plan_copy (organisation_id, agreed_way_id) where agreed_way_id is not null;
create index plan_copy_version on plan_copy (organisation_id, version_id);
create policy organisation on plan_copy to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on plan_copy to lintel_app;

-- plan_version

create table plan_version (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  standing text not null,
  happened_at timestamptz not null,
  how text not null,
  present text not null default '',
  interpreter text not null default '',
  own_words text not null default '',
  reason text not null default '',
  prompted_by text not null,
  review_on date not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (standing = any (array['agreed', 'not_yet', 'not_safe_to_agree']))
);
create unique index plan_version_number on plan_version (organisation_id, case_id, number);
create policy definer on plan_version for select to lintel_definer
  using (true);
create policy organisation on plan_version to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on plan_version to lintel_app;
grant select on plan_version to lintel_definer;
create trigger what_left_changed after insert on plan_version for each row when (new.standing = 'agreed') execute function lintel.plan_changed();

-- plan_words

create table plan_words (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  wants text not null default '',
  own_words text not null default '',
  wishes text not null default '',
  emergency text not null default '',
  written_at timestamptz not null,
  written_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (wants = any (array['', 'stay_together', 'stay_home', 'leave_later', 'move', 'undecided']))
);
create unique index plan_words_number on plan_words (organisation_id, case_id, number);
create policy organisation on plan_words to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on plan_words to lintel_app;

-- planned_contact

create table planned_contact (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  second_staff_id uuid,
  channel text not null,
  purpose text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  also_there text not null default '',
  interpreter text not null default 'not_needed',
  lone_working boolean not null default false,
  two_people boolean not null default false,
  two_people_why text not null default '',
  safe_contact_id uuid,
  outside text[] not null default '{}'::text[],
  outside_why text not null default '',
  planned_at timestamptz not null,
  planned_by uuid not null,
  moved_from_id uuid,
  check_in_by timestamptz,
  checked_in_at timestamptz,
  missed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_how text,
  ended_reason text not null default '',
  ended_words text not null default '',
  version integer not null default 1,
  raise_at timestamptz,
  raised_at timestamptz,
  found_at timestamptz,
  found_by uuid,
  found text,
  found_words text not null default '',
  left_alone_at timestamptz,
  agreed_way_id uuid,
  held_told_at timestamptz,
  look_again boolean not null default false,
  held_told_for text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, agreed_way_id) references agreed_way(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, found_by) references staff(organisation_id, id),
  foreign key (organisation_id, moved_from_id) references planned_contact(organisation_id, id),
  foreign key (organisation_id, planned_by) references staff(organisation_id, id),
  foreign key (organisation_id, safe_contact_id) references safe_contact(organisation_id, id),
  foreign key (organisation_id, second_staff_id) references staff(organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_how is null)),
  check ((found_at is null) = (found is null)),
  check (not two_people or two_people_why <> ''),
  check (channel = any (array['call', 'video', 'home', 'agreed_place', 'elsewhere'])),
  check (ended_how = any (array['kept', 'cancelled', 'moved'])),
  check (ends_at > starts_at),
  check (found = any (array['safe', 'needed_help', 'emergency_services'])),
  check (interpreter = any (array['not_needed', 'to_book', 'booked'])),
  check (outside = '{}'::text[] or outside_why <> '')
);
create index planned_contact_agreed on planned_contact (organisation_id, safe_contact_id) where safe_contact_id is not null;
create index planned_contact_case on planned_contact (organisation_id, case_id, starts_at desc, id desc);
create index planned_contact_check_in on planned_contact (organisation_id, check_in_by) where check_in_by is not null and checked_in_at is null and missed_at is null and ended_at is null;
create index planned_contact_found_by on planned_contact (organisation_id, found_by) where found_by is not null;
create index planned_contact_look_again on planned_contact (organisation_id, starts_at) where look_again;
create index planned_contact_moved on planned_contact (organisation_id, moved_from_id) where moved_from_id is not null;
create index planned_contact_next on planned_contact (organisation_id, case_id, starts_at) where ended_at is null;
create index planned_contact_open on planned_contact (organisation_id, staff_id) where ended_at is null;
create index planned_contact_over on planned_contact (organisation_id, agreed_way_id) where agreed_way_id is not null;
create index planned_contact_planned_by on planned_contact (organisation_id, planned_by);
create index planned_contact_raise on planned_contact (organisation_id, raise_at) where raise_at is not null;
create index planned_contact_raised on planned_contact (organisation_id, raised_at) where raised_at is not null and found_at is null;
create index planned_contact_second on planned_contact (organisation_id, second_staff_id, starts_at) where second_staff_id is not null;
create index planned_contact_staff on planned_contact (organisation_id, staff_id, starts_at);
create index planned_contact_week on planned_contact (organisation_id, starts_at, id);
create policy definer on planned_contact for select to lintel_definer
  using (true);
create policy definer_marks on planned_contact for update to lintel_definer
  using (true)
  with check (true);
create policy organisation on planned_contact to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or (exists ( select
   from case_file c
  where c.organisation_id = planned_contact.organisation_id and c.id = planned_contact.case_id))));
grant insert, select, update on planned_contact to lintel_app;
grant select (organisation_id, id, case_id, staff_id, second_staff_id, channel, starts_at, ends_at, checked_in_at, missed_at, ended_at, look_again) on planned_contact to lintel_definer;
grant update (look_again) on planned_contact to lintel_definer;

-- policy_change

create table policy_change (
  organisation_id uuid not null,
  id uuid not null,
  pack_id text not null,
  pack_version text not null,
  from_day date not null,
  begins_at timestamptz not null,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by uuid,
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is distinct from proposed_by),
  check (decision is distinct from 'approved' or decided_by is not null)
);
create index policy_change_decided_by on policy_change (organisation_id, decided_by);
create index policy_change_proposed_by on policy_change (organisation_id, proposed_by);
create unique index policy_change_waiting on policy_change (organisation_id) where decision is null;
create policy decided on policy_change as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator}'::text[])
  with check (organisation_id = lintel.organisation());
create policy definer on policy_change for select to lintel_definer
  using (true);
create policy organisation on policy_change to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,director,da_manager,system}'::text[]);
create policy proposed on policy_change as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}'::text[] and not proposed_by is distinct from lintel.staff() and decision is null);
grant insert, select on policy_change to lintel_app;
grant select on policy_change to lintel_definer;
grant update (decision, decided_at, decided_by, decided_why, version) on policy_change to lintel_app;
create trigger policy_approved after update on policy_change for each row when (old.decision is null and new.decision = 'approved') execute function lintel.put_in_force();
create trigger policy_decided before update on policy_change for each row execute function lintel.check_policy_decision();

-- policy_in_force

create table policy_in_force (
  organisation_id uuid not null,
  change_id uuid not null,
  pack_id text not null,
  begins_at timestamptz not null,
  decided_at timestamptz not null,
  primary key (organisation_id, change_id),
  foreign key (organisation_id, change_id) references policy_change(organisation_id, id)
);
create index policy_in_force_at on policy_in_force (organisation_id, begins_at desc, decided_at desc, change_id desc);
create policy decided on policy_in_force for insert to lintel_definer
  with check (organisation_id = lintel.organisation());
create policy listed on policy_in_force for select to lintel_app, lintel_definer, lintel_public
  using (true);
create policy organisation on policy_in_force to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on policy_in_force to lintel_definer;
grant select on policy_in_force to lintel_app;
grant select on policy_in_force to lintel_public;

-- policy_review_reason

create table policy_review_reason (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at is null or ended_why <> ''),
  check (kind = any (array['monitoring', 'law', 'regulation', 'strategy']))
);
create index policy_review_reason_ended_by on policy_review_reason (organisation_id, ended_by) where ended_by is not null;
create index policy_review_reason_recorded_by on policy_review_reason (organisation_id, recorded_by);
create policy ended_once on policy_review_reason as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ended_at is null and lintel.roles() && '{administrator,da_manager,director}'::text[])
  with check (organisation_id = lintel.organisation() and ended_by = lintel.staff());
create policy organisation on policy_review_reason to lintel_app
  using (organisation_id = lintel.organisation() and true);
create policy own_name on policy_review_reason as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by = lintel.staff() and ended_at is null and lintel.roles() && '{administrator,da_manager,director,system}'::text[]);
grant insert, select on policy_review_reason to lintel_app;
grant update (ended_at, ended_by, ended_why, version) on policy_review_reason to lintel_app;

-- programme_safety

create table programme_safety (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  about_id uuid not null,
  answer text not null,
  asked text not null,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, about_id) references case_person(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (answer = 'not_now' or asked = 'asked'),
  check (answer = any (array['may_go', 'not_now'])),
  check (asked = any (array['asked', 'not_asked'])),
  check (words <> '')
);
create index programme_safety_by on programme_safety (organisation_id, recorded_by);
create index programme_safety_case on programme_safety (organisation_id, case_id);
create index programme_safety_of on programme_safety (organisation_id, about_id, recorded_at desc, id);
create policy definer on programme_safety for select to lintel_definer
  using (true);
create policy organisation on programme_safety to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on programme_safety as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on programme_safety to lintel_app;
grant select on programme_safety to lintel_definer;

-- promise_day

create table promise_day (
  organisation_id uuid not null,
  commitment text not null,
  day date not null,
  wall uuid not null,
  ending text not null,
  number integer not null,
  within boolean not null default false,
  primary key (organisation_id, commitment, day, wall, ending),
  foreign key (organisation_id) references organisation(organisation_id)
);
create index promise_day_named on promise_day (organisation_id, day) include (commitment, ending, number) where not within and wall <> '00000000-0000-0000-0000-000000000000'::uuid;
create index promise_day_period on promise_day (organisation_id, wall, day) include (commitment, ending, number, within);
create policy definer on promise_day for select to lintel_definer
  using (true);
create policy organisation on promise_day to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
grant delete, insert, select, update on promise_day to lintel_app;
grant select on promise_day to lintel_definer;

-- promise_day_stale

create table promise_day_stale (
  organisation_id uuid not null,
  day date not null,
  onward boolean not null default false,
  primary key (organisation_id, day, onward),
  foreign key (organisation_id) references organisation(organisation_id)
);
create policy definer on promise_day_stale for insert to lintel_definer
  with check (true);
create policy organisation on promise_day_stale to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant delete, insert, select on promise_day_stale to lintel_app;
grant insert on promise_day_stale to lintel_definer;

-- promise_move

create table promise_move (
  organisation_id uuid not null,
  id bigint not null generated always as identity,
  case_id uuid,
  whole_team boolean,
  commitment text not null,
  ending text not null,
  day date not null,
  number integer not null,
  primary key (organisation_id, id),
  check (num_nonnulls(case_id, whole_team) = 1)
);
create policy definer on promise_move to lintel_definer
  using (true);
grant delete, insert, select on promise_move to lintel_definer;

-- promise_sample

create table promise_sample (
  organisation_id uuid not null,
  id uuid not null,
  month date not null,
  team uuid not null,
  case_id uuid,
  obligation_id uuid not null,
  recorded_by uuid,
  lead_id uuid,
  answer text,
  why text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  version integer not null default 1,
  disclosure_id uuid,
  had_a_hand uuid[] not null default '{}'::uuid[],
  primary key (organisation_id, id),
  unique (organisation_id, month, obligation_id),
  foreign key (organisation_id, answered_by) references staff(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, lead_id) references staff(organisation_id, id),
  foreign key (organisation_id, month, team) references sample_draw(organisation_id, month, team),
  foreign key (organisation_id, obligation_id) references obligation(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((answer is null) = (answered_at is null)),
  check (answer = any (array['agreed', 'not_agreed'])),
  check (answer is null or answered_by is not null and answered_by is distinct from recorded_by and answered_by is distinct from lead_id),
  check (answered_by is null or not (answered_by = any (had_a_hand))),
  check (num_nonnulls(case_id, disclosure_id) = 1)
);
create index promise_sample_answered_by on promise_sample (organisation_id, answered_by) where answered_by is not null;
create index promise_sample_case on promise_sample (organisation_id, case_id);
create index promise_sample_disclosure on promise_sample (organisation_id, disclosure_id) where disclosure_id is not null;
create index promise_sample_lead_id on promise_sample (organisation_id, lead_id) where lead_id is not null;
create index promise_sample_month on promise_sample (organisation_id, month, team);
create index promise_sample_obligation on promise_sample (organisation_id, obligation_id);
create index promise_sample_open on promise_sample (organisation_id, month) where answer is null;
create index promise_sample_recorded_by on promise_sample (organisation_id, recorded_by) where recorded_by is not null;
create policy answered_once on promise_sample as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and answer is null)
  with check (organisation_id = lintel.organisation() and not answered_by is distinct from lintel.staff());
create policy definer on promise_sample for select to lintel_definer
  using (true);
create policy drawn_by_chance on promise_sample as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())) and answer is null);
create policy organisation on promise_sample to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is not null then lintel.sees_case(organisation_id, case_id)
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
grant insert, select on promise_sample to lintel_app;
grant select on promise_sample to lintel_definer;
grant update (answer, why, answered_by, answered_at, version) on promise_sample to lintel_app;

-- promise_standing

create table promise_standing (
  organisation_id uuid not null,
  whole_team boolean not null,
  commitment text not null,
  ending text not null,
  day date not null,
  number integer not null,
  primary key (organisation_id, whole_team, commitment, ending, day),
  foreign key (organisation_id) references organisation(organisation_id)
);
create policy definer on promise_standing to lintel_definer
  using (true);
grant delete, insert, select on promise_standing to lintel_definer;

-- promised_call

create table promised_call (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid,
  case_id uuid,
  to_whom text not null,
  at timestamptz not null,
  counts_from timestamptz not null,
  promised_at timestamptz not null,
  promised_by uuid,
  recorded_at timestamptz not null,
  planned_id uuid,
  ended_how text,
  ended_at timestamptz,
  ended_recorded_at timestamptz,
  ended_by uuid,
  came_of text not null default '',
  words text not null default '',
  contact_id uuid,
  moved_to uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, contact_id) references contact(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, moved_to) references promised_call(organisation_id, id),
  foreign key (organisation_id, planned_id) references planned_contact(organisation_id, id),
  foreign key (organisation_id, promised_by) references staff(organisation_id, id),
  check ((ended_how = 'moved') = (moved_to is not null)),
  check (came_of = any (array['', 'spoke', 'nobody', 'line'])),
  check (counts_from <= at),
  check (ended_how = any (array['rung', 'moved', 'let_go'])),
  check (num_nonnulls(disclosure_id, case_id) > 0),
  check (num_nulls(ended_how, ended_at, ended_recorded_at) = any (array[0, 3])),
  check (to_whom = any (array['person', 'teller']))
);
create index promised_call_case on promised_call (organisation_id, case_id) where case_id is not null;
create index promised_call_contact on promised_call (organisation_id, contact_id) where contact_id is not null;
create index promised_call_disclosure on promised_call (organisation_id, disclosure_id) where disclosure_id is not null;
create index promised_call_ender on promised_call (organisation_id, ended_by) where ended_by is not null;
create index promised_call_moved on promised_call (organisation_id, moved_to) where moved_to is not null;
create index promised_call_open on promised_call (organisation_id, at) where ended_how is null;
create index promised_call_planned on promised_call (organisation_id, planned_id) where planned_id is not null;
create index promised_call_promiser on promised_call (organisation_id, promised_by) where promised_by is not null;
create policy organisation on promised_call to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is not null then case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
create policy own_name on promised_call as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not promised_by is distinct from lintel.staff());
create policy promised on promised_call for insert to lintel_app
  with check (organisation_id = lintel.organisation());
grant insert, select on promised_call to lintel_app;
grant update (case_id, planned_id, ended_how, ended_at, ended_recorded_at, ended_by, came_of, words, contact_id, moved_to) on promised_call to lintel_app;

-- property

create table property (
  organisation_id uuid not null,
  id uuid not null,
  reference text not null,
  uprn text,
  address_lines text[] not null,
  postcode text not null,
  local_authority text not null default '',
  imported_at timestamptz,
  version integer not null default 1,
  home_order text generated always as (lintel.home_order(address_lines, postcode)) stored,
  bare_reference text generated always as (ltrim(reference, '0')) stored,
  same_home text generated always as (lintel.home_key(address_lines, postcode)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  check (uprn ~ '^[0-9]{1,12}$')
);
create index property_bare_reference on property (organisation_id, bare_reference);
create unique index property_reference on property (organisation_id, reference);
create index property_same_home on property (organisation_id, same_home) where same_home is not null;
create index property_uprn on property (organisation_id, uprn) where uprn is not null;
create policy definer on property for select to lintel_definer
  using (true);
create policy kept_apart on property as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (id = any ((( select lintel.kept_from() as kept_from))::uuid[])));
create policy organisation on property to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on property to lintel_app;
grant select on property to lintel_definer;
create trigger register_tells_more after update on property referencing old table as old_rows new table as new_rows for each statement execute function lintel.register_tells_more();

-- reassignment

create table reassignment (
  organisation_id uuid not null,
  id uuid not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  undoes_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, undoes_id) references reassignment(organisation_id, id)
);
create index reassignment_made on reassignment (organisation_id, made_at desc, id);
create unique index reassignment_undone on reassignment (organisation_id, undoes_id) where undoes_id is not null;
create policy organisation on reassignment to lintel_app
  using (organisation_id = lintel.organisation() and (made_by = (( select lintel.staff() as staff)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_reassignment_move(organisation_id, id)));
grant insert, select on reassignment to lintel_app;

-- reassignment_move

create table reassignment_move (
  organisation_id uuid not null,
  id uuid not null,
  reassignment_id uuid not null,
  case_id uuid not null,
  from_id uuid,
  to_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, reassignment_id) references reassignment(organisation_id, id)
);
create unique index reassignment_move_case on reassignment_move (organisation_id, reassignment_id, case_id);
create index reassignment_move_of on reassignment_move (organisation_id, case_id);
create policy organisation on reassignment_move to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on reassignment_move to lintel_app;

-- recovery_code

create table recovery_code (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id)
);
create index recovery_code_staff on recovery_code (organisation_id, staff_id);
create policy organisation on recovery_code to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = lintel.staff() or ('system' = any (lintel.roles()))));
grant delete, insert, select, update on recovery_code to lintel_app;

-- register_import

create table register_import (
  organisation_id uuid not null,
  id uuid not null,
  started_at timestamptz not null,
  started_by uuid,
  file_names text[] not null,
  content_hash bytea not null,
  dry_run boolean not null,
  state text not null,
  file_at integer not null default 0,
  row_at integer not null default 0,
  alive_at timestamptz,
  rows_expected integer not null,
  rows_read integer not null default 0,
  rows_added integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_refused integer not null default 0,
  problem text,
  finished_at timestamptz,
  compared_to uuid,
  compared_at timestamptz,
  findings jsonb not null default '[]'::jsonb,
  read_tries smallint not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  check (state = any (array['reading', 'asking', 'waiting', 'running', 'finished', 'stopped', 'failed']))
);
create index register_import_list on register_import (organisation_id, started_at desc);
create index register_import_to_compare on register_import (organisation_id, started_at) where state = 'finished' and not dry_run and compared_at is null;
create index register_import_to_read on register_import (organisation_id, started_at) where state = 'reading';
create index register_import_to_work on register_import (organisation_id, started_at) where state = any (array['waiting', 'running']);
create policy organisation on register_import to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on register_import to lintel_app;
create trigger register_says_else after update of state on register_import for each row when (new.state = 'finished' and old.state <> 'finished' and not new.dry_run) execute function lintel.register_says_else();

-- register_import_error

create table register_import_error (
  organisation_id uuid not null,
  import_id uuid not null,
  file_at integer not null,
  line integer not null,
  field text not null,
  problem text not null,
  refused boolean not null,
  primary key (organisation_id, import_id, file_at, line, field),
  foreign key (organisation_id, import_id) references register_import(organisation_id, id)
);
create policy organisation on register_import_error to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant delete, insert, select on register_import_error to lintel_app;

-- register_import_part

create table register_import_part (
  organisation_id uuid not null,
  import_id uuid not null,
  file_at integer not null,
  part_at integer not null,
  content bytea not null,
  as_sent boolean not null default false,
  primary key (organisation_id, import_id, as_sent, file_at, part_at),
  foreign key (organisation_id, import_id) references register_import(organisation_id, id)
);
create policy organisation on register_import_part to lintel_app
  using (organisation_id = lintel.organisation() and (('administrator' = any (lintel.roles())) or ('system' = any (lintel.roles()))));
grant delete, insert, select on register_import_part to lintel_app;

-- register_mapping

create table register_mapping (
  organisation_id uuid not null,
  headings text not null,
  kind text,
  columns text[] not null,
  dates text,
  set_by uuid,
  set_at timestamptz not null,
  id uuid not null default gen_random_uuid(),
  names text[],
  primary key (organisation_id, headings),
  unique (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, set_by) references staff(organisation_id, id),
  check (dates = any (array['day-first', 'month-first'])),
  check (kind = any (array['homes', 'people', 'tenancies', 'residents']))
);
create index register_mapping_by on register_mapping (organisation_id, set_by) where set_by is not null;
create policy organisation on register_mapping to lintel_app
  using (organisation_id = lintel.organisation() and (('administrator' = any (lintel.roles())) or ('system' = any (lintel.roles()))));
grant delete, insert, select, update on register_mapping to lintel_app;

-- register_row_left

create table register_row_left (
  organisation_id uuid not null,
  staff_id uuid not null,
  kind text not null,
  key text not null,
  content_hash bytea not null,
  primary key (organisation_id, staff_id, kind, key),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (kind = any (array['homes', 'people', 'tenancies', 'residents']))
);
create policy organisation on register_row_left to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((( select lintel.roles() as roles))::text[])));
grant insert, select, update on register_row_left to lintel_app;

-- resident

create table resident (
  organisation_id uuid not null,
  property_id uuid not null,
  person_id uuid not null,
  relation text not null default '',
  from_date date,
  to_date date,
  primary key (organisation_id, property_id, person_id),
  foreign key (organisation_id, person_id) references person(organisation_id, id),
  foreign key (organisation_id, property_id) references property(organisation_id, id)
);
create index resident_person on resident (organisation_id, person_id);
create policy definer on resident for select to lintel_definer
  using (true);
create policy kept_apart on resident as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not ((person_id = any ((( select lintel.kept_from() as kept_from))::uuid[])) or (property_id = any ((( select lintel.kept_from() as kept_from))::uuid[]))));
create policy organisation on resident to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on resident to lintel_app;
grant select on resident to lintel_definer;
create trigger asks after insert on resident referencing new table as new_rows for each statement execute function lintel.residents_ask();
create trigger asks_anew after update on resident referencing new table as new_rows for each statement execute function lintel.residents_ask();
create trigger resident_tells_anew after update on resident referencing new table as new_rows for each statement execute function lintel.register_tells_more();
create trigger resident_tells_more after insert on resident referencing new table as new_rows for each statement execute function lintel.register_tells_more();

-- risk_answer

create table risk_answer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  item text not null,
  version integer not null,
  sheet uuid not null,
  answer text not null,
  note text not null default '',
  source text not null default '',
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id) references risk_assessment(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (answer = any (array['yes', 'no', 'dont_know', 'not_asked', 'none', 'standard', 'moderate', 'high', 'less', 'same', 'more']))
);
create index risk_answer_case on risk_answer (organisation_id, case_id);
create unique index risk_answer_item on risk_answer (organisation_id, assessment_id, item, version desc);
create policy organisation on risk_answer to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on risk_answer to lintel_app;
create trigger asks after insert on risk_answer for each row when (new.answer = 'yes' and (new.item = any (array['7', '9', '18']))) execute function lintel.answer_asks();

-- risk_assessment

create table risk_assessment (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  instrument text not null,
  instrument_version text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  how text not null,
  with_whom text not null default '',
  begun_at timestamptz not null,
  begun_by uuid,
  corrects_id uuid,
  correction_reason text not null default '',
  score integer not null default 0,
  answered integer not null default 0,
  questions integer not null,
  version integer not null default 1,
  ended_at timestamptz,
  ended_by uuid,
  ending text,
  ending_words text not null default '',
  ask_again_on date,
  few_why text not null default '',
  points integer,
  band text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, corrects_id) references risk_assessment(organisation_id, id),
  check ((corrects_id is null) = (correction_reason = '')),
  check ((ending is null) = (ended_at is null)),
  check (ask_again_on is null or not ending is distinct from 'stopped_by_person'),
  check (ending = any (array['finished', 'stopped_by_person', 'not_safe'])),
  check (few_why = '' or not ending is distinct from 'finished'),
  check (how = any (array['face_to_face', 'phone', 'video', 'text', 'from_notes'])),
  check (points >= 0)
);
create index risk_assessment_case on risk_assessment (organisation_id, case_id, asked_at desc, id desc);
create index risk_assessment_corrects on risk_assessment (organisation_id, corrects_id) where corrects_id is not null;
create policy organisation on risk_assessment to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on risk_assessment to lintel_app;
grant update (score, answered, version, ended_at, ended_by, ending, ending_words, ask_again_on, few_why, points, band) on risk_assessment to lintel_app;
create trigger what_left_corrected after update of ending on risk_assessment for each row when (new.corrects_id is not null and new.ending = 'finished' and old.ending is null) execute function lintel.assessment_corrected();

-- risk_date

create table risk_date (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  on_date date not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  told_before integer,
  next_look_on date,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check ((ended_at is null) = (ended_reason is null)),
  check (kind = any (array['order_ends', 'release', 'hearing', 'bail_ends', 'birth', 'child_contact', 'notice_ends', 'move']))
);
create index risk_date_case on risk_date (organisation_id, case_id, on_date, id);
create index risk_date_look on risk_date (organisation_id, next_look_on, id) where next_look_on is not null;
create policy organisation on risk_date to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on risk_date to lintel_app;
grant update (told_before, next_look_on, ended_at, ended_by, ended_reason, version) on risk_date to lintel_app;

-- risk_instrument

create table risk_instrument (
  organisation_id uuid not null,
  id uuid not null,
  instrument text not null,
  version text not null,
  base_version text not null,
  title text not null,
  attribution text not null,
  wording jsonb not null,
  effective_from date not null,
  loaded_at timestamptz not null,
  loaded_by uuid,
  terms jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, loaded_by) references staff(organisation_id, id),
  check ((instrument ~ '^own-[1-9][0-9]?$') = (terms is not null))
);
create index risk_instrument_in_force on risk_instrument (organisation_id, instrument, effective_from desc, loaded_at desc);
create index risk_instrument_loaded_by on risk_instrument (organisation_id, loaded_by) where loaded_by is not null;
create unique index risk_instrument_version on risk_instrument (organisation_id, instrument, version);
create policy organisation on risk_instrument to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on risk_instrument to lintel_app;

-- risk_instrument_withdrawal

create table risk_instrument_withdrawal (
  organisation_id uuid not null,
  id uuid not null,
  instrument text not null,
  from_day date not null,
  reason text not null,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, withdrawn_by) references staff(organisation_id, id),
  check (reason <> '')
);
create index risk_instrument_withdrawal_by on risk_instrument_withdrawal (organisation_id, withdrawn_by);
create index risk_instrument_withdrawal_instrument on risk_instrument_withdrawal (organisation_id, instrument, withdrawn_at);
create policy organisation on risk_instrument_withdrawal to lintel_app
  using (organisation_id = lintel.organisation() and true);
create policy withdrawn on risk_instrument_withdrawal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}'::text[] and withdrawn_by = lintel.staff());
grant insert, select on risk_instrument_withdrawal to lintel_app;

-- risk_lowering

create table risk_lowering (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  rating_id uuid not null,
  to_level text not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  foreign key (organisation_id, rating_id) references risk_rating(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['confirmed', 'declined', 'withdrawn'])),
  check (decision is distinct from 'confirmed' or decided_by is not null and decided_by <> proposed_by),
  check (reason <> ''),
  check (to_level = any (array['standard', 'medium', 'high']))
);
create index risk_lowering_case on risk_lowering (organisation_id, case_id, proposed_at desc);
create index risk_lowering_decider on risk_lowering (organisation_id, decided_by) where decided_by is not null;
create index risk_lowering_proposer on risk_lowering (organisation_id, proposed_by);
create index risk_lowering_rating on risk_lowering (organisation_id, rating_id);
create unique index risk_lowering_waiting on risk_lowering (organisation_id, case_id) where decision is null;
create policy decided_once on risk_lowering as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on risk_lowering for select to lintel_definer
  using (true);
create policy organisation on risk_lowering to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on risk_lowering as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and proposed_by = lintel.staff() and decision is null);
grant insert, select on risk_lowering to lintel_app;
grant select on risk_lowering to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on risk_lowering to lintel_app;

-- risk_rating

create table risk_rating (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  level text not null,
  indicated text,
  routes jsonb not null default '[]'::jsonb,
  how text not null,
  assessment_id uuid,
  lowering_id uuid,
  reason text not null default '',
  grounds text[] not null default '{}'::text[],
  call_outs integer,
  last_marac_on date,
  rated_at timestamptz not null,
  rated_by uuid,
  received_id uuid,
  since_marac text[] not null default '{}'::text[],
  judged_at timestamptz,
  waits_since uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id) references risk_assessment(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, lowering_id) references risk_lowering(organisation_id, id),
  foreign key (organisation_id, received_id) references risk_received(organisation_id, id),
  check ((rated_by is null) = (judged_at is null) and (how = any (array['assessment', 'received', 'known', 'reopened'])) <= (rated_by is null) and (waits_since is null or rated_by is null)),
  check (call_outs >= 0 and call_outs <= 999),
  check (how = any (array['assessment', 'received', 'known', 'reopened', 'kept', 'stated', 'lowered'])),
  check (indicated = any (array['standard', 'medium', 'high'])),
  check (level = any (array['standard', 'medium', 'high']))
);
create index risk_rating_assessment on risk_rating (organisation_id, assessment_id) where assessment_id is not null;
create unique index risk_rating_lowering on risk_rating (organisation_id, lowering_id) where lowering_id is not null;
create unique index risk_rating_number on risk_rating (organisation_id, case_id, number desc);
create index risk_rating_received on risk_rating (organisation_id, received_id) where received_id is not null;
create policy organisation on risk_rating to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on risk_rating to lintel_app;
create trigger rate_risk before insert on risk_rating for each row execute function lintel.rate_risk();

-- risk_received

create table risk_received (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  tool text not null,
  tool_name text not null default '',
  received_from text not null,
  assessed_on date,
  received_at timestamptz not null,
  score_stated text not null default '',
  level_stated text not null default '',
  level_words text not null default '',
  words text not null default '',
  handling text not null default '',
  corrects_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, corrects_id) references risk_received(organisation_id, id),
  check (level_stated = any (array['', 'standard', 'medium', 'high', 'other'])),
  check (tool = any (array['dara', 'dash', 'merit', 'severity_grid', 'young_people', 'stalking', 'honour_based', 'other']))
);
create index risk_received_case on risk_received (organisation_id, case_id, received_at desc, id desc);
create index risk_received_corrects on risk_received (organisation_id, corrects_id) where corrects_id is not null;
create policy organisation on risk_received to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on risk_received to lintel_app;
create trigger what_left_corrected after insert on risk_received for each row when (new.corrects_id is not null) execute function lintel.received_corrected();

-- risk_threshold

create table risk_threshold (
  organisation_id uuid not null,
  id uuid not null,
  area_id uuid,
  effective_from date,
  high_from integer not null,
  medium_from integer not null,
  call_outs integer,
  source text not null,
  proposed_at timestamptz not null,
  proposed_by uuid,
  repeat_definition text not null default 'any',
  instrument text not null,
  level_names jsonb,
  known text not null default 'said_here',
  needs_second boolean not null default false,
  reason text not null default '',
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, area_id) references marac_area(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (not needs_second or reason <> ''),
  check (call_outs >= 1 and call_outs <= 99),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (high_from >= 1 and high_from <=
case
    when instrument = 'dash' then 24
    else 9999
end),
  check (known = any (array['stored_source', 'inferred', 'said_here'])),
  check (medium_from < high_from),
  check (medium_from >= 1),
  check (needs_second or decision is null),
  check (repeat_definition = any (array['any', 'violence_stalking_sexual']))
);
create index risk_threshold_area on risk_threshold (organisation_id, area_id, effective_from desc, proposed_at desc);
create index risk_threshold_decided_by on risk_threshold (organisation_id, decided_by) where decided_by is not null;
create index risk_threshold_proposed_by on risk_threshold (organisation_id, proposed_by);
create policy decided on risk_threshold as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation())
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}'::text[]);
create policy decided_once on risk_threshold as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on risk_threshold for select to lintel_definer
  using (true);
create policy organisation on risk_threshold to lintel_app
  using (organisation_id = lintel.organisation() and true);
create policy own_name on risk_threshold as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
create policy set on risk_threshold as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager,system}'::text[]);
grant insert, select on risk_threshold to lintel_app;
grant select on risk_threshold to lintel_definer;
grant update (decision, decided_at, decided_by, decided_why, version) on risk_threshold to lintel_app;
create trigger threshold_alone before insert on risk_threshold for each row execute function lintel.threshold_alone();

-- risk_view

create table risk_view (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  view text not null,
  words text not null default '',
  said_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (view = any (array['standard', 'medium', 'high', 'not_said']))
);
create index risk_view_case on risk_view (organisation_id, case_id, said_at desc, id desc);
create policy organisation on risk_view to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on risk_view to lintel_app;

-- safe_contact

create table safe_contact (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  channel text not null,
  value text not null default '',
  times text not null default '',
  who_might_answer text not null default '',
  may_leave_voicemail boolean not null default false,
  may_text boolean not null default false,
  may_email boolean not null default false,
  may_post boolean not null default false,
  withhold_number boolean not null default true,
  code_word text not null default '',
  language text not null default '',
  interpreter text not null default '',
  worker_gender text not null default '',
  meeting_place text not null default '',
  adjustments text not null default '',
  do_not text not null default '',
  access_needs_asked boolean not null default false,
  agreed_with_person boolean not null,
  windows jsonb not null default '[]'::jsonb,
  never jsonb not null default '[]'::jsonb,
  may_visit boolean not null default false,
  sender_alias text not null default '',
  cover_reason text not null default '',
  contact_person text not null default '',
  contact_person_value text not null default '',
  asked_at_contact uuid,
  shared text not null default 'not_known',
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_at_contact) references contact(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check (jsonb_typeof(never) = 'array'),
  check (jsonb_typeof(windows) = 'array'),
  check (shared = any (array['yes', 'no', 'not_known']))
);
create index safe_contact_asked_at on safe_contact (organisation_id, asked_at_contact) where asked_at_contact is not null;
create unique index safe_contact_number on safe_contact (organisation_id, case_id, number);
create policy definer on safe_contact for select to lintel_definer
  using (true);
create policy organisation on safe_contact to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on safe_contact to lintel_app;
grant select on safe_contact to lintel_definer;
create trigger way_tells_more after insert on safe_contact for each row execute function lintel.way_tells_more();
create trigger what_left_changed after insert on safe_contact for each row when (new.number > 1) execute function lintel.agreement_changed();

-- safe_contact_asking

create table safe_contact_asking (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  safe_contact_id uuid,
  contact_id uuid not null,
  answer text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  agreed_way_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, agreed_way_id) references agreed_way(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, contact_id) references contact(organisation_id, id),
  foreign key (organisation_id, safe_contact_id) references safe_contact(organisation_id, id),
  check (answer = any (array['same', 'changed', 'not_safe_to_ask'])),
  check (num_nonnulls(safe_contact_id, agreed_way_id) = 1)
);
create index safe_contact_asking_case on safe_contact_asking (organisation_id, case_id, asked_at desc);
create index safe_contact_asking_contact on safe_contact_asking (organisation_id, contact_id);
create index safe_contact_asking_of on safe_contact_asking (organisation_id, safe_contact_id, asked_at desc);
create index safe_contact_asking_way on safe_contact_asking (organisation_id, agreed_way_id, asked_at desc) where agreed_way_id is not null;
create policy definer on safe_contact_asking for select to lintel_definer
  using (true);
create policy organisation on safe_contact_asking to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on safe_contact_asking to lintel_app;
grant select on safe_contact_asking to lintel_definer;

-- safeguarding_decision

create table safeguarding_decision (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  decision text not null,
  why text not null,
  consent text not null,
  consent_words text not null default '',
  basis text not null default '',
  condition text not null default '',
  told text not null,
  told_why text not null default '',
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, referral_id) references safeguarding_referral(organisation_id, id),
  check (consent = 'agrees' or consent_words <> ''),
  check (consent = any (array['agrees', 'disagrees', 'not_asked', 'not_safe_to_ask'])),
  check (decision = any (array['refer', 'not_refer'])),
  check (told = 'told' or told_why <> ''),
  check (told = any (array['told', 'will_be', 'not_told'])),
  check (why <> '')
);
create index safeguarding_decision_decider on safeguarding_decision (organisation_id, decided_by);
create index safeguarding_decision_of on safeguarding_decision (organisation_id, referral_id, decided_at);
create policy organisation on safeguarding_decision to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_safeguarding_referral(organisation_id, referral_id));
create policy own_name on safeguarding_decision as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
grant insert, select on safeguarding_decision to lintel_app;

-- safeguarding_fact

create table safeguarding_fact (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  disclosure_id uuid,
  case_id uuid,
  fact text not null,
  source_id uuid not null,
  detail text not null default '',
  known_at timestamptz,
  entered_by uuid,
  weighed_at timestamptz,
  kind text,
  reason text not null default '',
  referral_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, entered_by) references staff(organisation_id, id),
  foreign key (organisation_id, referral_id) references safeguarding_referral(organisation_id, id),
  check ((kind is null) = (referral_id is null)),
  check (kind = any (array['child', 'adult'])),
  check (num_nonnulls(disclosure_id, case_id) > 0)
);
create index safeguarding_fact_case on safeguarding_fact (organisation_id, case_id) where case_id is not null;
create index safeguarding_fact_disclosure on safeguarding_fact (organisation_id, disclosure_id) where disclosure_id is not null;
create index safeguarding_fact_enterer on safeguarding_fact (organisation_id, entered_by) where entered_by is not null;
create unique index safeguarding_fact_once on safeguarding_fact (organisation_id, fact, source_id, detail, coalesce(disclosure_id, case_id));
create index safeguarding_fact_referral on safeguarding_fact (organisation_id, referral_id) where referral_id is not null;
create index safeguarding_fact_unweighed on safeguarding_fact (organisation_id, id) where weighed_at is null;
create policy definer on safeguarding_fact to lintel_definer
  using (true)
  with check (true);
create policy organisation on safeguarding_fact to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is not null then case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
grant insert, select on safeguarding_fact to lintel_definer;
grant select on safeguarding_fact to lintel_app;
grant update (case_id, known_at, weighed_at, kind, reason, referral_id) on safeguarding_fact to lintel_app;
grant update (weighed_at) on safeguarding_fact to lintel_definer;

-- safeguarding_hub

create table safeguarding_hub (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  authority text not null,
  name text not null,
  phone text not null,
  out_of_hours text not null default '',
  email text not null default '',
  how_known text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, added_by) references staff(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_why = '')),
  check (authority <> ''),
  check (how_known <> ''),
  check (kind = any (array['child', 'adult', 'both'])),
  check (name <> ''),
  check (phone <> '')
);
create index safeguarding_hub_adder on safeguarding_hub (organisation_id, added_by);
create index safeguarding_hub_ender on safeguarding_hub (organisation_id, ended_by) where ended_by is not null;
create unique index safeguarding_hub_once on safeguarding_hub (organisation_id, lower(authority), kind, lower(name)) where ended_at is null;
create policy organisation on safeguarding_hub to lintel_app
  using (organisation_id = lintel.organisation() and true);
create policy own_name on safeguarding_hub as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not added_by is distinct from lintel.staff());
grant insert, select on safeguarding_hub to lintel_app;
grant update (ended_at, ended_by, ended_why) on safeguarding_hub to lintel_app;

-- safeguarding_no_referral

create table safeguarding_no_referral (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  foreign key (organisation_id, referral_id) references safeguarding_referral(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (why <> '')
);
create index safeguarding_no_referral_decider on safeguarding_no_referral (organisation_id, decided_by) where decided_by is not null;
create index safeguarding_no_referral_of on safeguarding_no_referral (organisation_id, referral_id, proposed_at desc);
create index safeguarding_no_referral_proposer on safeguarding_no_referral (organisation_id, proposed_by) where proposed_by is not null;
create unique index safeguarding_no_referral_waiting on safeguarding_no_referral (organisation_id, referral_id) where decision is null;
create policy decided_once on safeguarding_no_referral as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on safeguarding_no_referral for select to lintel_definer
  using (true);
create policy organisation on safeguarding_no_referral to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_safeguarding_referral(organisation_id, referral_id));
create policy own_name on safeguarding_no_referral as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on safeguarding_no_referral to lintel_app;
grant select on safeguarding_no_referral to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on safeguarding_no_referral to lintel_app;

-- safeguarding_referral

create table safeguarding_referral (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  about text not null,
  disclosure_id uuid,
  case_id uuid,
  promised_at timestamptz not null,
  promised_by uuid,
  begun_from text not null,
  said text not null,
  why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, promised_by) references staff(organisation_id, id),
  check (begun_from = any (array['disclosure', 'triage', 'children', 'case', 'fact'])),
  check (kind = any (array['child', 'adult'])),
  check (num_nonnulls(disclosure_id, case_id) > 0),
  check (said = any (array['prompted', 'refer_today', 'referred', 'not_referred']))
);
create index safeguarding_referral_case on safeguarding_referral (organisation_id, case_id) where case_id is not null;
create index safeguarding_referral_disclosure on safeguarding_referral (organisation_id, disclosure_id) where disclosure_id is not null;
create index safeguarding_referral_promiser on safeguarding_referral (organisation_id, promised_by) where promised_by is not null;
create index safeguarding_referral_told on safeguarding_referral (organisation_id, promised_at) where case_id is null;
create policy definer on safeguarding_referral for select to lintel_definer
  using (true);
create policy organisation on safeguarding_referral to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is not null then case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
    else lintel.sees_disclosure(organisation_id, disclosure_id)
end));
create policy promised on safeguarding_referral for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not promised_by is distinct from lintel.staff());
grant insert, select on safeguarding_referral to lintel_app;
grant select on safeguarding_referral to lintel_definer;
grant update (about, case_id, said, why) on safeguarding_referral to lintel_app;

-- safeguarding_step

create table safeguarding_step (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  step text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  whom text not null,
  way text not null default '',
  reference text not null default '',
  answer text not null default '',
  words text not null default '',
  known_by text not null default '',
  strikes_id uuid,
  follows_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, follows_id) references safeguarding_step(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, referral_id) references safeguarding_referral(organisation_id, id),
  foreign key (organisation_id, strikes_id) references safeguarding_step(organisation_id, id),
  check ((step = 'answered') = (answer <> '')),
  check ((step = 'struck') = (strikes_id is not null)),
  check (answer = any (array['', 'taken_on', 'no_action', 'more_asked'])),
  check (follows_id is null or step = 'made'),
  check (known_by = any (array['', 'they_wrote', 'they_rang', 'their_system', 'we_rang'])),
  check (step <> 'made' or way <> ''),
  check (step = any (array['made', 'chased', 'acknowledged', 'answered', 'struck'])),
  check (whom <> '')
);
create unique index safeguarding_made_once on safeguarding_step (organisation_id, referral_id, follows_id) nulls not distinct where step = 'made';
create index safeguarding_step_follows on safeguarding_step (organisation_id, follows_id) where follows_id is not null;
create index safeguarding_step_recorder on safeguarding_step (organisation_id, recorded_by) where recorded_by is not null;
create index safeguarding_step_referral on safeguarding_step (organisation_id, referral_id, happened_at);
create unique index safeguarding_step_struck_once on safeguarding_step (organisation_id, strikes_id) where strikes_id is not null;
create policy organisation on safeguarding_step to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_safeguarding_referral(organisation_id, referral_id));
create policy own_name on safeguarding_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on safeguarding_step to lintel_app;
create trigger what_left_struck after insert on safeguarding_step for each row when (new.strikes_id is not null) execute function lintel.referral_step_struck();

-- sample_draw

create table sample_draw (
  organisation_id uuid not null,
  month date not null,
  team uuid not null,
  seed text not null,
  among integer not null,
  drawn_at timestamptz not null,
  primary key (organisation_id, month, team),
  foreign key (organisation_id) references organisation(organisation_id),
  check (extract(day from month) = 1::numeric)
);
create policy drawn_by_chance on sample_draw as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())));
create policy organisation on sample_draw to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on sample_draw to lintel_app;

-- sanctuary_look

create table sanctuary_look (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  wish text not null,
  feared_lives_there text not null,
  fire_service text not null,
  fire_words text not null default '',
  gets_out text not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((fire_service = 'advised') = (fire_words <> '')),
  check (feared_lives_there = any (array['yes', 'no', 'not_known'])),
  check (fire_service = any (array['advised', 'not_yet'])),
  check (gets_out = any (array['yes', 'no', 'not_known'])),
  check (wish = any (array['yes', 'no', 'not_asked']))
);
create index sanctuary_look_case on sanctuary_look (organisation_id, case_id, recorded_at, id);
create index sanctuary_look_recorder on sanctuary_look (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on sanctuary_look to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on sanctuary_look as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on sanctuary_look to lintel_app;

-- search_token

create table search_token (
  organisation_id uuid not null,
  subject text not null,
  token text not null,
  subject_id uuid not null,
  home_order text,
  primary key (organisation_id, subject, token, subject_id),
  check ((subject = 'property') = (home_order is not null)),
  check (subject = any (array['person', 'property']))
);
create index search_token_in_order on search_token (organisation_id, token, home_order, subject_id) where subject = 'property';
create index search_token_subject on search_token (organisation_id, subject, subject_id, token);
create policy definer on search_token for select to lintel_definer
  using (true);
create policy kept_apart on search_token as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (subject_id = any ((( select lintel.kept_from() as kept_from))::uuid[])));
create policy organisation on search_token to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant delete, insert, select on search_token to lintel_app;
grant select on search_token to lintel_definer;

-- search_word

create table search_word (
  organisation_id uuid not null,
  token text not null,
  primary key (organisation_id, token)
);
create index search_word_trigram on search_word using gin (token gin_trgm_ops);
create policy definer on search_word for select to lintel_definer
  using (true);
create policy organisation on search_word to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select on search_word to lintel_app;
grant select on search_word to lintel_definer;

-- sender_proposal

create table sender_proposal (
  organisation_id uuid not null,
  id uuid not null,
  call_back text not null,
  return_address text not null,
  why text not null,
  replaces uuid,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  foreign key (organisation_id, replaces) references message_sender(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (call_back <> ''),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (return_address <> ''),
  check (why <> '')
);
create index sender_proposal_decided_by on sender_proposal (organisation_id, decided_by) where decided_by is not null;
create index sender_proposal_proposed_by on sender_proposal (organisation_id, proposed_by);
create index sender_proposal_replaces on sender_proposal (organisation_id, replaces) where replaces is not null;
create index sender_proposal_waiting on sender_proposal (organisation_id, proposed_at) where decision is null;
create policy decided on sender_proposal as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and (lintel.roles() && '{da_manager}'::text[] or proposed_by = lintel.staff()))
  with check (organisation_id = lintel.organisation());
create policy decided_once on sender_proposal as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on sender_proposal for select to lintel_definer
  using (true);
create policy organisation on sender_proposal to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker,system}'::text[]);
create policy own_name on sender_proposal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
create policy proposed on sender_proposal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker}'::text[] and proposed_by = lintel.staff());
grant insert, select on sender_proposal to lintel_app;
grant select on sender_proposal to lintel_definer;
grant update (decision, decided_at, decided_by, decided_why, version) on sender_proposal to lintel_app;
create trigger sender_approved after update on sender_proposal for each row when (old.decision is null and new.decision = 'approved') execute function lintel.set_sender();

-- sender_somebodys

create table sender_somebodys (
  organisation_id uuid not null,
  id uuid not null,
  sender_id uuid not null,
  since timestamptz not null,
  over_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sender_id) references message_sender(organisation_id, id)
);
create unique index sender_somebodys_now on sender_somebodys (organisation_id, sender_id) where over_at is null;
create index sender_somebodys_sender on sender_somebodys (organisation_id, sender_id);
create policy definer on sender_somebodys for select to lintel_definer
  using (true);
create policy organisation on sender_somebodys to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,system}'::text[]);
grant insert, select on sender_somebodys to lintel_app;
grant select on sender_somebodys to lintel_definer;
grant update (over_at) on sender_somebodys to lintel_app;

-- session

create table session (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  secret_hash bytea not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  address text not null,
  agent text not null,
  second_factor boolean not null,
  hidden_at timestamptz,
  hidden_secret_hash bytea,
  hidden_path text,
  hidden_tries integer not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check ((hidden_at is null) = (hidden_secret_hash is null) and (hidden_at is null) = (hidden_path is null))
);
create index session_over on session (organisation_id, ends_at);
create index session_place on session (organisation_id, staff_id, address);
create index session_staff on session (organisation_id, staff_id, started_at desc) where ended_at is null;
create policy definer on session to lintel_definer
  using (true);
create policy forgotten on session as restrictive for delete to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())));
create policy organisation on session to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = lintel.staff() or lintel.roles() && '{administrator,system}'::text[]));
grant delete, insert, select, update on session to lintel_app;
grant select, update on session to lintel_definer;

-- share

create table share (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  recipient_id uuid not null,
  purpose text not null,
  kinds text[] not null,
  entries uuid[] not null default '{}'::uuid[],
  plan_version_id uuid,
  assessments uuid[] not null default '{}'::uuid[],
  words text not null default '',
  basis text not null default '',
  condition text not null default '',
  power text not null default '',
  necessity text not null,
  proportionality text not null,
  view text not null,
  view_words text not null default '',
  told text not null,
  told_why text not null default '',
  in_danger boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  dropped_at timestamptz,
  dropped_by uuid,
  dropped_why text not null default '',
  referral_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, dropped_by) references staff(organisation_id, id),
  foreign key (organisation_id, plan_version_id) references plan_version(organisation_id, id),
  foreign key (organisation_id, recipient_id) references share_recipient(organisation_id, id),
  foreign key (organisation_id, referral_id) references safeguarding_referral(organisation_id, id),
  check ((dropped_at is null) = (dropped_why = '')),
  check (kinds <> '{}'::text[] and kinds <@ array['who', 'account', 'risk', 'plan', 'family', 'health', 'home', 'contact']),
  check (necessity <> ''),
  check (proportionality <> ''),
  check (purpose = any (array['safety', 'support', 'housing', 'prosecution', 'money'])),
  check (told = 'told' or told_why <> ''),
  check (told = any (array['told', 'will_be', 'not_told'])),
  check (view = 'agrees' or view_words <> ''),
  check (view = any (array['agrees', 'disagrees', 'not_asked', 'not_safe_to_ask']))
);
create index share_case on share (organisation_id, case_id, decided_at desc);
create index share_decided_by on share (organisation_id, decided_by);
create index share_dropped_by on share (organisation_id, dropped_by) where dropped_by is not null;
create index share_plan on share (organisation_id, plan_version_id) where plan_version_id is not null;
create index share_recipient_of on share (organisation_id, recipient_id);
create index share_referral on share (organisation_id, referral_id) where referral_id is not null;
create policy definer on share for select to lintel_definer
  using (true);
create policy organisation on share to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on share as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
grant insert, select on share to lintel_app;
grant select on share to lintel_definer;
grant update (dropped_at, dropped_by, dropped_why) on share to lintel_app;

-- share_link

create table share_link (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  sent_id uuid not null,
  share_id uuid not null,
  token_hash bytea not null,
  code_hash bytea not null,
  address text not null,
  code_told text not null,
  consents uuid[] not null,
  expires_at timestamptz not null,
  wrong integer not null default 0,
  revoked_at timestamptz,
  revoked_by uuid,
  told_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, revoked_by) references staff(organisation_id, id),
  foreign key (organisation_id, sent_id) references share_sent(organisation_id, id),
  foreign key (organisation_id, share_id) references share(organisation_id, id),
  check (address <> ''),
  check (code_told <> '')
);
create index share_link_by_token on share_link (token_hash);
create index share_link_case on share_link (organisation_id, case_id);
create index share_link_revoked_by on share_link (organisation_id, revoked_by) where revoked_by is not null;
create index share_link_sent on share_link (organisation_id, sent_id);
create index share_link_share on share_link (organisation_id, share_id);
create unique index share_link_token on share_link (organisation_id, token_hash);
create index share_link_untold on share_link (organisation_id, expires_at) where told_at is null;
create policy definer on share_link for select to lintel_definer
  using (true);
create policy definer_counts on share_link for update to lintel_definer
  using (true)
  with check (true);
create policy organisation on share_link to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert on share_link to lintel_app;
grant select (organisation_id, id, case_id, sent_id, share_id, address, code_told, consents, expires_at, wrong, revoked_at, revoked_by, told_at) on share_link to lintel_app;
grant select on share_link to lintel_definer;
grant update (revoked_at, revoked_by, told_at) on share_link to lintel_app;
grant update (wrong) on share_link to lintel_definer;

-- share_opening

create table share_opening (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  link_id uuid not null,
  at timestamptz not null,
  reader text not null,
  outcome text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, link_id) references share_link(organisation_id, id),
  check (outcome = any (array['opened', 'asked', 'wrong', 'locked']))
);
create index share_opening_case on share_opening (organisation_id, case_id);
create index share_opening_link on share_opening (organisation_id, link_id, at);
create policy definer on share_opening for insert to lintel_definer
  with check (true);
create policy organisation on share_opening to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert on share_opening to lintel_definer;
grant select on share_opening to lintel_app;

-- share_recipient

create table share_recipient (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  agency text not null,
  role text not null,
  sort text not null,
  added_at timestamptz not null,
  added_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, added_by) references staff(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_why = '')),
  check (agency <> ''),
  check (role <> ''),
  check (sort = any (array['specialist', 'police', 'council', 'health', 'marac', 'court', 'other']))
);
create index share_recipient_added_by on share_recipient (organisation_id, added_by) where added_by is not null;
create index share_recipient_case on share_recipient (organisation_id, case_id, added_at);
create index share_recipient_ended_by on share_recipient (organisation_id, ended_by) where ended_by is not null;
create unique index share_recipient_once on share_recipient (organisation_id, case_id, lintel.folded_name(agency), lintel.folded_name(role)) where ended_at is null;
create policy definer on share_recipient for select to lintel_definer
  using (true);
create policy organisation on share_recipient to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on share_recipient to lintel_app;
grant select on share_recipient to lintel_definer;
grant update (ended_at, ended_by, ended_why) on share_recipient to lintel_app;

-- share_second

create table share_second (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  foreign key (organisation_id, share_id) references share(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by)
);
create index share_second_case on share_second (organisation_id, case_id);
create index share_second_decider on share_second (organisation_id, decided_by) where decided_by is not null;
create unique index share_second_once on share_second (organisation_id, share_id);
create index share_second_proposer on share_second (organisation_id, proposed_by) where proposed_by is not null;
create index share_second_waiting on share_second (organisation_id, proposed_at) where decision is null;
create policy decided_once on share_second as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on share_second for select to lintel_definer
  using (true);
create policy organisation on share_second to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on share_second as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on share_second to lintel_app;
grant select on share_second to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on share_second to lintel_app;

-- share_sent

create table share_sent (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  way text not null,
  to_whom text not null,
  name text not null,
  sealed bytea not null,
  sha256 bytea not null,
  container bytea,
  container_sha256 bytea,
  rests_on text not null,
  second text not null,
  learners jsonb not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  document bytea,
  entries uuid[] not null default '{}'::uuid[],
  subject_id uuid,
  assessments uuid[] not null default '{}'::uuid[],
  plan_version_id uuid,
  person_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, person_id) references person(organisation_id, id),
  foreign key (organisation_id, plan_version_id) references plan_version(organisation_id, id),
  foreign key (organisation_id, sent_by) references staff(organisation_id, id),
  foreign key (organisation_id, share_id) references share(organisation_id, id),
  check ((container is null) = (container_sha256 is null)),
  check (rests_on = any (array['consent', 'ground'])),
  check (second = any (array['not_needed', 'agreed', 'afterwards', 'safeguarding'])),
  check (way = any (array['age_key', 'age_words', 'zip', 'link', 'evidence', 'taken', 'paper']))
);
create index share_sent_by on share_sent (organisation_id, sent_by);
create index share_sent_case on share_sent (organisation_id, case_id);
create index share_sent_person on share_sent (organisation_id, person_id) where person_id is not null;
create index share_sent_plan on share_sent (organisation_id, plan_version_id) where plan_version_id is not null;
create unique index share_sent_same on share_sent (organisation_id, subject_id, sha256) where subject_id is not null;
create index share_sent_share on share_sent (organisation_id, share_id, sent_at);
create policy definer on share_sent for select to lintel_definer
  using (true);
create policy organisation on share_sent to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on share_sent as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not sent_by is distinct from lintel.staff());
grant insert, select on share_sent to lintel_app;
grant select on share_sent to lintel_definer;

-- share_since

create table share_since (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  share_id uuid not null,
  kind text not null,
  entry_id uuid,
  correction_id uuid,
  since timestamptz,
  told_at timestamptz,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  answered_why text not null default '',
  what text not null default '',
  subject_id uuid,
  corrected_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, answered_by) references staff(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, correction_id) references case_entry(organisation_id, id),
  foreign key (organisation_id, entry_id) references case_entry(organisation_id, id),
  foreign key (organisation_id, share_id) references share(organisation_id, id),
  check ((answer = any (array['repeats', 'nothing', 'not_shared'])) = (kind = 'held')),
  check ((answer is null) = (answered_at is null)),
  check ((kind = 'corrected') = (what <> '')),
  check ((what = 'entry') = (correction_id is not null)),
  check ((what = any (array['assessment', 'told', 'plan'])) = (what <> 'person' and subject_id is not null and corrected_by is not null)),
  check (answer = any (array['repeats', 'nothing', 'not_shared', 'sent', 'not_sent'])),
  check (answer is null or answer = 'sent' or answered_why <> ''),
  check (kind = any (array['held', 'corrected'])),
  check (what <> 'person' or subject_id is not null),
  check (what = any (array['', 'entry', 'assessment', 'told', 'plan', 'person', 'number']))
);
create index share_since_answered_by on share_since (organisation_id, answered_by) where answered_by is not null;
create index share_since_case on share_since (organisation_id, case_id);
create index share_since_correction on share_since (organisation_id, correction_id) where correction_id is not null;
create index share_since_entry on share_since (organisation_id, entry_id) where entry_id is not null;
create index share_since_share on share_since (organisation_id, share_id);
create index share_since_untold on share_since (organisation_id, since) where told_at is null and answer is null;
create policy definer on share_since for select to lintel_definer
  using (true);
create policy definer_adds on share_since for insert to lintel_definer
  with check (organisation_id = lintel.organisation());
create policy organisation on share_since to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on share_since to lintel_app;
grant insert, select on share_since to lintel_definer;
grant update (since, told_at, answer, answered_at, answered_by, answered_why) on share_since to lintel_app;

-- shown_before_leaving

create table shown_before_leaving (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  what text not null,
  subject_id uuid not null,
  learners jsonb not null,
  shown_at timestamptz not null,
  shown_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, shown_by) references staff(organisation_id, id),
  check (what = any (array['plan_aloud', 'plan_copy', 'assessment_copy']))
);
create index shown_before_leaving_by on shown_before_leaving (organisation_id, shown_by) where shown_by is not null;
create index shown_before_leaving_case on shown_before_leaving (organisation_id, case_id, what, subject_id, shown_at);
create policy organisation on shown_before_leaving to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on shown_before_leaving to lintel_app;

-- shown_file

create table shown_file (
  organisation_id uuid not null,
  file_id uuid not null,
  case_id uuid,
  size text not null,
  stored_as text not null,
  sealed_key bytea not null,
  bytes bigint not null,
  sha256 bytea not null,
  width integer not null,
  height integer not null,
  made_at timestamptz not null,
  primary key (organisation_id, file_id, size),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, file_id) references kept_file(organisation_id, id),
  check (size = any (array['whole', 'small']))
);
create index shown_file_case on shown_file (organisation_id, case_id);
create unique index shown_file_stored on shown_file (organisation_id, stored_as);
create policy organisation on shown_file to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is null then lintel.sees_file(organisation_id, file_id)
    else case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
end));
grant insert, select on shown_file to lintel_app;
grant update (case_id) on shown_file to lintel_app;
create trigger stays_in_its_case before update of case_id on shown_file for each row execute function lintel.stays_in_its_case();

-- sign_in_failure

create table sign_in_failure (
  organisation_id uuid not null,
  account_hash bytea not null,
  place_hash bytea not null,
  failed integer not null,
  failed_at timestamptz not null,
  primary key (organisation_id, account_hash, place_hash),
  foreign key (organisation_id) references organisation(organisation_id)
);
create index sign_in_failure_at on sign_in_failure (organisation_id, failed_at);
create policy organisation on sign_in_failure to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())));
grant delete, insert, select, update on sign_in_failure to lintel_app;

-- staff

create table staff (
  organisation_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  job_title text not null default '',
  roles text[] not null,
  manager_id uuid,
  deputy_id uuid,
  invited_at timestamptz not null,
  enrolled_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, deputy_id) references staff(organisation_id, id),
  foreign key (organisation_id, manager_id) references staff(organisation_id, id),
  check (email = lower(email))
);
create index staff_deputy on staff (organisation_id, deputy_id) where deputy_id is not null;
create unique index staff_email on staff (organisation_id, email);
create index staff_manager on staff (organisation_id, manager_id) where manager_id is not null;
create policy definer on staff for select to lintel_definer
  using (true);
create policy organisation on staff to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on staff to lintel_app;
grant select on staff to lintel_definer;
create trigger changed_team after update of roles, ended_at on staff for each row when (new.roles <> old.roles or new.ended_at is distinct from old.ended_at) execute function lintel.team_changed();
create trigger joined_team after insert on staff for each row when (new.roles && '{da_manager,da_worker}'::text[]) execute function lintel.team_changed();
create trigger own_files_left after update of roles, ended_at, enrolled_at on staff for each row when (new.roles <> old.roles or new.ended_at is distinct from old.ended_at or new.enrolled_at is distinct from old.enrolled_at) execute function lintel.own_file_left();
create trigger roles_given before insert or update on staff for each row execute function lintel.check_roles();

-- stock_item

create table stock_item (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  number text not null,
  about text not null default '',
  added_at timestamptz not null,
  added_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, added_by) references staff(organisation_id, id),
  check (number <> '')
);
create index stock_item_adder on stock_item (organisation_id, added_by) where added_by is not null;
create unique index stock_item_number on stock_item (organisation_id, lower(number));
create policy organisation on stock_item to lintel_app
  using (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{da_manager,da_worker,system}'::text[]);
create policy own_name on stock_item as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not added_by is distinct from lintel.staff());
grant insert, select on stock_item to lintel_app;

-- stock_loan

create table stock_loan (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  item_id uuid not null,
  issue_id uuid not null,
  delivery_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, delivery_id) references support_step(organisation_id, id),
  foreign key (organisation_id, issue_id) references stock_step(organisation_id, id),
  foreign key (organisation_id, item_id) references stock_item(organisation_id, id),
  foreign key (organisation_id, offer_id) references support_offer(organisation_id, id)
);
create index stock_loan_case on stock_loan (organisation_id, case_id, offer_id);
create unique index stock_loan_delivery on stock_loan (organisation_id, delivery_id);
create unique index stock_loan_issue on stock_loan (organisation_id, issue_id);
create index stock_loan_item on stock_loan (organisation_id, item_id);
create index stock_loan_offer on stock_loan (organisation_id, offer_id);
create policy organisation on stock_loan to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on stock_loan to lintel_app;

-- stock_loss

create table stock_loss (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  loan_id uuid not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  feared text not null,
  way text not null default '',
  words text not null default '',
  safe_contact_id uuid,
  agreed_way_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, agreed_way_id) references agreed_way(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, loan_id) references stock_loan(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, safe_contact_id) references safe_contact(organisation_id, id),
  check (feared = any (array['yes', 'maybe', 'no', 'not_known', 'not_asked'])),
  check (num_nonnulls(safe_contact_id, agreed_way_id) <= 1)
);
create index stock_loss_case on stock_loss (organisation_id, case_id, recorded_at);
create index stock_loss_contact on stock_loss (organisation_id, safe_contact_id) where safe_contact_id is not null;
create index stock_loss_loan on stock_loss (organisation_id, loan_id);
create index stock_loss_recorder on stock_loss (organisation_id, recorded_by) where recorded_by is not null;
create index stock_loss_way on stock_loss (organisation_id, agreed_way_id) where agreed_way_id is not null;
create policy organisation on stock_loss to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on stock_loss as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on stock_loss to lintel_app;

-- stock_step

create table stock_step (
  organisation_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  number integer not null,
  step text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  answers jsonb not null default '{}'::jsonb,
  test_on date,
  words text not null default '',
  strikes_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, item_id) references stock_item(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, strikes_id) references stock_step(organisation_id, id),
  check ((step = 'struck') = (strikes_id is not null)),
  check (step = any (array['added', 'checked', 'faulty', 'issued', 'returned', 'lost', 'found', 'regained', 'retired', 'struck']))
);
create unique index stock_step_number on stock_step (organisation_id, item_id, number);
create index stock_step_recorder on stock_step (organisation_id, recorded_by) where recorded_by is not null;
create unique index stock_step_struck_once on stock_step (organisation_id, strikes_id) where strikes_id is not null;
create policy organisation on stock_step to lintel_app
  using (organisation_id = lintel.organisation() and (( select lintel.roles() as roles)) && '{da_manager,da_worker,system}'::text[]);
create policy own_name on stock_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on stock_step to lintel_app;

-- submission

create table submission (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid,
  at timestamptz not null,
  location text,
  primary key (organisation_id, id)
);
create index submission_at on submission (organisation_id, at);
create policy organisation on submission to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant delete, insert, select, update on submission to lintel_app;

-- supervision

create table supervision (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  lead_id uuid,
  held_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  discussed text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, lead_id) references staff(organisation_id, id),
  check (lead_id is null or recorded_by is distinct from lead_id) not valid
);
create index supervision_case on supervision (organisation_id, case_id, held_at desc, id desc);
create index supervision_lead on supervision (organisation_id, lead_id) where lead_id is not null;
create policy organisation on supervision to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on supervision to lintel_app;

-- support_cost

create table support_cost (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  pence integer not null,
  spent boolean not null default false,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  next text not null default '',
  version integer not null default 1,
  fund_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, fund_id) references fund(organisation_id, id),
  foreign key (organisation_id, offer_id) references support_offer(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (pence > 0),
  check (why <> '')
);
create index support_cost_case on support_cost (organisation_id, case_id);
create index support_cost_decider on support_cost (organisation_id, decided_by) where decided_by is not null;
create index support_cost_fund on support_cost (organisation_id, fund_id) where fund_id is not null;
create index support_cost_of on support_cost (organisation_id, offer_id, proposed_at desc);
create index support_cost_proposer on support_cost (organisation_id, proposed_by) where proposed_by is not null;
create unique index support_cost_waiting on support_cost (organisation_id, offer_id) where decision is null;
create policy decided_once on support_cost as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on support_cost for select to lintel_definer
  using (true);
create policy organisation on support_cost to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on support_cost as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on support_cost to lintel_app;
grant select on support_cost to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, next, version) on support_cost to lintel_app;

-- support_offer

create table support_offer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  what text not null default '',
  brought_up boolean not null default false,
  offered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id)
);
create index support_offer_case on support_offer (organisation_id, case_id, recorded_at, id);
create index support_offer_recorder on support_offer (organisation_id, recorded_by) where recorded_by is not null;
create policy definer on support_offer for select to lintel_definer
  using (true);
create policy organisation on support_offer to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
grant insert, select on support_offer to lintel_app;
grant select on support_offer to lintel_definer;

-- support_step

create table support_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  number integer not null,
  step text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  way text not null default '',
  whom text not null default '',
  words text not null default '',
  day_on date,
  pence integer,
  answers jsonb not null default '{}'::jsonb,
  share_id uuid,
  ending text not null default '',
  strikes_id uuid,
  cost_id uuid,
  works_order_id uuid,
  fund_id uuid,
  goes text not null default '',
  opens text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, cost_id) references support_cost(organisation_id, id),
  foreign key (organisation_id, fund_id) references fund(organisation_id, id),
  foreign key (organisation_id, offer_id) references support_offer(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  foreign key (organisation_id, share_id) references share(organisation_id, id),
  foreign key (organisation_id, strikes_id) references support_step(organisation_id, id),
  foreign key (organisation_id, works_order_id) references works_order(organisation_id, id),
  check ((step = 'ended') = (ending <> '')),
  check ((step = 'struck') = (strikes_id is not null)),
  check (ending = any (array['', 'not_wanted', 'met_otherwise', 'finished', 'cannot'])),
  check (goes = any (array['', 'address', 'collected', 'through_us'])),
  check (pence >= 0),
  check (step = any (array['not_asked', 'taken', 'thinking', 'declined', 'approved', 'ordered', 'delivered', 'confirmed', 'not_come', 'not_safe', 'ended', 'look_works', 'look_changed', 'look_broken', 'look_gone', 'look_rather_not', 'look_handed_on', 'look_not_reached', 'details', 'struck']))
);
create index support_step_case on support_step (organisation_id, case_id, offer_id, number);
create index support_step_cost on support_step (organisation_id, cost_id) where cost_id is not null;
create index support_step_fund on support_step (organisation_id, fund_id) where fund_id is not null;
create unique index support_step_number on support_step (organisation_id, offer_id, number);
create index support_step_recorder on support_step (organisation_id, recorded_by) where recorded_by is not null;
create index support_step_share on support_step (organisation_id, share_id) where share_id is not null;
create unique index support_step_struck_once on support_step (organisation_id, strikes_id) where strikes_id is not null;
create index support_step_works_order on support_step (organisation_id, works_order_id) where works_order_id is not null;
create policy definer on support_step for select to lintel_definer
  using (true);
create policy organisation on support_step to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on support_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on support_step to lintel_app;
grant select on support_step to lintel_definer;
create trigger what_left_struck after insert on support_step for each row when (new.strikes_id is not null) execute function lintel.offer_step_struck();

-- task

create table task (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid,
  owner_id uuid not null,
  what text not null,
  why text not null default '',
  from_page text not null,
  due_on date not null,
  state text not null default 'open',
  added_at timestamptz not null,
  added_by uuid,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, owner_id) references staff(organisation_id, id),
  check ((state = 'open') = (ended_at is null)),
  check (from_page = any (array['case', 'day', 'supervision', 'plan', 'closing'])),
  check (state = any (array['open', 'done', 'dropped']))
);
create index task_case on task (organisation_id, case_id, due_on, id) where case_id is not null;
create index task_owner on task (organisation_id, owner_id, state, due_on, id);
create policy definer on task for select to lintel_definer
  using (true);
create policy organisation on task to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is null then owner_id = (( select lintel.staff() as staff))
    else case_id = (( select lintel.opened_case() as opened_case)) or (exists ( select
       from case_file c
      where c.organisation_id = task.organisation_id and c.id = task.case_id))
end));
grant insert, select, update on task to lintel_app;
grant select (organisation_id, id, case_id, owner_id, state) on task to lintel_definer;

-- task_change

create table task_change (
  organisation_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  at timestamptz not null,
  by uuid,
  how text not null,
  reason text not null default '',
  from_due_on date,
  to_due_on date,
  from_owner_id uuid,
  to_owner_id uuid,
  reassignment_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, reassignment_id) references reassignment(organisation_id, id),
  foreign key (organisation_id, task_id) references task(organisation_id, id),
  check (how = any (array['added', 'moved', 'handed_over', 'done', 'dropped']))
);
create index task_change_reassignment on task_change (organisation_id, reassignment_id) where reassignment_id is not null;
create index task_change_task on task_change (organisation_id, task_id, at, id);
create policy organisation on task_change to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_task(organisation_id, task_id)));
grant insert, select on task_change to lintel_app;

-- telling_word

create table telling_word (
  organisation_id uuid not null,
  id uuid not null,
  word text not null,
  added_by uuid,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, added_by) references staff(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  check ((ended_by is null) = (ended_at is null)),
  check (ended_by is null or ended_by is distinct from added_by),
  check (length(word) >= 2 and length(word) <= 60)
);
create index telling_word_added_by on telling_word (organisation_id, added_by) where added_by is not null;
create index telling_word_ended_by on telling_word (organisation_id, ended_by) where ended_by is not null;
create unique index telling_word_once on telling_word (organisation_id, lower(word)) where ended_at is null;
create policy added on telling_word as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}'::text[] and added_by = lintel.staff());
create policy ended on telling_word as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}'::text[])
  with check (organisation_id = lintel.organisation() and ended_by = lintel.staff());
create policy organisation on telling_word to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker,system}'::text[]);
grant insert, select on telling_word to lintel_app;
grant update (ended_by, ended_at) on telling_word to lintel_app;

-- tenancy

create table tenancy (
  organisation_id uuid not null,
  id uuid not null,
  reference text not null,
  property_id uuid not null,
  tenure text not null,
  tenancy_type text not null,
  started_on date,
  ended_on date,
  imported_at timestamptz,
  version integer not null default 1,
  bare_reference text generated always as (ltrim(reference, '0')) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, property_id) references property(organisation_id, id)
);
create index tenancy_bare_reference on tenancy (organisation_id, bare_reference);
create index tenancy_property on tenancy (organisation_id, property_id);
create unique index tenancy_reference on tenancy (organisation_id, reference);
create policy definer on tenancy for select to lintel_definer
  using (true);
create policy kept_apart on tenancy as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (property_id = any ((( select lintel.kept_from() as kept_from))::uuid[])));
create policy organisation on tenancy to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on tenancy to lintel_app;
grant select on tenancy to lintel_definer;
create trigger register_tells_more after update on tenancy referencing new table as new_rows for each statement execute function lintel.register_tells_more();

-- tenancy_change

create table tenancy_change (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  route text not null,
  words text not null,
  asked_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (asked_at <= recorded_at),
  check (route = any (array['assignment', 'court_transfer', 'property_order', 'notice_and_regrant', 'landlord_new_tenancy'])),
  check (words <> '')
);
create index tenancy_change_case on tenancy_change (organisation_id, case_id, recorded_at desc);
create index tenancy_change_recorder on tenancy_change (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on tenancy_change to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on tenancy_change as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on tenancy_change to lintel_app;

-- tenancy_change_item

create table tenancy_change_item (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  change_id uuid not null,
  item text not null,
  answer text not null,
  who text not null,
  words text not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, change_id) references tenancy_change(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check (answer = any (array['yes', 'no', 'not_known'])),
  check (item = any (array['advice', 'home', 'arrears', 'security', 'retaliation', 'possession', 'claim'])),
  check (who <> ''),
  check (words <> '')
);
create index tenancy_change_item_case on tenancy_change_item (organisation_id, case_id);
create index tenancy_change_item_of on tenancy_change_item (organisation_id, change_id, recorded_at desc, id);
create index tenancy_change_item_recorder on tenancy_change_item (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on tenancy_change_item to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on tenancy_change_item as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on tenancy_change_item to lintel_app;

-- tenancy_change_step

create table tenancy_change_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  change_id uuid not null,
  step text not null,
  security text not null default '',
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, change_id) references tenancy_change(organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff(organisation_id, id),
  check ((step = 'done') = (security <> '')),
  check (security = any (array['', 'same', 'less', 'no_change'])),
  check (step = any (array['agreed', 'refused', 'done', 'not_wanted', 'undone'])),
  check (words <> '')
);
create index tenancy_change_step_case on tenancy_change_step (organisation_id, case_id);
create index tenancy_change_step_of on tenancy_change_step (organisation_id, change_id, recorded_at desc, id);
create index tenancy_change_step_recorder on tenancy_change_step (organisation_id, recorded_by) where recorded_by is not null;
create policy organisation on tenancy_change_step to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on tenancy_change_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not recorded_by is distinct from lintel.staff());
grant insert, select on tenancy_change_step to lintel_app;
create trigger tenancy_change_stepped before insert on tenancy_change_step for each row execute function lintel.tenancy_change_stepped();

-- tenancy_event

create table tenancy_event (
  organisation_id uuid not null,
  id uuid not null,
  tenancy text not null,
  tenancy_id uuid,
  kind text not null,
  way text not null,
  given_on date,
  ends_on date,
  words text not null default '',
  said_at timestamptz not null,
  said_by uuid,
  system_id uuid,
  looked_at timestamptz,
  given_to uuid,
  given_before uuid,
  given_at timestamptz,
  given_times integer not null default 0,
  told text,
  told_from timestamptz,
  said_told_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, given_before) references staff(organisation_id, id),
  foreign key (organisation_id, given_to) references staff(organisation_id, id),
  foreign key (organisation_id, said_by) references staff(organisation_id, id),
  foreign key (organisation_id, system_id) references hold_system(organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy(organisation_id, id),
  check ((told is null) = (told_from is null)),
  check (kind = any (array['notice_to_quit', 'surrender', 'name_removed', 'name_added', 'abandonment', 'ending'])),
  check (length(tenancy) >= 1 and length(tenancy) <= 200),
  check (num_nonnulls(said_by, system_id) =
case way
    when 'import' then 0
    else 1
end),
  check (told = any (array['go_on', 'ask', 'do_not'])),
  check (way = any (array['hand', 'import', 'api']))
);
create index tenancy_event_before on tenancy_event (organisation_id, given_before) where given_before is not null;
create index tenancy_event_given on tenancy_event (organisation_id, given_to) where given_to is not null;
create index tenancy_event_said on tenancy_event (organisation_id, said_at desc);
create index tenancy_event_said_by on tenancy_event (organisation_id, said_by) where said_by is not null;
create index tenancy_event_system on tenancy_event (organisation_id, system_id) where system_id is not null;
create index tenancy_event_tenancy on tenancy_event (organisation_id, tenancy_id) where tenancy_id is not null;
create index tenancy_event_to_tell on tenancy_event (organisation_id, told_from) where said_by is not null and told is not null and said_told_at is null;
create index tenancy_event_unseen on tenancy_event (organisation_id, said_at) where told is null;
create policy definer on tenancy_event to lintel_definer
  using (true)
  with check (true);
create policy kept_apart on tenancy_event as restrictive for select to lintel_app
  using (organisation_id = lintel.organisation() and (not said_by is distinct from lintel.staff() or not coalesce(tenancy_id = any ((( select lintel.kept_from() as kept_from))::uuid[]), false)));
create policy organisation on tenancy_event to lintel_app
  using (organisation_id = lintel.organisation() and (lintel.roles() && '{system,da_manager,da_worker}'::text[] or not said_by is distinct from lintel.staff()));
grant insert, select, update on tenancy_event to lintel_definer;
grant select on tenancy_event to lintel_app;
grant update (looked_at, given_to, given_before, given_at, given_times, said_told_at) on tenancy_event to lintel_app;

-- tenancy_event_answer

create table tenancy_event_answer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  check_id uuid not null,
  finding_id uuid not null,
  answer text not null,
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, check_id) references tenancy_event_check(organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, finding_id) references tenancy_event_finding(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (answer = any (array['goes_ahead', 'stopped', 'withdrawn', 'ended_by_law'])),
  check (decision = any (array['approved', 'declined', 'withdrawn'])),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (why <> '')
);
create index tenancy_event_answer_case on tenancy_event_answer (organisation_id, case_id);
create index tenancy_event_answer_check on tenancy_event_answer (organisation_id, check_id);
create index tenancy_event_answer_decider on tenancy_event_answer (organisation_id, decided_by) where decided_by is not null;
create index tenancy_event_answer_finding on tenancy_event_answer (organisation_id, finding_id);
create index tenancy_event_answer_proposer on tenancy_event_answer (organisation_id, proposed_by) where proposed_by is not null;
create unique index tenancy_event_answer_waiting on tenancy_event_answer (organisation_id, check_id) where decision is null;
create policy decided_once on tenancy_event_answer as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on tenancy_event_answer for select to lintel_definer
  using (true);
create policy organisation on tenancy_event_answer to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on tenancy_event_answer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on tenancy_event_answer to lintel_app;
grant select on tenancy_event_answer to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on tenancy_event_answer to lintel_app;
create trigger tenancy_event_agreed before update on tenancy_event_answer for each row execute function lintel.tenancy_event_agreed();

-- tenancy_event_check

create table tenancy_event_check (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  case_id uuid,
  given_to uuid,
  made_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  tells_from timestamptz,
  primary key (organisation_id, id),
  unique nulls not distinct (organisation_id, event_id, case_id),
  foreign key (organisation_id, answered_by) references staff(organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, event_id) references tenancy_event(organisation_id, id),
  foreign key (organisation_id, given_to) references staff(organisation_id, id),
  check (answer = any (array['goes_ahead', 'stopped', 'withdrawn', 'ended_by_law'])),
  check (case_id is not null or given_to is not null),
  check (num_nonnulls(answer, answered_at, tells_from) = any (array[0, 3]))
);
create index tenancy_event_check_answerer on tenancy_event_check (organisation_id, answered_by) where answered_by is not null;
create index tenancy_event_check_case on tenancy_event_check (organisation_id, case_id) where case_id is not null;
create index tenancy_event_check_given on tenancy_event_check (organisation_id, given_to) where given_to is not null;
create policy definer on tenancy_event_check to lintel_definer
  using (true)
  with check (true);
create policy organisation on tenancy_event_check to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is null then not given_to is distinct from lintel.staff() and lintel.roles() && '{da_manager,da_worker}'::text[]
    else case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
end));
grant insert, select on tenancy_event_check to lintel_app;
grant insert, select, update on tenancy_event_check to lintel_definer;
grant update (case_id, given_to, answer, answered_at, answered_by, tells_from) on tenancy_event_check to lintel_app;
create trigger tenancy_event_answered before update on tenancy_event_check for each row execute function lintel.tenancy_event_answered();
create trigger tenancy_event_tells after update on tenancy_event_check for each row execute function lintel.tenancy_event_tells();

-- tenancy_event_finding

create table tenancy_event_finding (
  organisation_id uuid not null,
  id uuid not null,
  check_id uuid not null,
  case_id uuid,
  served_by text not null,
  free_will text not null,
  advice text not null,
  home text not null,
  words text not null,
  found_at timestamptz not null,
  found_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, check_id) references tenancy_event_check(organisation_id, id),
  foreign key (organisation_id, found_by) references staff(organisation_id, id),
  check (advice = any (array['had', 'offered', 'not_yet', 'not_needed'])),
  check (free_will = any (array['free', 'pressed', 'not_safe_to_ask', 'not_asked', 'nobody_to_ask'])),
  check (home = any (array['decided', 'nothing_changes', 'not_yet'])),
  check (served_by = any (array['them', 'feared', 'together', 'somebody_else', 'not_known'])),
  check (words <> '')
);
create index tenancy_event_finding_case on tenancy_event_finding (organisation_id, case_id) where case_id is not null;
create index tenancy_event_finding_finder on tenancy_event_finding (organisation_id, found_by) where found_by is not null;
create index tenancy_event_finding_of on tenancy_event_finding (organisation_id, check_id, found_at desc, id);
create policy definer on tenancy_event_finding for select to lintel_definer
  using (true);
create policy organisation on tenancy_event_finding to lintel_app
  using (organisation_id = lintel.organisation() and (('system' = any ((( select lintel.roles() as roles))::text[])) or
case
    when case_id is null then not found_by is distinct from lintel.staff() and lintel.roles() && '{da_manager,da_worker}'::text[]
    else case_id = (( select lintel.opened_case() as opened_case)) or lintel.sees_case(organisation_id, case_id)
end));
create policy own_name on tenancy_event_finding as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not found_by is distinct from lintel.staff());
grant insert, select on tenancy_event_finding to lintel_app;
grant select on tenancy_event_finding to lintel_definer;

-- tenant

create table tenant (
  organisation_id uuid not null,
  tenancy_id uuid not null,
  person_id uuid not null,
  from_date date,
  to_date date,
  primary key (organisation_id, tenancy_id, person_id),
  foreign key (organisation_id, person_id) references person(organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy(organisation_id, id)
);
create index tenant_person on tenant (organisation_id, person_id);
create policy definer on tenant for select to lintel_definer
  using (true);
create policy kept_apart on tenant as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not ((person_id = any ((( select lintel.kept_from() as kept_from))::uuid[])) or (tenancy_id = any ((( select lintel.kept_from() as kept_from))::uuid[]))));
create policy organisation on tenant to lintel_app
  using (organisation_id = lintel.organisation() and true);
grant insert, select, update on tenant to lintel_app;
grant select on tenant to lintel_definer;
create trigger tenant_tells_anew after update on tenant referencing new table as new_rows for each statement execute function lintel.register_tells_more();
create trigger tenant_tells_more after insert on tenant referencing new table as new_rows for each statement execute function lintel.register_tells_more();

-- told_contact

create table told_contact (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  spoke_by uuid not null,
  channel text not null,
  happened_at timestamptz not null,
  safe_because text not null,
  said text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, decided_by) references staff(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff(organisation_id, id),
  foreign key (organisation_id, spoke_by) references staff(organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check (channel = any (array['phone', 'in_person', 'web_chat'])),
  check (decision = any (array['approved', 'declined'])),
  check (decision is distinct from 'approved' or decided_by is distinct from spoke_by),
  check (decision is distinct from 'approved' or decided_by is not null and decided_by is distinct from proposed_by),
  check (safe_because <> ''),
  check (said <> '')
);
create index told_contact_decider on told_contact (organisation_id, decided_by) where decided_by is not null;
create index told_contact_of on told_contact (organisation_id, disclosure_id, proposed_at desc);
create unique index told_contact_once on told_contact (organisation_id, disclosure_id) where decision is null or decision = 'approved';
create index told_contact_proposer on told_contact (organisation_id, proposed_by) where proposed_by is not null;
create index told_contact_spoke on told_contact (organisation_id, spoke_by);
create policy decided_once on told_contact as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and not decided_by is distinct from lintel.staff());
create policy definer on told_contact for select to lintel_definer
  using (true);
create policy organisation on told_contact to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_disclosure(organisation_id, disclosure_id));
create policy own_name on told_contact as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not proposed_by is distinct from lintel.staff() and decision is distinct from 'approved');
grant insert, select on told_contact to lintel_app;
grant select on told_contact to lintel_definer;
grant update (decision, decided_by, decided_at, decided_why, version) on told_contact to lintel_app;

-- triage

create table triage (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  decided_at timestamptz not null,
  decided_by uuid,
  definition text not null,
  definition_reasons text[] not null,
  outcome text not null,
  case_id uuid,
  handover_to text not null default '',
  handover_contact text not null default '',
  handover_said text not null default '',
  safety_step text not null default '',
  safeguarding text not null default 'not_needed',
  safeguarding_why text not null default '',
  why text not null default '',
  adult_safeguarding text not null default 'not_asked',
  adult_safeguarding_why text not null default '',
  reached_by uuid,
  reached_channel text not null default '',
  reached_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure(organisation_id, id),
  foreign key (organisation_id, reached_by) references staff(organisation_id, id),
  check ((reached_at is null) = (reached_channel = '')),
  check (adult_safeguarding = any (array['not_asked', 'nobody', 'not_known', 'refer_today', 'referred', 'not_referred'])),
  check (definition = any (array['meets', 'unclear', 'not_connected', 'under_16', 'aged_16_17', 'historic'])),
  check (outcome = any (array['new_case', 'existing_case', 'handover'])),
  check (safeguarding = any (array['not_needed', 'refer_today', 'referred', 'not_referred']))
);
create index triage_case on triage (organisation_id, case_id) where case_id is not null;
create index triage_disclosure on triage (organisation_id, disclosure_id, decided_at desc);
create index triage_reached_by on triage (organisation_id, reached_by) where reached_by is not null;
create policy wall on triage to lintel_app
  using (organisation_id = lintel.organisation() and lintel.sees_disclosure(organisation_id, disclosure_id));
grant insert, select on triage to lintel_app;

-- walled_subject

create view walled_subject with (security_invoker) as
 select c.organisation_id,
    c.id
   from case_file c
  where lintel.walled(c.granted_roles, c.blocked_staff) and (cardinality(c.granted_staff) + cardinality(c.blocked_staff)) <= 100
union all
 select c.organisation_id,
    c.id
   from case_file c
  where lintel.walled(c.granted_roles, c.blocked_staff) and (cardinality(c.granted_staff) + cardinality(c.blocked_staff)) > 100
union all
 select d.organisation_id,
    d.id
   from disclosure d
  where d.blocked_staff <> '{}'::uuid[];
grant select on walled_subject to lintel_app;
grant select on walled_subject to lintel_definer;

-- wellbeing_check

create table wellbeing_check (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  held_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  standing text not null,
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (standing = any (array['well', 'some_strain', 'needs_support']))
);
create index wellbeing_check_by on wellbeing_check (organisation_id, recorded_by, held_at desc);
create index wellbeing_check_staff on wellbeing_check (organisation_id, staff_id, held_at desc, id desc);
create policy organisation on wellbeing_check to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = (( select lintel.staff() as staff)) or recorded_by = (( select lintel.staff() as staff))));
grant insert, select on wellbeing_check to lintel_app;

-- wording_withdrawal

create table wording_withdrawal (
  organisation_id uuid not null,
  id uuid not null,
  key text not null,
  language text not null,
  why text not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id) references organisation(organisation_id),
  foreign key (organisation_id, withdrawn_by) references staff(organisation_id, id),
  check (why <> '')
);
create index wording_withdrawal_by on wording_withdrawal (organisation_id, withdrawn_by) where withdrawn_by is not null;
create index wording_withdrawal_key on wording_withdrawal (organisation_id, key, language, withdrawn_at desc);
create policy organisation on wording_withdrawal to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker,system}'::text[]);
create policy own_name on wording_withdrawal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}'::text[] and withdrawn_by = lintel.staff());
grant insert, select on wording_withdrawal to lintel_app;

-- work_time

create table work_time (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  worked_on date not null,
  quarters integer not null,
  role text not null,
  recorded_at timestamptz not null,
  struck_at timestamptz,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  check ((struck_at is null) = (struck_why = '')),
  check (kind <> ''),
  check (quarters >= 1 and quarters <= 96),
  check (role = any (array['da_manager', 'da_worker']))
);
create index work_time_case on work_time (organisation_id, case_id, worked_on, id);
create index work_time_day on work_time (organisation_id, worked_on);
create policy definer on work_time for select to lintel_definer
  using (true);
create policy organisation on work_time to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy struck_once on work_time as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and struck_at is null)
  with check (organisation_id = lintel.organisation());
grant insert, select on work_time to lintel_app;
grant select on work_time to lintel_definer;
grant update (struck_at, struck_why) on work_time to lintel_app;

-- worker_gender

create table worker_gender (
  organisation_id uuid not null,
  staff_id uuid not null,
  gender text not null,
  said_at timestamptz not null,
  primary key (organisation_id, staff_id),
  foreign key (organisation_id, staff_id) references staff(organisation_id, id),
  check (gender = any (array['woman', 'man', 'another']))
);
create policy organisation on worker_gender to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = lintel.staff() or lintel.roles() && '{da_manager,da_worker,system}'::text[]));
grant delete, insert, select, update on worker_gender to lintel_app;

-- works_answer

create table works_answer (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  order_id uuid not null,
  link_id uuid,
  at timestamptz not null,
  reader text not null,
  outcome text not null,
  problem text not null default '',
  words text not null default '',
  looked_at timestamptz,
  looked_by uuid,
  looked_said text,
  looked_words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, link_id) references works_link(organisation_id, id),
  foreign key (organisation_id, looked_by) references staff(organisation_id, id),
  foreign key (organisation_id, order_id) references works_order(organisation_id, id),
  check ((looked_at is null) = (looked_said is null)),
  check ((outcome = 'problem') = (problem <> '')),
  check (link_id is not null or outcome = 'shut'),
  check (looked_at is null or (outcome = any (array['cannot', 'problem', 'shut']))),
  check (looked_said = any (array['spoke', 'otherwise'])),
  check (outcome = any (array['wrong', 'opened', 'accepted', 'arrived', 'done', 'cannot', 'problem', 'shut'])),
  check (problem = any (array['', 'nobody', 'somebody_else', 'not_wanted', 'not_possible', 'unsafe']))
);
create index works_answer_case on works_answer (organisation_id, case_id);
create index works_answer_link on works_answer (organisation_id, link_id);
create index works_answer_looker on works_answer (organisation_id, looked_by) where looked_by is not null;
create index works_answer_order on works_answer (organisation_id, order_id, at);
create policy definer on works_answer for select to lintel_definer
  using (true);
create policy definer_writes on works_answer for insert to lintel_definer
  with check (true);
create policy organisation on works_answer to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on works_answer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())));
grant insert, select on works_answer to lintel_app;
grant insert, select on works_answer to lintel_definer;
grant update (looked_at, looked_by, looked_said, looked_words) on works_answer to lintel_app;

-- works_link

create table works_link (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  order_id uuid not null,
  token_hash bytea not null,
  code_hash bytea not null,
  address text not null,
  code_told text not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  expires_at timestamptz not null,
  wrong integer not null default 0,
  shut_at timestamptz,
  shut_by uuid,
  shut_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, order_id) references works_order(organisation_id, id),
  foreign key (organisation_id, sent_by) references staff(organisation_id, id),
  foreign key (organisation_id, shut_by) references staff(organisation_id, id),
  check ((shut_at is null) = (shut_why = '')),
  check (address <> ''),
  check (code_told <> ''),
  check (shut_why = any (array['', 'by_us', 'anew', 'ended', 'agreement', 'may_not', 'contractor', 'case', 'codes', 'stopped', 'done']))
);
create index works_link_by_token on works_link (token_hash);
create index works_link_case on works_link (organisation_id, case_id);
create index works_link_open on works_link (organisation_id, expires_at) where shut_at is null;
create index works_link_order on works_link (organisation_id, order_id);
create index works_link_sender on works_link (organisation_id, sent_by);
create index works_link_shutter on works_link (organisation_id, shut_by) where shut_by is not null;
create unique index works_link_token on works_link (organisation_id, token_hash);
create policy definer on works_link for select to lintel_definer
  using (true);
create policy definer_counts on works_link for update to lintel_definer
  using (true)
  with check (true);
create policy organisation on works_link to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on works_link as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not sent_by is distinct from lintel.staff());
grant insert on works_link to lintel_app;
grant select (organisation_id, id, case_id, order_id, address, code_told, sent_at, sent_by, expires_at, wrong, shut_at, shut_by, shut_why) on works_link to lintel_app;
grant select on works_link to lintel_definer;
grant update (shut_at, shut_by, shut_why) on works_link to lintel_app;
grant update (wrong) on works_link to lintel_definer;

-- works_order

create table works_order (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  contractor_id uuid not null,
  job text not null,
  details text not null default '',
  ask_for text not null default '',
  address text not null,
  day_on date not null,
  from_time text not null,
  to_time text not null,
  two_people boolean not null,
  conflict_said text not null,
  outside_why text not null default '',
  way text not null,
  placed_at timestamptz not null,
  placed_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file(organisation_id, id),
  foreign key (organisation_id, contractor_id) references contractor(organisation_id, id),
  foreign key (organisation_id, ended_by) references staff(organisation_id, id),
  foreign key (organisation_id, offer_id) references support_offer(organisation_id, id),
  foreign key (organisation_id, placed_by) references staff(organisation_id, id),
  check ((ended_at is null) = (ended_why = '')),
  check (address <> ''),
  check (conflict_said <> ''),
  check (from_time < to_time),
  check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  check (job <> ''),
  check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  check (way = any (array['telephone', 'link']))
);
create index works_order_case on works_order (organisation_id, case_id, placed_at, id);
create index works_order_contractor on works_order (organisation_id, contractor_id);
create index works_order_ender on works_order (organisation_id, ended_by) where ended_by is not null;
create index works_order_offer on works_order (organisation_id, offer_id);
create index works_order_placer on works_order (organisation_id, placed_by) where placed_by is not null;
create policy organisation on works_order to lintel_app
  using (organisation_id = lintel.organisation() and (case_id = (( select lintel.opened_case() as opened_case)) or ('system' = any ((( select lintel.roles() as roles))::text[])) or lintel.sees_case(organisation_id, case_id)));
create policy own_name on works_order as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not placed_by is distinct from lintel.staff());
grant insert, select on works_order to lintel_app;
grant update (ended_at, ended_by, ended_why) on works_order to lintel_app;

-- functions and procedures, by name

CREATE OR REPLACE FUNCTION lintel.about_others(in_told uuid, in_person uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct s.id), '{}') from (
    select (m ->> 'source')::uuid as id from disclosure d cross join jsonb_array_elements(d.matched) m
    where d.organisation_id = lintel.organisation() and d.id = in_told
      and not coalesce(lintel.staff() = any (d.blocked_staff), false)) s
  where (exists (select from case_file c where c.organisation_id = lintel.organisation() and c.id = s.id
        and c.person_id is not null)
      or exists (select from disclosure d where d.organisation_id = lintel.organisation() and d.id = s.id
        and d.person_id is not null))
    and not exists (select from case_person q where q.organisation_id = lintel.organisation() and q.case_id = s.id
      and q.ended_at is null and q.person_id is null and q.part in ('at_risk', 'child_victim', 'household_member'))
    and not lintel.conflicted_people(lintel.organisation(), s.id) && array[in_person] $function$;
alter function lintel.about_others(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.about_others(uuid,uuid) from public;
grant execute on function lintel.about_others(uuid,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.action_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare shut text[];
begin
  if new.decision is distinct from 'approved' then return new; end if;
  shut := lintel.action_shut(new.organisation_id, new.action_id, 'decide', new.decided_at);
  if shut <> '{}' or new.view_id is distinct from (select v.id from perpetrator_action_view v
      where v.organisation_id = new.organisation_id and v.action_id = new.action_id
      order by v.recorded_at desc, v.id desc limit 1)
    or new.test_id is distinct from (select t.id from perpetrator_action_test t
      where t.organisation_id = new.organisation_id and t.action_id = new.action_id
      order by t.tested_at desc, t.id desc limit 1)
  then
    raise exception 'nothing is agreed to while it may raise the risk: %', shut using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.action_shut(in_organisation uuid, in_action uuid, in_stage text, in_now timestamp with time zone)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  of_case public.case_file;
  said public.perpetrator_action_view;
  test public.perpetrator_action_test;
  agreed public.perpetrator_action_decision;
  telling text;
  changed timestamptz;
  shut text[] := '{}';
  apart text;
  old constant interval := interval '336 hours';
begin
  select c.* into of_case from public.perpetrator_action a
    join public.case_file c on c.organisation_id = a.organisation_id and c.id = a.case_id
    where a.organisation_id = in_organisation and a.id = in_action;
  select * into said from public.perpetrator_action_view v
    where v.organisation_id = in_organisation and v.action_id = in_action order by v.recorded_at desc, v.id desc limit 1;
  select * into test from public.perpetrator_action_test t
    where t.organisation_id = in_organisation and t.action_id = in_action order by t.tested_at desc, t.id desc limit 1;
  changed := lintel.asks_anew(in_organisation, of_case.id);
  if of_case.id is null or of_case.closed_at is not null then shut := shut || 'closed'::text; end if;
  if of_case.immediate_danger then shut := shut || 'danger'::text; end if;
  if of_case.risk_judged is not true then shut := shut || 'not_judged'::text; end if;
  apart := (select lintel.told_apart(a.organisation_id, a.about_id) from public.perpetrator_action a
    where a.organisation_id = in_organisation and a.id = in_action);
  if apart = 'harms' then shut := shut || 'harms'::text; end if;
  if apart in ('open', 'cannot_tell', 'overtaken') then shut := shut || 'not_told_apart'::text; end if;
  if said.id is null then
    shut := shut || 'no_view'::text;
  elsif said.answer = 'withdrawn' then
    shut := shut || 'view_withdrawn'::text;
  else
    if in_now - said.asked_at > old then shut := shut || 'view_old'::text; end if;
    if changed > said.asked_at then shut := shut || 'view_overtaken'::text; end if;
    if said.answer <> 'not_safe_to_ask' and said.fears = 'yes' then shut := shut || 'fears'::text; end if;
    if said.answer <> 'not_safe_to_ask' and said.fears = 'not_known' then
      shut := shut || 'fears_not_known'::text; end if;
  end if;
  if test.id is null then
    shut := shut || 'no_test'::text;
  else
    if in_now - test.tested_at > old then shut := shut || 'test_old'::text; end if;
    if changed > test.tested_at then shut := shut || 'test_overtaken'::text; end if;
    if test.level is distinct from of_case.risk_level then shut := shut || 'level_changed'::text; end if;
    if test.reveals = 'yes' or test.court_order = 'not_served' or test.goes = 'near' or test.fails = 'yes'
      or test.worse = 'yes' then shut := shut || 'answers_raise'::text; end if;
    if 'not_known' in (test.reveals, test.together, test.children, test.court_order, test.goes, test.suicide,
      test.weapons, test.honour, test.fails, test.worse) then shut := shut || 'answers_not_known'::text; end if;
    if test.specialist = 'raises' then
      shut := shut || 'specialist_raises'::text;
    elsif test.specialist <> 'does_not_raise' and (
      'yes' in (test.together, test.children, test.suicide, test.weapons, test.honour)
      or of_case.risk_level is not distinct from 'high' or said.answer is distinct from 'support'
      or exists (select from public.abuse_factor f where f.organisation_id = in_organisation
        and f.case_id = of_case.id and f.characteristic = 'honour_based' and f.ended_at is null)) then
      shut := shut || 'specialist_needed'::text;
    end if;
  end if;
  if in_stage <> 'decide' then
    select * into agreed from public.perpetrator_action_decision d
      where d.organisation_id = in_organisation and d.action_id = in_action and d.decision = 'approved'
      order by d.decided_at desc, d.id desc limit 1;
    if agreed.id is null then
      shut := shut || 'not_decided'::text;
    elsif agreed.view_id is distinct from said.id or agreed.test_id is distinct from test.id then
      shut := shut || 'decided_otherwise'::text;
    end if;
  end if;
  if in_stage = 'take' then
    select s.step into telling from public.perpetrator_action_step s
      where s.organisation_id = in_organisation and s.action_id = in_action
        and s.step in ('told', 'not_safe_to_tell') and s.recorded_at >= agreed.decided_at
      order by s.recorded_at desc, s.id desc limit 1;
    if telling is null then shut := shut || 'not_told'::text; end if;
    if telling = 'not_safe_to_tell' and test.specialist is distinct from 'does_not_raise' then
      shut := shut || 'not_told_alone'::text; end if;
  end if;
  return shut;
end $function$;

CREATE OR REPLACE FUNCTION lintel.action_taken()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare shut text[];
begin
  if new.step not in ('told', 'not_safe_to_tell', 'taken') then return new; end if;
  shut := lintel.action_shut(new.organisation_id, new.action_id,
    case new.step when 'taken' then 'take' else 'tell' end, new.recorded_at);
  if shut <> '{}' then
    raise exception 'nothing is done while it may raise the risk: %', shut using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.action_tested_again()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare before perpetrator_action_test;
begin
  select t.* into before from perpetrator_action a
    join perpetrator_action b on b.organisation_id = a.organisation_id and b.case_id = a.case_id
      and b.about_id = a.about_id and b.kind = a.kind
    join perpetrator_action_test t on t.organisation_id = b.organisation_id and t.action_id = b.id
    where a.organisation_id = new.organisation_id and a.id = new.action_id
    order by t.tested_at desc, t.id desc limit 1;
  if (before.reveals = 'yes' or before.court_order = 'not_served' or before.goes = 'near' or before.fails = 'yes'
      or before.worse = 'yes' or before.specialist = 'raises')
    and (new.changed = '' or new.tested_by is not distinct from before.tested_by)
  then
    raise exception 'another colleague tests again what was stopped, and says what has changed'
      using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.agreement_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.number_changed(new.organisation_id, array[new.case_id], array(
    select was from safe_contact w, unnest(array[w.value, w.contact_person_value]) was
    where w.organisation_id = new.organisation_id and w.case_id = new.case_id and w.number = new.number - 1
      and was <> '' and was not in (new.value, new.contact_person_value)), new.recorded_at);
  return null;
end $function$;
revoke all on function lintel.agreement_changed() from public;

CREATE OR REPLACE FUNCTION lintel.agreement_refused()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.doubt_agreed(new, new.recorded_at);
  return null;
end $function$;
revoke all on function lintel.agreement_refused() from public;

CREATE OR REPLACE FUNCTION lintel.agreement_taken_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.doubt_agreed(o, new.recorded_at) from consent o
    where o.organisation_id = new.organisation_id and o.id = new.consent_id;
  return null;
end $function$;
revoke all on function lintel.agreement_taken_back() from public;

CREATE OR REPLACE FUNCTION lintel.all_told(d disclosure)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.person_name || e'\n' || d.address || e'\n' || d.verbatim || e'\n' || d.contact_value || e'\n'
    || d.contact_times || e'\n' || d.contact_do_not || e'\n' || d.who_can_hear || e'\n' || d.danger_response
    || e'\n' || d.children_details
    || e'\n' || d.access_needs || e'\n' || d.views_on_sharing || e'\n' || d.promised || e'\n' || d.alleged_name
    || e'\n' || d.informant_name || e'\n' || d.informant_contact || e'\n' || d.children_told::text
    || e'\n' || d.route_details::text $function$;
alter function lintel.all_told(disclosure) owner to lintel_definer;
revoke all on function lintel.all_told(disclosure) from public;

CREATE OR REPLACE FUNCTION lintel.answer_asks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.note_fact(new.organisation_id, null, new.case_id, 'answer', new.assessment_id, new.item, new.saved_at,
    new.saved_by);
  return null;
end $function$;
alter function lintel.answer_asks() owner to lintel_definer;
revoke all on function lintel.answer_asks() from public;

CREATE OR REPLACE FUNCTION lintel.answers_own(in_organisation uuid, in_file uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with managers as (
    select s.id, s.id = any (f.held_by) or exists (select from case_conflict k
        where k.organisation_id = in_organisation and k.staff_id = s.id and k.ended_at is null
          and k.case_id = any (lintel.own_sides(in_organisation, f.person_id))) as kept
    from own_file f join staff s on s.organisation_id = f.organisation_id
    where f.organisation_id = in_organisation and f.id = in_file and f.person_id is not null and f.ended_at is null
      and s.ended_at is null and s.enrolled_at is not null and 'da_manager' = any (s.roles))
  select m.id from managers m where not m.kept or not exists (select from managers o where not o.kept) $function$;
alter function lintel.answers_own(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.answers_own(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.answers_question(in_step uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from lintel.own_questions() q where q.id = in_step;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.around_planned(c case_file, in_channel text, in_at timestamp with time zone)
 RETURNS json
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  rests_until date;
  feared json := '[]';
  at_home json := '[]';
  persons uuid[];
begin
  if c.paused_at is not null then
    rests_until := (select max(u.next_contact_on) from public.case_pause u
      where u.organisation_id = c.organisation_id and u.case_id = c.id and u.ended_at is null);
  end if;
  if in_channel = 'home' then
    select coalesce(json_agg(json_build_object('personId', q.person_id, 'ended', q.ended_at is not null)), '[]'),
        array_agg(q.person_id) filter (where q.ended_at is null and q.person_id is not null)
      into feared, persons from public.case_person q
      where q.organisation_id = c.organisation_id and q.case_id = c.id and q.part = 'alleged_perpetrator';
  end if;
  if persons is not null then
    at_home := (select coalesce(json_agg(h), '[]') from (
      select n.person_id as "personId", true as holds, least(n.to_date, t.ended_on) as until
        from public.tenancy t
        join public.tenant n on n.organisation_id = t.organisation_id and n.tenancy_id = t.id
        where t.organisation_id = c.organisation_id and t.property_id = c.property_id and n.person_id = any (persons)
      union all
      select r.person_id, false, r.to_date from public.resident r
        where r.organisation_id = c.organisation_id and r.property_id = c.property_id
          and r.person_id = any (persons)) h);
  end if;
  return json_build_object('closed', c.closed_at is not null, 'resting', coalesce(c.paused_at < in_at, false),
    'restsUntil', rests_until, 'blockedStaff', c.blocked_staff, 'feared', feared, 'atHome', at_home);
end $function$;
revoke all on function lintel.around_planned(case_file,text,timestamp with time zone) from public;
grant execute on function lintel.around_planned(case_file,text,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.ask_court(in_reference text, in_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not lintel.roles() && '{income,system}' then
    raise exception 'Only the income team asks' using errcode = 'insufficient_privilege';
  end if;
  return lintel.hold_facts(lintel.organisation(), 'tenancy', in_reference, in_now);
end $function$;
alter function lintel.ask_court(text,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.ask_court(text,timestamp with time zone) from public;
grant execute on function lintel.ask_court(text,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.ask_holds(in_organisation uuid, in_system uuid, in_hash bytea, in_question text, in_references text[], in_now timestamp with time zone)
 RETURNS TABLE(contacts text[], facts jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  may text[];
begin
  select s.questions, s.contacts into may, contacts
    from hold_token t join hold_system s on s.organisation_id = t.organisation_id and s.id = t.system_id
    where t.organisation_id = in_organisation and t.system_id = in_system and t.hash = in_hash
      and t.revoked_at is null and t.expires_at > in_now and s.decision = 'approved';
  if not found then return; end if;
  if in_question = any (may) then
    facts := (select coalesce(jsonb_agg(lintel.hold_facts(in_organisation, in_question, r.reference, in_now)
        || jsonb_build_object('reference', r.reference) order by r.number), '[]')
      from unnest(in_references) with ordinality r (reference, number));
  end if;
  return next;
end $function$;
alter function lintel.ask_holds(uuid,uuid,bytea,text,text[],timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.ask_holds(uuid,uuid,bytea,text,text[],timestamp with time zone) from public;
grant execute on function lintel.ask_holds(uuid,uuid,bytea,text,text[],timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.asks_anew(in_organisation uuid, in_case uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select max(e.at) from public.event e where e.organisation_id = in_organisation and e.case_id = in_case
    and e.name in ('risk.assessment-finished', 'risk.received', 'risk.received-unweighed', 'risk.review-triggered',
      'danger.raised', 'case.home-recorded', 'disclosure.joining-approved')
$function$;

CREATE OR REPLACE FUNCTION lintel.assessment_corrected()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare before uuid[] := array(select lintel.assessments_before(new.organisation_id, array[new.corrects_id]));
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, subject_id, corrected_by, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'assessment', had.id, new.id, new.ended_at
  from share h
  cross join lateral (select b as id from unnest(before) b
    where exists (select from share_sent t where t.organisation_id = h.organisation_id and t.share_id = h.id
        and b = any (t.assessments))
      -- Printed by a decision of somebody's: it is kept as it left when the sheet is first opened.
      or exists (select from assessment_copy k where k.organisation_id = h.organisation_id and k.share_id = h.id
        and k.assessment_id = b) limit 1) had
  where h.organisation_id = new.organisation_id and h.case_id = new.case_id;
  perform lintel.told_corrected(new.organisation_id, new.case_id, before, new.id, new.ended_at);
  return null;
end $function$;
revoke all on function lintel.assessment_corrected() from public;

CREATE OR REPLACE FUNCTION lintel.assessments_before(in_organisation uuid, in_assessments uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive before as (
    select unnest(in_assessments) as id
    union select a.corrects_id from before b
    join risk_assessment a on a.organisation_id = in_organisation and a.id = b.id where a.corrects_id is not null)
  select id from before $function$;
revoke all on function lintel.assessments_before(uuid,uuid[]) from public;
grant execute on function lintel.assessments_before(uuid,uuid[]) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.begin_request(in_organisation uuid, in_session uuid, in_secret_hash bytea, in_now timestamp with time zone, in_idle interval)
 RETURNS TABLE(staff_id uuid, name text, email text, roles text[], session_id uuid, idle_until timestamp with time zone, ends_at timestamp with time zone, second_factor boolean, organisation_name text, slug text, pack_id text, closed_days text, demonstration boolean, unread bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  began record;
begin
  select s.id as session_id, s.seen_at, s.idle_until, s.ends_at, s.second_factor, p.id, p.name, p.email, p.roles,
      o.name as organisation_name, o.slug, o.demonstration,
      exists (select from notification n
        where n.organisation_id = in_organisation and n.staff_id = p.id and n.read_at is null) as told,
      exists (select from break_glass b
        where b.organisation_id = in_organisation and b.staff_id = p.id and b.ended_at is null
          and b.ends_at > in_now) as in_emergency,
      set_config('lintel.organisation', in_organisation::text, true),
      set_config('lintel.staff', p.id::text, true),
      set_config('lintel.roles', array_to_string(array_remove(p.roles, 'system'), ','), true),
      set_config('lintel.emergency', '', true), set_config('lintel.emergency_until', '', true)
    into began
    from session s
    join staff p on p.organisation_id = in_organisation and p.id = s.staff_id and p.ended_at is null
    join organisation o on o.organisation_id = in_organisation
    where s.organisation_id = in_organisation and s.id = in_session and s.secret_hash = in_secret_hash
      and s.ended_at is null and s.idle_until > in_now and s.ends_at > in_now;
  if not found then return; end if;
  if began.in_emergency and began.roles && '{da_manager,da_worker}' then
    perform set_config('lintel.emergency', g.cases, true), set_config('lintel.emergency_until', g.untils, true)
    from (select string_agg(b.case_id::text, ',' order by b.id) as cases,
        string_agg(b.ends_at::text, ',' order by b.id) as untils
      from break_glass b
      where b.organisation_id = in_organisation and b.staff_id = began.id and b.ended_at is null
        and b.ends_at > in_now) g;
  end if;
  -- Written at most once a minute: a busy person's session is not a hot row.
  if began.seen_at < in_now - interval '1 minute' then
    update session s set seen_at = in_now, idle_until = least(in_now + in_idle, s.ends_at)
      where s.organisation_id = in_organisation and s.id = in_session;
  end if;
  staff_id := began.id;
  name := began.name;
  email := began.email;
  roles := began.roles;
  session_id := began.session_id;
  idle_until := began.idle_until;
  ends_at := began.ends_at;
  -- Given, or not owed: by the roles of this moment, not those at sign-in.
  second_factor := began.second_factor
    or not (began.roles && '{administrator,da_manager,da_worker,data_protection_officer,finance,income,lettings}'
      or exists (select from credential k where k.organisation_id = in_organisation
        and k.staff_id = began.id and k.totp_enrolled_at is not null));
  organisation_name := began.organisation_name;
  slug := began.slug;
  pack_id := lintel.pack_at(in_organisation, in_now);
  closed_days := lintel.closed_days(in_organisation);
  demonstration := began.demonstration;
  unread := case when began.told
    then lintel.things_waiting(in_organisation, began.id, began.roles) else 0 end;
  return next;
end $function$;
alter function lintel.begin_request(uuid,uuid,bytea,timestamp with time zone,interval) owner to lintel_definer;
revoke all on function lintel.begin_request(uuid,uuid,bytea,timestamp with time zone,interval) from public;
grant execute on function lintel.begin_request(uuid,uuid,bytea,timestamp with time zone,interval) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.break_glass(in_id uuid, in_asked_by text, in_reference text, in_person uuid, in_home uuid, in_reason text, in_words text, in_may boolean, in_now timestamp with time zone, in_ends timestamp with time zone)
 RETURNS TABLE(outcome text, case_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_variable
declare
  me uuid := lintel.staff();
  mine text[] := lintel.roles();
  file record;
  in_sight boolean;
begin
  if me is null or not mine && '{da_manager,da_worker}' then
    raise exception 'emergency access is for the team' using errcode = 'insufficient_privilege';
  end if;
  -- What is still open comes first, and what they do not see yet; what a conflict keeps from them, never before those.
  select c.id, c.reference, me = any (c.blocked_staff) as blocked,
      me = any (c.granted_staff) or c.granted_roles && mine or c.id = any (coalesce(lintel.emergency(), '{}')) as open
    into file
    from case_file c
    where c.organisation_id = lintel.organisation() and in_may and c.id in (
      select r.id from case_file r where r.organisation_id = lintel.organisation() and r.reference = in_reference
      union all
      select r.id from case_file r where r.organisation_id = lintel.organisation() and r.person_id = in_person
      union all
      select p.case_id from case_person p where p.organisation_id = lintel.organisation()
        and p.person_id = in_person and p.part in ('at_risk', 'child_victim') and p.ended_at is null
      union all
      select r.id from case_file r where r.organisation_id = lintel.organisation() and r.property_id = in_home
      union all
      select h.case_id from case_home h where h.organisation_id = lintel.organisation() and h.property_id = in_home
        and not exists (select from case_home w
          where w.organisation_id = h.organisation_id and w.corrects_id = h.id))
    order by 3, c.closed_at is not null, 4, in_home is not null and c.property_id is distinct from in_home,
      c.opened_at desc, c.id
    limit 1;
  in_sight := file.id is not null and not file.blocked;
  outcome := case when not in_may then 'limited' when not in_sight then 'nothing' when file.open then 'not_needed'
    else 'granted' end;
  case_id := case when in_sight then file.id end;
  insert into break_glass (organisation_id, id, staff_id, at, asked_by, reason, words, outcome, case_id,
    case_reference, kept_from, ends_at)
  values (lintel.organisation(), in_id, me, in_now, in_asked_by, in_reason, in_words, outcome, case_id,
    case when in_sight then file.reference else '' end, case when not in_sight then file.id end,
    case when outcome = 'granted' then in_ends end);
  if outcome = 'granted' then
    perform set_config('lintel.emergency',
        concat_ws(',', nullif(current_setting('lintel.emergency', true), ''), case_id::text), true),
      set_config('lintel.emergency_until',
        concat_ws(',', nullif(current_setting('lintel.emergency_until', true), ''), in_ends::text), true);
  end if;
  return next;
end $function$;
alter function lintel.break_glass(uuid,text,text,uuid,uuid,text,text,boolean,timestamp with time zone,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.break_glass(uuid,text,text,uuid,uuid,text,text,boolean,timestamp with time zone,timestamp with time zone) from public;
grant execute on function lintel.break_glass(uuid,text,text,uuid,uuid,text,text,boolean,timestamp with time zone,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.carriers_failing(in_before timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from carrier_standing s where s.failing_since < in_before) $function$;
alter function lintel.carriers_failing(timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.carriers_failing(timestamp with time zone) from public;
grant execute on function lintel.carriers_failing(timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.carry_conflicts(in_organisation uuid, in_people uuid[], in_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one uuid;
  people uuid[];
  shut uuid[];
  left_case record;
begin
  if coalesce(array_length(in_people, 1), 0) = 0 then return; end if;
  -- A conflict and a new case about one person at the same moment: the second waits, and sees what the first wrote.
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || in_organisation, 0));
  foreach one in array in_people loop
    people := lintel.kin(in_organisation, array[one]);
    shut := lintel.in_conflict_with(in_organisation, people);
    for left_case in
      update case_file c set blocked_staff = w.staff,
          lead_id = case when w.lead_id = any (w.staff) then null else w.lead_id end
        from (select f.id, f.lead_id, array(
            select k.staff_id from case_conflict k
              where k.organisation_id = f.organisation_id and k.case_id = f.id and k.ended_at is null
            union select unnest(shut)
            union select unnest(lintel.other_side_of(f.organisation_id, f.id)) order by 1) as staff
          from case_file f where f.organisation_id = in_organisation and f.person_id = any (people)
          order by f.id for update) w
        where c.organisation_id = in_organisation and c.id = w.id and c.blocked_staff is distinct from w.staff
        returning c.id, c.blocked_staff, c.granted_staff, c.granted_roles, w.lead_id is distinct from c.lead_id as led
    loop
      continue when not left_case.led;
      insert into notification (organisation_id, id, staff_id, at, kind, case_id)
        select s.organisation_id, gen_random_uuid(), s.id, in_at, 'lead_needed', left_case.id from staff s
        where s.organisation_id = in_organisation and s.ended_at is null and 'da_manager' = any (s.roles)
          and not s.id = any (left_case.blocked_staff)
          and (s.id = any (left_case.granted_staff) or s.roles && left_case.granted_roles);
    end loop;
    update disclosure d set blocked_staff = w.staff
      from (select f.id, array(
          select b.staff from (select (told ->> 'staffId')::uuid as staff from jsonb_array_elements(f.conflicts) told
            union select unnest(shut)) b
          union select unnest(lintel.shut_by_match(f.organisation_id, shut || array(
            select (told ->> 'staffId')::uuid from jsonb_array_elements(f.conflicts) told),
            lintel.matched_staff(f.matched))) order by 1) as staff
        from disclosure f where f.organisation_id = in_organisation and f.person_id = any (people)
          and f.case_id is null order by f.id for update) w
      where d.organisation_id = in_organisation and d.id = w.id and d.blocked_staff is distinct from w.staff;
  end loop;
end $function$;
alter function lintel.carry_conflicts(uuid,uuid[],timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.carry_conflicts(uuid,uuid[],timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION lintel.case_asks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.children = 'yes' then
    perform lintel.note_fact(new.organisation_id, null, new.id, 'children', new.id, '', null, lintel.staff());
  end if;
  if new.adults_at_risk = 'yes' then
    perform lintel.note_fact(new.organisation_id, null, new.id, 'adult', new.id, '', null, lintel.staff());
  end if;
  if new.property_id is not null and new.closed_at is null then
    perform lintel.note_fact(r.organisation_id, null, new.id, 'resident', r.person_id, '', null, lintel.staff())
      from resident r join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
      where r.organisation_id = new.organisation_id and r.property_id = new.property_id and r.to_date is null
        and p.date_of_birth is not null;
  end if;
  return null;
end $function$;
alter function lintel.case_asks() owner to lintel_definer;
revoke all on function lintel.case_asks() from public;

CREATE OR REPLACE FUNCTION lintel.case_carries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.carry_conflicts(new.organisation_id, array_remove(
    array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null), new.opened_at);
  return null;
end $function$;
alter function lintel.case_carries() owner to lintel_definer;
revoke all on function lintel.case_carries() from public;

CREATE OR REPLACE FUNCTION lintel.case_meets()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from own_file f where f.organisation_id = new.organisation_id) then
    perform lintel.own_sides_meet(new.organisation_id, array_remove(
      array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end]
        || array(select q.person_id from case_person q where q.organisation_id = new.organisation_id
          and q.case_id = new.id and q.ended_at is null), null), new.opened_at);
  end if;
  return null;
end $function$;
alter function lintel.case_meets() owner to lintel_definer;
revoke all on function lintel.case_meets() from public;

CREATE OR REPLACE FUNCTION lintel.case_person_asks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.note_fact(new.organisation_id, null, new.case_id, 'person', new.id, '',
    case when tg_op = 'INSERT' then new.added_at end, lintel.staff());
  return null;
end $function$;
alter function lintel.case_person_asks() owner to lintel_definer;
revoke all on function lintel.case_person_asks() from public;

CREATE OR REPLACE FUNCTION lintel.case_person_carries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from case_conflict k where k.organisation_id = new.organisation_id and k.case_id = new.case_id
    and k.ended_at is null)
  then
    perform lintel.carry_conflicts(new.organisation_id, array_remove(
      array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null),
      coalesce(new.ended_at, new.added_at));
    perform lintel.conflicts_changed(new.organisation_id, array[new.case_id], coalesce(new.ended_at, new.added_at));
  end if;
  return null;
end $function$;
alter function lintel.case_person_carries() owner to lintel_definer;
revoke all on function lintel.case_person_carries() from public;

CREATE OR REPLACE FUNCTION lintel.case_person_meets()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  people uuid[] := array_remove(array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null);
begin
  if exists (select from own_file f where f.organisation_id = new.organisation_id) then
    if new.person_id is null and new.part = 'alleged_perpetrator' then
      people := people || array(select f.person_id from own_file f where f.organisation_id = new.organisation_id
        and f.person_id is not null and lintel.names_them(new.described_as, f.name));
    end if;
    perform lintel.own_sides_meet(new.organisation_id, people, coalesce(new.ended_at, new.added_at));
    -- Whoever else is of the case now may be the person of a case that is shut already.
    perform lintel.keep_sides_apart(new.organisation_id, array[new.case_id]);
  end if;
  return null;
end $function$;
alter function lintel.case_person_meets() owner to lintel_definer;
revoke all on function lintel.case_person_meets() from public;

CREATE OR REPLACE FUNCTION lintel.case_readers(in_reference text, in_names text[], in_zone text)
 RETURNS TABLE(case_id uuid, day date, staff_id uuid, staff_name text, granted boolean, name text, part text, why text, at timestamp with time zone, times bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  order by o.day desc, o.staff_id, o.at desc, o.name, o.part, o.why limit 1000 $function$;
alter function lintel.case_readers(text,text[],text) owner to lintel_definer;
revoke all on function lintel.case_readers(text,text[],text) from public;
grant execute on function lintel.case_readers(text,text[],text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.case_tells_more()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.conflicts_changed(new.organisation_id, array(
    select new.id where exists (select from case_conflict k where k.organisation_id = new.organisation_id
      and k.case_id = new.id and k.ended_at is null)
    union select unnest(lintel.sources_about(new.organisation_id, array_remove(
      array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null), '{}'))), null);
  return null;
end $function$;
alter function lintel.case_tells_more() owner to lintel_definer;
revoke all on function lintel.case_tells_more() from public;

CREATE OR REPLACE FUNCTION lintel.case_walled()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into promise_day_stale (organisation_id, day, onward)
  select new.organisation_id, (least(new.opened_at,
    (select min(d.received_at) from disclosure d where d.organisation_id = new.organisation_id and d.case_id = new.id),
    (select min(o.ended_at) from obligation o where o.organisation_id = new.organisation_id and o.case_id = new.id)
    ) at time zone 'Europe/London')::date, true
  on conflict do nothing;
  return null;
end $function$;
alter function lintel.case_walled() owner to lintel_definer;
revoke all on function lintel.case_walled() from public;

CREATE OR REPLACE FUNCTION lintel.cases_about(in_organisation uuid, in_cases uuid[], in_people uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array(
    select c.id from case_file c where c.organisation_id = in_organisation and c.id = any (in_cases)
    union
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (in_people)) $function$;
alter function lintel.cases_about(uuid,uuid[],uuid[]) owner to lintel_definer;
revoke all on function lintel.cases_about(uuid,uuid[],uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.cases_across(in_organisation uuid, in_cases uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own uuid[];
  them uuid[];
  names text[][];
  feared uuid[];
  said text[];
begin
  them := lintel.kin(in_organisation, array(select c.person_id from case_file c
    where c.organisation_id = in_organisation and c.id = any (in_cases)));
  own := array(select unnest(in_cases) union select c.id from case_file c
    where c.organisation_id = in_organisation and c.person_id = any (them));
  feared := lintel.kin(in_organisation, array(select q.person_id from case_person q
    where q.organisation_id = in_organisation and q.case_id = any (own) and q.part = 'alleged_perpetrator'
      and q.ended_at is null and q.person_id is not null));
  said := array(select q.described_as from case_person q
    where q.organisation_id = in_organisation and q.case_id = any (own) and q.part = 'alleged_perpetrator'
      and q.ended_at is null and q.person_id is null);
  return array(
    select q.case_id from case_person q where q.organisation_id = in_organisation and q.person_id = any (them)
      and q.part = 'alleged_perpetrator' and q.ended_at is null
    union
    select q.case_id from person p
      join case_person q on q.organisation_id = p.organisation_id and q.person_id is null
        and q.part = 'alleged_perpetrator' and q.ended_at is null
        and lintel.name_words(q.described_as) @> lintel.name_words(p.given_name || ' ' || p.family_name)
      where p.organisation_id = in_organisation and p.id = any (them) and p.given_name <> '' and p.family_name <> ''
    union
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (feared)
    union
    select c.id from unnest(said) s
      cross join lateral unnest(lintel.name_words(s)) w
      join search_token k on k.organisation_id = in_organisation and k.subject = 'person' and k.token = w
      join case_file c on c.organisation_id = in_organisation and c.person_id = k.subject_id
      join person p on p.organisation_id = in_organisation and p.id = c.person_id
        and p.given_name <> '' and p.family_name <> ''
        and lintel.name_words(s) @> lintel.name_words(p.given_name || ' ' || p.family_name)
    except select unnest(own));
end $function$;
alter function lintel.cases_across(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.cases_across(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.cases_meet()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare across uuid[] := lintel.cases_across(new.organisation_id, array[new.id]);
begin
  if across <> '{}' then
    perform lintel.keep_sides_apart(new.organisation_id, across || new.id);
    perform lintel.note_across(new.organisation_id, array[new.id], new.opened_at);
  end if;
  return null;
end $function$;
alter function lintel.cases_meet() owner to lintel_definer;
revoke all on function lintel.cases_meet() from public;

CREATE OR REPLACE FUNCTION lintel.cases_nobody_sees()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*) from case_file c where c.organisation_id = lintel.organisation() and c.closed_at is null
    and lintel.roles() && '{administrator,system}' and cardinality(c.blocked_staff) > 0
    and not exists (select from staff s where s.organisation_id = c.organisation_id and s.ended_at is null
      and s.roles && '{da_manager,da_worker}' and not s.id = any (c.blocked_staff)
      and (s.id = any (c.granted_staff) or s.roles && c.granted_roles)) $function$;
alter function lintel.cases_nobody_sees() owner to lintel_definer;
revoke all on function lintel.cases_nobody_sees() from public;
grant execute on function lintel.cases_nobody_sees() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.check_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if lintel.staff() is null then return new; end if;
  if new.decided_by is distinct from lintel.staff() then
    raise exception 'a decision is somebody else''s' using errcode = 'insufficient_privilege';
  end if;
  if new.decision in ('confirmed', 'declined') and not ('da_manager' = any (lintel.roles()) and exists (
    select from confirmation c where c.organisation_id = new.organisation_id and c.id = new.confirmation_id
      and c.asked_by <> lintel.staff() and c.staff_id <> lintel.staff()))
  then
    raise exception 'a second person decides' using errcode = 'insufficient_privilege';
  end if;
  if new.decision = 'first' and exists (
    select from organisation o where o.organisation_id = new.organisation_id and o.managed_since is not null)
  then
    raise exception 'the team has a manager who decides' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.check_policy_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.decision is not null then
    raise exception 'what was decided stays so' using errcode = 'check_violation';
  end if;
  if new.decided_by is distinct from lintel.staff() then
    raise exception 'a decision is somebody else''s' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.check_roles()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gained text[] := array(
    select unnest(new.roles) intersect select unnest('{da_manager,da_worker}'::text[])
    except select unnest(case when tg_op = 'UPDATE' then old.roles end));
begin
  if lintel.staff() is not null and gained <> '{}' and not exists (
    select from confirmation c join confirmation_decision d
        on d.organisation_id = c.organisation_id and d.confirmation_id = c.id
      where c.organisation_id = new.organisation_id and c.staff_id = new.id and gained <@ c.roles
        and d.decision in ('confirmed', 'first') and d.decided_by = lintel.staff())
  then
    raise exception 'nobody has confirmed these roles' using errcode = 'insufficient_privilege';
  end if;
  if new.enrolled_at is not null and 'da_manager' = any (new.roles) then
    update organisation set managed_since = new.enrolled_at
      where organisation_id = new.organisation_id and managed_since is null;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.close_days()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.opens is null then
    insert into closed_day (organisation_id, day, closure_id, agreed_at)
      select new.organisation_id, d::date, new.id, new.decided_at
      from generate_series(new.first_day, new.last_day, interval '1 day') d;
  else
    update closed_day set opened_at = new.decided_at
      where organisation_id = new.organisation_id and closure_id = new.opens and opened_at is null
        and day between new.first_day and new.last_day and day >= (new.decided_at at time zone 'Europe/London')::date;
  end if;
  return null;
end $function$;
alter function lintel.close_days() owner to lintel_definer;
revoke all on function lintel.close_days() from public;

CREATE OR REPLACE FUNCTION lintel.closed_days(in_organisation uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(string_agg(d.day || '=' || (extract(epoch from d.agreed_at) * 1000)::bigint, ',' order by d.day), '')
  from (select day, min(agreed_at) as agreed_at from public.closed_day
    where organisation_id = in_organisation and opened_at is null group by day) d $function$;

CREATE OR REPLACE FUNCTION lintel.compact_name(in_text text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  t text := lintel.folded_name(in_text);
begin
  if t ~ '^[\x20-\x7e]*$' then return regexp_replace(t, '[^a-z0-9]', '', 'g'); end if;
  return regexp_replace(t, '[^\u0030-\u0039\u0041-\u005a\u0061-\u007a\u00aa\u00b2-\u00b3\u00b5\u00b9-\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee\u0370-\u0374\u0376-\u0377\u037a-\u037d\u037f\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03f5\u03f7-\u0481\u048a-\u052f\u0531-\u0556\u0559\u0560-\u0588\u05d0-\u05ea\u05ef-\u05f2\u0620-\u064a\u0660-\u0669\u066e-\u066f\u0671-\u06d3\u06d5\u06e5-\u06e6\u06ee-\u06fc\u06ff\u0710\u0712-\u072f\u074d-\u07a5\u07b1\u07c0-\u07ea\u07f4-\u07f5\u07fa\u0800-\u0815\u081a\u0824\u0828\u0840-\u0858\u0860-\u086a\u0870-\u0887\u0889-\u088f\u08a0-\u08c9\u0904-\u0939\u093d\u0950\u0958-\u0961\u0966-\u096f\u0971-\u0980\u0985-\u098c\u098f-\u0990\u0993-\u09a8\u09aa-\u09b0\u09b2\u09b6-\u09b9\u09bd\u09ce\u09dc-\u09dd\u09df-\u09e1\u09e6-\u09f1\u09f4-\u09f9\u09fc\u0a05-\u0a0a\u0a0f-\u0a10\u0a13-\u0a28\u0a2a-\u0a30\u0a32-\u0a33\u0a35-\u0a36\u0a38-\u0a39\u0a59-\u0a5c\u0a5e\u0a66-\u0a6f\u0a72-\u0a74\u0a85-\u0a8d\u0a8f-\u0a91\u0a93-\u0aa8\u0aaa-\u0ab0\u0ab2-\u0ab3\u0ab5-\u0ab9\u0abd\u0ad0\u0ae0-\u0ae1\u0ae6-\u0aef\u0af9\u0b05-\u0b0c\u0b0f-\u0b10\u0b13-\u0b28\u0b2a-\u0b30\u0b32-\u0b33\u0b35-\u0b39\u0b3d\u0b5c-\u0b5d\u0b5f-\u0b61\u0b66-\u0b6f\u0b71-\u0b77\u0b83\u0b85-\u0b8a\u0b8e-\u0b90\u0b92-\u0b95\u0b99-\u0b9a\u0b9c\u0b9e-\u0b9f\u0ba3-\u0ba4\u0ba8-\u0baa\u0bae-\u0bb9\u0bd0\u0be6-\u0bf2\u0c05-\u0c0c\u0c0e-\u0c10\u0c12-\u0c28\u0c2a-\u0c39\u0c3d\u0c58-\u0c5a\u0c5c-\u0c5d\u0c60-\u0c61\u0c66-\u0c6f\u0c78-\u0c7e\u0c80\u0c85-\u0c8c\u0c8e-\u0c90\u0c92-\u0ca8\u0caa-\u0cb3\u0cb5-\u0cb9\u0cbd\u0cdc-\u0cde\u0ce0-\u0ce1\u0ce6-\u0cef\u0cf1-\u0cf2\u0d04-\u0d0c\u0d0e-\u0d10\u0d12-\u0d3a\u0d3d\u0d4e\u0d54-\u0d56\u0d58-\u0d61\u0d66-\u0d78\u0d7a-\u0d7f\u0d85-\u0d96\u0d9a-\u0db1\u0db3-\u0dbb\u0dbd\u0dc0-\u0dc6\u0de6-\u0def\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e46\u0e50-\u0e59\u0e81-\u0e82\u0e84\u0e86-\u0e8a\u0e8c-\u0ea3\u0ea5\u0ea7-\u0eb0\u0eb2-\u0eb3\u0ebd\u0ec0-\u0ec4\u0ec6\u0ed0-\u0ed9\u0edc-\u0edf\u0f00\u0f20-\u0f33\u0f40-\u0f47\u0f49-\u0f6c\u0f88-\u0f8c\u1000-\u102a\u103f-\u1049\u1050-\u1055\u105a-\u105d\u1061\u1065-\u1066\u106e-\u1070\u1075-\u1081\u108e\u1090-\u1099\u10a0-\u10c5\u10c7\u10cd\u10d0-\u10fa\u10fc-\u1248\u124a-\u124d\u1250-\u1256\u1258\u125a-\u125d\u1260-\u1288\u128a-\u128d\u1290-\u12b0\u12b2-\u12b5\u12b8-\u12be\u12c0\u12c2-\u12c5\u12c8-\u12d6\u12d8-\u1310\u1312-\u1315\u1318-\u135a\u1369-\u137c\u1380-\u138f\u13a0-\u13f5\u13f8-\u13fd\u1401-\u166c\u166f-\u167f\u1681-\u169a\u16a0-\u16ea\u16ee-\u16f8\u1700-\u1711\u171f-\u1731\u1740-\u1751\u1760-\u176c\u176e-\u1770\u1780-\u17b3\u17d7\u17dc\u17e0-\u17e9\u17f0-\u17f9\u1810-\u1819\u1820-\u1878\u1880-\u1884\u1887-\u18a8\u18aa\u18b0-\u18f5\u1900-\u191e\u1946-\u196d\u1970-\u1974\u1980-\u19ab\u19b0-\u19c9\u19d0-\u19da\u1a00-\u1a16\u1a20-\u1a54\u1a80-\u1a89\u1a90-\u1a99\u1aa7\u1b05-\u1b33\u1b45-\u1b4c\u1b50-\u1b59\u1b83-\u1ba0\u1bae-\u1be5\u1c00-\u1c23\u1c40-\u1c49\u1c4d-\u1c7d\u1c80-\u1c8a\u1c90-\u1cba\u1cbd-\u1cbf\u1ce9-\u1cec\u1cee-\u1cf3\u1cf5-\u1cf6\u1cfa\u1d00-\u1dbf\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fbc\u1fbe\u1fc2-\u1fc4\u1fc6-\u1fcc\u1fd0-\u1fd3\u1fd6-\u1fdb\u1fe0-\u1fec\u1ff2-\u1ff4\u1ff6-\u1ffc\u2070-\u2071\u2074-\u2079\u207f-\u2089\u2090-\u209c\u2102\u2107\u210a-\u2113\u2115\u2119-\u211d\u2124\u2126\u2128\u212a-\u212d\u212f-\u2139\u213c-\u213f\u2145-\u2149\u214e\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u2c00-\u2ce4\u2ceb-\u2cee\u2cf2-\u2cf3\u2cfd\u2d00-\u2d25\u2d27\u2d2d\u2d30-\u2d67\u2d6f\u2d80-\u2d96\u2da0-\u2da6\u2da8-\u2dae\u2db0-\u2db6\u2db8-\u2dbe\u2dc0-\u2dc6\u2dc8-\u2dce\u2dd0-\u2dd6\u2dd8-\u2dde\u2e2f\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u3192-\u3195\u31a0-\u31bf\u31f0-\u31ff\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf\u3400-\u4dbf\u4e00-\ua48c\ua4d0-\ua4fd\ua500-\ua60c\ua610-\ua62b\ua640-\ua66e\ua67f-\ua69d\ua6a0-\ua6ef\ua717-\ua71f\ua722-\ua788\ua78b-\ua7dc\ua7f1-\ua801\ua803-\ua805\ua807-\ua80a\ua80c-\ua822\ua830-\ua835\ua840-\ua873\ua882-\ua8b3\ua8d0-\ua8d9\ua8f2-\ua8f7\ua8fb\ua8fd-\ua8fe\ua900-\ua925\ua930-\ua946\ua960-\ua97c\ua984-\ua9b2\ua9cf-\ua9d9\ua9e0-\ua9e4\ua9e6-\ua9fe\uaa00-\uaa28\uaa40-\uaa42\uaa44-\uaa4b\uaa50-\uaa59\uaa60-\uaa76\uaa7a\uaa7e-\uaaaf\uaab1\uaab5-\uaab6\uaab9-\uaabd\uaac0\uaac2\uaadb-\uaadd\uaae0-\uaaea\uaaf2-\uaaf4\uab01-\uab06\uab09-\uab0e\uab11-\uab16\uab20-\uab26\uab28-\uab2e\uab30-\uab5a\uab5c-\uab69\uab70-\uabe2\uabf0-\uabf9\uac00-\ud7a3\ud7b0-\ud7c6\ud7cb-\ud7fb\uf900-\ufa6d\ufa70-\ufad9\ufb00-\ufb06\ufb13-\ufb17\ufb1d\ufb1f-\ufb28\ufb2a-\ufb36\ufb38-\ufb3c\ufb3e\ufb40-\ufb41\ufb43-\ufb44\ufb46-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb\ufe70-\ufe74\ufe76-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\U00010000-\U0001000b\U0001000d-\U00010026\U00010028-\U0001003a\U0001003c-\U0001003d\U0001003f-\U0001004d\U00010050-\U0001005d\U00010080-\U000100fa\U00010107-\U00010133\U00010140-\U00010178\U0001018a-\U0001018b\U00010280-\U0001029c\U000102a0-\U000102d0\U000102e1-\U000102fb\U00010300-\U00010323\U0001032d-\U0001034a\U00010350-\U00010375\U00010380-\U0001039d\U000103a0-\U000103c3\U000103c8-\U000103cf\U000103d1-\U000103d5\U00010400-\U0001049d\U000104a0-\U000104a9\U000104b0-\U000104d3\U000104d8-\U000104fb\U00010500-\U00010527\U00010530-\U00010563\U00010570-\U0001057a\U0001057c-\U0001058a\U0001058c-\U00010592\U00010594-\U00010595\U00010597-\U000105a1\U000105a3-\U000105b1\U000105b3-\U000105b9\U000105bb-\U000105bc\U000105c0-\U000105f3\U00010600-\U00010736\U00010740-\U00010755\U00010760-\U00010767\U00010780-\U00010785\U00010787-\U000107b0\U000107b2-\U000107ba\U00010800-\U00010805\U00010808\U0001080a-\U00010835\U00010837-\U00010838\U0001083c\U0001083f-\U00010855\U00010858-\U00010876\U00010879-\U0001089e\U000108a7-\U000108af\U000108e0-\U000108f2\U000108f4-\U000108f5\U000108fb-\U0001091b\U00010920-\U00010939\U00010940-\U00010959\U00010980-\U000109b7\U000109bc-\U000109cf\U000109d2-\U00010a00\U00010a10-\U00010a13\U00010a15-\U00010a17\U00010a19-\U00010a35\U00010a40-\U00010a48\U00010a60-\U00010a7e\U00010a80-\U00010a9f\U00010ac0-\U00010ac7\U00010ac9-\U00010ae4\U00010aeb-\U00010aef\U00010b00-\U00010b35\U00010b40-\U00010b55\U00010b58-\U00010b72\U00010b78-\U00010b91\U00010ba9-\U00010baf\U00010c00-\U00010c48\U00010c80-\U00010cb2\U00010cc0-\U00010cf2\U00010cfa-\U00010d23\U00010d30-\U00010d39\U00010d40-\U00010d65\U00010d6f-\U00010d85\U00010e60-\U00010e7e\U00010e80-\U00010ea9\U00010eb0-\U00010eb1\U00010ec2-\U00010ec7\U00010f00-\U00010f27\U00010f30-\U00010f45\U00010f51-\U00010f54\U00010f70-\U00010f81\U00010fb0-\U00010fcb\U00010fe0-\U00010ff6\U00011003-\U00011037\U00011052-\U0001106f\U00011071-\U00011072\U00011075\U00011083-\U000110af\U000110d0-\U000110e8\U000110f0-\U000110f9\U00011103-\U00011126\U00011136-\U0001113f\U00011144\U00011147\U00011150-\U00011172\U00011176\U00011183-\U000111b2\U000111c1-\U000111c4\U000111d0-\U000111da\U000111dc\U000111e1-\U000111f4\U00011200-\U00011211\U00011213-\U0001122b\U0001123f-\U00011240\U00011280-\U00011286\U00011288\U0001128a-\U0001128d\U0001128f-\U0001129d\U0001129f-\U000112a8\U000112b0-\U000112de\U000112f0-\U000112f9\U00011305-\U0001130c\U0001130f-\U00011310\U00011313-\U00011328\U0001132a-\U00011330\U00011332-\U00011333\U00011335-\U00011339\U0001133d\U00011350\U0001135d-\U00011361\U00011380-\U00011389\U0001138b\U0001138e\U00011390-\U000113b5\U000113b7\U000113d1\U000113d3\U00011400-\U00011434\U00011447-\U0001144a\U00011450-\U00011459\U0001145f-\U00011461\U00011480-\U000114af\U000114c4-\U000114c5\U000114c7\U000114d0-\U000114d9\U00011580-\U000115ae\U000115d8-\U000115db\U00011600-\U0001162f\U00011644\U00011650-\U00011659\U00011680-\U000116aa\U000116b8\U000116c0-\U000116c9\U000116d0-\U000116e3\U00011700-\U0001171a\U00011730-\U0001173b\U00011740-\U00011746\U00011800-\U0001182b\U000118a0-\U000118f2\U000118ff-\U00011906\U00011909\U0001190c-\U00011913\U00011915-\U00011916\U00011918-\U0001192f\U0001193f\U00011941\U00011950-\U00011959\U000119a0-\U000119a7\U000119aa-\U000119d0\U000119e1\U000119e3\U00011a00\U00011a0b-\U00011a32\U00011a3a\U00011a50\U00011a5c-\U00011a89\U00011a9d\U00011ab0-\U00011af8\U00011bc0-\U00011be0\U00011bf0-\U00011bf9\U00011c00-\U00011c08\U00011c0a-\U00011c2e\U00011c40\U00011c50-\U00011c6c\U00011c72-\U00011c8f\U00011d00-\U00011d06\U00011d08-\U00011d09\U00011d0b-\U00011d30\U00011d46\U00011d50-\U00011d59\U00011d60-\U00011d65\U00011d67-\U00011d68\U00011d6a-\U00011d89\U00011d98\U00011da0-\U00011da9\U00011db0-\U00011ddb\U00011de0-\U00011de9\U00011ee0-\U00011ef2\U00011f02\U00011f04-\U00011f10\U00011f12-\U00011f33\U00011f50-\U00011f59\U00011fb0\U00011fc0-\U00011fd4\U00012000-\U00012399\U00012400-\U0001246e\U00012480-\U00012543\U00012f90-\U00012ff0\U00013000-\U0001342f\U00013441-\U00013446\U00013460-\U000143fa\U00014400-\U00014646\U00016100-\U0001611d\U00016130-\U00016139\U00016800-\U00016a38\U00016a40-\U00016a5e\U00016a60-\U00016a69\U00016a70-\U00016abe\U00016ac0-\U00016ac9\U00016ad0-\U00016aed\U00016b00-\U00016b2f\U00016b40-\U00016b43\U00016b50-\U00016b59\U00016b5b-\U00016b61\U00016b63-\U00016b77\U00016b7d-\U00016b8f\U00016d40-\U00016d6c\U00016d70-\U00016d79\U00016e40-\U00016e96\U00016ea0-\U00016eb8\U00016ebb-\U00016ed3\U00016f00-\U00016f4a\U00016f50\U00016f93-\U00016f9f\U00016fe0-\U00016fe1\U00016fe3\U00016ff2-\U00016ff6\U00017000-\U00018cd5\U00018cff-\U00018d1e\U00018d80-\U00018df2\U0001aff0-\U0001aff3\U0001aff5-\U0001affb\U0001affd-\U0001affe\U0001b000-\U0001b122\U0001b132\U0001b150-\U0001b152\U0001b155\U0001b164-\U0001b167\U0001b170-\U0001b2fb\U0001bc00-\U0001bc6a\U0001bc70-\U0001bc7c\U0001bc80-\U0001bc88\U0001bc90-\U0001bc99\U0001ccf0-\U0001ccf9\U0001d2c0-\U0001d2d3\U0001d2e0-\U0001d2f3\U0001d360-\U0001d378\U0001d400-\U0001d454\U0001d456-\U0001d49c\U0001d49e-\U0001d49f\U0001d4a2\U0001d4a5-\U0001d4a6\U0001d4a9-\U0001d4ac\U0001d4ae-\U0001d4b9\U0001d4bb\U0001d4bd-\U0001d4c3\U0001d4c5-\U0001d505\U0001d507-\U0001d50a\U0001d50d-\U0001d514\U0001d516-\U0001d51c\U0001d51e-\U0001d539\U0001d53b-\U0001d53e\U0001d540-\U0001d544\U0001d546\U0001d54a-\U0001d550\U0001d552-\U0001d6a5\U0001d6a8-\U0001d6c0\U0001d6c2-\U0001d6da\U0001d6dc-\U0001d6fa\U0001d6fc-\U0001d714\U0001d716-\U0001d734\U0001d736-\U0001d74e\U0001d750-\U0001d76e\U0001d770-\U0001d788\U0001d78a-\U0001d7a8\U0001d7aa-\U0001d7c2\U0001d7c4-\U0001d7cb\U0001d7ce-\U0001d7ff\U0001df00-\U0001df1e\U0001df25-\U0001df2a\U0001e030-\U0001e06d\U0001e100-\U0001e12c\U0001e137-\U0001e13d\U0001e140-\U0001e149\U0001e14e\U0001e290-\U0001e2ad\U0001e2c0-\U0001e2eb\U0001e2f0-\U0001e2f9\U0001e4d0-\U0001e4eb\U0001e4f0-\U0001e4f9\U0001e5d0-\U0001e5ed\U0001e5f0-\U0001e5fa\U0001e6c0-\U0001e6de\U0001e6e0-\U0001e6e2\U0001e6e4-\U0001e6e5\U0001e6e7-\U0001e6ed\U0001e6f0-\U0001e6f4\U0001e6fe-\U0001e6ff\U0001e7e0-\U0001e7e6\U0001e7e8-\U0001e7eb\U0001e7ed-\U0001e7ee\U0001e7f0-\U0001e7fe\U0001e800-\U0001e8c4\U0001e8c7-\U0001e8cf\U0001e900-\U0001e943\U0001e94b\U0001e950-\U0001e959\U0001ec71-\U0001ecab\U0001ecad-\U0001ecaf\U0001ecb1-\U0001ecb4\U0001ed01-\U0001ed2d\U0001ed2f-\U0001ed3d\U0001ee00-\U0001ee03\U0001ee05-\U0001ee1f\U0001ee21-\U0001ee22\U0001ee24\U0001ee27\U0001ee29-\U0001ee32\U0001ee34-\U0001ee37\U0001ee39\U0001ee3b\U0001ee42\U0001ee47\U0001ee49\U0001ee4b\U0001ee4d-\U0001ee4f\U0001ee51-\U0001ee52\U0001ee54\U0001ee57\U0001ee59\U0001ee5b\U0001ee5d\U0001ee5f\U0001ee61-\U0001ee62\U0001ee64\U0001ee67-\U0001ee6a\U0001ee6c-\U0001ee72\U0001ee74-\U0001ee77\U0001ee79-\U0001ee7c\U0001ee7e\U0001ee80-\U0001ee89\U0001ee8b-\U0001ee9b\U0001eea1-\U0001eea3\U0001eea5-\U0001eea9\U0001eeab-\U0001eebb\U0001f100-\U0001f10c\U0001fbf0-\U0001fbf9\U00020000-\U0002a6df\U0002a700-\U0002b81d\U0002b820-\U0002cead\U0002ceb0-\U0002ebe0\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a\U00031350-\U00033479]', '', 'g');
end $function$;

CREATE OR REPLACE FUNCTION lintel.conflict_carries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.carry_conflicts(new.organisation_id, lintel.people_kept(new.organisation_id, new.case_id),
    coalesce(new.ended_at, new.recorded_at));
  perform lintel.conflicts_changed(new.organisation_id, array[new.case_id], coalesce(new.ended_at, new.recorded_at));
  return null;
end $function$;
alter function lintel.conflict_carries() owner to lintel_definer;
revoke all on function lintel.conflict_carries() from public;

CREATE OR REPLACE FUNCTION lintel.conflict_facts(in_organisation uuid, in_source uuid)
 RETURNS TABLE(kind text, value text, number text, flat text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  people uuid[] := lintel.conflicted_people(in_organisation, in_source);
  homes uuid[] := lintel.conflicted_homes(in_organisation, in_source, people);
  cases uuid[] := array(select c.id from case_file c where c.organisation_id = in_organisation
    and (c.id = in_source or c.person_id = any (people)));
  -- How to reach her, as it was agreed or told; whoever told in their work is somebody else's colleague.
  reach text := (select string_agg(says, e'\n') from (
    select s.value || e'\n' || s.contact_person_value as says from safe_contact s
      where s.organisation_id = in_organisation and s.case_id = any (cases)
    union all
    select w.value from agreed_way w where w.organisation_id = in_organisation and w.case_id = any (cases)
    union all
    select d.contact_value || e'\n' || coalesce(d.route_details ->> 'call_back', '') || e'\n' || d.informant_contact
      from disclosure d where d.organisation_id = in_organisation and (d.case_id = any (cases) or d.id = in_source)
        and d.told_by in ('person', 'friend_family', 'neighbour')) r);
begin
  return query
  select 'name', p.given_name || ' ' || p.family_name, null, null from person p
    where p.organisation_id = in_organisation and p.id = any (people)
  union
  select 'name', k, null, null from person p cross join unnest(p.also_known_as) k
    where p.organisation_id = in_organisation and p.id = any (people)
  union
  select 'name', c.described_as, null, null from case_file c where c.organisation_id = in_organisation
    and c.id = in_source and c.described_as not in ('', 'Name not known yet')
  union
  select 'name', q.described_as, null, null from case_person q where q.organisation_id = in_organisation
    and q.case_id = in_source and q.ended_at is null and q.person_id is null
    and q.part in ('at_risk', 'child_victim', 'household_member')
    and q.described_as <> 'A child whose name is not known'
  union
  select 'name', d.person_name, null, null from disclosure d
    where d.organisation_id = in_organisation and d.id = in_source and d.person_name <> ''
  union
  -- Whoever is said to have done it stays on the register, and is a sign that it is about the same people.
  select 'alleged', coalesce(p.given_name || ' ' || p.family_name, q.described_as), null, null from case_person q
    left join person p on p.organisation_id = q.organisation_id and p.id = q.person_id
    where q.organisation_id = in_organisation and q.case_id = in_source and q.ended_at is null
      and q.part = 'alleged_perpetrator'
  union
  select 'alleged', d.alleged_name, null, null from disclosure d
    where d.organisation_id = in_organisation and d.id = in_source and d.alleged_name <> ''
  union
  select 'number', n, null, null from person p cross join unnest(p.phones) f cross join lintel.numbers_in(f) n
    where p.organisation_id = in_organisation and p.id = any (people)
  union
  select 'number', n, null, null from lintel.numbers_in(reach) n
  union
  select 'email', lower(e), null, null from person p cross join unnest(p.emails) e
    where p.organisation_id = in_organisation and p.id = any (people)
  union
  select 'email', e, null, null from lintel.emails_in(reach) e
  union
  select 'home', h::text, null, null from unnest(homes) h
  union
  select 'uprn', ltrim(h.uprn, '0'), null, null from property h
    where h.organisation_id = in_organisation and h.id = any (homes) and h.uprn is not null
  union
  select 'place', a.street, a.number, a.flat from property h cross join lintel.home_places(h.address_lines) a
    where h.organisation_id = in_organisation and h.id = any (homes)
  union
  select 'postcode', lower(replace(h.postcode, ' ', '')), array_to_string(array(
      select a.number from lintel.home_places(h.address_lines) a where a.number is not null
      union select a.flat from lintel.home_places(h.address_lines) a where a.flat is not null), ' '), null
    from property h where h.organisation_id = in_organisation and h.id = any (homes)
      and replace(h.postcode, ' ', '') ~* '^[a-z]{1,2}[0-9][0-9a-z]?[0-9][a-z]{2}$'
  union
  -- A home that is not on the register, as it was told.
  select 'place', a.street, a.number, a.flat from disclosure d
    cross join lintel.home_places(array[d.address]) a
    where d.organisation_id = in_organisation and (d.case_id = any (cases) or d.id = in_source) and d.address <> ''
  union
  -- Where she went, and where she lived, as it was written down.
  select 'place', a.street, a.number, a.flat from case_home h
    cross join lintel.home_places(array[h.address]) a
    where h.organisation_id = in_organisation and h.case_id = any (cases) and h.address <> ''
      and not exists (select from case_home w where w.organisation_id = h.organisation_id and w.corrects_id = h.id);
end $function$;
alter function lintel.conflict_facts(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.conflict_facts(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.conflict_sources(in_organisation uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct k.case_id from case_conflict k where k.organisation_id = in_organisation and k.ended_at is null
  union all
  select d.id from disclosure d
    where d.organisation_id = in_organisation and d.case_id is null and d.conflicts <> '[]' $function$;
alter function lintel.conflict_sources(uuid) owner to lintel_definer;
revoke all on function lintel.conflict_sources(uuid) from public;

CREATE OR REPLACE FUNCTION lintel.conflicted_homes(in_organisation uuid, in_source uuid, in_people uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select lintel.homes_about(in_organisation, array[in_source], array[in_source], in_people) $function$;
alter function lintel.conflicted_homes(uuid,uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.conflicted_homes(uuid,uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.conflicted_people(in_organisation uuid, in_source uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select lintel.kin(in_organisation, lintel.people_kept(in_organisation, in_source) || array(
    select d.person_id from disclosure d
      where d.organisation_id = in_organisation and d.id = in_source and d.person_id is not null)) $function$;
alter function lintel.conflicted_people(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.conflicted_people(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.conflicted_staff(in_organisation uuid, in_source uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.staff_id from case_conflict k
    where k.organisation_id = in_organisation and k.case_id = in_source and k.ended_at is null
  union
  select (told ->> 'staffId')::uuid from disclosure d cross join jsonb_array_elements(d.conflicts) told
    where d.organisation_id = in_organisation and d.id = in_source and d.case_id is null $function$;
alter function lintel.conflicted_staff(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.conflicted_staff(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.conflicts_changed(in_organisation uuid, in_sources uuid[], in_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if coalesce(cardinality(in_sources), 0) = 0 then return; end if;
  -- Before what is known of them is kept anew: two at once would each lose what the other wrote.
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || in_organisation, 0));
  perform lintel.keep_facts(in_organisation, in_sources);
  perform lintel.keep_told_apart(in_organisation, in_sources, lintel.may_tell_of(in_organisation, in_sources), in_at);
end $function$;
alter function lintel.conflicts_changed(uuid,uuid[],timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.conflicts_changed(uuid,uuid[],timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION lintel.costs_told(in_from date, in_until date)
 RETURNS TABLE(told_kind text, case_id uuid, day date, pence bigint, quarters bigint, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
alter function lintel.costs_told(date,date) owner to lintel_definer;
revoke all on function lintel.costs_told(date,date) from public;

CREATE OR REPLACE FUNCTION lintel.count_promises_anew(in_organisation uuid, in_since date, in_anyway boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not in_anyway and not exists (select from promise_move where organisation_id = in_organisation) then
    return;
  end if;
  if not pg_try_advisory_xact_lock(hashtextextended('lintel promises ' || in_organisation, 0)) then return; end if;
  delete from promise_standing where organisation_id = in_organisation;
  with seen as (delete from promise_move where organisation_id = in_organisation),
  -- A wall that names many stands in an index of its own: each part is read from its index alone.
  named as materialized (
    select c.id from case_file c where c.organisation_id = in_organisation
      and lintel.walled(c.granted_roles, c.blocked_staff)
      and cardinality(c.granted_staff) + cardinality(c.blocked_staff) <= 100 and not lintel.whole_team(c.granted_roles)
    union all
    select c.id from case_file c where c.organisation_id = in_organisation
      and lintel.walled(c.granted_roles, c.blocked_staff)
      and cardinality(c.granted_staff) + cardinality(c.blocked_staff) > 100 and not lintel.whole_team(c.granted_roles))
  insert into promise_standing (organisation_id, whole_team, commitment, ending, day, number)
  select in_organisation, named.id is null, p.commitment, p.ending, p.day, count(*)
  from (
    select o.case_id, o.commitment, 'running' as ending, date 'infinity' as day from obligation o
    where o.organisation_id = in_organisation and o.outcome is null
    union all
    select o.case_id, o.commitment, 'overdue', date 'infinity' from obligation o
    where o.organisation_id = in_organisation and o.outcome = 'breached' and o.fulfilled_at is null
    union all
    select o.case_id, o.commitment, lintel.ending(o.outcome, o.at_birth, o.late, o.ended_why),
      (o.ended_at at time zone 'Europe/London')::date
    from obligation o where o.organisation_id = in_organisation and o.outcome is not null
      and o.ended_at >= in_since::timestamp at time zone 'Europe/London') p
  left join named on named.id = p.case_id
  group by 2, 3, 4, 5;
end $function$;
alter function lintel.count_promises_anew(uuid,date,boolean) owner to lintel_definer;
revoke all on function lintel.count_promises_anew(uuid,date,boolean) from public;
grant execute on function lintel.count_promises_anew(uuid,date,boolean) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.counted(in_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select regexp_replace(regexp_replace(lower(in_text), '([0-9]+)', '0000000\1', 'g'), '[0-9]*([0-9]{8})(?![0-9])', '\1', 'g')
$function$;
revoke all on function lintel.counted(text) from public;
grant execute on function lintel.counted(text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.counts_as(outcome text, fulfilled_at timestamp with time zone, ended_at timestamp with time zone, at_birth boolean, late boolean, ended_why text)
 RETURNS TABLE(ending text, day date)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select 'running', date 'infinity' where outcome is null
  union all select 'overdue', date 'infinity' where outcome = 'breached' and fulfilled_at is null
  union all select lintel.ending(outcome, at_birth, late, ended_why), (ended_at at time zone 'Europe/London')::date
    where outcome is not null $function$;

CREATE OR REPLACE FUNCTION lintel.court_concerns(in_reference text)
 RETURNS TABLE(case_id uuid, disclosure_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  org constant uuid := lintel.organisation();
  tenancies uuid[];
  homes uuid[];
  people uuid[];
begin
  if not 'system' = any (lintel.roles()) then
    raise exception 'Only the program looks' using errcode = 'insufficient_privilege';
  end if;
  tenancies := array(select t.id from tenancy t where t.organisation_id = org and t.reference = in_reference);
  homes := lintel.same_homes(org, array(select t.property_id from tenancy t where t.organisation_id = org
    and t.id = any (tenancies)));
  people := lintel.kin(org, array(
    select n.person_id from tenant n where n.organisation_id = org and n.tenancy_id = any (tenancies)
      and n.to_date is null
    union
    select r.person_id from resident r where r.organisation_id = org and r.property_id = any (homes)
      and r.to_date is null));
  return query
    select c.id, null::uuid from case_file c where c.organisation_id = org
      and (c.closed_at is null or c.breathing_space_from is not null or c.debt_respite_from is not null)
      and (c.person_id = any (people) or c.property_id = any (homes) or c.tenancy_id = any (tenancies)
        or exists (select from case_person q where q.organisation_id = org and q.case_id = c.id
          and q.person_id = any (people) and q.ended_at is null
          and q.part in ('at_risk', 'child_victim', 'household_member')))
    union
    select null::uuid, d.id from disclosure d where d.organisation_id = org and d.triaged_at is null
      and (d.person_id = any (people) or d.property_id = any (homes));
end $function$;
alter function lintel.court_concerns(text) owner to lintel_definer;
revoke all on function lintel.court_concerns(text) from public;
grant execute on function lintel.court_concerns(text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.danger_is_dealt_with_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.dealt_at is not null and (new.dealt_at, new.done, new.done_by, new.dealt_by, new.dealt_recorded_at)
    is distinct from (old.dealt_at, old.done, old.done_by, old.dealt_by, old.dealt_recorded_at) then
    raise exception 'this was dealt with already';
  end if;
  return new;
end $function$;

CREATE OR REPLACE PROCEDURE lintel.decided_by_another(IN target regclass, IN approval text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s add constraint decided_by_another check (decision is distinct from %L
    or decided_by is not null and decided_by is distinct from proposed_by)', target, approval);
  execute format('alter table %s add constraint decided_at_once check ((decision is null) = (decided_at is null))',
    target);
  execute format('create policy own_name on %s as restrictive for insert to lintel_app
    with check (organisation_id = lintel.organisation() and proposed_by is not distinct from lintel.staff()
      and decision is distinct from %L)', target, approval);
  execute format('create policy decided_once on %s as restrictive for update to lintel_app
    using (organisation_id = lintel.organisation() and decision is null)
    with check (organisation_id = lintel.organisation() and decided_by is not distinct from lintel.staff())', target);
  execute format('revoke update on %s from lintel_app', target);
  execute format('grant select, insert, update (decision, decided_by, decided_at, decided_why, version) on %s
    to lintel_app', target);
end $procedure$;

CREATE OR REPLACE FUNCTION lintel.decided_share_stands(in_link share_link)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select h.dropped_at is null and r.ended_at is null and c.closed_at is null
    and not (h.decided_by = any (c.blocked_staff))
    and not exists (select from share_since d where d.organisation_id = h.organisation_id and d.share_id = h.id
      and d.kind = 'held' and d.answer is null)
    and not exists (select from lintel.domain_ended(in_link, r.agency))
    and not exists (select from share_sent t where t.organisation_id = h.organisation_id and t.id = in_link.sent_id
      and t.sent_by = any (c.blocked_staff))
    and not exists (select from share_second s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and (s.decision in ('declined', 'withdrawn') or s.decided_by = any (c.blocked_staff)))
    -- On no agreement of theirs: by two, or by one for as long as somebody is in danger.
    and (in_link.consents <> '{}' or (c.immediate_danger and h.purpose = 'safety')
      or exists (select from share_second s where s.organisation_id = h.organisation_id and s.share_id = h.id
        and s.decision = 'approved' and s.decided_by <> h.decided_by))
    and not exists (select from consent_change x where x.organisation_id = h.organisation_id
      and x.consent_id = any (in_link.consents))
    and (in_link.consents = '{}' or not exists (select from unnest(lintel.share_kinds(h)) kind where not exists (
      select from consent o where o.organisation_id = h.organisation_id and o.id = any (in_link.consents)
        and kind = any (o.kinds)
        and not exists (select from case_closing k where k.organisation_id = o.organisation_id
          and k.case_id = o.case_id and k.decision in ('signed', 'not_needed') and k.decided_at >= o.given_at)
        and not exists (select from consent x
          left join consent_change y on y.organisation_id = x.organisation_id and y.consent_id = x.id
          where x.organisation_id = h.organisation_id and x.case_id = h.case_id and x.recipient_id = h.recipient_id
            and x.purpose = h.purpose and kind = any (x.kinds) and (x.answer = 'refused' or y.id is not null)
            and (coalesce(y.recorded_at, x.recorded_at) > o.recorded_at
              or (x.answer = 'refused' and x.given_at > o.given_at))))))
    and not exists (select from lintel.kept_from_agencies(h.organisation_id, h.case_id) kept
      where kept.id = any (h.entries) or (h.words <> '' and lintel.repeats(h.words, kept.said))
        or exists (select from lintel.plan_said(h.organisation_id, h.plan_version_id) said
          where lintel.repeats(said, kept.said)))
  from share h
  join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  join case_file c on c.organisation_id = h.organisation_id and c.id = h.case_id
  where h.organisation_id = in_link.organisation_id and h.id = in_link.share_id $function$;
alter function lintel.decided_share_stands(share_link) owner to lintel_definer;
revoke all on function lintel.decided_share_stands(share_link) from public;

CREATE OR REPLACE FUNCTION lintel.disclosure_asks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.children = 'yes' then
    perform lintel.note_fact(new.organisation_id, new.id, null, 'children', new.id, '', new.received_at, new.recorded_by);
  end if;
  if new.pregnant = 'yes' then
    perform lintel.note_fact(new.organisation_id, new.id, null, 'pregnant', new.id, '', new.received_at, new.recorded_by);
  end if;
  if 'under_16' in (new.person_age, new.alleged_age) then
    perform lintel.note_fact(new.organisation_id, new.id, null, 'under_16', new.id, '', new.received_at, new.recorded_by);
  end if;
  if 'aged_16_17' in (new.person_age, new.alleged_age) then
    perform lintel.note_fact(new.organisation_id, new.id, null, 'aged_16_17', new.id, '', new.received_at,
      new.recorded_by);
  end if;
  return null;
end $function$;
alter function lintel.disclosure_asks() owner to lintel_definer;
revoke all on function lintel.disclosure_asks() from public;

CREATE OR REPLACE FUNCTION lintel.disclosure_carries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into disclosure_told (organisation_id, disclosure_id, tokens)
      select new.organisation_id, new.id, array(
        select w from regexp_split_to_table(left(lintel.told_words(lintel.all_told(new)), 60000), ' ') w where w <> ''
        union select '#' || n from lintel.numbers_in(lintel.all_told(new)) n
        union select e from lintel.emails_in(lintel.all_told(new)) e);
  end if;
  perform lintel.carry_conflicts(new.organisation_id, array_remove(
    array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null), new.recorded_at);
  if new.case_id is null then
    perform lintel.keep_told_apart(new.organisation_id, array(select lintel.conflict_sources(new.organisation_id)),
      array[new.id], new.recorded_at);
  else
    perform lintel.conflicts_changed(new.organisation_id, array(
      select distinct f.source from conflict_fact f
        where f.organisation_id = new.organisation_id and f.source = new.case_id), new.recorded_at);
  end if;
  -- What it says of a colleague counts for whatever else tells of the same people.
  if new.conflicts <> '[]' then
    perform lintel.conflicts_changed(new.organisation_id, array[new.id], new.recorded_at);
  end if;
  return null;
end $function$;
alter function lintel.disclosure_carries() owner to lintel_definer;
revoke all on function lintel.disclosure_carries() from public;

CREATE OR REPLACE FUNCTION lintel.disclosure_walled()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.blocked_staff <> '{}' or new.blocked_staff <> '{}' or exists (
    select from case_file c where c.organisation_id = new.organisation_id and c.id in (old.case_id, new.case_id)
      and lintel.walled(c.granted_roles, c.blocked_staff))
  then
    insert into promise_day_stale (organisation_id, day, onward)
    select new.organisation_id, (least(new.received_at,
      (select min(o.ended_at) from obligation o
        where o.organisation_id = new.organisation_id and o.disclosure_id = new.id)
      ) at time zone 'Europe/London')::date, true
    on conflict do nothing;
  end if;
  return null;
end $function$;
alter function lintel.disclosure_walled() owner to lintel_definer;
revoke all on function lintel.disclosure_walled() from public;

CREATE OR REPLACE FUNCTION lintel.domain_ended(in_link share_link, in_agency text)
 RETURNS SETOF partner_domain
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.* from partner_domain d
  where d.organisation_id = in_link.organisation_id and d.domain = split_part(in_link.address, '@', 2)
    and regexp_replace(lower(btrim(d.agency)), '\s+', ' ', 'g') = regexp_replace(lower(btrim(in_agency)), '\s+', ' ', 'g')
    and d.ended_at >= (select t.sent_at from share_sent t where t.organisation_id = in_link.organisation_id
      and t.id = in_link.sent_id)
  order by d.ended_at limit 1 $function$;
alter function lintel.domain_ended(share_link,text) owner to lintel_definer;
revoke all on function lintel.domain_ended(share_link,text) from public;

CREATE OR REPLACE FUNCTION lintel.doubt_agreed(in_consent consent, in_since timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into share_since (organisation_id, case_id, share_id, kind, since)
  select h.organisation_id, h.case_id, h.id, 'held', in_since from share h
  where h.organisation_id = in_consent.organisation_id and h.case_id = in_consent.case_id and h.dropped_at is null
    and h.recipient_id = in_consent.recipient_id and h.basis = '' and not lintel.share_kinds(h) && in_consent.kinds
    and h.decided_at > in_since - interval '28 days'
    and (h.plan_version_id is not null or h.words <> '' or h.assessments <> '{}') $function$;
revoke all on function lintel.doubt_agreed(consent,timestamp with time zone) from public;
grant execute on function lintel.doubt_agreed(consent,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.doubt_shares(in_organisation uuid, in_case uuid, in_entry uuid, in_since timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into share_since (organisation_id, case_id, share_id, kind, entry_id, since)
  select h.organisation_id, h.case_id, h.id, 'held', in_entry, in_since from share h
  where h.organisation_id = in_organisation and h.case_id = in_case and h.dropped_at is null
    and h.decided_at > in_since - interval '28 days'
    and (h.plan_version_id is not null or h.words <> '' or h.assessments <> '{}') $function$;
revoke all on function lintel.doubt_shares(uuid,uuid,uuid,timestamp with time zone) from public;
grant execute on function lintel.doubt_shares(uuid,uuid,uuid,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.emails_in(in_text text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct m[1]
  from regexp_matches(lower(coalesce(in_text, '')), '([a-z0-9._%+''-]+@[a-z0-9.-]+[a-z0-9])', 'g') m $function$;
alter function lintel.emails_in(text) owner to lintel_definer;
revoke all on function lintel.emails_in(text) from public;
grant execute on function lintel.emails_in(text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.emergency()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(nullif(current_setting('lintel.emergency', true), ''), ',')::uuid[] $function$;

CREATE OR REPLACE FUNCTION lintel.emergency_events(in_use uuid)
 RETURNS TABLE(at timestamp with time zone, name text, part text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.at, e.name, coalesce(e.data ->> 'part', '') from break_glass b
    join event e on e.organisation_id = b.organisation_id and e.case_id = b.case_id and e.staff_id = b.staff_id
      and e.at between b.at and coalesce(b.ended_at, b.ends_at)
  where b.organisation_id = lintel.organisation() and b.id = in_use and b.outcome = 'granted'
    and 'data_protection_officer' = any (lintel.roles()) and b.staff_id <> lintel.staff()
    and not lintel.shut_out(b.case_id)
  order by e.at, e.id limit 500 $function$;
alter function lintel.emergency_events(uuid) owner to lintel_definer;
revoke all on function lintel.emergency_events(uuid) from public;
grant execute on function lintel.emergency_events(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.emergency_over(in_case uuid, in_since timestamp with time zone, in_now timestamp with time zone)
 RETURNS TABLE(ended_at timestamp with time zone, by_another boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(b.ended_at, b.ends_at), b.ended_by is not null and b.ended_by <> b.staff_id from break_glass b
  where b.organisation_id = lintel.organisation() and b.staff_id = lintel.staff() and b.case_id = in_case
    and b.outcome = 'granted' and coalesce(b.ended_at, b.ends_at) between in_since and in_now
    and not lintel.shut_out(in_case)
  order by b.at desc limit 1 $function$;
alter function lintel.emergency_over(uuid,timestamp with time zone,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.emergency_over(uuid,timestamp with time zone,timestamp with time zone) from public;
grant execute on function lintel.emergency_over(uuid,timestamp with time zone,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.emergency_rush(in_since timestamp with time zone)
 RETURNS TABLE(staff_id uuid, tries bigint, last_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select b.staff_id, count(*), max(b.at) from break_glass b
  where b.organisation_id = lintel.organisation() and b.at > in_since and 'da_manager' = any (lintel.roles())
    and b.staff_id <> lintel.staff()
  group by 1 order by 2 desc, 3 desc $function$;
alter function lintel.emergency_rush(timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.emergency_rush(timestamp with time zone) from public;
grant execute on function lintel.emergency_rush(timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.emergency_tries(in_since timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('lintel emergency ' || lintel.staff(), 0));
  return (select count(*) from break_glass b where b.organisation_id = lintel.organisation()
    and b.staff_id = lintel.staff() and b.at > in_since);
end $function$;
alter function lintel.emergency_tries(timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.emergency_tries(timestamp with time zone) from public;
grant execute on function lintel.emergency_tries(timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.emergency_until(in_case uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select (string_to_array(current_setting('lintel.emergency_until', true), ','))[
    array_position(lintel.emergency(), in_case)]::timestamptz $function$;

CREATE OR REPLACE FUNCTION lintel.end_fund_year(in_fund uuid, in_year integer, in_now timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function lintel.end_fund_year(uuid,integer,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.end_fund_year(uuid,integer,timestamp with time zone) from public;
grant execute on function lintel.end_fund_year(uuid,integer,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.end_own_file(in_file uuid, in_version integer, in_unfounded boolean, in_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update own_file f set ended_at = in_now, version = f.version + 1,
      standing = case when in_unfounded then 'unfounded' else f.standing end,
      name = case when in_unfounded then '' else f.name end,
      person_id = case when in_unfounded then null else f.person_id end
    where f.organisation_id = lintel.organisation() and f.id = in_file and f.version = in_version
      and f.ended_at is null and f.manager_id = lintel.staff() and 'da_manager' = any (lintel.roles());
  return found;
end $function$;
alter function lintel.end_own_file(uuid,integer,boolean,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.end_own_file(uuid,integer,boolean,timestamp with time zone) from public;
grant execute on function lintel.end_own_file(uuid,integer,boolean,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.ending(outcome text, at_birth boolean, late boolean, ended_why text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when outcome = 'met' and at_birth then 'at-birth'
    when outcome = 'met' and late then 'late-confirmed'
    when outcome = 'met' then 'met'
    when outcome = 'recorded_late' then 'recorded-late'
    when outcome = 'breached' then 'breached'
    when outcome = 'met_by_plan' then 'by-plan:' || coalesce(ended_why, 'not-known')
    when outcome = 'not_applicable' then 'otherwise:' || coalesce(ended_why, 'not-known') end $function$;

CREATE OR REPLACE FUNCTION lintel.entries_before(in_organisation uuid, in_entries uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive before as (
    select unnest(in_entries) as id
    union select e.corrects_id from before b
    join case_entry e on e.organisation_id = in_organisation and e.id = b.id where e.corrects_id is not null)
  select id from before $function$;
revoke all on function lintel.entries_before(uuid,uuid[]) from public;
grant execute on function lintel.entries_before(uuid,uuid[]) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.entry_asks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.note_fact(new.organisation_id, null, new.case_id,
    case when new.source = 'child' then 'child_told' else 'child_there' end, new.id, '', new.known_at, new.recorded_by);
  return null;
end $function$;
alter function lintel.entry_asks() owner to lintel_definer;
revoke all on function lintel.entry_asks() from public;

CREATE OR REPLACE FUNCTION lintel.entry_held_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.doubt_shares(new.organisation_id, new.case_id, new.entry_id, new.set_at);
  return null;
end $function$;
revoke all on function lintel.entry_held_back() from public;

CREATE OR REPLACE FUNCTION lintel.entry_kept_in()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if (select 'agencies' = any (coalesce((select a.disclosable_to from entry_audience a
        where a.organisation_id = e.organisation_id and a.entry_id = e.id and a.number < new.number
        order by a.number desc limit 1), e.disclosable_to))
      from case_entry e where e.organisation_id = new.organisation_id and e.id = new.entry_id) then
    perform lintel.doubt_shares(new.organisation_id, new.case_id, new.entry_id, new.decided_at);
  end if;
  return null;
end $function$;
revoke all on function lintel.entry_kept_in() from public;

CREATE OR REPLACE FUNCTION lintel.entry_tells_of(e case_entry)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array_remove(array[
    'account',
    case when e.kind = 'risk' then 'risk' end,
    case when e.kind = 'plan' then 'plan' end,
    case when e.source in ('child', 'household') or e.children_seen in ('yes', 'no') or e.children_heard <> 'not_asked'
      or exists (select from case_person p where p.organisation_id = e.organisation_id and p.id = e.about_id
        and p.part in ('child_victim', 'household_member'))
      or exists (select from safeguarding_referral r where r.organisation_id = e.organisation_id
        and r.id = e.subject_id and r.kind = 'child')
      or t.of = 'child_contact'
      or lintel.speaks_of_household(e.organisation_id, e.case_id, e.search_text) then 'family' end,
    case when t.of = 'pregnancy' or e.search_text ~ '\m(pregnan|midwi|unborn)' or exists (
        select from safeguarding_referral r where r.organisation_id = e.organisation_id
        and r.id = e.subject_id and r.kind = 'adult') then 'health' end,
    case when t.of in ('move', 'notice') or exists (select from case_home c
        where c.organisation_id = e.organisation_id and c.id = e.subject_id) then 'home' end,
    case when e.kind in ('attempt', 'message', 'visit') then 'contact' end], null)
  from (select (select v.data ->> 'trigger' from event v where v.organisation_id = e.organisation_id
      and v.case_id = e.case_id and v.name = 'risk.review-triggered' and v.subject_id = e.id limit 1)) t (of) $function$;
revoke all on function lintel.entry_tells_of(case_entry) from public;
grant execute on function lintel.entry_tells_of(case_entry) to lintel_app;
grant execute on function lintel.entry_tells_of(case_entry) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.equality_totals(in_from timestamp with time zone, in_until timestamp with time zone)
 RETURNS TABLE(characteristic text, answer text, cases bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.characteristic, coalesce(a.answer, 'not_asked'), count(*)
  from case_file c
    left join lateral (select q.* from equality q where q.organisation_id = c.organisation_id and q.case_id = c.id
      order by q.number desc limit 1) e on true
    cross join lateral (values ('ethnicity', e.ethnicity), ('disability', e.disability),
      ('orientation', e.orientation), ('religion', e.religion), ('sex', e.sex), ('gender', e.gender),
      ('pregnancy', e.pregnancy)) a (characteristic, answer)
  where c.organisation_id = lintel.organisation() and c.opened_at >= in_from and c.opened_at < in_until
    and lintel.roles() && '{da_manager,da_worker,director,administrator}'
  group by 1, 2 $function$;
alter function lintel.equality_totals(timestamp with time zone,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.equality_totals(timestamp with time zone,timestamp with time zone) from public;
grant execute on function lintel.equality_totals(timestamp with time zone,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.expected_elsewhere(in_staff uuid[], in_from timestamp with time zone, in_to timestamp with time zone, in_besides uuid)
 RETURNS TABLE(staff_id uuid, starts_at timestamp with time zone, ends_at timestamp with time zone, goes_out boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not lintel.roles() && '{da_manager,da_worker}' then return; end if;
  return query select asked.id, p.starts_at, p.ends_at, p.channel not in ('call', 'video')
    from unnest(in_staff) as asked (id)
    join planned_contact p on p.organisation_id = lintel.organisation()
      and (p.staff_id = asked.id or p.second_staff_id = asked.id)
    -- Whoever has been shut out of a case since does not go there, and learns nothing of it from their own diary either.
    join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
      and not asked.id = any (c.blocked_staff)
    where p.id <> in_besides and p.ended_at is null and p.starts_at < in_to and p.ends_at > in_from
      -- None takes a day: so the index is read around the time asked for, and not from the first visit on.
      and p.starts_at > in_from - interval '1 day'
    order by p.starts_at, asked.id limit 20;
end $function$;
alter function lintel.expected_elsewhere(uuid[],timestamp with time zone,timestamp with time zone,uuid) owner to lintel_definer;
revoke all on function lintel.expected_elsewhere(uuid[],timestamp with time zone,timestamp with time zone,uuid) from public;
grant execute on function lintel.expected_elsewhere(uuid[],timestamp with time zone,timestamp with time zone,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.fact_stands(in_organisation uuid, in_case uuid, in_fact text, in_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
alter function lintel.fact_stands(uuid,uuid,text,uuid) owner to lintel_definer;
revoke all on function lintel.fact_stands(uuid,uuid,text,uuid) from public;
grant execute on function lintel.fact_stands(uuid,uuid,text,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.feared_are_others()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.look_again(new.organisation_id, new.case_id);
  return null;
end $function$;
alter function lintel.feared_are_others() owner to lintel_definer;
revoke all on function lintel.feared_are_others() from public;

CREATE OR REPLACE FUNCTION lintel.feared_as(in_organisation uuid, in_case uuid, in_person uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select q.id from case_person q
    left join person p on p.organisation_id = in_organisation and p.id = in_person
    where q.organisation_id = in_organisation and q.case_id = in_case and q.part = 'alleged_perpetrator'
      and q.ended_at is null and (q.person_id = any (lintel.kin(in_organisation, array[in_person]))
        or q.person_id is null and p.given_name <> '' and p.family_name <> ''
          and lintel.name_words(q.described_as) @> lintel.name_words(p.given_name || ' ' || p.family_name))
    order by q.added_at, q.id limit 1 $function$;
alter function lintel.feared_as(uuid,uuid,uuid) owner to lintel_definer;
revoke all on function lintel.feared_as(uuid,uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.feared_meet()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare across uuid[] := lintel.cases_across(new.organisation_id, array[new.case_id]);
begin
  -- Those whom it does not name any more are asked anew, too.
  if tg_op = 'UPDATE' then
    across := across || array(select c.id from case_file c where c.organisation_id = new.organisation_id
      and c.person_id = any (lintel.kin(new.organisation_id, array[old.person_id])) and c.id <> new.case_id);
  end if;
  if across <> '{}' then perform lintel.keep_sides_apart(new.organisation_id, across || new.case_id); end if;
  perform lintel.note_across(new.organisation_id, array[new.case_id], coalesce(new.ended_at, new.added_at));
  return null;
end $function$;
alter function lintel.feared_meet() owner to lintel_definer;
revoke all on function lintel.feared_meet() from public;

CREATE OR REPLACE FUNCTION lintel.files_standing()
 RETURNS TABLE(kept bigint, bytes bigint, waiting bigint, not_looked bigint, harmful bigint, altered bigint, unshown bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*), coalesce(sum(f.bytes), 0)::bigint, count(*) filter (where f.scan = 'waiting'),
    count(*) filter (where f.scan = 'not_set_up'), count(*) filter (where f.scan = 'infected'),
    count(*) filter (where f.altered_at is not null), count(*) filter (where f.shown = 'cannot')
  from kept_file f
  where f.organisation_id = lintel.organisation() and 'administrator' = any (lintel.roles()) $function$;
alter function lintel.files_standing() owner to lintel_definer;
revoke all on function lintel.files_standing() from public;
grant execute on function lintel.files_standing() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.find_works_link(in_token bytea, in_code bytea, in_reader text, in_now timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, id uuid, right_code boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  link works_link;
begin
  select l.* into link from works_link l where l.token_hash = in_token for update;
  if link.id is null or link.shut_at is not null or link.expires_at <= in_now or link.wrong >= 5 then
    return;
  end if;
  if link.code_hash = in_code then
    return query select link.organisation_id, link.id, true;
    return;
  end if;
  update works_link l set wrong = l.wrong + 1 where l.organisation_id = link.organisation_id and l.id = link.id;
  insert into works_answer (organisation_id, case_id, order_id, link_id, at, reader, outcome)
    values (link.organisation_id, link.case_id, link.order_id, link.id, in_now, in_reader, 'wrong');
  return query select link.organisation_id, link.id, false;
end $function$;
alter function lintel.find_works_link(bytea,bytea,text,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.find_works_link(bytea,bytea,text,timestamp with time zone) from public;
grant execute on function lintel.find_works_link(bytea,bytea,text,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.first_contacts_due()
 RETURNS TABLE(disclosure_id uuid, due_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  org uuid := lintel.organisation();
  me uuid := lintel.staff();
begin
  if not coalesce(lintel.roles() && '{da_manager,da_worker,system}', false) then return; end if;
  return query select d.id, min(o.due_at)
    from disclosure d join obligation o on o.organisation_id = d.organisation_id and o.disclosure_id = d.id
    where d.organisation_id = org and d.triaged_at is null and d.case_id is null
      and not coalesce(me = any (d.blocked_staff), false) and 'contact.made' = any (o.stops)
      and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null))
    group by d.id;
end $function$;
alter function lintel.first_contacts_due() owner to lintel_definer;
revoke all on function lintel.first_contacts_due() from public;
grant execute on function lintel.first_contacts_due() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.folded_name(in_text text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  t text := in_text;
begin
  if t ~ '^[a-z0-9 ]*$' then return t; end if;
  if t ~ '^[\x01-\x7f]*$' then return translate(lower(t collate "C"), '`', ''''); end if;
  t := translate(t, U&'\0060\00b4\02b9\02ba\02bb\02bc\02bd\02be\02bf\02c8\02ca\02cb\0384\055a\05f3\1fbd\1fbf\1fef\1ffd\1ffe\2018\2019\201b\2032\2035\a78b\a78c\ff07\ff40', repeat('''', 29));
  t := regexp_replace(replace(t, U&'\200c', '-'), '[\u00b7\u02d7\u058a\u05be\u1400\u1806\u2010-\u2015\u2027\u2043\u2212\u2e17\u2e1a\u2e3a-\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\u30fb\ufe31-\ufe32\ufe58\ufe63\uff0d\uff65\U00010d6e\U00010ead]', '-', 'g');
  t := normalize(regexp_replace(t, '[\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]', '', 'g'), NFKD);
  if t ~ '^[\x01-\x7f\u00a3\u0300-\u036f\u201c-\u201d]*$' then
    return translate(regexp_replace(lower(t collate "C"), '[\u0300-\u036f]', '', 'g'), '`', '''');
  end if;
  -- Lower case, and letters without an accent to lose as a keyboard without them writes them.
  t := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(translate(t, U&'\0041\0042\0043\0044\0045\0046\0047\0048\0049\004a\004b\004c\004d\004e\004f\0050\0051\0052\0053\0054\0055\0056\0057\0058\0059\005a\00d0\00d8\00f0\00f8\0110\0111\0126\0127\0131\0138\0141\0142\014a\014b\0166\0167\0180\0181\0182\0183\0184\0186\0187\0188\0189\018a\018b\018c\018e\018f\0190\0191\0192\0193\0194\0196\0197\0198\0199\019a\019c\019d\019e\019f\01a2\01a4\01a5\01a6\01a7\01a9\01ab\01ac\01ad\01ae\01b1\01b2\01b3\01b4\01b5\01b6\01b7\01b8\01bc\01dd\01e4\01e5\01f6\01f7\021c\021d\0220\0222\0224\0225\0237\023a\023b\023c\023d\023e\0241\0243\0244\0245\0246\0247\0248\0249\024a\024c\024d\024e\024f\0253\0254\0256\0257\0259\025b\0260\0263\0268\0269\0272\0275\0288\0289\028a\028b\0292\0370\0372\0376\037f\0391\0392\0393\0394\0395\0396\0397\0398\0399\039a\039b\039c\039d\039e\039f\03a0\03a1\03a3\03a4\03a5\03a6\03a7\03a8\03a9\03c2\03cf\03d8\03da\03dc\03de\03e0\03e2\03e4\03e6\03e8\03ea\03ec\03ee\03f7\03fa\03fd\03fe\03ff\0402\0404\0405\0406\0408\0409\040a\040b\040f\0410\0411\0412\0413\0414\0415\0416\0417\0418\041a\041b\041c\041d\041e\041f\0420\0421\0422\0423\0424\0425\0426\0427\0428\0429\042a\042b\042c\042d\042e\042f\0460\0462\0464\0466\0468\046a\046c\046e\0470\0472\0474\0478\047a\047c\047e\0480\048a\048c\048e\0490\0492\0494\0496\0498\049a\049c\049e\04a0\04a2\04a4\04a6\04a8\04aa\04ac\04ae\04b0\04b2\04b4\04b6\04b8\04ba\04bc\04be\04c0\04c3\04c5\04c7\04c9\04cb\04cd\04d4\04d8\04e0\04e8\04f6\04fa\04fc\04fe\0500\0502\0504\0506\0508\050a\050c\050e\0510\0512\0514\0516\0518\051a\051c\051e\0520\0522\0524\0526\0528\052a\052c\052e\0531\0532\0533\0534\0535\0536\0537\0538\0539\053a\053b\053c\053d\053e\053f\0540\0541\0542\0543\0544\0545\0546\0547\0548\0549\054a\054b\054c\054d\054e\054f\0550\0551\0552\0553\0554\0555\0556\0629\0649\0671\06a9\06be\06c1\06cc\06d2\06d5\10a0\10a1\10a2\10a3\10a4\10a5\10a6\10a7\10a8\10a9\10aa\10ab\10ac\10ad\10ae\10af\10b0\10b1\10b2\10b3\10b4\10b5\10b6\10b7\10b8\10b9\10ba\10bb\10bc\10bd\10be\10bf\10c0\10c1\10c2\10c3\10c4\10c5\10c7\10cd\13a0\13a1\13a2\13a3\13a4\13a5\13a6\13a7\13a8\13a9\13aa\13ab\13ac\13ad\13ae\13af\13b0\13b1\13b2\13b3\13b4\13b5\13b6\13b7\13b8\13b9\13ba\13bb\13bc\13bd\13be\13bf\13c0\13c1\13c2\13c3\13c4\13c5\13c6\13c7\13c8\13c9\13ca\13cb\13cc\13cd\13ce\13cf\13d0\13d1\13d2\13d3\13d4\13d5\13d6\13d7\13d8\13d9\13da\13db\13dc\13dd\13de\13df\13e0\13e1\13e2\13e3\13e4\13e5\13e6\13e7\13e8\13e9\13ea\13eb\13ec\13ed\13ee\13ef\13f0\13f1\13f2\13f3\13f4\13f5\1c89\1c90\1c91\1c92\1c93\1c94\1c95\1c96\1c97\1c98\1c99\1c9a\1c9b\1c9c\1c9d\1c9e\1c9f\1ca0\1ca1\1ca2\1ca3\1ca4\1ca5\1ca6\1ca7\1ca8\1ca9\1caa\1cab\1cac\1cad\1cae\1caf\1cb0\1cb1\1cb2\1cb3\1cb4\1cb5\1cb6\1cb7\1cb8\1cb9\1cba\1cbd\1cbe\1cbf\1e9c\1e9d\1e9f\1efc\1efd\1efe\1eff\2132\2183\2c00\2c01\2c02\2c03\2c04\2c05\2c06\2c07\2c08\2c09\2c0a\2c0b\2c0c\2c0d\2c0e\2c0f\2c10\2c11\2c12\2c13\2c14\2c15\2c16\2c17\2c18\2c19\2c1a\2c1b\2c1c\2c1d\2c1e\2c1f\2c20\2c21\2c22\2c23\2c24\2c25\2c26\2c27\2c28\2c29\2c2a\2c2b\2c2c\2c2d\2c2e\2c2f\2c60\2c62\2c63\2c64\2c65\2c66\2c67\2c69\2c6b\2c6d\2c6e\2c6f\2c70\2c72\2c75\2c7e\2c7f\2c80\2c82\2c84\2c86\2c88\2c8a\2c8c\2c8e\2c90\2c92\2c94\2c96\2c98\2c9a\2c9c\2c9e\2ca0\2ca2\2ca4\2ca6\2ca8\2caa\2cac\2cae\2cb0\2cb2\2cb4\2cb6\2cb8\2cba\2cbc\2cbe\2cc0\2cc2\2cc4\2cc6\2cc8\2cca\2ccc\2cce\2cd0\2cd2\2cd4\2cd6\2cd8\2cda\2cdc\2cde\2ce0\2ce2\2ceb\2ced\2cf2\a640\a642\a644\a646\a648\a64a\a64c\a64e\a650\a652\a654\a656\a658\a65a\a65c\a65e\a660\a662\a664\a666\a668\a66a\a66c\a680\a682\a684\a686\a688\a68a\a68c\a68e\a690\a692\a694\a696\a698\a69a\a722\a724\a726\a728\a72a\a72c\a72e\a732\a734\a736\a738\a73a\a73c\a73e\a740\a742\a744\a746\a748\a74a\a74c\a74e\a750\a752\a754\a756\a758\a75a\a75c\a75e\a760\a762\a764\a766\a768\a76a\a76c\a76e\a779\a77b\a77d\a77e\a780\a782\a784\a786\a78b\a78d\a790\a792\a796\a798\a79a\a79c\a79e\a7a0\a7a2\a7a4\a7a6\a7a8\a7aa\a7ab\a7ac\a7ad\a7ae\a7b0\a7b1\a7b2\a7b3\a7b4\a7b6\a7b8\a7ba\a7bc\a7be\a7c0\a7c2\a7c4\a7c5\a7c6\a7c7\a7c9\a7cb\a7cc\a7ce\a7d0\a7d2\a7d4\a7d6\a7d8\a7da\a7dc\a7f5\+010400\+010401\+010402\+010403\+010404\+010405\+010406\+010407\+010408\+010409\+01040a\+01040b\+01040c\+01040d\+01040e\+01040f\+010410\+010411\+010412\+010413\+010414\+010415\+010416\+010417\+010418\+010419\+01041a\+01041b\+01041c\+01041d\+01041e\+01041f\+010420\+010421\+010422\+010423\+010424\+010425\+010426\+010427\+0104b0\+0104b1\+0104b2\+0104b3\+0104b4\+0104b5\+0104b6\+0104b7\+0104b8\+0104b9\+0104ba\+0104bb\+0104bc\+0104bd\+0104be\+0104bf\+0104c0\+0104c1\+0104c2\+0104c3\+0104c4\+0104c5\+0104c6\+0104c7\+0104c8\+0104c9\+0104ca\+0104cb\+0104cc\+0104cd\+0104ce\+0104cf\+0104d0\+0104d1\+0104d2\+0104d3\+010570\+010571\+010572\+010573\+010574\+010575\+010576\+010577\+010578\+010579\+01057a\+01057c\+01057d\+01057e\+01057f\+010580\+010581\+010582\+010583\+010584\+010585\+010586\+010587\+010588\+010589\+01058a\+01058c\+01058d\+01058e\+01058f\+010590\+010591\+010592\+010594\+010595\+010c80\+010c81\+010c82\+010c83\+010c84\+010c85\+010c86\+010c87\+010c88\+010c89\+010c8a\+010c8b\+010c8c\+010c8d\+010c8e\+010c8f\+010c90\+010c91\+010c92\+010c93\+010c94\+010c95\+010c96\+010c97\+010c98\+010c99\+010c9a\+010c9b\+010c9c\+010c9d\+010c9e\+010c9f\+010ca0\+010ca1\+010ca2\+010ca3\+010ca4\+010ca5\+010ca6\+010ca7\+010ca8\+010ca9\+010caa\+010cab\+010cac\+010cad\+010cae\+010caf\+010cb0\+010cb1\+010cb2\+010d50\+010d51\+010d52\+010d53\+010d54\+010d55\+010d56\+010d57\+010d58\+010d59\+010d5a\+010d5b\+010d5c\+010d5d\+010d5e\+010d5f\+010d60\+010d61\+010d62\+010d63\+010d64\+010d65\+0118a0\+0118a1\+0118a2\+0118a3\+0118a4\+0118a5\+0118a6\+0118a7\+0118a8\+0118a9\+0118aa\+0118ab\+0118ac\+0118ad\+0118ae\+0118af\+0118b0\+0118b1\+0118b2\+0118b3\+0118b4\+0118b5\+0118b6\+0118b7\+0118b8\+0118b9\+0118ba\+0118bb\+0118bc\+0118bd\+0118be\+0118bf\+016e40\+016e41\+016e42\+016e43\+016e44\+016e45\+016e46\+016e47\+016e48\+016e49\+016e4a\+016e4b\+016e4c\+016e4d\+016e4e\+016e4f\+016e50\+016e51\+016e52\+016e53\+016e54\+016e55\+016e56\+016e57\+016e58\+016e59\+016e5a\+016e5b\+016e5c\+016e5d\+016e5e\+016e5f\+016ea0\+016ea1\+016ea2\+016ea3\+016ea4\+016ea5\+016ea6\+016ea7\+016ea8\+016ea9\+016eaa\+016eab\+016eac\+016ead\+016eae\+016eaf\+016eb0\+016eb1\+016eb2\+016eb3\+016eb4\+016eb5\+016eb6\+016eb7\+016eb8\+01e900\+01e901\+01e902\+01e903\+01e904\+01e905\+01e906\+01e907\+01e908\+01e909\+01e90a\+01e90b\+01e90c\+01e90d\+01e90e\+01e90f\+01e910\+01e911\+01e912\+01e913\+01e914\+01e915\+01e916\+01e917\+01e918\+01e919\+01e91a\+01e91b\+01e91c\+01e91d\+01e91e\+01e91f\+01e920\+01e921\0640', U&'\0061\0062\0063\0064\0065\0066\0067\0068\0069\006a\006b\006c\006d\006e\006f\0070\0071\0072\0073\0074\0075\0076\0077\0078\0079\007a\0064\006f\0064\006f\0064\0064\0068\0068\0069\006b\006c\006c\006e\006e\0074\0074\0062\0062\0062\0062\0185\006f\0063\0063\0064\0064\0064\0064\0065\0065\0065\0066\0066\0067\0067\0069\0069\006b\006b\006c\026f\006e\006e\006f\01a3\0070\0070\0280\01a8\0283\0074\0074\0074\0074\0075\0076\0079\0079\007a\007a\007a\01b9\01bd\0065\0067\0067\0195\01bf\0079\0079\006e\0223\007a\007a\006a\0061\0063\0063\006c\0074\0242\0062\0075\028c\0065\0065\006a\006a\024b\0072\0072\0079\0079\0062\006f\0064\0064\0065\0065\0067\0067\0069\0069\006e\006f\0074\0075\0075\0076\007a\0371\0373\0377\03f3\03b1\03b2\03b3\03b4\03b5\03b6\03b7\03b8\03b9\03ba\03bb\03bc\03bd\03be\03bf\03c0\03c1\03c3\03c4\03c5\03c6\03c7\03c8\03c9\03c3\03d7\03d9\03db\03dd\03df\03e1\03e3\03e5\03e7\03e9\03eb\03ed\03ef\03f8\03fb\037b\037c\037d\0452\0454\0455\0456\0458\0459\045a\045b\045f\0430\0431\0432\0433\0434\0435\0436\0437\0438\043a\043b\043c\043d\043e\043f\0440\0441\0442\0443\0444\0445\0446\0447\0448\0449\044a\044b\044c\044d\044e\044f\0461\0463\0465\0467\0469\046b\046d\046f\0471\0473\0475\0479\047b\047d\047f\0481\048b\048d\048f\0491\0493\0495\0497\0499\049b\049d\049f\04a1\04a3\04a5\04a7\04a9\04ab\04ad\04af\04b1\04b3\04b5\04b7\04b9\04bb\04bd\04bf\04cf\04c4\04c6\04c8\04ca\04cc\04ce\04d5\04d9\04e1\04e9\04f7\04fb\04fd\04ff\0501\0503\0505\0507\0509\050b\050d\050f\0511\0513\0515\0517\0519\051b\051d\051f\0521\0523\0525\0527\0529\052b\052d\052f\0561\0562\0563\0564\0565\0566\0567\0568\0569\056a\056b\056c\056d\056e\056f\0570\0571\0572\0573\0574\0575\0576\0577\0578\0579\057a\057b\057c\057d\057e\057f\0580\0581\0582\0583\0584\0585\0586\0647\064a\0627\0643\0647\0647\064a\064a\0647\2d00\2d01\2d02\2d03\2d04\2d05\2d06\2d07\2d08\2d09\2d0a\2d0b\2d0c\2d0d\2d0e\2d0f\2d10\2d11\2d12\2d13\2d14\2d15\2d16\2d17\2d18\2d19\2d1a\2d1b\2d1c\2d1d\2d1e\2d1f\2d20\2d21\2d22\2d23\2d24\2d25\2d27\2d2d\ab70\ab71\ab72\ab73\ab74\ab75\ab76\ab77\ab78\ab79\ab7a\ab7b\ab7c\ab7d\ab7e\ab7f\ab80\ab81\ab82\ab83\ab84\ab85\ab86\ab87\ab88\ab89\ab8a\ab8b\ab8c\ab8d\ab8e\ab8f\ab90\ab91\ab92\ab93\ab94\ab95\ab96\ab97\ab98\ab99\ab9a\ab9b\ab9c\ab9d\ab9e\ab9f\aba0\aba1\aba2\aba3\aba4\aba5\aba6\aba7\aba8\aba9\abaa\abab\abac\abad\abae\abaf\abb0\abb1\abb2\abb3\abb4\abb5\abb6\abb7\abb8\abb9\abba\abbb\abbc\abbd\abbe\abbf\13f8\13f9\13fa\13fb\13fc\13fd\1c8a\10d0\10d1\10d2\10d3\10d4\10d5\10d6\10d7\10d8\10d9\10da\10db\10dc\10dd\10de\10df\10e0\10e1\10e2\10e3\10e4\10e5\10e6\10e7\10e8\10e9\10ea\10eb\10ec\10ed\10ee\10ef\10f0\10f1\10f2\10f3\10f4\10f5\10f6\10f7\10f8\10f9\10fa\10fd\10fe\10ff\0073\0073\0064\0076\0076\0079\0079\214e\2184\2c30\2c31\2c32\2c33\2c34\2c35\2c36\2c37\2c38\2c39\2c3a\2c3b\2c3c\2c3d\2c3e\2c3f\2c40\2c41\2c42\2c43\2c44\2c45\2c46\2c47\2c48\2c49\2c4a\2c4b\2c4c\2c4d\2c4e\2c4f\2c50\2c51\2c52\2c53\2c54\2c55\2c56\2c57\2c58\2c59\2c5a\2c5b\2c5c\2c5d\2c5e\2c5f\2c61\026b\1d7d\027d\0061\0074\2c68\2c6a\2c6c\0251\0271\0250\0252\2c73\2c76\023f\0240\2c81\2c83\2c85\2c87\2c89\2c8b\2c8d\2c8f\2c91\2c93\2c95\2c97\2c99\2c9b\2c9d\2c9f\2ca1\2ca3\2ca5\2ca7\2ca9\2cab\2cad\2caf\2cb1\2cb3\2cb5\2cb7\2cb9\2cbb\2cbd\2cbf\2cc1\2cc3\2cc5\2cc7\2cc9\2ccb\2ccd\2ccf\2cd1\2cd3\2cd5\2cd7\2cd9\2cdb\2cdd\2cdf\2ce1\2ce3\2cec\2cee\2cf3\a641\a643\a645\a647\a649\a64b\a64d\a64f\a651\a653\a655\a657\a659\a65b\a65d\a65f\a661\a663\a665\a667\a669\a66b\a66d\a681\a683\a685\a687\a689\a68b\a68d\a68f\a691\a693\a695\a697\a699\a69b\a723\a725\a727\a729\a72b\a72d\a72f\a733\a735\a737\a739\a73b\a73d\a73f\a741\a743\a745\a747\a749\a74b\a74d\a74f\a751\a753\a755\a757\a759\a75b\a75d\a75f\a761\a763\a765\a767\a769\a76b\a76d\a76f\a77a\a77c\1d79\a77f\a781\a783\a785\a787\a78c\0265\a791\a793\a797\a799\a79b\a79d\a79f\a7a1\a7a3\a7a5\a7a7\a7a9\0266\025c\0261\026c\026a\029e\0287\029d\ab53\a7b5\a7b7\a7b9\a7bb\a7bd\a7bf\a7c1\a7c3\a794\0282\1d8e\a7c8\a7ca\0264\a7cd\a7cf\a7d1\a7d3\a7d5\a7d7\a7d9\a7db\019b\a7f6\+010428\+010429\+01042a\+01042b\+01042c\+01042d\+01042e\+01042f\+010430\+010431\+010432\+010433\+010434\+010435\+010436\+010437\+010438\+010439\+01043a\+01043b\+01043c\+01043d\+01043e\+01043f\+010440\+010441\+010442\+010443\+010444\+010445\+010446\+010447\+010448\+010449\+01044a\+01044b\+01044c\+01044d\+01044e\+01044f\+0104d8\+0104d9\+0104da\+0104db\+0104dc\+0104dd\+0104de\+0104df\+0104e0\+0104e1\+0104e2\+0104e3\+0104e4\+0104e5\+0104e6\+0104e7\+0104e8\+0104e9\+0104ea\+0104eb\+0104ec\+0104ed\+0104ee\+0104ef\+0104f0\+0104f1\+0104f2\+0104f3\+0104f4\+0104f5\+0104f6\+0104f7\+0104f8\+0104f9\+0104fa\+0104fb\+010597\+010598\+010599\+01059a\+01059b\+01059c\+01059d\+01059e\+01059f\+0105a0\+0105a1\+0105a3\+0105a4\+0105a5\+0105a6\+0105a7\+0105a8\+0105a9\+0105aa\+0105ab\+0105ac\+0105ad\+0105ae\+0105af\+0105b0\+0105b1\+0105b3\+0105b4\+0105b5\+0105b6\+0105b7\+0105b8\+0105b9\+0105bb\+0105bc\+010cc0\+010cc1\+010cc2\+010cc3\+010cc4\+010cc5\+010cc6\+010cc7\+010cc8\+010cc9\+010cca\+010ccb\+010ccc\+010ccd\+010cce\+010ccf\+010cd0\+010cd1\+010cd2\+010cd3\+010cd4\+010cd5\+010cd6\+010cd7\+010cd8\+010cd9\+010cda\+010cdb\+010cdc\+010cdd\+010cde\+010cdf\+010ce0\+010ce1\+010ce2\+010ce3\+010ce4\+010ce5\+010ce6\+010ce7\+010ce8\+010ce9\+010cea\+010ceb\+010cec\+010ced\+010cee\+010cef\+010cf0\+010cf1\+010cf2\+010d70\+010d71\+010d72\+010d73\+010d74\+010d75\+010d76\+010d77\+010d78\+010d79\+010d7a\+010d7b\+010d7c\+010d7d\+010d7e\+010d7f\+010d80\+010d81\+010d82\+010d83\+010d84\+010d85\+0118c0\+0118c1\+0118c2\+0118c3\+0118c4\+0118c5\+0118c6\+0118c7\+0118c8\+0118c9\+0118ca\+0118cb\+0118cc\+0118cd\+0118ce\+0118cf\+0118d0\+0118d1\+0118d2\+0118d3\+0118d4\+0118d5\+0118d6\+0118d7\+0118d8\+0118d9\+0118da\+0118db\+0118dc\+0118dd\+0118de\+0118df\+016e60\+016e61\+016e62\+016e63\+016e64\+016e65\+016e66\+016e67\+016e68\+016e69\+016e6a\+016e6b\+016e6c\+016e6d\+016e6e\+016e6f\+016e70\+016e71\+016e72\+016e73\+016e74\+016e75\+016e76\+016e77\+016e78\+016e79\+016e7a\+016e7b\+016e7c\+016e7d\+016e7e\+016e7f\+016ebb\+016ebc\+016ebd\+016ebe\+016ebf\+016ec0\+016ec1\+016ec2\+016ec3\+016ec4\+016ec5\+016ec6\+016ec7\+016ec8\+016ec9\+016eca\+016ecb\+016ecc\+016ecd\+016ece\+016ecf\+016ed0\+016ed1\+016ed2\+016ed3\+01e922\+01e923\+01e924\+01e925\+01e926\+01e927\+01e928\+01e929\+01e92a\+01e92b\+01e92c\+01e92d\+01e92e\+01e92f\+01e930\+01e931\+01e932\+01e933\+01e934\+01e935\+01e936\+01e937\+01e938\+01e939\+01e93a\+01e93b\+01e93c\+01e93d\+01e93e\+01e93f\+01e940\+01e941\+01e942\+01e943'), U&'\00c6', 'ae'), U&'\00de', 'th'), U&'\00df', 'ss'), U&'\00e6', 'ae'), U&'\00fe', 'th'), U&'\0152', 'oe'), U&'\0153', 'oe'), U&'\1e9e', 'ss'), U&'\1efa', 'll'), U&'\1efb', 'll');
  t := regexp_replace(t, '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b\u0897-\u089f\u08ca-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09c4\u09c7-\u09c8\u09cb-\u09cd\u09d7\u09e2-\u09e3\u09fe\u0a01-\u0a03\u0a3c\u0a3e-\u0a42\u0a47-\u0a48\u0a4b-\u0a4d\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0ac5\u0ac7-\u0ac9\u0acb-\u0acd\u0ae2-\u0ae3\u0afa-\u0aff\u0b01-\u0b03\u0b3c\u0b3e-\u0b44\u0b47-\u0b48\u0b4b-\u0b4d\u0b55-\u0b57\u0b62-\u0b63\u0b82\u0bbe-\u0bc2\u0bc6-\u0bc8\u0bca-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c44\u0c46-\u0c48\u0c4a-\u0c4d\u0c55-\u0c56\u0c62-\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cc4\u0cc6-\u0cc8\u0cca-\u0ccd\u0cd5-\u0cd6\u0ce2-\u0ce3\u0cf3\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d44\u0d46-\u0d48\u0d4a-\u0d4d\u0d57\u0d62-\u0d63\u0d81-\u0d83\u0dca\u0dcf-\u0dd4\u0dd6\u0dd8-\u0ddf\u0df2-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87\u0f8d-\u0f97\u0f99-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u1712-\u1715\u1732-\u1734\u1752-\u1753\u1772-\u1773\u17b4-\u17d3\u17dd\u180b-\u180d\u180f\u1885-\u1886\u18a9\u1920-\u192b\u1930-\u193b\u1a17-\u1a1b\u1a55-\u1a5e\u1a60-\u1a7c\u1a7f\u1ab0-\u1add\u1ae0-\u1aeb\u1b00-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802\ua806\ua80b\ua823-\ua827\ua82c\ua880-\ua881\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0\ua9e5\uaa29-\uaa36\uaa43\uaa4c-\uaa4d\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7-\uaab8\uaabe-\uaabf\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\U000101fd\U000102e0\U00010376-\U0001037a\U00010a01-\U00010a03\U00010a05-\U00010a06\U00010a0c-\U00010a0f\U00010a38-\U00010a3a\U00010a3f\U00010ae5-\U00010ae6\U00010d24-\U00010d27\U00010d69-\U00010d6d\U00010eab-\U00010eac\U00010efa-\U00010eff\U00010f46-\U00010f50\U00010f82-\U00010f85\U00011000-\U00011002\U00011038-\U00011046\U00011070\U00011073-\U00011074\U0001107f-\U00011082\U000110b0-\U000110ba\U000110c2\U00011100-\U00011102\U00011127-\U00011134\U00011145-\U00011146\U00011173\U00011180-\U00011182\U000111b3-\U000111c0\U000111c9-\U000111cc\U000111ce-\U000111cf\U0001122c-\U00011237\U0001123e\U00011241\U000112df-\U000112ea\U00011300-\U00011303\U0001133b-\U0001133c\U0001133e-\U00011344\U00011347-\U00011348\U0001134b-\U0001134d\U00011357\U00011362-\U00011363\U00011366-\U0001136c\U00011370-\U00011374\U000113b8-\U000113c0\U000113c2\U000113c5\U000113c7-\U000113ca\U000113cc-\U000113d0\U000113d2\U000113e1-\U000113e2\U00011435-\U00011446\U0001145e\U000114b0-\U000114c3\U000115af-\U000115b5\U000115b8-\U000115c0\U000115dc-\U000115dd\U00011630-\U00011640\U000116ab-\U000116b7\U0001171d-\U0001172b\U0001182c-\U0001183a\U00011930-\U00011935\U00011937-\U00011938\U0001193b-\U0001193e\U00011940\U00011942-\U00011943\U000119d1-\U000119d7\U000119da-\U000119e0\U000119e4\U00011a01-\U00011a0a\U00011a33-\U00011a39\U00011a3b-\U00011a3e\U00011a47\U00011a51-\U00011a5b\U00011a8a-\U00011a99\U00011b60-\U00011b67\U00011c2f-\U00011c36\U00011c38-\U00011c3f\U00011c92-\U00011ca7\U00011ca9-\U00011cb6\U00011d31-\U00011d36\U00011d3a\U00011d3c-\U00011d3d\U00011d3f-\U00011d45\U00011d47\U00011d8a-\U00011d8e\U00011d90-\U00011d91\U00011d93-\U00011d97\U00011ef3-\U00011ef6\U00011f00-\U00011f01\U00011f03\U00011f34-\U00011f3a\U00011f3e-\U00011f42\U00011f5a\U00013440\U00013447-\U00013455\U0001611e-\U0001612f\U00016af0-\U00016af4\U00016b30-\U00016b36\U00016f4f\U00016f51-\U00016f87\U00016f8f-\U00016f92\U00016fe4\U00016ff0-\U00016ff1\U0001bc9d-\U0001bc9e\U0001cf00-\U0001cf2d\U0001cf30-\U0001cf46\U0001d165-\U0001d169\U0001d16d-\U0001d172\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244\U0001da00-\U0001da36\U0001da3b-\U0001da6c\U0001da75\U0001da84\U0001da9b-\U0001da9f\U0001daa1-\U0001daaf\U0001e000-\U0001e006\U0001e008-\U0001e018\U0001e01b-\U0001e021\U0001e023-\U0001e024\U0001e026-\U0001e02a\U0001e08f\U0001e130-\U0001e136\U0001e2ae\U0001e2ec-\U0001e2ef\U0001e4ec-\U0001e4ef\U0001e5ee-\U0001e5ef\U0001e6e3\U0001e6e6\U0001e6ee-\U0001e6ef\U0001e6f5\U0001e8d0-\U0001e8d6\U0001e944-\U0001e94a\U000e0100-\U000e01ef]', '', 'g');
  return normalize(translate(t, U&'\0060\00b4\02b9\02ba\02bb\02bc\02bd\02be\02bf\02c8\02ca\02cb\0384\055a\05f3\1fbd\1fbf\1fef\1ffd\1ffe\2018\2019\201b\2032\2035\a78b\a78c\ff07\ff40', repeat('''', 29)), NFC);
end $function$;

CREATE OR REPLACE FUNCTION lintel.fund_standing(in_until timestamp with time zone)
 RETURNS TABLE(fund_id uuid, year integer, given_pence bigint, told boolean, promised_pence bigint, paid_pence bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not lintel.roles() && '{finance,da_manager,system}'::text[] then return; end if;
  return query
  with given as (
    select m.fund_id, m.to_year as year, sum(m.pence) as pence from fund_move m
    where m.organisation_id = lintel.organisation() and m.because = 'budget' group by 1, 2
  ), had as (
    select m.fund_id, l.year, m.case_id, coalesce(sum(l.pence) filter (where l.place = 'paid'), 0) as paid,
      coalesce(sum(l.pence) filter (where l.place in ('reserved', 'committed')), 0) as promised
    from fund_move m
    cross join lateral (values (m.to_year, m.to_place, m.pence), (m.from_year, m.from_place, -m.pence))
      as l (year, place, pence)
    where m.organisation_id = lintel.organisation() and m.moved_at < in_until and m.subject_id is not null
    group by 1, 2, 3
  ), taken as (
    select h.fund_id, h.year, count(h.case_id) as cases, sum(h.paid) as paid, sum(h.promised) as promised,
      count(h.case_id) filter (where h.paid <> 0) as were_paid,
      count(h.case_id) filter (where h.promised <> 0) as were_promised
    from had h group by 1, 2
  )
  select g.fund_id, g.year, g.pence::bigint, coalesce(t.cases, 0) >= 5,
    case when coalesce(t.cases, 0) < 5 or t.were_promised between 1 and 4 then null
      else (round(t.promised / 5000.0) * 5000)::bigint end,
    case when coalesce(t.cases, 0) < 5 or t.were_paid between 1 and 4 then null
      else (round(t.paid / 5000.0) * 5000)::bigint end
  from given g left join taken t on t.fund_id = g.fund_id and t.year = g.year
  order by g.year desc;
end $function$;
alter function lintel.fund_standing(timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.fund_standing(timestamp with time zone) from public;
grant execute on function lintel.fund_standing(timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.funds_paid(in_year integer, in_until timestamp with time zone)
 RETURNS TABLE(name text, pence bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function lintel.funds_paid(integer,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.funds_paid(integer,timestamp with time zone) from public;
grant execute on function lintel.funds_paid(integer,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.hands_on(in_organisation uuid, in_cases uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct s), '{}') from (
    select unnest(c.granted_staff || c.lead_id) as s from case_file c
      where c.organisation_id = in_organisation and c.id = any (in_cases)
    union all
    select a.staff_id from allocation a where a.organisation_id = in_organisation and a.case_id = any (in_cases)) h
  where s is not null $function$;
alter function lintel.hands_on(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.hands_on(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.heads_of(in_words text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select array(select distinct left(w, 3) from unnest(in_words) w) $function$;
alter function lintel.heads_of(text[]) owner to lintel_definer;
revoke all on function lintel.heads_of(text[]) from public;

CREATE OR REPLACE FUNCTION lintel.held_by(in_staff uuid, in_now timestamp with time zone)
 RETURNS TABLE(cases bigint, alone bigint, tasks bigint, visits bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select
    (select count(*) from case_file c where c.organisation_id = lintel.organisation() and c.lead_id = in_staff
      and c.closed_at is null),
    (select count(*) from case_file c where c.organisation_id = lintel.organisation() and c.closed_at is null
      and c.granted_staff = array[in_staff] and c.granted_roles = '{}'),
    (select count(*) from task t where t.organisation_id = lintel.organisation() and t.owner_id = in_staff
      and t.state = 'open' and t.case_id is not null),
    (select count(*) from planned_contact p where p.organisation_id = lintel.organisation()
      and in_staff in (p.staff_id, p.second_staff_id) and p.ended_at is null and p.starts_at > in_now)
  where lintel.roles() && '{administrator,system}' $function$;
alter function lintel.held_by(uuid,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.held_by(uuid,timestamp with time zone) from public;
grant execute on function lintel.held_by(uuid,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.hold_cases(in_organisation uuid, in_slots uuid[], in_ours uuid[], in_here uuid[], in_people uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (select jsonb_agg(jsonb_build_object('ours', c.id = any (in_ours), 'closedAt', c.closed_at, 'spaceFrom', c.breathing_space_from,
      'respiteFrom', c.debt_respite_from, 'respiteUntil', c.debt_respite_until,
      'here', c.id = any (in_here), 'feared', x.feared, 'agreed',
      case when a.id is not null then jsonb_build_object('channel', a.channel, 'mayText', a.may_text,
        'mayEmail', a.may_email, 'mayPost', a.may_post, 'mayVisit', a.may_visit,
        'agreedWithPerson', a.agreed_with_person, 'askedAt', greatest(a.recorded_at, g.same_at),
        'unsure', s.unsure, 'changed', g.changed, 'moved', m.moved) end))
  from unnest(in_slots) slot (id)
    join case_file c on c.organisation_id = in_organisation and c.id = slot.id
    cross join lateral (select case
        when bool_or(q.person_id = any (in_people)) then 'near'
        when bool_and(q.person_id is not null) then 'elsewhere' else 'not_known' end as feared
      from case_person q where q.organisation_id = in_organisation and q.case_id = c.id
        and q.part = 'alleged_perpetrator') x
    left join lateral (select * from safe_contact w where w.organisation_id = in_organisation and w.case_id = c.id
      order by w.number desc limit 1) a on true
    left join lateral (select max(g.asked_at) filter (where g.answer = 'same') as same_at,
        coalesce(bool_or(g.answer = 'changed'), false) as changed
      from safe_contact_asking g where g.organisation_id = in_organisation and g.safe_contact_id = a.id) g on true
    left join lateral (select exists (select from contact t where t.organisation_id = in_organisation
      and t.case_id = c.id and t.may_suspect in ('yes', 'not_known')
      and t.recorded_at > greatest(a.recorded_at, g.same_at)) as unsure) s on true
    left join lateral (select exists (select from case_home h where h.organisation_id = in_organisation
      and h.case_id = c.id and h.moves and h.recorded_at > a.recorded_at) as moved) m on true);
end $function$;
alter function lintel.hold_cases(uuid,uuid[],uuid[],uuid[],uuid[]) owner to lintel_definer;
revoke all on function lintel.hold_cases(uuid,uuid[],uuid[],uuid[],uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.hold_facts(in_organisation uuid, in_question text, in_reference text, in_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  tenancies uuid[] := '{}';
  homes uuid[] := '{}';
  people uuid[] := '{}';
  known boolean;
  told boolean;
  held jsonb;
  here uuid[];
  around uuid[];
  lived uuid[];
  feared uuid[];
  stood uuid[];
  stood_for uuid[];
  corrected uuid[];
  ours uuid[];
  others uuid[];
  looked_at timestamptz;
  found_rows integer;
  -- The same each time for the same reference: whoever asks again and again measures the same work.
  somewhen constant timestamptz := in_now - interval '366 days' * (abs(hashtext(in_reference)::bigint) / 2147483648.0);
  today constant date := (in_now at time zone 'Europe/London')::date;
  ending text;
begin
  if in_question in ('tenancy', 'list') then
    select array[id], array[property_id] into tenancies, homes from tenancy
      where organisation_id = in_organisation and reference = in_reference;
  elsif in_question = 'person' then
    people := lintel.kin(in_organisation,
      array(select id from person where organisation_id = in_organisation and reference = in_reference));
    tenancies := array(select tenancy_id from tenant where organisation_id = in_organisation
      and person_id = any (people) and (to_date is null or to_date >= today));
    homes := array(
      select property_id from tenancy where organisation_id = in_organisation and id = any (tenancies)
        and (ended_on is null or ended_on >= today)
      union
      select property_id from resident where organisation_id = in_organisation and person_id = any (people)
        and (to_date is null or to_date >= today));
  elsif in_question = 'uprn' then
    homes := array(select id from property where organisation_id = in_organisation and uprn = in_reference);
  else
    ending := substring(upper(in_reference) from '([A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2})\s*$');
    homes := array(
      select id from property where organisation_id = in_organisation and reference = in_reference
      union
      select id from property where organisation_id = in_organisation and same_home = lintel.home_key(
        string_to_array(left(in_reference, length(in_reference) - coalesce(length(ending), 0)), ','), ending));
  end if;
  tenancies := coalesce(tenancies, '{}');
  homes := coalesce(homes, '{}');
  known := cardinality(tenancies) + cardinality(homes) + cardinality(people) > 0;
  -- The same homes by another record (lintel.same_homes).
  homes := array(
    select unnest(homes)
    union
    select s.id from property h join property s on s.organisation_id = h.organisation_id and s.uprn = h.uprn
      where h.organisation_id = in_organisation and h.id = any (homes)
    union
    select s.id from property h join property s on s.organisation_id = h.organisation_id and s.same_home = h.same_home
      where h.organisation_id = in_organisation and h.id = any (homes));
  tenancies := array(
    select unnest(tenancies)
    union
    select id from tenancy where organisation_id = in_organisation and property_id = any (homes)
      and (ended_on is null or ended_on >= today));
  people := array(
    select unnest(people)
    union
    select person_id from tenant where organisation_id = in_organisation and tenancy_id = any (tenancies)
      and (to_date is null or to_date >= today)
    union
    select person_id from resident where organisation_id = in_organisation and property_id = any (homes)
      and (to_date is null or to_date >= today));
  -- And the same people (lintel.kin).
  if exists (select from person_match m where m.organisation_id = in_organisation and m.person_id = any (people)
      and m.decision = 'linked')
    or exists (select from person_match m where m.organisation_id = in_organisation and m.other_id = any (people)
      and m.decision = 'linked') then
    people := lintel.kin(in_organisation, people);
  end if;
  -- Of each table as many rows are read as if something had been found: what is found is made up with what is not.
  select coalesce(bool_or(d.triaged_at is null), false), max(d.triaged_at), count(*)
    into told, looked_at, found_rows from (
    select triaged_at from disclosure where organisation_id = in_organisation and person_id = any (people)
    union all
    select triaged_at from disclosure where organisation_id = in_organisation and property_id = any (homes)) d;
  perform max(o.route) from (select d.route from disclosure d where d.organisation_id = in_organisation
    order by d.id limit greatest(1, 4 - found_rows)) o;
  select coalesce(jsonb_agg(jsonb_build_object('ours', true, 'contacts', h.held, 'endedAt', h.ended_at)), '[]'),
      count(*) into held, found_rows
    from hold h where h.organisation_id = in_organisation and h.tenancy_id = any (tenancies)
      and h.starts_at <= in_now and (h.ended_at is null or h.ended_at > in_now - interval '184 days');
  held := held || coalesce((select jsonb_agg(jsonb_build_object('ours', false, 'contacts', h.held, 'endedAt',
      h.ended_at)) from (select o.held, o.ended_at from hold o where o.organisation_id = in_organisation
        and o.ended_at is null order by o.look_on limit greatest(1, 3 - found_rows)) h), '[]');
  here := array(
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (people)
    union all
    select c.id from case_file c where c.organisation_id = in_organisation and c.property_id = any (homes)
    union all
    select c.id from case_file c where c.organisation_id = in_organisation and c.tenancy_id = any (tenancies)
      and c.tenancy_id is not null);
  perform max(o.children) from (
    (select c.children from case_file c where c.organisation_id = in_organisation and c.opened_at <= somewhen
      order by c.opened_at desc, c.id limit 8)
    union all
    (select c.children from case_file c where c.organisation_id = in_organisation and c.opened_at > somewhen
      order by c.opened_at desc, c.id limit 8)
    limit greatest(1, 5 - cardinality(here))) o;
  select coalesce(array_agg(q.case_id) filter (where q.ended_at is null
        and q.part in ('at_risk', 'child_victim', 'household_member')), '{}'),
      coalesce(array_agg(q.case_id) filter (where q.part = 'alleged_perpetrator'), '{}'), count(*)
    into lived, feared, found_rows
    from case_person q where q.organisation_id = in_organisation and q.person_id = any (people);
  perform max(o.part) from (select q.part from case_person q where q.organisation_id = in_organisation
    order by q.id limit greatest(1, 4 - found_rows)) o;
  select coalesce(array_agg(h.id), '{}'), coalesce(array_agg(h.case_id), '{}'), count(*)
    into stood, stood_for, found_rows
    from case_home h where h.organisation_id = in_organisation and h.property_id = any (homes)
      and h.property_id is not null;
  stood := stood || array(select h.id from case_home h where h.organisation_id = in_organisation
    and h.recorded_at > '-infinity' order by h.id limit greatest(1, 4 - found_rows));
  corrected := array(select w.corrects_id from case_home w where w.organisation_id = in_organisation
    and w.corrects_id = any (stood));
  around := feared || array(select h.case_id from unnest(stood[1:found_rows], stood_for) h (id, case_id)
    where h.id <> all (corrected));
  here := here || lived;
  ours := array(select distinct unnest(here || around));
  -- Other cases of the landlord, from some moment of the year on.
  others := array(
    (select c.id from case_file c where c.organisation_id = in_organisation and c.opened_at <= somewhen
      order by c.opened_at desc, c.id limit 8)
    union all
    (select c.id from case_file c where c.organisation_id = in_organisation and c.opened_at > somewhen
      order by c.opened_at desc, c.id limit 8)
    limit 8);
  others := array(select o from unnest(others) o where o <> all (ours) limit greatest(0, 4 - cardinality(ours)));
  return jsonb_build_object('known', known, 'told', told, 'lookedAt', looked_at, 'held', held, 'cases',
    coalesce(lintel.hold_cases(in_organisation, ours || others, ours, here, people), '[]'));
end $function$;
alter function lintel.hold_facts(uuid,text,text,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.hold_facts(uuid,text,text,timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION lintel.hold_system_agreed(in_organisation uuid, in_system uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from hold_system s where s.organisation_id = in_organisation and s.id = in_system
    and s.decision = 'approved') $function$;
alter function lintel.hold_system_agreed(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.hold_system_agreed(uuid,uuid) from public;
grant execute on function lintel.hold_system_agreed(uuid,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.home_corrected()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array[new.corrects_id], new.id, new.recorded_at);
  return null;
end $function$;
revoke all on function lintel.home_corrected() from public;

CREATE OR REPLACE FUNCTION lintel.home_key(in_lines text[], in_postcode text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  parts text[];
  part text;
  taken text := '';
  -- A number that stands in a part of its own belongs to the part after it.
  alone text := '';
  number_of integer := 0;
begin
  if coalesce(in_postcode, '') = '' then return null; end if;
  parts := regexp_split_to_array(lower(array_to_string(in_lines, ',')), '\s*[,;\n]+\s*');
  foreach part in array parts loop
    if part ~ '[[:alnum:]]' then
      number_of := number_of + 1;
      taken := taken || ' ' || part;
      -- A garage, plot or block with its number says which home only together with its street.
      part := alone || regexp_replace(regexp_replace(part, '^\s*[[:alpha:]]+[ .]*[0-9]+[[:alpha:]]?\s*$', ''), '^\s*(flat|apartment|apt|unit|room|studio|maisonette|no)\M[ .]*[[:alnum:]]{1,4}\M', '');
      exit when part ~ '[0-9]' and part ~ '[[:alpha:]]{3}' or number_of = 2 and parts::text !~ '[0-9]';
      alone := case when part ~ '[0-9]' then part || ' ' else '' end;
    end if;
  end loop;
  taken := regexp_replace(taken, '\m(apartment|apt)\M', 'flat', 'g');
  taken := regexp_replace(taken, '\m(street|saint)\M', 'st', 'g');
  taken := regexp_replace(taken, '\mroad\M', 'rd', 'g');
  taken := regexp_replace(taken, '\m(avenue|av)\M', 'ave', 'g');
  taken := regexp_replace(taken, '\mlane\M', 'ln', 'g');
  taken := regexp_replace(taken, '\mclose\M', 'cl', 'g');
  taken := regexp_replace(taken, '\mcourt\M', 'ct', 'g');
  taken := regexp_replace(taken, '\mdrive\M', 'dr', 'g');
  taken := regexp_replace(taken, '\m(gardens|gdn)\M', 'gdns', 'g');
  taken := regexp_replace(taken, '\m(house)\M', 'hse', 'g');
  taken := regexp_replace(taken, '\m(crescent|cr)\M', 'cres', 'g');
  taken := regexp_replace(taken, '\m(terrace|ter)\M', 'terr', 'g');
  taken := regexp_replace(taken, '\mplace\M', 'pl', 'g');
  taken := regexp_replace(taken, '\msquare\M', 'sq', 'g');
  taken := regexp_replace(taken, '\m(grove|gr)\M', 'gro', 'g');
  taken := regexp_replace(taken, '\m(number|no)\M', '', 'g');
  return regexp_replace(upper(in_postcode), '[^A-Z0-9]', '', 'g') || ' '
    || regexp_replace(taken, '[^[:alnum:]]', '', 'g');
end $function$;
revoke all on function lintel.home_key(text[],text) from public;
grant execute on function lintel.home_key(text[],text) to lintel_app;
grant execute on function lintel.home_key(text[],text) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.home_order(in_lines text[], in_postcode text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select left(lintel.counted(in_postcode || ' ' || array_to_string(in_lines, ' ')), 400) $function$;
revoke all on function lintel.home_order(text[],text) from public;
grant execute on function lintel.home_order(text[],text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.home_places(in_lines text[])
 RETURNS TABLE(street text, number text, flat text)
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  part text;
  alone text;
  of_flat boolean := false;
  named boolean := false;
  numbered text[];
begin
  foreach part in array regexp_split_to_array(array_to_string(in_lines, ','), '[,;\n]+') loop
    part := btrim(lintel.told_words(part));
    continue when part = '' or part ~ '^[a-z]{1,2}[0-9][0-9a-z]?[0-9][a-z]{2}$';
    if part ~ '^flat [0-9a-z]{1,5} ' then
      flat := split_part(part, ' ', 2);
      alone := flat;
      of_flat := true;
      part := regexp_replace(part, '^flat [0-9a-z]{1,5} ', '');
    elsif part ~ '^([^ ]+ )?[0-9]+[a-z]?$' or part ~ '^flat [0-9a-z]+$' then
      alone := substring(part from '[^ ]+$');
      of_flat := part like '% %';
      if part like 'flat %' then flat := alone; end if;
      continue;
    end if;
    numbered := regexp_match(part, '(?:^| )([0-9]+[a-z]?) ([^0-9].*)$');
    continue when named and numbered is null;
    street := coalesce(numbered[2], part);
    number := coalesce(numbered[1], alone);
    street := coalesce((regexp_match(street, '^((?:[^ ]+ )+?(?:st|rd|ave|ln|cl|ct|dr|gdns|gro|hse|pl|terr|cres|sq|way|'
      'walk|row|mews|rise))(?= |$)'))[1], street);
    -- One short word is no place.
    if length(street) > 4 then
      return next;
      named := true;
    end if;
    -- A flat in a named building stands in a street as well.
    exit when not (of_flat and numbered is null);
  end loop;
end $function$;
alter function lintel.home_places(text[]) owner to lintel_definer;
revoke all on function lintel.home_places(text[]) from public;

CREATE OR REPLACE FUNCTION lintel.homes_about(in_organisation uuid, in_cases uuid[], in_told uuid[], in_people uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  cases uuid[] := lintel.cases_about(in_organisation, in_cases, in_people);
begin
  return lintel.same_homes(in_organisation, array(
    select c.property_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)
    union
    select h.property_id from case_home h
      where h.organisation_id = in_organisation and h.case_id = any (cases) and h.property_id is not null
        and not exists (select from case_home w where w.organisation_id = h.organisation_id and w.corrects_id = h.id)
    union
    select t.property_id from tenancy t where t.organisation_id = in_organisation and t.id = any (array(
      select c.tenancy_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)))
    union
    select d.property_id from disclosure d where d.organisation_id = in_organisation and d.id = any (in_told)
    union
    select r.property_id from resident r where r.organisation_id = in_organisation and r.person_id = any (in_people)
      and r.to_date is null
    union
    select t.property_id from tenancy t where t.organisation_id = in_organisation and t.ended_on is null
      and t.id = any (array(select n.tenancy_id from tenant n where n.organisation_id = in_organisation
        and n.person_id = any (in_people) and n.to_date is null))));
end $function$;
alter function lintel.homes_about(uuid,uuid[],uuid[],uuid[]) owner to lintel_definer;
revoke all on function lintel.homes_about(uuid,uuid[],uuid[],uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.homes_of_feared(in_organisation uuid, in_case uuid)
 RETURNS TABLE(postcode text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select h.postcode from case_person q
    left join lateral (select p.postcode from property p
      where p.organisation_id = q.organisation_id and q.person_id is not null and p.id in (
        select t.property_id from tenant n
          join tenancy t on t.organisation_id = n.organisation_id and t.id = n.tenancy_id and t.ended_on is null
          where n.organisation_id = q.organisation_id and n.to_date is null
            and n.person_id = any (lintel.kin(q.organisation_id, array[q.person_id]))
        union
        select r.property_id from resident r where r.organisation_id = q.organisation_id and r.to_date is null
          and r.person_id = any (lintel.kin(q.organisation_id, array[q.person_id])))) h on true
    where q.organisation_id = in_organisation and q.case_id = in_case and q.part = 'alleged_perpetrator'
      and q.ended_at is null $function$;
alter function lintel.homes_of_feared(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.homes_of_feared(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.in_conflict_with(in_organisation uuid, in_people uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct s.id), '{}') from (
    select k.staff_id as id from case_file c
      join case_conflict k on k.organisation_id = c.organisation_id and k.case_id = c.id and k.ended_at is null
      where c.organisation_id = in_organisation and c.person_id = any (in_people)
    union all
    select k.staff_id from case_person q
      join case_conflict k on k.organisation_id = q.organisation_id and k.case_id = q.case_id and k.ended_at is null
      where q.organisation_id = in_organisation and q.person_id = any (in_people) and q.ended_at is null
        and q.part <> 'alleged_perpetrator'
    union all
    select (told ->> 'staffId')::uuid from disclosure d cross join jsonb_array_elements(d.conflicts) told
      where d.organisation_id = in_organisation and d.person_id = any (in_people) and d.case_id is null
    union all
    select unnest(lintel.other_side_of(in_organisation, c.id)) from case_file c
      where c.organisation_id = in_organisation and c.person_id = any (in_people)) s $function$;
alter function lintel.in_conflict_with(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.in_conflict_with(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.judgement_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.decision is distinct from 'approved' then return new; end if;
  if exists (select from counter_allegation k where k.organisation_id = new.organisation_id
      and k.about_id = new.about_id
      and (k.recorded_at > new.proposed_at or new.conclusion = 'no_allegation' and k.source = 'asked'))
  then
    raise exception 'it was judged before all of it was known' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.keep_apart()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select set_config('lintel.kept_from', lintel.kept_from_of(lintel.organisation(), lintel.staff())::text, true) $function$;
alter function lintel.keep_apart() owner to lintel_definer;
revoke all on function lintel.keep_apart() from public;
grant execute on function lintel.keep_apart() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.keep_case_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from public.case_word where organisation_id = new.organisation_id and case_id = new.id;
  end if;
  insert into public.case_word (organisation_id, case_id, word)
    select new.organisation_id, new.id, w from lintel.words_of(left(new.described_as, 300)) w
    union select new.organisation_id, new.id, w from lintel.words_of(left(new.home_elsewhere, 300)) w
    union select new.organisation_id, new.id, r from lintel.reference_words(new.reference) r;
  return null;
end $function$;
alter function lintel.keep_case_words() owner to lintel_definer;
revoke all on function lintel.keep_case_words() from public;

CREATE OR REPLACE FUNCTION lintel.keep_court_step(in_organisation uuid, in_id uuid, in_system uuid, in_tenancy text, in_step text, in_state text, in_day date, in_told text, in_undone text, in_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if in_system is null and (in_organisation is distinct from lintel.organisation()
      or not lintel.roles() && '{income}') then
    raise exception 'Only the income team says a step' using errcode = 'insufficient_privilege';
  end if;
  insert into court_step (organisation_id, id, tenancy, tenancy_id, step, state, on_day, told, undone, said_at, said_by,
      system_id)
    values (in_organisation, in_id, in_tenancy, (select t.id from tenancy t
        where t.organisation_id = in_organisation and t.reference = in_tenancy limit 1),
      in_step, in_state, in_day, in_told, in_undone, in_now, case when in_system is null then lintel.staff() end,
      in_system);
end $function$;
alter function lintel.keep_court_step(uuid,uuid,uuid,text,text,text,date,text,text,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.keep_court_step(uuid,uuid,uuid,text,text,text,date,text,text,timestamp with time zone) from public;
grant execute on function lintel.keep_court_step(uuid,uuid,uuid,text,text,text,date,text,text,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.keep_disclosure_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from public.disclosure_word where organisation_id = new.organisation_id and disclosure_id = new.id;
  end if;
  insert into public.disclosure_word (organisation_id, disclosure_id, word)
    select new.organisation_id, new.id, w from lintel.words_of_told(new.reference, new.person_name, new.address) w;
  return null;
end $function$;
alter function lintel.keep_disclosure_words() owner to lintel_definer;
revoke all on function lintel.keep_disclosure_words() from public;

CREATE OR REPLACE FUNCTION lintel.keep_facts(in_organisation uuid, in_sources uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from conflict_fact where organisation_id = in_organisation and source = any (in_sources);
  insert into conflict_fact (organisation_id, source, kind, value, number, flat, parts, joined, heads)
    select in_organisation, s, f.kind, f.value, coalesce(f.number, ''), coalesce(f.flat, ''), n.parts, n.joined,
      lintel.heads_of(n.parts || n.joined)
    from unnest(in_sources) s cross join lateral (
        select * from lintel.conflict_facts(in_organisation, s)
        union select 'person', p::text, null, null from unnest(lintel.conflicted_people(in_organisation, s)) p) f
      cross join lateral (select
        case when f.kind in ('name', 'alleged') then lintel.name_parts(f.value, false) end as parts,
        case when f.kind in ('name', 'alleged') then lintel.name_parts(f.value, true) end as joined) n
    where exists (select lintel.conflicted_staff(in_organisation, s)) and f.value <> ''
    on conflict do nothing;
end $function$;
alter function lintel.keep_facts(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.keep_facts(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.keep_holds_asked(in_rows jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  with asked as (
    select * from jsonb_to_recordset(in_rows) as r (organisation_id uuid, system_id uuid, asked_at timestamptz,
      question text, contacts text[], asked text[], told text)
  ), kept as (
    insert into hold_asked (organisation_id, id, system_id, asked_at, question, contacts, asked, told)
    select organisation_id, gen_random_uuid(), system_id, asked_at, question, contacts, asked, told from asked
  )
  insert into hold_day as d (organisation_id, system_id, day, answers, last_at)
  select organisation_id, system_id, (asked_at at time zone 'UTC')::date, sum(length(told)), max(asked_at)
    from asked group by 1, 2, 3 order by 1, 2, 3
  on conflict (organisation_id, system_id, day) do update set answers = d.answers + excluded.answers,
    last_at = greatest(d.last_at, excluded.last_at);
end $function$;
alter function lintel.keep_holds_asked(jsonb) owner to lintel_definer;
revoke all on function lintel.keep_holds_asked(jsonb) from public;
grant execute on function lintel.keep_holds_asked(jsonb) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.keep_move_check(in_organisation uuid, in_id uuid, in_system uuid, in_household text, in_people uuid[], in_address text, in_postcode text, in_told text, in_met jsonb, in_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if in_system is null and (in_organisation is distinct from lintel.organisation()
      or not lintel.roles() && '{lettings}') then
    raise exception 'Only lettings asks' using errcode = 'insufficient_privilege';
  end if;
  insert into move_check (organisation_id, id, household, people, address, postcode, told, asked_at, asked_by, system_id)
    values (in_organisation, in_id, in_household, in_people, in_address, in_postcode, in_told, in_now,
      case when in_system is null then lintel.staff() end, in_system);
  insert into move_check_met (organisation_id, id, case_id, check_id, address, told, why, met_at, asked_by)
    select in_organisation, gen_random_uuid(), (m->>'id')::uuid, in_id, concat_ws(', ', in_address, nullif(in_postcode, '')),
      in_told, array(select jsonb_array_elements_text(m->'why')), in_now,
      case when in_system is null then lintel.staff() end
    from jsonb_array_elements(in_met) m;
end $function$;
alter function lintel.keep_move_check(uuid,uuid,uuid,text,uuid[],text,text,text,jsonb,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.keep_move_check(uuid,uuid,uuid,text,uuid[],text,text,text,jsonb,timestamp with time zone) from public;
grant execute on function lintel.keep_move_check(uuid,uuid,uuid,text,uuid[],text,text,text,jsonb,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.keep_sides_apart(in_organisation uuid, in_cases uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if in_cases = '{}' then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || in_organisation, 0));
  update case_file c set blocked_staff = w.staff from (
      select f.id, array(
        select k.staff_id from case_conflict k
          where k.organisation_id = f.organisation_id and k.case_id = f.id and k.ended_at is null
        union select unnest(lintel.in_conflict_with(f.organisation_id, lintel.kin(f.organisation_id, array[f.person_id])))
        union select unnest(lintel.other_side_of(f.organisation_id, f.id)) order by 1) as staff
      from case_file f where f.organisation_id = in_organisation and f.id = any (in_cases) order by f.id for update) w
    where c.organisation_id = in_organisation and c.id = w.id and c.blocked_staff is distinct from w.staff;
  perform lintel.carry_conflicts(in_organisation, array(
    select distinct p from unnest(in_cases) one, unnest(lintel.people_kept(in_organisation, one)) p), now());
end $function$;
alter function lintel.keep_sides_apart(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.keep_sides_apart(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.keep_tenancy_event(in_organisation uuid, in_id uuid, in_way text, in_system uuid, in_tenancy text, in_kind text, in_given date, in_ends date, in_words text, in_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if in_way <> 'api' and in_organisation is distinct from lintel.organisation()
    or in_way = 'import' and not lintel.roles() && '{system}'
    or in_way = 'hand' and not lintel.roles() && '{colleague,income,da_worker,da_manager}'
    or in_way = 'api' and in_system is null then
    raise exception 'Somebody of the landlord enters it' using errcode = 'insufficient_privilege';
  end if;
  insert into tenancy_event (organisation_id, id, tenancy, tenancy_id, kind, way, given_on, ends_on, words, said_at,
      said_by, system_id)
    values (in_organisation, in_id, in_tenancy, (select t.id from tenancy t
        where t.organisation_id = in_organisation and t.reference = in_tenancy limit 1),
      in_kind, in_way, in_given, in_ends, in_words, in_now, case when in_way = 'hand' then lintel.staff() end,
      in_system);
end $function$;
alter function lintel.keep_tenancy_event(uuid,uuid,text,uuid,text,text,date,date,text,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.keep_tenancy_event(uuid,uuid,text,uuid,text,text,date,date,text,timestamp with time zone) from public;
grant execute on function lintel.keep_tenancy_event(uuid,uuid,text,uuid,text,text,date,date,text,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.keep_told_apart(in_organisation uuid, in_sources uuid[], in_told uuid[], in_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  matches jsonb;
  one disclosure;
  anew jsonb;
  shut uuid[];
begin
  if coalesce(cardinality(in_sources), 0) = 0 or coalesce(cardinality(in_told), 0) = 0 then return; end if;
  -- A conflict and what is told at the same moment: the second waits, and sees what the first wrote.
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || in_organisation, 0));
  select coalesce(jsonb_agg(jsonb_build_object(
      'told', m.disclosure_id, 'staffId', s, 'source', m.source, 'by', m.by_what)), '[]') into matches
    from lintel.matches_of(in_organisation, in_sources, in_told) m
    cross join lintel.conflicted_staff(in_organisation, m.source) s;
  for one in select d.* from disclosure d where d.organisation_id = in_organisation and d.id = any (in_told)
    and d.case_id is null and (d.matched <> '[]' or matches @> jsonb_build_array(jsonb_build_object('told', d.id)))
    order by d.id for update
  loop
    select coalesce(jsonb_agg(e order by e), '[]') into anew from (
      select e from jsonb_array_elements(one.matched) e where not (e ->> 'source')::uuid = any (in_sources)
      union
      select e - 'told' from jsonb_array_elements(matches) e where (e ->> 'told')::uuid = one.id) u;
    continue when anew = one.matched;
    shut := lintel.shut_told(one, anew, lintel.linked_staff(one));
    update disclosure set matched = anew, blocked_staff = shut
      where organisation_id = in_organisation and id = one.id;
    insert into event (organisation_id, id, at, name, staff_id, subject_id, data)
      select in_organisation, gen_random_uuid(), in_at,
        case when s = any (shut) then 'disclosure.kept-apart' else 'disclosure.opened-again' end, lintel.staff(),
        one.id, jsonb_build_object('staffId', s)
      from unnest(lintel.matched_staff(one.matched) || lintel.matched_staff(anew)) s
      where in_at is not null and (s = any (shut)) <> (s = any (one.blocked_staff)) group by s;
    -- Everybody of the team is in doubt: those who look after data are told that it is read by them all the same.
    insert into notification (organisation_id, id, staff_id, at, kind)
      select in_organisation, gen_random_uuid(), s.id, in_at, 'read_in_doubt' from staff s
      where in_at is not null and s.organisation_id = in_organisation and s.ended_at is null
        and 'data_protection_officer' = any (s.roles) and not s.id = any (shut)
        and (not shut @> lintel.matched_staff(anew)
          or exists (select from jsonb_array_elements(anew) e
              join disclosure w on w.organisation_id = in_organisation and w.id = (e ->> 'source')::uuid
                and w.case_id is null
              where (e ->> 'staffId')::uuid = any (shut))
            and (select count(*) < 2 or not coalesce(bool_or('da_manager' = any (r.roles)), false) from staff r
              where r.organisation_id = in_organisation and r.ended_at is null
                and r.roles && '{da_manager,da_worker}' and not r.id = any (shut))) and lintel.matched_staff(anew) <> lintel.matched_staff(one.matched);
  end loop;
end $function$;
alter function lintel.keep_told_apart(uuid,uuid[],uuid[],timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.keep_told_apart(uuid,uuid[],uuid[],timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION lintel.keeps_home_while_away(in_property uuid, in_tenancy uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not 'system' = any (lintel.roles()) then
    raise exception 'Only the program asks' using errcode = 'insufficient_privilege';
  end if;
  return exists (select from home_away a where a.organisation_id = lintel.organisation() and a.ended_at is null
    and (a.property_id = any (lintel.same_homes(a.organisation_id, array[in_property])) or a.tenancy_id = in_tenancy));
end $function$;
alter function lintel.keeps_home_while_away(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.keeps_home_while_away(uuid,uuid) from public;
grant execute on function lintel.keeps_home_while_away(uuid,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.kept_away(in_staff uuid, in_about uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
    where kept = any (in_about) and (in_staff = lintel.staff() or 'system' = any (lintel.roles())) $function$;
alter function lintel.kept_away(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.kept_away(uuid,uuid[]) from public;
grant execute on function lintel.kept_away(uuid,uuid[]) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.kept_from()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('lintel.kept_from', true), '')::uuid[] $function$;

CREATE OR REPLACE FUNCTION lintel.kept_from_agencies(in_organisation uuid, in_case uuid)
 RETURNS TABLE(id uuid, said text[])
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive kept as (
    select e.id, e.corrects_id from case_entry e
    where e.organisation_id = in_organisation and e.case_id = in_case
      and (not ('agencies' = any (coalesce((select a.disclosable_to from entry_audience a
          where a.organisation_id = e.organisation_id and a.entry_id = e.id order by a.number desc limit 1),
          e.disclosable_to)))
        or exists (select from entry_condition x where x.organisation_id = e.organisation_id and x.entry_id = e.id
          and x.lifted_at is null))
    union
    select e.id, e.corrects_id from kept
    join case_entry e on e.organisation_id = in_organisation and e.id = kept.corrects_id
  )
  select e.id, array[e.words, e.observed, e.decision] from kept
  join case_entry e on e.organisation_id = in_organisation and e.id = kept.id $function$;
alter function lintel.kept_from_agencies(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.kept_from_agencies(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.kept_from_of(in_organisation uuid, in_staff uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  cases uuid[] := array(select k.case_id from case_conflict k
    where k.organisation_id = in_organisation and k.staff_id = in_staff and k.ended_at is null
    union select unnest(lintel.other_side_cases(in_organisation, in_staff)));
  told uuid[] := array(select d.id from disclosure d where d.organisation_id = in_organisation
    and d.blocked_staff <> '{}' and d.blocked_staff @> array[in_staff] and d.case_id is null);
  people uuid[];
  homes uuid[];
begin
  if cases = '{}' and told = '{}' then return '{}'; end if;
  people := lintel.kin(in_organisation, array(
    select c.person_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)
    union
    select q.person_id from case_person q where q.organisation_id = in_organisation and q.case_id = any (cases)
      and q.ended_at is null and q.part <> 'alleged_perpetrator'
    union
    select d.person_id from disclosure d where d.organisation_id = in_organisation and d.id = any (told)));
  homes := lintel.homes_about(in_organisation, cases, told, people);
  return array(
    select id from unnest(people || homes) id where id is not null
    union
    select t.id from tenancy t where t.organisation_id = in_organisation and t.property_id = any (homes));
end $function$;
alter function lintel.kept_from_of(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.kept_from_of(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.kept_references(in_staff uuid)
 RETURNS TABLE(kind text, reference text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept uuid[];
begin
  if not 'system' = any (lintel.roles()) then return; end if;
  kept := lintel.kept_from_of(lintel.organisation(), in_staff);
  return query
    select 'homes', h.reference from property h where h.organisation_id = lintel.organisation() and h.id = any (kept)
    union all
    select 'people', p.reference from person p where p.organisation_id = lintel.organisation() and p.id = any (kept)
      and p.reference is not null
    union all
    select 'tenancies', t.reference from tenancy t
      where t.organisation_id = lintel.organisation() and t.id = any (kept);
end $function$;
alter function lintel.kept_references(uuid) owner to lintel_definer;
revoke all on function lintel.kept_references(uuid) from public;
grant execute on function lintel.kept_references(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.kin(in_organisation uuid, in_people uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive linked (id) as (
    select unnest(in_people)
    union
    select case m.person_id when l.id then m.other_id else m.person_id end from linked l
      join person_match m on m.organisation_id = in_organisation and m.decision = 'linked'
        and (m.person_id = l.id or m.other_id = l.id))
  select coalesce(array_agg(id), '{}') from linked where id is not null $function$;
alter function lintel.kin(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.kin(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.last_acted(in_organisation uuid, in_case uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select e.at from event e
  where e.organisation_id = in_organisation and e.case_id = in_case and e.staff_id is not null
    and e.name !~ '\.(viewed|seen|read|exported|listed)$' and e.name !~ '^(obligation|break-glass)\.'
  order by e.at desc limit 1 $function$;

CREATE OR REPLACE FUNCTION lintel.lesser_security_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.answer = 'accepted' and exists (select from home_offer o where o.organisation_id = new.organisation_id
      and o.id = new.offer_id and o.security not in ('same', 'greater'))
    and (select d.decision from home_offer_lesser d where d.organisation_id = new.organisation_id
      and d.offer_id = new.offer_id order by d.proposed_at desc, d.id desc limit 1) is distinct from 'approved'
  then
    raise exception 'a manager decides first about a home of lesser security' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.linked_staff(d disclosure)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when d.person_id is null then '{}'
    else lintel.in_conflict_with(d.organisation_id, lintel.kin(d.organisation_id, array[d.person_id])) end $function$;
alter function lintel.linked_staff(disclosure) owner to lintel_definer;
revoke all on function lintel.linked_staff(disclosure) from public;

CREATE OR REPLACE FUNCTION lintel.links_that_shut()
 RETURNS TABLE(id uuid, case_id uuid, share_id uuid, sent_by uuid, lead_id uuid, locked boolean, ended_at timestamp with time zone, ended_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.id, l.case_id, l.share_id, t.sent_by, c.lead_id, d.id is null, d.ended_at, d.ended_by
  from share_link l
  join share_sent t on t.organisation_id = l.organisation_id and t.id = l.sent_id
  join share h on h.organisation_id = l.organisation_id and h.id = l.share_id
  join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  join case_file c on c.organisation_id = l.organisation_id and c.id = l.case_id
  left join lateral lintel.domain_ended(l, r.agency) d on d.ended_at < l.expires_at
  where l.organisation_id = lintel.organisation() and 'system' = any (lintel.roles())
    and l.told_at is null and l.revoked_at is null and (l.wrong >= 5 or d.id is not null)
  order by l.id limit 100 $function$;
alter function lintel.links_that_shut() owner to lintel_definer;
revoke all on function lintel.links_that_shut() from public;
grant execute on function lintel.links_that_shut() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.links_that_stand(in_share uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.id from share_link l
  where l.organisation_id = lintel.organisation() and l.case_id = lintel.opened_case() and l.share_id = in_share
    and coalesce(lintel.share_stands(l), false) $function$;
alter function lintel.links_that_stand(uuid) owner to lintel_definer;
revoke all on function lintel.links_that_stand(uuid) from public;
grant execute on function lintel.links_that_stand(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.list_holds(in_organisation uuid, in_system uuid, in_hash bytea, in_after text, in_most integer, in_now timestamp with time zone)
 RETURNS TABLE(contacts text[], facts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from lintel.ask_holds(in_organisation, in_system, in_hash, 'list', array(select t.reference from tenancy t
    where t.organisation_id = in_organisation and t.reference > in_after order by t.reference limit in_most), in_now) $function$;
alter function lintel.list_holds(uuid,uuid,bytea,text,integer,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.list_holds(uuid,uuid,bytea,text,integer,timestamp with time zone) from public;
grant execute on function lintel.list_holds(uuid,uuid,bytea,text,integer,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.look_again(in_organisation uuid, in_case uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update planned_contact p set look_again = true where p.organisation_id = in_organisation
    and (in_case is null or p.case_id = in_case) and p.ended_at is null and not p.look_again
$function$;
alter function lintel.look_again(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.look_again(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.mailboxes(in_emails text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(lower(btrim(each))), '{}') from unnest(in_emails) each
$function$;

CREATE OR REPLACE FUNCTION lintel.match_carries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.carry_conflicts(new.organisation_id, array[new.person_id, new.other_id],
    coalesce(new.decided_at, new.found_at));
  perform lintel.conflicts_changed(new.organisation_id,
    lintel.sources_about(new.organisation_id, array[new.person_id, new.other_id], '{}'),
    coalesce(new.decided_at, new.found_at));
  return null;
end $function$;
alter function lintel.match_carries() owner to lintel_definer;
revoke all on function lintel.match_carries() from public;

CREATE OR REPLACE FUNCTION lintel.match_meets()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from own_file f where f.organisation_id = new.organisation_id) then
    perform lintel.own_sides_meet(new.organisation_id, array[new.person_id, new.other_id],
      coalesce(new.decided_at, new.found_at));
  end if;
  return null;
end $function$;
alter function lintel.match_meets() owner to lintel_definer;
revoke all on function lintel.match_meets() from public;

CREATE OR REPLACE FUNCTION lintel.matched_sides_meet()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  cases uuid[] := array(select c.id from case_file c where c.organisation_id = new.organisation_id
    and c.person_id = any (lintel.kin(new.organisation_id, array[new.person_id, new.other_id])));
begin
  perform lintel.keep_sides_apart(new.organisation_id, cases || lintel.cases_across(new.organisation_id, cases));
  perform lintel.note_across(new.organisation_id, cases, coalesce(new.decided_at, new.found_at));
  return null;
end $function$;
alter function lintel.matched_sides_meet() owner to lintel_definer;
revoke all on function lintel.matched_sides_meet() from public;

CREATE OR REPLACE FUNCTION lintel.matched_staff(in_matched jsonb)
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select array(select distinct (e ->> 'staffId')::uuid from jsonb_array_elements(in_matched) e order by 1) $function$;
alter function lintel.matched_staff(jsonb) owner to lintel_definer;
revoke all on function lintel.matched_staff(jsonb) from public;

CREATE OR REPLACE FUNCTION lintel.matches_of(in_organisation uuid, in_sources uuid[], in_told uuid[])
 RETURNS TABLE(disclosure_id uuid, source uuid, by_what text[])
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with told as materialized (
    select t.*, lintel.heads_of(t.named || t.named_joined) as heads,
      lintel.heads_of(t.alleged || t.alleged_joined) as alleged_heads
    from disclosure d cross join lateral lintel.told_as_compared(d) t
    where d.organisation_id = in_organisation and d.id = any (in_told) and d.case_id is null)
  select t.id, f.source, array_agg(distinct f.kind order by f.kind) from told t
    join conflict_fact f on f.organisation_id = in_organisation and f.source = any (in_sources) and f.source <> t.id
      and case f.kind
        when 'name' then t.heads && f.heads
            and (lintel.same_parts(t.named, f.parts) or lintel.same_parts(t.named_joined, f.joined))
          or strpos(t.words, f.parts[1]) > 0 and lintel.says_name(t.words, f.parts)
        when 'alleged' then t.alleged_heads && f.heads
          and (lintel.same_parts(t.alleged, f.parts) or lintel.same_parts(t.alleged_joined, f.joined))
        when 'number' then strpos(t.digits, f.value) > 0
        when 'email' then f.value = any (t.emails)
        when 'home' then t.property_id = f.value
        when 'uprn' then strpos(t.words, f.value) > 0 and t.words ~ (' 0*' || f.value || ' ')
        when 'place' then
          (strpos(t.words, f.value) > 0 or f.number <> '' and strpos(t.address, ' ' || f.number || ' ') > 0)
          and lintel.telling((t.id, t.property_id, t.address, t.words, t.digits, t.emails, t.named, t.named_joined,
            t.alleged, t.alleged_joined)::lintel.told_as, f.kind, f.value, nullif(f.number, ''), nullif(f.flat, ''),
            null, null)
        when 'postcode' then strpos(t.words, f.value) > 0
          and lintel.telling((t.id, t.property_id, t.address, t.words, t.digits, t.emails, t.named, t.named_joined,
            t.alleged, t.alleged_joined)::lintel.told_as, f.kind, f.value, nullif(f.number, ''), null, null, null)
        else false end
  group by t.id, f.source $function$;
alter function lintel.matches_of(uuid,uuid[],uuid[]) owner to lintel_definer;
revoke all on function lintel.matches_of(uuid,uuid[],uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.matter_struck()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array_prepend(new.id, array(select m.id from money_step m
    where m.organisation_id = new.organisation_id and m.matter_id = new.id)), new.id, new.struck_at);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION lintel.may_be_told(in_staff uuid[], in_case uuid, in_disclosure uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.id from staff s
    left join disclosure d on d.organisation_id = s.organisation_id and d.id = in_disclosure
    left join case_file c on c.organisation_id = s.organisation_id and c.id = coalesce(in_case, d.case_id)
  where s.organisation_id = lintel.organisation() and s.id = any (in_staff) and s.ended_at is null
    and (in_disclosure is null or (d.id is not null and not s.id = any (d.blocked_staff)))
    and (in_case is null or c.id is not null)
    and case when c.id is not null
      then not s.id = any (c.blocked_staff) and (s.id = any (c.granted_staff) or s.roles && c.granted_roles)
      else in_disclosure is null or s.roles && '{da_manager,da_worker}' end $function$;
alter function lintel.may_be_told(uuid[],uuid,uuid) owner to lintel_definer;
revoke all on function lintel.may_be_told(uuid[],uuid,uuid) from public;
grant execute on function lintel.may_be_told(uuid[],uuid,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.may_keep_own_file(in_person uuid, in_staff uuid, in_role text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not 'da_manager' = any (lintel.roles()) then return false; end if;
  return lintel.own_file_fit(lintel.organisation(), in_person, in_staff, in_role);
end $function$;
alter function lintel.may_keep_own_file(uuid,uuid,text) owner to lintel_definer;
revoke all on function lintel.may_keep_own_file(uuid,uuid,text) from public;
grant execute on function lintel.may_keep_own_file(uuid,uuid,text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.may_tell_of(in_organisation uuid, in_sources uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return array(
    with facts as materialized (
      select distinct f.kind, f.value, f.parts, f.joined from conflict_fact f
      where f.organisation_id = in_organisation and f.source = any (in_sources)),
    probes as (
      select array['#' || value] as words from facts where kind = 'number'
      union select array[value] from facts where kind in ('email', 'uprn', 'postcode')
      union select regexp_split_to_array(value, ' ') from facts where kind = 'place'
      union select parts from facts where kind in ('name', 'alleged'))
    select d.id from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
    union
    select d.id from unnest(in_sources) s join disclosure d on d.organisation_id = in_organisation
      and d.matched <> '[]' and d.matched @> jsonb_build_array(jsonb_build_object('source', s))
    union
    select t.disclosure_id from probes p join disclosure_told t on t.organisation_id = in_organisation
      and p.words <> '{}' and t.tokens @> p.words
    union
    select w.disclosure_id from facts f cross join unnest(f.joined) n
      join disclosure_word w on w.organisation_id = in_organisation
        and w.word >= left(n, 3) and w.word < left(n, 3) || U&'\+10FFFF'
      where f.kind = 'name' and length(n) > 2
    union
    select d.id from facts f join disclosure d on d.organisation_id = in_organisation
      and d.property_id = f.value::uuid where f.kind = 'home');
end $function$;
alter function lintel.may_tell_of(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.may_tell_of(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.measure_casework()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  analyze (skip_locked) case_file, case_person, case_access, case_conflict, case_entry, allocation, safe_contact,
    contact, disclosure, triage, obligation, notification, event, organisation, staff, risk_assessment, risk_answer,
    risk_rating, plan_words, plan_action, plan_version, support_offer, support_step, task, planned_contact, supervision;
end $function$;
revoke all on function lintel.measure_casework() from public;
grant execute on function lintel.measure_casework() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.measure_register()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  analyze (skip_locked) property, person, tenancy, tenant, resident, search_token, search_word;
end $function$;
revoke all on function lintel.measure_register() from public;
grant execute on function lintel.measure_register() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.mediation_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare shut text[];
begin
  if new.decision is distinct from 'approved' then return new; end if;
  shut := lintel.mediation_shut(new.organisation_id, new.mediation_id, 'decide', new.decided_at);
  if shut <> '{}' or new.wish_id is distinct from (select w.id from mediation_wish w
      where w.organisation_id = new.organisation_id and w.mediation_id = new.mediation_id
      order by w.recorded_at desc, w.id desc limit 1)
    or new.test_id is distinct from (select t.id from mediation_test t
      where t.organisation_id = new.organisation_id and t.mediation_id = new.mediation_id
      order by t.recorded_at desc, t.id desc limit 1)
    or new.advice_id is distinct from (select a.id from mediation_advice a
      where a.organisation_id = new.organisation_id and a.mediation_id = new.mediation_id
      order by a.recorded_at desc, a.id desc limit 1)
  then
    raise exception 'nothing is agreed to while mediation may not be safe: %', shut using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.mediation_on_record(in_organisation uuid, in_case uuid, in_now timestamp with time zone, OUT coercive boolean, OUT honour boolean, OUT court_order boolean)
 RETURNS record
 LANGUAGE sql
 STABLE
AS $function$
  select
    exists (select from public.disclosure d where d.organisation_id = in_organisation and d.case_id = in_case
        and 'controlling_or_coercive' = any (d.abuse_types))
      or exists (select from public.risk_answer r
        join public.risk_assessment a on a.organisation_id = r.organisation_id and a.id = r.assessment_id
        where r.organisation_id = in_organisation and r.case_id = in_case
          and ((a.instrument like 'dash%' and r.item = '12' and r.answer = 'yes')
            or (r.item like '%control%' and r.answer in ('yes', 'standard', 'moderate', 'high')))
          and not exists (select from public.risk_answer n where n.organisation_id = r.organisation_id
            and n.assessment_id = r.assessment_id and n.item = r.item and n.version > r.version)
          and not exists (select from public.risk_assessment c where c.organisation_id = a.organisation_id
            and c.corrects_id = a.id and c.ended_at is not null))
      or exists (select from public.mediation_test t where t.organisation_id = in_organisation
        and t.case_id = in_case and t.coercive = 'yes'),
    exists (select from public.abuse_factor f where f.organisation_id = in_organisation and f.case_id = in_case
        and f.characteristic = 'honour_based' and f.ended_at is null)
      or exists (select from public.disclosure d where d.organisation_id = in_organisation and d.case_id = in_case
        and d.abuse_types && '{honour_based,forced_marriage,fgm}')
      or exists (select from public.mediation_test t where t.organisation_id = in_organisation
        and t.case_id = in_case and t.honour = 'yes'),
    exists (select from (select r.* from public.home_right r where r.organisation_id = in_organisation
          and r.case_id = in_case order by r.recorded_at desc, r.id desc limit 1) r
        where 'court_order' in (r.holder_stands, r.spouse_stands)
          and (r.order_until is null or r.order_until >= (in_now at time zone 'Europe/London')::date))
      or exists (select from (select distinct on (t.action_id) t.court_order from public.perpetrator_action_test t
          where t.organisation_id = in_organisation and t.case_id = in_case
          order by t.action_id, t.tested_at desc, t.id desc) t
        where t.court_order in ('served', 'not_served'))
$function$;

CREATE OR REPLACE FUNCTION lintel.mediation_shut(in_organisation uuid, in_mediation uuid, in_stage text, in_now timestamp with time zone)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  of_case public.case_file;
  asked public.mediation;
  said public.mediation_wish;
  test public.mediation_test;
  advice public.mediation_advice;
  agreed public.mediation_decision;
  stands record;
  changed timestamptz;
  shut text[] := '{}';
  old constant interval := interval '672 hours';
begin
  select * into asked from public.mediation m where m.organisation_id = in_organisation and m.id = in_mediation;
  select * into of_case from public.case_file c where c.organisation_id = in_organisation and c.id = asked.case_id;
  select * into said from public.mediation_wish w where w.organisation_id = in_organisation
    and w.mediation_id = in_mediation order by w.recorded_at desc, w.id desc limit 1;
  select * into test from public.mediation_test t where t.organisation_id = in_organisation
    and t.mediation_id = in_mediation order by t.recorded_at desc, t.id desc limit 1;
  select * into advice from public.mediation_advice a where a.organisation_id = in_organisation
    and a.mediation_id = in_mediation order by a.recorded_at desc, a.id desc limit 1;
  select * into stands from lintel.mediation_on_record(in_organisation, of_case.id, in_now);
  changed := lintel.asks_anew(in_organisation, of_case.id);
  if of_case.id is null or of_case.closed_at is not null then shut := shut || 'closed'::text; end if;
  if asked.idea is distinct from 'theirs' then shut := shut || 'not_their_idea'::text; end if;
  if of_case.immediate_danger then shut := shut || 'danger'::text; end if;
  if of_case.risk_judged is not true or of_case.risk_level is null then shut := shut || 'not_judged'::text; end if;
  if of_case.risk_level = 'high' then shut := shut || 'high_risk'::text; end if;
  if stands.coercive or test.coercive is not distinct from 'yes' then shut := shut || 'coercive'::text; end if;
  if stands.honour or test.honour is not distinct from 'yes' then shut := shut || 'honour'::text; end if;
  if stands.court_order or test.court_order is not distinct from 'yes' then shut := shut || 'court_order'::text; end if;
  if said.id is null then
    shut := shut || 'no_wish'::text;
  elsif said.wish <> 'wants' then
    shut := shut || 'not_wanted'::text;
  else
    if said.alone <> 'yes' then shut := shut || 'not_alone'::text; end if;
    if changed > said.said_at then shut := shut || 'wish_overtaken'::text; end if;
  end if;
  if test.id is null then
    shut := shut || 'no_test'::text;
  else
    if test.afraid = 'yes' then shut := shut || 'afraid'::text; end if;
    if test.pressed = 'yes' then shut := shut || 'pressed'::text; end if;
    if test.joint = 'no' then shut := shut || 'not_joint'::text; end if;
    if 'not_known' in (test.joint, test.coercive, test.honour, test.court_order, test.afraid, test.pressed) then
      shut := shut || 'not_known'::text; end if;
    if in_now - test.recorded_at > old then shut := shut || 'test_old'::text; end if;
    if changed > test.recorded_at or test.level is distinct from of_case.risk_level then
      shut := shut || 'test_overtaken'::text; end if;
  end if;
  -- No second service is asked until one says yes: a no stands for as long as a yes would.
  if advice.says is not distinct from 'not_safe' or exists (select from public.mediation_advice a
      where a.organisation_id = in_organisation and a.case_id = of_case.id and a.says = 'not_safe'
        and in_now - a.given_at <= old) then
    shut := shut || 'advised_against'::text;
  elsif advice.id is null then
    shut := shut || 'no_advice'::text;
  elsif advice.says = 'cannot_say' then
    shut := shut || 'no_advice'::text;
  else
    if in_now - advice.given_at > old then shut := shut || 'advice_old'::text; end if;
    if changed > advice.given_at then shut := shut || 'advice_overtaken'::text; end if;
  end if;
  if in_stage <> 'decide' then
    select * into agreed from public.mediation_decision d where d.organisation_id = in_organisation
      and d.mediation_id = in_mediation and d.decision = 'approved' order by d.decided_at desc, d.id desc limit 1;
    if agreed.id is null then
      shut := shut || 'not_decided'::text;
    elsif agreed.wish_id is distinct from said.id or agreed.test_id is distinct from test.id
      or agreed.advice_id is distinct from advice.id then
      shut := shut || 'decided_otherwise'::text;
    end if;
  end if;
  return shut;
end $function$;

CREATE OR REPLACE FUNCTION lintel.mediation_stepped()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare shut text[];
begin
  shut := lintel.mediation_shut(new.organisation_id, new.mediation_id, 'arrange', new.recorded_at);
  if new.step = 'arranged' and shut <> '{}' then
    raise exception 'nothing is arranged while mediation may not be safe: %', shut using errcode = 'check_violation';
  end if;
  if new.step = 'ended' and not new.while_shut and shut <> '{}' then
    raise exception 'what went on while it was shut is told apart' using errcode = 'check_violation';
  end if;
  if new.step = 'ended' and not exists (select from mediation_step s where s.organisation_id = new.organisation_id
      and s.mediation_id = new.mediation_id and s.step = 'arranged') then
    raise exception 'nothing comes of what was not arranged' using errcode = 'check_violation';
  end if;
  if new.step = 'arranged' and exists (select from mediation_step s where s.organisation_id = new.organisation_id
      and s.mediation_id = new.mediation_id and s.step in ('ended', 'stopped')) then
    raise exception 'it is over' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.mediation_tested_again()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare before mediation_test;
begin
  select * into before from mediation_test t where t.organisation_id = new.organisation_id and t.case_id = new.case_id
    order by t.recorded_at desc, t.id desc limit 1;
  if 'yes' in (before.afraid, before.pressed) and new.recorded_by is not distinct from before.recorded_by
    and not (new.afraid = 'yes' or new.pressed = 'yes') then
    raise exception 'another colleague looks again' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.messages_standing(in_organisation uuid)
 RETURNS TABLE(channel text, state text, basis text, messages bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with looked as (select m.channel, m.state, m.reasons from message m
    where (in_organisation is null or m.organisation_id = in_organisation)
      and (m.look_at is not null or m.asks or m.state = 'sending'))
  select l.channel, l.state, '', count(*) from looked l group by 1, 2
  union all
  select l.channel, l.state, r.basis, count(*) from looked l
    cross join lateral (select distinct e ->> 'basis' as basis from jsonb_array_elements(l.reasons) e) r
    where l.state = 'held' and r.basis is not null group by 1, 2, 3 $function$;
alter function lintel.messages_standing(uuid) owner to lintel_definer;
revoke all on function lintel.messages_standing(uuid) from public;
grant execute on function lintel.messages_standing(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.money_gained(in_from date, in_until date)
 RETURNS TABLE(kind text, once_pence bigint, yearly_pence bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator,finance}'::text[] then return; end if;
  return query
  with counted as (
    select g.kind as of_kind, g.case_id, g.once_pence as once_of, g.weekly_pence as weekly_of from money_gain g
    where g.organisation_id = lintel.organisation() and g.struck_at is null and g.since >= in_from
      and g.since < in_until
  ), many as (
    select c.of_kind from counted c group by 1 having count(distinct c.case_id) >= 5
  ), named as (
    select case when m.of_kind is null then 'together' else c.of_kind end as named_kind, c.*
    from counted c left join many m on m.of_kind = c.of_kind
  )
  select n.named_kind,
    case when count(distinct n.case_id) filter (where n.once_of > 0) not between 1 and 4
      then (round(coalesce(sum(n.once_of), 0) / 5000.0) * 5000)::bigint end,
    case when count(distinct n.case_id) filter (where n.weekly_of > 0) not between 1 and 4
      then (round(coalesce(sum(n.weekly_of), 0) * 52 / 5000.0) * 5000)::bigint end
  from named n group by 1 having count(distinct n.case_id) >= 5;
end $function$;
alter function lintel.money_gained(date,date) owner to lintel_definer;
revoke all on function lintel.money_gained(date,date) from public;
grant execute on function lintel.money_gained(date,date) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.move_facts(in_organisation uuid, in_system uuid, in_household text, in_address text, in_postcode text, in_sector text, in_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  asker constant uuid := case when in_system is null then lintel.staff() end;
  ended constant timestamptz := in_now - interval '183 days';
  tenancies uuid[];
  them uuid[];
  home constant text := lintel.home_key(array[in_address], in_postcode);
begin
  if in_system is null and (in_organisation is distinct from lintel.organisation()
      or not lintel.roles() && '{lettings,system}') then
    raise exception 'Only lettings asks' using errcode = 'insufficient_privilege';
  end if;
  tenancies := array(select t.id from tenancy t where t.organisation_id = in_organisation
    and t.reference = in_household);
  them := lintel.kin(in_organisation, array(
    select p.id from person p where p.organisation_id = in_organisation and p.reference = in_household
    union
    select n.person_id from tenant n where n.organisation_id = in_organisation and n.tenancy_id = any (tenancies)
      and n.to_date is null
    union
    select r.person_id from resident r where r.organisation_id = in_organisation and r.to_date is null
      and r.property_id in (select t.property_id from tenancy t where t.organisation_id = in_organisation
        and t.id = any (tenancies))));
  -- One in sixteen people, one in twelve of the streets and of the addresses that are asked about for each.
  insert into move_draw (organisation_id, person_id, place, asks, drawn_at)
    select in_organisation, p.id, k.place, get_byte(uuid_send(gen_random_uuid()), 0) < k.of_256, in_now
      from unnest(them) p (id), (values ('', 16), ('~' || in_sector, 21), ('=' || home, 21)) k (place, of_256)
      where exists (select from person o where o.organisation_id = in_organisation and o.id = p.id)
    on conflict do nothing;
  return jsonb_build_object(
    'known', them <> '{}',
    'people', to_jsonb(them),
    'told', exists (select from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
      and d.person_id = any (them)),
    'feared', exists (select from case_person q join case_file c on c.organisation_id = q.organisation_id
        and c.id = q.case_id
      where q.organisation_id = in_organisation and q.person_id = any (them) and q.part = 'alleged_perpetrator'
        and (c.closed_at is null or c.closed_at > ended)),
    'drawn', exists (select from move_draw d where d.organisation_id = in_organisation and d.person_id = any (them)
      and d.place in ('', '~' || in_sector, '=' || home) and d.asks),
    'today', (select count(*) from move_check m where m.organisation_id = in_organisation
      and m.asked_at > in_now - interval '24 hours' and m.asked_by is not distinct from asker
      and m.system_id is not distinct from in_system),
    'addresses', (select count(distinct lintel.home_key(array[m.address], m.postcode)) from move_check m
      where m.organisation_id = in_organisation and m.asked_at > in_now - interval '30 days' and m.people && them
        and lintel.home_key(array[m.address], m.postcode) <> home),
    'cases', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id,
        'places', (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'place', a.place)), '[]')
          from place_to_avoid a where a.organisation_id = in_organisation and a.case_id = c.id
            and a.ended_at is null and a.kind <> 'none'),
        'askedAndNone', exists (select from place_to_avoid a where a.organisation_id = in_organisation
          and a.case_id = c.id and a.ended_at is null and a.kind = 'none'
          and a.asked_on > (in_now - interval '90 days')::date),
        'fearedNear', (select coalesce(jsonb_agg(distinct f.postcode) filter (where f.postcode is not null), '[]')
          from lintel.homes_of_feared(in_organisation, c.id) f),
        'fearedKnown', coalesce((select bool_and(f.postcode is not null)
          from lintel.homes_of_feared(in_organisation, c.id) f), false)) order by c.id), '[]')
      from case_file c
      where c.organisation_id = in_organisation
        and (c.closed_at is null or c.closed_at > ended or exists (select from place_to_avoid a
          where a.organisation_id = in_organisation and a.case_id = c.id and a.ended_at is null))
        and (c.person_id = any (them) or exists (select from case_person q where q.organisation_id = in_organisation
          and q.case_id = c.id and q.person_id = any (them) and q.ended_at is null
          and q.part in ('at_risk', 'child_victim', 'household_member', 'witness')))));
end $function$;
alter function lintel.move_facts(uuid,uuid,text,text,text,text,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.move_facts(uuid,uuid,text,text,text,text,timestamp with time zone) from public;
grant execute on function lintel.move_facts(uuid,uuid,text,text,text,text,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.move_money()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function lintel.move_money() owner to lintel_definer;
revoke all on function lintel.move_money() from public;

CREATE OR REPLACE FUNCTION lintel.name_parts(in_name text, in_joined boolean)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(w), '{}') from regexp_split_to_table(btrim(case when in_joined
      then regexp_replace(lintel.told_words(in_name), '(?<![^ ])(o|d|mc|mac|al|el|de|di|da|le|la|st) ', '\1', 'g')
      else lintel.told_words(in_name) end), ' ') w
  where w <> '' and w <> all ('{mr,mrs,ms,miss,mx,dr}'::text[]) $function$;
alter function lintel.name_parts(text,boolean) owner to lintel_definer;
revoke all on function lintel.name_parts(text,boolean) from public;

CREATE OR REPLACE FUNCTION lintel.name_words(in_words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array(select w from regexp_split_to_table(lower(public.unaccent('public.unaccent', in_words)), '[^[:alnum:]]+') w
    where length(w) > 1) $function$;
alter function lintel.name_words(text) owner to lintel_definer;
revoke all on function lintel.name_words(text) from public;
grant execute on function lintel.name_words(text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.named_to_me()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  me uuid := lintel.staff();
begin
  return array(
    select c.id from case_file c where c.organisation_id = lintel.organisation()
      and not lintel.whole_team(c.granted_roles) and c.granted_staff @> array[me] and not me = any (c.blocked_staff)
    union
    select c.id from case_file c where c.organisation_id = lintel.organisation()
      and not lintel.whole_team(c.granted_roles) and c.granted_roles <> '{}' and c.granted_roles && lintel.roles()
      and not me = any (c.blocked_staff)
    union
    select unnest(lintel.emergency()));
end $function$;
alter function lintel.named_to_me() owner to lintel_definer;
revoke all on function lintel.named_to_me() from public;
grant execute on function lintel.named_to_me() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.names_them(in_words text, in_name text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(bool_and(position(w in lower(public.unaccent('public.unaccent', in_words))) > 0), false)
    from regexp_split_to_table(lower(public.unaccent('public.unaccent', in_name)), '\s+') w where length(w) > 1 $function$;
alter function lintel.names_them(text,text) owner to lintel_definer;
revoke all on function lintel.names_them(text,text) from public;

CREATE OR REPLACE FUNCTION lintel.needs_ask()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.note_fact(new.organisation_id, null, new.case_id, 'needs', new.id, '', new.recorded_at,
    new.recorded_by);
  return null;
end $function$;
alter function lintel.needs_ask() owner to lintel_definer;
revoke all on function lintel.needs_ask() from public;

CREATE OR REPLACE FUNCTION lintel.note_across(in_organisation uuid, in_cases uuid[], in_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one uuid;
  across uuid[];
begin
  foreach one in array in_cases loop
    across := lintel.cases_across(in_organisation, array[one]);
    update case_across x set ended_at = in_at, mutual = false
      where x.organisation_id = in_organisation and x.ended_at is null
        and (x.one_id = one and not x.other_id = any (across) or x.other_id = one and not x.one_id = any (across));
    insert into case_across (organisation_id, one_id, other_id, mutual, found_at)
      select in_organisation, least(c.id, o.id), greatest(c.id, o.id),
        lintel.feared_as(in_organisation, c.id, o.person_id) is not null
          and lintel.feared_as(in_organisation, o.id, c.person_id) is not null, in_at
      from case_file c, case_file o where c.organisation_id = in_organisation and c.id = one
        and o.organisation_id = in_organisation and o.id = any (across)
      on conflict (organisation_id, one_id, other_id) do update set mutual = excluded.mutual, ended_at = null
        where case_across.mutual <> excluded.mutual or case_across.ended_at is not null;
  end loop;
end $function$;
alter function lintel.note_across(uuid,uuid[],timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.note_across(uuid,uuid[],timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION lintel.note_fact(in_organisation uuid, in_disclosure uuid, in_case uuid, in_fact text, in_source uuid, in_detail text, in_known timestamp with time zone, in_by uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into safeguarding_fact (organisation_id, disclosure_id, case_id, fact, source_id, detail, known_at, entered_by)
    values (in_organisation, in_disclosure, in_case, in_fact, in_source, in_detail, in_known, in_by)
    on conflict do nothing $function$;
alter function lintel.note_fact(uuid,uuid,uuid,text,uuid,text,timestamp with time zone,uuid) owner to lintel_definer;
revoke all on function lintel.note_fact(uuid,uuid,uuid,text,uuid,text,timestamp with time zone,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.notice_waits(in_organisation uuid, in_kind text, in_case uuid, in_disclosure uuid, in_obligation uuid, in_about uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if in_kind in ('due_half', 'due_soon', 'due_now', 'overdue') then
    return in_obligation is null or exists (
  select from obligation o where o.organisation_id = in_organisation and o.id = in_obligation
    and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)));
  elsif in_kind in ('danger', 'danger_in_case', 'danger_on_call', 'nobody_on_call') then
    return exists (
  select from danger g where g.organisation_id = in_organisation and g.dealt_at is null
    and (g.case_id = in_case or g.disclosure_id = in_disclosure));
  elsif in_kind in ('check_in_missed', 'check_in_raised') then
    return in_case is null or exists (
  select from planned_contact p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.missed_at is not null and p.checked_in_at is null and p.ended_at is null);
  elsif in_kind in ('triage_waiting', 'claim_left') then
    return in_disclosure is null or exists (
  select from disclosure d where d.organisation_id = in_organisation and d.id = in_disclosure
    and d.triaged_at is null);
  elsif in_kind in ('lead_needed') then
    return in_case is null or exists (
  select from case_file c where c.organisation_id = in_organisation and c.id = in_case
    and c.lead_id is null and c.closed_at is null);
  elsif in_kind in ('risk_after_closing') then
    return in_case is null or exists (
  select from case_file c where c.organisation_id = in_organisation and c.id = in_case
    and c.closed_at is not null and not c.risk_judged);
  elsif in_kind in ('against_agreement') then
    return in_case is null or exists (
  select from contact c where c.organisation_id = in_organisation and c.case_id = in_case and c.against <> '{}'
    and not exists (select from contact_dealt d
      where d.organisation_id = in_organisation and d.contact_id = c.id));
  elsif in_kind in ('late_to_check') then
    return in_case is null or exists (
  select from late_record l where l.organisation_id = in_organisation and l.case_id = in_case
    and l.decision is null);
  elsif in_kind in ('sample_to_check') then
    return exists (
  select from promise_sample p where p.organisation_id = in_organisation and p.answer is null
    and p.recorded_by is distinct from lintel.staff() and p.lead_id is distinct from lintel.staff());
  elsif in_kind in ('plan_to_decide') then
    return exists (
  select from contact_plan p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.decision is null);
  elsif in_kind in ('risk_to_confirm') then
    return exists (
  select from risk_lowering l where l.organisation_id = in_organisation and l.case_id = in_case
    and l.decision is null);
  elsif in_kind in ('safeguarding_to_decide') then
    return exists (
    select from safeguarding_referral r
      join safeguarding_no_referral n on n.organisation_id = r.organisation_id and n.referral_id = r.id
    where r.organisation_id = in_organisation and (r.case_id = in_case or r.disclosure_id = in_disclosure)
      and n.decision is null)
  or exists (
    select from disclosure_joining j where j.organisation_id = in_organisation
      and j.disclosure_id = in_disclosure and j.decision is null);
  elsif in_kind in ('share_to_decide') then
    return exists (
  select from share_second s where s.organisation_id = in_organisation and s.case_id = in_case
    and s.decision is null);
  elsif in_kind in ('rest_to_decide') then
    return exists (
  select from pause_proposal p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.decision is null);
  elsif in_kind in ('handover_to_decide') then
    return exists (
  select from handover h where h.organisation_id = in_organisation and h.disclosure_id = in_disclosure
    and h.decision is null);
  elsif in_kind in ('contact_to_confirm') then
    return exists (
  select from told_contact t where t.organisation_id = in_organisation and t.disclosure_id = in_disclosure
    and t.decision is null);
  elsif in_kind in ('closing_to_sign') then
    return exists (
  select from case_closing c where c.organisation_id = in_organisation and c.case_id = in_case
    and c.decision is null and c.signature_needed);
  elsif in_kind in ('role_to_confirm') then
    return exists (
  select from confirmation c join staff s on s.organisation_id = c.organisation_id and s.id = c.staff_id
  where c.organisation_id = in_organisation and (in_about is null or c.id = in_about) and s.ended_at is null
    and not exists (select from confirmation_decision d
      where d.organisation_id = in_organisation and d.confirmation_id = c.id));
  elsif in_kind in ('policy_to_decide') then
    return exists (
  select from policy_change p where p.organisation_id = in_organisation and (in_about is null or p.id = in_about)
    and p.decision is null);
  elsif in_kind in ('closure_to_decide') then
    return exists (
  select from office_closure c where c.organisation_id = in_organisation and (in_about is null or c.id = in_about)
    and c.decision is null);
  elsif in_kind in ('system_to_decide') then
    return exists (
  select from hold_system s where s.organisation_id = in_organisation and (in_about is null or s.id = in_about)
    and s.decision is null);
  elsif in_kind in ('system_silent') then
    return exists (
  select from hold_token t join hold_silence q on q.organisation_id = t.organisation_id
      and q.system_id = t.system_id
    where t.organisation_id = in_organisation and (in_about is null or t.system_id = in_about)
      and t.revoked_at is null and not exists (select from hold_day d where d.organisation_id = t.organisation_id
        and d.system_id = t.system_id and d.last_at > q.since)
      and q.since = (select max(p.since) from hold_silence p where p.organisation_id = t.organisation_id
        and p.system_id = t.system_id));
  elsif in_kind in ('threshold_to_decide') then
    return exists (
  select from risk_threshold t where t.organisation_id = in_organisation and (in_about is null or t.id = in_about)
    and t.needs_second and t.decision is null);
  elsif in_kind in ('emergency_to_review') then
    return exists (
  select from break_glass b where b.organisation_id = in_organisation and (in_about is null or b.id = in_about)
    and b.outcome = 'granted' and b.staff_id is distinct from lintel.staff()
    and not lintel.shut_out(coalesce(b.case_id, b.kept_from))
    and not exists (select from break_glass_review r
      where r.organisation_id = in_organisation and r.use_id = b.id));
  elsif in_kind in ('wording_to_decide') then
    return exists (
  select from message_wording w where w.organisation_id = in_organisation and (in_about is null or w.id = in_about)
    and w.decision is null);
  elsif in_kind in ('sender_to_decide') then
    return exists (
  select from sender_proposal p where p.organisation_id = in_organisation and (in_about is null or p.id = in_about)
    and p.decision is null);
  elsif in_kind in ('sender_ended') then
    return not exists (
  select from message_sender m where m.organisation_id = in_organisation and m.ended_at is null);
  elsif in_kind in ('share_link_locked', 'share_link_ended') then
    return in_about is null or exists (
  select from share_link l join share h on h.organisation_id = l.organisation_id and h.id = l.share_id
  where l.organisation_id = in_organisation and l.id = in_about and h.dropped_at is null
    and not exists (select from share_link n where n.organisation_id = l.organisation_id
      and n.share_id = l.share_id and n.expires_at > l.expires_at and n.told_at is null));
  elsif in_kind in ('breathing_space_to_decide') then
    return exists (
  select from breathing_space_proposal p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.decision is null);
  elsif in_kind in ('share_in_doubt', 'share_corrected') then
    return in_about is null or exists (
  select from share_since s where s.organisation_id = in_organisation and s.id = in_about and s.answer is null);
  elsif in_kind in ('cost_to_decide') then
    return exists (
  select from support_cost p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.decision is null);
  elsif in_kind in ('sender_somebodys') then
    return exists (
  select from sender_somebodys w join message_sender m on m.organisation_id = w.organisation_id and m.id = w.sender_id
  where w.organisation_id = in_organisation and w.id = in_about and w.over_at is null and m.ended_at is null);
  elsif in_kind in ('perpetrator_action_to_decide') then
    return exists (
  select from perpetrator_action_decision d where d.organisation_id = in_organisation and d.case_id = in_case
    and d.decision is null);
  elsif in_kind in ('move_to_decide') then
    return exists (
  select from home_offer_lesser d where d.organisation_id = in_organisation and d.case_id = in_case
    and d.decision is null);
  elsif in_kind in ('own_file_given', 'own_file_needs_worker', 'own_file_answered') then
    return in_about is null or exists (select from own_file f where f.organisation_id = in_organisation and f.id = in_about
    and f.ended_at is null and (lintel.staff() is null or lintel.staff() in (f.worker_id, f.manager_id))
    and (in_kind <> 'own_file_needs_worker' or f.worker_id is null));
  elsif in_kind in ('own_file_outcome') then
    return in_about is null or exists (select from own_file f
    join own_programme_step r on r.organisation_id = f.organisation_id and r.file_id = f.id and r.step = 'referred'
    where f.organisation_id = in_organisation and f.id = in_about and f.ended_at is null
      and (lintel.staff() is null or lintel.staff() in (f.worker_id, f.manager_id))
      and not exists (select from own_programme_step o where o.organisation_id = r.organisation_id
        and o.programme_id = r.programme_id and o.step = 'outcome' and o.outcome <> 'goes_on'));
  elsif in_kind in ('programme_question') then
    return lintel.staff() is null or exists (select from lintel.own_questions());
  elsif in_kind in ('fund_short') then
    return exists (
  select from fund_use u where u.organisation_id = in_organisation and u.case_id = in_case and not u.covered);
  elsif in_kind in ('fund_released') then
    return exists (
  select from fund_use u where u.organisation_id = in_organisation and u.fund_id = in_about and not u.covered);
  elsif in_kind in ('tenancy_event_to_decide') then
    return exists (
  select from tenancy_event_answer a where a.organisation_id = in_organisation and a.case_id = in_case
    and a.decision is null);
  elsif in_kind in ('tenancy_event_met') then
    return exists (
  select from tenancy_event_check k where k.organisation_id = in_organisation and k.case_id = in_case
    and k.answer is null);
  elsif in_kind in ('works_stopped') then
    return in_about is null or exists (
  select from works_answer a where a.organisation_id = in_organisation and a.id = in_about and a.looked_at is null);
  elsif in_kind in ('counter_judgement_to_decide') then
    return exists (
  select from counter_judgement d where d.organisation_id = in_organisation and d.case_id = in_case
    and d.decision is null);
  elsif in_kind in ('counter_judgement_owed') then
    return exists (
  select from case_person q where q.organisation_id = in_organisation and q.case_id = in_case
    and q.part = 'alleged_perpetrator' and q.ended_at is null
    and lintel.told_apart(q.organisation_id, q.id) in ('open', 'cannot_tell', 'overtaken'));
  elsif in_kind in ('two_workers_needed') then
    return exists (
  select from case_across x where x.organisation_id = in_organisation and x.one_worker_since is not null);
  elsif in_kind in ('mediation_to_decide') then
    return exists (
  select from mediation_decision d where d.organisation_id = in_organisation and d.case_id = in_case
    and d.decision is null);
  end if;
  -- Of every other kind: until it is read.
  return true;
end $function$;

CREATE OR REPLACE PROCEDURE lintel.notice_waits_while(IN in_kinds text[], IN in_question text)
 LANGUAGE plpgsql
AS $procedure$
begin
  insert into lintel_migration.notice_kind (kind, waits_while)
    select kind, in_question from unnest(in_kinds) with ordinality as each (kind, place) order by place;
  call lintel.write_notice_waits();
end $procedure$;
revoke all on procedure lintel.notice_waits_while(text[],text) from public;

CREATE OR REPLACE FUNCTION lintel.number_changed(in_organisation uuid, in_cases uuid[], in_values text[], in_since timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into share_since (organisation_id, case_id, share_id, kind, what, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'number', in_since from share h
  where h.organisation_id = in_organisation and h.case_id = any (in_cases) and in_values <> '{}'
    and lintel.number_left(h, in_values)
    and not exists (select from share_since s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and s.what = 'number' and s.answer is null) $function$;
revoke all on function lintel.number_changed(uuid,uuid[],text[],timestamp with time zone) from public;
grant execute on function lintel.number_changed(uuid,uuid[],text[],timestamp with time zone) to lintel_app;
grant execute on function lintel.number_changed(uuid,uuid[],text[],timestamp with time zone) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.number_left(in_share share, in_values text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from share_sent t cross join lateral (
      select in_share.words as text where t.subject_id is null and t.way <> 'evidence'
      union all select concat_ws(E'\n', e.words, e.observed, e.decision) from case_entry e
        where e.organisation_id = t.organisation_id and e.id = any (t.entries)
      union all select line from lintel.plan_said(t.organisation_id, t.plan_version_id) line) said,
      unnest(in_values) value
    where t.organisation_id = in_share.organisation_id and t.share_id = in_share.id and (
      array(select lintel.numbers_in(value)) && array(select lintel.numbers_in(said.text))
      or array(select lintel.emails_in(value)) && array(select lintel.emails_in(said.text)))) $function$;
revoke all on function lintel.number_left(share,text[]) from public;
grant execute on function lintel.number_left(share,text[]) to lintel_app;
grant execute on function lintel.number_left(share,text[]) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.numbers_in(in_text text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct m[1] from regexp_matches(lintel.told_digits(in_text), '(?:0044|44|0)*([1-9][0-9]{8,9})', 'g') m $function$;
alter function lintel.numbers_in(text) owner to lintel_definer;
revoke all on function lintel.numbers_in(text) from public;
grant execute on function lintel.numbers_in(text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.of_feared(in_organisation uuid, in_case uuid, in_value text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  feared uuid[];
begin
  if in_value = '' or in_organisation is distinct from lintel.organisation() then return false; end if;
  feared := array(select q.person_id from case_person q
    where q.organisation_id = in_organisation and q.case_id = in_case and q.part = 'alleged_perpetrator'
      and q.person_id is not null and (q.ended_at is null or not exists (select from case_person n
        where n.organisation_id = q.organisation_id and n.case_id = q.case_id and n.person_id = q.person_id
          and n.part <> 'alleged_perpetrator' and n.ended_at is null and n.added_at >= q.ended_at)));
  if feared = '{}' then return false; end if;
  feared := feared
    || array(select m.other_id from person_match m where m.organisation_id = in_organisation
      and m.decision = 'linked' and m.person_id = any (feared))
    || array(select m.person_id from person_match m where m.organisation_id = in_organisation
      and m.decision = 'linked' and m.other_id = any (feared));
  return exists (select from person p where p.organisation_id = in_organisation and p.id = any (feared) and (
    exists (select from unnest(p.phones) f cross join lintel.numbers_in(f) n
      where n in (select lintel.numbers_in(in_value)))
    or lintel.mailboxes(p.emails) && array(select lintel.emails_in(in_value))));
end $function$;
alter function lintel.of_feared(uuid,uuid,text) owner to lintel_definer;
revoke all on function lintel.of_feared(uuid,uuid,text) from public;
grant execute on function lintel.of_feared(uuid,uuid,text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.offer_step_struck()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array[new.strikes_id], new.id, new.recorded_at);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION lintel.one_letter_off(one text, other text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  a text := one;
  b text := other;
begin
  if abs(length(a) - length(b)) > 1 then return false; end if;
  while a <> '' and left(a, 1) = left(b, 1) loop a := substr(a, 2); b := substr(b, 2); end loop;
  while a <> '' and right(a, 1) = right(b, 1) loop a := left(a, -1); b := left(b, -1); end loop;
  return length(a) <= 1 and length(b) <= 1 or length(a) = 2 and reverse(a) = b;
end $function$;
alter function lintel.one_letter_off(text,text) owner to lintel_definer;
revoke all on function lintel.one_letter_off(text,text) from public;

CREATE OR REPLACE FUNCTION lintel.open_case(in_case uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  perform 1 from case_file c where c.organisation_id = lintel.organisation() and c.id = in_case;
  if not found then return false; end if;
  perform set_config('lintel.opened_case', in_case::text, true);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION lintel.open_cases_led_by(in_staff uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select set_config('lintel.opened_cases', coalesce(string_agg(c.id::text, ','), ''), true)
    from public.case_file c
    where c.organisation_id = lintel.organisation() and c.lead_id = any (in_staff) and c.closed_at is null $function$;

CREATE OR REPLACE FUNCTION lintel.open_share_link(in_token bytea, in_code bytea, in_reader text, in_reads boolean, in_now timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, case_id uuid, sent_id uuid, sealed bytea, agency text, role text, purpose text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  link share_link;
  said text;
begin
  select l.* into link from share_link l where l.token_hash = in_token for update;
  if link.id is null or link.revoked_at is not null or link.expires_at <= in_now
    or not coalesce(lintel.share_stands(link), false) then
    return;
  end if;
  said := case when link.wrong >= 5 then 'locked' when link.code_hash <> in_code then 'wrong'
    when in_reads then 'opened' else 'asked' end;
  if said = 'wrong' then
    update share_link l set wrong = l.wrong + 1 where l.organisation_id = link.organisation_id and l.id = link.id;
  end if;
  -- What a stranger types after it is locked is counted no more.
  if said <> 'locked' then
    insert into share_opening (organisation_id, case_id, link_id, at, reader, outcome)
      values (link.organisation_id, link.case_id, link.id, in_now, in_reader, said);
  end if;
  if said not in ('opened', 'asked') then
    return;
  end if;
  return query select t.organisation_id, t.case_id, t.id, case when in_reads then t.sealed end, r.agency, r.role,
      h.purpose
    from share_sent t
    join share h on h.organisation_id = t.organisation_id and h.id = t.share_id
    join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
    where t.organisation_id = link.organisation_id and t.id = link.sent_id;
end $function$;
alter function lintel.open_share_link(bytea,bytea,text,boolean,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.open_share_link(bytea,bytea,text,boolean,timestamp with time zone) from public;
grant execute on function lintel.open_share_link(bytea,bytea,text,boolean,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.opened_case()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('lintel.opened_case', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION lintel.organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('lintel.organisation', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION lintel.other_number(in_words text, in_postcode text, in_numbers text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*) > 0 and in_numbers <> '{}' and not coalesce(bool_or(w = any (in_numbers)), false)
  from regexp_split_to_table(replace(in_words, in_postcode, ''), ' ') w where w ~ '^[0-9]{1,4}[a-z]?$' $function$;
alter function lintel.other_number(text,text,text[]) owner to lintel_definer;
revoke all on function lintel.other_number(text,text,text[]) from public;

CREATE OR REPLACE FUNCTION lintel.other_side_cases(in_organisation uuid, in_staff uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from own_file f where f.organisation_id = in_organisation and f.held_by @> array[in_staff]) then
    return '{}';
  end if;
  return array(select c.id from case_file c where c.organisation_id = in_organisation and c.blocked_staff <> '{}'
    and c.blocked_staff @> array[in_staff]);
end $function$;
alter function lintel.other_side_cases(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.other_side_cases(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.other_side_of(in_organisation uuid, in_case uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of_case case_file;
  cases uuid[];
  people uuid[];
  held uuid[];
begin
  select * into of_case from case_file c where c.organisation_id = in_organisation and c.id = in_case;
  if of_case.id is null then return '{}'; end if;
  held := lintel.hands_on(in_organisation, lintel.cases_across(in_organisation, array[in_case]));
  cases := array(select in_case union select c.id from case_file c where c.organisation_id = in_organisation
    and c.person_id = any (lintel.kin(in_organisation, lintel.people_kept(in_organisation, in_case))));
  if exists (select from own_file f where f.organisation_id = in_organisation) then
    people := lintel.kin(in_organisation, array(
      select c.person_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)
      union
      select q.person_id from case_person q where q.organisation_id = in_organisation and q.case_id = any (cases)
        and q.ended_at is null));
    held := held || array(select distinct h from own_file f, unnest(f.held_by) h
      where f.organisation_id = in_organisation and f.person_id is not null and (f.person_id = any (people)
        or exists (select from case_person q where q.organisation_id = in_organisation and q.case_id = any (cases)
          and q.person_id is null and q.part = 'alleged_perpetrator' and q.ended_at is null
          and lintel.names_them(q.described_as, f.name))));
  end if;
  if held = '{}' then return '{}'; end if;
  return array(
    select s.id from staff s where s.organisation_id = in_organisation and s.id = any (held)
      and not exists (select from case_file o where o.organisation_id = in_organisation and o.id = any (cases)
        and lintel.works_on(o, s.id))
      and (not 'da_manager' = any (s.roles) or exists (select from staff m where m.organisation_id = in_organisation
        and 'da_manager' = any (m.roles) and m.ended_at is null and m.enrolled_at is not null
        and not m.id = any (held) and not exists (select from case_conflict k
          where k.organisation_id = in_organisation and k.case_id = in_case and k.staff_id = m.id
            and k.ended_at is null)))
    order by 1);
end $function$;
alter function lintel.other_side_of(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.other_side_of(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.others_are_shut_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.look_again(new.organisation_id, new.id);
  return null;
end $function$;
alter function lintel.others_are_shut_out() owner to lintel_definer;
revoke all on function lintel.others_are_shut_out() from public;

CREATE OR REPLACE FUNCTION lintel.own_answered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare file own_file;
begin
  select f.* into file from own_programme_step q
    join own_file f on f.organisation_id = q.organisation_id and f.id = q.file_id
    where q.organisation_id = new.organisation_id and q.id = new.step_id;
  new.result := case when new.said = 'may_go'
    and lintel.programme_safe(new.organisation_id, file.person_id, new.answered_at) then 'may_go' else 'not_now' end;
  insert into notification (organisation_id, id, staff_id, at, kind, about_id)
    select new.organisation_id, gen_random_uuid(), s, new.answered_at, 'own_file_answered', file.id
    from unnest(array[coalesce(file.worker_id, file.manager_id)]) s;
  return new;
end $function$;
alter function lintel.own_answered() owner to lintel_definer;
revoke all on function lintel.own_answered() from public;

CREATE OR REPLACE FUNCTION lintel.own_answers(in_file uuid)
 RETURNS TABLE(step_id uuid, result text, answered_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.step_id, a.result, a.answered_at from own_programme_answer a
    join own_programme_step q on q.organisation_id = a.organisation_id and q.id = a.step_id
    join own_file f on f.organisation_id = q.organisation_id and f.id = q.file_id
  where f.organisation_id = lintel.organisation() and f.id = in_file
    and lintel.staff() in (f.manager_id, f.worker_id) and f.standing <> 'unfounded' $function$;
alter function lintel.own_answers(uuid) owner to lintel_definer;
revoke all on function lintel.own_answers(uuid) from public;
grant execute on function lintel.own_answers(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.own_file_fit(in_organisation uuid, in_person uuid, in_staff uuid, in_role text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return exists (select from staff s where s.organisation_id = in_organisation and s.id = in_staff
      and s.ended_at is null and s.roles && case in_role when 'manager' then '{da_manager}'::text[]
        else '{da_manager,da_worker}'::text[] end)
    and not exists (select from own_file f where f.organisation_id = in_organisation
      and in_staff = any (f.held_by) and f.person_id is not null
      and not f.person_id = any (lintel.kin(in_organisation, array[in_person]))
      and lintel.cases_across(in_organisation, array(select c.id from case_file c
          where c.organisation_id = in_organisation
            and c.person_id = any (lintel.kin(in_organisation, array[in_person]))))
        && array(select c.id from case_file c where c.organisation_id = in_organisation
          and c.person_id = any (lintel.kin(in_organisation, array[f.person_id]))))
    and not exists (select from case_file c where c.organisation_id = in_organisation
      and c.id = any (lintel.own_sides(in_organisation, in_person))
      and (lintel.works_on(c, in_staff)
        or exists (select from allocation a where a.organisation_id = c.organisation_id and a.case_id = c.id
          and a.staff_id = in_staff)
        or exists (select from case_conflict k where k.organisation_id = c.organisation_id and k.case_id = c.id
          and k.staff_id = in_staff and k.ended_at is null)));
end $function$;
alter function lintel.own_file_fit(uuid,uuid,uuid,text) owner to lintel_definer;
revoke all on function lintel.own_file_fit(uuid,uuid,uuid,text) from public;

CREATE OR REPLACE FUNCTION lintel.own_file_keeps_apart()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.keep_sides_apart(new.organisation_id, lintel.own_sides(new.organisation_id,
    coalesce(new.person_id, case when tg_op = 'UPDATE' then old.person_id end)));
  return null;
end $function$;
alter function lintel.own_file_keeps_apart() owner to lintel_definer;
revoke all on function lintel.own_file_keeps_apart() from public;

CREATE OR REPLACE FUNCTION lintel.own_file_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.person_id is null then return new; end if;
  if tg_op = 'INSERT' or new.manager_id <> old.manager_id then
    if not lintel.own_file_fit(new.organisation_id, new.person_id, new.manager_id, 'manager') then
      raise exception 'another manager keeps this file' using errcode = 'check_violation';
    end if;
  end if;
  if new.worker_id is not null and (tg_op = 'INSERT' or new.worker_id is distinct from old.worker_id)
    and not lintel.own_file_fit(new.organisation_id, new.person_id, new.worker_id, 'worker')
  then
    raise exception 'another colleague keeps this file' using errcode = 'check_violation';
  end if;
  new.held_by := array(select h from unnest(new.held_by || array[new.manager_id, new.worker_id]) h
    where h is not null group by h order by h);
  return new;
end $function$;
alter function lintel.own_file_kept() owner to lintel_definer;
revoke all on function lintel.own_file_kept() from public;

CREATE OR REPLACE FUNCTION lintel.own_file_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare file own_file;
begin
  for file in select f.* from own_file f where f.organisation_id = new.organisation_id and f.person_id is not null
    and f.ended_at is null order by f.id for update
  loop
    if file.worker_id = new.id and (new.ended_at is not null or not new.roles && '{da_manager,da_worker}') then
      update own_file f set worker_id = null, version = f.version + 1
        where f.organisation_id = new.organisation_id and f.id = file.id;
      insert into notification (organisation_id, id, staff_id, at, kind, about_id)
        values (new.organisation_id, gen_random_uuid(), file.manager_id, coalesce(new.ended_at, now()),
          'own_file_needs_worker', file.id);
    end if;
    if file.manager_id = new.id and (new.ended_at is not null or not 'da_manager' = any (new.roles)) then
      update own_file f set version = f.version + 1, manager_id = coalesce((select m.id from staff m
          where m.organisation_id = new.organisation_id and m.enrolled_at is not null and m.id <> new.id
            and m.id is distinct from f.worker_id
            and lintel.own_file_fit(new.organisation_id, f.person_id, m.id, 'manager') order by m.name, m.id limit 1),
          f.manager_id)
        where f.organisation_id = new.organisation_id and f.id = file.id;
      insert into notification (organisation_id, id, staff_id, at, kind, about_id)
        select f.organisation_id, gen_random_uuid(), f.manager_id, coalesce(new.ended_at, now()),
          'own_file_given', f.id
        from own_file f where f.organisation_id = new.organisation_id and f.id = file.id and f.manager_id <> new.id;
    end if;
    perform lintel.keep_sides_apart(new.organisation_id, lintel.own_sides(new.organisation_id, file.person_id));
  end loop;
  return null;
end $function$;
alter function lintel.own_file_left() owner to lintel_definer;
revoke all on function lintel.own_file_left() from public;

CREATE OR REPLACE FUNCTION lintel.own_may_refer(in_file uuid, in_programme uuid, in_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from own_file f where f.organisation_id = lintel.organisation() and f.id = in_file
    and lintel.staff() in (f.manager_id, f.worker_id) and f.ended_at is null
    and lintel.programme_safe(f.organisation_id, f.person_id, in_now)
    and (select a.result = 'may_go' and in_now - a.answered_at <= interval '336 hours' from own_programme_step q
        left join own_programme_answer a on a.organisation_id = q.organisation_id and a.step_id = q.id
      where q.organisation_id = f.organisation_id and q.programme_id = in_programme and q.step = 'asked'
      order by q.recorded_at desc, q.id desc limit 1)) $function$;
alter function lintel.own_may_refer(uuid,uuid,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.own_may_refer(uuid,uuid,timestamp with time zone) from public;
grant execute on function lintel.own_may_refer(uuid,uuid,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.own_questions()
 RETURNS TABLE(id uuid, name text, asked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select q.id, f.name, q.recorded_at from own_programme_step q
    join own_file f on f.organisation_id = q.organisation_id and f.id = q.file_id
  where q.organisation_id = lintel.organisation() and q.step = 'asked' and 'da_manager' = any (lintel.roles())
    and lintel.staff() in (select lintel.answers_own(q.organisation_id, q.file_id))
    and not exists (select from own_programme_answer a where a.organisation_id = q.organisation_id and a.step_id = q.id)
    and not exists (select from own_programme_step d where d.organisation_id = q.organisation_id
      and d.programme_id = q.programme_id and d.step in ('referred', 'dropped'))
  order by q.recorded_at, q.id $function$;
alter function lintel.own_questions() owner to lintel_definer;
revoke all on function lintel.own_questions() from public;
grant execute on function lintel.own_questions() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.own_referred()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  person uuid;
  answer own_programme_answer;
begin
  if new.step <> 'referred' then return new; end if;
  select f.person_id into person from own_file f
    where f.organisation_id = new.organisation_id and f.id = new.file_id and f.ended_at is null;
  select a.* into answer from own_programme_step q
    left join own_programme_answer a on a.organisation_id = q.organisation_id and a.step_id = q.id
    where q.organisation_id = new.organisation_id and q.programme_id = new.programme_id and q.step = 'asked'
    order by q.recorded_at desc, q.id desc limit 1;
  if person is null or answer.result is distinct from 'may_go'
    or new.recorded_at - answer.answered_at > interval '336 hours'
    or not lintel.programme_safe(new.organisation_id, person, new.recorded_at)
  then
    raise exception 'not now' using errcode = 'check_violation', constraint = 'own_referred';
  end if;
  return new;
end $function$;
alter function lintel.own_referred() owner to lintel_definer;
revoke all on function lintel.own_referred() from public;

CREATE OR REPLACE FUNCTION lintel.own_sides(in_organisation uuid, in_person uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kin uuid[] := lintel.kin(in_organisation, array[in_person]);
  names text[] := array(select p.given_name || ' ' || p.family_name from person p
    where p.organisation_id = in_organisation and p.id = any (kin));
  cases uuid[] := array(
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (kin)
    union
    select q.case_id from case_person q where q.organisation_id = in_organisation and q.person_id = any (kin)
      and q.ended_at is null
    union
    select q.case_id from case_person q, unnest(names) n where q.organisation_id = in_organisation
      and q.person_id is null and q.part = 'alleged_perpetrator' and q.ended_at is null
      and lintel.names_them(q.described_as, n));
begin
  return array(select unnest(cases) union
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (lintel.kin(
      in_organisation, array(select p from unnest(cases) one, unnest(lintel.people_kept(in_organisation, one)) p))));
end $function$;
alter function lintel.own_sides(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.own_sides(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.own_sides_meet(in_organisation uuid, in_people uuid[], in_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  file own_file;
  met uuid[];
  another uuid;
begin
  for file in select f.* from own_file f where f.organisation_id = in_organisation
    and f.person_id = any (lintel.kin(in_organisation, in_people)) order by f.id for update
  loop
    met := array(select s.id from staff s where s.organisation_id = in_organisation and s.id = any (file.held_by)
      and exists (select from case_file c where c.organisation_id = in_organisation
        and c.id = any (lintel.own_sides(in_organisation, file.person_id)) and lintel.works_on(c, s.id)));
    another := file.manager_id;
    if file.manager_id = any (met) then
      another := coalesce((select m.id from staff m where m.organisation_id = in_organisation
        and m.enrolled_at is not null and not m.id = any (file.held_by)
        and lintel.own_file_fit(in_organisation, file.person_id, m.id, 'manager') order by m.name, m.id limit 1),
        file.manager_id);
      met := array_remove(met, another);
    end if;
    if met <> '{}' then
      update own_file f set manager_id = another, version = f.version + 1,
          worker_id = case when f.worker_id = any (met) then null else f.worker_id end
        where f.organisation_id = in_organisation and f.id = file.id;
      update own_file f set held_by = array(select h from unnest(f.held_by) h where not h = any (met))
        where f.organisation_id = in_organisation and f.id = file.id;
      insert into notification (organisation_id, id, staff_id, at, kind, about_id)
        select in_organisation, gen_random_uuid(), another, in_at, 'own_file_needs_worker', file.id
        where file.ended_at is null and (file.worker_id = any (met) or another <> file.manager_id);
    end if;
    perform lintel.keep_sides_apart(in_organisation, lintel.own_sides(in_organisation, file.person_id));
  end loop;
end $function$;
alter function lintel.own_sides_meet(uuid,uuid[],timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.own_sides_meet(uuid,uuid[],timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION lintel.pack_at(in_organisation uuid, at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select f.pack_id from public.policy_in_force f where f.organisation_id = in_organisation and f.begins_at <= at
      order by f.begins_at desc, f.decided_at desc, f.change_id desc limit 1),
    (select o.pack_id from public.organisation o where o.organisation_id = in_organisation)) $function$;

CREATE OR REPLACE FUNCTION lintel.people_kept(in_organisation uuid, in_case uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct p.id), '{}') from (
    select c.person_id as id from case_file c where c.organisation_id = in_organisation and c.id = in_case
    union all
    select q.person_id from case_person q where q.organisation_id = in_organisation and q.case_id = in_case
      and q.ended_at is null and q.part <> 'alleged_perpetrator') p
  where p.id is not null $function$;
alter function lintel.people_kept(uuid,uuid) owner to lintel_definer;
revoke all on function lintel.people_kept(uuid,uuid) from public;

CREATE OR REPLACE FUNCTION lintel.person_corrected()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if lower(new.given_name || ' ' || new.family_name) <> lower(old.given_name || ' ' || old.family_name)
    or new.date_of_birth is distinct from old.date_of_birth then
    insert into share_since (organisation_id, case_id, share_id, kind, what, subject_id, since)
    select distinct t.organisation_id, t.case_id, t.share_id, 'corrected', 'person', new.id, null::timestamptz
    from share_sent t
    join case_file c on c.organisation_id = t.organisation_id and c.id = t.case_id
    where t.organisation_id = new.organisation_id and t.person_id = new.id and c.closed_at is null
      and not exists (select from share_since s where s.organisation_id = t.organisation_id
        and s.share_id = t.share_id and s.what = 'person' and s.answer is null);
  end if;
  perform lintel.number_changed(new.organisation_id,
    array(select c.id from case_file c where c.organisation_id = new.organisation_id and c.person_id = new.id
      and c.closed_at is null),
    array(select was from unnest(old.phones || old.emails) was where not was = any (new.phones || new.emails)),
    null);
  return null;
end $function$;
alter function lintel.person_corrected() owner to lintel_definer;
revoke all on function lintel.person_corrected() from public;

CREATE OR REPLACE FUNCTION lintel.person_replaced()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, subject_id, corrected_by, since)
  select distinct t.organisation_id, t.case_id, t.share_id, 'corrected', 'person', old.person_id, new.person_id,
    null::timestamptz
  from share_sent t where t.organisation_id = new.organisation_id and t.case_id = new.id
    and t.person_id = old.person_id;
  return null;
end $function$;
revoke all on function lintel.person_replaced() from public;

CREATE OR REPLACE FUNCTION lintel.plainly(in_value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select regexp_replace(regexp_replace(lower(in_value), '[^[:alnum:]@]', '', 'g'), '^(0044|44)0?', '0') $function$;
revoke all on function lintel.plainly(text) from public;
grant execute on function lintel.plainly(text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.plan_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, subject_id, corrected_by, since)
  select newest.organisation_id, newest.case_id, newest.share_id, 'corrected', 'plan', newest.version_id, new.id,
    new.recorded_at
  from (select distinct on (h.recipient_id) t.organisation_id, t.case_id, t.share_id, v.id as version_id, v.content
    from share_sent t
    join share h on h.organisation_id = t.organisation_id and h.id = t.share_id
    join plan_version v on v.organisation_id = t.organisation_id and v.id = t.plan_version_id
    where t.organisation_id = new.organisation_id and t.case_id = new.case_id and v.number < new.number
    order by h.recipient_id, v.number desc, t.sent_at desc) newest
  where lintel.plan_lines_changed(newest.content, new.content)
    and not exists (select from share_since s where s.organisation_id = newest.organisation_id
      and s.share_id = newest.share_id and s.what = 'plan' and s.answer is null);
  return null;
end $function$;
revoke all on function lintel.plan_changed() from public;

CREATE OR REPLACE FUNCTION lintel.plan_lines_changed(in_before jsonb, in_now jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from jsonb_array_elements(in_before -> 'actions') a
    left join jsonb_array_elements(in_now -> 'actions') n on n ->> 'id' = a ->> 'id'
    where a ->> 'state' = 'open' and (n is null or n ->> 'state' = 'dropped' or (n ->> 'state' = 'open'
      and array[a ->> 'what', a ->> 'by', a ->> 'owner', a ->> 'dueOn']
        <> array[n ->> 'what', n ->> 'by', n ->> 'owner', n ->> 'dueOn']))) $function$;
revoke all on function lintel.plan_lines_changed(jsonb,jsonb) from public;
grant execute on function lintel.plan_lines_changed(jsonb,jsonb) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.plan_said(in_organisation uuid, in_version uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select concat_ws(', by ', a ->> 'what', nullif(a ->> 'by', '')) from plan_version v,
    jsonb_array_elements(v.content -> 'actions') a
  where v.organisation_id = in_organisation and v.id = in_version and a ->> 'state' = 'open' $function$;
revoke all on function lintel.plan_said(uuid,uuid) from public;
grant execute on function lintel.plan_said(uuid,uuid) to lintel_app;
grant execute on function lintel.plan_said(uuid,uuid) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.postcode_area(in_postcode text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select left(upper(regexp_replace(in_postcode, '\s', '', 'g')), -3)
$function$;
revoke all on function lintel.postcode_area(text) from public;
grant execute on function lintel.postcode_area(text) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.programme_safe(in_organisation uuid, in_person uuid, in_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select not exists (select from case_person q
    join case_file c on c.organisation_id = q.organisation_id and c.id = q.case_id and c.closed_at is null
    where q.organisation_id = in_organisation and q.part = 'alleged_perpetrator' and q.ended_at is null
      and (q.person_id = any (lintel.kin(in_organisation, array[in_person]))
        or q.person_id is null and exists (select from person p where p.organisation_id = in_organisation
          and p.id = any (lintel.kin(in_organisation, array[in_person]))
          and lintel.names_them(q.described_as, p.given_name || ' ' || p.family_name)))
      and (c.immediate_danger or not coalesce((
        select p.answer = 'may_go' and in_now - p.recorded_at <= interval '336 hours'
          and p.recorded_at >= coalesce(lintel.asks_anew(in_organisation, c.id), '-infinity')
        from programme_safety p where p.organisation_id = in_organisation and p.about_id = q.id
        order by p.recorded_at desc, p.id desc limit 1), false))) $function$;
alter function lintel.programme_safe(uuid,uuid,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.programme_safe(uuid,uuid,timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION lintel.promise_history(in_from timestamp with time zone, in_to timestamp with time zone)
 RETURNS TABLE(subject bigint, commitment text, started_at timestamp with time zone, kept_at timestamp with time zone, planned_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if not lintel.roles() && '{da_manager,director,administrator}' then return; end if;
  return query select dense_rank() over (order by coalesce(o.disclosure_id, o.case_id)), o.commitment, o.started_at,
      case o.outcome when 'met' then o.ended_at else o.fulfilled_at end,
      case o.outcome when 'met_by_plan' then o.ended_at end
    from obligation o
    where o.organisation_id = lintel.organisation() and o.started_at >= in_from and o.started_at < in_to
      and o.outcome in ('met', 'met_by_plan', 'breached')
    order by o.started_at;
end $function$;
alter function lintel.promise_history(timestamp with time zone,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.promise_history(timestamp with time zone,timestamp with time zone) from public;
grant execute on function lintel.promise_history(timestamp with time zone,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.promise_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op <> 'INSERT' then
    insert into promise_move (organisation_id, case_id, whole_team, commitment, ending, day, number)
    select old.organisation_id, old.case_id, case when old.case_id is null then true end, old.commitment, s.ending,
      s.day, -1
    from lintel.counts_as(old.outcome, old.fulfilled_at, old.ended_at, old.at_birth, old.late, old.ended_why) s;
  end if;
  if tg_op <> 'DELETE' then
    insert into promise_move (organisation_id, case_id, whole_team, commitment, ending, day, number)
    select new.organisation_id, new.case_id, case when new.case_id is null then true end, new.commitment, s.ending,
      s.day, 1
    from lintel.counts_as(new.outcome, new.fulfilled_at, new.ended_at, new.at_birth, new.late, new.ended_why) s;
  end if;
  return null;
end $function$;
alter function lintel.promise_moved() owner to lintel_definer;
revoke all on function lintel.promise_moved() from public;

CREATE OR REPLACE FUNCTION lintel.promise_totals(in_from date[], in_to date[])
 RETURNS TABLE(span bigint, commitment text, ending text, number bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function lintel.promise_totals(date[],date[]) owner to lintel_definer;
revoke all on function lintel.promise_totals(date[],date[]) from public;
grant execute on function lintel.promise_totals(date[],date[]) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.promised_for(due_at timestamp with time zone, kept_from timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((kept_from + ((due_at - kept_from) / (2)::double precision)), due_at);

CREATE OR REPLACE FUNCTION lintel.promises_change_sides()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a wall changes where each statement sees what others have written: read committed';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('lintel promises ' || new.organisation_id, 0));
  insert into promise_move (organisation_id, whole_team, commitment, ending, day, number)
  select new.organisation_id, side.whole_team, kept.commitment, kept.ending, kept.day, side.sign * kept.number
  from (
    select n.commitment, n.ending, n.day, sum(n.number) as number
    from (
      select o.commitment, s.ending, s.day, 1 as number
      from obligation o cross join lateral
        lintel.counts_as(o.outcome, o.fulfilled_at, o.ended_at, o.at_birth, o.late, o.ended_why) s
      where o.organisation_id = new.organisation_id and o.case_id = new.id
      union all
      select m.commitment, m.ending, m.day, -m.number from promise_move m
      where m.organisation_id = new.organisation_id and m.case_id = new.id) n
    group by 1, 2, 3 having sum(n.number) <> 0) kept
  cross join (values (lintel.whole_team(new.granted_roles), 1), (lintel.whole_team(old.granted_roles), -1))
    side (whole_team, sign);
  return null;
end $function$;
alter function lintel.promises_change_sides() owner to lintel_definer;
revoke all on function lintel.promises_change_sides() from public;

CREATE OR REPLACE FUNCTION lintel.promises_in(in_from date[], in_to date[], in_named uuid[])
 RETURNS TABLE(span bigint, commitment text, ending text, number bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$;
alter function lintel.promises_in(date[],date[],uuid[]) owner to lintel_definer;
revoke all on function lintel.promises_in(date[],date[],uuid[]) from public;
grant execute on function lintel.promises_in(date[],date[],uuid[]) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.promises_now(in_day date, in_now timestamp with time zone, in_named uuid[])
 RETURNS TABLE(commitment text, ending text, number bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$;
alter function lintel.promises_now(date,timestamp with time zone,uuid[]) owner to lintel_definer;
revoke all on function lintel.promises_now(date,timestamp with time zone,uuid[]) from public;
grant execute on function lintel.promises_now(date,timestamp with time zone,uuid[]) to lintel_app;

CREATE OR REPLACE PROCEDURE lintel.protect(IN target regclass, IN visible text DEFAULT 'true'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy organisation on %s to lintel_app using (organisation_id = lintel.organisation() and (%s))',
    target, visible);
end $procedure$;

CREATE OR REPLACE PROCEDURE lintel.protect_case_child(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  call lintel.protect(target, $policy$case_id = (select lintel.opened_case())
    or 'system' = any ((select lintel.roles())::text[]) or lintel.sees_case(organisation_id, case_id)$policy$);
end $procedure$;

CREATE OR REPLACE FUNCTION lintel.put_in_force()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into policy_in_force (organisation_id, change_id, pack_id, begins_at, decided_at)
    values (new.organisation_id, new.id, new.pack_id, greatest(new.begins_at, new.decided_at), new.decided_at);
  return null;
end $function$;
alter function lintel.put_in_force() owner to lintel_definer;
revoke all on function lintel.put_in_force() from public;

CREATE OR REPLACE FUNCTION lintel.puts_right(in_since share_since, in_sent uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from share_sent t
    join share g on g.organisation_id = t.organisation_id and g.id = t.share_id
    join share h on h.organisation_id = g.organisation_id and h.recipient_id = g.recipient_id
      and h.id = in_since.share_id
    where t.organisation_id = in_since.organisation_id and t.id = in_sent and case in_since.what
      when 'entry' then in_since.correction_id in (select lintel.entries_before(t.organisation_id, t.entries))
      when 'assessment' then in_since.corrected_by in (select lintel.assessments_before(t.organisation_id,
        t.assessments))
      when 'told' then exists (select from case_entry e where e.organisation_id = t.organisation_id
        and e.id = any (t.entries) and e.subject_id = in_since.corrected_by)
      when 'plan' then (select v.number from plan_version v where v.organisation_id = t.organisation_id
          and v.id = t.plan_version_id)
        >= (select v.number from plan_version v where v.organisation_id = t.organisation_id
          and v.id = in_since.corrected_by)
      when 'person' then t.person_id = coalesce(in_since.corrected_by, in_since.subject_id)
      -- No more is known than that somebody wrote, since, of how they are reached.
      when 'number' then g.decided_at >= in_since.since and g.words <> '' and 'contact' = any (g.kinds)
      else false end) $function$;
revoke all on function lintel.puts_right(share_since,uuid) from public;
grant execute on function lintel.puts_right(share_since,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.rate_of_year(in_kind text, in_from date, in_until date)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(lintel.rate_on(in_kind, in_from), (
    select r.pence from cost_rate r
    where r.organisation_id = lintel.organisation() and r.kind = in_kind and r.from_day > in_from
      and r.from_day < in_until
    order by r.from_day, r.set_at desc, r.id desc limit 1))
$function$;
revoke all on function lintel.rate_of_year(text,date,date) from public;
grant execute on function lintel.rate_of_year(text,date,date) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.rate_on(in_kind text, in_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.pence from cost_rate r
  where r.organisation_id = lintel.organisation() and r.kind = in_kind and r.from_day <= in_day
  order by r.from_day desc, r.set_at desc, r.id desc limit 1
$function$;
revoke all on function lintel.rate_on(text,date) from public;
grant execute on function lintel.rate_on(text,date) to lintel_app;
grant execute on function lintel.rate_on(text,date) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.rate_risk()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  before risk_rating;
  lower boolean;
  -- two people went below what the same assessments indicate already, and they indicate no more than they did
  known boolean;
begin
  perform from case_file c where c.organisation_id = new.organisation_id and c.id = new.case_id for update;
  select * into before from risk_rating r
    where r.organisation_id = new.organisation_id and r.case_id = new.case_id order by r.number desc limit 1;
  new.number := coalesce(before.number, 0) + 1;
  if new.rated_by is not null and not coalesce(case new.how
    when 'kept' then new.rated_by = before.rated_by and new.level = before.level
    else new.rated_by = lintel.staff() end, false)
  then
    raise exception 'a level of risk is judged in one''s own name' using errcode = 'check_violation';
  end if;
  known := coalesce(before.assessment_id is not distinct from new.assessment_id
    and before.received_id is not distinct from new.received_id
    and lintel.risk_rank(before.level) < lintel.risk_rank(before.indicated)
    and lintel.risk_rank(new.indicated) <= lintel.risk_rank(before.indicated), false);
  lower := lintel.risk_rank(new.level) < lintel.risk_rank(before.level)
    or lintel.risk_rank(new.level) < lintel.risk_rank(new.indicated) and not known;
  if lower and not exists (
    select from risk_lowering l where l.organisation_id = new.organisation_id and l.id = new.lowering_id
      and l.case_id = new.case_id and l.rating_id = before.id and l.to_level = new.level
      and l.decision = 'confirmed' and l.decided_by = new.rated_by and l.decided_by <> l.proposed_by)
  then
    raise exception 'a level of risk is lowered by two people' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.rebuild_wall()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- Two at once: the second waits here, and then sees what the first one wrote. No block is ever lost.
  perform from case_file c where c.organisation_id = new.organisation_id and c.id = new.case_id for update;
  update case_file c set
    granted_staff = coalesce((select array_agg(distinct a.staff_id) from case_access a
      where a.organisation_id = c.organisation_id and a.case_id = c.id and a.ended_at is null
        and a.staff_id is not null), '{}'),
    granted_roles = coalesce((select array_agg(distinct a.role) from case_access a
      where a.organisation_id = c.organisation_id and a.case_id = c.id and a.ended_at is null
        and a.role is not null), '{}'),
    blocked_staff = array(
      select b.staff_id from case_conflict b
        where b.organisation_id = c.organisation_id and b.case_id = c.id and b.ended_at is null
      union select unnest(lintel.in_conflict_with(c.organisation_id, lintel.kin(c.organisation_id, array[c.person_id])))
      union select unnest(lintel.other_side_of(c.organisation_id, c.id))
      order by 1)
  where c.organisation_id = new.organisation_id and c.id = new.case_id;
  return null;
end $function$;
alter function lintel.rebuild_wall() owner to lintel_definer;
revoke all on function lintel.rebuild_wall() from public;

CREATE OR REPLACE FUNCTION lintel.received_corrected()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array(
    with recursive before as (
      select new.corrects_id as id
      union select r.corrects_id from before b
      join risk_received r on r.organisation_id = new.organisation_id and r.id = b.id where r.corrects_id is not null)
    select id from before), new.id, new.recorded_at);
  return null;
end $function$;
revoke all on function lintel.received_corrected() from public;

CREATE OR REPLACE FUNCTION lintel.reference_words(text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select '##' || replace(lower($1), '-', '')
  union all select '#' || replace(lower(substr($1, 3)), '-', '')
  union all select '#' || lower(right($1, 4)) $function$;

CREATE OR REPLACE FUNCTION lintel.referral_step_struck()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, entry_id, subject_id, corrected_by, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'told', e.id, new.referral_id, new.id, new.recorded_at
  from safeguarding_step s
  join case_entry e on e.organisation_id = s.organisation_id and e.subject_id = s.referral_id
    and e.recorded_at = s.recorded_at
  join share h on h.organisation_id = e.organisation_id and h.case_id = e.case_id
  where s.organisation_id = new.organisation_id and s.id = new.strikes_id and exists (select from share_sent t
    where t.organisation_id = h.organisation_id and t.share_id = h.id and e.id = any (t.entries));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION lintel.refresh_reviewed(in_use uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update case_file c set next_due_at = (select min(lintel.promised_for(o.due_at, o.kept_from)) from obligation o
    where o.organisation_id = c.organisation_id and o.case_id = c.id
      and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))
  from break_glass_review r join break_glass b on b.organisation_id = r.organisation_id and b.id = r.use_id
  where r.organisation_id = lintel.organisation() and r.use_id = in_use
    and c.organisation_id = r.organisation_id and c.id = b.case_id $function$;
alter function lintel.refresh_reviewed(uuid) owner to lintel_definer;
revoke all on function lintel.refresh_reviewed(uuid) from public;
grant execute on function lintel.refresh_reviewed(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.register_says_else()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.look_again(new.organisation_id, null);
  return null;
end $function$;
alter function lintel.register_says_else() owner to lintel_definer;
revoke all on function lintel.register_says_else() from public;

CREATE OR REPLACE FUNCTION lintel.register_tells_more()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  changed record;
begin
  for changed in execute case tg_table_name
    when 'person' then 'select n.organisation_id, array_agg(n.id) as people, ''{}''::uuid[] as homes from new_rows n
      join old_rows o on o.organisation_id = n.organisation_id and o.id = n.id
      where (n.given_name, n.family_name, n.also_known_as, n.phones, n.emails)
        is distinct from (o.given_name, o.family_name, o.also_known_as, o.phones, o.emails) group by 1'
    when 'property' then 'select n.organisation_id, ''{}''::uuid[] as people, array_agg(n.id) as homes from new_rows n
      join old_rows o on o.organisation_id = n.organisation_id and o.id = n.id
      where (n.address_lines, n.postcode, n.uprn) is distinct from (o.address_lines, o.postcode, o.uprn) group by 1'
    when 'tenancy' then 'select n.organisation_id, array_agg(t.person_id) as people, ''{}''::uuid[] as homes
      from new_rows n join public.tenant t on t.organisation_id = n.organisation_id and t.tenancy_id = n.id group by 1'
    else 'select n.organisation_id, array_agg(n.person_id) as people, ''{}''::uuid[] as homes from new_rows n
      group by 1'
    end
  loop
    continue when not exists (select lintel.conflict_sources(changed.organisation_id));
    perform lintel.conflicts_changed(changed.organisation_id,
      lintel.sources_about(changed.organisation_id, changed.people, changed.homes), null);
  end loop;
  return null;
end $function$;
alter function lintel.register_tells_more() owner to lintel_definer;
revoke all on function lintel.register_tells_more() from public;

CREATE OR REPLACE FUNCTION lintel.repeat_definition(in_case uuid, in_day date)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with chosen as (
    select m.area_id from case_marac_area m
    where m.organisation_id = lintel.organisation() and m.case_id = in_case order by m.set_at desc, m.id desc limit 1
  ), home as (
    select a.area_id from case_file c
      join property p on p.organisation_id = c.organisation_id and p.id = c.property_id
      join marac_area_authority a on a.organisation_id = p.organisation_id and a.ended_at is null
        and lower(a.local_authority) = lower(trim(regexp_replace(p.local_authority, '\s+', ' ', 'g')))
    where c.organisation_id = lintel.organisation() and c.id = in_case
  ), area as (
    select coalesce((select area_id from chosen), (select area_id from home limit 1)) as id
  ), counts as (
    select t.*, greatest(t.effective_from, (t.decided_at at time zone 'Europe/London')::date) as since
    from risk_threshold t
    where t.organisation_id = lintel.organisation() and t.instrument = 'dash'
      and (not t.needs_second or t.decision = 'approved')
  )
  select coalesce((
    select t.repeat_definition from counts t, area
    where (t.since is null or t.since <= in_day) and (t.area_id is null or t.area_id = area.id)
    order by t.area_id is null, t.since desc nulls last, t.proposed_at desc limit 1), 'any') $function$;
revoke all on function lintel.repeat_definition(uuid,date) from public;
grant execute on function lintel.repeat_definition(uuid,date) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.repeats(in_text text, in_said text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from unnest(in_said) said, lintel.words_in_order(said) as words, generate_series(1, cardinality(words) - 5) at
    where position(' ' || array_to_string(words[at : at + 5], ' ') || ' '
      in ' ' || array_to_string(lintel.words_in_order(in_text), ' ') || ' ') > 0) $function$;

CREATE OR REPLACE FUNCTION lintel.residents_ask()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.note_fact(c.organisation_id, null, c.id, 'resident', r.person_id, '', null, null)
    from new_rows r
    join person p on p.organisation_id = r.organisation_id and p.id = r.person_id and p.date_of_birth is not null
    join case_file c on c.organisation_id = r.organisation_id and c.property_id = r.property_id
      and c.closed_at is null
    where r.to_date is null;
  return null;
end $function$;
alter function lintel.residents_ask() owner to lintel_definer;
revoke all on function lintel.residents_ask() from public;

CREATE OR REPLACE FUNCTION lintel.rests_on_a_fact()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not lintel.was_avoided(new.organisation_id, new.case_id, new.kind, new.happened_on, new.fact,
    new.fact_id) then
    raise exception 'What was avoided rests on a fact of its case that stands' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.risk_lowered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  newest risk_rating;
begin
  if old.ever_high and not new.ever_high then
    raise exception 'that a risk was ever high is never forgotten' using errcode = 'check_violation';
  end if;
  select * into newest from risk_rating r
    where r.organisation_id = new.organisation_id and r.case_id = new.id order by r.number desc limit 1;
  if new.risk_level is distinct from newest.level then
    raise exception 'a level of risk is lowered by two people' using errcode = 'check_violation';
  end if;
  if new.risk_judged and newest.rated_by is null then
    raise exception 'nobody has judged this level of risk' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.risk_rank(level text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select coalesce(array_position(array['standard', 'medium', 'high'], level), 0) $function$;

CREATE OR REPLACE FUNCTION lintel.roles()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(coalesce(current_setting('lintel.roles', true), ''), ',') $function$;

CREATE OR REPLACE FUNCTION lintel.row_struck()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array[new.id], new.id, new.struck_at);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION lintel.same_homes(in_organisation uuid, in_homes uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array(
    select id from unnest(in_homes) id where id is not null
    union
    select s.id from property s where s.organisation_id = in_organisation and s.uprn = any (array(
      select h.uprn from property h where h.organisation_id = in_organisation and h.id = any (in_homes)))
    union
    select s.id from property s where s.organisation_id = in_organisation and s.same_home = any (array(
      select h.same_home from property h where h.organisation_id = in_organisation and h.id = any (in_homes)))) $function$;
alter function lintel.same_homes(uuid,uuid[]) owner to lintel_definer;
revoke all on function lintel.same_homes(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.same_name(one text, other text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select lintel.same_parts(lintel.name_parts(one, false), lintel.name_parts(other, false))
    or lintel.same_parts(lintel.name_parts(one, true), lintel.name_parts(other, true)) $function$;
alter function lintel.same_name(text,text) owner to lintel_definer;
revoke all on function lintel.same_name(text,text) from public;

CREATE OR REPLACE FUNCTION lintel.same_parts(one text[], other text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select lintel.within_name(one, other) or lintel.within_name(other, one)
    or one <> '{}' and array_to_string(one, '') = array_to_string(other, '') $function$;
alter function lintel.same_parts(text[],text[]) owner to lintel_definer;
revoke all on function lintel.same_parts(text[],text[]) from public;

CREATE OR REPLACE FUNCTION lintel.sample_totals(in_month date)
 RETURNS TABLE(agreed bigint, not_agreed bigint, waiting bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*) filter (where answer = 'agreed'), count(*) filter (where answer = 'not_agreed'),
    count(*) filter (where answer is null)
  from promise_sample where organisation_id = lintel.organisation() and month = in_month
    and not lintel.roles() && '{da_manager,da_worker}' $function$;
alter function lintel.sample_totals(date) owner to lintel_definer;
revoke all on function lintel.sample_totals(date) from public;
grant execute on function lintel.sample_totals(date) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.says_name(in_words text, n text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select cardinality(n) > 1 and (strpos(in_words, ' ' || array_to_string(n, ' ') || ' ') > 0
    or strpos(in_words, ' ' || n[cardinality(n)] || ' ' || array_to_string(n[:cardinality(n) - 1], ' ') || ' ') > 0) $function$;
alter function lintel.says_name(text,text[]) owner to lintel_definer;
revoke all on function lintel.says_name(text,text[]) from public;

CREATE OR REPLACE FUNCTION lintel.sealing_behind(in_before timestamp with time zone, in_organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from organisation o cross join lateral (
      select e.at from event e where e.organisation_id = o.organisation_id
        and e.txid >= coalesce((select s.before_txid from event_seal s
          where s.organisation_id = o.organisation_id order by s.number desc limit 1), '0'::xid8)
      order by e.txid, e.id limit 1) oldest
    where (in_organisation is null or o.organisation_id = in_organisation) and oldest.at < in_before) $function$;
alter function lintel.sealing_behind(timestamp with time zone,uuid) owner to lintel_definer;
revoke all on function lintel.sealing_behind(timestamp with time zone,uuid) from public;
grant execute on function lintel.sealing_behind(timestamp with time zone,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.seen_walls()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return array(select w.id from public.walled_subject w where w.organisation_id = lintel.organisation());
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_break_glass(in_organisation uuid, in_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from public.break_glass b where b.organisation_id = in_organisation and b.id = in_id;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_breathing_space(in_organisation uuid, in_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from public.breathing_space s where s.organisation_id = in_organisation and s.id = in_id;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_case(in_organisation uuid, in_case uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if strpos(current_setting('lintel.opened_cases', true), in_case::text) > 0 then return true; end if;
  -- As whoever asks: the wall of case_file answers.
  perform from public.case_file c where c.organisation_id = in_organisation and c.id = in_case;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_disclosure(in_organisation uuid, in_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from public.disclosure d where d.organisation_id = in_organisation and d.id = in_id;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_file(in_organisation uuid, in_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from public.kept_file f where f.organisation_id = in_organisation and f.id = in_id;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_hold(in_organisation uuid, in_hold uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from hold h where h.organisation_id = in_organisation and h.id = in_hold) $function$;
revoke all on function lintel.sees_hold(uuid,uuid) from public;
grant execute on function lintel.sees_hold(uuid,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.sees_marker_keeping(in_organisation uuid, in_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from public.marker_keeping k where k.organisation_id = in_organisation and k.marker_id = in_id;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_own_file(in_organisation uuid, in_file uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  -- As whoever asks: the wall of own_file answers.
  perform from public.own_file f where f.organisation_id = in_organisation and f.id = in_file;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_reassignment_move(in_organisation uuid, in_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from public.reassignment_move m where m.organisation_id = in_organisation and m.reassignment_id = in_id;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_safeguarding_referral(in_organisation uuid, in_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from public.safeguarding_referral r where r.organisation_id = in_organisation and r.id = in_id;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.sees_task(in_organisation uuid, in_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform from public.task t where t.organisation_id = in_organisation and t.id = in_id;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION lintel.set_sender()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ended integer;
begin
  update message_sender m set ended_at = new.decided_at, ended_by = new.decided_by
    where m.organisation_id = new.organisation_id and m.id = new.replaces and m.ended_at is null;
  get diagnostics ended = row_count;
  if ended = 0 and new.replaces is not null or exists (
      select from message_sender m where m.organisation_id = new.organisation_id and m.ended_at is null) then
    raise exception 'what it was to replace has changed since' using errcode = 'check_violation';
  end if;
  insert into message_sender (organisation_id, id, call_back, return_address, set_by, set_at, proposal_id)
    values (new.organisation_id, new.id, new.call_back, new.return_address, new.proposed_by, new.decided_at, new.id);
  return null;
end $function$;
alter function lintel.set_sender() owner to lintel_definer;
revoke all on function lintel.set_sender() from public;

CREATE OR REPLACE FUNCTION lintel.share_kinds(h share)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array(select known.data from
      unnest(array['who', 'account', 'risk', 'plan', 'family', 'health', 'home', 'contact']) with ordinality
        as known (data, place)
    where known.data = any (h.kinds) or exists (select from case_entry e where e.organisation_id = h.organisation_id
      and e.id = any (h.entries) and known.data = any (lintel.entry_tells_of(e))) order by known.place) $function$;
revoke all on function lintel.share_kinds(share) from public;
grant execute on function lintel.share_kinds(share) to lintel_app;
grant execute on function lintel.share_kinds(share) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.share_stands(in_link share_link)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when h.referral_id is null then lintel.decided_share_stands(in_link)
    else h.dropped_at is null and r.ended_at is null and not exists (select from lintel.domain_ended(in_link, r.agency))
    end
  from share h join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  where h.organisation_id = in_link.organisation_id and h.id = in_link.share_id $function$;
alter function lintel.share_stands(share_link) owner to lintel_definer;
revoke all on function lintel.share_stands(share_link) from public;

CREATE OR REPLACE FUNCTION lintel.shut_by_match(in_organisation uuid, in_base uuid[], in_matched uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with team as (
    select s.id, 'da_manager' = any (s.roles) as manages from staff s
    where s.organisation_id = in_organisation and s.ended_at is null and s.roles && '{da_manager,da_worker}'
      and not s.id = any (in_base))
  select case
    when not exists (select from team) or exists (select from team where not id = any (in_matched)) then in_matched
    when exists (select from team where manages)
      then array(select m from unnest(in_matched) m where not exists (select from team where id = m and manages))
    else array(select m from unnest(in_matched) m where not exists (select from team where id = m)) end $function$;
alter function lintel.shut_by_match(uuid,uuid[],uuid[]) owner to lintel_definer;
revoke all on function lintel.shut_by_match(uuid,uuid[],uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.shut_out(in_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_file c where c.organisation_id = lintel.organisation() and c.id = in_case
    and lintel.staff() = any (c.blocked_staff)) $function$;
alter function lintel.shut_out(uuid) owner to lintel_definer;
revoke all on function lintel.shut_out(uuid) from public;
grant execute on function lintel.shut_out(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.shut_told(d disclosure, in_matched jsonb, in_linked uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with base as (select array(
    select b from unnest(d.blocked_staff) b where not b = any (lintel.matched_staff(d.matched))
    union select (told ->> 'staffId')::uuid from jsonb_array_elements(d.conflicts) told
    union select unnest(in_linked)) as staff)
  select array(select unnest(base.staff)
    union select unnest(lintel.shut_by_match(d.organisation_id, base.staff, lintel.matched_staff(in_matched)))
    order by 1) from base $function$;
alter function lintel.shut_told(disclosure,jsonb,uuid[]) owner to lintel_definer;
revoke all on function lintel.shut_told(disclosure,jsonb,uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.similar_names(in_token text, in_limit integer)
 RETURNS TABLE(token text, likeness real)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.token, similarity(t.token, in_token) from (
    select w.token from search_word w
    where w.organisation_id = lintel.organisation() and w.token % left(in_token, 40)
    limit 400) t
  order by 2 desc, 1 limit least(in_limit, 20) $function$;
alter function lintel.similar_names(text,integer) owner to lintel_definer;
revoke all on function lintel.similar_names(text,integer) from public;
grant execute on function lintel.similar_names(text,integer) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.since_agreed(in_organisation uuid, in_case uuid, in_version uuid, in_way uuid, in_value text, in_recorded timestamp with time zone, in_same timestamp with time zone, OUT gone_at timestamp with time zone, OUT suspected_at timestamp with time zone, OUT moved_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  gone_at := (select max(w.gone_at) from lintel.went_wrong(in_organisation, in_case) w
    where in_way is null and w.safe_contact_id = in_version and w.way_id is null
      or in_way is not null and w.agreed_way_id = in_version
      or w.gone_at > in_recorded and in_value <> '' and lintel.plainly(w.value) = lintel.plainly(in_value));
  suspected_at := (select max(c.recorded_at) from public.contact c
    where c.organisation_id = in_organisation and c.case_id = in_case and c.may_suspect in ('yes', 'not_known')
      and c.recorded_at > greatest(in_recorded, in_same)
      and case when in_way is null then c.over <> 'further'
        else c.over in ('another', 'not_asked') or exists (select from public.agreed_way o
          where o.organisation_id = c.organisation_id and o.id = c.agreed_way_id and o.way_id = in_way) end);
  moved_at := (select max(h.recorded_at) from public.case_home h
    where h.organisation_id = in_organisation and h.case_id = in_case and h.moves and h.recorded_at > in_recorded);
end $function$;
revoke all on function lintel.since_agreed(uuid,uuid,uuid,uuid,text,timestamp with time zone,timestamp with time zone) from public;
grant execute on function lintel.since_agreed(uuid,uuid,uuid,uuid,text,timestamp with time zone,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.since_untold()
 RETURNS TABLE(id uuid, case_id uuid, share_id uuid, kind text, lead_id uuid, concerns uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.id, s.case_id, s.share_id, s.kind, c.lead_id,
    array(select t.sent_by from share_sent t where t.organisation_id = s.organisation_id and t.share_id = s.share_id
      and (s.entry_id is null or s.kind = 'held' or s.entry_id = any (t.entries))
      union select h.decided_by)
  from share_since s
  join share h on h.organisation_id = s.organisation_id and h.id = s.share_id
  join case_file c on c.organisation_id = s.organisation_id and c.id = s.case_id
  where s.organisation_id = lintel.organisation() and 'system' = any (lintel.roles()) and s.told_at is null
    and s.answer is null
  order by s.since, s.id limit 100 $function$;
alter function lintel.since_untold() owner to lintel_definer;
revoke all on function lintel.since_untold() from public;
grant execute on function lintel.since_untold() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.somebodys_number(in_organisation uuid, in_written text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select in_organisation = lintel.organisation() and exists (select from search_token t
    where t.organisation_id = in_organisation and t.subject = 'person' and t.token = any (
      array(select '+44' || n from lintel.numbers_in(in_written) n)
      || ('+' || regexp_replace(in_written, '\D', '', 'g'))))
$function$;
alter function lintel.somebodys_number(uuid,text) owner to lintel_definer;
revoke all on function lintel.somebodys_number(uuid,text) from public;
grant execute on function lintel.somebodys_number(uuid,text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.sources_about(in_organisation uuid, in_people uuid[], in_homes uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array(
    select f.source from conflict_fact f where f.organisation_id = in_organisation and f.kind = 'person'
      and f.value = any (in_people::text[])
    union
    select f.source from conflict_fact f where f.organisation_id = in_organisation and f.kind = 'home'
      and f.value = any (in_homes::text[])) $function$;
alter function lintel.sources_about(uuid,uuid[],uuid[]) owner to lintel_definer;
revoke all on function lintel.sources_about(uuid,uuid[],uuid[]) from public;

CREATE OR REPLACE FUNCTION lintel.speaks_of_household(in_organisation uuid, in_case uuid, in_text text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select in_organisation = lintel.organisation() and (
    in_text ~ ('\m(child|children|kids?|baby|babies|newborns?|infants?|toddlers?|teenagers?|sons?|daughters?'
      || '|(step|grand)-?(sons?|daughters?|child|children)|(little|younger|older|eldest|youngest) (boys?|girls?|ones?)'
      || '|school|nursery|childminders?)\M')
    or exists (select from case_person p
        left join person o on o.organisation_id = p.organisation_id and o.id = p.person_id
      cross join unnest(array_cat(array_prepend(o.given_name, o.also_known_as),
        array(select found[1] from regexp_matches(p.described_as, '\m([[:upper:]][[:alnum:]]+)', 'g') found))) named (name)
      cross join regexp_split_to_table(lintel.folded_name(named.name), '[^[:alnum:]]+') word (said)
      where p.organisation_id = in_organisation and p.case_id = in_case and p.part in ('child_victim', 'household_member')
        and length(word.said) > 1 and word.said = any (regexp_split_to_array(in_text, '[^[:alnum:]]+'))
        and word.said <> all (array['her', 'his', 'their', 'the', 'my', 'our',
          'an', 'and', 'of', 'son', 'daughter', 'child', 'baby', 'boy', 'girl', 'aged', 'age', 'about', 'year', 'years',
          'brother', 'sister', 'mother', 'father', 'mum', 'dad', 'grandmother', 'grandfather', 'aunt', 'uncle', 'cousin',
          'partner', 'friend', 'lodger', 'somebody', 'one', 'two', 'three', 'lives', 'not', 'known', 'name', 'unborn']))) $function$;
alter function lintel.speaks_of_household(uuid,uuid,text) owner to lintel_definer;
revoke all on function lintel.speaks_of_household(uuid,uuid,text) from public;
grant execute on function lintel.speaks_of_household(uuid,uuid,text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.staff()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('lintel.staff', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION lintel.stays_in_its_case()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.case_id is not null and new.case_id is distinct from old.case_id then
    raise exception 'A file stays in its case';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.support_costs(in_from date, in_until date)
 RETURNS TABLE(kind text, cases bigint, delivered bigint, unpriced bigint, approved_pence bigint, spent_pence bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function lintel.support_costs(date,date) owner to lintel_definer;
revoke all on function lintel.support_costs(date,date) from public;
grant execute on function lintel.support_costs(date,date) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.support_waits(in_from date, in_until date)
 RETURNS TABLE(kind text, wanted bigint, delivered bigint, confirmed bigint, half_delivered integer, half_confirmed integer, ended bigint, late bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  never constant integer := 1000000;
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator}'::text[] then return; end if;
  return query
  with standing as (
    select p.organisation_id, p.offer_id, p.step, p.number, p.happened_on, p.ending,
      p.recorded_at::date - p.happened_on > 2 as late
    from support_step p
    where p.organisation_id = lintel.organisation() and p.step <> 'struck'
      and not exists (select from support_step z where z.organisation_id = p.organisation_id and z.strikes_id = p.id)
  ), yes as (
    select distinct on (s.offer_id) s.offer_id, s.number, s.happened_on, s.late
    from standing s where s.step = 'taken' order by s.offer_id, s.number
  ), asked as (
    select o.kind as of_kind, o.case_id, y.*,
      -- they say that it did not come: whatever was written down before it was no delivery
      coalesce((select max(n.number) from standing n where n.offer_id = y.offer_id and n.step = 'not_come'), y.number)
        as since
    from yes y join support_offer o on o.organisation_id = lintel.organisation() and o.id = y.offer_id
    where y.happened_on >= in_from and y.happened_on < in_until
  ), waits as (
    select a.of_kind, a.case_id, d.after as delivered_after, c.after as confirmed_after,
      a.late or coalesce(d.late, false) as said_late,
      d.after is null and c.after is null and exists (select from standing e where e.offer_id = a.offer_id
        and e.number > a.number and (e.step = 'declined' or e.step = 'ended' and e.ending <> 'cannot')) as over_before
    from asked a
    left join lateral (
      select greatest(s.happened_on - a.happened_on, 0) as after, s.late from standing s
      where s.offer_id = a.offer_id and s.step = 'delivered' and s.number > a.since order by s.number limit 1
    ) d on true
    left join lateral (
      select greatest(s.happened_on - a.happened_on, 0) as after from standing s
      where s.offer_id = a.offer_id and s.step = 'confirmed' and s.number > a.since order by s.number limit 1
    ) c on true
  ), many as (
    select w.of_kind from waits w group by 1 having count(distinct w.case_id) filter (where not w.over_before) >= 5
  ), named as (
    select case when m.of_kind is null then 'together' else w.of_kind end as named_kind, w.*
    from waits w left join many m on m.of_kind = w.of_kind
  )
  select n.named_kind, count(*) filter (where not n.over_before),
    count(*) filter (where n.delivered_after is not null or n.confirmed_after is not null),
    count(*) filter (where n.confirmed_after is not null),
    nullif(percentile_disc(0.5) within group (order by coalesce(n.delivered_after, n.confirmed_after, never))
      filter (where not n.over_before), never),
    nullif(percentile_disc(0.5) within group (order by coalesce(n.confirmed_after, never))
      filter (where not n.over_before), never),
    count(*) filter (where n.over_before),
    count(*) filter (where n.said_late and not n.over_before)
  from named n group by 1 having count(distinct n.case_id) filter (where not n.over_before) >= 5;
end $function$;
alter function lintel.support_waits(date,date) owner to lintel_definer;
revoke all on function lintel.support_waits(date,date) from public;
grant execute on function lintel.support_waits(date,date) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.takes_turn()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || lintel.organisation(), 0));
  return null;
end $function$;
alter function lintel.takes_turn() owner to lintel_definer;
revoke all on function lintel.takes_turn() from public;

CREATE OR REPLACE FUNCTION lintel.team_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update disclosure d set blocked_staff = w.shut from (
      select f.id, lintel.shut_told(f, f.matched, lintel.linked_staff(f)) as shut from disclosure f
      where f.organisation_id = new.organisation_id and f.case_id is null and f.matched <> '[]' for update) w
    where d.organisation_id = new.organisation_id and d.id = w.id and d.blocked_staff <> w.shut;
  return null;
end $function$;
alter function lintel.team_changed() owner to lintel_definer;
revoke all on function lintel.team_changed() from public;

CREATE OR REPLACE FUNCTION lintel.telling(t lintel.told_as, kind text, value text, number text, flat text, parts text[], joined text[])
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return case kind
    when 'name' then lintel.same_parts(t.named, parts) or lintel.same_parts(t.named_joined, joined)
      or lintel.says_name(t.words, parts)
    when 'alleged' then lintel.same_parts(t.alleged, parts) or lintel.same_parts(t.alleged_joined, joined)
    when 'number' then strpos(t.digits, value) > 0
    when 'email' then value = any (t.emails)
    when 'home' then t.property_id = value
    when 'uprn' then t.words ~ (' 0*' || value || ' ')
    when 'place' then lintel.tells_place(t.address, value, number, flat)
      or lintel.tells_place(t.words, value, number, flat)
      -- As a hurried hand writes it: the number is right, the street nearly.
      or number is not null and lintel.one_letter_off(value, btrim(substring(t.address
        from ' ' || number || ' ((?:[^ ]+ ){' || cardinality(regexp_split_to_array(value, ' ')) || '})')))
    when 'postcode' then strpos(t.words, ' ' || value || ' ') > 0
      and not (strpos(t.address, ' ' || value || ' ') > 0
        and lintel.other_number(t.address, value, coalesce(regexp_split_to_array(nullif(number, ''), ' '), '{}')))
    else false end;
end $function$;
alter function lintel.telling(lintel.told_as,text,text,text,text,text[],text[]) owner to lintel_definer;
revoke all on function lintel.telling(lintel.told_as,text,text,text,text,text[],text[]) from public;

CREATE OR REPLACE FUNCTION lintel.tells_place(in_words text, in_street text, in_number text, in_flat text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select strpos(in_words, ' ' || in_street || ' ') > 0
    and (in_flat is null or not in_words ~ ' flat [0-9]*[a-z]? ' or strpos(in_words, ' flat ' || in_flat || ' ') > 0)
    and exists (
      select from unnest(regexp_split_to_array(replace(in_words, ' ' || in_street || ' ', ' | | '), '\|'))
        with ordinality p(said, at)
      where p.at % 2 = 1 and p.at < 2 * (length(replace(in_words, ' ' || in_street || ' ', ' | | '))
          - length(replace(replace(in_words, ' ' || in_street || ' ', ' | | '), '|', ''))) / 2
        and (in_number is null or not p.said ~ ' [0-9]+[a-z]? $' or p.said like '% ' || in_number || ' ')) $function$;
alter function lintel.tells_place(text,text,text,text) owner to lintel_definer;
revoke all on function lintel.tells_place(text,text,text,text) from public;

CREATE OR REPLACE FUNCTION lintel.tenancy_change_stepped()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION lintel.tenancy_concerns(in_reference text)
 RETURNS TABLE(case_id uuid, waits boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not lintel.roles() && '{system}' then
    raise exception 'Only the program looks' using errcode = 'insufficient_privilege';
  end if;
  return query select c.case_id, c.waits from lintel.tenancy_concerns_of(lintel.organisation(), in_reference) c;
end $function$;
alter function lintel.tenancy_concerns(text) owner to lintel_definer;
revoke all on function lintel.tenancy_concerns(text) from public;
grant execute on function lintel.tenancy_concerns(text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.tenancy_concerns_of(in_organisation uuid, in_reference text)
 RETURNS TABLE(case_id uuid, waits boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  tenancies uuid[];
  homes uuid[];
  people uuid[];
begin
  tenancies := array(select t.id from tenancy t
    where t.organisation_id = in_organisation and t.reference = in_reference);
  homes := lintel.same_homes(in_organisation, array(select t.property_id from tenancy t
    where t.organisation_id = in_organisation and t.id = any (tenancies)));
  people := lintel.kin(in_organisation, array(
    select n.person_id from tenant n where n.organisation_id = in_organisation and n.tenancy_id = any (tenancies)
    union
    select r.person_id from resident r where r.organisation_id = in_organisation and r.property_id = any (homes)
      and r.to_date is null));
  return query
    select c.id, false from case_file c where c.organisation_id = in_organisation and c.closed_at is null
      and (c.person_id = any (people) or c.property_id = any (homes) or c.tenancy_id = any (tenancies)
        or exists (select from case_person q where q.organisation_id = in_organisation and q.case_id = c.id
          and q.person_id = any (people) and q.ended_at is null))
    union
    select null::uuid, true from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
      and (d.person_id = any (people) or d.property_id = any (homes));
end $function$;
alter function lintel.tenancy_concerns_of(uuid,text) owner to lintel_definer;
revoke all on function lintel.tenancy_concerns_of(uuid,text) from public;

CREATE OR REPLACE FUNCTION lintel.tenancy_event_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare shut text[];
begin
  if new.decision is distinct from 'approved' or new.answer <> 'goes_ahead' then return new; end if;
  shut := lintel.tenancy_event_shut(new.organisation_id, new.check_id);
  if shut <> '{}' or new.finding_id is distinct from (select f.id from tenancy_event_finding f
      where f.organisation_id = new.organisation_id and f.check_id = new.check_id
      order by f.found_at desc, f.id desc limit 1)
  then
    raise exception 'a tenancy does not change while it is not known to be safe: %', shut
      using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.tenancy_event_answered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.answer is not distinct from old.answer then return new; end if;
  if old.answer is not null then
    raise exception 'it is answered' using errcode = 'check_violation'; end if;
  if new.answer = 'goes_ahead' and lintel.tenancy_event_shut(new.organisation_id, new.id) <> '{}' then
    raise exception 'a tenancy does not change while it is not known to be safe' using errcode = 'check_violation';
  end if;
  if new.case_id is null then
    if new.answered_by is distinct from old.given_to then
      raise exception 'whoever it was given to answers it' using errcode = 'check_violation'; end if;
  elsif not exists (select from tenancy_event_answer a where a.organisation_id = new.organisation_id
    and a.check_id = new.id and a.decision = 'approved' and a.answer = new.answer) then
    raise exception 'two agree to an answer in a case' using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION lintel.tenancy_event_shut(in_organisation uuid, in_check uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  looked public.tenancy_event_check;
  of_event public.tenancy_event;
  found public.tenancy_event_finding;
  shut text[] := '{}';
begin
  select * into looked from public.tenancy_event_check c where c.organisation_id = in_organisation and c.id = in_check;
  select * into of_event from public.tenancy_event e
    where e.organisation_id = in_organisation and e.id = looked.event_id;
  select * into found from public.tenancy_event_finding f
    where f.organisation_id = in_organisation and f.check_id = in_check order by f.found_at desc, f.id desc limit 1;
  if found.id is null then return '{nothing_found}'; end if;
  if exists (select from public.case_file c where c.organisation_id = in_organisation and c.id = looked.case_id
    and c.immediate_danger) then shut := shut || 'danger'::text; end if;
  if found.served_by = 'not_known' then shut := shut || 'not_known_who'::text; end if;
  if found.served_by = 'feared' then shut := shut || 'feared_served'::text; end if;
  if found.free_will = 'pressed' then shut := shut || 'pressed'::text; end if;
  if found.free_will in ('not_safe_to_ask', 'not_asked') then shut := shut || 'not_asked'::text; end if;
  if looked.case_id is not null then
    if found.free_will = 'nobody_to_ask' then shut := shut || 'not_asked'::text; end if;
    if found.advice in ('not_yet', 'not_needed') then shut := shut || 'no_advice'::text; end if;
    if found.home = 'not_yet' then shut := shut || 'no_home'::text; end if;
    if found.home = 'nothing_changes' and of_event.kind not in ('name_added', 'name_removed') then
      shut := shut || 'no_home'::text; end if;
  end if;
  return shut;
end $function$;

CREATE OR REPLACE FUNCTION lintel.tenancy_event_still_given(in_event uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  org constant uuid := lintel.organisation();
  of_event tenancy_event;
begin
  select * into of_event from tenancy_event e where e.organisation_id = org and e.id = in_event;
  if of_event.given_to is distinct from lintel.staff() then return false; end if;
  if not exists (select from lintel.tenancy_concerns_of(org, of_event.tenancy)) then return true; end if;
  return false;
end $function$;
alter function lintel.tenancy_event_still_given(uuid) owner to lintel_definer;
revoke all on function lintel.tenancy_event_still_given(uuid) from public;
grant execute on function lintel.tenancy_event_still_given(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.tenancy_event_tells()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.answer is null or exists (select from tenancy_event_check c where c.organisation_id = new.organisation_id
    and c.event_id = new.event_id and c.answer is null) then return null; end if;
  update tenancy_event e set told_from = new.tells_from, told = (
      select case when bool_or(c.answer in ('stopped', 'withdrawn')) then 'do_not'
        when bool_or(c.answer = 'ended_by_law') then 'ask' else 'go_on' end
      from tenancy_event_check c where c.organisation_id = new.organisation_id and c.event_id = new.event_id)
    where e.organisation_id = new.organisation_id and e.id = new.event_id and e.told is null;
  return null;
end $function$;
alter function lintel.tenancy_event_tells() owner to lintel_definer;
revoke all on function lintel.tenancy_event_tells() from public;

CREATE OR REPLACE FUNCTION lintel.things_waiting(in_organisation uuid, in_staff uuid, in_roles text[])
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(distinct (
      case when n.kind in ('due_half', 'due_soon', 'due_now', 'overdue') then 'promise' else n.kind end,
      coalesce(n.case_id, n.disclosure_id, n.about_id, n.id)))
    from notification n
    left join disclosure d on d.organisation_id = n.organisation_id and d.id = n.disclosure_id
    left join case_file c on c.organisation_id = n.organisation_id and c.id = coalesce(n.case_id, d.case_id)
    where n.organisation_id = in_organisation and n.staff_id = in_staff and n.read_at is null
      and not in_staff = any (coalesce(c.blocked_staff, '{}') || coalesce(d.blocked_staff, '{}'))
      and (c.id is null or in_staff = any (c.granted_staff) or in_roles && c.granted_roles
        or c.id = any (lintel.emergency()))
      and lintel.notice_waits(n.organisation_id, n.kind, n.case_id, n.disclosure_id, n.obligation_id, n.about_id) $function$;
alter function lintel.things_waiting(uuid,uuid,text[]) owner to lintel_definer;
revoke all on function lintel.things_waiting(uuid,uuid,text[]) from public;

CREATE OR REPLACE FUNCTION lintel.threshold_alone()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.needs_second or new.instrument <> 'dash' then return new; end if;
  if new.high_from > greatest(14, (select max(t.high_from) from risk_threshold t
      where t.organisation_id = new.organisation_id and t.instrument = 'dash'
        and (not t.needs_second or t.decision = 'approved')))
    or new.medium_from > greatest(10, (select max(t.medium_from) from risk_threshold t
      where t.organisation_id = new.organisation_id and t.instrument = 'dash'
        and (not t.needs_second or t.decision = 'approved'))) then
    raise exception 'a threshold above what is customary is agreed to by two people' using errcode = 'check_violation';
  end if;
  return new;
end $function$;
revoke all on function lintel.threshold_alone() from public;
grant execute on function lintel.threshold_alone() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.to_be_told_apart()
 RETURNS TABLE(case_id uuid, about_id uuid, lead_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not 'system' = any (lintel.roles()) then
    raise exception 'For jobs' using errcode = 'insufficient_privilege';
  end if;
  return query select c.id, k.about, c.lead_id from case_across x
    cross join lateral (values (x.one_id, x.other_id), (x.other_id, x.one_id)) v (here, there)
    join case_file c on c.organisation_id = x.organisation_id and c.id = v.here and c.closed_at is null
    join case_file o on o.organisation_id = x.organisation_id and o.id = v.there
    cross join lateral (select lintel.feared_as(x.organisation_id, c.id, o.person_id) as about) k
    where x.organisation_id = lintel.organisation() and x.mutual and k.about is not null
      and not exists (select from counter_allegation a where a.organisation_id = c.organisation_id
        and a.about_id = k.about and a.source = 'asked')
    order by c.id limit 50;
end $function$;
alter function lintel.to_be_told_apart() owner to lintel_definer;
revoke all on function lintel.to_be_told_apart() from public;
grant execute on function lintel.to_be_told_apart() to lintel_app;

CREATE OR REPLACE FUNCTION lintel.told_apart(in_organisation uuid, in_about uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  said timestamptz;
  judged public.counter_judgement;
begin
  select max(k.recorded_at) into said from public.counter_allegation k
    where k.organisation_id = in_organisation and k.about_id = in_about;
  if said is null then return 'none'; end if;
  select * into judged from public.counter_judgement j
    where j.organisation_id = in_organisation and j.about_id = in_about and j.decision = 'approved'
    order by j.decided_at desc, j.id desc limit 1;
  if judged.id is null or judged.proposed_at < said then return 'open'; end if;
  if judged.conclusion = 'cannot_tell' then return 'cannot_tell'; end if;
  if judged.conclusion <> 'no_allegation'
    and lintel.asks_anew(in_organisation, judged.case_id) > judged.proposed_at then return 'overtaken'; end if;
  return judged.conclusion;
end $function$;

CREATE OR REPLACE FUNCTION lintel.told_as_compared(d disclosure)
 RETURNS lintel.told_as
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (d.id, d.property_id::text, lintel.told_words(d.address), lintel.told_words(told), lintel.told_digits(told),
    array(select lintel.emails_in(told)), lintel.name_parts(d.person_name, false),
    lintel.name_parts(d.person_name, true), lintel.name_parts(d.alleged_name, false),
    lintel.name_parts(d.alleged_name, true))::lintel.told_as
  from lintel.all_told(d) told $function$;
alter function lintel.told_as_compared(disclosure) owner to lintel_definer;
revoke all on function lintel.told_as_compared(disclosure) from public;

CREATE OR REPLACE FUNCTION lintel.told_corrected(in_organisation uuid, in_case uuid, in_before uuid[], in_now uuid, in_since timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into share_since (organisation_id, case_id, share_id, kind, what, entry_id, subject_id, corrected_by, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'told', had.id, had.subject_id, in_now, in_since
  from share h
  cross join lateral (select e.id, e.subject_id from share_sent t
    join case_entry e on e.organisation_id = t.organisation_id and e.id = any (t.entries)
    where t.organisation_id = h.organisation_id and t.share_id = h.id and e.subject_id = any (in_before)
    order by e.recorded_at desc limit 1) had
  where h.organisation_id = in_organisation and h.case_id = in_case
    and not exists (select from share_since s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and s.corrected_by = in_now) $function$;
revoke all on function lintel.told_corrected(uuid,uuid,uuid[],uuid,timestamp with time zone) from public;
grant execute on function lintel.told_corrected(uuid,uuid,uuid[],uuid,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.told_digits(in_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select '|' || regexp_replace(regexp_replace(normalize(coalesce(in_text, ''), NFKC),
    '[\s().+/\u2010-\u2015-]+', '', 'g'), '[^0-9]+', '|', 'g') || '|' $function$;
alter function lintel.told_digits(text) owner to lintel_definer;
revoke all on function lintel.told_digits(text) from public;
grant execute on function lintel.told_digits(text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.told_of_tenancy_event(in_organisation uuid, in_system uuid, in_tenancy text, in_kind text, in_now timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when e.told_from <= in_now then e.told else 'held' end
    from tenancy_event e
    where e.organisation_id = in_organisation and e.system_id = in_system and e.tenancy = in_tenancy
      and e.kind = in_kind
    order by e.said_at desc, e.id desc limit 1
$function$;
alter function lintel.told_of_tenancy_event(uuid,uuid,text,text,timestamp with time zone) owner to lintel_definer;
revoke all on function lintel.told_of_tenancy_event(uuid,uuid,text,text,timestamp with time zone) from public;
grant execute on function lintel.told_of_tenancy_event(uuid,uuid,text,text,timestamp with time zone) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.told_words(in_text text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  t text := replace(lintel.folded_name(translate(coalesce(in_text, ''), e'\n\r\t', '   ')), '''', '');
begin
  t := regexp_replace(t, '[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf'
    '\u060c\u061b\u2000-\u206f\u3000-\u303f\uff01-\uff0f]+', ' ', 'g');
  t := regexp_replace(t, '(?<![^ ])([a-z]{1,2}[0-9][0-9a-z]?) ([0-9][a-z]{2})(?![^ ])', '\1\2', 'g');
  t := regexp_replace(t, '(?<![^ ])(flat|apartment|apt|unit|room|studio)([0-9]{1,4}[a-z]?)(?![^ ])', '\1 \2', 'g');
  t := regexp_replace(t, '(?<![^ ])([0-9]{1,4})([a-z]{3,})(?![^ ])', '\1 \2', 'g');
  t := regexp_replace(t, '(?<![^ ])([0-9]{1,4}) ([a-z])(?![^ ])', '\1\2', 'g');
  t := regexp_replace(t, '(?<![^ ])(number|no|nr) (?=[0-9])', '', 'g');
  -- As `addressWords` of the register groups them.
  t := regexp_replace(t, '(?<![^ ])(apartment|apt)(?![^ ])', 'flat', 'g');
  t := regexp_replace(t, '(?<![^ ])(street|saint)(?![^ ])', 'st', 'g');
  t := regexp_replace(t, '(?<![^ ])road(?![^ ])', 'rd', 'g');
  t := regexp_replace(t, '(?<![^ ])(avenue|av)(?![^ ])', 'ave', 'g');
  t := regexp_replace(t, '(?<![^ ])lane(?![^ ])', 'ln', 'g');
  t := regexp_replace(t, '(?<![^ ])close(?![^ ])', 'cl', 'g');
  t := regexp_replace(t, '(?<![^ ])court(?![^ ])', 'ct', 'g');
  t := regexp_replace(t, '(?<![^ ])drive(?![^ ])', 'dr', 'g');
  t := regexp_replace(t, '(?<![^ ])(gardens|gdn)(?![^ ])', 'gdns', 'g');
  t := regexp_replace(t, '(?<![^ ])(grove|gr)(?![^ ])', 'gro', 'g');
  t := regexp_replace(t, '(?<![^ ])house(?![^ ])', 'hse', 'g');
  t := regexp_replace(t, '(?<![^ ])place(?![^ ])', 'pl', 'g');
  t := regexp_replace(t, '(?<![^ ])(terrace|ter)(?![^ ])', 'terr', 'g');
  t := regexp_replace(t, '(?<![^ ])(crescent|cr)(?![^ ])', 'cres', 'g');
  t := regexp_replace(t, '(?<![^ ])square(?![^ ])', 'sq', 'g');
  return ' ' || btrim(regexp_replace(t, ' +', ' ', 'g')) || ' ';
end $function$;
alter function lintel.told_words(text) owner to lintel_definer;
revoke all on function lintel.told_words(text) from public;

CREATE OR REPLACE FUNCTION lintel.walled(granted_roles text[], blocked_staff uuid[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select blocked_staff <> '{}' or not granted_roles @> '{da_manager,da_worker}' $function$;

CREATE OR REPLACE FUNCTION lintel.was_avoided(in_organisation uuid, in_case uuid, in_kind text, in_day date, in_fact text, in_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select lintel.fact_stands(in_organisation, in_case, in_fact, in_id) and (in_kind <> 'temporary' or not exists (
    select from case_cost c where c.organisation_id = in_organisation and c.case_id = in_case
      and c.kind = 'temporary' and c.stage = 'billed' and c.struck_at is null
      and c.fell_on > in_day - interval '1 year' and c.fell_on < in_day + interval '1 year'))
$function$;
revoke all on function lintel.was_avoided(uuid,uuid,text,date,text,uuid) from public;
grant execute on function lintel.was_avoided(uuid,uuid,text,date,text,uuid) to lintel_app;
grant execute on function lintel.was_avoided(uuid,uuid,text,date,text,uuid) to lintel_definer;

CREATE OR REPLACE FUNCTION lintel.way_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.number_changed(new.organisation_id, array[new.case_id], array(
    select w.value from agreed_way w where w.organisation_id = new.organisation_id and w.case_id = new.case_id
      and w.way_id = new.way_id and w.number = new.number - 1 and w.value <> ''
      and (new.ended_because <> '' or w.value <> new.value)), new.recorded_at);
  return null;
end $function$;
revoke all on function lintel.way_changed() from public;

CREATE OR REPLACE FUNCTION lintel.way_tells_more()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lintel.conflicts_changed(new.organisation_id, array(
    select k.case_id from case_conflict k
      where k.organisation_id = new.organisation_id and k.case_id = new.case_id and k.ended_at is null
    union select unnest(lintel.sources_about(c.organisation_id, array[c.person_id], '{}')) from case_file c
      where c.organisation_id = new.organisation_id and c.id = new.case_id and c.person_id is not null
        and c.blocked_staff <> '{}'), new.recorded_at);
  return null;
end $function$;
alter function lintel.way_tells_more() owner to lintel_definer;
revoke all on function lintel.way_tells_more() from public;

CREATE OR REPLACE FUNCTION lintel.weigh_person_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'case_person' then
    update safeguarding_fact set weighed_at = null where organisation_id = new.organisation_id and fact = 'person'
      and source_id = new.id and referral_id is null;
  else
    update safeguarding_fact f set weighed_at = null from case_person c
      where f.organisation_id = new.organisation_id and f.fact = 'person' and f.source_id = c.id
        and f.referral_id is null and c.organisation_id = f.organisation_id and c.person_id = new.id;
    update safeguarding_fact set weighed_at = null where organisation_id = new.organisation_id and fact = 'resident'
      and source_id = new.id and referral_id is null;
    perform lintel.note_fact(r.organisation_id, null, c.id, 'resident', r.person_id, '', null, null)
      from resident r join case_file c on c.organisation_id = r.organisation_id and c.property_id = r.property_id
      where r.organisation_id = new.organisation_id and r.person_id = new.id and r.to_date is null
        and c.closed_at is null;
  end if;
  return null;
end $function$;
alter function lintel.weigh_person_again() owner to lintel_definer;
revoke all on function lintel.weigh_person_again() from public;

CREATE OR REPLACE FUNCTION lintel.went_wrong(in_organisation uuid, in_case uuid)
 RETURNS TABLE(gone_at timestamp with time zone, safe_contact_id uuid, agreed_way_id uuid, way_id uuid, value text)
 LANGUAGE plpgsql
 STABLE ROWS 1
AS $function$
#variable_conflict use_column
begin
  if exists (select from public.message m
      where m.organisation_id = in_organisation and m.case_id = in_case and m.gone_at is not null) then
    return query select m.gone_at, m.safe_contact_id, m.agreed_way_id, m.way_id, coalesce(w.value, a.value, '')
      from public.message m
      left join public.safe_contact a on a.organisation_id = m.organisation_id and a.id = m.safe_contact_id
      left join public.agreed_way w on w.organisation_id = m.organisation_id and w.id = m.agreed_way_id
      where m.organisation_id = in_organisation and m.case_id = in_case and m.gone_at is not null;
  end if;
  if exists (select from public.stock_loss l where l.organisation_id = in_organisation and l.case_id = in_case
      and (l.safe_contact_id is not null or l.agreed_way_id is not null)) then
    return query select l.recorded_at, l.safe_contact_id, l.agreed_way_id, w.way_id, coalesce(w.value, a.value, '')
      from public.stock_loss l
      left join public.safe_contact a on a.organisation_id = l.organisation_id and a.id = l.safe_contact_id
      left join public.agreed_way w on w.organisation_id = l.organisation_id and w.id = l.agreed_way_id
      where l.organisation_id = in_organisation and l.case_id = in_case
        and (l.safe_contact_id is not null or l.agreed_way_id is not null);
  end if;
end $function$;
revoke all on function lintel.went_wrong(uuid,uuid) from public;
grant execute on function lintel.went_wrong(uuid,uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.what_it_cost(in_from date, in_until date, in_by text)
 RETURNS TABLE(name text, pence bigint, quarters bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function lintel.what_it_cost(date,date,text) owner to lintel_definer;
revoke all on function lintel.what_it_cost(date,date,text) from public;
grant execute on function lintel.what_it_cost(date,date,text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.what_left_corrected()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, entry_id, correction_id, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'entry', had.id, new.id, new.recorded_at
  from share h
  cross join lateral (select b as id from lintel.entries_before(new.organisation_id, array[new.corrects_id]) b
    where exists (select from share_sent t where t.organisation_id = h.organisation_id and t.share_id = h.id
      and b = any (t.entries)) limit 1) had
  where h.organisation_id = new.organisation_id and h.case_id = new.case_id;
  return null;
end $function$;
revoke all on function lintel.what_left_corrected() from public;

CREATE OR REPLACE FUNCTION lintel.what_was_avoided(in_from date, in_until date)
 RETURNS TABLE(kind text, times bigint, pence bigint, unpriced bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
alter function lintel.what_was_avoided(date,date) owner to lintel_definer;
revoke all on function lintel.what_was_avoided(date,date) from public;
grant execute on function lintel.what_was_avoided(date,date) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.whole_team(granted_roles text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select granted_roles @> '{da_manager,da_worker}' $function$;

CREATE OR REPLACE FUNCTION lintel.whom_to_ask(in_file uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from own_file f where f.organisation_id = lintel.organisation() and f.id = in_file
    and lintel.staff() in (f.manager_id, f.worker_id))
  then
    return query select lintel.answers_own(lintel.organisation(), in_file);
  end if;
end $function$;
alter function lintel.whom_to_ask(uuid) owner to lintel_definer;
revoke all on function lintel.whom_to_ask(uuid) from public;
grant execute on function lintel.whom_to_ask(uuid) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.whose_mailbox(in_organisation uuid, in_value text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id from person p where p.organisation_id = in_organisation
    and in_organisation = lintel.organisation() and p.emails <> '{}'
    and lintel.mailboxes(p.emails) @> array[lower(btrim(in_value))] limit 50
$function$;
alter function lintel.whose_mailbox(uuid,text) owner to lintel_definer;
revoke all on function lintel.whose_mailbox(uuid,text) from public;
grant execute on function lintel.whose_mailbox(uuid,text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.whose_number(in_organisation uuid, in_value text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.subject_id from search_token t where t.organisation_id = in_organisation
    and in_organisation = lintel.organisation() and t.subject = 'person' and t.token = in_value limit 50
$function$;
alter function lintel.whose_number(uuid,text) owner to lintel_definer;
revoke all on function lintel.whose_number(uuid,text) from public;
grant execute on function lintel.whose_number(uuid,text) to lintel_app;

CREATE OR REPLACE FUNCTION lintel.within_name(few text[], whole text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select few <> '{}' and not exists (select from unnest(few) s where not exists (
    select from unnest(whole) e where s = e or length(s) > 2 and starts_with(e, s)
      or length(e) > 2 and starts_with(s, e))) $function$;
alter function lintel.within_name(text[],text[]) owner to lintel_definer;
revoke all on function lintel.within_name(text[],text[]) from public;

CREATE OR REPLACE FUNCTION lintel.words_in_order(in_text text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array_remove(regexp_split_to_array(lintel.folded_name(in_text), '[[:space:][:punct:]]+'), '') $function$;

CREATE OR REPLACE FUNCTION lintel.words_of(text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select distinct w from (
    select lintel.compact_name(part) as w, false as alone
    from regexp_split_to_table(lintel.folded_name($1), '[\u0009\u000a\u000b\u000c\u000d\u0020\u0028\u0029\u002c\u003a\u003b\u00a0\u060c\u061b\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u3001\ufeff]+') part
    union all
    select lintel.compact_name(part), true
    from regexp_split_to_table(lintel.folded_name(translate(lintel.folded_name($1), '''-./_&+', '       ')), '[\u0009\u000a\u000b\u000c\u000d\u0020\u0028\u0029\u002c\u003a\u003b\u00a0\u060c\u061b\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u3001\ufeff]+') part) found
  where w <> '' and (not alone or char_length(w) > 1 or octet_length(w) > 3) $function$;

CREATE OR REPLACE FUNCTION lintel.words_of_told(in_reference text, in_name text, in_address text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select w from lintel.words_of(left(in_name, 300) || ' ' || left(in_address, 500)) w
  union select r from lintel.reference_words(in_reference) r $function$;

CREATE OR REPLACE FUNCTION lintel.works_on(c case_file, in_staff uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select c.lead_id is not distinct from in_staff or in_staff = any (c.granted_staff) $function$;
alter function lintel.works_on(case_file,uuid) owner to lintel_definer;
revoke all on function lintel.works_on(case_file,uuid) from public;

CREATE OR REPLACE PROCEDURE lintel.write_notice_waits()
 LANGUAGE plpgsql
AS $procedure$
begin
  execute (select format($f$
    create or replace function lintel.notice_waits(
      in_organisation uuid, in_kind text, in_case uuid, in_disclosure uuid, in_obligation uuid, in_about uuid
    ) returns boolean language plpgsql stable set search_path = public, pg_temp as %L $f$,
    E'\nbegin\n  if in_kind ' || string_agg(asked, E'\n  elsif in_kind ' order by first)
      || E'\n  end if;\n  -- Of every other kind: until it is read.\n  return true;\nend ')
    from (
      select min(place) as first, format(E'in (%s) then\n    return %s;',
        string_agg(quote_literal(kind), ', ' order by place), waits_while) as asked
      from lintel_migration.notice_kind group by waits_while) each);
end $procedure$;
revoke all on procedure lintel.write_notice_waits() from public;
