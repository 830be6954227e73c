-- Evidence packs: what left as evidence, kept exactly as it was made. A file goes only where the entry of the chronology
-- that tells of it may go, so that what whoever told us asked (“police: do not disclose”) follows it.
alter table kept_file add entry_id uuid;
alter table kept_file add foreign key (organisation_id, entry_id) references case_entry;
create index kept_file_entry on kept_file (organisation_id, entry_id) where entry_id is not null;

create table evidence_pack (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  -- by whose initials its exhibits are numbered
  initials text not null check (initials ~ '^[A-Z]{2,5}$'),
  -- the originals as they came, or only what is shown of them, which tells nothing of a place
  holds text not null check (holds in ('originals', 'shown')),
  manifest text not null,
  stored_as text not null,
  sealed_key bytea not null,
  bytes bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  learners jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, share_id) references share,
  foreign key (organisation_id, made_by) references staff
);
create unique index evidence_pack_stored on evidence_pack (organisation_id, stored_as);
create index evidence_pack_case on evidence_pack (organisation_id, case_id, made_at desc);
create index evidence_pack_share on evidence_pack (organisation_id, share_id);
create index evidence_pack_made_by on evidence_pack (organisation_id, made_by);
call lintel.protect_case_child('evidence_pack');
grant select, insert on evidence_pack to lintel_app;

create table evidence_exhibit (
  organisation_id uuid not null,
  pack_id uuid not null,
  file_id uuid not null,
  case_id uuid not null,
  -- as police number them: AB/1
  exhibit text not null check (exhibit ~ '^[A-Z]{2,5}/[0-9]+$'),
  sha256 bytea not null check (length(sha256) = 32),
  primary key (organisation_id, pack_id, file_id),
  foreign key (organisation_id, pack_id) references evidence_pack,
  foreign key (organisation_id, file_id) references kept_file,
  foreign key (organisation_id, case_id) references case_file
);
create index evidence_exhibit_file on evidence_exhibit (organisation_id, file_id);
create index evidence_exhibit_case on evidence_exhibit (organisation_id, case_id);
call lintel.protect_case_child('evidence_exhibit');
grant select, insert on evidence_exhibit to lintel_app;
