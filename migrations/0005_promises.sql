-- Promises: one row for each running clock, swept by index; and the daily summary behind the policy board.

create table obligation (
  organisation_id uuid not null references organisation,
  id uuid not null,
  commitment text not null,
  pack_id text not null,
  pack_version text not null,
  disclosure_id uuid,
  case_id uuid,
  -- the terms under which it began: a newer pack never changes a promise that is running
  stops text[] not null default '{}',
  by_plan text[] not null default '{}',
  started_at timestamptz not null,
  due_at timestamptz not null,
  -- moments at which it is escalated, the last one being due_at; the sweep looks only at next_look_at
  escalate_at timestamptz[] not null,
  escalated integer not null default 0,
  next_look_at timestamptz,
  outcome text check (outcome in ('met', 'met_by_plan', 'breached', 'not_applicable')),
  ended_at timestamptz,
  ended_event uuid,
  -- a broken promise is still owed: when it was kept after all
  fulfilled_at timestamptz,
  breach_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, case_id) references case_file,
  check (num_nonnulls(disclosure_id, case_id) > 0),
  check ((outcome is null) = (ended_at is null))
);
-- One promise of a kind a disclosure (or a case), however often its beginning is told.
create unique index obligation_subject on obligation (organisation_id, commitment, (coalesce(disclosure_id, case_id)));
create index obligation_look on obligation (organisation_id, next_look_at) where next_look_at is not null;
create index obligation_running on obligation (organisation_id, commitment, due_at) include (case_id, disclosure_id)
  where outcome is null;
create index obligation_owed on obligation (organisation_id, commitment, due_at) include (case_id, disclosure_id)
  where outcome = 'breached' and fulfilled_at is null;
create index obligation_ended on obligation (organisation_id, ended_at, commitment, outcome) where outcome is not null;
create index obligation_case on obligation (organisation_id, case_id) where case_id is not null;
create index obligation_disclosure on obligation (organisation_id, disclosure_id) where disclosure_id is not null;
alter table obligation enable row level security;
alter table obligation force row level security;
create policy started on obligation for insert to lintel_app with check (organisation_id = lintel.organisation());
create policy wall on obligation for select to lintel_app using (organisation_id = lintel.organisation() and (
  'system' = any (lintel.roles()) or case when case_id is not null
    then case_id = lintel.opened_case() or exists (
      select from case_file c where c.organisation_id = obligation.organisation_id and c.id = obligation.case_id)
    else exists (select from disclosure d
      where d.organisation_id = obligation.organisation_id and d.id = obligation.disclosure_id) end));
create policy settled on obligation for update to lintel_app using (organisation_id = lintel.organisation() and (
  'system' = any (lintel.roles()) or case when case_id is not null
    then case_id = lintel.opened_case() or exists (
      select from case_file c where c.organisation_id = obligation.organisation_id and c.id = obligation.case_id)
    else exists (select from disclosure d
      where d.organisation_id = obligation.organisation_id and d.id = obligation.disclosure_id) end));
create policy definer on obligation for select to lintel_definer using (true);
grant select, insert, update on obligation to lintel_app;
grant select on obligation to lintel_definer;

-- Who of these colleagues may learn that there is something to do: those whom the wall lets in, nobody else. Whoever
-- reports a concern cannot see the wall, so a narrow function asks it for them; it answers ids alone.
create policy definer on disclosure for select to lintel_definer using (true);
grant select on disclosure to lintel_definer;
create function lintel.may_be_told(in_staff uuid[], in_case uuid, in_disclosure uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from staff s
    left join disclosure d on d.organisation_id = s.organisation_id and d.id = in_disclosure
    left join case_file c on c.organisation_id = s.organisation_id and c.id = coalesce(in_case, d.case_id)
  where s.organisation_id = lintel.organisation() and s.id = any (in_staff) and s.ended_at is null
    and (in_disclosure is null or (d.id is not null and not s.id = any (d.blocked_staff)))
    and (in_case is null or c.id is not null)
    and case when c.id is not null
      then not s.id = any (c.blocked_staff) and (s.id = any (c.granted_staff) or s.roles && c.granted_roles)
      else in_disclosure is null or s.roles && '{da_manager,da_worker}' end $$;
alter function lintel.may_be_told owner to lintel_definer;
revoke all on function lintel.may_be_told from public;
grant execute on function lintel.may_be_told to lintel_app;

-- "No safe way today": a manager's approved plan, counted apart from promises kept and broken (V4.1a).
create table contact_plan (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  obligation_id uuid not null,
  why text not null,
  plan text not null,
  try_again_at timestamptz not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, obligation_id) references obligation
);
create index contact_plan_case on contact_plan (organisation_id, case_id, proposed_at desc);
create index contact_plan_obligation on contact_plan (organisation_id, obligation_id);
create index contact_plan_open on contact_plan (organisation_id, proposed_at) where decision is null;
call lintel.protect_case_child('contact_plan');
grant select, insert, update on contact_plan to lintel_app;

