-- Whether anybody was asked about danger, each time: yes, no, that it was not safe to ask, or that it was not asked
-- and why. A blank is none of these, and there is no default.
create table danger_asking (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  how text not null check (how in ('disclosure', 'contact', 'assessment', 'reopened')),
  -- the contact, the assessment … at which it was asked
  subject_id uuid,
  answer text not null check (answer in ('yes', 'no', 'not_safe', 'not_asked')),
  why text not null default '' check ((answer = 'not_asked') = (length(why) >= 6)),
  asked_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff
);
create index danger_asking_case on danger_asking (organisation_id, case_id, asked_at);
create index danger_asking_recorded_by on danger_asking (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('danger_asking');
grant select, insert on danger_asking to lintel_app;

-- When they were last asked and answered; and since when they were not, where the last time passed without asking.
alter table case_file add danger_asked_at timestamptz, add danger_unasked_at timestamptz;
grant update (danger_asked_at, danger_unasked_at) on case_file to lintel_app;
