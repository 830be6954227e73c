-- So many rows written in one transaction (a demonstration) that the planner must be told of them before it ends; only an
-- owner may tell it.
create function lintel.measure_casework() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  analyze case_file, case_person, case_access, case_conflict, case_entry, allocation, safe_contact, contact, disclosure,
    triage, obligation, notification, event, organisation, staff, risk_assessment, risk_answer, risk_rating, plan_words,
    plan_action, plan_version, plan_option, task, planned_contact, supervision;
end $$;
revoke all on function lintel.measure_casework from public;
grant execute on function lintel.measure_casework to lintel_app;
