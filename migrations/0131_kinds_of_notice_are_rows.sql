-- A notice whose matter is open no more is told of no more. Which question says so was one long text, which each new
-- kind had to write again whole: 0112 lost what 0111 had added. Each kind is now a row, and `lintel.notice_waits` is
-- made of them: a migration adds a kind by calling `lintel.notice_waits_while`, and replaces nothing. It stays one
-- text, and no function for each kind, for it is asked of every unread notice as each request begins. Migrations alone
-- read the rows.
create table lintel_migration.notice_kind (
  kind text primary key,
  place integer not null generated always as identity,
  -- in SQL, of the parameters of lintel.notice_waits
  waits_while text not null check (waits_while <> '')
);

-- To change what is asked of a kind, change its row, and call this.
create procedure lintel.write_notice_waits() language plpgsql as $$
begin
  execute (select format($f$
    create or replace function lintel.notice_waits(
      in_organisation uuid, in_kind text, in_case uuid, in_disclosure uuid, in_obligation uuid, in_about uuid
    ) returns boolean language plpgsql stable set search_path = public, pg_temp as %L $f$,
    E'\nbegin\n  if in_kind ' || string_agg(asked, E'\n  elsif in_kind ' order by first)
      || E'\n  end if;\n  -- Of every other kind: until it is read.\n  return true;\nend ')
    from (
      select min(place) as first, format(E'in (%s) then\n    return %s;',
        string_agg(quote_literal(kind), ', ' order by place), waits_while) as asked
      from lintel_migration.notice_kind group by waits_while) each);
end $$;
revoke all on procedure lintel.write_notice_waits from public;

-- Kinds of notice that are told of while this holds. A kind that is there already is refused: nothing is replaced.
create procedure lintel.notice_waits_while(in_kinds text[], in_question text) language plpgsql as $$
begin
  insert into lintel_migration.notice_kind (kind, waits_while)
    select kind, in_question from unnest(in_kinds) with ordinality as each (kind, place) order by place;
  call lintel.write_notice_waits();
end $$;
revoke all on procedure lintel.notice_waits_while from public;

