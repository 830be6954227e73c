-- What was asked about the risk, and what was answered. Answers are only ever added: the newest row of an item is its
-- answer, the earlier ones stay. A finished assessment is corrected by another one that starts from it (V4.1c, L2.1d).

-- An authorised wording that a landlord has loaded for an instrument: the same questions in other words. Never edited;
-- a newer one takes its place from its day on, and an assessment keeps the one that it was made with.
create table risk_instrument (
  organisation_id uuid not null references organisation,
  id uuid not null,
  instrument text not null,
  version text not null,
  -- the version of Lintel's own instrument whose items and follow-ups it words
  base_version text not null,
  title text not null,
  attribution text not null,
  -- each item's id, theme, question and help
  wording jsonb not null,
  effective_from date not null,
  loaded_at timestamptz not null,
  loaded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, loaded_by) references staff
);
create unique index risk_instrument_version on risk_instrument (organisation_id, instrument, version);
create index risk_instrument_in_force on risk_instrument (organisation_id, instrument, effective_from desc, loaded_at desc);
create index risk_instrument_loaded_by on risk_instrument (organisation_id, loaded_by) where loaded_by is not null;
call lintel.protect('risk_instrument');
grant select, insert on risk_instrument to lintel_app;

create table risk_assessment (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  instrument text not null,
  instrument_version text not null,
  -- when it was asked, and by whom: it may be written down afterwards, by somebody else
  asked_at timestamptz not null,
  asked_by text not null,
  how text not null check (how in ('face_to_face', 'phone', 'video', 'text', 'from_notes')),
  -- who else was there, having made sure that it was safe
  with_whom text not null default '',
  begun_at timestamptz not null,
  begun_by uuid,
  -- put right by this one, which starts from its answers, and why
  corrects_id uuid,
  correction_reason text not null default '',
  -- kept with each save, so that a list needs no answers: yes among what counts, answered, and how many are asked
  score integer not null default 0,
  answered integer not null default 0,
  questions integer not null,
  version integer not null default 1,
  ended_at timestamptz,
  ended_by uuid,
  ending text check (ending in ('finished', 'stopped_by_person', 'not_safe')),
  ending_words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, corrects_id) references risk_assessment,
  check ((ending is null) = (ended_at is null)),
  check ((corrects_id is null) = (correction_reason = ''))
);
create index risk_assessment_case on risk_assessment (organisation_id, case_id, asked_at desc, id desc);
create index risk_assessment_corrects on risk_assessment (organisation_id, corrects_id) where corrects_id is not null;
call lintel.protect_case_child('risk_assessment');
grant select, insert on risk_assessment to lintel_app;
grant update (score, answered, version, ended_at, ended_by, ending, ending_words) on risk_assessment to lintel_app;

create table risk_answer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  item text not null,
  -- which save of the assessment it came with, and from which open page: what a page saved itself, it may change again
  version integer not null,
  sheet uuid not null,
  answer text not null check (answer in ('yes', 'no', 'dont_know', 'not_asked', 'none', 'standard', 'moderate',
    'high', 'less', 'same', 'more')),
  note text not null default '',
  -- who said so; empty: the person themselves
  source text not null default '',
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, assessment_id) references risk_assessment
);
create unique index risk_answer_item on risk_answer (organisation_id, assessment_id, item, version desc);
create index risk_answer_case on risk_answer (organisation_id, case_id);
call lintel.protect_case_child('risk_answer');
grant select, insert on risk_answer to lintel_app;

-- An assessment that somebody else made: kept as it was stated, never scored again.
create table risk_received (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  tool text not null check (tool in ('dara', 'dash', 'severity_grid', 'young_people', 'stalking', 'honour_based', 'other')),
  tool_name text not null default '',
  received_from text not null,
  -- the day it was made, where they said so
  assessed_on date,
  received_at timestamptz not null,
  score_stated text not null default '',
  level_stated text not null default '' check (level_stated in ('', 'standard', 'medium', 'high', 'other')),
  level_words text not null default '',
  words text not null default '',
  handling text not null default '',
  corrects_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, corrects_id) references risk_received
);
create index risk_received_case on risk_received (organisation_id, case_id, received_at desc, id desc);
create index risk_received_corrects on risk_received (organisation_id, corrects_id) where corrects_id is not null;
call lintel.protect_case_child('risk_received');
grant select, insert on risk_received to lintel_app;
