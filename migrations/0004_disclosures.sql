-- Disclosures, by every route, and their triage.

create table disclosure (
  organisation_id uuid not null references organisation,
  id uuid not null,
  reference text not null,
  -- the first moment anybody in the landlord or its contractors knew; it starts the clock (V4.1a)
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  route text not null,
  told_by text not null check (told_by in ('person', 'friend_family', 'neighbour', 'colleague', 'contractor', 'agency')),
  -- the account as it was given, never summarised over
  verbatim text not null,
  immediate_danger text not null check (immediate_danger in ('yes', 'no', 'not_known')),
  danger_response text not null default '',
  person_name text not null default '',
  person_age text not null default 'not_known' check (person_age in ('under_16', 'aged_16_17', 'adult', 'not_known')),
  person_id uuid,
  property_id uuid,
  address text not null default '',
  alleged_name text not null default '',
  alleged_age text not null default 'not_known' check (alleged_age in ('under_16', 'aged_16_17', 'adult', 'not_known')),
  connection text not null default '',
  happened text not null default 'not_known' check (happened in ('recently', 'in_the_past', 'not_known')),
  who_can_hear text not null default '',
  children text not null default 'not_asked' check (children in ('not_asked', 'yes', 'no', 'not_known')),
  children_details text not null default '',
  pregnant text not null default 'not_asked' check (pregnant in ('not_asked', 'yes', 'no', 'not_known')),
  safe_to_contact text not null default 'not_asked' check (safe_to_contact in ('not_asked', 'yes', 'no', 'not_known')),
  contact_channel text not null default '',
  contact_value text not null default '',
  contact_times text not null default '',
  contact_do_not text not null default '',
  access_needs text not null default '',
  views_on_sharing text not null default '',
  promised text not null default '',
  abuse_types text[] not null default '{}',
  -- what a colleague or contractor noticed, by the names in indicators.ts
  indicators text[] not null default '{}',
  -- what only one route asks (who was in earshot, call-back, agency reference …), by the names in forms.ts
  route_details jsonb not null default '{}',
  informant_name text not null default '',
  informant_contact text not null default '',
  informant_known text not null default 'not_asked' check (informant_known in ('not_asked', 'yes', 'no', 'not_known')),
  case_id uuid,
  triaged_at timestamptz,
  staff_involved text not null default 'not_asked' check (staff_involved in ('not_asked', 'yes', 'no', 'not_known')),
  -- colleagues who are party, relative or neighbour: they see nothing of it from the first moment. The same people
  -- with their relation, for the wall of the case that this becomes
  blocked_staff uuid[] not null default '{}',
  conflicts jsonb not null default '[]',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, property_id) references property,
  foreign key (organisation_id, case_id) references case_file
);
create unique index disclosure_reference on disclosure (organisation_id, reference);
create index disclosure_untriaged on disclosure (organisation_id, received_at) where triaged_at is null;
create index disclosure_received on disclosure (organisation_id, received_at desc);
create index disclosure_triaged on disclosure (organisation_id, triaged_at desc) where triaged_at is not null;
create index disclosure_case on disclosure (organisation_id, case_id) where case_id is not null;
create index disclosure_person on disclosure (organisation_id, person_id) where person_id is not null;
create index disclosure_property on disclosure (organisation_id, property_id) where property_id is not null;
alter table disclosure enable row level security;
alter table disclosure force row level security;
-- Anybody may tell; only the team reads, and once it is a case, only those whom the case's wall lets in.
create policy told on disclosure for insert to lintel_app with check (organisation_id = lintel.organisation());
create policy read on disclosure for select to lintel_app using (organisation_id = lintel.organisation() and (
  'system' = any (lintel.roles())
  or (not (lintel.staff() = any (blocked_staff)) and case when case_id is null
    then lintel.roles() && '{da_manager,da_worker}'
    else case_id = lintel.opened_case() or exists (
      select from case_file c where c.organisation_id = disclosure.organisation_id and c.id = disclosure.case_id) end)));
create policy triaged on disclosure for update to lintel_app using (organisation_id = lintel.organisation() and (
  'system' = any (lintel.roles())
  or (not (lintel.staff() = any (blocked_staff)) and lintel.roles() && '{da_manager,da_worker}')));
grant select, insert, update on disclosure to lintel_app;

-- What somebody told on the help site. The help site's role can add a row and nothing else, not even read it back;
-- a job makes it a disclosure within seconds.
create table help_report (
  organisation_id uuid not null references organisation,
  id uuid not null,
  received_at timestamptz not null,
  fields jsonb not null,
  taken_at timestamptz,
  primary key (organisation_id, id)
);
create index help_report_waiting on help_report (organisation_id, received_at) where taken_at is null;
alter table help_report enable row level security;
alter table help_report force row level security;
create policy told on help_report for insert to lintel_public
  with check (organisation_id = lintel.organisation() and taken_at is null);
create policy taken on help_report to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any (lintel.roles()));
grant insert on help_report to lintel_public;
grant select, update on help_report to lintel_app;

-- Each decision of triage, with its reasons; a later one supersedes, none is overwritten.
create table triage (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  decided_at timestamptz not null,
  decided_by uuid,
  definition text not null check (definition in ('meets', 'unclear', 'not_connected', 'under_16', 'aged_16_17',
    'historic')),
  definition_reasons text[] not null,
  outcome text not null check (outcome in ('new_case', 'existing_case', 'handover')),
  case_id uuid,
  handover_to text not null default '',
  handover_contact text not null default '',
  handover_said text not null default '',
  -- what was done today to keep the person safe, before anybody else took over
  safety_step text not null default '',
  safeguarding text not null default 'not_needed' check (safeguarding in ('not_needed', 'refer_today', 'referred',
    'not_referred')),
  safeguarding_why text not null default '',
  why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, case_id) references case_file
);
create index triage_disclosure on triage (organisation_id, disclosure_id, decided_at desc);
create index triage_case on triage (organisation_id, case_id) where case_id is not null;
alter table triage enable row level security;
alter table triage force row level security;
create policy wall on triage to lintel_app using (organisation_id = lintel.organisation() and exists (
  select from disclosure d where d.organisation_id = triage.organisation_id and d.id = triage.disclosure_id));
grant select, insert on triage to lintel_app;

-- A notification follows the wall of what it tells of: a conflict found later takes it back.
alter policy own on notification using (organisation_id = lintel.organisation() and ('system' = any (lintel.roles())
  or (staff_id = lintel.staff()
    and (case_id is null or exists (
      select from case_file c where c.organisation_id = notification.organisation_id and c.id = notification.case_id))
    and (disclosure_id is null or exists (
      select from disclosure d
      where d.organisation_id = notification.organisation_id and d.id = notification.disclosure_id)))));
