-- Tasks beside the clocks, supervision, cases moved from one colleague to another, and cases that nobody touches.

-- What somebody means to do. Of a case, behind its wall; or nobody's case: a reminder that only its owner sees.
create table task (
  organisation_id uuid not null references organisation,
  id uuid not null,
  case_id uuid,
  owner_id uuid not null,
  what text not null,
  why text not null default '',
  -- the page on which it was thought of
  from_page text not null check (from_page in ('case', 'day', 'supervision', 'plan', 'closing')),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  added_at timestamptz not null,
  added_by uuid,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, owner_id) references staff,
  check ((state = 'open') = (ended_at is null))
);
create index task_case on task (organisation_id, case_id, due_on, id) where case_id is not null;
create index task_owner on task (organisation_id, owner_id, state, due_on, id);
call lintel.protect('task', $$'system' = any ((select lintel.roles())::text[]) or case when case_id is null
  then owner_id = (select lintel.staff())
  else case_id = (select lintel.opened_case()) or exists (
    select from case_file c where c.organisation_id = task.organisation_id and c.id = task.case_id) end$$);
grant select, insert, update on task to lintel_app;

-- Cases moved together, and moved back: an undoing is a reassignment of its own that names the one it undoes.
create table reassignment (
  organisation_id uuid not null references organisation,
  id uuid not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  undoes_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, undoes_id) references reassignment
);
create unique index reassignment_undone on reassignment (organisation_id, undoes_id) where undoes_id is not null;
create index reassignment_made on reassignment (organisation_id, made_at desc, id);
create table reassignment_move (
  organisation_id uuid not null,
  id uuid not null,
  reassignment_id uuid not null,
  case_id uuid not null,
  -- null: nobody led it
  from_id uuid,
  to_id uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, reassignment_id) references reassignment,
  foreign key (organisation_id, case_id) references case_file
);
create unique index reassignment_move_case on reassignment_move (organisation_id, reassignment_id, case_id);
create index reassignment_move_of on reassignment_move (organisation_id, case_id);
call lintel.protect_case_child('reassignment_move');
grant select, insert on reassignment_move to lintel_app;
-- Its reason is as discreet as its cases: whoever sees none of them does not learn of it.
call lintel.protect('reassignment', $$made_by = (select lintel.staff()) or 'system' = any ((select lintel.roles())::text[])
  or exists (select from reassignment_move m
    where m.organisation_id = reassignment.organisation_id and m.reassignment_id = reassignment.id)$$);
grant select, insert on reassignment to lintel_app;

-- What became of a task, added to and never changed.
create table task_change (
  organisation_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  at timestamptz not null,
  by uuid,
  how text not null check (how in ('added', 'moved', 'handed_over', 'done', 'dropped')),
  reason text not null default '',
  from_due_on date,
  to_due_on date,
  from_owner_id uuid,
  to_owner_id uuid,
  reassignment_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, task_id) references task,
  foreign key (organisation_id, reassignment_id) references reassignment
);
create index task_change_task on task_change (organisation_id, task_id, at, id);
create index task_change_reassignment on task_change (organisation_id, reassignment_id)
  where reassignment_id is not null;
call lintel.protect('task_change', $$'system' = any ((select lintel.roles())::text[]) or exists (
  select from task t where t.organisation_id = task_change.organisation_id and t.id = task_change.task_id)$$);
grant select, insert on task_change to lintel_app;

-- A manager looked at a case together with whoever leads it.
create table supervision (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  lead_id uuid,
  held_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  discussed text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, lead_id) references staff
);
create index supervision_case on supervision (organisation_id, case_id, held_at desc, id desc);
create index supervision_lead on supervision (organisation_id, lead_id) where lead_id is not null;
call lintel.protect_case_child('supervision');
grant select, insert on supervision to lintel_app;

-- How the worker is, apart from any case: between the two of them.
create table wellbeing_check (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  held_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  standing text not null check (standing in ('well', 'some_strain', 'needs_support')),
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff
);
create index wellbeing_check_staff on wellbeing_check (organisation_id, staff_id, held_at desc, id desc);
create index wellbeing_check_by on wellbeing_check (organisation_id, recorded_by, held_at desc);
call lintel.protect('wellbeing_check', $$staff_id = (select lintel.staff()) or recorded_by = (select lintel.staff())$$);
grant select, insert on wellbeing_check to lintel_app;

-- A case on which nobody acts: when the sweep looks at it next (null: at once), which act was the last when it raised
-- the alarm, and how far up the line it has told. The alarm stands while that act is still the last one.
alter table case_file
  add look_at timestamptz,
  add untouched_since timestamptz,
  add untouched_step smallint not null default 0;
create index case_file_look on case_file (organisation_id, look_at nulls first) where closed_at is null;
create index case_file_alarm on case_file (organisation_id, lead_id, untouched_since) where closed_at is null
  and untouched_since is not null;
grant update (look_at, untouched_since, untouched_step) on case_file to lintel_app;
