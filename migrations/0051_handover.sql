-- Who reached the person before a handover, how and when: said at triage, or nobody did and a second person decides.
alter table triage
  add reached_by uuid,
  add reached_channel text not null default '',
  add reached_at timestamptz,
  add foreign key (organisation_id, reached_by) references staff,
  add check ((reached_at is null) = (reached_channel = ''));
create index triage_reached_by on triage (organisation_id, reached_by) where reached_by is not null;

-- Handed over without anybody having reached them: what was promised runs on until somebody else has agreed.
create table handover (
  organisation_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  definition text not null,
  -- why nobody reached the person
  why text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure
);
create index handover_disclosure on handover (organisation_id, disclosure_id, proposed_at desc);
create unique index handover_open on handover (organisation_id, disclosure_id) where decision is null;
call lintel.protect('handover', $$exists (
  select from disclosure d where d.organisation_id = handover.organisation_id and d.id = handover.disclosure_id)$$);
call lintel.decided_by_another('handover', 'approved');
