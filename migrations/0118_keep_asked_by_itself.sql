-- What other systems ask is answered a thousand times a second: each part of the look-up is planned once a connection
-- (functions in SQL are planned each time that they are called), and what is agreed is looked up only where there is a
-- case. What is found is as it was (0109).
drop function lintel.hold_cases(uuid, uuid[], uuid[], uuid[], timestamptz);
create function lintel.hold_cases(in_organisation uuid, in_cases uuid[], in_here uuid[], in_people uuid[],
  in_now timestamptz)
returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
begin
  return (select jsonb_agg(jsonb_build_object('closedAt', c.closed_at, 'here', c.id = any (in_here),
      'feared', x.feared, 'agreed',
      case when a.id is not null then jsonb_build_object('channel', a.channel, 'mayText', a.may_text,
        'mayEmail', a.may_email, 'mayPost', a.may_post, 'mayVisit', a.may_visit,
        'agreedWithPerson', a.agreed_with_person, 'askedAt', greatest(a.recorded_at, g.same_at),
        'unsure', s.unsure, 'changed', g.changed, 'moved', m.moved) end))
  from case_file c
    cross join lateral (select case
        when bool_or(q.person_id = any (in_people)) then 'near'
        when bool_and(q.person_id is not null) then 'elsewhere' else 'not_known' end as feared
      from case_person q where q.organisation_id = in_organisation and q.case_id = c.id
        and q.part = 'alleged_perpetrator') x
    left join lateral (select * from safe_contact w where w.organisation_id = in_organisation and w.case_id = c.id
      order by w.number desc limit 1) a on true
    left join lateral (select max(g.asked_at) filter (where g.answer = 'same') as same_at,
        coalesce(bool_or(g.answer = 'changed'), false) as changed
      from safe_contact_asking g where g.organisation_id = in_organisation and g.safe_contact_id = a.id) g on true
    left join lateral (select exists (select from contact t where t.organisation_id = in_organisation
      and t.case_id = c.id and t.may_suspect in ('yes', 'not_known')
      and t.recorded_at > greatest(a.recorded_at, g.same_at)) as unsure) s on true
    left join lateral (select exists (select from case_home h where h.organisation_id = in_organisation
      and h.case_id = c.id and h.moves and h.recorded_at > a.recorded_at) as moved) m on true
  where c.organisation_id = in_organisation and c.id = any (in_cases)
    and (c.closed_at is null or c.closed_at > in_now - interval '366 days'));
end $$;

create or replace function lintel.hold_facts(in_organisation uuid, in_question text, in_reference text,
  in_now timestamptz)
returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
declare
  tenancies uuid[] := '{}';
  homes uuid[] := '{}';
  people uuid[] := '{}';
  known boolean;
  told boolean;
  held jsonb;
  here uuid[];
  around uuid[];
  today constant date := (in_now at time zone 'Europe/London')::date;
  ending text;
