-- An own file for a customer who is alleged to have caused harm (V1b, V4.5b, L2.12b; domain §8): two people by name see
-- it, and no role does. Nothing of it stands in a case, and nothing of a case in it. The same human may be a victim, or
-- alleged, in cases that whoever keeps the file never learns of: those are shut to them, and nothing says so.
create table own_file (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- of the register; null once it was ended as unfounded
  person_id uuid,
  -- as the register had it: no page of the file asks the register
  name text not null,
  opened_because text not null
    check (opened_because in ('wants_to_change', 'asks_for_support', 'court', 'police', 'probation', 'other_agency')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  manager_id uuid not null,
  worker_id uuid,
  -- whoever kept it, now or before: what they know of this side keeps them from the other
  held_by uuid[] not null default '{}',
  standing text not null default 'alleged' check (standing in ('alleged', 'found', 'unfounded')),
  ended_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, opened_by) references staff,
  foreign key (organisation_id, manager_id) references staff,
  foreign key (organisation_id, worker_id) references staff,
  check (worker_id is distinct from manager_id),
  check ((person_id is null) = (standing = 'unfounded')),
  check ((name = '') = (standing = 'unfounded'))
);
create unique index own_file_once on own_file (organisation_id, person_id)
  where person_id is not null and ended_at is null;
create index own_file_person on own_file (organisation_id, person_id);
create index own_file_opened_by on own_file (organisation_id, opened_by);
create index own_file_manager on own_file (organisation_id, manager_id);
create index own_file_worker on own_file (organisation_id, worker_id);
create index own_file_held_by on own_file using gin (held_by);
call lintel.protect('own_file', $$'system' = any ((select lintel.roles())::text[]) or standing <> 'unfounded'
  and (select lintel.staff()) in (manager_id, worker_id) and (select lintel.roles())::text[] && '{da_manager,da_worker}'$$);
create policy own_name on own_file as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and opened_by = lintel.staff() and manager_id = lintel.staff()
    and 'da_manager' = any (lintel.roles()) and standing = 'alleged' and ended_at is null);
create policy by_its_manager on own_file as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and manager_id = lintel.staff() and ended_at is null);
create policy definer on own_file to lintel_definer using (true);
grant select, insert, update (worker_id, standing, version) on own_file to lintel_app;
grant select, update on own_file to lintel_definer;

create function lintel.sees_own_file(in_organisation uuid, in_file uuid) returns boolean stable language plpgsql as $$
begin
  -- As whoever asks: the wall of own_file answers.
  perform from public.own_file f where f.organisation_id = in_organisation and f.id = in_file;
  return found;
end $$;

-- What is written in it, never changed: notes, their own needs, safeguarding, who decided that it is so, who keeps it.
create table own_file_entry (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('note', 'need', 'safeguarding', 'standing', 'given', 'ended')),
  -- which need and how it stands; who was referred, or not; by whom it was decided
  code text not null default '',
  state text not null default '',
  words text not null check (words <> ''),
  happened_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references own_file,
  foreign key (organisation_id, recorded_by) references staff
);
create index own_file_entry_of on own_file_entry (organisation_id, file_id, recorded_at desc, id);
create index own_file_entry_recorder on own_file_entry (organisation_id, recorded_by);
call lintel.protect('own_file_entry', $$'system' = any ((select lintel.roles())::text[])
  or lintel.sees_own_file(organisation_id, file_id)$$);
create policy own_name on own_file_entry as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on own_file_entry to lintel_app;

-- A programme for those who want to change: accredited, with support for the partner, of their own will. Its form
-- takes no other; the check is here for whoever writes past it.
create table own_programme (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  name text not null check (name <> ''),
  accredited boolean not null check (accredited),
  partner_support boolean not null check (partner_support),
  voluntary boolean not null check (voluntary),
  words text not null check (words <> ''),
  begun_at timestamptz not null,
  begun_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references own_file,
  foreign key (organisation_id, begun_by) references staff
);
create index own_programme_file on own_programme (organisation_id, file_id, begun_at desc);
create index own_programme_by on own_programme (organisation_id, begun_by);
call lintel.protect('own_programme', $$'system' = any ((select lintel.roles())::text[])
  or lintel.sees_own_file(organisation_id, file_id)$$);
