-- Helplines are the landlord's to keep true. A changed number is a new row: who said what, and since when, stays.
-- The line goes by line_id; of each there is at most one row that has not ended.

alter table helpline
  add column line_id uuid,
  add column version integer not null default 1 check (version >= 1),
  add column hours text not null default '',
  add column made_at timestamptz,
  -- null: the program, with the landlord
  add column made_by uuid,
  add column ended_at timestamptz,
  add column ended_by uuid,
  -- why it was taken off the list; '' where the next version took its place
  add column ended_why text not null default '';

-- Row-level security binds the owner too, who here gives each line that there is its beginning: with its landlord.
alter table helpline no force row level security;
alter table organisation no force row level security;
update helpline h set line_id = h.id, made_at = o.created_at
  from organisation o where o.organisation_id = h.organisation_id;
alter table helpline force row level security;
alter table organisation force row level security;

alter table helpline
  alter column line_id set not null,
  alter column made_at set not null,
  add foreign key (organisation_id, made_by) references staff,
  add foreign key (organisation_id, ended_by) references staff;
create unique index helpline_current on helpline (organisation_id, line_id) where ended_at is null;
create unique index helpline_versions on helpline (organisation_id, line_id, version);
create index helpline_made_by on helpline (organisation_id, made_by);
create index helpline_ended_by on helpline (organisation_id, ended_by);

-- Administrators keep the list; nothing that was on it is changed or deleted.
revoke update, delete on helpline from lintel_app;
grant update (place, ended_at, ended_by, ended_why) on helpline to lintel_app;
create policy added on helpline as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}');
create policy ended on helpline as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}');

-- The public reads what is on the list now, and not who keeps it.
drop policy read on helpline;
create policy read on helpline for select to lintel_public
  using (organisation_id = lintel.organisation() and ended_at is null);
revoke select on helpline from lintel_public;
grant select (organisation_id, id, name, phone, says, hours, checked_on, place, ended_at) on helpline to lintel_public;
