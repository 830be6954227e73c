-- What the board could not see: a promise whose keeping was written down only after its deadline, one that was kept by
-- the act that began it, and why one ended that was neither kept nor broken.

alter table obligation drop constraint obligation_outcome_check;
alter table obligation add constraint obligation_outcome_check
  check (outcome in ('met', 'met_by_plan', 'breached', 'not_applicable', 'recorded_late'));
alter table obligation
  -- kept by the very act that began it: opening a case, triage
  add at_birth boolean not null default false,
  -- recorded after its deadline for a time before it; it counts as kept once a second person has confirmed it
  add late boolean not null default false,
  -- why it ended by plan, or was not owed any more: the event, or the reason that was chosen from a list
  add ended_why text,
  -- it waits for what it is counted from, and is due by its later bound until that has happened
  add waiting boolean not null default false;

-- Recorded late: whoever wrote it down says when it was; another person confirms that or does not.
create table late_record (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  obligation_id uuid not null,
  -- what was written down late, when it is said to have happened, and what it would make of the promise
  event_id uuid not null,
  happened_at timestamptz not null,
  makes text not null check (makes in ('met', 'met_by_plan')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('confirmed', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, obligation_id) references obligation,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create index late_record_case on late_record (organisation_id, case_id, proposed_at desc);
create index late_record_obligation on late_record (organisation_id, obligation_id);
create index late_record_open on late_record (organisation_id, proposed_at) where decision is null;
create index late_record_proposed_by on late_record (organisation_id, proposed_by);
create index late_record_decided_by on late_record (organisation_id, decided_by) where decided_by is not null;
call lintel.protect_case_child('late_record');
call lintel.decided_by_another('late_record', 'confirmed');

-- What ended before this was known. Row-level security binds the owner too.
alter table obligation no force row level security;
alter table event no force row level security;
alter table late_record no force row level security;
update obligation o set ended_why = e.name from event e
  where e.organisation_id = o.organisation_id and e.id = o.ended_event and o.outcome in ('met_by_plan', 'not_applicable');
update obligation o set at_birth = true from event began, event kept
  where began.organisation_id = o.organisation_id and began.subject_id = o.id and began.name = 'obligation.started'
    and kept.organisation_id = o.organisation_id and kept.id = o.ended_event and kept.at = began.at and o.outcome = 'met';
insert into late_record (organisation_id, id, case_id, obligation_id, event_id, happened_at, makes, proposed_by,
    proposed_at)
  select o.organisation_id, gen_random_uuid(), o.case_id, o.id, e.id, o.ended_at, o.outcome, e.staff_id, e.at
  from obligation o join event e on e.organisation_id = o.organisation_id and e.id = o.ended_event
  where o.outcome in ('met', 'met_by_plan') and o.case_id is not null and o.ended_at <= o.due_at and e.at > o.due_at;
update obligation o set outcome = 'recorded_late', late = true from late_record l
  where l.organisation_id = o.organisation_id and l.obligation_id = o.id;
alter table obligation force row level security;
alter table event force row level security;
alter table late_record force row level security;

-- Figures by how each promise ended, one row each: a new way to end is no new column, and none is left out of a sum.
-- They are computed from promises and events; the job computes them again from the first day on.
drop function lintel.promise_totals(date[], date[]);
drop function lintel.promises_now(timestamptz, timestamptz, uuid[]);
drop table promise_day;
create table promise_day (
  organisation_id uuid not null references organisation,
  commitment text not null,
  day date not null,
  -- the walled case or disclosure that this row counts; all zeros: everything that is not walled
  wall uuid not null,
  -- how it ended, with the reason where there is one; or what was counted
  ending text not null,
  number integer not null,
  primary key (organisation_id, commitment, day, wall, ending)
);
create index promise_day_period on promise_day (organisation_id, day) include (wall, commitment, ending, number);
call lintel.protect('promise_day', $$wall = '00000000-0000-0000-0000-000000000000'
  or 'system' = any ((select lintel.roles())::text[])
  or wall in (select w.id from walled_subject w where w.organisation_id = lintel.organisation())$$);
create policy definer on promise_day for select to lintel_definer using (true);
grant select, insert, update, delete on promise_day to lintel_app;
grant select on promise_day to lintel_definer;

-- How a promise ended, as the board counts it. Every outcome has its place, and running ones have none.
create function lintel.ending(outcome text, at_birth boolean, late boolean, ended_why text) returns text
language sql immutable parallel safe as $$
  select case
    when outcome = 'met' and at_birth then 'at-birth'
    when outcome = 'met' and late then 'late-confirmed'
    when outcome = 'met' then 'met'
    when outcome = 'recorded_late' then 'recorded-late'
    when outcome = 'breached' then 'breached'
    when outcome = 'met_by_plan' then 'by-plan:' || coalesce(ended_why, 'not-known')
    when outcome = 'not_applicable' then 'otherwise:' || coalesce(ended_why, 'not-known') end $$;

-- The sums of everything over spans of days, both ends included, for those who see no case and are shown figures that
-- are rounded. To the team, whose figures are exact, it answers nothing: they read what their wall lets them see.
create function lintel.promise_totals(in_from date[], in_to date[])
returns table (span bigint, commitment text, ending text, number bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if lintel.roles() && '{da_manager,da_worker}' then return; end if;
  return query select s.span, t.* from unnest(in_from, in_to) with ordinality s (first, last, span)
    cross join lateral (
      select p.commitment, p.ending, sum(p.number) from promise_day p
      where p.organisation_id = lintel.organisation() and p.day between s.first and s.last group by 1, 2) t;
end $$;
alter function lintel.promise_totals owner to lintel_definer;
revoke all on function lintel.promise_totals from public;
grant execute on function lintel.promise_totals to lintel_app;

-- What is running, overdue, and ended since a moment. For the team, what is walled counts only where it is among
-- `in_open`, which they read through their own wall; for those who see no case and rounded figures, everything counts.
-- Overdue is what is broken and still owed, and what the sweep has not marked yet.
create function lintel.promises_now(in_since timestamptz, in_now timestamptz, in_open uuid[])
returns table (commitment text, ending text, number bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
-- In plpgsql, which keeps its plans: planning would take longer than counting.
#variable_conflict use_column
begin
  return query with hidden as materialized (
    select w.id from walled_subject w
    where w.organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker}'
    except select unnest(in_open))
  select o.commitment, case when o.due_at >= in_now then 'running' else 'overdue' end, count(*)
  from obligation o where o.organisation_id = lintel.organisation() and o.outcome is null
    and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1, 2
  union all
  select o.commitment, 'overdue', count(*) from obligation o
  where o.organisation_id = lintel.organisation() and o.outcome = 'breached' and o.fulfilled_at is null
    and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1
  union all
  select o.commitment, lintel.ending(o.outcome, o.at_birth, o.late, o.ended_why), count(*) from obligation o
  where o.organisation_id = lintel.organisation() and o.outcome is not null and o.ended_at >= in_since
    and not exists (select from hidden h where h.id = coalesce(o.case_id, o.disclosure_id)) group by 1, 2;
end $$;
alter function lintel.promises_now owner to lintel_definer;
revoke all on function lintel.promises_now from public;
grant execute on function lintel.promises_now to lintel_app;
