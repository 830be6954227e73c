-- Whose account ended, and whoever may lead no case any more, leaves nothing behind that nobody finds: what they hold is
-- counted before, in numbers alone, for an administrator whom the wall lets into no case.
alter table planned_contact add left_alone_at timestamptz;

create policy definer on task for select to lintel_definer using (true);
grant select (organisation_id, id, case_id, owner_id, state) on task to lintel_definer;

create function lintel.held_by(in_staff uuid, in_now timestamptz) returns table (
  cases bigint, alone bigint, tasks bigint, visits bigint
) language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*) from case_file c where c.organisation_id = lintel.organisation() and c.lead_id = in_staff
      and c.closed_at is null),
    (select count(*) from case_file c where c.organisation_id = lintel.organisation() and c.closed_at is null
      and c.granted_staff = array[in_staff] and c.granted_roles = '{}'),
    (select count(*) from task t where t.organisation_id = lintel.organisation() and t.owner_id = in_staff
      and t.state = 'open' and t.case_id is not null),
    (select count(*) from planned_contact p where p.organisation_id = lintel.organisation()
      and in_staff in (p.staff_id, p.second_staff_id) and p.ended_at is null and p.starts_at > in_now)
  where lintel.roles() && '{administrator,system}' $$;
alter function lintel.held_by owner to lintel_definer;
revoke all on function lintel.held_by from public;
grant execute on function lintel.held_by to lintel_app;
