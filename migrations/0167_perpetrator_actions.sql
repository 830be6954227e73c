-- What a landlord may do about whoever is feared (V4.5a, L2.9–L2.12): proposed, what the person says to it, a test of
-- whether it is safe, a manager's decision, telling them, doing it, and what came of it. Nothing of it is ever changed.
create table perpetrator_action (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- whom of the case it is about
  about_id uuid not null,
  -- a code of rules/action-kinds.ts
  kind text not null check (kind <> ''),
  what text not null check (what <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, about_id) references case_person,
  foreign key (organisation_id, proposed_by) references staff
);
create index perpetrator_action_case on perpetrator_action (organisation_id, case_id, proposed_at desc);
create index perpetrator_action_about on perpetrator_action (organisation_id, about_id);
create index perpetrator_action_proposer on perpetrator_action (organisation_id, proposed_by)
  where proposed_by is not null;
call lintel.protect_case_child('perpetrator_action');
create policy own_name on perpetrator_action as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and proposed_by is not distinct from lintel.staff());
grant select, insert on perpetrator_action to lintel_app;

create table perpetrator_action_view (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  answer text not null check (answer in ('support', 'oppose', 'unsure', 'not_safe_to_ask', 'withdrawn')),
  -- whether they think that it would make things worse
  fears text not null check (fears in ('yes', 'no', 'not_known')),
  -- who asked, and how
  asker text not null check (asker <> ''),
  way text not null default '',
  -- as they said it, or why nobody could ask; what has changed, where they feared it before
  words text not null check (words <> ''),
  changed text not null default '',
  asked_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, action_id) references perpetrator_action,
  foreign key (organisation_id, recorded_by) references staff,
  check (asked_at <= recorded_at)
);
create index perpetrator_action_view_of on perpetrator_action_view (organisation_id, action_id, recorded_at desc, id);
create index perpetrator_action_view_case on perpetrator_action_view (organisation_id, case_id);
create index perpetrator_action_view_recorder on perpetrator_action_view (organisation_id, recorded_by)
  where recorded_by is not null;
call lintel.protect_case_child('perpetrator_action_view');
create policy own_name on perpetrator_action_view as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on perpetrator_action_view to lintel_app;

-- The safety test (domain §8). What nobody knows is an answer of its own, and never a no.
create table perpetrator_action_test (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  reveals text not null check (reveals in ('yes', 'no', 'not_known')),
  together text not null check (together in ('yes', 'no', 'not_known')),
  children text not null check (children in ('yes', 'no', 'not_known')),
  court_order text not null check (court_order in ('none', 'served', 'not_served', 'not_known')),
  goes text not null check (goes in ('stays', 'away', 'near', 'not_known')),
  suicide text not null check (suicide in ('yes', 'no', 'not_known')),
  weapons text not null check (weapons in ('yes', 'no', 'not_known')),
  honour text not null check (honour in ('yes', 'no', 'not_known')),
  fails text not null check (fails in ('yes', 'no', 'not_known')),
  worse text not null check (worse in ('yes', 'no', 'not_known')),
  specialist text not null check (specialist in ('does_not_raise', 'raises', 'cannot_say', 'none')),
  -- who was asked, and when
  specialist_who text not null default '',
  words text not null check (words <> ''),
  -- what has changed, where it was stopped before
  changed text not null default '',
  -- how high the risk was then
  level text check (level in ('standard', 'medium', 'high')),
  tested_at timestamptz not null,
  tested_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, action_id) references perpetrator_action,
  foreign key (organisation_id, tested_by) references staff,
  check ((specialist = 'none') = (specialist_who = ''))
);
create index perpetrator_action_test_of on perpetrator_action_test (organisation_id, action_id, tested_at desc, id);
create index perpetrator_action_test_case on perpetrator_action_test (organisation_id, case_id);
create index perpetrator_action_test_tester on perpetrator_action_test (organisation_id, tested_by)
  where tested_by is not null;
call lintel.protect_case_child('perpetrator_action_test');
create policy own_name on perpetrator_action_test as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and tested_by is not distinct from lintel.staff());
grant select, insert on perpetrator_action_test to lintel_app;

