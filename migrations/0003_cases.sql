-- Cases, and the wall around each. Who may see a case stands on its own row, so the wall costs no join; the rows
-- behind it (case_access, case_conflict) say who granted it, when and why.

create table case_file (
  organisation_id uuid not null references organisation,
  id uuid not null,
  reference text not null,
  state text not null check (state in ('triaged', 'contacted', 'assessed', 'plan_agreed', 'active', 'monitoring',
    'closing', 'closed', 'handed_over', 'transferred')),
  opened_at timestamptz not null,
  opened_by uuid,
  pack_id text not null,
  pack_version text not null,
  person_id uuid,
  -- who it is about, where the person is not (yet) on the register
  described_as text not null default '',
  property_id uuid,
  tenancy_id uuid,
  lead_id uuid,
  immediate_danger boolean not null default false,
  children text not null default 'not_asked' check (children in ('not_asked', 'yes', 'no', 'not_known')),
  last_contact_at timestamptz,
  -- the next unkept promise, maintained with its obligations: the caseload is ordered by it
  next_due_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  granted_staff uuid[] not null default '{}',
  granted_roles text[] not null default '{}',
  blocked_staff uuid[] not null default '{}',
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, property_id) references property,
  foreign key (organisation_id, tenancy_id) references tenancy,
  foreign key (organisation_id, lead_id) references staff
);
create unique index case_file_reference on case_file (organisation_id, reference);
create index case_file_lead_due on case_file (organisation_id, lead_id, next_due_at, id) where closed_at is null;
create index case_file_team_due on case_file (organisation_id, next_due_at, id) where closed_at is null;
create index case_file_lead_contact on case_file (organisation_id, lead_id, last_contact_at nulls first, id)
  where closed_at is null;
create index case_file_team_contact on case_file (organisation_id, last_contact_at nulls first, id)
  where closed_at is null;
create index case_file_lead_opened on case_file (organisation_id, lead_id, opened_at desc, id);
create index case_file_opened on case_file (organisation_id, opened_at desc, id);
create index case_file_person on case_file (organisation_id, person_id);
create index case_file_property on case_file (organisation_id, property_id);
create index case_file_tenancy on case_file (organisation_id, tenancy_id) where tenancy_id is not null;
alter table case_file enable row level security;
alter table case_file force row level security;
-- Need to know (V3.2): granted by name or by role, and never somebody with a conflict, whatever else they are. Who is
-- asking is a sub-select, so that it is asked once a query and not once a row: a count costs a tenth.
create policy wall on case_file to lintel_app using (
  organisation_id = lintel.organisation() and (
    'system' = any ((select lintel.roles())::text[])
    or (not ((select lintel.staff()) = any (blocked_staff))
      and ((select lintel.staff()) = any (granted_staff) or granted_roles && (select lintel.roles())))));
create policy definer on case_file to lintel_definer using (true);
grant select, insert, update on case_file to lintel_app;
-- Only the wall's own functions change who may see a case.
revoke update on case_file from lintel_app;
grant update (state, pack_id, pack_version, person_id, described_as, property_id, tenancy_id, lead_id, immediate_danger, children,
  last_contact_at, next_due_at, closed_at, version) on case_file to lintel_app;
grant select, update on case_file to lintel_definer;

-- Opening a case is asking its wall once; what belongs to the case then passes on its id alone.
create function lintel.open_case(in_case uuid) returns boolean language plpgsql as $$
begin
  perform 1 from case_file c where c.organisation_id = lintel.organisation() and c.id = in_case;
  if not found then return false; end if;
  perform set_config('lintel.opened_case', in_case::text, true);
  return true;
end $$;

create procedure lintel.protect_case_child(target regclass) language plpgsql as $$
begin
  call lintel.protect(target, format(
    $policy$case_id = (select lintel.opened_case()) or 'system' = any ((select lintel.roles())::text[]) or exists (
      select from case_file c where c.organisation_id = %s.organisation_id and c.id = %s.case_id)$policy$,
    target, target));
end $$;

-- The record follows the wall: what is written about a case is read only by those who may see it.
alter table event enable row level security;
alter table event force row level security;
create policy written on event for insert to lintel_app, lintel_public
  with check (organisation_id = lintel.organisation());
create policy read on event for select to lintel_app using (
  organisation_id = lintel.organisation() and ('system' = any ((select lintel.roles())::text[]) or case_id is null
    or case_id = (select lintel.opened_case()) or exists (
      select from case_file c where c.organisation_id = event.organisation_id and c.id = event.case_id)));
grant select, insert on event to lintel_app;

create table case_access (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid,
  role text,
  reason text not null,
  granted_by uuid,
  granted_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, staff_id) references staff,
  check (num_nonnulls(staff_id, role) = 1)
);
create index case_access_case on case_access (organisation_id, case_id);
create index case_access_staff on case_access (organisation_id, staff_id) where staff_id is not null;
call lintel.protect_case_child('case_access');
create policy definer on case_access for select to lintel_definer using (true);
grant select, insert, update on case_access to lintel_app;
grant select on case_access to lintel_definer;

