-- A landlord's policy changes: from a day on, another pack holds. One administrator proposes it, another decides. The pack
-- on the landlord's own row is the one with which they began; what was decided since stands here, and is never changed.
create table policy_change (
  organisation_id uuid not null references organisation,
  id uuid not null,
  pack_id text not null,
  -- The version of the policy as it was decided about: another text of the same pack is another decision.
  pack_version text not null,
  from_day date not null,
  -- Midnight of that day on the calendar of the new policy.
  begins_at timestamptz not null,
  reason text not null,
  proposed_at timestamptz not null,
  -- null: whoever runs the server, at a command line
  proposed_by uuid,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff,
  check ((decision is null) = (decided_at is null)),
  -- Two people, whatever the program says.
  check (decision is distinct from 'approved' or decided_by is not null),
  check (decision is distinct from 'approved' or decided_by is distinct from proposed_by)
);
create index policy_change_proposed_by on policy_change (organisation_id, proposed_by);
create index policy_change_decided_by on policy_change (organisation_id, decided_by);
-- One at a time: two that wait could be decided in either order.
create unique index policy_change_waiting on policy_change (organisation_id) where decision is null;
-- Read by those who own the policy, proposed and decided by administrators; at a command line a change is proposed only.
call lintel.protect('policy_change', $$lintel.roles() && '{administrator,director,da_manager,system}'$$);
create policy proposed on policy_change as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,system}'
    and proposed_by is not distinct from lintel.staff() and decision is null);
create policy decided on policy_change as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator}')
  with check (organisation_id = lintel.organisation());
grant select, insert on policy_change to lintel_app;
grant update (decision, decided_at, decided_by, decided_why, version) on policy_change to lintel_app;

-- Decided once, by somebody as themselves, and never afterwards.
create function lintel.check_policy_decision() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.decision is not null then
    raise exception 'what was decided stays so' using errcode = 'check_violation';
  end if;
  if new.decided_by is distinct from lintel.staff() then
    raise exception 'a decision is somebody else''s' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger policy_decided before update on policy_change
  for each row execute function lintel.check_policy_decision();

-- What was approved, as far as everybody may know it: the help site speaks the words of the policy in force.
create table policy_in_force (
  organisation_id uuid not null,
  change_id uuid not null,
  pack_id text not null,
  begins_at timestamptz not null,
  decided_at timestamptz not null,
  primary key (organisation_id, change_id),
  foreign key (organisation_id, change_id) references policy_change
);
create index policy_in_force_at on policy_in_force (organisation_id, begins_at desc, decided_at desc, change_id desc);
call lintel.protect('policy_in_force');
grant select on policy_in_force to lintel_app;
create policy listed on policy_in_force for select to lintel_app, lintel_public, lintel_definer using (true);
grant select on policy_in_force to lintel_public, lintel_definer;
create policy decided on policy_in_force for insert to lintel_definer
  with check (organisation_id = lintel.organisation());
grant insert on policy_in_force to lintel_definer;

-- Nobody puts a policy in force but by a decision, and none begins before it was decided.
create function lintel.put_in_force() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into policy_in_force (organisation_id, change_id, pack_id, begins_at, decided_at)
    values (new.organisation_id, new.id, new.pack_id, greatest(new.begins_at, new.decided_at), new.decided_at);
  return null;
end $$;
alter function lintel.put_in_force owner to lintel_definer;
revoke all on function lintel.put_in_force from public;
create trigger policy_approved after update on policy_change for each row
  when (old.decision is null and new.decision = 'approved') execute function lintel.put_in_force();

-- The pack under which a landlord works at a moment. Of two from the same day, the one that was decided last.
create function lintel.pack_at(in_organisation uuid, at timestamptz) returns text language sql stable as $$
  select coalesce(
    (select f.pack_id from public.policy_in_force f where f.organisation_id = in_organisation and f.begins_at <= at
      order by f.begins_at desc, f.decided_at desc, f.change_id desc limit 1),
    (select o.pack_id from public.organisation o where o.organisation_id = in_organisation)) $$;

-- As it was (0015), and: the policy is the one in force at this moment.
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
      -- Counted behind the wall: whoever was told and has since been found to have a conflict hears no more of it.
      (select count(*) from notification n
        left join disclosure d on d.organisation_id = n.organisation_id and d.id = n.disclosure_id
        left join case_file c on c.organisation_id = n.organisation_id and c.id = coalesce(n.case_id, d.case_id)
        where n.organisation_id = in_organisation and n.staff_id = found_staff.id and n.read_at is null
          and not found_staff.id = any (coalesce(c.blocked_staff, '{}') || coalesce(d.blocked_staff, '{}'))
          and (c.id is null or found_staff.id = any (c.granted_staff) or found_staff.roles && c.granted_roles
            or c.id = any (lintel.emergency())))
    from organisation o where o.organisation_id = in_organisation;
end $$;
alter function lintel.begin_request owner to lintel_definer;
revoke all on function lintel.begin_request from public;
grant execute on function lintel.begin_request to lintel_app;
