-- What stands around a visit or a call of a case: nothing of it is kept, so nothing of it grows old. Who is feared and who
-- lives or holds a tenancy there is looked up for a visit at home alone, and a pause where the case rests: named in the
-- statement itself, all of it was made ready for each page of a case, with a dozen walls. Behind the asker's own walls.
create function lintel.around_planned(c public.case_file, in_channel text, in_at timestamptz) returns json
stable language plpgsql as $$
declare
  rests_until date;
  feared json := '[]';
  at_home json := '[]';
  persons uuid[];
begin
  if c.paused_at is not null then
    rests_until := (select max(u.next_contact_on) from public.case_pause u
      where u.organisation_id = c.organisation_id and u.case_id = c.id and u.ended_at is null);
  end if;
  if in_channel = 'home' then
    select coalesce(json_agg(json_build_object('personId', q.person_id, 'ended', q.ended_at is not null)), '[]'),
        array_agg(q.person_id) filter (where q.ended_at is null and q.person_id is not null)
      into feared, persons from public.case_person q
      where q.organisation_id = c.organisation_id and q.case_id = c.id and q.part = 'alleged_perpetrator';
  end if;
  if persons is not null then
    at_home := (select coalesce(json_agg(h), '[]') from (
      select n.person_id as "personId", true as holds, least(n.to_date, t.ended_on) as until
        from public.tenancy t
        join public.tenant n on n.organisation_id = t.organisation_id and n.tenancy_id = t.id
        where t.organisation_id = c.organisation_id and t.property_id = c.property_id and n.person_id = any (persons)
      union all
      select r.person_id, false, r.to_date from public.resident r
        where r.organisation_id = c.organisation_id and r.property_id = c.property_id
          and r.person_id = any (persons)) h);
  end if;
  return json_build_object('closed', c.closed_at is not null, 'resting', coalesce(c.paused_at < in_at, false),
    'restsUntil', rests_until, 'blockedStaff', c.blocked_staff, 'feared', feared, 'atHome', at_home);
end $$;

revoke all on function lintel.around_planned(public.case_file, text, timestamptz) from public;
grant execute on function lintel.around_planned(public.case_file, text, timestamptz) to lintel_app;
