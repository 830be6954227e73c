-- A letter on paper: printed in a batch, then posted or destroyed, by whom and when. The same letter is never printed a
-- second time but for a reason that somebody wrote down, and never while its other paper may still leave.
create table letter_paper (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  batch_id uuid not null,
  -- who would learn it, as whoever printed it was shown
  learners jsonb not null default '[]' check (jsonb_typeof(learners) = 'array'),
  printed_by uuid,
  printed_at timestamptz not null,
  again boolean not null default false,
  why text not null default '',
  outcome text check (outcome in ('posted', 'destroyed')),
  outcome_at timestamptz,
  outcome_by uuid,
  outcome_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, message_id) references message,
  foreign key (organisation_id, printed_by) references staff,
  foreign key (organisation_id, outcome_by) references staff,
  check ((outcome is null) = (outcome_at is null)),
  check (again = (why <> '')),
  check (outcome is distinct from 'destroyed' or outcome_why <> '')
);
create unique index letter_paper_once on letter_paper (organisation_id, message_id) where not again;
create unique index letter_paper_on_the_way on letter_paper (organisation_id, message_id)
  where outcome is distinct from 'destroyed';
create index letter_paper_message on letter_paper (organisation_id, message_id);
create index letter_paper_batch on letter_paper (organisation_id, batch_id);
create index letter_paper_case on letter_paper (organisation_id, case_id);
create index letter_paper_open on letter_paper (organisation_id, printed_at desc) where outcome is null;
create index letter_paper_printed_by on letter_paper (organisation_id, printed_by) where printed_by is not null;
create index letter_paper_outcome_by on letter_paper (organisation_id, outcome_by) where outcome_by is not null;
call lintel.protect_case_child('letter_paper');
create policy own_name on letter_paper as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and printed_by is not distinct from lintel.staff());
create policy outcome_own_name on letter_paper as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and outcome is null)
  with check (organisation_id = lintel.organisation() and outcome_by is not distinct from lintel.staff());
grant select, insert, update (outcome, outcome_at, outcome_by, outcome_why) on letter_paper to lintel_app;
