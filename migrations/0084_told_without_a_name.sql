-- What is told waits in triage before anybody links it to the register. Whoever is in conflict with somebody or with a
-- home is kept from what tells of them in any way: a name, a home, a number or an e-mail address, as the finders take
-- them. In doubt it is shut, for them alone. Looked at as it is told, and as a conflict or what is known of those whom
-- it is about changes; nothing looks again and again (need to know: V3.2).

-- Words in their order, each between blanks, as the finders take them: "Rd" is "Road", "flat2" is "flat 2", "12 A" is
-- "12a", a postcode is one word. What is no letter is written out: PostgreSQL's own classes depend on its locale.
create function lintel.told_words(in_text text) returns text language plpgsql immutable parallel safe
  set search_path = public, pg_temp as $$
declare
  t text := replace(lintel.folded_name(coalesce(in_text, '')), '''', '');
begin
  t := regexp_replace(t, '[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf'
    '\u060c\u061b\u2000-\u206f\u3000-\u303f\uff01-\uff0f]+', ' ', 'g');
  t := regexp_replace(t, '(?<![^ ])([a-z]{1,2}[0-9][0-9a-z]?) ([0-9][a-z]{2})(?![^ ])', '\1\2', 'g');
  t := regexp_replace(t, '(?<![^ ])(flat|apartment|apt|unit|room|studio)([0-9]{1,4}[a-z]?)(?![^ ])', '\1 \2', 'g');
  t := regexp_replace(t, '(?<![^ ])([0-9]{1,4})([a-z]{3,})(?![^ ])', '\1 \2', 'g');
  t := regexp_replace(t, '(?<![^ ])([0-9]{1,4}) ([a-z])(?![^ ])', '\1\2', 'g');
  t := regexp_replace(t, '(?<![^ ])(number|no|nr) (?=[0-9])', '', 'g');
  -- As `addressWords` of the register groups them.
  t := regexp_replace(t, '(?<![^ ])(apartment|apt)(?![^ ])', 'flat', 'g');
  t := regexp_replace(t, '(?<![^ ])(street|saint)(?![^ ])', 'st', 'g');
  t := regexp_replace(t, '(?<![^ ])road(?![^ ])', 'rd', 'g');
  t := regexp_replace(t, '(?<![^ ])(avenue|av)(?![^ ])', 'ave', 'g');
  t := regexp_replace(t, '(?<![^ ])lane(?![^ ])', 'ln', 'g');
  t := regexp_replace(t, '(?<![^ ])close(?![^ ])', 'cl', 'g');
  t := regexp_replace(t, '(?<![^ ])court(?![^ ])', 'ct', 'g');
  t := regexp_replace(t, '(?<![^ ])drive(?![^ ])', 'dr', 'g');
  t := regexp_replace(t, '(?<![^ ])(gardens|gdn)(?![^ ])', 'gdns', 'g');
  t := regexp_replace(t, '(?<![^ ])(grove|gr)(?![^ ])', 'gro', 'g');
  t := regexp_replace(t, '(?<![^ ])house(?![^ ])', 'hse', 'g');
  t := regexp_replace(t, '(?<![^ ])place(?![^ ])', 'pl', 'g');
  t := regexp_replace(t, '(?<![^ ])(terrace|ter)(?![^ ])', 'terr', 'g');
  t := regexp_replace(t, '(?<![^ ])(crescent|cr)(?![^ ])', 'cres', 'g');
  t := regexp_replace(t, '(?<![^ ])square(?![^ ])', 'sq', 'g');
  return ' ' || btrim(regexp_replace(t, ' +', ' ', 'g')) || ' ';
end $$;

-- Every digit of a text, however its numbers are spaced; "|" for whatever stands between numbers.
create function lintel.told_digits(in_text text) returns text language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select '|' || regexp_replace(regexp_replace(normalize(coalesce(in_text, ''), NFKC),
    '[\s().+/\u2010-\u2015-]+', '', 'g'), '[^0-9]+', '|', 'g') || '|' $$;

-- Phone numbers in a text, without country or leading nought: "+44 7700 900123", "(0)7700 900123" and "7700900123" are
-- one. Only ever whole: the last digits alone are nobody's.
create function lintel.numbers_in(in_text text) returns setof text language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select distinct m[1] from regexp_matches(lintel.told_digits(in_text), '(?:0044|44|0)*([1-9][0-9]{8,9})', 'g') m $$;

create function lintel.emails_in(in_text text) returns setof text language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select distinct m[1]
  from regexp_matches(lower(coalesce(in_text, '')), '([a-z0-9._%+''-]+@[a-z0-9.-]+[a-z0-9])', 'g') m $$;

-- Words of a name, without titles; some that are often written apart from what follows them are joined to it as well.
create function lintel.name_parts(in_name text, in_joined boolean) returns text[] language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(w), '{}') from regexp_split_to_table(btrim(case when in_joined
      then regexp_replace(lintel.told_words(in_name), '(?<![^ ])(o|d|mc|mac|al|el|de|di|da|le|la|st) ', '\1', 'g')
      else lintel.told_words(in_name) end), ' ') w
  where w <> '' and w <> all ('{mr,mrs,ms,miss,mx,dr}'::text[]) $$;

create function lintel.within_name(few text[], whole text[]) returns boolean language sql immutable parallel safe
  as $$ select few <> '{}' and not exists (select from unnest(few) s where not exists (
    select from unnest(whole) e where s = e or length(s) > 2 and starts_with(e, s)
      or length(e) > 2 and starts_with(s, e))) $$;

-- May it be one person, as far as the words of their names tell? "Zel Quince" and "Mrs Quince" may be "Zelda Quince".
create function lintel.same_parts(one text[], other text[]) returns boolean language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select lintel.within_name(one, other) or lintel.within_name(other, one)
    or one <> '{}' and array_to_string(one, '') = array_to_string(other, '') $$;

-- As the program compares names (`sameName`).
create function lintel.same_name(one text, other text) returns boolean language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select lintel.same_parts(lintel.name_parts(one, false), lintel.name_parts(other, false))
    or lintel.same_parts(lintel.name_parts(one, true), lintel.name_parts(other, true)) $$;

-- Is the whole of a name said somewhere in a text, in either order? A single word is too little.
create function lintel.says_name(in_words text, n text[]) returns boolean language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select cardinality(n) > 1 and (strpos(in_words, ' ' || array_to_string(n, ' ') || ' ') > 0
    or strpos(in_words, ' ' || n[cardinality(n)] || ' ' || array_to_string(n[:cardinality(n) - 1], ' ') || ' ') > 0) $$;

-- What of an address says which home it is: street or building, its number, the flat in it. The parts up to the one
-- with the number of the street, else the first two, as `home_key` takes them.
create function lintel.home_places(in_lines text[]) returns table (street text, number text, flat text)
language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
declare
  part text;
  alone text;
  of_flat boolean := false;
  named boolean := false;
  numbered text[];
begin
  foreach part in array regexp_split_to_array(array_to_string(in_lines, ','), '[,;\n]+') loop
    part := btrim(lintel.told_words(part));
    continue when part = '' or part ~ '^[a-z]{1,2}[0-9][0-9a-z]?[0-9][a-z]{2}$';
    if part ~ '^flat [0-9a-z]{1,5} ' then
      flat := split_part(part, ' ', 2);
      alone := flat;
      of_flat := true;
      part := regexp_replace(part, '^flat [0-9a-z]{1,5} ', '');
    elsif part ~ '^([^ ]+ )?[0-9]+[a-z]?$' or part ~ '^flat [0-9a-z]+$' then
      alone := substring(part from '[^ ]+$');
      of_flat := part like '% %';
      if part like 'flat %' then flat := alone; end if;
      continue;
    end if;
    numbered := regexp_match(part, '(?:^| )([0-9]+[a-z]?) ([^0-9].*)$');
    continue when named and numbered is null;
    street := coalesce(numbered[2], part);
    number := coalesce(numbered[1], alone);
    street := coalesce((regexp_match(street, '^((?:[^ ]+ )+?(?:st|rd|ave|ln|cl|ct|dr|gdns|gro|hse|pl|terr|cres|sq|way|'
      'walk|row|mews|rise))(?= |$)'))[1], street);
    -- One short word is no place.
    if length(street) > 4 then
      return next;
      named := true;
    end if;
    -- A flat in a named building stands in a street as well.
    exit when not (of_flat and numbered is null);
  end loop;
end $$;

-- Does a text tell of this home? Its street or its building, unless another number or another flat stands there.
create function lintel.tells_place(in_words text, in_street text, in_number text, in_flat text) returns boolean
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select strpos(in_words, ' ' || in_street || ' ') > 0
    and (in_flat is null or not in_words ~ ' flat [0-9]*[a-z]? ' or strpos(in_words, ' flat ' || in_flat || ' ') > 0)
    and exists (
      select from unnest(regexp_split_to_array(replace(in_words, ' ' || in_street || ' ', ' | | '), '\|'))
        with ordinality p(said, at)
      where p.at % 2 = 1 and p.at < 2 * (length(replace(in_words, ' ' || in_street || ' ', ' | | '))
          - length(replace(replace(in_words, ' ' || in_street || ' ', ' | | '), '|', ''))) / 2
        and (in_number is null or not p.said ~ ' [0-9]+[a-z]? $' or p.said like '% ' || in_number || ' ')) $$;

-- Is one of them the other as a hurried hand writes it: a letter too many, too few or another, or two exchanged?
create function lintel.one_letter_off(one text, other text) returns boolean language plpgsql immutable parallel safe
  set search_path = public, pg_temp as $$
declare
  a text := one;
  b text := other;
begin
  if abs(length(a) - length(b)) > 1 then return false; end if;
  while a <> '' and left(a, 1) = left(b, 1) loop a := substr(a, 2); b := substr(b, 2); end loop;
  while a <> '' and right(a, 1) = right(b, 1) loop a := left(a, -1); b := left(b, -1); end loop;
  return length(a) <= 1 and length(b) <= 1 or length(a) = 2 and reverse(a) = b;
end $$;

-- Does an address that was told, with this postcode in it, tell of another number of it?
create function lintel.other_number(in_words text, in_postcode text, in_numbers text[]) returns boolean
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select count(*) > 0 and in_numbers <> '{}' and not coalesce(bool_or(w = any (in_numbers)), false)
  from regexp_split_to_table(replace(in_words, in_postcode, ''), ' ') w where w ~ '^[0-9]{1,4}[a-z]?$' $$;

-- All that was told, in one text.
create function lintel.all_told(d disclosure) returns text language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select d.person_name || e'\n' || d.address || e'\n' || d.verbatim || e'\n' || d.contact_value || e'\n'
    || d.contact_times || e'\n' || d.contact_do_not || e'\n' || d.who_can_hear || e'\n' || d.danger_response
    || e'\n' || d.children_details
    || e'\n' || d.access_needs || e'\n' || d.views_on_sharing || e'\n' || d.promised || e'\n' || d.alleged_name
    || e'\n' || d.informant_name || e'\n' || d.informant_contact || e'\n' || d.children_told::text
    || e'\n' || d.route_details::text $$;

-- Whom it is kept from because what it tells may be of somebody, or of a home, with which they are in conflict: which
-- conflict (of a case, or of what else was told), and by what. Who that shuts out stands in blocked_staff.
alter table disclosure add matched jsonb not null default '[]' check (jsonb_typeof(matched) = 'array');
create index disclosure_matched on disclosure using gin (matched jsonb_path_ops) where matched <> '[]';
create index disclosure_in_conflict on disclosure (organisation_id, id) where case_id is null and conflicts <> '[]';
create index case_conflict_live on case_conflict (organisation_id, case_id) where ended_at is null;

-- By what it may be found again when a conflict is recorded later: every word, number and e-mail address, in one row.
create table disclosure_told (
  organisation_id uuid not null,
  disclosure_id uuid not null,
  tokens text[] not null,
  primary key (organisation_id, disclosure_id),
  foreign key (organisation_id, disclosure_id) references disclosure
);
create index disclosure_told_tokens on disclosure_told using gin (tokens);
call lintel.protect('disclosure_told', 'false');
create policy definer on disclosure_told to lintel_definer using (true) with check (true);
grant select, insert, delete on disclosure_told to lintel_definer;
grant update (matched, blocked_staff) on disclosure to lintel_definer;
create policy definer on safe_contact for select to lintel_definer using (true);
create policy definer on agreed_way for select to lintel_definer using (true);
grant select on safe_contact, agreed_way to lintel_definer;
create policy definer_tells on event for insert to lintel_definer with check (true);
grant insert on event to lintel_definer;

-- A conflict is of a case, or of what was told and is in no case yet.
create function lintel.conflict_sources(in_organisation uuid) returns setof uuid language sql stable
  set search_path = public, pg_temp as $$
  select distinct k.case_id from case_conflict k where k.organisation_id = in_organisation and k.ended_at is null
  union all
  select d.id from disclosure d
    where d.organisation_id = in_organisation and d.case_id is null and d.conflicts <> '[]' $$;

create function lintel.conflicted_staff(in_organisation uuid, in_source uuid) returns setof uuid language sql stable
  set search_path = public, pg_temp as $$
  select k.staff_id from case_conflict k
    where k.organisation_id = in_organisation and k.case_id = in_source and k.ended_at is null
  union
  select (told ->> 'staffId')::uuid from disclosure d cross join jsonb_array_elements(d.conflicts) told
    where d.organisation_id = in_organisation and d.id = in_source and d.case_id is null $$;

create function lintel.conflicted_people(in_organisation uuid, in_source uuid) returns uuid[] language sql stable
  set search_path = public, pg_temp as $$
  select lintel.kin(in_organisation, lintel.people_kept(in_organisation, in_source) || array(
    select d.person_id from disclosure d
      where d.organisation_id = in_organisation and d.id = in_source and d.person_id is not null)) $$;

-- The homes that a conflict keeps from a colleague, as `kept_from_of` has them (0038).
create function lintel.conflicted_homes(in_organisation uuid, in_source uuid, in_people uuid[]) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  with own (id) as (
    select c.property_id from case_file c where c.organisation_id = in_organisation
      and (c.id = in_source or c.person_id = any (in_people))
    union
    select t.property_id from case_file c
      join tenancy t on t.organisation_id = c.organisation_id and t.id = c.tenancy_id
      where c.organisation_id = in_organisation and (c.id = in_source or c.person_id = any (in_people))
    union
    select d.property_id from disclosure d where d.organisation_id = in_organisation and d.id = in_source
    union
    select r.property_id from resident r where r.organisation_id = in_organisation and r.person_id = any (in_people)
      and r.to_date is null
    union
    select t.property_id from tenant n
      join tenancy t on t.organisation_id = n.organisation_id and t.id = n.tenancy_id and t.ended_on is null
      where n.organisation_id = in_organisation and n.person_id = any (in_people) and n.to_date is null)
  select coalesce(array_agg(distinct id), '{}') from (
    select id from own where id is not null
    union
    select s.id from own o join property h on h.organisation_id = in_organisation and h.id = o.id
      join property s on s.organisation_id = h.organisation_id and (s.uprn = h.uprn or s.same_home = h.same_home)) h $$;

-- All by which whoever is behind a conflict could be told of.
create function lintel.conflict_facts(in_organisation uuid, in_source uuid)
returns table (kind text, value text, number text, flat text)
language plpgsql stable set search_path = public, pg_temp as $$
declare
  people uuid[] := lintel.conflicted_people(in_organisation, in_source);
  homes uuid[] := lintel.conflicted_homes(in_organisation, in_source, people);
  cases uuid[] := array(select c.id from case_file c where c.organisation_id = in_organisation
    and (c.id = in_source or c.person_id = any (people)));
  -- How to reach her, as it was agreed or told; whoever told in their work is somebody else's colleague.
  reach text := (select string_agg(says, e'\n') from (
    select s.value || e'\n' || s.contact_person_value as says from safe_contact s
      where s.organisation_id = in_organisation and s.case_id = any (cases)
    union all
    select w.value from agreed_way w where w.organisation_id = in_organisation and w.case_id = any (cases)
    union all
    select d.contact_value || e'\n' || coalesce(d.route_details ->> 'call_back', '') || e'\n' || d.informant_contact
      from disclosure d where d.organisation_id = in_organisation and (d.case_id = any (cases) or d.id = in_source)
        and d.told_by in ('person', 'friend_family', 'neighbour')) r);
begin
  return query
  select 'name', p.given_name || ' ' || p.family_name, null, null from person p
    where p.organisation_id = in_organisation and p.id = any (people)
  union
  select 'name', k, null, null from person p cross join unnest(p.also_known_as) k
    where p.organisation_id = in_organisation and p.id = any (people)
  union
  select 'name', c.described_as, null, null from case_file c where c.organisation_id = in_organisation
    and c.id = in_source and c.described_as not in ('', 'Name not known yet')
  union
  select 'name', q.described_as, null, null from case_person q where q.organisation_id = in_organisation
    and q.case_id = in_source and q.ended_at is null and q.person_id is null
    and q.part in ('at_risk', 'child_victim', 'household_member')
    and q.described_as <> 'A child whose name is not known'
  union
  select 'name', d.person_name, null, null from disclosure d
    where d.organisation_id = in_organisation and d.id = in_source and d.person_name <> ''
  union
  -- Whoever is said to have done it stays on the register, and is a sign that it is about the same people.
  select 'alleged', coalesce(p.given_name || ' ' || p.family_name, q.described_as), null, null from case_person q
    left join person p on p.organisation_id = q.organisation_id and p.id = q.person_id
    where q.organisation_id = in_organisation and q.case_id = in_source and q.ended_at is null
      and q.part = 'alleged_perpetrator'
  union
  select 'alleged', d.alleged_name, null, null from disclosure d
    where d.organisation_id = in_organisation and d.id = in_source and d.alleged_name <> ''
  union
  select 'number', n, null, null from person p cross join unnest(p.phones) f cross join lintel.numbers_in(f) n
    where p.organisation_id = in_organisation and p.id = any (people)
  union
  select 'number', n, null, null from lintel.numbers_in(reach) n
  union
  select 'email', lower(e), null, null from person p cross join unnest(p.emails) e
    where p.organisation_id = in_organisation and p.id = any (people)
  union
  select 'email', e, null, null from lintel.emails_in(reach) e
  union
  select 'home', h::text, null, null from unnest(homes) h
  union
  select 'uprn', ltrim(h.uprn, '0'), null, null from property h
    where h.organisation_id = in_organisation and h.id = any (homes) and h.uprn is not null
  union
  select 'place', a.street, a.number, a.flat from property h cross join lintel.home_places(h.address_lines) a
    where h.organisation_id = in_organisation and h.id = any (homes)
  union
  select 'postcode', lower(replace(h.postcode, ' ', '')), array_to_string(array(
      select a.number from lintel.home_places(h.address_lines) a where a.number is not null
      union select a.flat from lintel.home_places(h.address_lines) a where a.flat is not null), ' '), null
    from property h where h.organisation_id = in_organisation and h.id = any (homes)
      and replace(h.postcode, ' ', '') ~* '^[a-z]{1,2}[0-9][0-9a-z]?[0-9][a-z]{2}$'
  union
  -- A home that is not on the register, as it was told.
  select 'place', a.street, a.number, a.flat from disclosure d
    cross join lintel.home_places(array[d.address]) a
    where d.organisation_id = in_organisation and (d.case_id = any (cases) or d.id = in_source) and d.address <> '';
end $$;

-- What was told, as it is compared.
create type lintel.told_as as (
  id uuid, property_id text, address text, words text, digits text, emails text[], named text[], named_joined text[],
  alleged text[], alleged_joined text[]);

create function lintel.told_as_compared(d disclosure) returns lintel.told_as language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select (d.id, d.property_id::text, lintel.told_words(d.address), lintel.told_words(told), lintel.told_digits(told),
    array(select lintel.emails_in(told)), lintel.name_parts(d.person_name, false),
    lintel.name_parts(d.person_name, true), lintel.name_parts(d.alleged_name, false),
    lintel.name_parts(d.alleged_name, true))::lintel.told_as
  from lintel.all_told(d) told $$;

create function lintel.telling(
  t lintel.told_as, kind text, value text, number text, flat text, parts text[], joined text[]
) returns boolean language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
begin
  return case kind
    when 'name' then lintel.same_parts(t.named, parts) or lintel.same_parts(t.named_joined, joined)
      or lintel.says_name(t.words, parts)
    when 'alleged' then lintel.same_parts(t.alleged, parts) or lintel.same_parts(t.alleged_joined, joined)
    when 'number' then strpos(t.digits, value) > 0
    when 'email' then value = any (t.emails)
    when 'home' then t.property_id = value
    when 'uprn' then t.words ~ (' 0*' || value || ' ')
    when 'place' then lintel.tells_place(t.address, value, number, flat)
      or lintel.tells_place(t.words, value, number, flat)
      -- As a hurried hand writes it: the number is right, the street nearly.
      or number is not null and lintel.one_letter_off(value, btrim(substring(t.address
        from ' ' || number || ' ((?:[^ ]+ ){' || cardinality(regexp_split_to_array(value, ' ')) || '})')))
    when 'postcode' then strpos(t.words, ' ' || value || ' ') > 0
      and not (strpos(t.address, ' ' || value || ' ') > 0
        and lintel.other_number(t.address, value, coalesce(regexp_split_to_array(nullif(number, ''), ' '), '{}')))
    else false end;
end $$;

-- Which of these tell of whom, by what.
create function lintel.matches_of(in_organisation uuid, in_sources uuid[], in_told uuid[])
returns table (disclosure_id uuid, source uuid, by_what text[]) language sql stable
set search_path = public, pg_temp as $$
  with facts as materialized (
    select s as source, f.*,
      case when f.kind in ('name', 'alleged') then lintel.name_parts(f.value, false) end as parts,
      case when f.kind in ('name', 'alleged') then lintel.name_parts(f.value, true) end as joined
    from unnest(in_sources) s cross join lintel.conflict_facts(in_organisation, s) f),
  told as materialized (
    select lintel.told_as_compared(d) as t from disclosure d
    where d.organisation_id = in_organisation and d.id = any (in_told) and d.case_id is null)
  select (told.t).id, f.source, array_agg(distinct f.kind order by f.kind) from told
    join facts f on f.source <> (told.t).id
      and lintel.telling(told.t, f.kind, f.value, f.number, f.flat, f.parts, f.joined)
  group by (told.t).id, f.source $$;

create function lintel.matched_staff(in_matched jsonb) returns uuid[] language sql immutable parallel safe
  as $$ select array(select distinct (e ->> 'staffId')::uuid from jsonb_array_elements(in_matched) e order by 1) $$;

-- Of those whom a match would shut out, whom it does: all of them, unless nobody of the team were left who reads it.
-- Then the managers among them read it; where there is none, the team. Nobody is left waiting because each is in doubt.
create function lintel.shut_by_match(in_organisation uuid, in_base uuid[], in_matched uuid[]) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  with team as (
    select s.id, 'da_manager' = any (s.roles) as manages from staff s
    where s.organisation_id = in_organisation and s.ended_at is null and s.roles && '{da_manager,da_worker}'
      and not s.id = any (in_base))
  select case
    when not exists (select from team) or exists (select from team where not id = any (in_matched)) then in_matched
    when exists (select from team where manages)
      then array(select m from unnest(in_matched) m where not exists (select from team where id = m and manages))
    else array(select m from unnest(in_matched) m where not exists (select from team where id = m)) end $$;

-- Keeps one disclosure from those whom its matches shut out, beside those who are kept from it anyway.
create function lintel.shut_told(d disclosure, in_matched jsonb, in_linked uuid[]) returns uuid[] language sql stable
  set search_path = public, pg_temp as $$
  with base as (select array(
    select b from unnest(d.blocked_staff) b where not b = any (lintel.matched_staff(d.matched))
    union select (told ->> 'staffId')::uuid from jsonb_array_elements(d.conflicts) told
    union select unnest(in_linked)) as staff)
  select array(select unnest(base.staff)
    union select unnest(lintel.shut_by_match(d.organisation_id, base.staff, lintel.matched_staff(in_matched)))
    order by 1) from base $$;

create function lintel.linked_staff(d disclosure) returns uuid[] language sql stable
  set search_path = public, pg_temp as $$
  select case when d.person_id is null then '{}'
    else lintel.in_conflict_with(d.organisation_id, lintel.kin(d.organisation_id, array[d.person_id])) end $$;

-- Looks anew at whether these tell of anybody behind these conflicts. Who was kept from it, or is no more, is written
-- into the record, with whoever's doing it was; what an import changes, the record of the import tells.
create function lintel.keep_told_apart(in_organisation uuid, in_sources uuid[], in_told uuid[], in_at timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  matches jsonb;
  one disclosure;
  anew jsonb;
  shut uuid[];
begin
  if coalesce(cardinality(in_sources), 0) = 0 or coalesce(cardinality(in_told), 0) = 0 then return; end if;
  -- A conflict and what is told at the same moment: the second waits, and sees what the first wrote.
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || in_organisation, 0));
  select coalesce(jsonb_agg(jsonb_build_object(
      'told', m.disclosure_id, 'staffId', s, 'source', m.source, 'by', m.by_what)), '[]') into matches
    from lintel.matches_of(in_organisation, in_sources, in_told) m
    cross join lintel.conflicted_staff(in_organisation, m.source) s;
  for one in select d.* from disclosure d where d.organisation_id = in_organisation and d.id = any (in_told)
    and d.case_id is null and (d.matched <> '[]' or matches @> jsonb_build_array(jsonb_build_object('told', d.id)))
    order by d.id for update
  loop
    select coalesce(jsonb_agg(e order by e), '[]') into anew from (
      select e from jsonb_array_elements(one.matched) e where not (e ->> 'source')::uuid = any (in_sources)
      union
      select e - 'told' from jsonb_array_elements(matches) e where (e ->> 'told')::uuid = one.id) u;
    continue when anew = one.matched;
    shut := lintel.shut_told(one, anew, lintel.linked_staff(one));
    update disclosure set matched = anew, blocked_staff = shut
      where organisation_id = in_organisation and id = one.id;
    insert into event (organisation_id, id, at, name, staff_id, subject_id, data)
      select in_organisation, gen_random_uuid(), in_at,
        case when s = any (shut) then 'disclosure.kept-apart' else 'disclosure.opened-again' end, lintel.staff(),
        one.id, jsonb_build_object('staffId', s)
      from unnest(lintel.matched_staff(one.matched) || lintel.matched_staff(anew)) s
      where in_at is not null and (s = any (shut)) <> (s = any (one.blocked_staff)) group by s;
    -- Everybody of the team is in doubt: those who look after data are told that it is read by them all the same.
    insert into notification (organisation_id, id, staff_id, at, kind)
      select in_organisation, gen_random_uuid(), s.id, in_at, 'read_in_doubt' from staff s
      where in_at is not null and s.organisation_id = in_organisation and s.ended_at is null
        and 'data_protection_officer' = any (s.roles) and not s.id = any (shut)
        and not shut @> lintel.matched_staff(anew) and lintel.matched_staff(anew) <> lintel.matched_staff(one.matched);
  end loop;
end $$;

-- Which of what waits or was handed over may tell of those behind these conflicts: everything that waits, what was kept
-- apart for them, and by index whatever has a name, a number, a street or a postcode of theirs in it.
create function lintel.may_tell_of(in_organisation uuid, in_sources uuid[]) returns uuid[] language plpgsql stable
set search_path = public, pg_temp as $$
begin
  return array(
    with facts as materialized (
      select distinct f.* from unnest(in_sources) s cross join lintel.conflict_facts(in_organisation, s) f),
    probes as (
      select array['#' || value] as words from facts where kind = 'number'
      union select array[value] from facts where kind in ('email', 'uprn', 'postcode')
      union select regexp_split_to_array(value, ' ') from facts where kind = 'place'
      union select lintel.name_parts(value, false) from facts where kind in ('name', 'alleged'))
    select d.id from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
    union
    select d.id from unnest(in_sources) s join disclosure d on d.organisation_id = in_organisation
      and d.matched <> '[]' and d.matched @> jsonb_build_array(jsonb_build_object('source', s))
    union
    select t.disclosure_id from probes p join disclosure_told t on t.organisation_id = in_organisation
      and p.words <> '{}' and t.tokens @> p.words
    union
    select w.disclosure_id from facts f cross join unnest(lintel.name_parts(f.value, true)) n
      join disclosure_word w on w.organisation_id = in_organisation
        and w.word >= left(n, 3) and w.word < left(n, 3) || U&'\+10FFFF'
      where f.kind = 'name' and length(n) > 2
    union
    select d.id from facts f join disclosure d on d.organisation_id = in_organisation
      and d.property_id = f.value::uuid where f.kind = 'home');
end $$;

create function lintel.conflicts_changed(in_organisation uuid, in_sources uuid[], in_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(cardinality(in_sources), 0) = 0 then return; end if;
  perform lintel.keep_told_apart(in_organisation, in_sources, lintel.may_tell_of(in_organisation, in_sources), in_at);
end $$;

-- The conflicts that concern these people or these homes.
create function lintel.sources_about(in_organisation uuid, in_people uuid[], in_homes uuid[]) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return array(select s from lintel.conflict_sources(in_organisation) s
    where lintel.conflicted_people(in_organisation, s) && in_people
      or in_homes <> '{}' and in_homes && lintel.conflicted_homes(in_organisation, s,
        lintel.conflicted_people(in_organisation, s)));
end $$;

-- Told: by what it is found, and whom it is kept from, before anybody is told of it.
create or replace function lintel.disclosure_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into disclosure_told (organisation_id, disclosure_id, tokens)
      select new.organisation_id, new.id, array(
        select w from regexp_split_to_table(left(lintel.told_words(lintel.all_told(new)), 60000), ' ') w where w <> ''
        union select '#' || n from lintel.numbers_in(lintel.all_told(new)) n
        union select e from lintel.emails_in(lintel.all_told(new)) e);
  end if;
  perform lintel.carry_conflicts(new.organisation_id, array_remove(
    array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null), new.recorded_at);
  if new.case_id is null then
    perform lintel.keep_told_apart(new.organisation_id, array(select lintel.conflict_sources(new.organisation_id)),
      array[new.id], new.recorded_at);
  end if;
  -- What it says of a colleague counts for whatever else tells of the same people.
  if new.conflicts <> '[]' then
    perform lintel.conflicts_changed(new.organisation_id, array[new.id], new.recorded_at);
  end if;
  return null;
end $$;

create or replace function lintel.conflict_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.carry_conflicts(new.organisation_id, lintel.people_kept(new.organisation_id, new.case_id),
    coalesce(new.ended_at, new.recorded_at));
  perform lintel.conflicts_changed(new.organisation_id, array[new.case_id], coalesce(new.ended_at, new.recorded_at));
  return null;
end $$;

create or replace function lintel.case_person_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if exists (select from case_conflict k where k.organisation_id = new.organisation_id and k.case_id = new.case_id
    and k.ended_at is null)
  then
    perform lintel.carry_conflicts(new.organisation_id, array_remove(
      array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null),
      coalesce(new.ended_at, new.added_at));
    perform lintel.conflicts_changed(new.organisation_id, array[new.case_id], coalesce(new.ended_at, new.added_at));
  end if;
  return null;
end $$;

create or replace function lintel.match_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.carry_conflicts(new.organisation_id, array[new.person_id, new.other_id],
    coalesce(new.decided_at, new.found_at));
  perform lintel.conflicts_changed(new.organisation_id,
    lintel.sources_about(new.organisation_id, array[new.person_id, new.other_id], '{}'),
    coalesce(new.decided_at, new.found_at));
  return null;
end $$;

-- A case whose person or home becomes known, or another case of theirs, tells more of those behind a conflict.
create function lintel.case_tells_more() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.conflicts_changed(new.organisation_id, array(
    select new.id where exists (select from case_conflict k where k.organisation_id = new.organisation_id
      and k.case_id = new.id and k.ended_at is null)
    union select unnest(lintel.sources_about(new.organisation_id, array_remove(
      array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null), '{}'))), null);
  return null;
end $$;
create trigger case_tells_more after update of person_id, property_id, tenancy_id, described_as on case_file
  for each row when ((new.person_id, new.property_id, new.tenancy_id, new.described_as)
    is distinct from (old.person_id, old.property_id, old.tenancy_id, old.described_as))
  execute function lintel.case_tells_more();

-- A way to reach her, agreed now.
create function lintel.way_tells_more() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.conflicts_changed(new.organisation_id, array(
    select k.case_id from case_conflict k
      where k.organisation_id = new.organisation_id and k.case_id = new.case_id and k.ended_at is null
    union select unnest(lintel.sources_about(c.organisation_id, array[c.person_id], '{}')) from case_file c
      where c.organisation_id = new.organisation_id and c.id = new.case_id and c.person_id is not null
        and c.blocked_staff <> '{}'), new.recorded_at);
  return null;
end $$;
create trigger way_tells_more after insert on safe_contact
  for each row execute function lintel.way_tells_more();
create trigger way_tells_more after insert on agreed_way
  for each row execute function lintel.way_tells_more();

-- What the register learns, by whatever way: a statement of an import is looked at once.
create function lintel.register_tells_more() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  changed record;
begin
  for changed in execute case tg_table_name
    when 'person' then 'select n.organisation_id, array_agg(n.id) as people, ''{}''::uuid[] as homes from new_rows n
      join old_rows o on o.organisation_id = n.organisation_id and o.id = n.id
      where (n.given_name, n.family_name, n.also_known_as, n.phones, n.emails)
        is distinct from (o.given_name, o.family_name, o.also_known_as, o.phones, o.emails) group by 1'
    when 'property' then 'select n.organisation_id, ''{}''::uuid[] as people, array_agg(n.id) as homes from new_rows n
      join old_rows o on o.organisation_id = n.organisation_id and o.id = n.id
      where (n.address_lines, n.postcode, n.uprn) is distinct from (o.address_lines, o.postcode, o.uprn) group by 1'
    when 'tenancy' then 'select n.organisation_id, array_agg(t.person_id) as people, ''{}''::uuid[] as homes
      from new_rows n join public.tenant t on t.organisation_id = n.organisation_id and t.tenancy_id = n.id group by 1'
    else 'select n.organisation_id, array_agg(n.person_id) as people, ''{}''::uuid[] as homes from new_rows n
      group by 1'
    end
  loop
    continue when not exists (select lintel.conflict_sources(changed.organisation_id));
    perform lintel.conflicts_changed(changed.organisation_id,
      lintel.sources_about(changed.organisation_id, changed.people, changed.homes), null);
  end loop;
  return null;
end $$;
create trigger register_tells_more after update on person referencing old table as old_rows new table as new_rows
  for each statement execute function lintel.register_tells_more();
create trigger register_tells_more after update on property referencing old table as old_rows new table as new_rows
  for each statement execute function lintel.register_tells_more();
create trigger register_tells_more after update on tenancy referencing new table as new_rows
  for each statement execute function lintel.register_tells_more();
create trigger tenant_tells_more after insert on tenant referencing new table as new_rows
  for each statement execute function lintel.register_tells_more();
create trigger tenant_tells_anew after update on tenant referencing new table as new_rows
  for each statement execute function lintel.register_tells_more();
create trigger resident_tells_more after insert on resident referencing new table as new_rows
  for each statement execute function lintel.register_tells_more();
create trigger resident_tells_anew after update on resident referencing new table as new_rows
  for each statement execute function lintel.register_tells_more();

-- Who is on the team says whether anybody is left who reads what waits.
create function lintel.team_changed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update disclosure d set blocked_staff = w.shut from (
      select f.id, lintel.shut_told(f, f.matched, lintel.linked_staff(f)) as shut from disclosure f
      where f.organisation_id = new.organisation_id and f.case_id is null and f.matched <> '[]' for update) w
    where d.organisation_id = new.organisation_id and d.id = w.id and d.blocked_staff <> w.shut;
  return null;
end $$;
create trigger joined_team after insert on staff for each row
  when (new.roles && '{da_manager,da_worker}') execute function lintel.team_changed();
create trigger changed_team after update of roles, ended_at on staff for each row
  when (new.roles <> old.roles or new.ended_at is distinct from old.ended_at)
  execute function lintel.team_changed();

-- As it was (0038), and: what is kept apart by what it tells stays so beside what a link says.
create or replace function lintel.carry_conflicts(in_organisation uuid, in_people uuid[], in_at timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
  people uuid[];
  shut uuid[];
  left_case record;
begin
  if coalesce(array_length(in_people, 1), 0) = 0 then return; end if;
  -- A conflict and a new case about one person at the same moment: the second waits, and sees what the first wrote.
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || in_organisation, 0));
  foreach one in array in_people loop
    people := lintel.kin(in_organisation, array[one]);
    shut := lintel.in_conflict_with(in_organisation, people);
    for left_case in
      update case_file c set blocked_staff = w.staff,
          lead_id = case when w.lead_id = any (w.staff) then null else w.lead_id end
        from (select f.id, f.lead_id, array(
            select k.staff_id from case_conflict k
              where k.organisation_id = f.organisation_id and k.case_id = f.id and k.ended_at is null
            union select unnest(shut) order by 1) as staff
          from case_file f where f.organisation_id = in_organisation and f.person_id = any (people)
          order by f.id for update) w
        where c.organisation_id = in_organisation and c.id = w.id and c.blocked_staff is distinct from w.staff
        returning c.id, c.blocked_staff, c.granted_staff, c.granted_roles, w.lead_id is distinct from c.lead_id as led
    loop
      continue when not left_case.led;
      insert into notification (organisation_id, id, staff_id, at, kind, case_id)
        select s.organisation_id, gen_random_uuid(), s.id, in_at, 'lead_needed', left_case.id from staff s
        where s.organisation_id = in_organisation and s.ended_at is null and 'da_manager' = any (s.roles)
          and not s.id = any (left_case.blocked_staff)
          and (s.id = any (left_case.granted_staff) or s.roles && left_case.granted_roles);
    end loop;
    update disclosure d set blocked_staff = w.staff
      from (select f.id, array(
          select b.staff from (select (told ->> 'staffId')::uuid as staff from jsonb_array_elements(f.conflicts) told
            union select unnest(shut)) b
          union select unnest(lintel.shut_by_match(f.organisation_id, shut || array(
            select (told ->> 'staffId')::uuid from jsonb_array_elements(f.conflicts) told),
            lintel.matched_staff(f.matched))) order by 1) as staff
        from disclosure f where f.organisation_id = in_organisation and f.person_id = any (people)
          and f.case_id is null order by f.id for update) w
      where d.organisation_id = in_organisation and d.id = w.id and d.blocked_staff is distinct from w.staff;
  end loop;
end $$;

-- Whoever triages takes the same turn before the row: no two wait for each other.
create function lintel.takes_turn() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || lintel.organisation(), 0));
  return null;
end $$;
create trigger takes_turn before update of triaged_at, case_id, person_id on disclosure
  for each statement execute function lintel.takes_turn();

do $$
declare
  each_one text;
begin
  for each_one in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'lintel'::regnamespace
    and p.proname in (
      'told_words', 'told_digits', 'numbers_in', 'emails_in', 'name_parts', 'within_name', 'same_parts', 'same_name',
      'says_name', 'home_places', 'tells_place', 'one_letter_off', 'other_number', 'all_told', 'conflict_sources',
      'conflicted_staff', 'conflicted_people', 'conflicted_homes', 'conflict_facts', 'told_as_compared', 'telling',
      'matches_of', 'matched_staff', 'shut_by_match', 'shut_told', 'linked_staff', 'keep_told_apart', 'may_tell_of',
      'conflicts_changed', 'sources_about', 'case_tells_more', 'way_tells_more', 'register_tells_more',
      'team_changed', 'takes_turn')
  loop
    execute 'alter function ' || each_one || ' owner to lintel_definer';
    execute 'revoke all on function ' || each_one || ' from public';
  end loop;
end $$;

-- Whether what was told gives a number or an address of the person of a case is asked by triage too.
grant execute on function lintel.told_digits, lintel.numbers_in, lintel.emails_in to lintel_app;

-- What waits or was handed over until now.
alter table disclosure no force row level security;
alter table disclosure_told no force row level security;
insert into disclosure_told (organisation_id, disclosure_id, tokens)
  select d.organisation_id, d.id, array(
    select w from regexp_split_to_table(left(lintel.told_words(lintel.all_told(d)), 60000), ' ') w where w <> ''
    union select '#' || n from lintel.numbers_in(lintel.all_told(d)) n
    union select e from lintel.emails_in(lintel.all_told(d)) e)
  from disclosure d;
create function lintel.keep_all_apart() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  landlord uuid;
begin
  for landlord in select organisation_id from organisation loop
    perform lintel.keep_told_apart(landlord, array(select lintel.conflict_sources(landlord)),
      array(select d.id from disclosure d where d.organisation_id = landlord and d.case_id is null), null);
  end loop;
end $$;
alter function lintel.keep_all_apart owner to lintel_definer;
select lintel.keep_all_apart();
drop function lintel.keep_all_apart;
alter table disclosure force row level security;
alter table disclosure_told force row level security;
