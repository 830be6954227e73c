-- Messages to the person of a case, and what became of each. None leaves but by the decision that is made at that moment
-- (V3.2, L2.1a). What it says is never changed: another takes its place. The number or the address is not kept here,
-- but the version of what was agreed under which it left.
create table message (
  organisation_id uuid not null references organisation,
  id uuid not null,
  case_id uuid not null,
  channel text not null check (channel in ('text', 'email', 'post')),
  -- the further way, the same in every version; null: the way that was agreed first
  way_id uuid,
  says text not null check (says in ('neutral', 'something')),
  words text not null,
  -- which version of which wording it was made from; null: it was written freely
  template_version_id uuid,
  -- who would learn it, as whoever wrote it was shown
  learners jsonb not null default '[]' check (jsonb_typeof(learners) = 'array'),
  asked_for_by text not null check (asked_for_by in ('person', 'team')),
  -- null: the program
  written_by uuid,
  written_at timestamptz not null,
  useful_until date not null,
  replaces_id uuid,
  state text not null default 'queued' check (state in ('queued', 'waiting', 'ready', 'held', 'sending', 'sent', 'delivered',
    'failed', 'doubtful', 'withdrawn')),
  -- why it stands as it stands: reason, what it rests on, what would open the door
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  -- somebody has to do something about it
  asks boolean not null default false,
  -- when the program looks at it by itself; null: only when somebody asks
  look_at timestamptz,
  -- what is told of a try that another has begun since is not believed
  tries integer not null default 0,
  taken_at timestamptz,
  sent_at timestamptz,
  -- the version of what was agreed under which it left
  safe_contact_id uuid,
  agreed_way_id uuid,
  -- what the service calls it
  carrier_id text not null default '',
  -- a code of the service, never its words
  fault text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, written_by) references staff,
  foreign key (organisation_id, replaces_id) references message,
  foreign key (organisation_id, safe_contact_id) references safe_contact,
  foreign key (organisation_id, agreed_way_id) references agreed_way,
  check ((state in ('queued', 'waiting', 'ready')) = (look_at is not null)),
  check ((state = 'sending') = (taken_at is not null)),
  check (state not in ('sent', 'delivered') or sent_at is not null),
  check (state not in ('held', 'doubtful') or asks)
);
create index message_case on message (organisation_id, case_id, written_at desc);
create index message_look on message (organisation_id, look_at) where look_at is not null;
create index message_taken on message (organisation_id, taken_at) where taken_at is not null;
create index message_asks on message (organisation_id, case_id) where asks;
create index message_carrier on message (organisation_id, carrier_id) where carrier_id <> '';
create index message_written_by on message (organisation_id, written_by) where written_by is not null;
create index message_replaces on message (organisation_id, replaces_id) where replaces_id is not null;
create index message_first on message (organisation_id, safe_contact_id) where safe_contact_id is not null;
create index message_further on message (organisation_id, agreed_way_id) where agreed_way_id is not null;
call lintel.protect_case_child('message');
create policy own_name on message as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and written_by is not distinct from lintel.staff());
grant select, insert, update (state, reasons, asks, look_at, tries, taken_at, sent_at, safe_contact_id, agreed_way_id,
  carrier_id, fault, version) on message to lintel_app;

-- Each step of a message: when, by whom, and why it was held.
create table message_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  step text not null,
  at timestamptz not null,
  -- null: the program, or a service that told us
  by uuid,
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  -- what somebody wrote of it
  note text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, message_id) references message,
  foreign key (organisation_id, by) references staff
);
create index message_step_message on message_step (organisation_id, message_id, at);
create index message_step_case on message_step (organisation_id, case_id);
create index message_step_by on message_step (organisation_id, by) where by is not null;
call lintel.protect_case_child('message_step');
create policy own_name on message_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and by is not distinct from lintel.staff());
grant select, insert on message_step to lintel_app;

-- Somebody of the team has read, beside a message, what must not be done: the message does none of it. They answer for
-- those words alone; other words are read again.
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
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, message_id) references message,
  foreign key (organisation_id, read_by) references staff
);
create index message_reading_case on message_reading (organisation_id, case_id);
create index message_reading_by on message_reading (organisation_id, read_by);
call lintel.protect_case_child('message_reading');
create policy own_name on message_reading as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and read_by = lintel.staff());
grant select, insert on message_reading to lintel_app;
