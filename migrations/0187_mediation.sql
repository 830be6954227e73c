-- Mediation between joint tenants (V4.3c): only where they ask for it themselves, a specialist says that it is safe, and
-- a manager agrees; never with coercive control, high risk, so-called honour or an order (domain §5). Nobody overrides
-- that. Nothing of it is ever changed.
create table mediation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- whose idea it was: anybody else's is kept, and never put to them
  idea text not null check (idea in ('theirs', 'other_tenant', 'somebody_else', 'colleague')),
  words text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff
);
create index mediation_case on mediation (organisation_id, case_id, recorded_at desc);
create index mediation_recorder on mediation (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('mediation');
create policy own_name on mediation as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on mediation to lintel_app;

-- That they want it, or not any more, as they said it.
create table mediation_wish (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  wish text not null check (wish in ('wants', 'unsure', 'not_any_more')),
  alone text not null check (alone in ('yes', 'no', 'not_known')),
  words text not null check (words <> ''),
  said_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, mediation_id) references mediation,
  foreign key (organisation_id, recorded_by) references staff,
  check (said_at <= recorded_at)
);
create index mediation_wish_of on mediation_wish (organisation_id, mediation_id, recorded_at desc, id);
create index mediation_wish_case on mediation_wish (organisation_id, case_id);
create index mediation_wish_recorder on mediation_wish (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('mediation_wish');
create policy own_name on mediation_wish as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on mediation_wish to lintel_app;

-- Whether it is safe, as somebody looked at it. What nobody knows is an answer of its own, and never a no.
create table mediation_test (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  joint text not null check (joint in ('yes', 'no', 'not_known')),
  coercive text not null check (coercive in ('yes', 'no', 'not_known')),
  honour text not null check (honour in ('yes', 'no', 'not_known')),
  court_order text not null check (court_order in ('yes', 'no', 'not_known')),
  afraid text not null check (afraid in ('yes', 'no', 'not_known')),
  pressed text not null check (pressed in ('yes', 'no', 'not_known')),
  words text not null check (words <> ''),
  -- how high the risk was then
  level text check (level in ('standard', 'medium', 'high')),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, mediation_id) references mediation,
  foreign key (organisation_id, recorded_by) references staff
);
create index mediation_test_of on mediation_test (organisation_id, mediation_id, recorded_at desc, id);
create index mediation_test_case on mediation_test (organisation_id, case_id);
create index mediation_test_recorder on mediation_test (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('mediation_test');
create policy own_name on mediation_test as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on mediation_test to lintel_app;

-- What a specialist service said to it.
create table mediation_advice (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  says text not null check (says in ('safe', 'not_safe', 'cannot_say')),
  who text not null check (who <> ''),
  words text not null check (words <> ''),
  given_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, mediation_id) references mediation,
  foreign key (organisation_id, recorded_by) references staff,
  check (given_at <= recorded_at)
);
create index mediation_advice_of on mediation_advice (organisation_id, mediation_id, recorded_at desc, id);
create index mediation_advice_case on mediation_advice (organisation_id, case_id);
create index mediation_advice_recorder on mediation_advice (organisation_id, recorded_by)
  where recorded_by is not null;
call lintel.protect_case_child('mediation_advice');
create policy own_name on mediation_advice as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on mediation_advice to lintel_app;

