-- Closed cases in which a level of risk was proposed since: few, and looked for on every manager's day.
create index case_file_risk_after_closing on case_file (organisation_id)
  where closed_at is not null and not risk_judged and risk_level_at > closed_at;

-- As it was (0064), and: that a closed case waits to be opened again is told no longer than it does.
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
    when in_kind = 'risk_after_closing' then in_case is null or exists (
      select from case_file c where c.organisation_id = in_organisation and c.id = in_case
        and c.closed_at is not null and not c.risk_judged)
    when in_kind = 'late_to_check' then in_case is null or exists (
      select from late_record l where l.organisation_id = in_organisation and l.case_id = in_case
        and l.decision is null)
    when in_kind = 'sample_to_check' then exists (
      select from promise_sample p where p.organisation_id = in_organisation and p.answer is null
        and p.recorded_by is distinct from lintel.staff() and p.lead_id is distinct from lintel.staff())
    else true end $$;
