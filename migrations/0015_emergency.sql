-- Break-glass: for an hour at most, somebody of the team sees a case that they are not let into, because somebody's
-- safety cannot wait. It stands apart from who may see the case: nothing that counts, tells or hands over work by the
-- wall's own rows takes them for somebody who is let in.

-- The cases that whoever asks has emergency access to at this moment; found when the request begins, so that access
-- which has run out ends to the second, whether or not any job ran.
create function lintel.emergency() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('lintel.emergency', true), ''), ',')::uuid[] $$;
-- Until when, beside them; null: whoever asks is not in this case by emergency.
create function lintel.emergency_until(in_case uuid) returns timestamptz language sql stable parallel safe
  as $$ select (string_to_array(current_setting('lintel.emergency_until', true), ','))[
    array_position(lintel.emergency(), in_case)]::timestamptz $$;

-- Every use and every try. Only break_glass() adds to it.
create table break_glass (
  organisation_id uuid not null references organisation,
  id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  asked_by text not null check (asked_by in ('reference', 'person', 'home')),
  reason text not null check (reason in ('danger_now', 'person_asks', 'agency_asks', 'lead_away', 'other')),
  words text not null,
  outcome text not null check (outcome in ('granted', 'not_needed', 'nothing', 'limited')),
  case_id uuid,
  case_reference text not null default '',
  -- where a conflict stands in the way: which case it was. No reference, for to check one would take its time, and
  -- whoever asks could tell by the clock that there is something
  kept_from uuid,
  ends_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  -- when the data protection officers were reminded that nobody has reviewed it
  reminded_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, ended_by) references staff,
  check ((outcome = 'granted') = (ends_at is not null)),
  check (outcome in ('granted', 'not_needed') = (case_id is not null)),
  check (ends_at <= at + interval '60 minutes'),
  check (ended_at <= ends_at)
);
create index break_glass_running on break_glass (organisation_id, staff_id, ends_at) include (case_id)
  where ends_at is not null and ended_at is null;
create index break_glass_staff on break_glass (organisation_id, staff_id, at);
create index break_glass_case on break_glass (organisation_id, case_id, at desc) where case_id is not null;
create index break_glass_ended_by on break_glass (organisation_id, ended_by) where ended_by is not null;
create index break_glass_list on break_glass (organisation_id, at desc, id desc);
alter table break_glass enable row level security;
alter table break_glass force row level security;
create policy definer on break_glass to lintel_definer using (true) with check (true);
grant select, insert on break_glass to lintel_definer;

-- Has whoever asks a conflict with this case? They see no case, so a narrow function looks for them.
create function lintel.shut_out(in_case uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from case_file c where c.organisation_id = lintel.organisation() and c.id = in_case
    and lintel.staff() = any (c.blocked_staff)) $$;
alter function lintel.shut_out owner to lintel_definer;
revoke all on function lintel.shut_out from public;
grant execute on function lintel.shut_out to lintel_app;

-- Seen behind the case's own wall; and by a data protection officer, who sees no case: never their own use, and none
-- of a case that they have a conflict with.
create policy seen on break_glass for select to lintel_app using (organisation_id = lintel.organisation() and (
  'system' = any ((select lintel.roles())::text[])
  or exists (select from case_file c where c.organisation_id = break_glass.organisation_id and c.id = break_glass.case_id)
  or ('data_protection_officer' = any ((select lintel.roles())::text[]) and staff_id <> (select lintel.staff())
    and not lintel.shut_out(coalesce(case_id, kept_from)))));
-- It ends once, and early only.
create policy ended on break_glass for update to lintel_app
  using (organisation_id = lintel.organisation() and ('system' = any ((select lintel.roles())::text[])
    or staff_id = (select lintel.staff()) and ended_at is null
    or lintel.roles() && '{data_protection_officer,da_manager}' and ended_at is null))
  with check (organisation_id = lintel.organisation() and ('system' = any ((select lintel.roles())::text[])
    or ended_at is not null and ended_by = (select lintel.staff())));
grant select, update (ended_at, ended_by, reminded_at) on break_glass to lintel_app;

