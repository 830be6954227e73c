-- Somebody gives notice, gives a tenancy up, or a name is to be added or taken off (domain §5; V4.3b, L2.1e): whoever
-- serves it, and whether or not there is a case, it is held until it has been looked at. Whoever entered it reads that
-- it is held, and the same whatever is on record.
create table tenancy_event (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- its reference as it was typed, and which tenancy of the register that was; null: none
  tenancy text not null check (length(tenancy) between 1 and 200),
  tenancy_id uuid,
  kind text not null
    check (kind in ('notice_to_quit', 'surrender', 'name_removed', 'name_added', 'abandonment', 'ending')),
  way text not null check (way in ('hand', 'import', 'api')),
  -- when it was given, and the day on which it says that the tenancy ends; null: not known
  given_on date,
  ends_on date,
  words text not null default '',
  said_at timestamptz not null,
  said_by uuid,
  system_id uuid,
  -- when the program looked whom it concerns; null: not yet
  looked_at timestamptz,
  -- who checks it, as everybody of the team reads; null: the program chooses
  given_to uuid,
  given_before uuid,
  given_at timestamptz,
  given_times integer not null default 0,
  -- what whoever entered it is told, and from when; null: it is held
  told text check (told in ('go_on', 'ask', 'do_not')),
  told_from timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy,
  foreign key (organisation_id, said_by) references staff,
  foreign key (organisation_id, system_id) references hold_system,
  foreign key (organisation_id, given_to) references staff,
  foreign key (organisation_id, given_before) references staff,
  check ((told is null) = (told_from is null)),
  check (num_nonnulls(said_by, system_id) = case way when 'import' then 0 else 1 end)
);
create index tenancy_event_said on tenancy_event (organisation_id, said_at desc);
create index tenancy_event_unseen on tenancy_event (organisation_id, said_at) where told is null;
create index tenancy_event_tenancy on tenancy_event (organisation_id, tenancy_id) where tenancy_id is not null;
create index tenancy_event_said_by on tenancy_event (organisation_id, said_by) where said_by is not null;
create index tenancy_event_system on tenancy_event (organisation_id, system_id) where system_id is not null;
create index tenancy_event_given on tenancy_event (organisation_id, given_to) where given_to is not null;
create index tenancy_event_before on tenancy_event (organisation_id, given_before) where given_before is not null;
call lintel.protect('tenancy_event', $$lintel.roles() && '{system,da_manager,da_worker}'
  or said_by is not distinct from lintel.staff()$$);
-- Whoever has a conflict with a household learns nothing of what becomes of its tenancy; what they entered they know.
create policy kept_apart on tenancy_event as restrictive for select to lintel_app
  using (organisation_id = lintel.organisation() and (said_by is not distinct from lintel.staff()
    or not coalesce(tenancy_id = any ((select lintel.kept_from())::uuid[]), false)));
create policy definer on tenancy_event to lintel_definer using (true) with check (true);
grant select, update (looked_at, given_to, given_before, given_at, given_times) on tenancy_event to lintel_app;
grant select, insert, update on tenancy_event to lintel_definer;

-- Where it has to be looked at: once for each case of the household, which answers for itself alone; where there is
-- none, once, by one colleague. What it was found by says nobody: those who may not see the case do not see this row.
create table tenancy_event_check (
  organisation_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  case_id uuid,
  given_to uuid,
  made_at timestamptz not null,
  answer text check (answer in ('goes_ahead', 'stopped', 'withdrawn', 'ended_by_law')),
  answered_at timestamptz,
  answered_by uuid,
  -- from when whoever entered it may read what is to be done
  tells_from timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, event_id) references tenancy_event,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, given_to) references staff,
  foreign key (organisation_id, answered_by) references staff,
  unique nulls not distinct (organisation_id, event_id, case_id),
  check (num_nonnulls(answer, answered_at, tells_from) in (0, 3)),
  check (case_id is not null or given_to is not null)
);
create index tenancy_event_check_case on tenancy_event_check (organisation_id, case_id) where case_id is not null;
create index tenancy_event_check_given on tenancy_event_check (organisation_id, given_to) where given_to is not null;
create index tenancy_event_check_answerer on tenancy_event_check (organisation_id, answered_by)
  where answered_by is not null;
