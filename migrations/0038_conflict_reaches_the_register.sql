-- A conflict of interest reaches the register: whoever is shut out of a case finds neither its person nor its home on
-- the register, and no other case about that person either, whatever roles they have (need to know: V3.2).

-- Who is one person: these records, and all that somebody linked to them.
create function lintel.kin(in_organisation uuid, in_people uuid[]) returns uuid[] language sql stable
  set search_path = public, pg_temp as $$
  with recursive linked (id) as (
    select unnest(in_people)
    union
    select case m.person_id when l.id then m.other_id else m.person_id end from linked l
      join person_match m on m.organisation_id = in_organisation and m.decision = 'linked'
        and (m.person_id = l.id or m.other_id = l.id))
  select coalesce(array_agg(id), '{}') from linked where id is not null $$;

-- Whom the wall of a case keeps apart: everybody in it but whoever is said to have done it. To hide that person would
-- take them out of other cases, in which somebody must be kept safe from them.
create function lintel.people_kept(in_organisation uuid, in_case uuid) returns uuid[] language sql stable
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct p.id), '{}') from (
    select c.person_id as id from case_file c where c.organisation_id = in_organisation and c.id = in_case
    union all
    select q.person_id from case_person q where q.organisation_id = in_organisation and q.case_id = in_case
      and q.ended_at is null and q.part <> 'alleged_perpetrator') p
  where p.id is not null $$;

-- Which colleagues have a conflict that concerns one of these people, in whichever case or disclosure it was recorded.
create function lintel.in_conflict_with(in_organisation uuid, in_people uuid[]) returns uuid[] language sql stable
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct s.id), '{}') from (
    select k.staff_id as id from case_file c
      join case_conflict k on k.organisation_id = c.organisation_id and k.case_id = c.id and k.ended_at is null
      where c.organisation_id = in_organisation and c.person_id = any (in_people)
    union all
    select k.staff_id from case_person q
      join case_conflict k on k.organisation_id = q.organisation_id and k.case_id = q.case_id and k.ended_at is null
      where q.organisation_id = in_organisation and q.person_id = any (in_people) and q.ended_at is null
        and q.part <> 'alleged_perpetrator'
    union all
    select (told ->> 'staffId')::uuid from disclosure d cross join jsonb_array_elements(d.conflicts) told
      where d.organisation_id = in_organisation and d.person_id = any (in_people) and d.case_id is null) s $$;

create policy definer on person_match for select to lintel_definer using (true);
create policy definer on person for select to lintel_definer using (true);
create policy definer on property for select to lintel_definer using (true);
create policy definer on tenancy for select to lintel_definer using (true);
create policy definer on tenant for select to lintel_definer using (true);
create policy definer on resident for select to lintel_definer using (true);
grant select on person_match, person, property, tenancy, tenant, resident to lintel_definer;
create policy definer_carries on disclosure for update to lintel_definer using (true);
grant update (blocked_staff) on disclosure to lintel_definer;
create policy definer_tells on notification for insert to lintel_definer with check (true);
grant insert on notification to lintel_definer;

-- Other cases and disclosures about the same people are shut as well. Whoever led such a case leads it no longer, and
-- the managers whom its wall lets in are told.
create function lintel.carry_conflicts(in_organisation uuid, in_people uuid[], in_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
          select (told ->> 'staffId')::uuid from jsonb_array_elements(f.conflicts) told
          union select unnest(shut) order by 1) as staff
        from disclosure f where f.organisation_id = in_organisation and f.person_id = any (people)
          and f.case_id is null order by f.id for update) w
      where d.organisation_id = in_organisation and d.id = w.id and d.blocked_staff is distinct from w.staff;
  end loop;
end $$;
alter function lintel.carry_conflicts owner to lintel_definer;
revoke all on function lintel.carry_conflicts from public;