-- What a data protection officer found; one finding a use, never changed.
create table break_glass_review (
  organisation_id uuid not null,
  id uuid not null,
  use_id uuid not null,
  finding text not null check (finding in ('appropriate', 'not_appropriate')),
  done text not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, use_id) references break_glass,
  foreign key (organisation_id, reviewed_by) references staff
);
create unique index break_glass_review_use on break_glass_review (organisation_id, use_id);
create index break_glass_review_by on break_glass_review (organisation_id, reviewed_by);
call lintel.protect('break_glass_review', $$exists (select from break_glass b
  where b.organisation_id = break_glass_review.organisation_id and b.id = break_glass_review.use_id)$$);
create policy by_officer on break_glass_review as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and reviewed_by = lintel.staff()
    and 'data_protection_officer' = any (lintel.roles()));
grant select, insert on break_glass_review to lintel_app;

-- The wall, as it was, and for as long as it lasts those with emergency access. A conflict beats that too.
alter policy wall on case_file using (
  organisation_id = lintel.organisation() and (
    'system' = any ((select lintel.roles())::text[])
    or (not ((select lintel.staff()) = any (blocked_staff))
      and ((select lintel.staff()) = any (granted_staff) or granted_roles && (select lintel.roles())
        or id = any ((select lintel.emergency())::uuid[])))));

-- Whoever is in by emergency changes nothing about who may see the case, except that they may shut themselves out.
create policy not_in_emergency_added on case_access as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and not case_id = any (coalesce((select lintel.emergency()), '{}')));
create policy not_in_emergency_changed on case_access as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and not case_id = any (coalesce((select lintel.emergency()), '{}')));
create policy not_in_emergency_added on case_conflict as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and (staff_id = (select lintel.staff())
    or not case_id = any (coalesce((select lintel.emergency()), '{}'))));
create policy not_in_emergency_changed on case_conflict as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and not case_id = any (coalesce((select lintel.emergency()), '{}')));

-- How often a colleague has asked since a moment. It holds the colleague's next try back until this one has ended, so
-- that two at once are counted as two.
create function lintel.emergency_tries(in_since timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('lintel emergency ' || lintel.staff(), 0));
  return (select count(*) from break_glass b where b.organisation_id = lintel.organisation()
    and b.staff_id = lintel.staff() and b.at > in_since);
end $$;
alter function lintel.emergency_tries owner to lintel_definer;
revoke all on function lintel.emergency_tries from public;
grant execute on function lintel.emergency_tries to lintel_app;

create policy definer on case_person for select to lintel_definer using (true);
grant select on case_person to lintel_definer;

-- Finds the case, lets whoever asks in until `in_ends`, and writes down that they asked. A case that they have a
-- conflict with is not there: the same work is done, the same row is written, the same nothing is answered.
create function lintel.break_glass(in_id uuid, in_asked_by text, in_reference text, in_person uuid, in_home uuid,
  in_reason text, in_words text, in_may boolean, in_now timestamptz, in_ends timestamptz)
returns table (outcome text, case_id uuid) language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
  me uuid := lintel.staff();
  mine text[] := lintel.roles();
  file record;
  in_sight boolean;
begin
  if me is null or not mine && '{da_manager,da_worker}' then
    raise exception 'emergency access is for the team' using errcode = 'insufficient_privilege';
  end if;
  -- What is still open comes first, and what they do not see yet; what a conflict keeps from them, never before those.
  select c.id, c.reference, me = any (c.blocked_staff) as blocked,
      me = any (c.granted_staff) or c.granted_roles && mine or c.id = any (coalesce(lintel.emergency(), '{}')) as open
    into file
    from case_file c
    where c.organisation_id = lintel.organisation() and in_may and c.id in (
      select r.id from case_file r where r.organisation_id = lintel.organisation() and r.reference = in_reference
      union all
      select r.id from case_file r where r.organisation_id = lintel.organisation() and r.person_id = in_person
      union all
      select p.case_id from case_person p where p.organisation_id = lintel.organisation()
        and p.person_id = in_person and p.part in ('at_risk', 'child_victim') and p.ended_at is null
      union all
      select r.id from case_file r where r.organisation_id = lintel.organisation() and r.property_id = in_home)
    order by 3, c.closed_at is not null, 4, c.opened_at desc, c.id
    limit 1;
  in_sight := file.id is not null and not file.blocked;
  outcome := case when not in_may then 'limited' when not in_sight then 'nothing' when file.open then 'not_needed'
    else 'granted' end;
  case_id := case when in_sight then file.id end;
  insert into break_glass (organisation_id, id, staff_id, at, asked_by, reason, words, outcome, case_id,
    case_reference, kept_from, ends_at)
  values (lintel.organisation(), in_id, me, in_now, in_asked_by, in_reason, in_words, outcome, case_id,
    case when in_sight then file.reference else '' end, case when not in_sight then file.id end,
    case when outcome = 'granted' then in_ends end);
  if outcome = 'granted' then
    perform set_config('lintel.emergency',
        concat_ws(',', nullif(current_setting('lintel.emergency', true), ''), case_id::text), true),
      set_config('lintel.emergency_until',
        concat_ws(',', nullif(current_setting('lintel.emergency_until', true), ''), in_ends::text), true);
  end if;
  return next;
