-- The action plan, agreed with the person (L2.1d). What was agreed, offered, answered, done and given is only ever added;
-- an action keeps its identity over all versions, and each change of it is an entry of its own.

-- What the person wants and says, as it stood after each writing: the newest one holds.
create table plan_words (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  -- '': not said. To stay is a plan like any other (L2.7i)
  wants text not null default '' check (wants in ('', 'stay_together', 'stay_home', 'leave_later', 'move', 'undecided')),
  own_words text not null default '',
  wishes text not null default '',
  emergency text not null default '',
  written_at timestamptz not null,
  written_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create unique index plan_words_number on plan_words (organisation_id, case_id, number);
call lintel.protect_case_child('plan_words');
grant select, insert on plan_words to lintel_app;

-- As it stands now; how it came to be so is in plan_action_entry.
create table plan_action (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  place integer not null,
  what text not null,
  why text not null default '',
  -- in neutral words, for a copy that the person keeps
  copy_words text not null default '',
  owner text not null check (owner in ('person', 'colleague', 'agency')),
  owner_id uuid,
  agency text not null default '',
  due_on date,
  safety boolean not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, owner_id) references staff,
  check ((owner = 'colleague') = (owner_id is not null)),
  check ((owner = 'agency') = (agency <> ''))
);
create index plan_action_case on plan_action (organisation_id, case_id, place, id);
create index plan_action_owner on plan_action (organisation_id, owner_id);
create index plan_action_owed on plan_action (organisation_id, owner_id, due_on) where state = 'open';
call lintel.protect_case_child('plan_action');
grant select, insert, update on plan_action to lintel_app;

create table plan_action_entry (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  kind text not null check (kind in ('added', 'changed', 'moved', 'done', 'dropped', 'reopened')),
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- who did it, where that was somebody else than whose task it was
  by_whom text not null default '',
  -- the reason, or what came of it; of a change, what it said before
  note text not null default '',
  due_from date,
  due_to date,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, action_id) references plan_action
);
create index plan_action_entry_case on plan_action_entry (organisation_id, case_id, recorded_at desc, id desc);
create index plan_action_entry_action on plan_action_entry (organisation_id, action_id, recorded_at desc, id desc);
call lintel.protect_case_child('plan_action_entry');
grant select, insert on plan_action_entry to lintel_app;

-- What was offered and what the person decided: to decline is a decision, never a failure (V3.4, L2.1c).
create table plan_option (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- a later answer to an earlier offer
  follows_id uuid,
  kind text not null,
  what text not null default '',
  answer text not null check (answer in ('taken', 'thinking', 'declined', 'not_asked')),
  own_words text not null default '',
  offered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, follows_id) references plan_option
);
create index plan_option_case on plan_option (organisation_id, case_id, offered_on desc, id desc);
create index plan_option_follows on plan_option (organisation_id, follows_id) where follows_id is not null;
call lintel.protect_case_child('plan_option');
grant select, insert on plan_option to lintel_app;

-- The whole plan each time that it was agreed, or that somebody looked whether it could be.
create table plan_version (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  standing text not null check (standing in ('agreed', 'not_yet', 'not_safe_to_agree')),
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
  foreign key (organisation_id, case_id) references case_file
);
create unique index plan_version_number on plan_version (organisation_id, case_id, number);
call lintel.protect_case_child('plan_version');
grant select, insert on plan_version to lintel_app;

-- How the person was given it, and every line that stood on their paper.
create table plan_copy (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version_id uuid not null,
  way text not null check (way in ('read_aloud', 'handed_over', 'posted', 'none')),
  place text not null default '',
  own_words text not null default '',
  lines jsonb not null,
  given_at timestamptz not null,
  given_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, version_id) references plan_version
);
create index plan_copy_case on plan_copy (organisation_id, case_id, given_at desc, id desc);
create index plan_copy_version on plan_copy (organisation_id, version_id);
call lintel.protect_case_child('plan_copy');
grant select, insert on plan_copy to lintel_app;
