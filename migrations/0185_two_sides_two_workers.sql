-- The person of one case may be feared in another, or each in the other’s (domain §8): two cases, never one, and nobody
-- works on both. Whoever works on one, or led it, is shut out of the other by the same columns as a conflict, so that
-- every way in asks the one wall; no row says why. Nobody waits for it: what is told is triaged by whoever is there.
create function lintel.name_words(in_words text) returns text[] immutable strict language sql
set search_path = public, pg_temp as $$
  select array(select w from regexp_split_to_table(lower(public.unaccent('public.unaccent', in_words)), '[^[:alnum:]]+') w
    where length(w) > 1) $$;
create index case_person_feared_in_words on case_person using gin (lintel.name_words(described_as))
  where person_id is null and part = 'alleged_perpetrator' and ended_at is null;

-- The cases across: about whoever is feared in these, or in which their person is feared; by the register, or by each
-- word of a name.
create function lintel.cases_across(in_organisation uuid, in_cases uuid[]) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  own uuid[];
  them uuid[];
  names text[][];
  feared uuid[];
  said text[];
begin
  them := lintel.kin(in_organisation, array(select c.person_id from case_file c
    where c.organisation_id = in_organisation and c.id = any (in_cases)));
  own := array(select unnest(in_cases) union select c.id from case_file c
    where c.organisation_id = in_organisation and c.person_id = any (them));
  feared := lintel.kin(in_organisation, array(select q.person_id from case_person q
    where q.organisation_id = in_organisation and q.case_id = any (own) and q.part = 'alleged_perpetrator'
      and q.ended_at is null and q.person_id is not null));
  said := array(select q.described_as from case_person q
    where q.organisation_id = in_organisation and q.case_id = any (own) and q.part = 'alleged_perpetrator'
      and q.ended_at is null and q.person_id is null);
  return array(
    select q.case_id from case_person q where q.organisation_id = in_organisation and q.person_id = any (them)
      and q.part = 'alleged_perpetrator' and q.ended_at is null
    union
    select q.case_id from person p
      join case_person q on q.organisation_id = p.organisation_id and q.person_id is null
        and q.part = 'alleged_perpetrator' and q.ended_at is null
        and lintel.name_words(q.described_as) @> lintel.name_words(p.given_name || ' ' || p.family_name)
      where p.organisation_id = in_organisation and p.id = any (them) and p.given_name <> '' and p.family_name <> ''
    union
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (feared)
    union
    select c.id from unnest(said) s
      cross join lateral unnest(lintel.name_words(s)) w
      join search_token k on k.organisation_id = in_organisation and k.subject = 'person' and k.token = w
      join case_file c on c.organisation_id = in_organisation and c.person_id = k.subject_id
      join person p on p.organisation_id = in_organisation and p.id = c.person_id
        and p.given_name <> '' and p.family_name <> ''
        and lintel.name_words(s) @> lintel.name_words(p.given_name || ' ' || p.family_name)
    except select unnest(own));
end $$;

-- Whoever works on them, or led one.
create function lintel.hands_on(in_organisation uuid, in_cases uuid[]) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct s), '{}') from (
    select unnest(c.granted_staff || c.lead_id) as s from case_file c
      where c.organisation_id = in_organisation and c.id = any (in_cases)
    union all
    select a.staff_id from allocation a where a.organisation_id = in_organisation and a.case_id = any (in_cases)) h
  where s is not null $$;

-- Whom the other side keeps from a case: whoever works across, and whoever keeps a file of their own there. Whoever
-- works with the same person already stays: they would lose whom they trust. A manager is shut out only where another
-- could see the case.
create or replace function lintel.other_side_of(in_organisation uuid, in_case uuid) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  of_case case_file;
  cases uuid[];
  people uuid[];
  held uuid[];
