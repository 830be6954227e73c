-- What is agreed about contact, so that a page can tell whether now is a safe time, and who saw a number all the same.
alter table safe_contact
  -- weekly hours, {days, from, to} on the clock of the office's wall: safe ones, and ones never to use
  add windows jsonb not null default '[]' check (jsonb_typeof(windows) = 'array'),
  add never jsonb not null default '[]' check (jsonb_typeof(never) = 'array'),
  add may_visit boolean not null default false,
  -- the name from which a message comes, and what is said to whoever else answers
  add sender_alias text not null default '',
  add cover_reason text not null default '',
  -- somebody they trust, and how to reach them
  add contact_person text not null default '',
  add contact_person_value text not null default '',
  -- the contact at which it was asked again, and had changed
  add asked_at_contact uuid,
  add foreign key (organisation_id, asked_at_contact) references contact;
create index safe_contact_asked_at on safe_contact (organisation_id, asked_at_contact)
  where asked_at_contact is not null;

-- Asked again at a contact: is what was agreed still right? The same: from then on it counts as asked that day.
create table safe_contact_asking (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  safe_contact_id uuid not null,
  contact_id uuid not null,
  answer text not null check (answer in ('same', 'changed', 'not_safe_to_ask')),
  asked_at timestamptz not null,
  asked_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, safe_contact_id) references safe_contact,
  foreign key (organisation_id, contact_id) references contact
);
create index safe_contact_asking_of on safe_contact_asking (organisation_id, safe_contact_id, asked_at desc);
create index safe_contact_asking_case on safe_contact_asking (organisation_id, case_id, asked_at desc);
create index safe_contact_asking_contact on safe_contact_asking (organisation_id, contact_id);
call lintel.protect_case_child('safe_contact_asking');
grant select, insert on safe_contact_asking to lintel_app;

-- A number, an address or an e-mail was shown outside what was agreed: to whom, and why in their own words. It is about
-- a case, or about a disclosure that may become one, and stands behind the same wall.
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
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, shown_to) references staff,
  check (num_nonnulls(case_id, disclosure_id) = 1)
);
create index contact_shown_case on contact_shown (organisation_id, case_id, shown_at desc) where case_id is not null;
create index contact_shown_disclosure on contact_shown (organisation_id, disclosure_id, shown_at desc)
  where disclosure_id is not null;
create index contact_shown_to on contact_shown (organisation_id, shown_to);
call lintel.protect('contact_shown', $$'system' = any ((select lintel.roles())::text[])
  or case_id = (select lintel.opened_case()) or exists (select from case_file c
    where c.organisation_id = contact_shown.organisation_id and c.id = contact_shown.case_id)
  or exists (select from disclosure d
    where d.organisation_id = contact_shown.organisation_id and d.id = contact_shown.disclosure_id)$$);
grant select, insert on contact_shown to lintel_app;
