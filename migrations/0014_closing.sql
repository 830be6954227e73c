-- Pausing at the person's own wish, closing past its gate, coming back. Each is a row with who, when and why.

create table case_pause (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- what the person wishes, in their words
  wish text not null,
  next_contact_on date not null,
  -- how they would like to hear from us on that day
  next_contact_how text not null default '',
  paused_at timestamptz not null,
  paused_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text check (ended_reason in ('they_came_back', 'agreed_day', 'new_incident', 'other')),
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create index case_pause_case on case_pause (organisation_id, case_id, paused_at desc);
-- A case rests once at a time.
create unique index case_pause_open on case_pause (organisation_id, case_id) where ended_at is null;
call lintel.protect_case_child('case_pause');
grant select, insert, update on case_pause to lintel_app;

create table case_closing (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null check (reason in ('support_complete', 'their_wish', 'other_support', 'moved_away', 'died', 'in_error')),
  why text not null,
  told text not null check (told in ('told', 'unsafe', 'not_possible')),
  told_how text not null default '',
  way_back text not null default '',
  -- how things stood when it was proposed: the level of risk, and the state to which it goes back where it is declined
  risk_level text,
  state_before text not null,
  signature_needed boolean not null,
  proposed_at timestamptz not null,
  proposed_by uuid,
  decision text check (decision in ('signed', 'declined', 'withdrawn', 'not_needed')),
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  check ((decision is null) = (decided_at is null)),
  -- nobody signs off their own closing
  check (decision is distinct from 'signed' or proposed_by is null or decided_by is distinct from proposed_by)
);
create index case_closing_case on case_closing (organisation_id, case_id, proposed_at desc);
create unique index case_closing_open on case_closing (organisation_id, case_id) where decision is null;
call lintel.protect_case_child('case_closing');
grant select, insert, update on case_closing to lintel_app;

-- What became of it, as far as it was safe to ask; asked again later, it is a new row (domain: outcomes).
create table case_outcome (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  closing_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  safer text not null check (safer in ('safer', 'same', 'less_safe', 'not_said', 'not_asked')),
  believed text not null check (believed in ('yes', 'no', 'not_said', 'not_asked')),
  knows_rights text not null check (knows_rights in ('yes', 'no', 'not_said', 'not_asked')),
  wished text not null check (wished in ('stay', 'move', 'undecided', 'not_said', 'not_asked')),
  housing text not null check (housing in ('stayed', 'moved', 'waiting', 'not_known')),
  tenure_kept text not null check (tenure_kept in ('yes', 'no', 'not_applicable', 'not_known')),
  support text not null check (support in ('accepted', 'declined', 'not_offered', 'not_known')),
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, closing_id) references case_closing
);
create index case_outcome_case on case_outcome (organisation_id, case_id, recorded_at desc);
create index case_outcome_closing on case_outcome (organisation_id, closing_id) where closing_id is not null;
call lintel.protect_case_child('case_outcome');
grant select, insert on case_outcome to lintel_app;

create table case_reopening (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null check (reason in ('they_came_back', 'new_disclosure', 'new_incident', 'closed_in_error')),
  why text not null,
  reopened_at timestamptz not null,
  reopened_by uuid,
  -- how long it had been closed decides whether it counts as a repeat
  closed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create index case_reopening_case on case_reopening (organisation_id, case_id, reopened_at desc);
call lintel.protect_case_child('case_reopening');
grant select, insert on case_reopening to lintel_app;
