-- One home, however often it stands on the register: a marker shows for each record of it, and an import notices the
-- second. And homes in the order in which people walk past them: flat 2 before flat 10.

-- What of an address says which home it is, whoever wrote it: the postcode, and the parts up to the one that names the
-- street or, where none has a number, the first two. "Flat 2, Mill House, 5 Mill Rd." is "flat2millhouse5millroad". Town
-- and county say nothing that the postcode does not.
create function lintel.home_key(in_lines text[], in_postcode text) returns text language plpgsql immutable parallel safe
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
      part := alone || regexp_replace(part, '^\s*(flat|apartment|apt|unit|room|studio|maisonette|no)\M[ .]*[[:alnum:]]{1,4}\M', '');
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

-- Text that sorts as people count: every number eight digits wide.
create function lintel.counted(in_text text) returns text language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select regexp_replace(regexp_replace(lower(in_text), '([0-9]+)', '0000000\1', 'g'), '[0-9]*([0-9]{8})(?![0-9])', '\1', 'g')
$$;

create function lintel.home_order(in_lines text[], in_postcode text) returns text language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select left(lintel.counted(in_postcode || ' ' || array_to_string(in_lines, ' ')), 400) $$;

revoke all on function lintel.home_key, lintel.counted, lintel.home_order from public;
grant execute on function lintel.home_key, lintel.counted, lintel.home_order to lintel_app;

alter table property
  add same_home text generated always as (lintel.home_key(address_lines, postcode)) stored,
  add home_order text collate "C" generated always as (lintel.home_order(address_lines, postcode)) stored,
  -- As a spreadsheet leaves a reference that begins with noughts.
  add bare_reference text generated always as (ltrim(reference, '0')) stored;
create index property_same_home on property (organisation_id, same_home) where same_home is not null;
create index property_bare_reference on property (organisation_id, bare_reference);

alter table person add bare_reference text generated always as (ltrim(reference, '0')) stored;
create index person_bare_reference on person (organisation_id, bare_reference) where bare_reference is not null;
