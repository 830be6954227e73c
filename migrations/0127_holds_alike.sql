-- What a system asks about takes the same work whether a case, a hold of another cause or nothing stands behind it: at
-- least four cases are always looked through, others of the landlord where fewer are theirs, and at least three holds.
-- `ours` says which count. All that ends is followed by the same half year (hold-answer.ts): a case, a hold that
-- somebody set or that was drawn, and what was told and looked at.
drop function lintel.hold_cases(uuid, uuid[], uuid[], uuid[], timestamptz);
create function lintel.hold_cases(in_organisation uuid, in_slots uuid[], in_ours uuid[], in_here uuid[],
  in_people uuid[])
returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
begin
  return (select jsonb_agg(jsonb_build_object('ours', c.id = any (in_ours), 'closedAt', c.closed_at,
      'here', c.id = any (in_here), 'feared', x.feared, 'agreed',
      case when a.id is not null then jsonb_build_object('channel', a.channel, 'mayText', a.may_text,
        'mayEmail', a.may_email, 'mayPost', a.may_post, 'mayVisit', a.may_visit,
        'agreedWithPerson', a.agreed_with_person, 'askedAt', greatest(a.recorded_at, g.same_at),
        'unsure', s.unsure, 'changed', g.changed, 'moved', m.moved) end))
  from unnest(in_slots) slot (id)
    join case_file c on c.organisation_id = in_organisation and c.id = slot.id
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
      and h.case_id = c.id and h.moves and h.recorded_at > a.recorded_at) as moved) m on true);
end $$;
alter function lintel.hold_cases(uuid, uuid[], uuid[], uuid[], uuid[]) owner to lintel_definer;
revoke all on function lintel.hold_cases(uuid, uuid[], uuid[], uuid[], uuid[]) from public;

do $do$
declare
  stands text := pg_get_functiondef('lintel.hold_facts(uuid, text, text, timestamptz)'::regprocedure);
  start constant integer := position('  told := exists ' in stands);
begin
  if start = 0 then raise exception 'hold_facts does not find as it did'; end if;
  stands := replace(left(stands, start - 1), E'  around uuid[];\n', $q$  around uuid[];
  lived uuid[];
  feared uuid[];
  stood uuid[];
  stood_for uuid[];
  corrected uuid[];
  ours uuid[];
  others uuid[];
  looked_at timestamptz;
  found_rows integer;
  -- The same each time for the same reference: whoever asks again and again measures the same work.
  somewhen constant timestamptz := in_now - interval '366 days' * (abs(hashtext(in_reference)::bigint) / 2147483648.0);
$q$) || $q$  -- Of each table as many rows are read as if something had been found: what is found is made up with what is not.
  select coalesce(bool_or(d.triaged_at is null), false), max(d.triaged_at), count(*)
    into told, looked_at, found_rows from (
    select triaged_at from disclosure where organisation_id = in_organisation and person_id = any (people)
    union all
    select triaged_at from disclosure where organisation_id = in_organisation and property_id = any (homes)) d;
  perform max(o.route) from (select d.route from disclosure d where d.organisation_id = in_organisation
    order by d.id limit greatest(1, 4 - found_rows)) o;
  select coalesce(jsonb_agg(jsonb_build_object('ours', true, 'contacts', h.held, 'endedAt', h.ended_at)), '[]'),
      count(*) into held, found_rows
    from hold h where h.organisation_id = in_organisation and h.tenancy_id = any (tenancies)
      and h.starts_at <= in_now and (h.ended_at is null or h.ended_at > in_now - interval '184 days');
  held := held || coalesce((select jsonb_agg(jsonb_build_object('ours', false, 'contacts', h.held, 'endedAt',
      h.ended_at)) from (select o.held, o.ended_at from hold o where o.organisation_id = in_organisation
        and o.ended_at is null order by o.look_on limit greatest(1, 3 - found_rows)) h), '[]');
  here := array(
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (people)
    union all
    select c.id from case_file c where c.organisation_id = in_organisation and c.property_id = any (homes)
    union all
    select c.id from case_file c where c.organisation_id = in_organisation and c.tenancy_id = any (tenancies)
      and c.tenancy_id is not null);
  perform max(o.children) from (
    (select c.children from case_file c where c.organisation_id = in_organisation and c.opened_at <= somewhen
      order by c.opened_at desc, c.id limit 8)
    union all
    (select c.children from case_file c where c.organisation_id = in_organisation and c.opened_at > somewhen
      order by c.opened_at desc, c.id limit 8)
    limit greatest(1, 5 - cardinality(here))) o;
  select coalesce(array_agg(q.case_id) filter (where q.ended_at is null
        and q.part in ('at_risk', 'child_victim', 'household_member')), '{}'),
      coalesce(array_agg(q.case_id) filter (where q.part = 'alleged_perpetrator'), '{}'), count(*)
    into lived, feared, found_rows
    from case_person q where q.organisation_id = in_organisation and q.person_id = any (people);
  perform max(o.part) from (select q.part from case_person q where q.organisation_id = in_organisation
    order by q.id limit greatest(1, 4 - found_rows)) o;
  select coalesce(array_agg(h.id), '{}'), coalesce(array_agg(h.case_id), '{}'), count(*)
    into stood, stood_for, found_rows
    from case_home h where h.organisation_id = in_organisation and h.property_id = any (homes)
      and h.property_id is not null;
  stood := stood || array(select h.id from case_home h where h.organisation_id = in_organisation
    and h.recorded_at > '-infinity' order by h.id limit greatest(1, 4 - found_rows));
  corrected := array(select w.corrects_id from case_home w where w.organisation_id = in_organisation
    and w.corrects_id = any (stood));
  around := feared || array(select h.case_id from unnest(stood[1:found_rows], stood_for) h (id, case_id)
    where h.id <> all (corrected));
  here := here || lived;
  ours := array(select distinct unnest(here || around));
  -- Other cases of the landlord, from some moment of the year on.
  others := array(
    (select c.id from case_file c where c.organisation_id = in_organisation and c.opened_at <= somewhen
      order by c.opened_at desc, c.id limit 8)
    union all
    (select c.id from case_file c where c.organisation_id = in_organisation and c.opened_at > somewhen
      order by c.opened_at desc, c.id limit 8)
    limit 8);
  others := array(select o from unnest(others) o where o <> all (ours) limit greatest(0, 4 - cardinality(ours)));
  return jsonb_build_object('known', known, 'told', told, 'lookedAt', looked_at, 'held', held, 'cases',
    coalesce(lintel.hold_cases(in_organisation, ours || others, ours, here, people), '[]'));
end $function$
$q$;
  execute stands;
end $do$;