end $$;
alter function lintel.break_glass owner to lintel_definer;
revoke all on function lintel.break_glass from public;
grant execute on function lintel.break_glass to lintel_app;

-- How often each colleague of the team asked since a moment, for their managers: neither for what, nor what came of it.
create function lintel.emergency_rush(in_since timestamptz)
returns table (staff_id uuid, tries bigint, last_at timestamptz) language sql stable security definer
  set search_path = public, pg_temp as $$
  select b.staff_id, count(*), max(b.at) from break_glass b
  where b.organisation_id = lintel.organisation() and b.at > in_since and 'da_manager' = any (lintel.roles())
    and b.staff_id <> lintel.staff()
  group by 1 order by 2 desc, 3 desc $$;
alter function lintel.emergency_rush owner to lintel_definer;
revoke all on function lintel.emergency_rush from public;
grant execute on function lintel.emergency_rush to lintel_app;

-- Which pages were opened, and what was done, while it lasted: names of events alone, nothing of the case.
create policy definer on event for select to lintel_definer using (true);
grant select on event to lintel_definer;
create function lintel.emergency_events(in_use uuid)
returns table (at timestamptz, name text, part text) language sql stable security definer
  set search_path = public, pg_temp as $$
  select e.at, e.name, coalesce(e.data ->> 'part', '') from break_glass b
    join event e on e.organisation_id = b.organisation_id and e.case_id = b.case_id and e.staff_id = b.staff_id
      and e.at between b.at and coalesce(b.ended_at, b.ends_at)
  where b.organisation_id = lintel.organisation() and b.id = in_use and b.outcome = 'granted'
    and 'data_protection_officer' = any (lintel.roles()) and b.staff_id <> lintel.staff()
    and not lintel.shut_out(b.case_id)
  order by e.at, e.id limit 500 $$;
alter function lintel.emergency_events owner to lintel_definer;
revoke all on function lintel.emergency_events from public;
grant execute on function lintel.emergency_events to lintel_app;

-- The promise that a use is reviewed belongs to whoever reviews it, although its case does not.
create policy reviewed on obligation for select to lintel_app using (organisation_id = lintel.organisation()
  and 'data_protection_officer' = any ((select lintel.roles())::text[]) and subject_id is not null
  and exists (select from break_glass b
    where b.organisation_id = obligation.organisation_id and b.id = obligation.subject_id));
create policy reviewed_settled on obligation for update to lintel_app using (organisation_id = lintel.organisation()
  and 'data_protection_officer' = any ((select lintel.roles())::text[]) and subject_id is not null
  and exists (select from break_glass b
    where b.organisation_id = obligation.organisation_id and b.id = obligation.subject_id));
-- Whoever reviews sees no case: keeps true for them what the caseload is ordered by.
create function lintel.refresh_reviewed(in_use uuid) returns void language sql security definer
  set search_path = public, pg_temp as $$
  update case_file c set next_due_at = (select min(o.due_at) from obligation o
    where o.organisation_id = c.organisation_id and o.case_id = c.id
      and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))
  from break_glass_review r join break_glass b on b.organisation_id = r.organisation_id and b.id = r.use_id
  where r.organisation_id = lintel.organisation() and r.use_id = in_use
    and c.organisation_id = r.organisation_id and c.id = b.case_id $$;
alter function lintel.refresh_reviewed owner to lintel_definer;
revoke all on function lintel.refresh_reviewed from public;
grant execute on function lintel.refresh_reviewed to lintel_app;
create policy definer on break_glass_review for select to lintel_definer using (true);
grant select on break_glass_review to lintel_definer;

-- As it was (0001), and: a data protection officer needs a second factor; emergency access that has not run out counts.
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
      o.name, o.slug, o.pack_id, o.demonstration,
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
