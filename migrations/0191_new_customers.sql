-- The question at letting: of whom is kept that they were asked, or why not; what they answered is kept as a number of
-- a month, of nobody. What they wished to be handed on is a disclosure like any other, and only whoever handed it on,
-- and the program, know to which letting it belongs.
create table letting (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- of the letting in the housing system, never a name
  reference text not null check (length(reference) between 1 and 60),
  move_in_on date not null,
  told_at timestamptz not null,
  told_by uuid not null,
  -- the last time that somebody could not ask, and why
  tried_at timestamptz,
  tried_by uuid,
  why_not text check (why_not in ('not_alone', 'not_well', 'no_interpreter', 'not_met', 'not_got_to', 'fell_through')),
  asked_at timestamptz,
  asked_by uuid,
  with_interpreter boolean,
  -- as what it counts once the day of the move has passed, or nobody moves in
  counted_as text check (counted_as in ('asked', 'asked_late', 'not_asked', 'not_safe_to_ask', 'fell_through')),
  primary key (organisation_id, id),
  foreign key (organisation_id, told_by) references staff,
  foreign key (organisation_id, tried_by) references staff,
  foreign key (organisation_id, asked_by) references staff,
  check (num_nonnulls(tried_at, tried_by, why_not) in (0, 3)),
  check (num_nonnulls(asked_at, asked_by, with_interpreter) in (0, 3)),
  check ((asked_at is not null) = (coalesce(counted_as, '') in ('asked', 'asked_late')))
);
create unique index letting_once on letting (organisation_id, lower(reference))
  where counted_as is distinct from 'fell_through';
create index letting_waiting on letting (organisation_id, move_in_on) where counted_as is null;
create index letting_moves_in on letting (organisation_id, move_in_on);
create index letting_told_by on letting (organisation_id, told_by);
create index letting_tried_by on letting (organisation_id, tried_by) where tried_by is not null;
create index letting_asked_by on letting (organisation_id, asked_by, asked_at desc) where asked_by is not null;
-- That somebody was asked is read by whoever asked them, and by managers: by nobody else of lettings.
call lintel.protect('letting', $$lintel.roles() && '{da_manager,system}'
  or lintel.roles() && '{lettings,da_worker}' and (asked_by is null or asked_by = lintel.staff())$$);
grant select, insert, delete on letting to lintel_app;
grant update (tried_at, tried_by, why_not, asked_at, asked_by, with_interpreter, counted_as) on letting to lintel_app;

create table letting_answer (
  organisation_id uuid not null references organisation,
  month date not null check (extract(day from month) = 1),
  staff_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'rather_not')),
  times integer not null check (times > 0),
  primary key (organisation_id, month, staff_id, answer),
  foreign key (organisation_id, staff_id) references staff
);
create index letting_answer_staff on letting_answer (organisation_id, staff_id);
call lintel.protect('letting_answer', $$lintel.roles() && '{da_manager,system}' or staff_id = lintel.staff()$$);
grant select, insert, delete on letting_answer to lintel_app;
grant update (times) on letting_answer to lintel_app;

create table letting_handed_on (
  organisation_id uuid not null,
  letting_id uuid not null,
  disclosure_id uuid not null,
  handed_on_at timestamptz not null,
  handed_on_by uuid not null,
  -- when the move was written down in their case, in which they are asked whether they feel safe in the new home
  moved_told_at timestamptz,
  primary key (organisation_id, letting_id),
  foreign key (organisation_id, letting_id) references letting on delete cascade,
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, handed_on_by) references staff
);
create unique index letting_handed_on_disclosure on letting_handed_on (organisation_id, disclosure_id);
create index letting_handed_on_moving on letting_handed_on (organisation_id, letting_id) where moved_told_at is null;
create index letting_handed_on_by on letting_handed_on (organisation_id, handed_on_by);
call lintel.protect('letting_handed_on', $$'system' = any ((select lintel.roles())::text[])
  or handed_on_by = lintel.staff()$$);
grant select, insert on letting_handed_on to lintel_app;
grant update (moved_told_at) on letting_handed_on to lintel_app;
