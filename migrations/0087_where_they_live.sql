-- Where the person of a case lives, each time that somebody wrote it down: chosen from the register, an address outside
-- it, or that it is not known or they would rather not say. A row is never changed: a move is a new one, and so is the
-- correction of one that was entered in error. What is true now stands on the case's own row as well.
create table case_home (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('register', 'elsewhere', 'not_known', 'rather_not')),
  property_id uuid,
  tenancy_id uuid,
  -- outside the register; behind the wall of the case, and in no event and no entry
  address text not null default '',
  -- since when, where that was said
  since date,
  -- from whom it is known; 'opened': it was known when the case was opened
  source text not null,
  change text not null check (change in ('opened', 'learnt', 'moved', 'wrong')),
  why text not null default '',
  -- another home than before stands on record from now on: what was agreed of addresses is to be asked again
  moves boolean not null,
  corrects_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, property_id) references property,
  foreign key (organisation_id, tenancy_id) references tenancy,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, corrects_id) references case_home,
  check ((kind = 'register') = (property_id is not null)),
  check ((kind = 'elsewhere') = (address <> '')),
  check ((change = 'wrong') = (corrects_id is not null)),
  check (change <> 'wrong' or why <> '')
);
create unique index case_home_number on case_home (organisation_id, case_id, number desc);
create index case_home_property on case_home (organisation_id, property_id) where property_id is not null;
create index case_home_tenancy on case_home (organisation_id, tenancy_id) where tenancy_id is not null;
create index case_home_recorded_by on case_home (organisation_id, recorded_by);
create index case_home_corrects on case_home (organisation_id, corrects_id) where corrects_id is not null;
call lintel.protect_case_child('case_home');
-- A home that a conflict keeps from somebody is not written by them either: references look past every policy.
create policy kept_apart on case_home as restrictive for insert to lintel_app with check (
  organisation_id = lintel.organisation()
  and not coalesce(property_id = any ((select lintel.kept_from())::uuid[]), false));
create policy definer on case_home for select to lintel_definer using (true);
grant select, insert on case_home to lintel_app;
grant select on case_home to lintel_definer;

insert into case_home (organisation_id, id, case_id, number, kind, property_id, tenancy_id, source, change, moves,
    recorded_at, recorded_by)
  select organisation_id, gen_random_uuid(), id, 1, 'register', property_id, tenancy_id, 'record', 'opened', false,
    opened_at, opened_by from case_file where property_id is not null;

alter table case_file
  -- null: nobody has written it down yet
  add home_kind text check (home_kind in ('register', 'elsewhere', 'not_known', 'rather_not')),
  add home_elsewhere text not null default '',
  add home_moved_at timestamptz;
update case_file set home_kind = 'register' where property_id is not null;
grant update (home_kind, home_elsewhere, home_moved_at) on case_file to lintel_app;

-- A case is found by an address outside the register as by one on it (0078), behind its wall.
create or replace function lintel.keep_case_words() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from public.case_word where organisation_id = new.organisation_id and case_id = new.id;
  end if;
  insert into public.case_word (organisation_id, case_id, word)
    select new.organisation_id, new.id, w from lintel.words_of(left(new.described_as, 300)) w
    union select new.organisation_id, new.id, w from lintel.words_of(left(new.home_elsewhere, 300)) w
    union select new.organisation_id, new.id, r from lintel.reference_words(new.reference) r;
  return null;
end $$;
create trigger words_kept_of_home after update of home_elsewhere on case_file for each row
  when (new.home_elsewhere is distinct from old.home_elsewhere) execute function lintel.keep_case_words();

-- As it was (0038), and: every home of the case, not only the one where they live now.
create or replace function lintel.kept_from_of(in_organisation uuid, in_staff uuid) returns uuid[] language plpgsql
  stable security definer set search_path = public, pg_temp as $$
