-- The rota and the diary: when colleagues are on duty, who covers for whom, and the visits and calls that are planned.

-- A colleague's week, where it differs from the office's. Minutes after midnight on the office's clock, Monday first;
-- null on a day that is not worked.
create table duty_week (
  organisation_id uuid not null,
  staff_id uuid not null,
  starts smallint[] not null,
  ends smallint[] not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  version integer not null default 1,
  primary key (organisation_id, staff_id),
  foreign key (organisation_id, staff_id) references staff,
  foreign key (organisation_id, changed_by) references staff,
  check (cardinality(starts) = 7 and cardinality(ends) = 7)
);
create index duty_week_changed_by on duty_week (organisation_id, changed_by);
call lintel.protect('duty_week');
grant select, insert, update on duty_week to lintel_app;

-- Away from, until (not known yet: null), and who covers. Why somebody is away is nobody's business here. Whoever
-- passes on something urgent is not always in the team, so that everybody's notices find the way to whoever covers.
create table absence (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  deputy_id uuid,
  from_at timestamptz not null,
  until_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  -- back earlier than was thought, or never away: until_at is then when that was recorded
  returned_at timestamptz,
  returned_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff,
  foreign key (organisation_id, deputy_id) references staff,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, returned_by) references staff,
  check (until_at >= from_at),
  check (deputy_id <> staff_id)
);
create index absence_current on absence (organisation_id, (coalesce(until_at, 'infinity')));
create index absence_staff on absence (organisation_id, staff_id, from_at);
create index absence_deputy on absence (organisation_id, deputy_id) where deputy_id is not null;
create index absence_recorded_by on absence (organisation_id, recorded_by);
create index absence_returned_by on absence (organisation_id, returned_by) where returned_by is not null;
call lintel.protect('absence');
grant select, insert, update on absence to lintel_app;

-- What a colleague says of themselves, if they like, for people who ask for a woman or a man (L2.3). Used for nothing
-- else, shown on no list; deleted when it is taken back.
create table worker_gender (
  organisation_id uuid not null,
  staff_id uuid not null,
  gender text not null check (gender in ('woman', 'man', 'another')),
  said_at timestamptz not null,
  primary key (organisation_id, staff_id),
  foreign key (organisation_id, staff_id) references staff
);
call lintel.protect('worker_gender', $$staff_id = lintel.staff() or lintel.roles() && '{da_manager,da_worker,system}'$$);
grant select, insert, update, delete on worker_gender to lintel_app;

-- Visits and calls planned for a case. Each is ended once: kept, cancelled, or moved to another row.
create table planned_contact (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  second_staff_id uuid,
  channel text not null check (channel in ('call', 'video', 'home', 'agreed_place', 'elsewhere')),
  purpose text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  also_there text not null default '',
  interpreter text not null default 'not_needed' check (interpreter in ('not_needed', 'to_book', 'booked')),
  lone_working boolean not null default false,
  two_people boolean not null default false,
  two_people_why text not null default '',
  -- the version of the contact agreement that it was checked against, and why it goes on although that says otherwise
  safe_contact_id uuid,
  outside text[] not null default '{}',
  outside_why text not null default '',
  planned_at timestamptz not null,
  planned_by uuid not null,
  moved_from_id uuid,
  -- safe and done after the visit: by when, and whom nobody heard from by then
  check_in_by timestamptz,
  checked_in_at timestamptz,
  missed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_how text check (ended_how in ('kept', 'cancelled', 'moved')),
  ended_reason text not null default '',
  ended_words text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, staff_id) references staff,
  foreign key (organisation_id, second_staff_id) references staff,
  foreign key (organisation_id, planned_by) references staff,
  foreign key (organisation_id, safe_contact_id) references safe_contact,
  foreign key (organisation_id, moved_from_id) references planned_contact,
  check (ends_at > starts_at),
  check ((ended_at is null) = (ended_how is null)),
  check (not two_people or two_people_why <> ''),
  check (outside = '{}' or outside_why <> '')
);
create index planned_contact_case on planned_contact (organisation_id, case_id, starts_at desc, id desc);
create index planned_contact_next on planned_contact (organisation_id, case_id, starts_at) where ended_at is null;
create index planned_contact_staff on planned_contact (organisation_id, staff_id, starts_at);
create index planned_contact_second on planned_contact (organisation_id, second_staff_id, starts_at)
  where second_staff_id is not null;
create index planned_contact_week on planned_contact (organisation_id, starts_at, id);
create index planned_contact_planned_by on planned_contact (organisation_id, planned_by);
create index planned_contact_agreed on planned_contact (organisation_id, safe_contact_id)
  where safe_contact_id is not null;
create index planned_contact_moved on planned_contact (organisation_id, moved_from_id) where moved_from_id is not null;
create index planned_contact_check_in on planned_contact (organisation_id, check_in_by)
  where check_in_by is not null and checked_in_at is null and missed_at is null and ended_at is null;
call lintel.protect_case_child('planned_contact');
grant select, insert, update on planned_contact to lintel_app;

-- A secret link by which a colleague's own calendar reads when, and nothing else. Only its hash is kept.
create table diary_feed (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  secret_hash bytea not null,
  made_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff
);
create index diary_feed_staff on diary_feed (organisation_id, staff_id);
create unique index diary_feed_open on diary_feed (organisation_id, staff_id) where revoked_at is null;
call lintel.protect('diary_feed', $$staff_id = lintel.staff() or 'system' = any (lintel.roles())$$);
grant select, insert, update on diary_feed to lintel_app;