create policy own_name on own_programme as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and begun_by is not distinct from lintel.staff());
create policy definer on own_programme for select to lintel_definer using (true);
grant select, insert on own_programme to lintel_app;
grant select on own_programme to lintel_definer;

-- That it was asked whether it may go now, that the referral was made, what came of it, that it is not made.
create table own_programme_step (
  organisation_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  programme_id uuid not null,
  step text not null check (step in ('asked', 'referred', 'outcome', 'dropped')),
  outcome text not null default '',
  words text not null default '',
  day_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references own_file,
  foreign key (organisation_id, programme_id) references own_programme,
  foreign key (organisation_id, recorded_by) references staff,
  check ((step in ('outcome', 'dropped')) = (outcome <> '')),
  check ((step = 'asked') = (words = ''))
);
create index own_programme_step_of on own_programme_step (organisation_id, programme_id, recorded_at desc, id);
create index own_programme_step_file on own_programme_step (organisation_id, file_id);
create index own_programme_step_by on own_programme_step (organisation_id, recorded_by);
create unique index own_programme_once on own_programme_step (organisation_id, programme_id)
  where step in ('referred', 'dropped');
call lintel.protect('own_programme_step', $$'system' = any ((select lintel.roles())::text[])
  or lintel.sees_own_file(organisation_id, file_id)$$);
create policy own_name on own_programme_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
create policy definer on own_programme_step for select to lintel_definer using (true);
grant select, insert on own_programme_step to lintel_app;
grant select on own_programme_step to lintel_definer;

-- What another manager answered: theirs alone to read. Whoever keeps the file learns `result`, and not by whom or why.
create table own_programme_answer (
  organisation_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  said text not null check (said in ('may_go', 'not_now')),
  words text not null check (words <> ''),
  result text not null default 'not_now' check (result in ('may_go', 'not_now')),
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, step_id) references own_programme_step,
  foreign key (organisation_id, answered_by) references staff
);
create unique index own_programme_answer_of on own_programme_answer (organisation_id, step_id);
create index own_programme_answer_by on own_programme_answer (organisation_id, answered_by);

-- Said in each case about whoever is feared there, whether or not anybody asks: so that being asked says nothing.
create table programme_safety (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  about_id uuid not null,
  answer text not null check (answer in ('may_go', 'not_now')),
  asked text not null check (asked in ('asked', 'not_asked')),
  words text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, about_id) references case_person,
  foreign key (organisation_id, recorded_by) references staff,
  check (answer = 'not_now' or asked = 'asked')
);
create index programme_safety_of on programme_safety (organisation_id, about_id, recorded_at desc, id);
create index programme_safety_case on programme_safety (organisation_id, case_id);
create index programme_safety_by on programme_safety (organisation_id, recorded_by);
call lintel.protect_case_child('programme_safety');
create policy own_name on programme_safety as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
create policy definer on programme_safety for select to lintel_definer using (true);
grant select, insert on programme_safety to lintel_app;
grant select on programme_safety to lintel_definer;

-- Whether a description of somebody who was not chosen from the register holds each word of a name.
create function lintel.names_them(in_words text, in_name text) returns boolean immutable language sql
set search_path = public, pg_temp as $$
  select coalesce(bool_and(position(w in lower(public.unaccent('public.unaccent', in_words))) > 0), false)
    from regexp_split_to_table(lower(public.unaccent('public.unaccent', in_name)), '\s+') w where length(w) > 1 $$;

-- The other side of somebody: every case in which they have a part, or are described by their name as feared, and every
-- case of those people.
create function lintel.own_sides(in_organisation uuid, in_person uuid) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  kin uuid[] := lintel.kin(in_organisation, array[in_person]);
  names text[] := array(select p.given_name || ' ' || p.family_name from person p
    where p.organisation_id = in_organisation and p.id = any (kin));
  cases uuid[] := array(
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (kin)
    union
    select q.case_id from case_person q where q.organisation_id = in_organisation and q.person_id = any (kin)
      and q.ended_at is null
    union
    select q.case_id from case_person q, unnest(names) n where q.organisation_id = in_organisation
      and q.person_id is null and q.part = 'alleged_perpetrator' and q.ended_at is null
      and lintel.names_them(q.described_as, n));
