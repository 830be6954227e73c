-- The chronology as evidence (V4.1e; domain §12): whom an entry is about, who was there, what was said and what was
-- seen told apart, what was decided and why, to whom it may be shown, and which policy was in force when it was written.

-- Words as they are looked for: without accents, in one case. Kept beside the words, so that a search reads no more.
create function lintel.folded(in_text text) returns text language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  -- Plain letters, a byte each, have no accents to lose.
  select lower(case when octet_length(in_text) = char_length(in_text) then in_text
    else regexp_replace(normalize(in_text, nfkd), '[\u0300-\u036f]', '', 'g') end)
$$;

alter table case_entry
  -- what was seen or noticed; `words` holds what was said, or told
  add observed text not null default '',
  add present text not null default '',
  add children_seen text not null default 'not_asked' check (children_seen in ('not_asked', 'yes', 'no', 'none_there')),
  add children_heard text not null default 'not_asked' check (children_heard in ('not_asked', 'yes', 'no')),
  add seen_alone text not null default 'not_asked' check (seen_alone in ('not_asked', 'yes', 'no')),
  add decision text not null default '',
  add decision_why text not null default '',
  -- who it is about, of the people in the case; null: the case as a whole
  add about_id uuid,
  -- to whom it may be shown, as it was written; empty: to nobody without asking
  add disclosable_to text[] not null default '{}' check (disclosable_to <@ '{person,agencies}'),
  -- of the case, at the time of writing; empty on what was written before this was kept
  add pack_id text not null default '',
  add pack_version text not null default '',
  add search_text text not null generated always as (lintel.folded(
    words || ' ' || observed || ' ' || present || ' ' || decision || ' ' || decision_why)) stored,
  add foreign key (organisation_id, about_id) references case_person;
create index case_entry_about on case_entry (organisation_id, about_id) where about_id is not null;

-- To whom an entry may be shown is decided again, never rewritten: the newest row counts.
create table entry_audience (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  number integer not null,
  disclosable_to text[] not null check (disclosable_to <@ '{person,agencies}'),
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, entry_id) references case_entry
);
create unique index entry_audience_number on entry_audience (organisation_id, entry_id, number);
create index entry_audience_entry on entry_audience (organisation_id, entry_id);
create index entry_audience_case on entry_audience (organisation_id, case_id, entry_id, number desc);
call lintel.protect_case_child('entry_audience');
grant select, insert on entry_audience to lintel_app;

-- What left Lintel as a file: for what, to whom, and how much of the chronology (V3.2).
create table chronology_export (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  purpose text not null check (purpose in ('file', 'court', 'partner', 'person')),
  format text not null check (format in ('pdf', 'word', 'csv')),
  recipient text not null default '',
  agreed text not null default 'not_asked' check (agreed in ('not_asked', 'yes', 'no')),
  why text not null default '',
  entries integer not null,
  left_out integer not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create index chronology_export_case on chronology_export (organisation_id, case_id, made_at desc);
call lintel.protect_case_child('chronology_export');
grant select, insert on chronology_export to lintel_app;
