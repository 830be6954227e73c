-- With whom a contact was, who began it, and where it went against what was agreed at that time. What was recorded
-- before says nothing about it: not asked.
alter table contact
  add with_whom text not null default 'not_asked'
    check (with_whom in ('not_asked', 'person', 'trusted', 'somebody_else', 'nobody')),
  add begun_by text not null default 'not_asked' check (begun_by in ('not_asked', 'us', 'them')),
  -- whether it was one of the times that are known in words only
  add in_their_times text not null default 'not_asked'
    check (in_their_times in ('not_asked', 'yes', 'no', 'not_known')),
  -- codes of rules/kept-agreement.ts, found by the program against the agreement in force when it happened
  add against text[] not null default '{}',
  -- what whoever recorded it says is to be done now
  add do_now text not null default '',
  add check (against = '{}' or do_now <> '');
create index contact_against on contact (organisation_id, case_id) where against <> '{}';

-- What went against the agreement, and what somebody else did about it.
create table contact_dealt (
  organisation_id uuid not null,
  contact_id uuid not null,
  case_id uuid not null,
  done text not null,
  -- whether the agreed way is still safe, as far as is known
  still_safe text not null check (still_safe in ('yes', 'not_known')),
  dealt_at timestamptz not null,
  dealt_by uuid,
  primary key (organisation_id, contact_id),
  foreign key (organisation_id, contact_id) references contact,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, dealt_by) references staff
);
create index contact_dealt_case on contact_dealt (organisation_id, case_id);
create index contact_dealt_by on contact_dealt (organisation_id, dealt_by);
call lintel.protect_case_child('contact_dealt');
grant select, insert on contact_dealt to lintel_app;
