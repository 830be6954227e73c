-- An agency in a named role, as it has a part in this case: the same agency in another role is another recipient, so
-- that what was agreed of one never opens the other. A row is never changed but to say that it has no part any more.
create table share_recipient (
  organisation_id uuid not null references organisation,
  id uuid not null,
  case_id uuid not null,
  agency text not null check (agency <> ''),
  role text not null check (role <> ''),
  sort text not null check (sort in ('specialist', 'police', 'council', 'health', 'marac', 'court', 'other')),
  added_at timestamptz not null,
  added_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, added_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check ((ended_at is null) = (ended_why = ''))
);
create unique index share_recipient_once on share_recipient
  (organisation_id, case_id, lintel.folded_name(agency), lintel.folded_name(role)) where ended_at is null;
create index share_recipient_case on share_recipient (organisation_id, case_id, added_at);
create index share_recipient_added_by on share_recipient (organisation_id, added_by) where added_by is not null;
create index share_recipient_ended_by on share_recipient (organisation_id, ended_by) where ended_by is not null;
call lintel.protect_case_child('share_recipient');
grant select, insert, update (ended_at, ended_by, ended_why) on share_recipient to lintel_app;

-- What the person answered when they were asked: to one recipient, for one purpose, about some kinds of things. Nothing
-- in it is ever changed (V3.2, L2.8).
create table consent (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  recipient_id uuid not null,
  purpose text not null check (purpose in ('safety', 'support', 'housing', 'prosecution', 'money')),
  kinds text[] not null check (kinds <> '{}' and kinds <@ array['account', 'risk', 'plan', 'family', 'health', 'home',
    'contact']),
  answer text not null check (answer in ('given', 'refused')),
  -- from whom, and who else could hear; of a refusal it may be anybody, or not be known
  given_by text not null check (given_by in ('person', 'interpreter', 'authority', 'family', 'other', 'not_known')),
  heard_by text not null check (heard_by in ('nobody', 'professional', 'chosen', 'feared', 'not_known')),
  -- who decides for them by law, and by what
  authority text not null default '',
  way text not null check (way in ('in_person', 'phone', 'video', 'writing')),
  words text not null default '',
  given_at timestamptz not null,
  until date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recipient_id) references share_recipient,
  foreign key (organisation_id, recorded_by) references staff,
  -- a yes is theirs: never through family, never beside whoever they fear
  check (answer = 'refused' or (given_by in ('person', 'interpreter', 'authority')
    and heard_by in ('nobody', 'professional', 'chosen'))),
  check (given_by <> 'authority' or answer = 'refused' or authority <> '')
);
create index consent_case on consent (organisation_id, case_id, given_at);
create index consent_recipient on consent (organisation_id, recipient_id);
create index consent_recorded_by on consent (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('consent');
grant select, insert on consent to lintel_app;

-- What they said of it later: once taken back or doubted, only a new answer opens anything.
create table consent_change (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  consent_id uuid not null,
  change text not null check (change in ('withdrawn', 'unsure')),
  way text not null check (way in ('in_person', 'phone', 'video', 'writing')),
  words text not null default '',
  said_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, consent_id) references consent,
  foreign key (organisation_id, recorded_by) references staff
);
create unique index consent_change_once on consent_change (organisation_id, consent_id, change);
create index consent_change_case on consent_change (organisation_id, case_id);
create index consent_change_recorded_by on consent_change (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('consent_change');
grant select, insert on consent_change to lintel_app;