begin
  select * into of_case from case_file c where c.organisation_id = in_organisation and c.id = in_case;
  if of_case.id is null then return '{}'; end if;
  held := lintel.hands_on(in_organisation, lintel.cases_across(in_organisation, array[in_case]));
  cases := array(select in_case union select c.id from case_file c where c.organisation_id = in_organisation
    and c.person_id = any (lintel.kin(in_organisation, lintel.people_kept(in_organisation, in_case))));
  if exists (select from own_file f where f.organisation_id = in_organisation) then
    people := lintel.kin(in_organisation, array(
      select c.person_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)
      union
      select q.person_id from case_person q where q.organisation_id = in_organisation and q.case_id = any (cases)
        and q.ended_at is null));
    held := held || array(select distinct h from own_file f, unnest(f.held_by) h
      where f.organisation_id = in_organisation and f.person_id is not null and (f.person_id = any (people)
        or exists (select from case_person q where q.organisation_id = in_organisation and q.case_id = any (cases)
          and q.person_id is null and q.part = 'alleged_perpetrator' and q.ended_at is null
          and lintel.names_them(q.described_as, f.name))));
  end if;
  if held = '{}' then return '{}'; end if;
  return array(
    select s.id from staff s where s.organisation_id = in_organisation and s.id = any (held)
      and not exists (select from case_file o where o.organisation_id = in_organisation and o.id = any (cases)
        and lintel.works_on(o, s.id))
      and (not 'da_manager' = any (s.roles) or exists (select from staff m where m.organisation_id = in_organisation
        and 'da_manager' = any (m.roles) and m.ended_at is null and m.enrolled_at is not null
        and not m.id = any (held) and not exists (select from case_conflict k
          where k.organisation_id = in_organisation and k.case_id = in_case and k.staff_id = m.id
            and k.ended_at is null)))
    order by 1);
end $$;

-- Which case of ours is that other one: for managers who may see both, and for jobs. Kept by triggers.
create table case_across (
  organisation_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  -- each names the person of the other as feared
  mutual boolean not null,
  found_at timestamptz not null,
  -- when neither named the other any more; null: one does
  ended_at timestamptz,
  -- since when one colleague leads both; null: nobody does
  one_worker_since timestamptz,
  primary key (organisation_id, one_id, other_id),
  foreign key (organisation_id, one_id) references case_file,
  foreign key (organisation_id, other_id) references case_file,
  check (one_id < other_id)
);
create index case_across_other on case_across (organisation_id, other_id);
call lintel.protect('case_across', $$'system' = any ((select lintel.roles())::text[])
  or 'da_manager' = any ((select lintel.roles())::text[]) and lintel.sees_case(organisation_id, one_id)
    and lintel.sees_case(organisation_id, other_id)$$);
create policy by_jobs on case_across as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any ((select lintel.roles())::text[]));
create policy definer on case_across to lintel_definer using (true) with check (true);
grant select, update (one_worker_since) on case_across to lintel_app;
grant select, insert, update on case_across to lintel_definer;

-- As whom a case names that person, where it does: by the register, or by each word of their name.
create function lintel.feared_as(in_organisation uuid, in_case uuid, in_person uuid) returns uuid
language sql stable set search_path = public, pg_temp as $$
  select q.id from case_person q
    left join person p on p.organisation_id = in_organisation and p.id = in_person
    where q.organisation_id = in_organisation and q.case_id = in_case and q.part = 'alleged_perpetrator'
      and q.ended_at is null and (q.person_id = any (lintel.kin(in_organisation, array[in_person]))
        or q.person_id is null and p.given_name <> '' and p.family_name <> ''
          and lintel.name_words(q.described_as) @> lintel.name_words(p.given_name || ' ' || p.family_name))
    order by q.added_at, q.id limit 1 $$;