-- Walled: what not everybody in the team may see, because somebody has a conflict or it is kept to named people. Few
-- things are, so that whoever counts for the team counts the rest without asking, and asks the wall for these alone.
create function lintel.walled(granted_roles text[], blocked_staff uuid[]) returns boolean
  language sql immutable parallel safe
  as $$ select blocked_staff <> '{}' or not granted_roles @> '{da_manager,da_worker}' $$;
create index case_file_walled on case_file (organisation_id, id) where lintel.walled(granted_roles, blocked_staff);
create index disclosure_walled on disclosure (organisation_id, id) where blocked_staff <> '{}';
-- Whoever reads it finds those that their own wall lets them see.
create view walled_subject with (security_invoker = true) as
  select c.organisation_id, c.id from case_file c where lintel.walled(c.granted_roles, c.blocked_staff)
  union all
  select d.organisation_id, d.id from disclosure d where d.blocked_staff <> '{}';
grant select on walled_subject to lintel_app, lintel_definer;

-- Figures alone: what the board reads. Computed from promises and events, never typed. What is walled stands in rows
-- of its own, behind its wall: a plain sum is a sum of what whoever asks may see.
create table promise_day (
  organisation_id uuid not null references organisation,
  commitment text not null,
  day date not null,
  -- the walled case or disclosure that this row counts; all zeros: everything that is not walled
  wall uuid not null,
  ended integer not null,
  met integer not null,
  met_by_plan integer not null,
  breached integer not null,
  primary key (organisation_id, commitment, day, wall)
);
create index promise_day_period on promise_day (organisation_id, day)
  include (wall, commitment, ended, met, met_by_plan, breached);
call lintel.protect('promise_day', $$wall = '00000000-0000-0000-0000-000000000000'
  or 'system' = any ((select lintel.roles())::text[])
  or wall in (select w.id from walled_subject w where w.organisation_id = lintel.organisation())$$);
create policy definer on promise_day for select to lintel_definer using (true);
grant select, insert, update, delete on promise_day to lintel_app;
grant select on promise_day to lintel_definer;

-- Days longer ago than the summary looks back by itself, on which something changed after all; `onward`: on that day
-- and perhaps on any later one.
create table promise_day_stale (
  organisation_id uuid not null references organisation,
  day date not null,
  onward boolean not null default false,
  primary key (organisation_id, day, onward)
);
call lintel.protect('promise_day_stale');
create policy definer on promise_day_stale for insert to lintel_definer with check (true);
grant select, insert, delete on promise_day_stale to lintel_app;
grant insert on promise_day_stale to lintel_definer;

-- A wall was put up around a case, or taken down: its figures move to rows of its own, or back, with the next summary.
create function lintel.case_walled() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into promise_day_stale (organisation_id, day, onward)
  select new.organisation_id, (least(new.opened_at,
    (select min(d.received_at) from disclosure d where d.organisation_id = new.organisation_id and d.case_id = new.id),
    (select min(o.ended_at) from obligation o where o.organisation_id = new.organisation_id and o.case_id = new.id)
    ) at time zone 'Europe/London')::date, true
  on conflict do nothing;
  return null;