create table case_conflict (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  relation text not null check (relation in ('party', 'relative', 'neighbour', 'friend', 'other')),
  reason text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, staff_id) references staff
);
create index case_conflict_case on case_conflict (organisation_id, case_id);
create index case_conflict_staff on case_conflict (organisation_id, staff_id);
call lintel.protect_case_child('case_conflict');
create policy definer on case_conflict for select to lintel_definer using (true);
grant select, insert, update on case_conflict to lintel_app;
grant select on case_conflict to lintel_definer;

create function lintel.rebuild_wall() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  -- Two at once: the second waits here, and then sees what the first one wrote. No block is ever lost.
  perform from case_file c where c.organisation_id = new.organisation_id and c.id = new.case_id for update;
  update case_file c set
    granted_staff = coalesce((select array_agg(distinct a.staff_id) from case_access a
      where a.organisation_id = c.organisation_id and a.case_id = c.id and a.ended_at is null
        and a.staff_id is not null), '{}'),
    granted_roles = coalesce((select array_agg(distinct a.role) from case_access a
      where a.organisation_id = c.organisation_id and a.case_id = c.id and a.ended_at is null
        and a.role is not null), '{}'),
    blocked_staff = coalesce((select array_agg(distinct b.staff_id) from case_conflict b
      where b.organisation_id = c.organisation_id and b.case_id = c.id and b.ended_at is null), '{}')
  where c.organisation_id = new.organisation_id and c.id = new.case_id;
  return null;
end $$;
alter function lintel.rebuild_wall owner to lintel_definer;
revoke all on function lintel.rebuild_wall from public;
create trigger rebuild_wall after insert or update on case_access for each row execute function lintel.rebuild_wall();
create trigger rebuild_wall after insert or update on case_conflict for each row execute function lintel.rebuild_wall();

create table case_person (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  -- where the person is not (yet) on the register
  described_as text not null default '',
  part text not null check (part in ('at_risk', 'child_victim', 'household_member', 'alleged_perpetrator', 'witness',
    'supporter')),
  connection text not null default '',
  notes text not null default '',
  added_by uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, person_id) references person,
  check (person_id is not null or described_as <> '')
);
create index case_person_case on case_person (organisation_id, case_id);
create index case_person_person on case_person (organisation_id, person_id);
call lintel.protect_case_child('case_person');
grant select, insert, update on case_person to lintel_app;

-- The chronology: added to, never changed; a correction is a new entry that points at the old one (V4.1e).
create table case_entry (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  happened_at timestamptz not null,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  source text not null,
  words text not null,
  corrects_id uuid,
  subject_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, corrects_id) references case_entry
);
create index case_entry_case on case_entry (organisation_id, case_id, happened_at desc, id desc);
create index case_entry_corrects on case_entry (organisation_id, corrects_id) where corrects_id is not null;
call lintel.protect_case_child('case_entry');
grant select, insert on case_entry to lintel_app;

create table allocation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  allocated_by uuid,
  allocated_at timestamptz not null,
  reason text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, staff_id) references staff
);
create index allocation_case on allocation (organisation_id, case_id, allocated_at desc);
create index allocation_staff on allocation (organisation_id, staff_id);
call lintel.protect_case_child('allocation');
grant select, insert on allocation to lintel_app;

-- How this person can be reached without anybody else learning of it. Each asking is a new version (L2.1a, L2.3).
create table safe_contact (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  channel text not null,
  value text not null default '',
  times text not null default '',
  who_might_answer text not null default '',
  may_leave_voicemail boolean not null default false,
  may_text boolean not null default false,
  may_email boolean not null default false,
  may_post boolean not null default false,
  withhold_number boolean not null default true,
  code_word text not null default '',
  language text not null default '',
  interpreter text not null default '',
  worker_gender text not null default '',
  meeting_place text not null default '',
  adjustments text not null default '',
  do_not text not null default '',
  -- asked about language, interpreter and other needs, whatever the answer was (L2.3)
  access_needs_asked boolean not null default false,
  agreed_with_person boolean not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create unique index safe_contact_number on safe_contact (organisation_id, case_id, number);
call lintel.protect_case_child('safe_contact');
grant select, insert on safe_contact to lintel_app;

-- Attempts and contacts told apart: only a safe, two-way contact is one.
create table contact (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  channel text not null,
  outcome text not null,
  two_way_and_safe boolean not null,
  -- somebody else answered: could they now suspect something?
  may_suspect text not null default 'not_asked' check (may_suspect in ('not_asked', 'yes', 'no', 'not_known')),
  safe_contact_id uuid,
  notes text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, safe_contact_id) references safe_contact
);
create index contact_case on contact (organisation_id, case_id, happened_at desc);
create index contact_agreed on contact (organisation_id, safe_contact_id) where safe_contact_id is not null;
call lintel.protect_case_child('contact');
grant select, insert on contact to lintel_app;