-- As it was (0003), and: conflicts that concern the same person shut this case too.
create or replace function lintel.rebuild_wall() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  -- Two at once: the second waits here, and then sees what the first one wrote. No block is ever lost.
  perform from case_file c where c.organisation_id = new.organisation_id and c.id = new.case_id for update;
  update case_file c set
    granted_staff = coalesce((select array_agg(distinct a.staff_id) from case_access a
      where a.organisation_id = c.organisation_id and a.case_id = c.id and a.ended_at is null
        and a.staff_id is not null), '{}'),
    granted_roles = coalesce((select array_agg(distinct a.role) from case_access a
      where a.organisation_id = c.organisation_id and a.case_id = c.id and a.ended_at is null
        and a.role is not null), '{}'),
    blocked_staff = array(
      select b.staff_id from case_conflict b
        where b.organisation_id = c.organisation_id and b.case_id = c.id and b.ended_at is null
      union select unnest(lintel.in_conflict_with(c.organisation_id, lintel.kin(c.organisation_id, array[c.person_id])))
      order by 1)
  where c.organisation_id = new.organisation_id and c.id = new.case_id;
  return null;
end $$;
alter function lintel.rebuild_wall owner to lintel_definer;

create function lintel.conflict_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.carry_conflicts(new.organisation_id, lintel.people_kept(new.organisation_id, new.case_id),
    coalesce(new.ended_at, new.recorded_at));
  return null;
end $$;
create trigger conflict_carries after insert or update on case_conflict
  for each row execute function lintel.conflict_carries();

create function lintel.case_person_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if exists (select from case_conflict k where k.organisation_id = new.organisation_id and k.case_id = new.case_id
    and k.ended_at is null)
  then
    perform lintel.carry_conflicts(new.organisation_id, array_remove(
      array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null),
      coalesce(new.ended_at, new.added_at));
  end if;
  return null;
end $$;
create trigger case_person_carries after insert or update on case_person
  for each row execute function lintel.case_person_carries();

create function lintel.case_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.carry_conflicts(new.organisation_id, array_remove(
    array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null), new.opened_at);
  return null;
end $$;
create trigger case_carries after insert or update of person_id on case_file
  for each row execute function lintel.case_carries();

create function lintel.disclosure_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.carry_conflicts(new.organisation_id, array_remove(
    array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null), new.recorded_at);
  return null;
end $$;
create trigger disclosure_carries after insert or update of person_id, case_id, conflicts on disclosure
  for each row execute function lintel.disclosure_carries();

create function lintel.match_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.carry_conflicts(new.organisation_id, array[new.person_id, new.other_id],
    coalesce(new.decided_at, new.found_at));
  return null;
end $$;
create trigger match_carries after update on person_match
  for each row when (old.decision is distinct from new.decision) execute function lintel.match_carries();

alter function lintel.conflict_carries owner to lintel_definer;
alter function lintel.case_person_carries owner to lintel_definer;
alter function lintel.case_carries owner to lintel_definer;
alter function lintel.disclosure_carries owner to lintel_definer;
alter function lintel.match_carries owner to lintel_definer;
alter function lintel.kin owner to lintel_definer;
alter function lintel.people_kept owner to lintel_definer;
alter function lintel.in_conflict_with owner to lintel_definer;
revoke all on function lintel.conflict_carries, lintel.case_person_carries, lintel.case_carries,
  lintel.disclosure_carries, lintel.match_carries, lintel.kin, lintel.people_kept, lintel.in_conflict_with from public;

