-- That somebody asked the area whether a line of how a risk is heard or weighed there still holds: with whom, when, and
-- what they said. A check is never changed; the next one stands beside it.
create table pathway_check (
  organisation_id uuid not null references organisation,
  id uuid not null,
  meeting_id uuid,
  threshold_id uuid,
  checked_on date not null,
  with_whom text not null check (length(with_whom) >= 3),
  outcome text not null check (outcome in ('holds', 'differs')),
  words text not null default '' check (outcome = 'holds' or length(words) >= 6),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references area_meeting,
  foreign key (organisation_id, threshold_id) references risk_threshold,
  foreign key (organisation_id, recorded_by) references staff,
  check (num_nonnulls(meeting_id, threshold_id) = 1)
);
create index pathway_check_meeting on pathway_check (organisation_id, meeting_id) where meeting_id is not null;
create index pathway_check_threshold on pathway_check (organisation_id, threshold_id) where threshold_id is not null;
create index pathway_check_recorded_by on pathway_check (organisation_id, recorded_by);
call lintel.protect('pathway_check');
grant select, insert on pathway_check to lintel_app;
create policy added on pathway_check as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,system}'
    and recorded_by = lintel.staff());

-- How a threshold is known, as it is said of a kind of meeting.
alter table risk_threshold
  add known text not null default 'said_here' check (known in ('stored_source', 'inferred', 'said_here'));
alter table risk_threshold no force row level security;
update risk_threshold set known = 'stored_source'
  where instrument = 'merit' and source like 'St Helens: Gold from 72.%';
alter table risk_threshold force row level security;
