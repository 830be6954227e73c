-- A page about somebody's whole caseload asked the wall of the same cases again for each row of each table that is read
-- across cases: 25 cases, four tables, 10 to 40 µs each. Those that the wall lets through are asked for once, at the
-- beginning of the page, and remembered until the transaction ends, as a single case is that was opened.

create function lintel.open_cases_led_by(in_staff uuid[]) returns void language sql as $$
  select set_config('lintel.opened_cases', coalesce(string_agg(c.id::text, ','), ''), true)
    from public.case_file c
    where c.organisation_id = lintel.organisation() and c.lead_id = any (in_staff) and c.closed_at is null $$;

create or replace function lintel.sees_case(in_organisation uuid, in_case uuid) returns boolean
stable language plpgsql as $$
begin
  if strpos(current_setting('lintel.opened_cases', true), in_case::text) > 0 then return true; end if;
  -- As whoever asks: the wall of case_file answers.
  perform from public.case_file c where c.organisation_id = in_organisation and c.id = in_case;
  return found;
end $$;
