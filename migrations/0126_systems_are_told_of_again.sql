-- As it was (0112), and again what 0111 had added and 0112 left out: a system that waits for a decision is told of until
-- it is decided, and one that has stopped asking for as long as it does.
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
  elsif in_kind = 'system_to_decide' then
    return exists (
      select from hold_system s where s.organisation_id = in_organisation and (in_about is null or s.id = in_about)
        and s.decision is null);
  elsif in_kind = 'system_silent' then
    return exists (
      select from hold_token t join hold_silence q on q.organisation_id = t.organisation_id
          and q.system_id = t.system_id
        where t.organisation_id = in_organisation and (in_about is null or t.system_id = in_about)
          and t.revoked_at is null and not exists (select from hold_day d where d.organisation_id = t.organisation_id
            and d.system_id = t.system_id and d.last_at > q.since)
          and q.since = (select max(p.since) from hold_silence p where p.organisation_id = t.organisation_id
            and p.system_id = t.system_id));
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