create function lintel.note_across(in_organisation uuid, in_cases uuid[], in_at timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  one uuid;
  across uuid[];
begin
  foreach one in array in_cases loop
    across := lintel.cases_across(in_organisation, array[one]);
    update case_across x set ended_at = in_at, mutual = false
      where x.organisation_id = in_organisation and x.ended_at is null
        and (x.one_id = one and not x.other_id = any (across) or x.other_id = one and not x.one_id = any (across));
    insert into case_across (organisation_id, one_id, other_id, mutual, found_at)
      select in_organisation, least(c.id, o.id), greatest(c.id, o.id),
        lintel.feared_as(in_organisation, c.id, o.person_id) is not null
          and lintel.feared_as(in_organisation, o.id, c.person_id) is not null, in_at
      from case_file c, case_file o where c.organisation_id = in_organisation and c.id = one
        and o.organisation_id = in_organisation and o.id = any (across)
      on conflict (organisation_id, one_id, other_id) do update set mutual = excluded.mutual, ended_at = null
        where case_across.mutual <> excluded.mutual or case_across.ended_at is not null;
  end loop;
end $$;

-- Whoever comes to work on a case is shut out of those across, and the other way round.
create function lintel.cases_meet() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare across uuid[] := lintel.cases_across(new.organisation_id, array[new.id]);
begin
  if across <> '{}' then
    perform lintel.keep_sides_apart(new.organisation_id, across || new.id);
    perform lintel.note_across(new.organisation_id, array[new.id], new.opened_at);
  end if;
  return null;
end $$;
create trigger sides_apart_of_new after insert on case_file for each row
  when (new.person_id is not null) execute function lintel.cases_meet();
create trigger sides_apart after update of person_id, lead_id, granted_staff on case_file for each row
  when ((new.person_id, new.lead_id, new.granted_staff) is distinct from
    (old.person_id, old.lead_id, old.granted_staff)) execute function lintel.cases_meet();

create function lintel.feared_meet() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare across uuid[] := lintel.cases_across(new.organisation_id, array[new.case_id]);
begin
  -- Those whom it does not name any more are asked anew, too.
  if tg_op = 'UPDATE' then
    across := across || array(select c.id from case_file c where c.organisation_id = new.organisation_id
      and c.person_id = any (lintel.kin(new.organisation_id, array[old.person_id])) and c.id <> new.case_id);
  end if;
  if across <> '{}' then perform lintel.keep_sides_apart(new.organisation_id, across || new.case_id); end if;
  perform lintel.note_across(new.organisation_id, array[new.case_id], coalesce(new.ended_at, new.added_at));
  return null;
end $$;
create trigger sides_apart_of_new after insert on case_person for each row
  when (new.part = 'alleged_perpetrator') execute function lintel.feared_meet();
create trigger sides_apart after update of part, person_id, described_as, ended_at on case_person for each row
  when ('alleged_perpetrator' in (new.part, old.part)) execute function lintel.feared_meet();

create function lintel.matched_sides_meet() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  cases uuid[] := array(select c.id from case_file c where c.organisation_id = new.organisation_id
    and c.person_id = any (lintel.kin(new.organisation_id, array[new.person_id, new.other_id])));
begin
  perform lintel.keep_sides_apart(new.organisation_id, cases || lintel.cases_across(new.organisation_id, cases));
  perform lintel.note_across(new.organisation_id, cases, coalesce(new.decided_at, new.found_at));
  return null;
end $$;
create trigger sides_apart after update of decision on person_match for each row
  when (new.decision is distinct from old.decision) execute function lintel.matched_sides_meet();

-- Nor does one colleague keep the own files of both.
do $do$
declare
  stands text := pg_get_functiondef('lintel.own_file_fit(uuid, uuid, uuid, text)'::regprocedure);
  before constant text := 'and not exists (select from case_file c where c.organisation_id = in_organisation';
begin
  if position(before in stands) = 0 then raise exception 'own_file_fit does not say what it did'; end if;
  execute replace(stands, before, $q$and not exists (select from own_file f where f.organisation_id = in_organisation
      and in_staff = any (f.held_by) and f.person_id is not null
      and not f.person_id = any (lintel.kin(in_organisation, array[in_person]))
      and lintel.cases_across(in_organisation, array(select c.id from case_file c
          where c.organisation_id = in_organisation
            and c.person_id = any (lintel.kin(in_organisation, array[in_person]))))
        && array(select c.id from case_file c where c.organisation_id = in_organisation
          and c.person_id = any (lintel.kin(in_organisation, array[f.person_id]))))
    $q$ || before);
end $do$;

do $$
declare
  made regprocedure;
begin
  foreach made in array array[
    'lintel.name_words(text)'::regprocedure, 'lintel.cases_across(uuid, uuid[])'::regprocedure,
    'lintel.hands_on(uuid, uuid[])'::regprocedure, 'lintel.feared_as(uuid, uuid, uuid)'::regprocedure,
    'lintel.note_across(uuid, uuid[], timestamptz)'::regprocedure, 'lintel.cases_meet()'::regprocedure,
    'lintel.feared_meet()'::regprocedure, 'lintel.matched_sides_meet()'::regprocedure] loop
    execute format('alter function %s owner to lintel_definer', made);
    execute format('revoke all on function %s from public', made);
  end loop;
end $$;
grant execute on function lintel.name_words(text) to lintel_app;

-- What stood before: those across are kept apart from now on.
do $$
declare
  one record;
begin
  for one in select c.organisation_id, c.id, lintel.cases_across(c.organisation_id, array[c.id]) as across
    from case_file c
  loop
    continue when one.across = '{}';
    perform lintel.keep_sides_apart(one.organisation_id, one.across || one.id);
    perform lintel.note_across(one.organisation_id, array[one.id], now());
  end loop;
end $$;
