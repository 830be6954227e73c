-- The move-safety check: lettings asks whether a home may be offered to a household, and is told `safe` or `ask`, never
-- why. What is asked is kept before its answer leaves; whom it concerns is told by a job.
alter table hold_system drop constraint hold_system_questions_check;
alter table hold_system add constraint hold_system_questions_check
  check (cardinality(questions) > 0 and questions <@ '{tenancy,person,address,uprn,list,move}');

-- Drawn once by chance for each person, for the streets around an address, and for the address: so that an answer to ask
-- says of nobody that there is a case.
create table move_draw (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  -- '' the person; a sector of postcodes; or an address, as homes are compared
  place text not null,
  asks boolean not null,
  drawn_at timestamptz not null,
  primary key (organisation_id, person_id, place),
  foreign key (organisation_id, person_id) references person
);
call lintel.protect('move_draw', 'false');
create policy definer on move_draw to lintel_definer using (true) with check (true);
grant select, insert on move_draw to lintel_definer;

create table move_check (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- as it was typed: the reference of a person or a tenancy
  household text not null check (length(household) between 1 and 200),
  -- who that was on the register; none: nobody
  people uuid[] not null default '{}',
  address text not null check (length(address) between 1 and 400),
  postcode text not null default '' check (length(postcode) <= 12),
  told text not null check (told in ('safe', 'ask')),
  asked_at timestamptz not null,
  asked_by uuid,
  system_id uuid,
  looked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references staff,
  foreign key (organisation_id, system_id) references hold_system,
  check (num_nonnulls(asked_by, system_id) = 1)
);
create index move_check_asked on move_check (organisation_id, asked_at desc);
create index move_check_by on move_check (organisation_id, asked_by, asked_at desc) where asked_by is not null;
create index move_check_system on move_check (organisation_id, system_id, asked_at desc) where system_id is not null;
create index move_check_people on move_check using gin (people);
create index move_check_unseen on move_check (organisation_id, asked_at) where looked_at is null;
-- Whoever asks reads their own questions and nobody else's; managers read who asked of whom.
call lintel.protect('move_check', $$lintel.roles() && '{da_manager,system}' or asked_by = lintel.staff()$$);
create policy kept_apart on move_check as restrictive for select to lintel_app
  using (organisation_id = lintel.organisation() and (asked_by is not distinct from lintel.staff()
    or not people && (select lintel.kept_from())));
create policy looked on move_check as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any ((select lintel.roles())::text[]));
create policy definer on move_check to lintel_definer using (true) with check (true);
grant select, insert on move_check to lintel_definer;
grant select, update (looked_at) on move_check to lintel_app;

-- Where a question met a case, with why: for the team of the case alone.
create table move_check_met (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  check_id uuid not null,
  address text not null,
  told text not null check (told in ('safe', 'ask')),
  why text[] not null,
  met_at timestamptz not null,
  asked_by uuid,
  told_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, check_id) references move_check,
  foreign key (organisation_id, asked_by) references staff
);
create index move_check_met_case on move_check_met (organisation_id, case_id, met_at desc);
create index move_check_met_check on move_check_met (organisation_id, check_id);
create index move_check_met_asker on move_check_met (organisation_id, asked_by) where asked_by is not null;
create index move_check_met_untold on move_check_met (organisation_id, met_at) where told_at is null;
call lintel.protect_case_child('move_check_met');
create policy told on move_check_met as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any ((select lintel.roles())::text[]));
create policy definer on move_check_met to lintel_definer using (true) with check (true);
grant select, insert on move_check_met to lintel_definer;
grant select, update (told_at) on move_check_met to lintel_app;

create policy definer_reads on place_to_avoid for select to lintel_definer using (true);
grant select on place_to_avoid to lintel_definer;

