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
create index obligation_running on obligation (organisation_id, commitment, due_at) where outcome is null;
create index obligation_owed on obligation (organisation_id, commitment, due_at)
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

-- Figures alone, no case: what the board reads. Computed from promises and events, never typed.
create table promise_day (
  organisation_id uuid not null references organisation,
  commitment text not null,
  day date not null,
  ended integer not null,
  met integer not null,
  met_by_plan integer not null,
  breached integer not null,
  primary key (organisation_id, commitment, day)
);
create index promise_day_period on promise_day (organisation_id, day)
  include (commitment, ended, met, met_by_plan, breached);
call lintel.protect('promise_day');
grant select, insert, update, delete on promise_day to lintel_app;

-- Days longer ago than the summary looks back by itself, on which something changed after all.
create table promise_day_stale (
  organisation_id uuid not null references organisation,
  day date not null,
  primary key (organisation_id, day)
);
call lintel.protect('promise_day_stale');
grant select, insert, delete on promise_day_stale to lintel_app;

-- What is running, overdue, and ended since a moment: counts for everyone who may see the board, whatever their wall.
-- Overdue is what is broken and still owed, and what the sweep has not marked yet.
create function lintel.promises_now(in_since timestamptz, in_now timestamptz)
returns table (commitment text, running bigint, overdue bigint, met bigint, met_by_plan bigint, breached bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- In plpgsql, which keeps its plans: planning would take longer than counting.
#variable_conflict use_column
begin
  return query select n.commitment, sum(n.running)::bigint, sum(n.overdue)::bigint, sum(n.met)::bigint,
    sum(n.met_by_plan)::bigint, sum(n.breached)::bigint
  from (
    select o.commitment, count(*) filter (where o.due_at >= in_now) running,
      count(*) filter (where o.due_at < in_now) overdue, 0 met, 0 met_by_plan, 0 breached
    from obligation o where o.organisation_id = lintel.organisation() and o.outcome is null group by 1
    union all
    select o.commitment, 0, count(*), 0, 0, 0 from obligation o
    where o.organisation_id = lintel.organisation() and o.outcome = 'breached' and o.fulfilled_at is null group by 1
    union all
    select o.commitment, 0, 0, count(*) filter (where o.outcome = 'met'),
      count(*) filter (where o.outcome = 'met_by_plan'), count(*) filter (where o.outcome = 'breached')
    from obligation o
    where o.organisation_id = lintel.organisation() and o.outcome is not null and o.ended_at >= in_since
    group by 1) n group by 1;
end $$;
alter function lintel.promises_now owner to lintel_definer;
revoke all on function lintel.promises_now from public;
grant execute on function lintel.promises_now to lintel_app;
