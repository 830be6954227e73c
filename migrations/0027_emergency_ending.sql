-- Whoever leads a case may end somebody's emergency access to it: who needs to know is theirs to say (V3.2). A manager
-- who is in the case by emergency ends their own alone.
alter policy ended on break_glass using (organisation_id = lintel.organisation()
  and ('system' = any ((select lintel.roles())::text[]) or ended_at is null and (
    staff_id = (select lintel.staff())
    or 'data_protection_officer' = any ((select lintel.roles())::text[])
    or 'da_manager' = any ((select lintel.roles())::text[])
      and not case_id = any (coalesce((select lintel.emergency()), '{}'))
    or exists (select from case_file c where c.organisation_id = break_glass.organisation_id
      and c.id = break_glass.case_id and c.lead_id = lintel.staff()))));

-- When the emergency access of whoever asks to a case has ended, and whether somebody else ended it: so that a page that
-- is gone says why. Of nobody else's, and not where a conflict has come in the way.
create function lintel.emergency_over(in_case uuid, in_since timestamptz, in_now timestamptz)
returns table (ended_at timestamptz, by_another boolean) language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(b.ended_at, b.ends_at), b.ended_by is not null and b.ended_by <> b.staff_id from break_glass b
  where b.organisation_id = lintel.organisation() and b.staff_id = lintel.staff() and b.case_id = in_case
    and b.outcome = 'granted' and coalesce(b.ended_at, b.ends_at) between in_since and in_now
    and not lintel.shut_out(in_case)
  order by b.at desc limit 1 $$;
alter function lintel.emergency_over owner to lintel_definer;
revoke all on function lintel.emergency_over from public;
grant execute on function lintel.emergency_over to lintel_app;
