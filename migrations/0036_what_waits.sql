-- What somebody is told of is counted as what waits: each thing once, however often it was told of, and no longer than
-- it waits. `waiting.ts` of the module `account` groups the same way.

-- Does the matter of a notice still wait? A promise that was kept, what was triaged and a case that has a lead do not.
create function lintel.notice_waits(
  in_organisation uuid, in_kind text, in_case uuid, in_disclosure uuid, in_obligation uuid
) returns boolean language sql stable set search_path = public, pg_temp as $$
  select case
    when in_kind in ('due_half', 'due_soon', 'due_now', 'overdue') then in_obligation is null or exists (
      select from obligation o where o.organisation_id = in_organisation and o.id = in_obligation
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))
    when in_kind in ('danger', 'triage_waiting') then in_disclosure is null or exists (
      select from disclosure d where d.organisation_id = in_organisation and d.id = in_disclosure
        and d.triaged_at is null)
    when in_kind = 'lead_needed' then in_case is null or exists (
      select from case_file c where c.organisation_id = in_organisation and c.id = in_case
        and c.lead_id is null and c.closed_at is null)
    else true end $$;

-- Counted behind the wall: whoever was told and has since been found to have a conflict hears no more of it.
create function lintel.things_waiting(in_organisation uuid, in_staff uuid, in_roles text[]) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct (
      case when n.kind in ('due_half', 'due_soon', 'due_now', 'overdue') then 'promise' else n.kind end,
      coalesce(n.case_id, n.disclosure_id, n.id)))
    from notification n
    left join disclosure d on d.organisation_id = n.organisation_id and d.id = n.disclosure_id
    left join case_file c on c.organisation_id = n.organisation_id and c.id = coalesce(n.case_id, d.case_id)
    where n.organisation_id = in_organisation and n.staff_id = in_staff and n.read_at is null
      and not in_staff = any (coalesce(c.blocked_staff, '{}') || coalesce(d.blocked_staff, '{}'))
      and (c.id is null or in_staff = any (c.granted_staff) or in_roles && c.granted_roles
        or c.id = any (lintel.emergency()))
      and lintel.notice_waits(n.organisation_id, n.kind, n.case_id, n.disclosure_id, n.obligation_id) $$;
alter function lintel.things_waiting owner to lintel_definer;
revoke all on function lintel.things_waiting from public;
grant execute on function lintel.things_waiting to lintel_definer;

-- As it was (0031), and: what waits is counted, not each notice.
create or replace function lintel.begin_request(
  in_organisation uuid, in_session uuid, in_secret_hash bytea, in_now timestamptz, in_idle interval
) returns table (
  staff_id uuid, name text, email text, roles text[], session_id uuid, idle_until timestamptz, ends_at timestamptz,
  second_factor boolean, organisation_name text, slug text, pack_id text, demonstration boolean, unread bigint
) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_session session;
  found_staff staff;
begin
  perform set_config('lintel.organisation', in_organisation::text, true);
  select * into found_session from session s
    where s.organisation_id = in_organisation and s.id = in_session and s.secret_hash = in_secret_hash
      and s.ended_at is null and s.idle_until > in_now and s.ends_at > in_now;
  if not found then return; end if;
  select * into found_staff from staff f
    where f.organisation_id = in_organisation and f.id = found_session.staff_id and f.ended_at is null;
  if not found then return; end if;
  perform set_config('lintel.staff', found_staff.id::text, true),
    set_config('lintel.roles', array_to_string(array_remove(found_staff.roles, 'system'), ','), true),
    set_config('lintel.emergency', coalesce(g.cases, ''), true),
    set_config('lintel.emergency_until', coalesce(g.untils, ''), true)
  from (select string_agg(b.case_id::text, ',' order by b.id) as cases,
      string_agg(b.ends_at::text, ',' order by b.id) as untils
    from break_glass b
    where b.organisation_id = in_organisation and b.staff_id = found_staff.id and b.ended_at is null
      and b.ends_at > in_now and found_staff.roles && '{da_manager,da_worker}') g;
  -- Written at most once a minute: a busy person's session is not a hot row.
  if found_session.seen_at < in_now - interval '1 minute' then
    update session s set seen_at = in_now, idle_until = least(in_now + in_idle, s.ends_at)
      where s.organisation_id = in_organisation and s.id = in_session;
  end if;
  return query
    select found_staff.id, found_staff.name, found_staff.email, found_staff.roles, found_session.id,
      found_session.idle_until, found_session.ends_at,
      -- Given, or not owed: by the roles of this moment, not those at sign-in.
      found_session.second_factor
        or not (found_staff.roles && '{administrator,da_manager,da_worker,data_protection_officer}'
          or exists (select from credential k where k.organisation_id = in_organisation
            and k.staff_id = found_staff.id and k.totp_enrolled_at is not null)),
      o.name, o.slug, lintel.pack_at(o.organisation_id, in_now), o.demonstration,
      lintel.things_waiting(in_organisation, found_staff.id, found_staff.roles)
    from organisation o where o.organisation_id = in_organisation;
end $$;
alter function lintel.begin_request owner to lintel_definer;
revoke all on function lintel.begin_request from public;
grant execute on function lintel.begin_request to lintel_app;

-- What an e-mail says of what waits: numbers by how soon, nothing else.
alter table outbox add waiting integer[];