-- Put to a manager, who agrees to this wish, this test and this advice, and to no later ones.
create table mediation_decision (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  wish_id uuid not null,
  test_id uuid not null,
  advice_id uuid not null,
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
  foreign key (organisation_id, mediation_id) references mediation,
  foreign key (organisation_id, wish_id) references mediation_wish,
  foreign key (organisation_id, test_id) references mediation_test,
  foreign key (organisation_id, advice_id) references mediation_advice,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create unique index mediation_decision_waiting on mediation_decision (organisation_id, mediation_id)
  where decision is null;
create index mediation_decision_of on mediation_decision (organisation_id, mediation_id, proposed_at desc, id);
create index mediation_decision_case on mediation_decision (organisation_id, case_id);
create index mediation_decision_wish on mediation_decision (organisation_id, wish_id);
create index mediation_decision_test on mediation_decision (organisation_id, test_id);
create index mediation_decision_advice on mediation_decision (organisation_id, advice_id);
create index mediation_decision_proposer on mediation_decision (organisation_id, proposed_by)
  where proposed_by is not null;
create index mediation_decision_decider on mediation_decision (organisation_id, decided_by)
  where decided_by is not null;
call lintel.protect_case_child('mediation_decision');
call lintel.decided_by_another('mediation_decision', 'approved');
create policy definer on mediation_decision for select to lintel_definer using (true);
grant select on mediation_decision to lintel_definer;

-- That it was arranged, what came of it, or that it was stopped.
create table mediation_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mediation_id uuid not null,
  step text not null check (step in ('arranged', 'ended', 'stopped')),
  -- what came of it, or why it was stopped: a code of rules/mediation.ts
  why text not null default '',
  -- of one that is arranged: who mediates, and that the two never meet
  who text not null default '',
  way text not null default '' check (way in ('', 'apart')),
  day_on date,
  -- of one that ended: it went on while it was shut
  while_shut boolean not null default false,
  words text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, mediation_id) references mediation,
  foreign key (organisation_id, recorded_by) references staff,
  check ((step = 'arranged') = (who <> '')),
  check ((step = 'arranged') = (way = 'apart')),
  check ((step = 'arranged') = (why = '')),
  check ((step = 'arranged') = (day_on is not null))
);
create index mediation_step_of on mediation_step (organisation_id, mediation_id, recorded_at desc, id);
create index mediation_step_case on mediation_step (organisation_id, case_id);
create index mediation_step_recorder on mediation_step (organisation_id, recorded_by) where recorded_by is not null;
create unique index mediation_over_once on mediation_step (organisation_id, mediation_id)
  where step in ('ended', 'stopped');
call lintel.protect_case_child('mediation_step');
create policy own_name on mediation_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on mediation_step to lintel_app;

-- What stands anywhere in the case, whatever anybody ticks here.
create function lintel.mediation_on_record(in_organisation uuid, in_case uuid, in_now timestamptz,
  out coercive boolean, out honour boolean, out court_order boolean) stable language sql as $$
  select
    exists (select from public.disclosure d where d.organisation_id = in_organisation and d.case_id = in_case
        and 'controlling_or_coercive' = any (d.abuse_types))
      or exists (select from public.risk_answer r
        join public.risk_assessment a on a.organisation_id = r.organisation_id and a.id = r.assessment_id
        where r.organisation_id = in_organisation and r.case_id = in_case
          and ((a.instrument like 'dash%' and r.item = '12' and r.answer = 'yes')
            or (r.item like '%control%' and r.answer in ('yes', 'standard', 'moderate', 'high')))
          and not exists (select from public.risk_answer n where n.organisation_id = r.organisation_id
            and n.assessment_id = r.assessment_id and n.item = r.item and n.version > r.version)
          and not exists (select from public.risk_assessment c where c.organisation_id = a.organisation_id
            and c.corrects_id = a.id and c.ended_at is not null))
      or exists (select from public.mediation_test t where t.organisation_id = in_organisation
        and t.case_id = in_case and t.coercive = 'yes'),
    exists (select from public.abuse_factor f where f.organisation_id = in_organisation and f.case_id = in_case
        and f.characteristic = 'honour_based' and f.ended_at is null)
      or exists (select from public.disclosure d where d.organisation_id = in_organisation and d.case_id = in_case
        and d.abuse_types && '{honour_based,forced_marriage,fgm}')
      or exists (select from public.mediation_test t where t.organisation_id = in_organisation
        and t.case_id = in_case and t.honour = 'yes'),
    exists (select from (select r.* from public.home_right r where r.organisation_id = in_organisation
          and r.case_id = in_case order by r.recorded_at desc, r.id desc limit 1) r
        where 'court_order' in (r.holder_stands, r.spouse_stands)
          and (r.order_until is null or r.order_until >= (in_now at time zone 'Europe/London')::date))
      or exists (select from (select distinct on (t.action_id) t.court_order from public.perpetrator_action_test t
          where t.organisation_id = in_organisation and t.case_id = in_case
          order by t.action_id, t.tested_at desc, t.id desc) t
        where t.court_order in ('served', 'not_served'))
