-- Breathing space from court action over income (V4.4a): it protects from the moment at which somebody told us, and
-- stands until a person has looked and ended it. It belongs to what was told until that is a case.
create table breathing_space (
  organisation_id uuid not null references organisation,
  id uuid not null,
  disclosure_id uuid,
  case_id uuid,
  -- by the landlord's policy; else it is help of its own, which no policy promises
  promised boolean not null,
  begins_at timestamptz not null,
  given_at timestamptz not null,
  given_by uuid,
  -- how long it was chosen to last; null: nobody has chosen yet, and it reaches as far as it may
  months integer check (months between 1 and 24),
  -- its last day, and the next day on which somebody looks at it; that promise is about look_id
  until date not null,
  look_on date not null,
  look_id uuid not null,
  -- somebody said that it goes on to its last day although the case is closed
  after_closing boolean not null default false,
  ended_at timestamptz,
  ended_by uuid,
  -- codes of breathing-space/endings.ts
  ended_because text check (ended_because <> ''),
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, given_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check (num_nonnulls(disclosure_id, case_id) > 0),
  check ((ended_at is null) = (ended_because is null))
);
create index breathing_space_case on breathing_space (organisation_id, case_id) where case_id is not null;
create index breathing_space_disclosure on breathing_space (organisation_id, disclosure_id)
  where disclosure_id is not null;
create index breathing_space_given_by on breathing_space (organisation_id, given_by) where given_by is not null;
create index breathing_space_ended_by on breathing_space (organisation_id, ended_by) where ended_by is not null;
-- Several disclosures do not stack: what is told twice leads to one.
create unique index breathing_space_once on breathing_space (organisation_id, case_id)
  where ended_at is null and case_id is not null;
create unique index breathing_space_told_once on breathing_space (organisation_id, disclosure_id)
  where ended_at is null and disclosure_id is not null;
call lintel.protect('breathing_space', $policy$'system' = any ((select lintel.roles())::text[]) or case
  when case_id is not null then case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id)
  else lintel.sees_disclosure(organisation_id, disclosure_id) end$policy$);
-- Whoever writes down what they are told may not be able to read it afterwards; it protects all the same.
create policy given on breathing_space for insert to lintel_app
  with check (organisation_id = lintel.organisation() and given_by is not distinct from lintel.staff()
    and ended_at is null);
create policy own_name on breathing_space as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and given_by is not distinct from lintel.staff());
create policy ended_once on breathing_space as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ended_at is null)
  with check (organisation_id = lintel.organisation() and ended_by is not distinct from
    case when ended_at is not null then lintel.staff() end);
grant select, insert, update (case_id, months, until, look_on, look_id, after_closing, ended_at, ended_by, ended_because,
  version) on breathing_space to lintel_app;

create function lintel.sees_breathing_space(in_organisation uuid, in_id uuid) returns boolean
stable language plpgsql as $$
begin
  perform from public.breathing_space s where s.organisation_id = in_organisation and s.id = in_id;
  return found;
end $$;

-- What was done about it. Nothing in it is ever changed.
create table breathing_space_step (
  organisation_id uuid not null,
  id uuid not null,
  space_id uuid not null,
  step text not null
    check (step in ('chosen', 'reviewed', 'extended', 'declined', 'ended', 'told', 'kept_after_closing')),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  until date not null,
  -- codes of breathing-space/endings.ts
  because text not null default '',
  -- whether the person was told, and how; why not
  told text not null default '' check (told in ('', 'told', 'not_safe', 'not_yet')),
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, space_id) references breathing_space,
  foreign key (organisation_id, recorded_by) references staff
);
create index breathing_space_step_of on breathing_space_step (organisation_id, space_id, recorded_at);
create index breathing_space_step_recorder on breathing_space_step (organisation_id, recorded_by)
  where recorded_by is not null;
call lintel.protect('breathing_space_step', 'lintel.sees_breathing_space(organisation_id, space_id)');
create policy own_name on breathing_space_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on breathing_space_step to lintel_app;

-- What nobody does alone: an end that the person did not ask for, more than the policy's bound, one more after an
-- earlier one. A manager decides; until then it stands.
create table breathing_space_proposal (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  space_id uuid not null,
  asks text not null check (asks in ('end', 'longer', 'again')),
  -- for an end, why; a code of breathing-space/endings.ts
  because text not null default '',
  until date,
  why text not null check (why <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, space_id) references breathing_space,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff,
  check ((asks = 'end') = (because <> '')),
  check ((asks = 'longer') = (until is not null))
);
create unique index breathing_space_proposal_waiting on breathing_space_proposal (organisation_id, space_id)
  where decision is null;
create index breathing_space_proposal_of on breathing_space_proposal (organisation_id, space_id, proposed_at desc);
create index breathing_space_proposal_case on breathing_space_proposal (organisation_id, case_id);
create index breathing_space_proposal_proposer on breathing_space_proposal (organisation_id, proposed_by)
  where proposed_by is not null;
create index breathing_space_proposal_decider on breathing_space_proposal (organisation_id, decided_by)
  where decided_by is not null;
call lintel.protect_case_child('breathing_space_proposal');
call lintel.decided_by_another('breathing_space_proposal', 'approved');
create policy definer on breathing_space_proposal for select to lintel_definer using (true);
grant select on breathing_space_proposal to lintel_definer;

-- The Debt Respite Scheme (SI 2020/1311) is the law's and an adviser's, apart from the landlord's own: the longer wins.
create table debt_respite (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('standard', 'mental_health')),
  started_on date not null,
  adviser text not null check (adviser <> ''),
  reference text not null check (reference <> ''),
  -- of a mental-health crisis: the day on which treatment ended; null: it goes on
  treatment_ended_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- ended before its time, by the adviser or a court, or written down in error
  ended_on date,
  ended_why text not null default '',
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check (kind = 'mental_health' or treatment_ended_on is null),
  check ((ended_on is null) = (ended_at is null)),
  check (ended_on is null or ended_why <> '')
);
create index debt_respite_case on debt_respite (organisation_id, case_id, started_on desc);
create index debt_respite_recorder on debt_respite (organisation_id, recorded_by) where recorded_by is not null;
create index debt_respite_ender on debt_respite (organisation_id, ended_by) where ended_by is not null;
call lintel.protect_case_child('debt_respite');
create policy own_name on debt_respite as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert, update (treatment_ended_on, ended_on, ended_why, ended_at, ended_by, version)
  on debt_respite to lintel_app;

-- What every look-up of the case's tenancy asks stands on its row: breathing space that stands, from when, and the days
-- of the Debt Respite Scheme; while treatment goes on, no last day is known, and it is the year 9999.
alter table case_file add breathing_space_from timestamptz;
alter table case_file add debt_respite_from date;
alter table case_file add debt_respite_until date;
alter table case_file add check ((debt_respite_from is null) = (debt_respite_until is null));
grant update (breathing_space_from, debt_respite_from, debt_respite_until) on case_file to lintel_app;

call lintel.notice_waits_while('{breathing_space_to_decide}', $$exists (
  select from breathing_space_proposal p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.decision is null)$$);
