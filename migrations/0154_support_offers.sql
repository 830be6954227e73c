-- What is offered to somebody, what they said to it, and what was done about it (V4.2–V4.4, L2.6, L2.7b): one mechanism.
-- An offer is offered once; its answers and whatever follows are steps, only ever added. The options of action plans were
-- offers with answers all along: they move here, and plans read them, so that nothing is asked or typed twice.
create table support_offer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  -- in particular: which service, which items
  what text not null default '',
  -- offered before and declined: they brought it up themselves
  brought_up boolean not null default false,
  offered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff
);
create index support_offer_case on support_offer (organisation_id, case_id, recorded_at, id);
create index support_offer_recorder on support_offer (organisation_id, recorded_by) where recorded_by is not null;

create table support_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  number integer not null,
  -- their answer, what was done, what they said of it; details: what was asked about it; struck: a step recorded in error
  step text not null check (step in ('not_asked', 'taken', 'thinking', 'declined', 'approved', 'ordered', 'delivered',
    'confirmed', 'not_come', 'not_safe', 'ended', 'details', 'struck')),
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- how it was said or done; '' where that was not asked
  way text not null default '',
  -- who brings it, or brought it
  whom text not null default '',
  -- as they said it, or what was arranged
  words text not null default '',
  -- later: the day agreed on which they are asked again; on its way: when it is to come
  day_on date,
  pence integer check (pence >= 0),
  answers jsonb not null default '{}',
  -- by which decision about sharing whoever brings it about was told of them
  share_id uuid,
  ending text not null default '' check (ending in ('', 'not_wanted', 'met_otherwise', 'finished', 'cannot')),
  strikes_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, offer_id) references support_offer,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, share_id) references share,
  foreign key (organisation_id, strikes_id) references support_step,
  check ((step = 'struck') = (strikes_id is not null)),
  check ((step = 'ended') = (ending <> ''))
);
create unique index support_step_number on support_step (organisation_id, offer_id, number);
create unique index support_step_struck_once on support_step (organisation_id, strikes_id) where strikes_id is not null;
create index support_step_case on support_step (organisation_id, case_id, offer_id, number);
create index support_step_recorder on support_step (organisation_id, recorded_by) where recorded_by is not null;
create index support_step_share on support_step (organisation_id, share_id) where share_id is not null;

alter table plan_option no force row level security;
insert into support_offer (organisation_id, id, case_id, kind, what, offered_on, recorded_at, recorded_by)
  select organisation_id, id, case_id, kind, what, offered_on, recorded_at, recorded_by
  from plan_option where follows_id is null;
insert into support_step (organisation_id, id, case_id, offer_id, number, step, happened_on, recorded_at, recorded_by,
    words)
  select organisation_id, id, case_id, coalesce(follows_id, id),
    row_number() over (partition by organisation_id, coalesce(follows_id, id) order by recorded_at, id), answer,
    offered_on, recorded_at, recorded_by, own_words
  from plan_option;
drop table plan_option;

call lintel.protect_case_child('support_offer');
call lintel.protect_case_child('support_step');
create policy own_name on support_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on support_offer, support_step to lintel_app;

create or replace function lintel.measure_casework() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  analyze (skip_locked) case_file, case_person, case_access, case_conflict, case_entry, allocation, safe_contact,
    contact, disclosure, triage, obligation, notification, event, organisation, staff, risk_assessment, risk_answer,
    risk_rating, plan_words, plan_action, plan_version, support_offer, support_step, task, planned_contact, supervision;
end $$;
