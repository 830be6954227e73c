-- A pause that one person may not decide: the risk is high with a lower level waiting or without a lead, or the case
-- rested before and nobody has been in touch since. A manager decides; the case goes on until then.
create table pause_proposal (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  wish text not null,
  next_contact_on date not null,
  next_contact_how text not null default '',
  -- visits and calls that they do not want
  call_off uuid[] not null default '{}',
  -- codes of closing/pausing.ts
  why_two text[] not null check (why_two <> '{}'),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create index pause_proposal_case on pause_proposal (organisation_id, case_id, proposed_at desc);
create unique index pause_proposal_open on pause_proposal (organisation_id, case_id) where decision is null;
call lintel.protect_case_child('pause_proposal');
call lintel.decided_by_another('pause_proposal', 'approved');
