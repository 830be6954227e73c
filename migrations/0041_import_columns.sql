-- An import says what it saw of each file as a whole, and asks where that does not show how it is to be read.
alter table register_import add findings jsonb not null default '[]';
alter table register_import drop constraint register_import_state_check;
alter table register_import add constraint register_import_state_check
  check (state in ('asking', 'waiting', 'running', 'finished', 'stopped', 'failed'));

-- What an administrator said of files with certain headings: remembered for the next of them.
create table register_mapping (
  organisation_id uuid not null references organisation,
  -- A hash of the headings in their order.
  headings text not null,
  -- Null: files with these headings are left out.
  kind text check (kind in ('homes', 'people', 'tenancies', 'residents')),
  -- What each column becomes, by its place; null: nothing.
  columns text[] not null,
  dates text check (dates in ('day-first', 'month-first')),
  set_by uuid,
  set_at timestamptz not null,
  primary key (organisation_id, headings),
  foreign key (organisation_id, set_by) references staff (organisation_id, id)
);
call lintel.protect('register_mapping');
grant select, insert, update on register_mapping to lintel_app;
create index register_mapping_by on register_mapping (organisation_id, set_by) where set_by is not null;

alter table tenancy add bare_reference text generated always as (ltrim(reference, '0')) stored;
create index tenancy_bare_reference on tenancy (organisation_id, bare_reference);

-- Which home an address means, told apart also where it begins with a garage or a plot; every home anew.
create or replace function lintel.home_key(in_lines text[], in_postcode text) returns text language plpgsql immutable parallel safe
  set search_path = public, pg_temp as $$
declare
  parts text[];
  part text;
  taken text := '';
  -- A number that stands in a part of its own belongs to the part after it.
  alone text := '';
  number_of integer := 0;
begin
  if coalesce(in_postcode, '') = '' then return null; end if;
  parts := regexp_split_to_array(lower(array_to_string(in_lines, ',')), '\s*[,;\n]+\s*');
  foreach part in array parts loop
    if part ~ '[[:alnum:]]' then
      number_of := number_of + 1;
      taken := taken || ' ' || part;
      -- A garage, plot or block with its number says which home only together with its street.
      part := alone || regexp_replace(regexp_replace(part, '^\s*[[:alpha:]]+[ .]*[0-9]+[[:alpha:]]?\s*$', ''), '^\s*(flat|apartment|apt|unit|room|studio|maisonette|no)\M[ .]*[[:alnum:]]{1,4}\M', '');
      exit when part ~ '[0-9]' and part ~ '[[:alpha:]]{3}' or number_of = 2 and parts::text !~ '[0-9]';
      alone := case when part ~ '[0-9]' then part || ' ' else '' end;
    end if;
  end loop;
  taken := regexp_replace(taken, '\m(apartment|apt)\M', 'flat', 'g');
  taken := regexp_replace(taken, '\m(street|saint)\M', 'st', 'g');
  taken := regexp_replace(taken, '\mroad\M', 'rd', 'g');
  taken := regexp_replace(taken, '\m(avenue|av)\M', 'ave', 'g');
  taken := regexp_replace(taken, '\mlane\M', 'ln', 'g');
  taken := regexp_replace(taken, '\mclose\M', 'cl', 'g');
  taken := regexp_replace(taken, '\mcourt\M', 'ct', 'g');
  taken := regexp_replace(taken, '\mdrive\M', 'dr', 'g');
  taken := regexp_replace(taken, '\m(gardens|gdn)\M', 'gdns', 'g');
  taken := regexp_replace(taken, '\m(house)\M', 'hse', 'g');
  taken := regexp_replace(taken, '\m(crescent|cr)\M', 'cres', 'g');
  taken := regexp_replace(taken, '\m(terrace|ter)\M', 'terr', 'g');
  taken := regexp_replace(taken, '\mplace\M', 'pl', 'g');
  taken := regexp_replace(taken, '\msquare\M', 'sq', 'g');
  taken := regexp_replace(taken, '\m(grove|gr)\M', 'gro', 'g');
  taken := regexp_replace(taken, '\m(number|no)\M', '', 'g');
  return regexp_replace(upper(in_postcode), '[^A-Z0-9]', '', 'g') || ' '
    || regexp_replace(taken, '[^[:alnum:]]', '', 'g');
end $$;

alter table property drop column same_home;
alter table property add same_home text generated always as (lintel.home_key(address_lines, postcode)) stored;
create index property_same_home on property (organisation_id, same_home) where same_home is not null;
