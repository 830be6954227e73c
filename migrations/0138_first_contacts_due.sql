-- My day and triage put what waits in the order in which somebody must have been reached, and so asked the wall about
-- the promise of each that waits: 45 µs each, however few are shown. Whoever may triage is told of all of them at once,
-- but of those that they are shut out from; and what they are told is met with the disclosures that their wall shows.
create function lintel.first_contacts_due() returns table (disclosure_id uuid, due_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  org uuid := lintel.organisation();
  me uuid := lintel.staff();
begin
  if not coalesce(lintel.roles() && '{da_manager,da_worker,system}', false) then return; end if;
  return query select d.id, min(o.due_at)
    from disclosure d join obligation o on o.organisation_id = d.organisation_id and o.disclosure_id = d.id
    where d.organisation_id = org and d.triaged_at is null and d.case_id is null
      and not coalesce(me = any (d.blocked_staff), false) and 'contact.made' = any (o.stops)
      and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null))
    group by d.id;
end $$;
alter function lintel.first_contacts_due owner to lintel_definer;
revoke all on function lintel.first_contacts_due from public;
grant execute on function lintel.first_contacts_due to lintel_app;
