-- Where a conflict stands that keeps somebody from what was told by a name: may it be about the person whom triage
-- chose? It is surely about others only if everybody whose name is compared there is on the register, and nobody of
-- them is linked to that person. Whoever is known by a name alone may be the same (need to know: V3.2).
create function lintel.about_others(in_told uuid, in_person uuid) returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct s.id), '{}') from (
    select (m ->> 'source')::uuid as id from disclosure d cross join jsonb_array_elements(d.matched) m
    where d.organisation_id = lintel.organisation() and d.id = in_told
      and not coalesce(lintel.staff() = any (d.blocked_staff), false)) s
  where (exists (select from case_file c where c.organisation_id = lintel.organisation() and c.id = s.id
        and c.person_id is not null)
      or exists (select from disclosure d where d.organisation_id = lintel.organisation() and d.id = s.id
        and d.person_id is not null))
    and not exists (select from case_person q where q.organisation_id = lintel.organisation() and q.case_id = s.id
      and q.ended_at is null and q.person_id is null and q.part in ('at_risk', 'child_victim', 'household_member'))
    and not lintel.conflicted_people(lintel.organisation(), s.id) && array[in_person] $$;
alter function lintel.about_others owner to lintel_definer;
revoke all on function lintel.about_others from public;
grant execute on function lintel.about_others to lintel_app;
