-- What waits for a decision is told of until it is decided or withdrawn, by whomever, and no longer: in the list, in the
-- count of every page and in e-mails. What is about no case says which proposal it is about.
alter table notification add about_id uuid;

-- Whoever counts for somebody looks at what they may decide.
create policy definer on contact_plan for select to lintel_definer using (true);
create policy definer on risk_lowering for select to lintel_definer using (true);
create policy definer on safeguarding_referral for select to lintel_definer using (true);
create policy definer on safeguarding_no_referral for select to lintel_definer using (true);
create policy definer on pause_proposal for select to lintel_definer using (true);
create policy definer on handover for select to lintel_definer using (true);
create policy definer on told_contact for select to lintel_definer using (true);
create policy definer on case_closing for select to lintel_definer using (true);
create policy definer on confirmation for select to lintel_definer using (true);
create policy definer on confirmation_decision for select to lintel_definer using (true);
create policy definer on policy_change for select to lintel_definer using (true);
create policy definer on office_closure for select to lintel_definer using (true);
create policy definer on contact for select to lintel_definer using (true);
create policy definer on contact_dealt for select to lintel_definer using (true);
-- As the team sees it: only those who see the case that it is to join.
create policy definer on disclosure_joining for select to lintel_definer using (lintel.staff() is null or exists (
  select from case_file c where c.organisation_id = disclosure_joining.organisation_id
    and c.id = disclosure_joining.case_id and not lintel.staff() = any (c.blocked_staff)
    and (lintel.staff() = any (c.granted_staff) or lintel.roles() && c.granted_roles)));
grant select on contact_plan, risk_lowering, safeguarding_referral, safeguarding_no_referral, pause_proposal, handover,
  told_contact, case_closing, confirmation, confirmation_decision, policy_change, office_closure, contact,
  contact_dealt, disclosure_joining to lintel_definer;

-- As it was (0081), and: what waits for a decision, for what went against the agreement to be seen to, or for somebody
-- to be heard of, waits until then. Only the one question that a kind asks is planned, and once.
create function lintel.notice_waits(
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

-- As it was (0036), by that rule.
create or replace function lintel.things_waiting(in_organisation uuid, in_staff uuid, in_roles text[]) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct (
      case when n.kind in ('due_half', 'due_soon', 'due_now', 'overdue') then 'promise' else n.kind end,
      coalesce(n.case_id, n.disclosure_id, n.about_id, n.id)))
    from notification n
    left join disclosure d on d.organisation_id = n.organisation_id and d.id = n.disclosure_id
    left join case_file c on c.organisation_id = n.organisation_id and c.id = coalesce(n.case_id, d.case_id)
    where n.organisation_id = in_organisation and n.staff_id = in_staff and n.read_at is null
      and not in_staff = any (coalesce(c.blocked_staff, '{}') || coalesce(d.blocked_staff, '{}'))
      and (c.id is null or in_staff = any (c.granted_staff) or in_roles && c.granted_roles
        or c.id = any (lintel.emergency()))
      and lintel.notice_waits(n.organisation_id, n.kind, n.case_id, n.disclosure_id, n.obligation_id, n.about_id) $$;
drop function lintel.notice_waits(uuid, text, uuid, uuid, uuid);
