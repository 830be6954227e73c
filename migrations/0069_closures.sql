-- A landlord's own closures: Christmas, a training day. One proposes that the office be closed on days to come, or that
-- it be open again on days that were closed; another person decides. What is closed moves no promise that had begun.
create table office_closure (
  organisation_id uuid not null references organisation,
  id uuid not null,
  first_day date not null,
  last_day date not null,
  -- null: these days are to be closed; else: those of that closure that are still to come are to be open again
  opens uuid,
  reason text not null check (reason <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, opens) references office_closure,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff,
  check (last_day >= first_day and last_day < first_day + 31),
  -- A day that is over is never closed afterwards, whatever the program says; one day's grace for the clock.
  check (decision is distinct from 'approved' or opens is not null
    or first_day >= (decided_at at time zone 'UTC')::date - 1)
);
create index office_closure_opens on office_closure (organisation_id, opens) where opens is not null;
create index office_closure_proposed_by on office_closure (organisation_id, proposed_by);
create index office_closure_decided_by on office_closure (organisation_id, decided_by) where decided_by is not null;
create index office_closure_days on office_closure (organisation_id, last_day desc, id desc);
-- One way of opening a closure again waits at a time.
create unique index office_closure_opening_waits on office_closure (organisation_id, opens)
  where opens is not null and decision is null;
-- Who agreed to which days is no secret from those whose figures rest on it; managers and administrators write it.
call lintel.protect('office_closure', $$lintel.roles() && '{administrator,director,da_manager,da_worker,system}'$$);
create policy proposed on office_closure as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager}');
create policy decided on office_closure as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager}')
  with check (organisation_id = lintel.organisation());
call lintel.decided_by_another('office_closure', 'approved');

-- Each day that was agreed to be closed, since when that was known, and whether it is open after all. Kept
-- by the decisions alone. Everybody's calendar is made from it.
create table closed_day (
  organisation_id uuid not null,
  day date not null,
  closure_id uuid not null,
  agreed_at timestamptz not null,
  opened_at timestamptz,
  primary key (organisation_id, day, closure_id),
  foreign key (organisation_id, closure_id) references office_closure
);
create index closed_day_closure on closed_day (organisation_id, closure_id);
call lintel.protect('closed_day');
grant select on closed_day to lintel_app, lintel_definer;
create policy definer on closed_day for select to lintel_definer using (true);
create policy closed on closed_day for insert to lintel_definer
  with check (organisation_id = lintel.organisation());
create policy opened on closed_day for update to lintel_definer
  using (organisation_id = lintel.organisation()) with check (organisation_id = lintel.organisation());
grant insert, update (opened_at) on closed_day to lintel_definer;

-- Nobody closes or opens a day but by a decision, and a day that is over stays as it was.
create function lintel.close_days() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.opens is null then
    insert into closed_day (organisation_id, day, closure_id, agreed_at)
      select new.organisation_id, d::date, new.id, new.decided_at
      from generate_series(new.first_day, new.last_day, interval '1 day') d;
  else
    update closed_day set opened_at = new.decided_at
      where organisation_id = new.organisation_id and closure_id = new.opens and opened_at is null
        and day between new.first_day and new.last_day and day >= (new.decided_at at time zone 'Europe/London')::date;
  end if;
  return null;
end $$;
alter function lintel.close_days owner to lintel_definer;
revoke all on function lintel.close_days from public;
create trigger closure_approved after update on office_closure for each row
  when (old.decision is null and new.decision = 'approved') execute function lintel.close_days();

-- The days on which a landlord's office is closed by its own decision, each with the millisecond since which that was
-- known: '2026-12-24=1795514400000,…'. Read with the policy in force, so that no request asks for it by itself.
create function lintel.closed_days(in_organisation uuid) returns text language sql stable as $$
  select coalesce(string_agg(d.day || '=' || (extract(epoch from d.agreed_at) * 1000)::bigint, ',' order by d.day), '')
  from (select day, min(agreed_at) as agreed_at from public.closed_day
    where organisation_id = in_organisation and opened_at is null group by day) d $$;

-- As it was (0036), and: the closed days, for the calendar.
drop function lintel.begin_request(uuid, uuid, bytea, timestamptz, interval);
create function lintel.begin_request(
  in_organisation uuid, in_session uuid, in_secret_hash bytea, in_now timestamptz, in_idle interval
) returns table (
  staff_id uuid, name text, email text, roles text[], session_id uuid, idle_until timestamptz, ends_at timestamptz,
  second_factor boolean, organisation_name text, slug text, pack_id text, closed_days text, demonstration boolean,
  unread bigint
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
      o.name, o.slug, lintel.pack_at(o.organisation_id, in_now), lintel.closed_days(o.organisation_id),
      o.demonstration,
      lintel.things_waiting(in_organisation, found_staff.id, found_staff.roles)
    from organisation o where o.organisation_id = in_organisation;
end $$;
alter function lintel.begin_request owner to lintel_definer;
revoke all on function lintel.begin_request from public;
grant execute on function lintel.begin_request to lintel_app;
