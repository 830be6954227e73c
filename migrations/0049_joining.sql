-- What was told is to be added to the case of somebody who, as far as we know, is another person: one proposes it with
-- the reason and the whole decision of triage, another decides. Until then it waits in triage, and every promise runs.
create table disclosure_joining (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  case_id uuid not null,
  compared text not null check (compared in ('another', 'not_known')),
  why text not null check (why <> ''),
  decision_of_triage jsonb not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create unique index disclosure_joining_waiting on disclosure_joining (organisation_id, disclosure_id)
  where decision is null;
create index disclosure_joining_of on disclosure_joining (organisation_id, disclosure_id, proposed_at desc);
create index disclosure_joining_case on disclosure_joining (organisation_id, case_id);
create index disclosure_joining_proposer on disclosure_joining (organisation_id, proposed_by)
  where proposed_by is not null;
create index disclosure_joining_decider on disclosure_joining (organisation_id, decided_by)
  where decided_by is not null;
-- Whoever sees both what was told and the case it is to join; nobody else learns that the two may belong together.
call lintel.protect('disclosure_joining', $policy$exists (select from disclosure d
    where d.organisation_id = disclosure_joining.organisation_id and d.id = disclosure_joining.disclosure_id)
  and (case_id = (select lintel.opened_case()) or 'system' = any ((select lintel.roles())::text[])
    or lintel.sees_case(organisation_id, case_id))$policy$);
call lintel.decided_by_another('disclosure_joining', 'approved');
