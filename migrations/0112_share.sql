-- What was decided to be shared, with whom, for what and on what ground (V3.2, L2.8; domain §4). What was decided is
-- never changed: another recipient, purpose or content is another decision.
create table share (
  organisation_id uuid not null references organisation,
  id uuid not null,
  case_id uuid not null,
  recipient_id uuid not null,
  purpose text not null check (purpose in ('safety', 'support', 'housing', 'prosecution', 'money')),
  -- made from what was chosen: nobody ticks it
  kinds text[] not null check (kinds <> '{}' and kinds <@ array['account', 'risk', 'plan', 'family', 'health', 'home',
    'contact']),
  -- what goes: entries of the chronology, a version of the plan, assessments, and words of their own
  entries uuid[] not null default '{}',
  plan_version_id uuid,
  assessments uuid[] not null default '{}',
  words text not null default '',
  -- of rules/lawful-basis.ts; '': on their agreement alone
  basis text not null default '',
  condition text not null default '',
  power text not null default '',
  necessity text not null check (necessity <> ''),
  proportionality text not null check (proportionality <> ''),
  view text not null check (view in ('agrees', 'disagrees', 'not_asked', 'not_safe_to_ask')),
  view_words text not null default '',
  told text not null check (told in ('told', 'will_be', 'not_told')),
  told_why text not null default '',
  -- a danger stood on record as it was decided
  in_danger boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  dropped_at timestamptz,
  dropped_by uuid,
  dropped_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recipient_id) references share_recipient,
  foreign key (organisation_id, plan_version_id) references plan_version,
  foreign key (organisation_id, decided_by) references staff,
  foreign key (organisation_id, dropped_by) references staff,
  check (view = 'agrees' or view_words <> ''),
  check (told = 'told' or told_why <> ''),
  check ((dropped_at is null) = (dropped_why = ''))
);
create index share_case on share (organisation_id, case_id, decided_at desc);
create index share_recipient_of on share (organisation_id, recipient_id);
create index share_plan on share (organisation_id, plan_version_id) where plan_version_id is not null;
create index share_decided_by on share (organisation_id, decided_by);
create index share_dropped_by on share (organisation_id, dropped_by) where dropped_by is not null;
call lintel.protect_case_child('share');
create policy own_name on share as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and decided_by is not distinct from lintel.staff());
grant select, insert, update (dropped_at, dropped_by, dropped_why) on share to lintel_app;

-- Without their agreement another decides; where somebody is in danger now, they look at it afterwards.
create table share_second (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, share_id) references share,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create unique index share_second_once on share_second (organisation_id, share_id);
create index share_second_case on share_second (organisation_id, case_id);
create index share_second_waiting on share_second (organisation_id, proposed_at) where decision is null;
create index share_second_proposer on share_second (organisation_id, proposed_by) where proposed_by is not null;
create index share_second_decider on share_second (organisation_id, decided_by) where decided_by is not null;
call lintel.protect_case_child('share_second');
call lintel.decided_by_another('share_second', 'approved');

-- Whoever told us asked that it goes no further (“police: do not disclose”). While it stands, the entry reaches nobody
-- outside the team by any way, whatever else was decided of it; lifted only by what they allowed.
create table entry_condition (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  said_by text not null check (said_by <> ''),
  words text not null check (words <> ''),
  set_at timestamptz not null,
  set_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, entry_id) references case_entry,
  foreign key (organisation_id, set_by) references staff,
  foreign key (organisation_id, lifted_by) references staff,
  check ((lifted_at is null) = (lifted_why = ''))
);
create index entry_condition_entry on entry_condition (organisation_id, entry_id, set_at);
create index entry_condition_case on entry_condition (organisation_id, case_id);
create index entry_condition_set_by on entry_condition (organisation_id, set_by) where set_by is not null;
create index entry_condition_lifted_by on entry_condition (organisation_id, lifted_by) where lifted_by is not null;
call lintel.protect_case_child('entry_condition');
grant select, insert, update (lifted_at, lifted_by, lifted_why) on entry_condition to lintel_app;

