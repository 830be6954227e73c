-- Files and evidence. Here stands what is known of a file; its bytes lie sealed in the data folder, or in a store that
-- is configured, under a name that says nothing. One key a file, itself sealed by a key of the landlord's own. Nothing
-- is ever deleted: what was added in error says so, and its bytes stay.

create table kept_file (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- the contact in which it came, if it did
  contact_id uuid,
  -- in the order in which they were added to the case: never given twice
  number integer not null check (number > 0),
  -- as it was called where it came from
  name text not null,
  -- what it shows, in the words of whoever added it
  shows text not null default '',
  source text not null,
  -- when it was made or taken, as it was told; the bytes may say otherwise
  made_on date,
  kind text not null check (kind in ('picture', 'pdf', 'sound', 'film', 'document', 'text')),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 bytea not null check (length(sha256) = 32),
  stored_as text not null,
  sealed_key bytea not null,
  added_at timestamptz not null,
  added_by uuid,
  -- looked through for viruses: until then nothing of it is shown
  scan text not null default 'waiting' check (scan in ('waiting', 'clean', 'infected', 'not_set_up')),
  scanned_at timestamptz,
  scan_found text not null default '',
  -- what can be shown of it
  shown text not null default 'waiting' check (shown in ('waiting', 'made', 'cannot', 'nothing')),
  shown_why text not null default '',
  -- when its bytes were last found as they came, and when they were found changed or gone
  checked_at timestamptz not null,
  altered_at timestamptz,
  error_at timestamptz,
  error_by uuid,
  error_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, contact_id) references contact,
  foreign key (organisation_id, added_by) references staff,
  foreign key (organisation_id, error_by) references staff
);
create unique index kept_file_number on kept_file (organisation_id, case_id, number);
create unique index kept_file_stored on kept_file (organisation_id, stored_as);
create index kept_file_contact on kept_file (organisation_id, contact_id) where contact_id is not null;
create index kept_file_added_by on kept_file (organisation_id, added_by) where added_by is not null;
create index kept_file_error_by on kept_file (organisation_id, error_by) where error_by is not null;
create index kept_file_waiting on kept_file (organisation_id, added_at) where scan = 'waiting' or shown = 'waiting';
create index kept_file_checked on kept_file (organisation_id, checked_at);
call lintel.protect_case_child('kept_file');
grant select, insert, update (scan, scanned_at, scan_found, shown, shown_why, checked_at, altered_at, error_at, error_by,
  error_why, version) on kept_file to lintel_app;

-- What is shown of a file: made anew from it, without what it tells of the place or the phone.
create table shown_file (
  organisation_id uuid not null,
  file_id uuid not null,
  case_id uuid not null,
  size text not null check (size in ('whole', 'small')),
  stored_as text not null,
  sealed_key bytea not null,
  bytes bigint not null,
  sha256 bytea not null,
  width integer not null,
  height integer not null,
  made_at timestamptz not null,
  primary key (organisation_id, file_id, size),
  foreign key (organisation_id, file_id) references kept_file,
  foreign key (organisation_id, case_id) references case_file
);
create unique index shown_file_stored on shown_file (organisation_id, stored_as);
create index shown_file_case on shown_file (organisation_id, case_id);
call lintel.protect_case_child('shown_file');
grant select, insert on shown_file to lintel_app;

-- A file that was taken out of Lintel by itself: for what, and who would learn it, as it was shown.
create table file_taken (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  file_id uuid not null,
  why text not null,
  learners jsonb not null,
  taken_at timestamptz not null,
  taken_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, file_id) references kept_file,
  foreign key (organisation_id, taken_by) references staff
);
create index file_taken_file on file_taken (organisation_id, file_id, taken_at);
create index file_taken_case on file_taken (organisation_id, case_id);
create index file_taken_by on file_taken (organisation_id, taken_by) where taken_by is not null;
call lintel.protect_case_child('file_taken');
grant select, insert on file_taken to lintel_app;
