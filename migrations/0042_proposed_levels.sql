-- A level of risk that follows from answers or from what others sent is proposed: signed by nobody, until a named person
-- judges it. Nothing attributes a level to whoever only asked the questions. What was rated before this and judged by
-- nobody is proposed from now on; where somebody wanted a lower level and another waited for two people, the one that
-- stood was not theirs.
alter table risk_rating no force row level security;
alter table case_file no force row level security;
alter table risk_lowering no force row level security;

alter table risk_rating add judged_at timestamptz, add waits_since uuid;
alter table risk_rating drop constraint risk_rating_how_check;
alter table risk_rating add constraint risk_rating_how_check
  check (how in ('assessment', 'received', 'known', 'kept', 'stated', 'lowered'));
update risk_rating r set how = 'known' where r.how = 'stated' and exists (
  select from risk_lowering l where l.organisation_id = r.organisation_id and l.rating_id = r.id
    and l.proposed_by = r.rated_by and l.proposed_at = r.rated_at);
update risk_rating set rated_by = null where how in ('assessment', 'received', 'known');
update risk_rating set judged_at = rated_at where rated_by is not null;
alter table risk_rating add constraint judged_by_a_named_person check (
  (rated_by is null) = (judged_at is null)
  and (how in ('assessment', 'received', 'known')) <= (rated_by is null)
  and (waits_since is null or rated_by is null));

alter table case_file add risk_judged boolean not null default false;
update case_file c set risk_judged = exists (
  select from risk_rating r where r.organisation_id = c.organisation_id and r.case_id = c.id and r.rated_by is not null
    and r.number = (select max(n.number) from risk_rating n
      where n.organisation_id = r.organisation_id and n.case_id = r.case_id));
grant update (risk_judged) on case_file to lintel_app;

alter table risk_rating force row level security;
alter table case_file force row level security;
alter table risk_lowering force row level security;

-- As it was (0029), and: nobody judges in somebody else's name. Where a level was only looked at again, it stays in the
-- name of whoever judged it before.
create or replace function lintel.rate_risk() returns trigger language plpgsql as $$
declare
  before risk_rating;
  lower boolean;
  -- two people went below what the same assessments indicate already, and they indicate no more than they did
  known boolean;
begin
  perform from case_file c where c.organisation_id = new.organisation_id and c.id = new.case_id for update;
  select * into before from risk_rating r
    where r.organisation_id = new.organisation_id and r.case_id = new.case_id order by r.number desc limit 1;
  new.number := coalesce(before.number, 0) + 1;
  if new.rated_by is not null and not coalesce(case new.how
    when 'kept' then new.rated_by = before.rated_by and new.level = before.level
    else new.rated_by = lintel.staff() end, false)
  then
    raise exception 'a level of risk is judged in one''s own name' using errcode = 'check_violation';
  end if;
  known := coalesce(before.assessment_id is not distinct from new.assessment_id
    and before.received_id is not distinct from new.received_id
    and lintel.risk_rank(before.level) < lintel.risk_rank(before.indicated)
    and lintel.risk_rank(new.indicated) <= lintel.risk_rank(before.indicated), false);
  lower := lintel.risk_rank(new.level) < lintel.risk_rank(before.level)
    or lintel.risk_rank(new.level) < lintel.risk_rank(new.indicated) and not known;
  if lower and not exists (
    select from risk_lowering l where l.organisation_id = new.organisation_id and l.id = new.lowering_id
      and l.case_id = new.case_id and l.rating_id = before.id and l.to_level = new.level
      and l.decision = 'confirmed' and l.decided_by = new.rated_by and l.decided_by <> l.proposed_by)
  then
    raise exception 'a level of risk is lowered by two people' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- As it was (0010), and: a case says that its level was judged only where a named person judged it.
create or replace function lintel.risk_lowered() returns trigger language plpgsql as $$
declare
  newest risk_rating;
begin
  if old.ever_high and not new.ever_high then
    raise exception 'that a risk was ever high is never forgotten' using errcode = 'check_violation';
  end if;
  select * into newest from risk_rating r
    where r.organisation_id = new.organisation_id and r.case_id = new.id order by r.number desc limit 1;
  if new.risk_level is distinct from newest.level then
    raise exception 'a level of risk is lowered by two people' using errcode = 'check_violation';
  end if;
  if new.risk_judged and newest.rated_by is null then
    raise exception 'nobody has judged this level of risk' using errcode = 'check_violation';
  end if;
  return new;
end $$;
drop trigger risk_lowered on case_file;
create trigger risk_lowered before update of risk_level, ever_high, risk_judged on case_file for each row
  when (lintel.risk_rank(new.risk_level) < lintel.risk_rank(old.risk_level) or old.ever_high and not new.ever_high
    or new.risk_judged and (not old.risk_judged or new.risk_level is distinct from old.risk_level))
  execute function lintel.risk_lowered();

-- A threshold belongs to an area, an instrument and a day. Those that were set before are about the Dash. Instruments
-- whose answers have weights go beyond 24, and may call their levels by names of their own.
alter table risk_threshold add instrument text not null default 'dash', add level_names jsonb;
alter table risk_threshold alter instrument drop default;
alter table risk_threshold drop constraint risk_threshold_high_from_check;
alter table risk_threshold add constraint risk_threshold_high_from_check
  check (high_from between 1 and case when instrument = 'dash' then 24 else 9999 end);

create or replace function lintel.repeat_definition(in_case uuid, in_day date) returns text language sql stable
  set search_path = public, pg_temp as $$
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
  )
  select coalesce((
    select t.repeat_definition from risk_threshold t, area
    where t.organisation_id = lintel.organisation() and t.effective_from <= in_day and t.instrument = 'dash'
      and (t.area_id is null or t.area_id = area.id)
    order by t.area_id is null, t.effective_from desc, t.set_at desc limit 1), 'any') $$;