begin
  return array(select unnest(cases) union
    select c.id from case_file c where c.organisation_id = in_organisation and c.person_id = any (lintel.kin(
      in_organisation, array(select p from unnest(cases) one, unnest(lintel.people_kept(in_organisation, one)) p))));
end $$;

create function lintel.works_on(c case_file, in_staff uuid) returns boolean stable language sql as $$
  select c.lead_id is not distinct from in_staff or in_staff = any (c.granted_staff) $$;

-- Whom the other side's files keep from a case. Whoever works on the case stays: it is the file that they lose. A
-- manager who keeps a file sees the case only where no other manager could.
create function lintel.other_side_of(in_organisation uuid, in_case uuid) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  of_case case_file;
  cases uuid[];
  people uuid[];
  held uuid[];
begin
  select * into of_case from case_file c where c.organisation_id = in_organisation and c.id = in_case;
  if of_case.id is null or not exists (select from own_file f where f.organisation_id = in_organisation) then
    return '{}';
  end if;
  cases := array(select in_case union select c.id from case_file c where c.organisation_id = in_organisation
    and c.person_id = any (lintel.kin(in_organisation, lintel.people_kept(in_organisation, in_case))));
  people := lintel.kin(in_organisation, array(
    select c.person_id from case_file c where c.organisation_id = in_organisation and c.id = any (cases)
    union
    select q.person_id from case_person q where q.organisation_id = in_organisation and q.case_id = any (cases)
      and q.ended_at is null));
  held := array(select distinct h from own_file f, unnest(f.held_by) h
    where f.organisation_id = in_organisation and f.person_id is not null and (f.person_id = any (people)
      or exists (select from case_person q where q.organisation_id = in_organisation and q.case_id = any (cases)
        and q.person_id is null and q.part = 'alleged_perpetrator' and q.ended_at is null
        and lintel.names_them(q.described_as, f.name))));
  return array(
    select s.id from staff s where s.organisation_id = in_organisation and s.id = any (held)
      and not lintel.works_on(of_case, s.id)
      and (not 'da_manager' = any (s.roles) or exists (select from staff m where m.organisation_id = in_organisation
        and 'da_manager' = any (m.roles) and m.ended_at is null and m.enrolled_at is not null
        and not m.id = any (held) and not exists (select from case_conflict k
          where k.organisation_id = in_organisation and k.case_id = in_case and k.staff_id = m.id
            and k.ended_at is null)))
    order by 1);
end $$;

-- Whose people the register keeps from somebody who keeps a file.
create function lintel.other_side_cases(in_organisation uuid, in_staff uuid) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if not exists (select from own_file f where f.organisation_id = in_organisation and f.held_by @> array[in_staff]) then
    return '{}';
  end if;
  return array(select c.id from case_file c where c.organisation_id = in_organisation and c.blocked_staff <> '{}'
    and c.blocked_staff @> array[in_staff]);
end $$;

do $do$
declare
  stands text;
  before text;
begin
  stands := pg_get_functiondef('lintel.in_conflict_with(uuid, uuid[])'::regprocedure);
  before := 'where d.organisation_id = in_organisation and d.person_id = any (in_people) and d.case_id is null) s';
  if position(before in stands) = 0 then raise exception 'in_conflict_with does not say what it did'; end if;
  execute replace(stands, before, $q$where d.organisation_id = in_organisation and d.person_id = any (in_people) and d.case_id is null
    union all
    select unnest(lintel.other_side_of(in_organisation, c.id)) from case_file c
      where c.organisation_id = in_organisation and c.person_id = any (in_people)) s$q$);
  stands := pg_get_functiondef('lintel.rebuild_wall()'::regprocedure);
  before := 'lintel.kin(c.organisation_id, array[c.person_id])))';
  if position(before in stands) = 0 then raise exception 'rebuild_wall does not say what it did'; end if;
  execute replace(stands, before, before || $q$
      union select unnest(lintel.other_side_of(c.organisation_id, c.id))$q$);
  stands := pg_get_functiondef('lintel.carry_conflicts(uuid, uuid[], timestamptz)'::regprocedure);
  before := 'union select unnest(shut) order by 1) as staff
          from case_file f';
  if position(before in stands) = 0 then raise exception 'carry_conflicts does not say what it did'; end if;
  execute replace(stands, before, 'union select unnest(shut)
            union select unnest(lintel.other_side_of(f.organisation_id, f.id)) order by 1) as staff
          from case_file f');
  stands := pg_get_functiondef('lintel.kept_from_of(uuid, uuid)'::regprocedure);
  before := 'and k.staff_id = in_staff and k.ended_at is null);';
  if position(before in stands) = 0 then raise exception 'kept_from_of does not say what it did'; end if;
  execute replace(stands, before, $q$and k.staff_id = in_staff and k.ended_at is null
    union select unnest(lintel.other_side_cases(in_organisation, in_staff)));$q$);
