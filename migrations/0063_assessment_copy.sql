-- A finished assessment on paper, in the words and the order that a partner needs: for what, for whom, with whose
-- agreement, in which words, and what was left out.
create table assessment_copy (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  -- the version of the words on the paper, which may be others than those in which it was asked
  words_version text not null,
  purpose text not null check (purpose in ('file', 'partner', 'court')),
  recipient text not null default '',
  agreed text not null check (agreed in ('yes', 'no', 'not_asked')),
  why text not null default '',
  left_out text[] not null default '{}' check (left_out <@ array['notes', 'sources']),
  made_at timestamptz not null,
  made_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, assessment_id) references risk_assessment
);
create index assessment_copy_case on assessment_copy (organisation_id, case_id, made_at desc, id desc);
create index assessment_copy_assessment on assessment_copy (organisation_id, assessment_id);
call lintel.protect_case_child('assessment_copy');
grant select, insert on assessment_copy to lintel_app;
