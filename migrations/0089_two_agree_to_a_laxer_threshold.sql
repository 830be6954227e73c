-- A threshold by which fewer people are at high or medium risk than by what holds is one person's proposal until another
-- agrees: who proposed it, why, who agreed and since when stand with it. Whatever is safer counts at once.
alter table risk_threshold rename set_by to proposed_by;
alter table risk_threshold rename set_at to proposed_at;
alter table risk_threshold
  add needs_second boolean not null default false,
  -- why fewer people are to be at high or medium risk
  add reason text not null default '',
  add decision text check (decision in ('approved', 'declined', 'withdrawn')),
  add decided_at timestamptz,
  add decided_by uuid,
  add decided_why text not null default '',
  add version integer not null default 1,
  add foreign key (organisation_id, proposed_by) references staff,
  add foreign key (organisation_id, decided_by) references staff;
create index risk_threshold_proposed_by on risk_threshold (organisation_id, proposed_by);
create index risk_threshold_decided_by on risk_threshold (organisation_id, decided_by) where decided_by is not null;

-- What one person set before, and by which nobody is at a higher risk than by what is customary, waits as well.
alter table risk_threshold no force row level security;
update risk_threshold set needs_second = true,
    reason = 'Set by one person, before a second one was asked. Say whether it is to hold.'
  where instrument = 'dash' and high_from >= 14 and medium_from >= 10 and coalesce(call_outs, 99) >= 3
    and (high_from > 14 or medium_from > 10 or coalesce(call_outs, 99) > 3 or repeat_definition <> 'any');
alter table risk_threshold force row level security;

alter table risk_threshold
  add constraint reasoned check (not needs_second or reason <> ''),
  add constraint only_proposals_are_decided check (needs_second or decision is null);
call lintel.decided_by_another('risk_threshold', 'approved');
create policy set on risk_threshold as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{administrator,da_manager,system}');
create policy decided on risk_threshold as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation())
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}');

-- Whatever the program says: nobody alone sets the Dash above what is customary and what two people have agreed to.
create function lintel.threshold_alone() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.needs_second or new.instrument <> 'dash' then return new; end if;
  if new.high_from > greatest(14, (select max(t.high_from) from risk_threshold t
      where t.organisation_id = new.organisation_id and t.instrument = 'dash'
        and (not t.needs_second or t.decision = 'approved')))
    or new.medium_from > greatest(10, (select max(t.medium_from) from risk_threshold t
      where t.organisation_id = new.organisation_id and t.instrument = 'dash'
        and (not t.needs_second or t.decision = 'approved'))) then
    raise exception 'a threshold above what is customary is agreed to by two people' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke all on function lintel.threshold_alone from public;
grant execute on function lintel.threshold_alone to lintel_app;
create trigger threshold_alone before insert on risk_threshold for each row
  execute function lintel.threshold_alone();

-- As it was (0030), but: what waits for a second person, or was declined, does not count; what two agreed to counts from
-- the day on which they did, at the earliest; and what holds from an unknown day counts.
create or replace function lintel.repeat_definition(in_case uuid, in_day date) returns text
language sql stable set search_path = public, pg_temp as $$
  with chosen as (
    select m.area_id from case_marac_area m
    where m.organisation_id = lintel.organisation() and m.case_id = in_case order by m.set_at desc, m.id desc limit 1
  ), home as (
    select a.area_id from case_file c
      join property p on p.organisation_id = c.organisation_id and p.id = c.property_id
      join marac_area_authority a on a.organisation_id = p.organisation_id and a.ended_at is null
        and lower(a.local_authority) = lower(trim(regexp_replace(p.local_authority, '\s+', ' ', 'g')))
    where c.organisation_id = lintel.organisation() and c.id = in_case
  ), area as (
    select coalesce((select area_id from chosen), (select area_id from home limit 1)) as id
  ), counts as (
    select t.*, greatest(t.effective_from, (t.decided_at at time zone 'Europe/London')::date) as since
    from risk_threshold t
    where t.organisation_id = lintel.organisation() and t.instrument = 'dash'
      and (not t.needs_second or t.decision = 'approved')
  )
  select coalesce((
    select t.repeat_definition from counts t, area
    where (t.since is null or t.since <= in_day) and (t.area_id is null or t.area_id = area.id)
    order by t.area_id is null, t.since desc nulls last, t.proposed_at desc limit 1), 'any') $$;

-- As it was (0083), and: a threshold that waits is told of until it is decided.
create policy definer on risk_threshold for select to lintel_definer using (true);
grant select on risk_threshold to lintel_definer;
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