-- Put to a manager, who agrees to this view and this test, and to no later one.
create table perpetrator_action_decision (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  view_id uuid not null,
  test_id uuid not null,
  why text not null check (why <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, action_id) references perpetrator_action,
  foreign key (organisation_id, view_id) references perpetrator_action_view,
  foreign key (organisation_id, test_id) references perpetrator_action_test,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create unique index perpetrator_action_decision_waiting on perpetrator_action_decision (organisation_id, action_id)
  where decision is null;
create index perpetrator_action_decision_of on perpetrator_action_decision
  (organisation_id, action_id, proposed_at desc, id);
create index perpetrator_action_decision_case on perpetrator_action_decision (organisation_id, case_id);
create index perpetrator_action_decision_view on perpetrator_action_decision (organisation_id, view_id);
create index perpetrator_action_decision_test on perpetrator_action_decision (organisation_id, test_id);
create index perpetrator_action_decision_proposer on perpetrator_action_decision (organisation_id, proposed_by)
  where proposed_by is not null;
create index perpetrator_action_decision_decider on perpetrator_action_decision (organisation_id, decided_by)
  where decided_by is not null;
call lintel.protect_case_child('perpetrator_action_decision');
call lintel.decided_by_another('perpetrator_action_decision', 'approved');
create policy definer on perpetrator_action_decision for select to lintel_definer using (true);
grant select on perpetrator_action_decision to lintel_definer;

-- That they know beforehand, that it was done, what came of it, or that it is not done.
create table perpetrator_action_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid not null,
  step text not null check (step in ('told', 'not_safe_to_tell', 'taken', 'outcome', 'dropped')),
  -- a code of perpetrators/outcomes.ts: what came of it, or why it is not done
  outcome text not null default '',
  -- on which day it is to happen, or happened
  day_on date,
  words text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, action_id) references perpetrator_action,
  foreign key (organisation_id, recorded_by) references staff,
  check ((step in ('outcome', 'dropped')) = (outcome <> ''))
);
create index perpetrator_action_step_of on perpetrator_action_step (organisation_id, action_id, recorded_at, id);
create index perpetrator_action_step_case on perpetrator_action_step (organisation_id, case_id);
create index perpetrator_action_step_recorder on perpetrator_action_step (organisation_id, recorded_by)
  where recorded_by is not null;
create unique index perpetrator_action_taken_once on perpetrator_action_step (organisation_id, action_id)
  where step in ('taken', 'dropped');
call lintel.protect_case_child('perpetrator_action_step');
create policy own_name on perpetrator_action_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on perpetrator_action_step to lintel_app;

-- When something last happened because of which both the view and the test are asked anew.
create function lintel.asks_anew(in_organisation uuid, in_case uuid) returns timestamptz
stable language sql as $$
  select max(e.at) from public.event e where e.organisation_id = in_organisation and e.case_id = in_case
    and e.name in ('risk.assessment-finished', 'risk.received', 'risk.received-unweighed', 'risk.review-triggered',
      'danger.raised', 'case.home-recorded', 'disclosure.joining-approved')
$$;

-- Why the gate is shut, by the names of rules/may-act.ts, which says it in words; whether something is law is the
-- program's to say. Nothing opens it: no role, no reason, no other policy (L2.12a, V4.5a).
create function lintel.action_shut(in_organisation uuid, in_action uuid, in_stage text, in_now timestamptz)
  returns text[] stable language plpgsql as $$
declare
  of_case public.case_file;
  said public.perpetrator_action_view;
  test public.perpetrator_action_test;
  agreed public.perpetrator_action_decision;
  telling text;
  changed timestamptz;
  shut text[] := '{}';
  old constant interval := interval '336 hours';