end $do$;

-- May they keep this file? One answer for every reason: a conflict, the other side, an ended account.
create function lintel.own_file_fit(in_organisation uuid, in_person uuid, in_staff uuid, in_role text) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select from staff s where s.organisation_id = in_organisation and s.id = in_staff
      and s.ended_at is null and s.roles && case in_role when 'manager' then '{da_manager}'::text[]
        else '{da_manager,da_worker}'::text[] end)
    and not exists (select from case_file c where c.organisation_id = in_organisation
      and c.id = any (lintel.own_sides(in_organisation, in_person))
      and (lintel.works_on(c, in_staff)
        or exists (select from allocation a where a.organisation_id = c.organisation_id and a.case_id = c.id
          and a.staff_id = in_staff)
        or exists (select from case_conflict k where k.organisation_id = c.organisation_id and k.case_id = c.id
          and k.staff_id = in_staff and k.ended_at is null)));
end $$;

-- The same, for the page that asks before it writes.
create function lintel.may_keep_own_file(in_person uuid, in_staff uuid, in_role text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not 'da_manager' = any (lintel.roles()) then return false; end if;
  return lintel.own_file_fit(lintel.organisation(), in_person, in_staff, in_role);
end $$;

create function lintel.own_file_kept() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if new.person_id is null then return new; end if;
  if tg_op = 'INSERT' or new.manager_id <> old.manager_id then
    if not lintel.own_file_fit(new.organisation_id, new.person_id, new.manager_id, 'manager') then
      raise exception 'another manager keeps this file' using errcode = 'check_violation';
    end if;
  end if;
  if new.worker_id is not null and (tg_op = 'INSERT' or new.worker_id is distinct from old.worker_id)
    and not lintel.own_file_fit(new.organisation_id, new.person_id, new.worker_id, 'worker')
  then
    raise exception 'another colleague keeps this file' using errcode = 'check_violation';
  end if;
  new.held_by := array(select h from unnest(new.held_by || array[new.manager_id, new.worker_id]) h
    where h is not null group by h order by h);
  return new;
end $$;
create trigger own_file_kept before insert or update of manager_id, worker_id on own_file
  for each row execute function lintel.own_file_kept();

-- The cases of the other side are shut to whoever keeps it, and what waits about the same people.
create function lintel.keep_sides_apart(in_organisation uuid, in_cases uuid[]) returns void language plpgsql
  set search_path = public, pg_temp as $$
begin
  if in_cases = '{}' then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || in_organisation, 0));
  update case_file c set blocked_staff = w.staff from (
      select f.id, array(
        select k.staff_id from case_conflict k
          where k.organisation_id = f.organisation_id and k.case_id = f.id and k.ended_at is null
        union select unnest(lintel.in_conflict_with(f.organisation_id, lintel.kin(f.organisation_id, array[f.person_id])))
        union select unnest(lintel.other_side_of(f.organisation_id, f.id)) order by 1) as staff
      from case_file f where f.organisation_id = in_organisation and f.id = any (in_cases) order by f.id for update) w
    where c.organisation_id = in_organisation and c.id = w.id and c.blocked_staff is distinct from w.staff;
  perform lintel.carry_conflicts(in_organisation, array(
    select distinct p from unnest(in_cases) one, unnest(lintel.people_kept(in_organisation, one)) p), now());
