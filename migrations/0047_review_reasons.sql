-- Reasons to review the policy sooner than its date: monitoring, law, regulation or strategy calls for it. While one
-- stands open, the review is not in time where the policy says so.
create table policy_review_reason (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('monitoring', 'law', 'regulation', 'strategy')),
  words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at is null or ended_why <> '')
);
create index policy_review_reason_recorded_by on policy_review_reason (organisation_id, recorded_by);
create index policy_review_reason_ended_by on policy_review_reason (organisation_id, ended_by) where ended_by is not null;
call lintel.protect('policy_review_reason');
create policy own_name on policy_review_reason as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by = lintel.staff() and ended_at is null
    and lintel.roles() && '{administrator,da_manager,director,system}');
create policy ended_once on policy_review_reason as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ended_at is null and lintel.roles() && '{administrator,da_manager,director}')
  with check (organisation_id = lintel.organisation() and ended_by = lintel.staff());
grant select, insert, update (ended_at, ended_by, ended_why, version) on policy_review_reason to lintel_app;