$$;

-- Why the gate is shut, by the names of rules/may-mediate.ts, which says it in words. Nothing opens it: no role, no
-- reason, no other policy.
create function lintel.mediation_shut(in_organisation uuid, in_mediation uuid, in_stage text, in_now timestamptz)
  returns text[] stable language plpgsql as $$
declare
  of_case public.case_file;
  asked public.mediation;
  said public.mediation_wish;
  test public.mediation_test;
  advice public.mediation_advice;
  agreed public.mediation_decision;
  stands record;
  changed timestamptz;
  shut text[] := '{}';
  old constant interval := interval '672 hours';
begin
  select * into asked from public.mediation m where m.organisation_id = in_organisation and m.id = in_mediation;
  select * into of_case from public.case_file c where c.organisation_id = in_organisation and c.id = asked.case_id;
  select * into said from public.mediation_wish w where w.organisation_id = in_organisation
    and w.mediation_id = in_mediation order by w.recorded_at desc, w.id desc limit 1;
  select * into test from public.mediation_test t where t.organisation_id = in_organisation
    and t.mediation_id = in_mediation order by t.recorded_at desc, t.id desc limit 1;
  select * into advice from public.mediation_advice a where a.organisation_id = in_organisation
    and a.mediation_id = in_mediation order by a.recorded_at desc, a.id desc limit 1;
  select * into stands from lintel.mediation_on_record(in_organisation, of_case.id, in_now);
  changed := lintel.asks_anew(in_organisation, of_case.id);
  if of_case.id is null or of_case.closed_at is not null then shut := shut || 'closed'::text; end if;
  if asked.idea is distinct from 'theirs' then shut := shut || 'not_their_idea'::text; end if;
  if of_case.immediate_danger then shut := shut || 'danger'::text; end if;
  if of_case.risk_judged is not true or of_case.risk_level is null then shut := shut || 'not_judged'::text; end if;
  if of_case.risk_level = 'high' then shut := shut || 'high_risk'::text; end if;
  if stands.coercive or test.coercive is not distinct from 'yes' then shut := shut || 'coercive'::text; end if;
  if stands.honour or test.honour is not distinct from 'yes' then shut := shut || 'honour'::text; end if;
  if stands.court_order or test.court_order is not distinct from 'yes' then shut := shut || 'court_order'::text; end if;
  if said.id is null then
    shut := shut || 'no_wish'::text;
  elsif said.wish <> 'wants' then
    shut := shut || 'not_wanted'::text;
  else
    if said.alone <> 'yes' then shut := shut || 'not_alone'::text; end if;
    if changed > said.said_at then shut := shut || 'wish_overtaken'::text; end if;
  end if;
  if test.id is null then
    shut := shut || 'no_test'::text;
  else
    if test.afraid = 'yes' then shut := shut || 'afraid'::text; end if;
    if test.pressed = 'yes' then shut := shut || 'pressed'::text; end if;
    if test.joint = 'no' then shut := shut || 'not_joint'::text; end if;
    if 'not_known' in (test.joint, test.coercive, test.honour, test.court_order, test.afraid, test.pressed) then
      shut := shut || 'not_known'::text; end if;
    if in_now - test.recorded_at > old then shut := shut || 'test_old'::text; end if;
    if changed > test.recorded_at or test.level is distinct from of_case.risk_level then
      shut := shut || 'test_overtaken'::text; end if;
  end if;
  -- No second service is asked until one says yes: a no stands for as long as a yes would.
  if advice.says is not distinct from 'not_safe' or exists (select from public.mediation_advice a
      where a.organisation_id = in_organisation and a.case_id = of_case.id and a.says = 'not_safe'
        and in_now - a.given_at <= old) then
    shut := shut || 'advised_against'::text;
  elsif advice.id is null then
    shut := shut || 'no_advice'::text;
  elsif advice.says = 'cannot_say' then
    shut := shut || 'no_advice'::text;
  else
    if in_now - advice.given_at > old then shut := shut || 'advice_old'::text; end if;
    if changed > advice.given_at then shut := shut || 'advice_overtaken'::text; end if;
  end if;
  if in_stage <> 'decide' then
    select * into agreed from public.mediation_decision d where d.organisation_id = in_organisation
      and d.mediation_id = in_mediation and d.decision = 'approved' order by d.decided_at desc, d.id desc limit 1;
    if agreed.id is null then
      shut := shut || 'not_decided'::text;
    elsif agreed.wish_id is distinct from said.id or agreed.test_id is distinct from test.id
      or agreed.advice_id is distinct from advice.id then
      shut := shut || 'decided_otherwise'::text;
    end if;
  end if;
  return shut;