end $$;

create function lintel.own_file_keeps_apart() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.keep_sides_apart(new.organisation_id, lintel.own_sides(new.organisation_id,
    coalesce(new.person_id, case when tg_op = 'UPDATE' then old.person_id end)));
  return null;
end $$;
create trigger own_file_keeps_apart after insert or update of held_by, worker_id, manager_id, person_id on own_file
  for each row execute function lintel.own_file_keeps_apart();

-- Both sides meet in one colleague, who works on the case: they lose the file, and its manager is told that somebody is
-- needed, and nothing else. Where its manager is meant, another who may keep it does so from now on.
create function lintel.own_sides_meet(in_organisation uuid, in_people uuid[], in_at timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  file own_file;
  met uuid[];
  another uuid;
begin
  for file in select f.* from own_file f where f.organisation_id = in_organisation
    and f.person_id = any (lintel.kin(in_organisation, in_people)) order by f.id for update
  loop
    met := array(select s.id from staff s where s.organisation_id = in_organisation and s.id = any (file.held_by)
      and exists (select from case_file c where c.organisation_id = in_organisation
        and c.id = any (lintel.own_sides(in_organisation, file.person_id)) and lintel.works_on(c, s.id)));
    another := file.manager_id;
    if file.manager_id = any (met) then
      another := coalesce((select m.id from staff m where m.organisation_id = in_organisation
        and m.enrolled_at is not null and not m.id = any (file.held_by)
        and lintel.own_file_fit(in_organisation, file.person_id, m.id, 'manager') order by m.name, m.id limit 1),
        file.manager_id);
      met := array_remove(met, another);
    end if;
    if met <> '{}' then
      update own_file f set manager_id = another, version = f.version + 1,
          worker_id = case when f.worker_id = any (met) then null else f.worker_id end
        where f.organisation_id = in_organisation and f.id = file.id;
      update own_file f set held_by = array(select h from unnest(f.held_by) h where not h = any (met))
        where f.organisation_id = in_organisation and f.id = file.id;
      insert into notification (organisation_id, id, staff_id, at, kind, about_id)
        select in_organisation, gen_random_uuid(), another, in_at, 'own_file_needs_worker', file.id
        where file.ended_at is null and (file.worker_id = any (met) or another <> file.manager_id);
    end if;
    perform lintel.keep_sides_apart(in_organisation, lintel.own_sides(in_organisation, file.person_id));
  end loop;
end $$;

create function lintel.case_person_meets() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  people uuid[] := array_remove(array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null);
begin
  if exists (select from own_file f where f.organisation_id = new.organisation_id) then
    if new.person_id is null and new.part = 'alleged_perpetrator' then
      people := people || array(select f.person_id from own_file f where f.organisation_id = new.organisation_id
        and f.person_id is not null and lintel.names_them(new.described_as, f.name));
    end if;
    perform lintel.own_sides_meet(new.organisation_id, people, coalesce(new.ended_at, new.added_at));
    -- Whoever else is of the case now may be the person of a case that is shut already.
    perform lintel.keep_sides_apart(new.organisation_id, array[new.case_id]);
  end if;
  return null;
end $$;
create trigger own_files_apart after insert or update of part, person_id, described_as, ended_at on case_person
  for each row execute function lintel.case_person_meets();

create function lintel.case_meets() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if exists (select from own_file f where f.organisation_id = new.organisation_id) then
    perform lintel.own_sides_meet(new.organisation_id, array_remove(
      array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end]
        || array(select q.person_id from case_person q where q.organisation_id = new.organisation_id
          and q.case_id = new.id and q.ended_at is null), null), new.opened_at);
  end if;
  return null;
end $$;
create trigger own_files_apart after insert or update of person_id, lead_id on case_file
  for each row execute function lintel.case_meets();

create function lintel.match_meets() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if exists (select from own_file f where f.organisation_id = new.organisation_id) then
    perform lintel.own_sides_meet(new.organisation_id, array[new.person_id, new.other_id],
      coalesce(new.decided_at, new.found_at));
  end if;
  return null;