call lintel.protect('tenancy_event_check', $policy$'system' = any ((select lintel.roles())::text[]) or case
  when case_id is null then given_to is not distinct from lintel.staff() and lintel.roles() && '{da_manager,da_worker}'
  else case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id) end$policy$);
create policy definer on tenancy_event_check to lintel_definer using (true) with check (true);
grant select, insert, update (case_id, given_to, answer, answered_at, answered_by, tells_from) on tenancy_event_check
  to lintel_app;
grant select, insert, update on tenancy_event_check to lintel_definer;

-- What was found out: who is behind it, whether it is their own will, advice, and where everybody would live.
create table tenancy_event_finding (
  organisation_id uuid not null,
  id uuid not null,
  check_id uuid not null,
  case_id uuid,
  served_by text not null check (served_by in ('them', 'feared', 'together', 'somebody_else', 'not_known')),
  free_will text not null check (free_will in ('free', 'pressed', 'not_safe_to_ask', 'not_asked', 'nobody_to_ask')),
  advice text not null check (advice in ('had', 'offered', 'not_yet', 'not_needed')),
  home text not null check (home in ('decided', 'nothing_changes', 'not_yet')),
  words text not null check (words <> ''),
  found_at timestamptz not null,
  found_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, check_id) references tenancy_event_check,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, found_by) references staff
);
create index tenancy_event_finding_of on tenancy_event_finding (organisation_id, check_id, found_at desc, id);
create index tenancy_event_finding_case on tenancy_event_finding (organisation_id, case_id) where case_id is not null;
create index tenancy_event_finding_finder on tenancy_event_finding (organisation_id, found_by)
  where found_by is not null;
call lintel.protect('tenancy_event_finding', $policy$'system' = any ((select lintel.roles())::text[]) or case
  when case_id is null then found_by is not distinct from lintel.staff() and lintel.roles() && '{da_manager,da_worker}'
  else case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id) end$policy$);
create policy own_name on tenancy_event_finding as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and found_by is not distinct from lintel.staff());
create policy definer on tenancy_event_finding for select to lintel_definer using (true);
grant select, insert on tenancy_event_finding to lintel_app;
grant select on tenancy_event_finding to lintel_definer;

-- In a case one colleague says how it is to be answered, and another agrees: somebody may suffer for it.
create table tenancy_event_answer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  check_id uuid not null,
  finding_id uuid not null,
  answer text not null check (answer in ('goes_ahead', 'stopped', 'withdrawn', 'ended_by_law')),
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
  foreign key (organisation_id, check_id) references tenancy_event_check,
  foreign key (organisation_id, finding_id) references tenancy_event_finding,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create unique index tenancy_event_answer_waiting on tenancy_event_answer (organisation_id, check_id)
  where decision is null;
create index tenancy_event_answer_case on tenancy_event_answer (organisation_id, case_id);
create index tenancy_event_answer_check on tenancy_event_answer (organisation_id, check_id);
create index tenancy_event_answer_finding on tenancy_event_answer (organisation_id, finding_id);
create index tenancy_event_answer_proposer on tenancy_event_answer (organisation_id, proposed_by)
  where proposed_by is not null;
create index tenancy_event_answer_decider on tenancy_event_answer (organisation_id, decided_by)
  where decided_by is not null;
call lintel.protect_case_child('tenancy_event_answer');
call lintel.decided_by_another('tenancy_event_answer', 'approved');
create policy definer on tenancy_event_answer for select to lintel_definer using (true);
grant select on tenancy_event_answer to lintel_definer;

-- Why it may not go ahead, by the names of rules/may-go-ahead.ts, which says it in words. Nothing opens it.
create function lintel.tenancy_event_shut(in_organisation uuid, in_check uuid) returns text[]
stable language plpgsql as $$
declare
  looked public.tenancy_event_check;
  of_event public.tenancy_event;
  found public.tenancy_event_finding;
  shut text[] := '{}';
