-- Two landlords may be filled at the same time, each in a transaction of its own: whoever comes second leaves out what
-- the first one is measuring, where it would wait until the other has ended.
create or replace function lintel.measure_register() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  analyze (skip_locked) property, person, tenancy, tenant, resident, search_token, search_word;
end $$;

create or replace function lintel.measure_casework() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  analyze (skip_locked) case_file, case_person, case_access, case_conflict, case_entry, allocation, safe_contact,
    contact, disclosure, triage, obligation, notification, event, organisation, staff, risk_assessment, risk_answer,
    risk_rating, plan_words, plan_action, plan_version, plan_option, task, planned_contact, supervision;
end $$;
