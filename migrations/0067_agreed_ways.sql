-- Further numbers, addresses and places by which somebody may be reached, each with terms of its own (L2.1a). A row is
-- what was agreed of one of them at one asking; the first choice stays in safe_contact.
create table agreed_way (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- the same in every version of one way
  way_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  channel text not null check (channel in ('phone', 'text', 'email', 'post', 'in_person')),
  -- what it is called on pages, which do not show the number
  name text not null,
  value text not null,
  -- what it is for; '': whatever the others are for
  purpose text not null default '',
  -- whether others use the phone, the mailbox or the letter box too
  shared text not null check (shared in ('yes', 'no', 'not_known')),
  who_might_answer text not null default '',
  may_leave_voicemail boolean not null default false,
  may_text boolean not null default false,
  withhold_number boolean not null default true,
  cover_reason text not null default '',
  do_not text not null default '',
  times text not null default '',
  windows jsonb not null default '[]' check (jsonb_typeof(windows) = 'array'),
  never jsonb not null default '[]' check (jsonb_typeof(never) = 'array'),
  agreed_with_person boolean not null,
  -- '': it may be used within its terms
  ended_because text not null default ''
    check (ended_because in ('', 'not_safe', 'not_theirs', 'they_asked', 'no_way_known')),
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff
);
create unique index agreed_way_number on agreed_way (organisation_id, case_id, way_id, number desc);
create index agreed_way_recorded_by on agreed_way (organisation_id, recorded_by);
call lintel.protect_case_child('agreed_way');
grant select, insert on agreed_way to lintel_app;

-- Asked at a contact: of the first way, or of the further one over which they were reached.
alter table safe_contact_asking
  alter safe_contact_id drop not null,
  add agreed_way_id uuid,
  add foreign key (organisation_id, agreed_way_id) references agreed_way,
  add check (num_nonnulls(safe_contact_id, agreed_way_id) = 1);
create index safe_contact_asking_way on safe_contact_asking (organisation_id, agreed_way_id, asked_at desc)
  where agreed_way_id is not null;

-- Over which number, address or place. What was recorded before there could be several says nothing about it.
alter table contact
  add over text not null default 'not_asked' check (over in ('not_asked', 'first', 'further', 'another')),
  -- the version of the further way that was agreed when it happened
  add agreed_way_id uuid,
  add foreign key (organisation_id, agreed_way_id) references agreed_way,
  add check ((over = 'further') = (agreed_way_id is not null));
create index contact_over on contact (organisation_id, agreed_way_id) where agreed_way_id is not null;

-- The further way over which somebody means to call or meet them; null: the first.
alter table planned_contact
  add agreed_way_id uuid,
  add foreign key (organisation_id, agreed_way_id) references agreed_way;
create index planned_contact_over on planned_contact (organisation_id, agreed_way_id) where agreed_way_id is not null;

-- Which of them was shown outside what was agreed; null: the first.
alter table contact_shown
  add agreed_way_id uuid,
  add foreign key (organisation_id, agreed_way_id) references agreed_way;
create index contact_shown_way on contact_shown (organisation_id, agreed_way_id) where agreed_way_id is not null;
