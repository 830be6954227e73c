-- What belongs to a case is nearly always read inside a case that was opened. Until now each such table carried the
-- whole of the case's wall as the other way in, and every statement paid for preparing it, used or not: a third of what
-- a case's page costs the database. As a function it costs nothing until it is asked.

create function lintel.sees_case(in_organisation uuid, in_case uuid) returns boolean stable language plpgsql as $$
begin
  -- As whoever asks: the wall of case_file answers.
  perform from public.case_file c where c.organisation_id = in_organisation and c.id = in_case;
  return found;
end $$;

create or replace procedure lintel.protect_case_child(target regclass) language plpgsql as $$
begin
  call lintel.protect(target, $policy$case_id = (select lintel.opened_case())
    or 'system' = any ((select lintel.roles())::text[]) or lintel.sees_case(organisation_id, case_id)$policy$);
end $$;

-- Tables that are read across cases (promises, tasks, the diary, the record) keep the wall itself.
do $$
declare
  child record;
begin
  for child in
    select p.polrelid::regclass as name from pg_policy p
    where p.polname = 'organisation' and p.polrelid <> 'planned_contact'::regclass
      and pg_get_expr(p.polqual, p.polrelid) ~ '^\(\(organisation_id = lintel\.organisation\(\)\) AND \(\(case_id = \( SELECT lintel\.opened_case\(\)'
  loop
    execute format($policy$alter policy organisation on %s using (organisation_id = lintel.organisation() and (
      case_id = (select lintel.opened_case()) or 'system' = any ((select lintel.roles())::text[])
      or lintel.sees_case(organisation_id, case_id)))$policy$, child.name);
  end loop;
end $$;