-- What conflicts keep from a colleague at this moment: people, homes and their tenancies. Looked for once, when a
-- request begins, so that no row of the register has to know of a conflict, and one that is recorded, ended or carried
-- by a link counts from the next request on, wherever the person has moved meanwhile.
create index disclosure_blocked on disclosure using gin (blocked_staff) where blocked_staff <> '{}';
create function lintel.kept_from_of(in_organisation uuid, in_staff uuid) returns uuid[] language plpgsql stable
  security definer set search_path = public, pg_temp as $$
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
  -- The home of the case, and where they live now: the address that nobody may learn is the new one.
  homes := array(
    select c.property_id from case_file c where c.organisation_id = in_organisation
      and (c.id = any (cases) or c.person_id = any (people))
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
alter function lintel.kept_from_of owner to lintel_definer;
revoke all on function lintel.kept_from_of from public;

-- Called as a transaction begins, when it is known who asks.
create function lintel.keep_apart() returns void language sql security definer set search_path = public, pg_temp as $$
  select set_config('lintel.kept_from', lintel.kept_from_of(lintel.organisation(), lintel.staff())::text, true) $$;
alter function lintel.keep_apart owner to lintel_definer;
revoke all on function lintel.keep_apart from public;
grant execute on function lintel.keep_apart to lintel_app;

-- Where nobody said who asks, this fails, rather than keep nothing back.
create function lintel.kept_from() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(current_setting('lintel.kept_from', true), '')::uuid[] $$;

-- The wall in front of the register: whatever page asks, whoever is in conflict gets what a stranger to it gets.
create policy kept_apart on person as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not id = any ((select lintel.kept_from())::uuid[]));
create policy kept_apart on property as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not id = any ((select lintel.kept_from())::uuid[]));
create policy kept_apart on tenancy as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not property_id = any ((select lintel.kept_from())::uuid[]));
create policy kept_apart on tenant as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (person_id = any ((select lintel.kept_from())::uuid[])
    or tenancy_id = any ((select lintel.kept_from())::uuid[])));
create policy kept_apart on resident as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (person_id = any ((select lintel.kept_from())::uuid[])
    or property_id = any ((select lintel.kept_from())::uuid[])));
create policy kept_apart on search_token as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not subject_id = any ((select lintel.kept_from())::uuid[]));
create policy kept_apart on person_match as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (person_id = any ((select lintel.kept_from())::uuid[])
    or other_id = any ((select lintel.kept_from())::uuid[])));
create policy kept_apart on marker as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not property_id = any ((select lintel.kept_from())::uuid[]));
-- In a case that they see, somebody of another that is kept from them is not named.
create policy kept_apart on case_person as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and (person_id is null
    or not person_id = any ((select lintel.kept_from())::uuid[])));
-- Nor can they write about them: the references of the register look past every policy.
create policy kept_apart on case_file as restrictive for insert to lintel_app with check (
  organisation_id = lintel.organisation()
  and not (coalesce(person_id = any ((select lintel.kept_from())::uuid[]), false)
    or coalesce(property_id = any ((select lintel.kept_from())::uuid[]), false)));

-- The references behind which a colleague may not write either, and so what an import of theirs leaves as it is.
create function lintel.kept_references(in_staff uuid) returns table (kind text, reference text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  kept uuid[];
begin
  if not 'system' = any (lintel.roles()) then return; end if;
  kept := lintel.kept_from_of(lintel.organisation(), in_staff);
  return query
    select 'homes', h.reference from property h where h.organisation_id = lintel.organisation() and h.id = any (kept)
    union all
    select 'people', p.reference from person p where p.organisation_id = lintel.organisation() and p.id = any (kept)
      and p.reference is not null
    union all
    select 'tenancies', t.reference from tenancy t
      where t.organisation_id = lintel.organisation() and t.id = any (kept);
end $$;
alter function lintel.kept_references owner to lintel_definer;
revoke all on function lintel.kept_references from public;
grant execute on function lintel.kept_references to lintel_app;

-- Rows of a colleague's import that were left, so that the same file counts next time as it would have: their key in
-- the file and a hash, nothing that stands in them.
create table register_row_left (
  organisation_id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('homes', 'people', 'tenancies', 'residents')),
  key text not null,
  content_hash bytea not null,
  primary key (organisation_id, staff_id, kind, key),
  foreign key (organisation_id, staff_id) references staff
);
call lintel.protect('register_row_left', $$'system' = any ((select lintel.roles())::text[])$$);
grant select, insert, update on register_row_left to lintel_app;

-- Recorded or corrected by somebody from whom a conflict keeps part of the register: the program looks for possible
-- duplicates among all of it, afterwards.
alter table person add compare_again boolean not null default false;
create index person_compare_again on person (organisation_id, id) where compare_again;
