-- Which records are of the same home was asked by one condition over number and address together, and read every home
-- of the landlord for each of them: nine milliseconds at each request of somebody who has a conflict. Each half has an
-- index; asked apart, both are used, whatever the planner knows of the register.
create function lintel.same_homes(in_organisation uuid, in_homes uuid[]) returns uuid[] language sql stable
  set search_path = public, pg_temp as $$
  select array(
    select id from unnest(in_homes) id where id is not null
    union
    select s.id from property s where s.organisation_id = in_organisation and s.uprn = any (array(
      select h.uprn from property h where h.organisation_id = in_organisation and h.id = any (in_homes)))
    union
    select s.id from property s where s.organisation_id = in_organisation and s.same_home = any (array(
      select h.same_home from property h where h.organisation_id = in_organisation and h.id = any (in_homes)))) $$;

-- The cases that concern somebody: these themselves, and those about these people. Asked apart, each by its index.
create function lintel.cases_about(in_organisation uuid, in_cases uuid[], in_people uuid[]) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  select array(
    select c.id from case_file c where c.organisation_id = in_organisation and c.id = any (in_cases)
    union
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (in_people)) $$;

-- The homes of these cases, all that they had, of what was told, and where these people live now (0087): every record
-- of each.
create function lintel.homes_about(in_organisation uuid, in_cases uuid[], in_told uuid[], in_people uuid[])
returns uuid[] language plpgsql stable set search_path = public, pg_temp as $$
declare
  cases uuid[] := lintel.cases_about(in_organisation, in_cases, in_people);
begin
  return lintel.same_homes(in_organisation, array(
    select c.property_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)
    union
    select h.property_id from case_home h
      where h.organisation_id = in_organisation and h.case_id = any (cases) and h.property_id is not null
        and not exists (select from case_home w where w.organisation_id = h.organisation_id and w.corrects_id = h.id)
    union
    select t.property_id from tenancy t where t.organisation_id = in_organisation and t.id = any (array(
      select c.tenancy_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)))
    union
    select d.property_id from disclosure d where d.organisation_id = in_organisation and d.id = any (in_told)
    union
    select r.property_id from resident r where r.organisation_id = in_organisation and r.person_id = any (in_people)
      and r.to_date is null
    union
    select t.property_id from tenancy t where t.organisation_id = in_organisation and t.ended_on is null
      and t.id = any (array(select n.tenancy_id from tenant n where n.organisation_id = in_organisation
        and n.person_id = any (in_people) and n.to_date is null))));
end $$;

create or replace function lintel.conflicted_homes(in_organisation uuid, in_source uuid, in_people uuid[]) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  select lintel.homes_about(in_organisation, array[in_source], array[in_source], in_people) $$;

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
  homes := lintel.homes_about(in_organisation, cases, told, people);
  return array(
    select id from unnest(people || homes) id where id is not null
    union
    select t.id from tenancy t where t.organisation_id = in_organisation and t.property_id = any (homes));
end $$;

alter function lintel.same_homes owner to lintel_definer;
alter function lintel.cases_about owner to lintel_definer;
alter function lintel.homes_about owner to lintel_definer;
revoke all on function lintel.same_homes, lintel.cases_about, lintel.homes_about from public;