begin
  select * into looked from public.tenancy_event_check c where c.organisation_id = in_organisation and c.id = in_check;
  select * into of_event from public.tenancy_event e
    where e.organisation_id = in_organisation and e.id = looked.event_id;
  select * into found from public.tenancy_event_finding f
    where f.organisation_id = in_organisation and f.check_id = in_check order by f.found_at desc, f.id desc limit 1;
  if found.id is null then return '{nothing_found}'; end if;
  if exists (select from public.case_file c where c.organisation_id = in_organisation and c.id = looked.case_id
    and c.immediate_danger) then shut := shut || 'danger'::text; end if;
  if found.served_by = 'not_known' then shut := shut || 'not_known_who'::text; end if;
  if found.served_by = 'feared' then shut := shut || 'feared_served'::text; end if;
  if found.free_will = 'pressed' then shut := shut || 'pressed'::text; end if;
  if found.free_will in ('not_safe_to_ask', 'not_asked') then shut := shut || 'not_asked'::text; end if;
  if looked.case_id is not null then
    if found.free_will = 'nobody_to_ask' then shut := shut || 'not_asked'::text; end if;
    if found.advice in ('not_yet', 'not_needed') then shut := shut || 'no_advice'::text; end if;
    if found.home = 'not_yet' then shut := shut || 'no_home'::text; end if;
    if found.home = 'nothing_changes' and of_event.kind not in ('name_added', 'name_removed') then
      shut := shut || 'no_home'::text; end if;
  end if;
  return shut;
end $$;

create function lintel.tenancy_event_agreed() returns trigger language plpgsql as $$
declare shut text[];
begin
  if new.decision is distinct from 'approved' or new.answer <> 'goes_ahead' then return new; end if;
  shut := lintel.tenancy_event_shut(new.organisation_id, new.check_id);
  if shut <> '{}' or new.finding_id is distinct from (select f.id from tenancy_event_finding f
      where f.organisation_id = new.organisation_id and f.check_id = new.check_id
      order by f.found_at desc, f.id desc limit 1)
  then
    raise exception 'a tenancy does not change while it is not known to be safe: %', shut
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger tenancy_event_agreed before update on tenancy_event_answer
  for each row execute function lintel.tenancy_event_agreed();

-- Answered once: in a case as two agreed, else by whom it was given to; and never ahead while the gate is shut.
create function lintel.tenancy_event_answered() returns trigger language plpgsql as $$
begin
  if new.answer is not distinct from old.answer then return new; end if;
  if old.answer is not null then
    raise exception 'it is answered' using errcode = 'check_violation'; end if;
  if new.answer = 'goes_ahead' and lintel.tenancy_event_shut(new.organisation_id, new.id) <> '{}' then
    raise exception 'a tenancy does not change while it is not known to be safe' using errcode = 'check_violation';
  end if;
  if new.case_id is null then
    if new.answered_by is distinct from old.given_to then
      raise exception 'whoever it was given to answers it' using errcode = 'check_violation'; end if;
  elsif not exists (select from tenancy_event_answer a where a.organisation_id = new.organisation_id
    and a.check_id = new.id and a.decision = 'approved' and a.answer = new.answer) then
    raise exception 'two agree to an answer in a case' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger tenancy_event_answered before update on tenancy_event_check
  for each row execute function lintel.tenancy_event_answered();

-- What is told is the strictest of all answers, once there is one for each: no case answers for another.
create function lintel.tenancy_event_tells() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.answer is null or exists (select from tenancy_event_check c where c.organisation_id = new.organisation_id
    and c.event_id = new.event_id and c.answer is null) then return null; end if;
  update tenancy_event e set told_from = new.tells_from, told = (
      select case when bool_or(c.answer in ('stopped', 'withdrawn')) then 'do_not'
        when bool_or(c.answer = 'ended_by_law') then 'ask' else 'go_on' end
      from tenancy_event_check c where c.organisation_id = new.organisation_id and c.event_id = new.event_id)
    where e.organisation_id = new.organisation_id and e.id = new.event_id and e.told is null;
  return null;
end $$;
create trigger tenancy_event_tells after update on tenancy_event_check
  for each row execute function lintel.tenancy_event_tells();