begin
  select c.* into of_case from public.perpetrator_action a
    join public.case_file c on c.organisation_id = a.organisation_id and c.id = a.case_id
    where a.organisation_id = in_organisation and a.id = in_action;
  select * into said from public.perpetrator_action_view v
    where v.organisation_id = in_organisation and v.action_id = in_action order by v.recorded_at desc, v.id desc limit 1;
  select * into test from public.perpetrator_action_test t
    where t.organisation_id = in_organisation and t.action_id = in_action order by t.tested_at desc, t.id desc limit 1;
  changed := lintel.asks_anew(in_organisation, of_case.id);
  if of_case.id is null or of_case.closed_at is not null then shut := shut || 'closed'::text; end if;
  if of_case.immediate_danger then shut := shut || 'danger'::text; end if;
  if of_case.risk_judged is not true then shut := shut || 'not_judged'::text; end if;
  if said.id is null then
    shut := shut || 'no_view'::text;
  elsif said.answer = 'withdrawn' then
    shut := shut || 'view_withdrawn'::text;
  else
    if in_now - said.asked_at > old then shut := shut || 'view_old'::text; end if;
    if changed > said.asked_at then shut := shut || 'view_overtaken'::text; end if;
    if said.answer <> 'not_safe_to_ask' and said.fears = 'yes' then shut := shut || 'fears'::text; end if;
    if said.answer <> 'not_safe_to_ask' and said.fears = 'not_known' then
      shut := shut || 'fears_not_known'::text; end if;
  end if;
  if test.id is null then
    shut := shut || 'no_test'::text;
  else
    if in_now - test.tested_at > old then shut := shut || 'test_old'::text; end if;
    if changed > test.tested_at then shut := shut || 'test_overtaken'::text; end if;
    if test.level is distinct from of_case.risk_level then shut := shut || 'level_changed'::text; end if;
    if test.reveals = 'yes' or test.court_order = 'not_served' or test.goes = 'near' or test.fails = 'yes'
      or test.worse = 'yes' then shut := shut || 'answers_raise'::text; end if;
    if 'not_known' in (test.reveals, test.together, test.children, test.court_order, test.goes, test.suicide,
      test.weapons, test.honour, test.fails, test.worse) then shut := shut || 'answers_not_known'::text; end if;
    if test.specialist = 'raises' then
      shut := shut || 'specialist_raises'::text;
    elsif test.specialist <> 'does_not_raise' and (
      'yes' in (test.together, test.children, test.suicide, test.weapons, test.honour)
      or of_case.risk_level is not distinct from 'high' or said.answer is distinct from 'support'
      or exists (select from public.abuse_factor f where f.organisation_id = in_organisation
        and f.case_id = of_case.id and f.characteristic = 'honour_based' and f.ended_at is null)) then
      shut := shut || 'specialist_needed'::text;
    end if;
  end if;
  if in_stage <> 'decide' then
    select * into agreed from public.perpetrator_action_decision d
      where d.organisation_id = in_organisation and d.action_id = in_action and d.decision = 'approved'
      order by d.decided_at desc, d.id desc limit 1;
    if agreed.id is null then
      shut := shut || 'not_decided'::text;
    elsif agreed.view_id is distinct from said.id or agreed.test_id is distinct from test.id then
      shut := shut || 'decided_otherwise'::text;
    end if;
  end if;
  if in_stage = 'take' then
    select s.step into telling from public.perpetrator_action_step s
      where s.organisation_id = in_organisation and s.action_id = in_action
        and s.step in ('told', 'not_safe_to_tell') and s.recorded_at >= agreed.decided_at
      order by s.recorded_at desc, s.id desc limit 1;
    if telling is null then shut := shut || 'not_told'::text; end if;
    if telling = 'not_safe_to_tell' and test.specialist is distinct from 'does_not_raise' then
      shut := shut || 'not_told_alone'::text; end if;
  end if;
  return shut;
end $$;

-- No route, job or command goes round it.
create function lintel.action_agreed() returns trigger language plpgsql as $$
declare shut text[];
begin
  if new.decision is distinct from 'approved' then return new; end if;
  shut := lintel.action_shut(new.organisation_id, new.action_id, 'decide', new.decided_at);
  if shut <> '{}' or new.view_id is distinct from (select v.id from perpetrator_action_view v
      where v.organisation_id = new.organisation_id and v.action_id = new.action_id
      order by v.recorded_at desc, v.id desc limit 1)
    or new.test_id is distinct from (select t.id from perpetrator_action_test t
      where t.organisation_id = new.organisation_id and t.action_id = new.action_id
      order by t.tested_at desc, t.id desc limit 1)
  then
    raise exception 'nothing is agreed to while it may raise the risk: %', shut using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger action_agreed before update on perpetrator_action_decision
  for each row execute function lintel.action_agreed();

create function lintel.action_taken() returns trigger language plpgsql as $$
declare shut text[];
begin
  if new.step not in ('told', 'not_safe_to_tell', 'taken') then return new; end if;
  shut := lintel.action_shut(new.organisation_id, new.action_id,
    case new.step when 'taken' then 'take' else 'tell' end, new.recorded_at);
  if shut <> '{}' then
    raise exception 'nothing is done while it may raise the risk: %', shut using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger action_taken before insert on perpetrator_action_step
  for each row execute function lintel.action_taken();

-- Whoever found that it may raise the risk does not find alone that it no longer does; nor by proposing it anew.
create function lintel.action_tested_again() returns trigger language plpgsql as $$
declare before perpetrator_action_test;
begin
  select t.* into before from perpetrator_action a
    join perpetrator_action b on b.organisation_id = a.organisation_id and b.case_id = a.case_id
      and b.about_id = a.about_id and b.kind = a.kind
    join perpetrator_action_test t on t.organisation_id = b.organisation_id and t.action_id = b.id
    where a.organisation_id = new.organisation_id and a.id = new.action_id
    order by t.tested_at desc, t.id desc limit 1;
  if (before.reveals = 'yes' or before.court_order = 'not_served' or before.goes = 'near' or before.fails = 'yes'
      or before.worse = 'yes' or before.specialist = 'raises')
    and (new.changed = '' or new.tested_by is not distinct from before.tested_by)
  then
    raise exception 'another colleague tests again what was stopped, and says what has changed'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger action_tested_again before insert on perpetrator_action_test
  for each row execute function lintel.action_tested_again();

call lintel.notice_waits_while('{perpetrator_action_to_decide}', $$exists (
  select from perpetrator_action_decision d where d.organisation_id = in_organisation and d.case_id = in_case
    and d.decision is null)$$);