declare
  cases uuid[] := array(select k.case_id from case_conflict k
    where k.organisation_id = in_organisation and k.staff_id = in_staff and k.ended_at is null);
  told uuid[] := array(select d.id from disclosure d where d.organisation_id = in_organisation
    and d.blocked_staff <> '{}' and d.blocked_staff @> array[in_staff] and d.case_id is null);
  people uuid[];
  homes uuid[];
begin
  if cases = '{}' and told = '{}' then return '{}'; end if;
  people := lintel.kin(in_organisation, array(
    select c.person_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)
    union
    select q.person_id from case_person q where q.organisation_id = in_organisation and q.case_id = any (cases)
      and q.ended_at is null and q.part <> 'alleged_perpetrator'
    union
    select d.person_id from disclosure d where d.organisation_id = in_organisation and d.id = any (told)));
  -- The homes of the case, and where they live now: the address that nobody may learn is the new one.
  homes := array(
    select c.property_id from case_file c where c.organisation_id = in_organisation
      and (c.id = any (cases) or c.person_id = any (people))
    union
    select h.property_id from case_file c
      join case_home h on h.organisation_id = c.organisation_id and h.case_id = c.id and h.property_id is not null
        and not exists (select from case_home w where w.organisation_id = h.organisation_id and w.corrects_id = h.id)
      where c.organisation_id = in_organisation and (c.id = any (cases) or c.person_id = any (people))
    union
    select t.property_id from case_file c
      join tenancy t on t.organisation_id = c.organisation_id and t.id = c.tenancy_id
      where c.organisation_id = in_organisation and (c.id = any (cases) or c.person_id = any (people))
    union
    select d.property_id from disclosure d where d.organisation_id = in_organisation and d.id = any (told)
    union
    select r.property_id from resident r where r.organisation_id = in_organisation and r.person_id = any (people)
      and r.to_date is null
    union
    select t.property_id from tenant n
      join tenancy t on t.organisation_id = n.organisation_id and t.id = n.tenancy_id and t.ended_on is null
      where n.organisation_id = in_organisation and n.person_id = any (people) and n.to_date is null);
  -- Every record of the same home (0035).
  homes := array(
    select unnest(homes)
    union
    select s.id from property h
      join property s on s.organisation_id = h.organisation_id and (s.uprn = h.uprn or s.same_home = h.same_home)
      where h.organisation_id = in_organisation and h.id = any (homes));
  return array(
    select id from unnest(people || homes) id where id is not null
    union
    select t.id from tenancy t where t.organisation_id = in_organisation and t.property_id = any (homes));
end $$;

-- What is told is kept from whoever is in conflict with her by every home of the case too (0084).
create or replace function lintel.conflicted_homes(in_organisation uuid, in_source uuid, in_people uuid[]) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  with own (id) as (
    select c.property_id from case_file c where c.organisation_id = in_organisation
      and (c.id = in_source or c.person_id = any (in_people))
    union
    select h.property_id from case_file c
      join case_home h on h.organisation_id = c.organisation_id and h.case_id = c.id and h.property_id is not null
        and not exists (select from case_home w where w.organisation_id = h.organisation_id and w.corrects_id = h.id)
      where c.organisation_id = in_organisation and (c.id = in_source or c.person_id = any (in_people))
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

create or replace function lintel.conflict_facts(in_organisation uuid, in_source uuid)
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
    where d.organisation_id = in_organisation and (d.case_id = any (cases) or d.id = in_source) and d.address <> ''
  union
  -- Where she went, and where she lived, as it was written down.
  select 'place', a.street, a.number, a.flat from case_home h
    cross join lintel.home_places(array[h.address]) a
    where h.organisation_id = in_organisation and h.case_id = any (cases) and h.address <> ''
      and not exists (select from case_home w where w.organisation_id = h.organisation_id and w.corrects_id = h.id);
end $$;

create trigger case_tells_of_home after update of home_elsewhere on case_file
  for each row when (new.home_elsewhere is distinct from old.home_elsewhere) execute function lintel.case_tells_more();