end $$;
alter function lintel.case_walled owner to lintel_definer;
revoke all on function lintel.case_walled from public;
create trigger case_walled after update of granted_roles, blocked_staff on case_file for each row
  when (lintel.walled(old.granted_roles, old.blocked_staff) <> lintel.walled(new.granted_roles, new.blocked_staff))
  execute function lintel.case_walled();

-- So do those of a disclosure, from its own wall to that of the case which it became.
create function lintel.disclosure_walled() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if old.blocked_staff <> '{}' or new.blocked_staff <> '{}' or exists (
    select from case_file c where c.organisation_id = new.organisation_id and c.id in (old.case_id, new.case_id)
      and lintel.walled(c.granted_roles, c.blocked_staff))
  then
    insert into promise_day_stale (organisation_id, day, onward)
    select new.organisation_id, (least(new.received_at,
      (select min(o.ended_at) from obligation o
        where o.organisation_id = new.organisation_id and o.disclosure_id = new.id)
      ) at time zone 'Europe/London')::date, true
    on conflict do nothing;
  end if;
  return null;
end $$;
alter function lintel.disclosure_walled owner to lintel_definer;
revoke all on function lintel.disclosure_walled from public;
create trigger disclosure_walled after update of case_id, blocked_staff on disclosure for each row
  when (old.case_id is distinct from new.case_id or old.blocked_staff <> new.blocked_staff)
  execute function lintel.disclosure_walled();

-- The sums of everything over spans of days, both ends included, for those who see no case and are shown figures that
-- are rounded. To the team, whose figures are exact, it answers nothing: they read what their wall lets them see.
create function lintel.promise_totals(in_from date[], in_to date[])
returns table (span bigint, commitment text, ended bigint, met bigint, met_by_plan bigint, breached bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if lintel.roles() && '{da_manager,da_worker}' then return; end if;
  return query select s.span, t.* from unnest(in_from, in_to) with ordinality s (first, last, span)
    cross join lateral (
      select p.commitment, sum(p.ended), sum(p.met), sum(p.met_by_plan), sum(p.breached) from promise_day p
      where p.organisation_id = lintel.organisation() and p.day between s.first and s.last group by 1) t;
end $$;
alter function lintel.promise_totals owner to lintel_definer;
revoke all on function lintel.promise_totals from public;
grant execute on function lintel.promise_totals to lintel_app;

-- What is running, overdue, and ended since a moment. For the team, what is walled counts only where it is among
-- `in_open`, which they read through their own wall; for those who see no case and rounded figures, everything counts.
-- Overdue is what is broken and still owed, and what the sweep has not marked yet.
create function lintel.promises_now(in_since timestamptz, in_now timestamptz, in_open uuid[])
returns table (commitment text, running bigint, overdue bigint, met bigint, met_by_plan bigint, breached bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- In plpgsql, which keeps its plans: planning would take longer than counting.
#variable_conflict use_column
begin
  return query with hidden as materialized (
    select w.id from walled_subject w
    where w.organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker}'
    except select unnest(in_open))
  select n.commitment, sum(n.running)::bigint, sum(n.overdue)::bigint, sum(n.met)::bigint,
    sum(n.met_by_plan)::bigint, sum(n.breached)::bigint
  from (
    select o.commitment, count(*) filter (where o.due_at >= in_now) running,
      count(*) filter (where o.due_at < in_now) overdue, 0 met, 0 met_by_plan, 0 breached
    from obligation o where o.organisation_id = lintel.organisation() and o.outcome is null
      and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1
    union all
    select o.commitment, 0, count(*), 0, 0, 0 from obligation o
    where o.organisation_id = lintel.organisation() and o.outcome = 'breached' and o.fulfilled_at is null
      and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1
    union all
    select o.commitment, 0, 0, count(*) filter (where o.outcome = 'met'),
      count(*) filter (where o.outcome = 'met_by_plan'), count(*) filter (where o.outcome = 'breached')
    from obligation o
    where o.organisation_id = lintel.organisation() and o.outcome is not null and o.ended_at >= in_since
      and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1) n
  group by 1;
end $$;
alter function lintel.promises_now owner to lintel_definer;
revoke all on function lintel.promises_now from public;
grant execute on function lintel.promises_now to lintel_app;