begin
  if in_question in ('tenancy', 'list') then
    select array[id], array[property_id] into tenancies, homes from tenancy
      where organisation_id = in_organisation and reference = in_reference;
  elsif in_question = 'person' then
    people := lintel.kin(in_organisation,
      array(select id from person where organisation_id = in_organisation and reference = in_reference));
    tenancies := array(select tenancy_id from tenant where organisation_id = in_organisation
      and person_id = any (people) and (to_date is null or to_date >= today));
    homes := array(
      select property_id from tenancy where organisation_id = in_organisation and id = any (tenancies)
        and (ended_on is null or ended_on >= today)
      union
      select property_id from resident where organisation_id = in_organisation and person_id = any (people)
        and (to_date is null or to_date >= today));
  elsif in_question = 'uprn' then
    homes := array(select id from property where organisation_id = in_organisation and uprn = in_reference);
  else
    ending := substring(upper(in_reference) from '([A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2})\s*$');
    homes := array(
      select id from property where organisation_id = in_organisation and reference = in_reference
      union
      select id from property where organisation_id = in_organisation and same_home = lintel.home_key(
        string_to_array(left(in_reference, length(in_reference) - coalesce(length(ending), 0)), ','), ending));
  end if;
  tenancies := coalesce(tenancies, '{}');
  homes := coalesce(homes, '{}');
  known := cardinality(tenancies) + cardinality(homes) + cardinality(people) > 0;
  -- The same homes by another record (lintel.same_homes).
  homes := array(
    select unnest(homes)
    union
    select s.id from property h join property s on s.organisation_id = h.organisation_id and s.uprn = h.uprn
      where h.organisation_id = in_organisation and h.id = any (homes)
    union
    select s.id from property h join property s on s.organisation_id = h.organisation_id and s.same_home = h.same_home
      where h.organisation_id = in_organisation and h.id = any (homes));
  tenancies := array(
    select unnest(tenancies)
    union
    select id from tenancy where organisation_id = in_organisation and property_id = any (homes)
      and (ended_on is null or ended_on >= today));
  people := array(
    select unnest(people)
    union
    select person_id from tenant where organisation_id = in_organisation and tenancy_id = any (tenancies)
      and (to_date is null or to_date >= today)
    union
    select person_id from resident where organisation_id = in_organisation and property_id = any (homes)
      and (to_date is null or to_date >= today));
  -- And the same people (lintel.kin).
  if exists (select from person_match m where m.organisation_id = in_organisation and m.person_id = any (people)
      and m.decision = 'linked')
    or exists (select from person_match m where m.organisation_id = in_organisation and m.other_id = any (people)
      and m.decision = 'linked') then
    people := lintel.kin(in_organisation, people);
  end if;
  told := exists (select from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
      and d.person_id = any (people))
    or exists (select from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
      and d.property_id = any (homes));
  held := (select jsonb_agg(to_jsonb(h.held)) from hold h where h.organisation_id = in_organisation
    and h.tenancy_id = any (tenancies) and h.ended_at is null and h.starts_at <= in_now);
  here := array(
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (people)
    union all
    select c.id from case_file c where c.organisation_id = in_organisation and c.property_id = any (homes)
    union all
    select c.id from case_file c where c.organisation_id = in_organisation and c.tenancy_id = any (tenancies)
      and c.tenancy_id is not null
    union all
    select q.case_id from case_person q where q.organisation_id = in_organisation and q.person_id = any (people)
      and q.ended_at is null and q.part in ('at_risk', 'child_victim', 'household_member'));
  around := array(
    select q.case_id from case_person q where q.organisation_id = in_organisation and q.person_id = any (people)
      and q.part = 'alleged_perpetrator'
    union all
    select h.case_id from case_home h where h.organisation_id = in_organisation and h.property_id = any (homes)
      and h.property_id is not null
      and not exists (select from case_home w where w.organisation_id = h.organisation_id and w.corrects_id = h.id));
  return jsonb_build_object('known', known, 'told', told, 'held', coalesce(held, '[]'), 'cases',
    case when cardinality(here) + cardinality(around) = 0 then '[]'
      else coalesce(lintel.hold_cases(in_organisation, here || around, here, people, in_now), '[]') end);
end $$;

-- As it was, and gives each row its id itself: nobody looks one up by it.
drop function lintel.keep_holds_asked(jsonb);
create function lintel.keep_holds_asked(in_rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with asked as (
    select * from jsonb_to_recordset(in_rows) as r (organisation_id uuid, system_id uuid, asked_at timestamptz,
      question text, contacts text[], asked text[], told text)
  ), kept as (
    insert into hold_asked (organisation_id, id, system_id, asked_at, question, contacts, asked, told)
    select organisation_id, gen_random_uuid(), system_id, asked_at, question, contacts, asked, told from asked
  )
  insert into hold_day as d (organisation_id, system_id, day, answers, last_at)
  select organisation_id, system_id, (asked_at at time zone 'UTC')::date, sum(length(told)), max(asked_at)
    from asked group by 1, 2, 3 order by 1, 2, 3
  on conflict (organisation_id, system_id, day) do update set answers = d.answers + excluded.answers,
    last_at = greatest(d.last_at, excluded.last_at);
end $$;

do $$
declare
  made regprocedure;
begin
  foreach made in array array['lintel.hold_cases(uuid, uuid[], uuid[], uuid[], timestamptz)'::regprocedure,
    'lintel.keep_holds_asked(jsonb)'::regprocedure] loop
    execute format('alter function %s owner to lintel_definer', made);
    execute format('revoke all on function %s from public', made);
  end loop;
end $$;
grant execute on function lintel.keep_holds_asked to lintel_app;

-- One plan for whoever is asked about: a plan of one's own for each would cost more than its answer, and tell them apart
-- by the time that it takes.
alter function lintel.ask_holds(uuid, uuid, bytea, text, text[], timestamptz)
  set plan_cache_mode = force_generic_plan;
alter function lintel.keep_holds_asked(jsonb) set plan_cache_mode = force_generic_plan;
