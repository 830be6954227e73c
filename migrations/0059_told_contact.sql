-- The person told the team herself, and that was a safe contact: a colleague says so, another confirms it. Confirmed, it
-- is one contact of the case, and keeps the first contact of this one disclosure. Until then every promise runs.
create table told_contact (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  spoke_by uuid not null,
  channel text not null check (channel in ('phone', 'in_person', 'web_chat')),
  happened_at timestamptz not null,
  -- how it was known to be safe
  safe_because text not null check (safe_because <> ''),
  said text not null check (said <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, spoke_by) references staff,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff,
  -- whoever was on the telephone confirms as little as whoever wrote it down
  check (decision is distinct from 'approved' or decided_by is distinct from spoke_by)
);
create index told_contact_of on told_contact (organisation_id, disclosure_id, proposed_at desc);
create unique index told_contact_once on told_contact (organisation_id, disclosure_id)
  where decision is null or decision = 'approved';
create index told_contact_spoke on told_contact (organisation_id, spoke_by);
create index told_contact_proposer on told_contact (organisation_id, proposed_by) where proposed_by is not null;
create index told_contact_decider on told_contact (organisation_id, decided_by) where decided_by is not null;
call lintel.protect('told_contact', $$exists (select from disclosure d
  where d.organisation_id = told_contact.organisation_id and d.id = told_contact.disclosure_id)$$);
call lintel.decided_by_another('told_contact', 'approved');

-- How it was recorded: from what was told, once.
alter table contact add told_contact_id uuid,
  add foreign key (organisation_id, told_contact_id) references told_contact;
create unique index contact_told on contact (organisation_id, told_contact_id) where told_contact_id is not null;