-- As they were (0126).
insert into lintel_migration.notice_kind (kind, waits_while)
select kind, question from (values
  ('{due_half,due_soon,due_now,overdue}', $w$in_obligation is null or exists (
  select from obligation o where o.organisation_id = in_organisation and o.id = in_obligation
    and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))$w$),
  ('{danger,danger_in_case,danger_on_call,nobody_on_call}', $w$exists (
  select from danger g where g.organisation_id = in_organisation and g.dealt_at is null
    and (g.case_id = in_case or g.disclosure_id = in_disclosure))$w$),
  ('{check_in_missed,check_in_raised}', $w$in_case is null or exists (
  select from planned_contact p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.missed_at is not null and p.checked_in_at is null and p.ended_at is null)$w$),
  ('{triage_waiting,claim_left}', $w$in_disclosure is null or exists (
  select from disclosure d where d.organisation_id = in_organisation and d.id = in_disclosure
    and d.triaged_at is null)$w$),
  ('{lead_needed}', $w$in_case is null or exists (
  select from case_file c where c.organisation_id = in_organisation and c.id = in_case
    and c.lead_id is null and c.closed_at is null)$w$),
  ('{risk_after_closing}', $w$in_case is null or exists (
  select from case_file c where c.organisation_id = in_organisation and c.id = in_case
    and c.closed_at is not null and not c.risk_judged)$w$),
  ('{against_agreement}', $w$in_case is null or exists (
  select from contact c where c.organisation_id = in_organisation and c.case_id = in_case and c.against <> '{}'
    and not exists (select from contact_dealt d
      where d.organisation_id = in_organisation and d.contact_id = c.id))$w$),
  ('{late_to_check}', $w$in_case is null or exists (
  select from late_record l where l.organisation_id = in_organisation and l.case_id = in_case
    and l.decision is null)$w$),
  ('{sample_to_check}', $w$exists (
  select from promise_sample p where p.organisation_id = in_organisation and p.answer is null
    and p.recorded_by is distinct from lintel.staff() and p.lead_id is distinct from lintel.staff())$w$),
  ('{plan_to_decide}', $w$exists (
  select from contact_plan p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.decision is null)$w$),
  ('{risk_to_confirm}', $w$exists (
  select from risk_lowering l where l.organisation_id = in_organisation and l.case_id = in_case
    and l.decision is null)$w$),
  ('{safeguarding_to_decide}', $w$exists (
    select from safeguarding_referral r
      join safeguarding_no_referral n on n.organisation_id = r.organisation_id and n.referral_id = r.id
    where r.organisation_id = in_organisation and (r.case_id = in_case or r.disclosure_id = in_disclosure)
      and n.decision is null)
  or exists (
    select from disclosure_joining j where j.organisation_id = in_organisation
      and j.disclosure_id = in_disclosure and j.decision is null)$w$),
  ('{share_to_decide}', $w$exists (
  select from share_second s where s.organisation_id = in_organisation and s.case_id = in_case
    and s.decision is null)$w$),
  ('{rest_to_decide}', $w$exists (
  select from pause_proposal p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.decision is null)$w$),
  ('{handover_to_decide}', $w$exists (
  select from handover h where h.organisation_id = in_organisation and h.disclosure_id = in_disclosure
    and h.decision is null)$w$),
  ('{contact_to_confirm}', $w$exists (
  select from told_contact t where t.organisation_id = in_organisation and t.disclosure_id = in_disclosure
    and t.decision is null)$w$),
  ('{closing_to_sign}', $w$exists (
  select from case_closing c where c.organisation_id = in_organisation and c.case_id = in_case
    and c.decision is null and c.signature_needed)$w$),
  ('{role_to_confirm}', $w$exists (
  select from confirmation c join staff s on s.organisation_id = c.organisation_id and s.id = c.staff_id
  where c.organisation_id = in_organisation and (in_about is null or c.id = in_about) and s.ended_at is null
    and not exists (select from confirmation_decision d
      where d.organisation_id = in_organisation and d.confirmation_id = c.id))$w$),
  ('{policy_to_decide}', $w$exists (
  select from policy_change p where p.organisation_id = in_organisation and (in_about is null or p.id = in_about)
    and p.decision is null)$w$),
  ('{closure_to_decide}', $w$exists (
  select from office_closure c where c.organisation_id = in_organisation and (in_about is null or c.id = in_about)
    and c.decision is null)$w$),
  ('{system_to_decide}', $w$exists (
  select from hold_system s where s.organisation_id = in_organisation and (in_about is null or s.id = in_about)
    and s.decision is null)$w$),
  ('{system_silent}', $w$exists (
  select from hold_token t join hold_silence q on q.organisation_id = t.organisation_id
      and q.system_id = t.system_id
    where t.organisation_id = in_organisation and (in_about is null or t.system_id = in_about)
      and t.revoked_at is null and not exists (select from hold_day d where d.organisation_id = t.organisation_id
        and d.system_id = t.system_id and d.last_at > q.since)
      and q.since = (select max(p.since) from hold_silence p where p.organisation_id = t.organisation_id
        and p.system_id = t.system_id))$w$),
  ('{threshold_to_decide}', $w$exists (
  select from risk_threshold t where t.organisation_id = in_organisation and (in_about is null or t.id = in_about)
    and t.needs_second and t.decision is null)$w$),
  ('{emergency_to_review}', $w$exists (
  select from break_glass b where b.organisation_id = in_organisation and (in_about is null or b.id = in_about)
    and b.outcome = 'granted' and b.staff_id is distinct from lintel.staff()
    and not lintel.shut_out(coalesce(b.case_id, b.kept_from))
    and not exists (select from break_glass_review r
      where r.organisation_id = in_organisation and r.use_id = b.id))$w$)
) asked (kinds, question), unnest(kinds::text[]) with ordinality as each (kind, place);
call lintel.write_notice_waits();
