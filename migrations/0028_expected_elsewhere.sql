-- When colleagues are expected elsewhere, and nothing else: so that nobody is planned into two places at once, whether or
-- not whoever plans may see the other case. Neither the case nor what it is, nor who else goes.
create policy definer on planned_contact for select to lintel_definer using (true);
grant select (organisation_id, id, case_id, staff_id, second_staff_id, channel, starts_at, ends_at, ended_at) on planned_contact
  to lintel_definer;

create function lintel.expected_elsewhere(in_staff uuid[], in_from timestamptz, in_to timestamptz, in_besides uuid)
returns table (staff_id uuid, starts_at timestamptz, ends_at timestamptz, goes_out boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not lintel.roles() && '{da_manager,da_worker}' then return; end if;
  return query select asked.id, p.starts_at, p.ends_at, p.channel not in ('call', 'video')
    from unnest(in_staff) as asked (id)
    join planned_contact p on p.organisation_id = lintel.organisation()
      and (p.staff_id = asked.id or p.second_staff_id = asked.id)
    -- Whoever has been shut out of a case since does not go there, and learns nothing of it from their own diary either.
    join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
      and not asked.id = any (c.blocked_staff)
    where p.id <> in_besides and p.ended_at is null and p.starts_at < in_to and p.ends_at > in_from
      -- None takes a day: so the index is read around the time asked for, and not from the first visit on.
      and p.starts_at > in_from - interval '1 day'
    order by p.starts_at, asked.id limit 20;
end $$;
alter function lintel.expected_elsewhere owner to lintel_definer;
revoke all on function lintel.expected_elsewhere from public;
grant execute on function lintel.expected_elsewhere to lintel_app;