-- Where those who are feared in a case live, each at least once; null: it is not known of one of them.
create function lintel.homes_of_feared(in_organisation uuid, in_case uuid) returns table (postcode text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.postcode from case_person q
    left join lateral (select p.postcode from property p
      where p.organisation_id = q.organisation_id and q.person_id is not null and p.id in (
        select t.property_id from tenant n
          join tenancy t on t.organisation_id = n.organisation_id and t.id = n.tenancy_id and t.ended_on is null
          where n.organisation_id = q.organisation_id and n.to_date is null
            and n.person_id = any (lintel.kin(q.organisation_id, array[q.person_id]))
        union
        select r.property_id from resident r where r.organisation_id = q.organisation_id and r.to_date is null
          and r.person_id = any (lintel.kin(q.organisation_id, array[q.person_id])))) h on true
    where q.organisation_id = in_organisation and q.case_id = in_case and q.part = 'alleged_perpetrator'
      and q.ended_at is null $$;

-- All that is on record around a household: read the same way whatever it finds. For lettings, or a system of theirs.
create function lintel.move_facts(in_organisation uuid, in_system uuid, in_household text, in_address text,
  in_postcode text, in_sector text, in_now timestamptz)
returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asker constant uuid := case when in_system is null then lintel.staff() end;
  ended constant timestamptz := in_now - interval '183 days';
  tenancies uuid[];
  them uuid[];
  home constant text := lintel.home_key(array[in_address], in_postcode);
begin
  if in_system is null and (in_organisation is distinct from lintel.organisation()
      or not lintel.roles() && '{lettings,system}') then
    raise exception 'Only lettings asks' using errcode = 'insufficient_privilege';
  end if;
  tenancies := array(select t.id from tenancy t where t.organisation_id = in_organisation
    and t.reference = in_household);
  them := lintel.kin(in_organisation, array(
    select p.id from person p where p.organisation_id = in_organisation and p.reference = in_household
    union
    select n.person_id from tenant n where n.organisation_id = in_organisation and n.tenancy_id = any (tenancies)
      and n.to_date is null
    union
    select r.person_id from resident r where r.organisation_id = in_organisation and r.to_date is null
      and r.property_id in (select t.property_id from tenancy t where t.organisation_id = in_organisation
        and t.id = any (tenancies))));
  -- One in sixteen people, one in twelve of the streets and of the addresses that are asked about for each.
  insert into move_draw (organisation_id, person_id, place, asks, drawn_at)
    select in_organisation, p.id, k.place, get_byte(uuid_send(gen_random_uuid()), 0) < k.of_256, in_now
      from unnest(them) p (id), (values ('', 16), ('~' || in_sector, 21), ('=' || home, 21)) k (place, of_256)
      where exists (select from person o where o.organisation_id = in_organisation and o.id = p.id)
    on conflict do nothing;
  return jsonb_build_object(
    'known', them <> '{}',
    'people', to_jsonb(them),
    'told', exists (select from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
      and d.person_id = any (them)),
    'feared', exists (select from case_person q join case_file c on c.organisation_id = q.organisation_id
        and c.id = q.case_id
      where q.organisation_id = in_organisation and q.person_id = any (them) and q.part = 'alleged_perpetrator'
        and (c.closed_at is null or c.closed_at > ended)),
    'drawn', exists (select from move_draw d where d.organisation_id = in_organisation and d.person_id = any (them)
      and d.place in ('', '~' || in_sector, '=' || home) and d.asks),
    'today', (select count(*) from move_check m where m.organisation_id = in_organisation
      and m.asked_at > in_now - interval '24 hours' and m.asked_by is not distinct from asker
      and m.system_id is not distinct from in_system),
    'addresses', (select count(distinct lintel.home_key(array[m.address], m.postcode)) from move_check m
      where m.organisation_id = in_organisation and m.asked_at > in_now - interval '30 days' and m.people && them
        and lintel.home_key(array[m.address], m.postcode) <> home),
    'cases', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id,
        'places', (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'place', a.place)), '[]')
          from place_to_avoid a where a.organisation_id = in_organisation and a.case_id = c.id
            and a.ended_at is null and a.kind <> 'none'),
        'askedAndNone', exists (select from place_to_avoid a where a.organisation_id = in_organisation
          and a.case_id = c.id and a.ended_at is null and a.kind = 'none'
          and a.asked_on > (in_now - interval '90 days')::date),
        'fearedNear', (select coalesce(jsonb_agg(distinct f.postcode) filter (where f.postcode is not null), '[]')
          from lintel.homes_of_feared(in_organisation, c.id) f),
        'fearedKnown', coalesce((select bool_and(f.postcode is not null)
          from lintel.homes_of_feared(in_organisation, c.id) f), false)) order by c.id), '[]')
      from case_file c
      where c.organisation_id = in_organisation
        and (c.closed_at is null or c.closed_at > ended or exists (select from place_to_avoid a
          where a.organisation_id = in_organisation and a.case_id = c.id and a.ended_at is null))
        and (c.person_id = any (them) or exists (select from case_person q where q.organisation_id = in_organisation
          and q.case_id = c.id and q.person_id = any (them) and q.ended_at is null
          and q.part in ('at_risk', 'child_victim', 'household_member', 'witness')))));
end $$;

-- Keeps a question, and where it met a case, before its answer leaves.
create function lintel.keep_move_check(in_organisation uuid, in_id uuid, in_system uuid, in_household text,
  in_people uuid[], in_address text, in_postcode text, in_told text, in_met jsonb, in_now timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if in_system is null and (in_organisation is distinct from lintel.organisation()
      or not lintel.roles() && '{lettings}') then
    raise exception 'Only lettings asks' using errcode = 'insufficient_privilege';
  end if;
  insert into move_check (organisation_id, id, household, people, address, postcode, told, asked_at, asked_by, system_id)
    values (in_organisation, in_id, in_household, in_people, in_address, in_postcode, in_told, in_now,
      case when in_system is null then lintel.staff() end, in_system);
  insert into move_check_met (organisation_id, id, case_id, check_id, address, told, why, met_at, asked_by)
    select in_organisation, gen_random_uuid(), (m->>'id')::uuid, in_id, concat_ws(', ', in_address, nullif(in_postcode, '')),
      in_told, array(select jsonb_array_elements_text(m->'why')), in_now,
      case when in_system is null then lintel.staff() end
    from jsonb_array_elements(in_met) m;
end $$;

-- Whoever may ask about every household signs in with a second factor.
do $do$
declare
  stands text := pg_get_functiondef(oid) from pg_proc
    where proname = 'begin_request' and pronamespace = 'lintel'::regnamespace;
  guarded constant text := 'administrator,da_manager,da_worker,data_protection_officer,income';
begin
  if position(guarded in stands) = 0 then raise exception 'begin_request does not guard as it did'; end if;
  execute replace(stands, guarded, guarded || ',lettings');
end $do$;

do $$
declare
  made regprocedure;
begin
  foreach made in array array[
    'lintel.homes_of_feared(uuid, uuid)'::regprocedure,
    'lintel.move_facts(uuid, uuid, text, text, text, text, timestamptz)'::regprocedure,
    'lintel.keep_move_check(uuid, uuid, uuid, text, uuid[], text, text, text, jsonb, timestamptz)'::regprocedure] loop
    execute format('alter function %s owner to lintel_definer', made);
    execute format('revoke all on function %s from public', made);
  end loop;
end $$;
grant execute on function lintel.move_facts(uuid, uuid, text, text, text, text, timestamptz) to lintel_app;
grant execute on function lintel.keep_move_check(uuid, uuid, uuid, text, uuid[], text, text, text, jsonb, timestamptz)
  to lintel_app;
