-- Casework in full. What every page of a case shows stands on the case's own row, so that no page asks more than one.
alter table case_file
  add risk_level text check (risk_level in ('standard', 'medium', 'high')),
  add risk_level_at timestamptz,
  add ever_high boolean not null default false,
  add plan_standing text check (plan_standing in ('agreed', 'not_yet', 'not_safe_to_agree')),
  add plan_at timestamptz,
  -- the next visit or call that is planned
  add next_planned_at timestamptz,
  -- since when it rests at the person's own wish (V3.4); null: it does not
  add paused_at timestamptz,
  -- an earlier case about the same person, closed or opened within the twelve months before this one was opened
  add repeat_of uuid,
  add foreign key (organisation_id, repeat_of) references case_file;
create index case_file_repeat on case_file (organisation_id, repeat_of) where repeat_of is not null;
create index case_file_risk on case_file (organisation_id, risk_level, next_due_at, id) where closed_at is null;
grant update (risk_level, risk_level_at, ever_high, plan_standing, plan_at, next_planned_at, paused_at, repeat_of)
  on case_file to lintel_app;

-- When anybody last did something about a case: looking is not doing, not even in an emergency, and neither is what a
-- clock says. Read from the record itself, newest first, so that nothing that is done has to write it down a second time.
create function lintel.last_acted(in_organisation uuid, in_case uuid) returns timestamptz language sql stable as $$
  select e.at from event e
  where e.organisation_id = in_organisation and e.case_id = in_case and e.staff_id is not null
    and e.name !~ '\.(viewed|seen|read|exported|listed)$' and e.name !~ '^(obligation|break-glass)\.'
  order by e.at desc limit 1 $$;

-- A promise may recur in one case: each time about something else, for instance the risk as it was rated that day.
alter table obligation add subject_id uuid;
drop index obligation_subject;
create unique index obligation_subject on obligation
  (organisation_id, commitment, (coalesce(subject_id, disclosure_id, case_id)));