end $$;
create trigger own_files_apart after update of decision on person_match for each row
  when (new.decision is distinct from old.decision) execute function lintel.match_meets();

-- Whoever goes keeps no file: another manager does, and a file without a worker says so on its own page.
create function lintel.own_file_left() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare file own_file;
begin
  for file in select f.* from own_file f where f.organisation_id = new.organisation_id and f.person_id is not null
    and f.ended_at is null order by f.id for update
  loop
    if file.worker_id = new.id and (new.ended_at is not null or not new.roles && '{da_manager,da_worker}') then
      update own_file f set worker_id = null, version = f.version + 1
        where f.organisation_id = new.organisation_id and f.id = file.id;
      insert into notification (organisation_id, id, staff_id, at, kind, about_id)
        values (new.organisation_id, gen_random_uuid(), file.manager_id, coalesce(new.ended_at, now()),
          'own_file_needs_worker', file.id);
    end if;
    if file.manager_id = new.id and (new.ended_at is not null or not 'da_manager' = any (new.roles)) then
      update own_file f set version = f.version + 1, manager_id = coalesce((select m.id from staff m
          where m.organisation_id = new.organisation_id and m.enrolled_at is not null and m.id <> new.id
            and m.id is distinct from f.worker_id
            and lintel.own_file_fit(new.organisation_id, f.person_id, m.id, 'manager') order by m.name, m.id limit 1),
          f.manager_id)
        where f.organisation_id = new.organisation_id and f.id = file.id;
      insert into notification (organisation_id, id, staff_id, at, kind, about_id)
        select f.organisation_id, gen_random_uuid(), f.manager_id, coalesce(new.ended_at, now()),
          'own_file_given', f.id
        from own_file f where f.organisation_id = new.organisation_id and f.id = file.id and f.manager_id <> new.id;
    end if;
    perform lintel.keep_sides_apart(new.organisation_id, lintel.own_sides(new.organisation_id, file.person_id));
  end loop;
  return null;
end $$;
create trigger own_files_left after update of roles, ended_at, enrolled_at on staff for each row
  when (new.roles <> old.roles or new.ended_at is distinct from old.ended_at
    or new.enrolled_at is distinct from old.enrolled_at) execute function lintel.own_file_left();

-- Ended. As unfounded: nobody is on any list, no name stays with it, and nobody opens it again.
create function lintel.end_own_file(in_file uuid, in_version integer, in_unfounded boolean, in_now timestamptz)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update own_file f set ended_at = in_now, version = f.version + 1,
      standing = case when in_unfounded then 'unfounded' else f.standing end,
      name = case when in_unfounded then '' else f.name end,
      person_id = case when in_unfounded then null else f.person_id end
    where f.organisation_id = lintel.organisation() and f.id = in_file and f.version = in_version
      and f.ended_at is null and f.manager_id = lintel.staff() and 'da_manager' = any (lintel.roles());
  return found;
end $$;

-- Is it safe, as far as every open case says in which they are feared? Unknown is not.
create function lintel.programme_safe(in_organisation uuid, in_person uuid, in_now timestamptz) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select not exists (select from case_person q
    join case_file c on c.organisation_id = q.organisation_id and c.id = q.case_id and c.closed_at is null
    where q.organisation_id = in_organisation and q.part = 'alleged_perpetrator' and q.ended_at is null
      and (q.person_id = any (lintel.kin(in_organisation, array[in_person]))
        or q.person_id is null and exists (select from person p where p.organisation_id = in_organisation
          and p.id = any (lintel.kin(in_organisation, array[in_person]))
          and lintel.names_them(q.described_as, p.given_name || ' ' || p.family_name)))
      and (c.immediate_danger or not coalesce((
        select p.answer = 'may_go' and in_now - p.recorded_at <= interval '336 hours'
          and p.recorded_at >= coalesce(lintel.asks_anew(in_organisation, c.id), '-infinity')
        from programme_safety p where p.organisation_id = in_organisation and p.about_id = q.id
        order by p.recorded_at desc, p.id desc limit 1), false))) $$;