-- As it was (0089), and: a share that waits for a second person is told of until it is decided.
create policy definer on share_second for select to lintel_definer using (true);
grant select on share_second to lintel_definer;
create or replace function lintel.notice_waits(
  in_organisation uuid, in_kind text, in_case uuid, in_disclosure uuid, in_obligation uuid, in_about uuid
) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  if in_kind in ('due_half', 'due_soon', 'due_now', 'overdue') then
    return in_obligation is null or exists (
      select from obligation o where o.organisation_id = in_organisation and o.id = in_obligation
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)));
  elsif in_kind in ('danger', 'danger_in_case', 'danger_on_call', 'nobody_on_call') then
    return exists (
      select from danger g where g.organisation_id = in_organisation and g.dealt_at is null
        and (g.case_id = in_case or g.disclosure_id = in_disclosure));
  elsif in_kind in ('check_in_missed', 'check_in_raised') then
    return in_case is null or exists (
      select from planned_contact p where p.organisation_id = in_organisation and p.case_id = in_case
        and p.missed_at is not null and p.checked_in_at is null and p.ended_at is null);
  elsif in_kind in ('triage_waiting', 'claim_left') then
    return in_disclosure is null or exists (
      select from disclosure d where d.organisation_id = in_organisation and d.id = in_disclosure
        and d.triaged_at is null);
  elsif in_kind = 'lead_needed' then
    return in_case is null or exists (
      select from case_file c where c.organisation_id = in_organisation and c.id = in_case
        and c.lead_id is null and c.closed_at is null);
  elsif in_kind = 'risk_after_closing' then
    return in_case is null or exists (
      select from case_file c where c.organisation_id = in_organisation and c.id = in_case
        and c.closed_at is not null and not c.risk_judged);
  elsif in_kind = 'against_agreement' then
    return in_case is null or exists (
      select from contact c where c.organisation_id = in_organisation and c.case_id = in_case and c.against <> '{}'
        and not exists (select from contact_dealt d
          where d.organisation_id = in_organisation and d.contact_id = c.id));
  elsif in_kind = 'late_to_check' then
    return in_case is null or exists (
      select from late_record l where l.organisation_id = in_organisation and l.case_id = in_case
        and l.decision is null);
  elsif in_kind = 'sample_to_check' then
    return exists (
      select from promise_sample p where p.organisation_id = in_organisation and p.answer is null
        and p.recorded_by is distinct from lintel.staff() and p.lead_id is distinct from lintel.staff());
  elsif in_kind = 'plan_to_decide' then
    return exists (
      select from contact_plan p where p.organisation_id = in_organisation and p.case_id = in_case
        and p.decision is null);
  elsif in_kind = 'risk_to_confirm' then
    return exists (
      select from risk_lowering l where l.organisation_id = in_organisation and l.case_id = in_case
        and l.decision is null);
  elsif in_kind = 'safeguarding_to_decide' then
    return exists (
        select from safeguarding_referral r
          join safeguarding_no_referral n on n.organisation_id = r.organisation_id and n.referral_id = r.id
        where r.organisation_id = in_organisation and (r.case_id = in_case or r.disclosure_id = in_disclosure)
          and n.decision is null)
      or exists (
        select from disclosure_joining j where j.organisation_id = in_organisation
          and j.disclosure_id = in_disclosure and j.decision is null);
  elsif in_kind = 'share_to_decide' then
    return exists (
      select from share_second s where s.organisation_id = in_organisation and s.case_id = in_case
        and s.decision is null);
  elsif in_kind = 'rest_to_decide' then
    return exists (
      select from pause_proposal p where p.organisation_id = in_organisation and p.case_id = in_case
        and p.decision is null);
  elsif in_kind = 'handover_to_decide' then
    return exists (
      select from handover h where h.organisation_id = in_organisation and h.disclosure_id = in_disclosure
        and h.decision is null);
  elsif in_kind = 'contact_to_confirm' then
    return exists (
      select from told_contact t where t.organisation_id = in_organisation and t.disclosure_id = in_disclosure
        and t.decision is null);
  elsif in_kind = 'closing_to_sign' then
    return exists (
      select from case_closing c where c.organisation_id = in_organisation and c.case_id = in_case
        and c.decision is null and c.signature_needed);
  elsif in_kind = 'role_to_confirm' then
    return exists (
      select from confirmation c join staff s on s.organisation_id = c.organisation_id and s.id = c.staff_id
      where c.organisation_id = in_organisation and (in_about is null or c.id = in_about) and s.ended_at is null
        and not exists (select from confirmation_decision d
          where d.organisation_id = in_organisation and d.confirmation_id = c.id));
  elsif in_kind = 'policy_to_decide' then
    return exists (
      select from policy_change p where p.organisation_id = in_organisation and (in_about is null or p.id = in_about)
        and p.decision is null);
  elsif in_kind = 'closure_to_decide' then
    return exists (
      select from office_closure c where c.organisation_id = in_organisation and (in_about is null or c.id = in_about)
        and c.decision is null);
  elsif in_kind = 'threshold_to_decide' then
    return exists (
      select from risk_threshold t where t.organisation_id = in_organisation and (in_about is null or t.id = in_about)
        and t.needs_second and t.decision is null);
  elsif in_kind = 'emergency_to_review' then
    return exists (
      select from break_glass b where b.organisation_id = in_organisation and (in_about is null or b.id = in_about)
        and b.outcome = 'granted' and b.staff_id is distinct from lintel.staff()
        and not lintel.shut_out(coalesce(b.case_id, b.kept_from))
        and not exists (select from break_glass_review r
          where r.organisation_id = in_organisation and r.use_id = b.id));
  end if;
  return true;
end $$;
