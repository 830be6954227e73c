-- Every request begins here: one statement where there were four, and what most people have none of (notices, access in
-- an emergency) is counted only where there is any. Promises of today are counted by a plan that is made once: planning
-- took longer than counting, and was done anew each time.

create or replace function lintel.begin_request(
  in_organisation uuid, in_session uuid, in_secret_hash bytea, in_now timestamptz, in_idle interval
) returns table (
  staff_id uuid, name text, email text, roles text[], session_id uuid, idle_until timestamptz, ends_at timestamptz,
  second_factor boolean, organisation_name text, slug text, pack_id text, closed_days text, demonstration boolean,
  unread bigint
) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  began record;
begin
  select s.id as session_id, s.seen_at, s.idle_until, s.ends_at, s.second_factor, p.id, p.name, p.email, p.roles,
      o.name as organisation_name, o.slug, o.demonstration,
      exists (select from notification n
        where n.organisation_id = in_organisation and n.staff_id = p.id and n.read_at is null) as told,
      exists (select from break_glass b
        where b.organisation_id = in_organisation and b.staff_id = p.id and b.ended_at is null
          and b.ends_at > in_now) as in_emergency,
      set_config('lintel.organisation', in_organisation::text, true),
      set_config('lintel.staff', p.id::text, true),
      set_config('lintel.roles', array_to_string(array_remove(p.roles, 'system'), ','), true),
      set_config('lintel.emergency', '', true), set_config('lintel.emergency_until', '', true)
    into began
    from session s
    join staff p on p.organisation_id = in_organisation and p.id = s.staff_id and p.ended_at is null
    join organisation o on o.organisation_id = in_organisation
    where s.organisation_id = in_organisation and s.id = in_session and s.secret_hash = in_secret_hash
      and s.ended_at is null and s.idle_until > in_now and s.ends_at > in_now;
  if not found then return; end if;
  if began.in_emergency and began.roles && '{da_manager,da_worker}' then
    perform set_config('lintel.emergency', g.cases, true), set_config('lintel.emergency_until', g.untils, true)
    from (select string_agg(b.case_id::text, ',' order by b.id) as cases,
        string_agg(b.ends_at::text, ',' order by b.id) as untils
      from break_glass b
      where b.organisation_id = in_organisation and b.staff_id = began.id and b.ended_at is null
        and b.ends_at > in_now) g;
  end if;
  -- Written at most once a minute: a busy person's session is not a hot row.
  if began.seen_at < in_now - interval '1 minute' then
    update session s set seen_at = in_now, idle_until = least(in_now + in_idle, s.ends_at)
      where s.organisation_id = in_organisation and s.id = in_session;
  end if;
  staff_id := began.id;
  name := began.name;
  email := began.email;
  roles := began.roles;
  session_id := began.session_id;
  idle_until := began.idle_until;
  ends_at := began.ends_at;
  -- Given, or not owed: by the roles of this moment, not those at sign-in.
  second_factor := began.second_factor
    or not (began.roles && '{administrator,da_manager,da_worker,data_protection_officer}'
      or exists (select from credential k where k.organisation_id = in_organisation
        and k.staff_id = began.id and k.totp_enrolled_at is not null));
  organisation_name := began.organisation_name;
  slug := began.slug;
  pack_id := lintel.pack_at(in_organisation, in_now);
  closed_days := lintel.closed_days(in_organisation);
  demonstration := began.demonstration;
  unread := case when began.told
    then lintel.things_waiting(in_organisation, began.id, began.roles) else 0 end;
  return next;
end $$;

alter function lintel.promises_now(timestamptz, timestamptz, uuid[]) set plan_cache_mode = force_generic_plan;
