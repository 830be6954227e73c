-- Promises: one row for each running clock, swept by index; and the daily summary behind the policy board.

create table obligation (
  organisation_id uuid not null references organisation,
  id uuid not null,
  commitment text not null,
  pack_id text not null,
  pack_version text not null,
  disclosure_id uuid,
  case_id uuid,
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
  foreign key (organisation_id, case_id) references case_file
);
create index obligation_look on obligation (organisation_id, next_look_at) where next_look_at is not null;
create index obligation_running on obligation (organisation_id, commitment) where outcome is null;
create index obligation_ended on obligation (organisation_id, ended_at, commitment) where outcome is not null;
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
create index contact_plan_open on contact_plan (organisation_id, proposed_at) where decision is null;
call lintel.protect_case_child('contact_plan');
grant select, insert, update on contact_plan to lintel_app;

-- Figures alone, no case: what the board reads.
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
call lintel.protect('promise_day');
grant select, insert, update, delete on promise_day to lintel_app;

-- What is running, overdue, and ended since a moment: counts for everyone who may see the board, whatever their wall.
create function lintel.promises_now(in_since timestamptz)
returns table (commitment text, running bigint, overdue bigint, met bigint, met_by_plan bigint, breached bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(r.commitment, e.commitment), coalesce(r.running, 0), coalesce(r.overdue, 0),
    coalesce(e.met, 0), coalesce(e.met_by_plan, 0), coalesce(e.breached, 0)
  from (
    select o.commitment, count(*) running, 0::bigint overdue from obligation o
    where o.organisation_id = lintel.organisation() and o.outcome is null group by 1) r
  full join (
    select o.commitment, count(*) filter (where o.outcome = 'met') met,
      count(*) filter (where o.outcome = 'met_by_plan') met_by_plan,
      count(*) filter (where o.outcome = 'breached') breached
    from obligation o
    where o.organisation_id = lintel.organisation() and o.outcome is not null and o.ended_at >= in_since
    group by 1) e on e.commitment = r.commitment $$;
alter function lintel.promises_now owner to lintel_definer;
revoke all on function lintel.promises_now from public;
grant execute on function lintel.promises_now to lintel_app;
