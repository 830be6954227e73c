-- Who would learn what is printed once more, or looked at together on a screen, as whoever opened it was shown it before
-- (V3.2, L1.6, L2.1a). A sheet can be printed, and the large words be opened, for a while after such a row and not else.
create table shown_before_leaving (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  what text not null check (what in ('plan_aloud', 'plan_copy', 'assessment_copy')),
  -- the copy that was printed; of the large words, the case itself
  subject_id uuid not null,
  learners jsonb not null,
  shown_at timestamptz not null,
  shown_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, shown_by) references staff
);
create index shown_before_leaving_case on shown_before_leaving (organisation_id, case_id, what, subject_id, shown_at);
create index shown_before_leaving_by on shown_before_leaving (organisation_id, shown_by) where shown_by is not null;
call lintel.protect_case_child('shown_before_leaving');
grant select, insert on shown_before_leaving to lintel_app;
