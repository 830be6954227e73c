-- Somebody says that they have what waits in triage, so that two do not ring the same person.

create table disclosure_claim (
  organisation_id uuid not null references organisation,
  id uuid not null,
  disclosure_id uuid not null,
  staff_id uuid not null,
  claimed_at timestamptz not null,
  -- after this, whoever comes may have it without a reason
  until_at timestamptz not null check (until_at > claimed_at),
  -- why it was taken from whoever had it
  why text not null default '' check (length(why) <= 1000),
  ended_at timestamptz,
  ended_by uuid,
  ended_how text check (ended_how in ('released', 'taken_over', 'triaged')),
  -- managers were told that nobody goes on with it
  alarmed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, staff_id) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check (num_nulls(ended_at, ended_how) in (0, 2))
);
-- One person has it, or nobody.
create unique index disclosure_claim_one on disclosure_claim (organisation_id, disclosure_id) where ended_at is null;
create index disclosure_claim_disclosure on disclosure_claim (organisation_id, disclosure_id);
create index disclosure_claim_staff on disclosure_claim (organisation_id, staff_id);
create index disclosure_claim_ended_by on disclosure_claim (organisation_id, ended_by) where ended_by is not null;
create index disclosure_claim_left on disclosure_claim (organisation_id, until_at)
  where ended_at is null and alarmed_at is null;
alter table disclosure_claim enable row level security;
alter table disclosure_claim force row level security;
-- It is read by whoever reads the disclosure, and nobody says of somebody else that they have it.
create policy read on disclosure_claim for select to lintel_app using (organisation_id = lintel.organisation()
  and exists (select from disclosure d
    where d.organisation_id = disclosure_claim.organisation_id and d.id = disclosure_claim.disclosure_id));
create policy own on disclosure_claim for insert to lintel_app with check (organisation_id = lintel.organisation()
  and staff_id = lintel.staff() and ended_at is null
  and exists (select from disclosure d
    where d.organisation_id = disclosure_claim.organisation_id and d.id = disclosure_claim.disclosure_id));
create policy ended on disclosure_claim for update to lintel_app using (organisation_id = lintel.organisation()
  and exists (select from disclosure d
    where d.organisation_id = disclosure_claim.organisation_id and d.id = disclosure_claim.disclosure_id));
grant select, insert, update (ended_at, ended_by, ended_how, alarmed_at) on disclosure_claim to lintel_app;

-- As it was (0053), and: what somebody left waits until it is triaged.
create or replace function lintel.notice_waits(
  in_organisation uuid, in_kind text, in_case uuid, in_disclosure uuid, in_obligation uuid
) returns boolean language sql stable set search_path = public, pg_temp as $$
  select case
    when in_kind in ('due_half', 'due_soon', 'due_now', 'overdue') then in_obligation is null or exists (
      select from obligation o where o.organisation_id = in_organisation and o.id = in_obligation
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))
    when in_kind in ('danger', 'danger_in_case', 'danger_on_call', 'nobody_on_call') then exists (
      select from danger g where g.organisation_id = in_organisation and g.dealt_at is null
        and (g.case_id = in_case or g.disclosure_id = in_disclosure))
    when in_kind in ('triage_waiting', 'claim_left') then in_disclosure is null or exists (
      select from disclosure d where d.organisation_id = in_organisation and d.id = in_disclosure
        and d.triaged_at is null)
    when in_kind = 'lead_needed' then in_case is null or exists (
      select from case_file c where c.organisation_id = in_organisation and c.id = in_case
        and c.lead_id is null and c.closed_at is null)
    else true end $$;