-- Who answers: a manager who keeps no such file and has no conflict with the other side, unless there is no other.
create function lintel.answers_own(in_organisation uuid, in_file uuid) returns setof uuid
language sql stable set search_path = public, pg_temp as $$
  with managers as (
    select s.id, s.id = any (f.held_by) or exists (select from case_conflict k
        where k.organisation_id = in_organisation and k.staff_id = s.id and k.ended_at is null
          and k.case_id = any (lintel.own_sides(in_organisation, f.person_id))) as kept
    from own_file f join staff s on s.organisation_id = f.organisation_id
    where f.organisation_id = in_organisation and f.id = in_file and f.person_id is not null and f.ended_at is null
      and s.ended_at is null and s.enrolled_at is not null and 'da_manager' = any (s.roles))
  select m.id from managers m where not m.kept or not exists (select from managers o where not o.kept) $$;

create function lintel.own_questions() returns table (id uuid, name text, asked_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.id, f.name, q.recorded_at from own_programme_step q
    join own_file f on f.organisation_id = q.organisation_id and f.id = q.file_id
  where q.organisation_id = lintel.organisation() and q.step = 'asked' and 'da_manager' = any (lintel.roles())
    and lintel.staff() in (select lintel.answers_own(q.organisation_id, q.file_id))
    and not exists (select from own_programme_answer a where a.organisation_id = q.organisation_id and a.step_id = q.id)
    and not exists (select from own_programme_step d where d.organisation_id = q.organisation_id
      and d.programme_id = q.programme_id and d.step in ('referred', 'dropped'))
  order by q.recorded_at, q.id $$;

-- Who is told that a question waits: ids alone, of the question of somebody who keeps that file.
create function lintel.whom_to_ask(in_file uuid) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if exists (select from own_file f where f.organisation_id = lintel.organisation() and f.id = in_file
    and lintel.staff() in (f.manager_id, f.worker_id))
  then
    return query select lintel.answers_own(lintel.organisation(), in_file);
  end if;
end $$;

create function lintel.answers_question(in_step uuid) returns boolean stable language plpgsql as $$
begin
  perform from lintel.own_questions() q where q.id = in_step;
  return found;
end $$;

call lintel.protect('own_programme_answer', $$'system' = any ((select lintel.roles())::text[])
  or answered_by = (select lintel.staff())$$);
create policy own_name on own_programme_answer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and answered_by = lintel.staff()
    and 'da_manager' = any (lintel.roles())
    and lintel.answers_question(step_id));
create policy definer on own_programme_answer for select to lintel_definer using (true);
grant select, insert (organisation_id, id, step_id, said, words, answered_at, answered_by) on own_programme_answer
  to lintel_app;
grant select on own_programme_answer to lintel_definer;

create function lintel.own_answered() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare file own_file;
begin
  select f.* into file from own_programme_step q
    join own_file f on f.organisation_id = q.organisation_id and f.id = q.file_id
    where q.organisation_id = new.organisation_id and q.id = new.step_id;
  new.result := case when new.said = 'may_go'
    and lintel.programme_safe(new.organisation_id, file.person_id, new.answered_at) then 'may_go' else 'not_now' end;
  insert into notification (organisation_id, id, staff_id, at, kind, about_id)
    select new.organisation_id, gen_random_uuid(), s, new.answered_at, 'own_file_answered', file.id
    from unnest(array[coalesce(file.worker_id, file.manager_id)]) s;
  return new;
end $$;
create trigger own_answered before insert on own_programme_answer
  for each row execute function lintel.own_answered();

