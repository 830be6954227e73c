-- What counts as a repeat differs between Marac areas, as thresholds do: any abuse, as the guidance has it, or violence,
-- stalking or sexual abuse only, as many operating protocols still have it (domain §4).
alter table risk_threshold add repeat_definition text not null default 'any'
  check (repeat_definition in ('any', 'violence_stalking_sexual'));
-- What there has been since the last Marac referral; none: not known.
alter table risk_rating add since_marac text[] not null default '{}';
-- By which definition an earlier case within twelve months was weighed, and whether this one counts as a repeat.
alter table case_file add repeat_definition text check (repeat_definition in ('any', 'violence_stalking_sexual')),
  add repeat_counts boolean;
alter table case_file add check ((repeat_definition is null) = (repeat_counts is null));
grant update (repeat_definition, repeat_counts) on case_file to lintel_app;

-- The definition that holds for a case on a day: of the area where it is heard, by the choice made for it or by the
-- home's local authority, else of everywhere, else the guidance's. It sees what whoever asks may see.
create function lintel.repeat_definition(in_case uuid, in_day date) returns text language sql stable
  set search_path = public, pg_temp as $$
  with chosen as (
    select m.area_id from case_marac_area m
    where m.organisation_id = lintel.organisation() and m.case_id = in_case order by m.set_at desc, m.id desc limit 1
  ), home as (
    select a.area_id from case_file c
      join property p on p.organisation_id = c.organisation_id and p.id = c.property_id
      join marac_area_authority a on a.organisation_id = p.organisation_id and a.ended_at is null
        and lower(a.local_authority) = lower(trim(regexp_replace(p.local_authority, '\s+', ' ', 'g')))
    where c.organisation_id = lintel.organisation() and c.id = in_case
  ), area as (
    select coalesce((select area_id from chosen), (select area_id from home limit 1)) as id
  )
  select coalesce((
    select t.repeat_definition from risk_threshold t, area
    where t.organisation_id = lintel.organisation() and t.effective_from <= in_day
      and (t.area_id is null or t.area_id = area.id)
    order by t.area_id is null, t.effective_from desc, t.set_at desc limit 1), 'any') $$;
revoke all on function lintel.repeat_definition from public;
grant execute on function lintel.repeat_definition to lintel_app;
