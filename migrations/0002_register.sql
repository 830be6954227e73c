-- The register of people and homes, as the landlord's housing system tells it.

create table property (
  organisation_id uuid not null references organisation,
  id uuid not null,
  reference text not null,
  uprn text check (uprn ~ '^[0-9]{1,12}$'),
  address_lines text[] not null,
  postcode text not null,
  local_authority text not null default '',
  imported_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id)
);
create unique index property_reference on property (organisation_id, reference);
create index property_uprn on property (organisation_id, uprn) where uprn is not null;
call lintel.protect('property');
grant select, insert, update on property to lintel_app;

create table person (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- the landlord's own reference; null for somebody the landlord's system does not know
  reference text,
  given_name text not null,
  family_name text not null,
  also_known_as text[] not null default '{}',
  date_of_birth date,
  phones text[] not null default '{}',
  emails text[] not null default '{}',
  imported_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id)
);
create unique index person_reference on person (organisation_id, reference) where reference is not null;
create index person_born on person (organisation_id, date_of_birth) where date_of_birth is not null;
call lintel.protect('person');
grant select, insert, update on person to lintel_app;

create table tenancy (
  organisation_id uuid not null references organisation,
  id uuid not null,
  reference text not null,
  property_id uuid not null,
  tenure text not null,
  tenancy_type text not null,
  started_on date,
  ended_on date,
  imported_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, property_id) references property
);
create unique index tenancy_reference on tenancy (organisation_id, reference);
create index tenancy_property on tenancy (organisation_id, property_id);
call lintel.protect('tenancy');
grant select, insert, update on tenancy to lintel_app;

-- Who holds the tenancy: one tenant is a sole tenancy, several a joint one.
create table tenant (
  organisation_id uuid not null,
  tenancy_id uuid not null,
  person_id uuid not null,
  from_date date,
  to_date date,
  primary key (organisation_id, tenancy_id, person_id),
  foreign key (organisation_id, tenancy_id) references tenancy,
  foreign key (organisation_id, person_id) references person
);
create index tenant_person on tenant (organisation_id, person_id);
call lintel.protect('tenant');
grant select, insert, update on tenant to lintel_app;

-- Who lives where: the household of a home is everybody resident in it.
create table resident (
  organisation_id uuid not null,
  property_id uuid not null,
  person_id uuid not null,
  relation text not null default '',
  from_date date,
  to_date date,
  primary key (organisation_id, property_id, person_id),
  foreign key (organisation_id, property_id) references property,
  foreign key (organisation_id, person_id) references person
);
create index resident_person on resident (organisation_id, person_id);
call lintel.protect('resident');
grant select, insert, update on resident to lintel_app;

-- What people and homes are found by: folded words of names, aliases and addresses, postcodes, UPRNs, phones in E.164
-- and references. Prefix search is a range on `token`: comparisons are leak-proof, so the index serves below the policy.
create table search_token (
  organisation_id uuid not null,
  subject text not null check (subject in ('person', 'property')),
  token text collate "C" not null,
  subject_id uuid not null,
  primary key (organisation_id, subject, token, subject_id)
);
create index search_token_subject on search_token (organisation_id, subject, subject_id, token);
call lintel.protect('search_token');
grant select, insert, delete on search_token to lintel_app;

-- Every word that a name or an alias of this organisation has had, once: names spelt otherwise are sought among these.
create table search_word (
  organisation_id uuid not null,
  token text collate "C" not null,
  primary key (organisation_id, token)
);
create index search_word_trigram on search_word using gin (token gin_trgm_ops);
call lintel.protect('search_word');
grant select, insert on search_word to lintel_app;
create policy definer on search_word for select to lintel_definer using (true);
grant select on search_word to lintel_definer;

-- Names spelt otherwise. Trigram operators are not leak-proof, so this one function applies the organisation itself
-- and scores a bounded set of candidates.
create function lintel.similar_names(in_token text, in_limit integer)
returns table (token text, likeness real) language sql stable security definer set search_path = public, pg_temp as $$
  select t.token, similarity(t.token, in_token) from (
    select w.token from search_word w
    where w.organisation_id = lintel.organisation() and w.token % left(in_token, 40)
    limit 400) t
  order by 2 desc, 1 limit least(in_limit, 20) $$;
alter function lintel.similar_names owner to lintel_definer;
revoke all on function lintel.similar_names from public;
grant execute on function lintel.similar_names to lintel_app;

-- After a large import the planner must know how large the register has become; only an owner may tell it.
create function lintel.measure_register() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  analyze property, person, tenancy, tenant, resident, search_token, search_word;
end $$;
revoke all on function lintel.measure_register from public;
grant execute on function lintel.measure_register to lintel_app;

-- Two records, perhaps one person: never merged, only linked or kept apart, and either can be undone.
create table person_match (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  reasons text[] not null,
  found_at timestamptz not null,
  decision text check (decision in ('linked', 'kept_apart')),
  decided_by uuid,
  decided_at timestamptz,
  why text,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, other_id) references person,
  check (person_id < other_id)
);
create unique index person_match_pair on person_match (organisation_id, person_id, other_id);
create index person_match_open on person_match (organisation_id, found_at) where decision is null;
create index person_match_other on person_match (organisation_id, other_id);
call lintel.protect('person_match');
grant select, insert, update on person_match to lintel_app;

create table register_import (
  organisation_id uuid not null references organisation,
  id uuid not null,
  started_at timestamptz not null,
  started_by uuid,
  file_names text[] not null,
  -- of all files, by which a run that was stopped is known again
  content_hash bytea not null,
  dry_run boolean not null,
  state text not null check (state in ('waiting', 'running', 'finished', 'stopped', 'failed')),
  -- how far it came, kept with every batch: it goes on from there
  file_at integer not null default 0,
  row_at integer not null default 0,
  alive_at timestamptz,
  rows_expected integer not null,
  rows_read integer not null default 0,
  rows_added integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_refused integer not null default 0,
  -- why it failed, in plain words
  problem text,
  finished_at timestamptz,
  -- the search for possible duplicates among what it brought: how far it came, and when it was done
  compared_to uuid,
  compared_at timestamptz,
  primary key (organisation_id, id)
);
create index register_import_list on register_import (organisation_id, started_at desc);
create index register_import_to_work on register_import (organisation_id, started_at)
  where state in ('waiting', 'running');
create index register_import_to_compare on register_import (organisation_id, started_at)
  where state = 'finished' and not dry_run and compared_at is null;
call lintel.protect('register_import');
grant select, insert, update on register_import to lintel_app;

create table register_import_error (
  organisation_id uuid not null,
  import_id uuid not null,
  file_at integer not null,
  line integer not null,
  field text not null,
  problem text not null,
  -- false: the row was imported without this field
  refused boolean not null,
  primary key (organisation_id, import_id, file_at, line, field),
  foreign key (organisation_id, import_id) references register_import
);
call lintel.protect('register_import_error');
grant select, insert, delete on register_import_error to lintel_app;

-- Uploaded files wait here, so that any program of the landlord can work them; removed as soon as they are imported.
create table register_import_part (
  organisation_id uuid not null,
  import_id uuid not null,
  file_at integer not null,
  part_at integer not null,
  content bytea not null,
  primary key (organisation_id, import_id, file_at, part_at),
  foreign key (organisation_id, import_id) references register_import
);
call lintel.protect('register_import_part', $$'administrator' = any (lintel.roles()) or 'system' = any (lintel.roles())$$);
grant select, insert, delete on register_import_part to lintel_app;
