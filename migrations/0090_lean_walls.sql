-- A policy that asks whether somebody may see another row carried that row's whole wall with it, and that wall the next
-- one: a step of a safeguarding referral the referral's, the disclosure's and the case's. Each statement paid for
-- preparing all of them, on some pages fifty milliseconds, used or not. As functions they cost nothing until asked;
-- they ask as whoever asks, so that the same walls answer.

create function lintel.sees_disclosure(in_organisation uuid, in_id uuid) returns boolean stable language plpgsql as $$
begin
  perform from public.disclosure d where d.organisation_id = in_organisation and d.id = in_id;
  return found;
end $$;

create function lintel.sees_break_glass(in_organisation uuid, in_id uuid) returns boolean stable language plpgsql as $$
begin
  perform from public.break_glass b where b.organisation_id = in_organisation and b.id = in_id;
  return found;
end $$;

create function lintel.sees_safeguarding_referral(in_organisation uuid, in_id uuid) returns boolean
stable language plpgsql as $$
begin
  perform from public.safeguarding_referral r where r.organisation_id = in_organisation and r.id = in_id;
  return found;
end $$;

create function lintel.sees_task(in_organisation uuid, in_id uuid) returns boolean stable language plpgsql as $$
begin
  perform from public.task t where t.organisation_id = in_organisation and t.id = in_id;
  return found;
end $$;

create function lintel.sees_marker_keeping(in_organisation uuid, in_id uuid) returns boolean
stable language plpgsql as $$
begin
  perform from public.marker_keeping k where k.organisation_id = in_organisation and k.marker_id = in_id;
  return found;
end $$;

create function lintel.sees_reassignment_move(in_organisation uuid, in_id uuid) returns boolean
stable language plpgsql as $$
begin
  perform from public.reassignment_move m where m.organisation_id = in_organisation and m.reassignment_id = in_id;
  return found;
end $$;

create function lintel.seen_walls() returns uuid[] stable language plpgsql as $$
begin
  return array(select w.id from public.walled_subject w where w.organisation_id = lintel.organisation());
end $$;

alter policy organisation on promise_day using (organisation_id = lintel.organisation() and (
  wall = '00000000-0000-0000-0000-000000000000' or 'system' = any ((select lintel.roles())::text[])
  or wall = any ((select lintel.seen_walls())::uuid[])));

-- The wall of a case itself is one row's: tables that are read across many cases keep it, the others ask for it.
do $$
declare
  asks constant text := 'EXISTS \( SELECT\s+FROM (disclosure|break_glass|safeguarding_referral|task|marker_keeping|'
    'reassignment_move) (\w)\s+WHERE \(\(\2\.organisation_id = \w+\.organisation_id\) AND \(\2\.\w+ = (\w+)\.(\w+)\)\)\)';
  asked constant text := 'lintel.sees_\1(\3.organisation_id, \3.\4)';
  wall record;
begin
  for wall in
    select polname, polrelid::regclass as on_table, pg_get_expr(polqual, polrelid) as used,
      pg_get_expr(polwithcheck, polrelid) as checked
    from pg_policy where pg_get_expr(polqual, polrelid) ~ asks or pg_get_expr(polwithcheck, polrelid) ~ asks
  loop
    execute format('alter policy %I on %s', wall.polname, wall.on_table)
      || coalesce(' using (' || regexp_replace(wall.used, asks, asked, 'g') || ')', '')
      || coalesce(' with check (' || regexp_replace(wall.checked, asks, asked, 'g') || ')', '');
  end loop;
end $$;