-- Keeps what came in: by whoever is signed in, by a system, or by the import of the register. The same statement does
-- the same work whatever is on record of the tenancy.
create function lintel.keep_tenancy_event(in_organisation uuid, in_id uuid, in_way text, in_system uuid,
  in_tenancy text, in_kind text, in_given date, in_ends date, in_words text, in_now timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if in_way <> 'api' and in_organisation is distinct from lintel.organisation()
    or in_way = 'import' and not lintel.roles() && '{system}'
    or in_way = 'hand' and not lintel.roles() && '{colleague,income,da_worker,da_manager}'
    or in_way = 'api' and in_system is null then
    raise exception 'Somebody of the landlord enters it' using errcode = 'insufficient_privilege';
  end if;
  insert into tenancy_event (organisation_id, id, tenancy, tenancy_id, kind, way, given_on, ends_on, words, said_at,
      said_by, system_id)
    values (in_organisation, in_id, in_tenancy, (select t.id from tenancy t
        where t.organisation_id = in_organisation and t.reference = in_tenancy limit 1),
      in_kind, in_way, in_given, in_ends, in_words, in_now, case when in_way = 'hand' then lintel.staff() end,
      in_system);
end $$;

-- Which open cases a change of this tenancy concerns: of everybody who holds it or held it, of whoever lives there, and
-- of the home itself. And whether something was told of them that waits.
create function lintel.tenancy_concerns_of(in_organisation uuid, in_reference text)
returns table (case_id uuid, waits boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  tenancies uuid[];
  homes uuid[];
  people uuid[];
begin
  tenancies := array(select t.id from tenancy t
    where t.organisation_id = in_organisation and t.reference = in_reference);
  homes := lintel.same_homes(in_organisation, array(select t.property_id from tenancy t
    where t.organisation_id = in_organisation and t.id = any (tenancies)));
  people := lintel.kin(in_organisation, array(
    select n.person_id from tenant n where n.organisation_id = in_organisation and n.tenancy_id = any (tenancies)
    union
    select r.person_id from resident r where r.organisation_id = in_organisation and r.property_id = any (homes)
      and r.to_date is null));
  return query
    select c.id, false from case_file c where c.organisation_id = in_organisation and c.closed_at is null
      and (c.person_id = any (people) or c.property_id = any (homes) or c.tenancy_id = any (tenancies)
        or exists (select from case_person q where q.organisation_id = in_organisation and q.case_id = c.id
          and q.person_id = any (people) and q.ended_at is null))
    union
    select null::uuid, true from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
      and (d.person_id = any (people) or d.property_id = any (homes));
end $$;

create function lintel.tenancy_concerns(in_reference text) returns table (case_id uuid, waits boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{system}' then
    raise exception 'Only the program looks' using errcode = 'insufficient_privilege';
  end if;
  return query select c.case_id, c.waits from lintel.tenancy_concerns_of(lintel.organisation(), in_reference) c;
end $$;

-- Whether whoever it was given to still answers it alone: a case may have been opened, or something told, meanwhile. If
-- so it goes back to the program, which gives it to somebody else.
create function lintel.tenancy_event_still_given(in_event uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  org constant uuid := lintel.organisation();
  of_event tenancy_event;
begin
  select * into of_event from tenancy_event e where e.organisation_id = org and e.id = in_event;
  if of_event.given_to is distinct from lintel.staff() then return false; end if;
  if not exists (select from lintel.tenancy_concerns_of(org, of_event.tenancy)) then return true; end if;
  return false;
end $$;

do $$
declare
  made regprocedure;
begin
  foreach made in array array[
    'lintel.keep_tenancy_event(uuid, uuid, text, uuid, text, text, date, date, text, timestamptz)'::regprocedure,
    'lintel.tenancy_concerns_of(uuid, text)'::regprocedure,
    'lintel.tenancy_concerns(text)'::regprocedure,
    'lintel.tenancy_event_still_given(uuid)'::regprocedure,
    'lintel.tenancy_event_tells()'::regprocedure] loop
    execute format('alter function %s owner to lintel_definer', made);
    execute format('revoke all on function %s from public', made);
  end loop;
end $$;
grant execute on function lintel.keep_tenancy_event(uuid, uuid, text, uuid, text, text, date, date, text, timestamptz),
  lintel.tenancy_concerns(text), lintel.tenancy_event_still_given(uuid) to lintel_app;

call lintel.notice_waits_while('{tenancy_event_to_decide}', $$exists (
  select from tenancy_event_answer a where a.organisation_id = in_organisation and a.case_id = in_case
    and a.decision is null)$$);

call lintel.notice_waits_while('{tenancy_event_met}', $$exists (
  select from tenancy_event_check k where k.organisation_id = in_organisation and k.case_id = in_case
    and k.answer is null)$$);
