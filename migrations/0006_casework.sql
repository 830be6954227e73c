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
  -- when anybody last did something about it; looking is not doing
  add last_acted_at timestamptz,
  add foreign key (organisation_id, repeat_of) references case_file;
create index case_file_repeat on case_file (organisation_id, repeat_of) where repeat_of is not null;
create index case_file_untouched on case_file (organisation_id, last_acted_at, id) where closed_at is null;
create index case_file_risk on case_file (organisation_id, risk_level, next_due_at, id) where closed_at is null;
grant update (risk_level, risk_level_at, ever_high, plan_standing, plan_at, next_planned_at, paused_at, repeat_of,
  last_acted_at) on case_file to lintel_app;

update case_file set last_acted_at = opened_at;

-- Whoever writes that something was done about a case, did something: kept in the transaction that it is written in.
create function lintel.case_acted() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update case_file set last_acted_at = new.at
  where organisation_id = new.organisation_id and id = new.case_id
    and (last_acted_at is null or last_acted_at < new.at);
  return null;
end $$;
alter function lintel.case_acted owner to lintel_definer;
revoke all on function lintel.case_acted from public;
create trigger case_acted after insert on event for each row
  when (new.case_id is not null and new.staff_id is not null and new.name !~ '\.(viewed|seen|read|exported|listed)$'
    and new.name not like 'obligation.%')
  execute function lintel.case_acted();

-- A promise may recur in one case: each time about something else, for instance the risk as it was rated that day.
alter table obligation add subject_id uuid;
drop index obligation_subject;
create unique index obligation_subject on obligation
  (organisation_id, commitment, (coalesce(subject_id, disclosure_id, case_id)));