-- What whoever keeps the file learns of an answer: whether, on which day, and no more.
create function lintel.own_answers(in_file uuid) returns table (step_id uuid, result text, answered_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.step_id, a.result, a.answered_at from own_programme_answer a
    join own_programme_step q on q.organisation_id = a.organisation_id and q.id = a.step_id
    join own_file f on f.organisation_id = q.organisation_id and f.id = q.file_id
  where f.organisation_id = lintel.organisation() and f.id = in_file
    and lintel.staff() in (f.manager_id, f.worker_id) and f.standing <> 'unfounded' $$;

-- No referral without an answer that stands now; nobody overrides it.
create function lintel.own_referred() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  person uuid;
  answer own_programme_answer;
begin
  if new.step <> 'referred' then return new; end if;
  select f.person_id into person from own_file f
    where f.organisation_id = new.organisation_id and f.id = new.file_id and f.ended_at is null;
  select a.* into answer from own_programme_step q
    left join own_programme_answer a on a.organisation_id = q.organisation_id and a.step_id = q.id
    where q.organisation_id = new.organisation_id and q.programme_id = new.programme_id and q.step = 'asked'
    order by q.recorded_at desc, q.id desc limit 1;
  if person is null or answer.result is distinct from 'may_go'
    or new.recorded_at - answer.answered_at > interval '336 hours'
    or not lintel.programme_safe(new.organisation_id, person, new.recorded_at)
  then
    raise exception 'not now' using errcode = 'check_violation', constraint = 'own_referred';
  end if;
  return new;
end $$;
create trigger own_referred before insert on own_programme_step
  for each row execute function lintel.own_referred();

-- The same answer for the page, before it writes.
create function lintel.own_may_refer(in_file uuid, in_programme uuid, in_now timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from own_file f where f.organisation_id = lintel.organisation() and f.id = in_file
    and lintel.staff() in (f.manager_id, f.worker_id) and f.ended_at is null
    and lintel.programme_safe(f.organisation_id, f.person_id, in_now)
    and (select a.result = 'may_go' and in_now - a.answered_at <= interval '336 hours' from own_programme_step q
        left join own_programme_answer a on a.organisation_id = q.organisation_id and a.step_id = q.id
      where q.organisation_id = f.organisation_id and q.programme_id = in_programme and q.step = 'asked'
      order by q.recorded_at desc, q.id desc limit 1)) $$;

-- The record follows the same wall: what happens to a file is read by whoever keeps it.
create policy own_files on event as restrictive for select to lintel_app
  using (organisation_id = lintel.organisation() and (name not like 'own-file.%'
    or 'system' = any ((select lintel.roles())::text[]) or staff_id = (select lintel.staff())
    or lintel.sees_own_file(organisation_id, subject_id)));

call lintel.notice_waits_while('{own_file_given,own_file_needs_worker,own_file_answered}',
  $$in_about is null or exists (select from own_file f where f.organisation_id = in_organisation and f.id = in_about
    and f.ended_at is null and (lintel.staff() is null or lintel.staff() in (f.worker_id, f.manager_id))
    and (in_kind <> 'own_file_needs_worker' or f.worker_id is null))$$);
call lintel.notice_waits_while('{own_file_outcome}',
  $$in_about is null or exists (select from own_file f
    join own_programme_step r on r.organisation_id = f.organisation_id and r.file_id = f.id and r.step = 'referred'
    where f.organisation_id = in_organisation and f.id = in_about and f.ended_at is null
      and (lintel.staff() is null or lintel.staff() in (f.worker_id, f.manager_id))
      and not exists (select from own_programme_step o where o.organisation_id = r.organisation_id
        and o.programme_id = r.programme_id and o.step = 'outcome' and o.outcome <> 'goes_on'))$$);
call lintel.notice_waits_while('{programme_question}', $$lintel.staff() is null or exists (select from lintel.own_questions())$$);

do $$
declare
  made text;
begin
  foreach made in array '{own_sides,other_side_of,other_side_cases,own_file_fit,may_keep_own_file,own_file_kept,
    keep_sides_apart,own_file_keeps_apart,own_sides_meet,case_person_meets,case_meets,match_meets,own_file_left,
    end_own_file,programme_safe,answers_own,own_questions,whom_to_ask,own_answered,own_answers,own_referred,
    own_may_refer,works_on,names_them}'::text[] loop
    execute format('alter function lintel.%I owner to lintel_definer', made);
    execute format('revoke all on function lintel.%I from public', made);
  end loop;
  foreach made in array '{may_keep_own_file,end_own_file,own_questions,whom_to_ask,own_answers,own_may_refer}'::text[]
  loop
    execute format('grant execute on function lintel.%I to lintel_app', made);
  end loop;
end $$;
create policy definer on allocation for select to lintel_definer using (true);
grant select on allocation to lintel_definer;