end $$;

-- No route, job or command goes round it.
create function lintel.mediation_agreed() returns trigger language plpgsql as $$
declare shut text[];
begin
  if new.decision is distinct from 'approved' then return new; end if;
  shut := lintel.mediation_shut(new.organisation_id, new.mediation_id, 'decide', new.decided_at);
  if shut <> '{}' or new.wish_id is distinct from (select w.id from mediation_wish w
      where w.organisation_id = new.organisation_id and w.mediation_id = new.mediation_id
      order by w.recorded_at desc, w.id desc limit 1)
    or new.test_id is distinct from (select t.id from mediation_test t
      where t.organisation_id = new.organisation_id and t.mediation_id = new.mediation_id
      order by t.recorded_at desc, t.id desc limit 1)
    or new.advice_id is distinct from (select a.id from mediation_advice a
      where a.organisation_id = new.organisation_id and a.mediation_id = new.mediation_id
      order by a.recorded_at desc, a.id desc limit 1)
  then
    raise exception 'nothing is agreed to while mediation may not be safe: %', shut using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger mediation_agreed before update on mediation_decision
  for each row execute function lintel.mediation_agreed();

-- Whoever found that they are afraid or pressed does not find alone that they no longer are; nor by asking anew.
create function lintel.mediation_tested_again() returns trigger language plpgsql as $$
declare before mediation_test;
begin
  select * into before from mediation_test t where t.organisation_id = new.organisation_id and t.case_id = new.case_id
    order by t.recorded_at desc, t.id desc limit 1;
  if 'yes' in (before.afraid, before.pressed) and new.recorded_by is not distinct from before.recorded_by
    and not (new.afraid = 'yes' or new.pressed = 'yes') then
    raise exception 'another colleague looks again' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger mediation_tested_again before insert on mediation_test
  for each row execute function lintel.mediation_tested_again();

create function lintel.mediation_stepped() returns trigger language plpgsql as $$
declare shut text[];
begin
  shut := lintel.mediation_shut(new.organisation_id, new.mediation_id, 'arrange', new.recorded_at);
  if new.step = 'arranged' and shut <> '{}' then
    raise exception 'nothing is arranged while mediation may not be safe: %', shut using errcode = 'check_violation';
  end if;
  if new.step = 'ended' and not new.while_shut and shut <> '{}' then
    raise exception 'what went on while it was shut is told apart' using errcode = 'check_violation';
  end if;
  if new.step = 'ended' and not exists (select from mediation_step s where s.organisation_id = new.organisation_id
      and s.mediation_id = new.mediation_id and s.step = 'arranged') then
    raise exception 'nothing comes of what was not arranged' using errcode = 'check_violation';
  end if;
  if new.step = 'arranged' and exists (select from mediation_step s where s.organisation_id = new.organisation_id
      and s.mediation_id = new.mediation_id and s.step in ('ended', 'stopped')) then
    raise exception 'it is over' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger mediation_stepped before insert on mediation_step
  for each row execute function lintel.mediation_stepped();

call lintel.notice_waits_while('{mediation_to_decide}', $$exists (
  select from mediation_decision d where d.organisation_id = in_organisation and d.case_id = in_case
    and d.decision is null)$$);
