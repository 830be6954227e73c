-- Court action over income (V4.4a): other systems ask before it as before a letter, and those who collect income say
-- which step they mean before they take it. Both are told what a hold says, and never why.
alter table hold_system drop constraint hold_system_contacts_check;
alter table hold_system add constraint hold_system_contacts_check
  check (cardinality(contacts) > 0 and contacts <@ '{letter,text,email,phone,visit,court_action}');
alter table hold drop constraint hold_held_check;
alter table hold add constraint hold_held_check check (held <@ '{letter,text,email,phone,visit,court_action}');
-- What was drawn before would stand out, if it held everything but this.
alter table hold no force row level security;
update hold set held = held || '{court_action}'
  where cause = 'drawn' and held <> '{}' and (held @> '{letter,text,email,phone,visit}' or random() < 0.5);
alter table hold force row level security;

do $do$
declare
  stands text := pg_get_functiondef('lintel.hold_cases(uuid, uuid[], uuid[], uuid[], uuid[])'::regprocedure);
  column_before constant text := $q$'closedAt', c.closed_at,$q$;
begin
  if position(column_before in stands) = 0 then raise exception 'hold_cases does not say what it did'; end if;
  execute replace(stands, column_before, column_before || $q$ 'spaceFrom', c.breathing_space_from,
      'respiteFrom', c.debt_respite_from, 'respiteUntil', c.debt_respite_until,$q$);
end $do$;

-- A step that somebody of the income team, or a system of theirs, meant to take over income, asked about before; or
-- that was taken without asking, and found later. Nothing in it says why it was held back.
create table court_step (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- its reference as it was typed, and which tenancy of the register that was; null: none
  tenancy text not null check (length(tenancy) between 1 and 200),
  tenancy_id uuid,
  step text not null
    check (step in ('chasing_letter', 'notice', 'letter_before_claim', 'claim', 'hearing', 'warrant', 'money_order')),
  state text not null check (state in ('meant', 'taken')),
  -- for when it was meant, or when it was taken
  on_day date not null,
  -- as a hold answers; '': it was taken without asking
  told text not null check (told in ('', 'no', 'call_first', 'yes')),
  -- of one that was taken: what is done about it
  undone text not null default '' check (undone in ('', 'taken_back', 'being_taken_back', 'cannot_be')),
  said_at timestamptz not null,
  said_by uuid,
  system_id uuid,
  -- when the program looked whom it concerns; null: not yet
  looked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy,
  foreign key (organisation_id, said_by) references staff,
  foreign key (organisation_id, system_id) references hold_system,
  check ((state = 'taken') = (told = '')),
  check ((state = 'taken') = (undone <> '')),
  check (num_nonnulls(said_by, system_id) = 1)
);
create index court_step_said on court_step (organisation_id, said_at desc);
create index court_step_unseen on court_step (organisation_id, said_at) where looked_at is null;
create index court_step_tenancy on court_step (organisation_id, tenancy_id) where tenancy_id is not null;
create index court_step_said_by on court_step (organisation_id, said_by) where said_by is not null;
create index court_step_system on court_step (organisation_id, system_id) where system_id is not null;
call lintel.protect('court_step', $$lintel.roles() && '{income,system}'$$);
-- Whoever has a conflict with a household learns nothing of what colleagues meant to do about it; their own they know.
create policy kept_apart on court_step as restrictive for select to lintel_app
  using (organisation_id = lintel.organisation() and (said_by is not distinct from lintel.staff()
    or not coalesce(tenancy_id = any ((select lintel.kept_from())::uuid[]), false)));
create policy definer on court_step for insert to lintel_definer with check (true);
grant select, update (looked_at) on court_step to lintel_app;
grant insert on court_step to lintel_definer;
create policy looked on court_step as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any ((select lintel.roles())::text[]));

-- Where such a step met a case, or what was told and waits: held back, asked about first, or taken all the same. What
-- the team itself found says so in their words. Those who collect income see none of it.
create table court_step_met (
  organisation_id uuid not null,
  id uuid not null,
  -- null: the team found it, and nobody had said it
  step_id uuid,
  case_id uuid,
  disclosure_id uuid,
  how text not null check (how in ('held_back', 'asked_first', 'taken')),
  step text not null,
  on_day date not null,
  met_at timestamptz not null,
  recorded_by uuid,
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, step_id) references court_step,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, recorded_by) references staff,
  check (num_nonnulls(case_id, disclosure_id) > 0),
  check ((step_id is null) = (recorded_by is not null)),
  check ((step_id is null) = (words <> ''))
);
create index court_step_met_step on court_step_met (organisation_id, step_id) where step_id is not null;
create index court_step_met_case on court_step_met (organisation_id, case_id, met_at desc) where case_id is not null;
create index court_step_met_disclosure on court_step_met (organisation_id, disclosure_id)
  where disclosure_id is not null;
create index court_step_met_recorder on court_step_met (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect('court_step_met', $policy$'system' = any ((select lintel.roles())::text[]) or case
  when case_id is not null then case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id)
  else lintel.sees_disclosure(organisation_id, disclosure_id) end$policy$);
create policy own_name on court_step_met as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on court_step_met to lintel_app;

-- What a hold says of a tenancy to somebody of the income team: the facts of the same function that systems ask, so
-- that it takes the same work whatever is found.
create function lintel.ask_court(in_reference text, in_now timestamptz) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{income,system}' then
    raise exception 'Only the income team asks' using errcode = 'insufficient_privilege';
  end if;
  return lintel.hold_facts(lintel.organisation(), 'tenancy', in_reference, in_now);
end $$;

-- Keeps a step that was said, before its answer leaves: by whoever is signed in, or by a system.
create function lintel.keep_court_step(in_organisation uuid, in_id uuid, in_system uuid, in_tenancy text, in_step text,
  in_state text, in_day date, in_told text, in_undone text, in_now timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if in_system is null and (in_organisation is distinct from lintel.organisation()
      or not lintel.roles() && '{income}') then
    raise exception 'Only the income team says a step' using errcode = 'insufficient_privilege';
  end if;
  insert into court_step (organisation_id, id, tenancy, tenancy_id, step, state, on_day, told, undone, said_at, said_by,
      system_id)
    values (in_organisation, in_id, in_tenancy, (select t.id from tenancy t
        where t.organisation_id = in_organisation and t.reference = in_tenancy limit 1),
      in_step, in_state, in_day, in_told, in_undone, in_now, case when in_system is null then lintel.staff() end,
      in_system);
end $$;

-- Whom a step concerns: cases of the household that lives there now, open or with what still holds, and what was told
-- and waits. For the program alone.
create function lintel.court_concerns(in_reference text) returns table (case_id uuid, disclosure_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  org constant uuid := lintel.organisation();
  tenancies uuid[];
  homes uuid[];
  people uuid[];
begin
  if not 'system' = any (lintel.roles()) then
    raise exception 'Only the program looks' using errcode = 'insufficient_privilege';
  end if;
  tenancies := array(select t.id from tenancy t where t.organisation_id = org and t.reference = in_reference);
  homes := lintel.same_homes(org, array(select t.property_id from tenancy t where t.organisation_id = org
    and t.id = any (tenancies)));
  people := lintel.kin(org, array(
    select n.person_id from tenant n where n.organisation_id = org and n.tenancy_id = any (tenancies)
      and n.to_date is null
    union
    select r.person_id from resident r where r.organisation_id = org and r.property_id = any (homes)
      and r.to_date is null));
  return query
    select c.id, null::uuid from case_file c where c.organisation_id = org
      and (c.closed_at is null or c.breathing_space_from is not null or c.debt_respite_from is not null)
      and (c.person_id = any (people) or c.property_id = any (homes) or c.tenancy_id = any (tenancies)
        or exists (select from case_person q where q.organisation_id = org and q.case_id = c.id
          and q.person_id = any (people) and q.ended_at is null
          and q.part in ('at_risk', 'child_victim', 'household_member')))
    union
    select null::uuid, d.id from disclosure d where d.organisation_id = org and d.triaged_at is null
      and (d.person_id = any (people) or d.property_id = any (homes));
end $$;

-- Whoever may ask about every household signs in with a second factor.
do $do$
declare
  stands text := pg_get_functiondef(oid) from pg_proc
    where proname = 'begin_request' and pronamespace = 'lintel'::regnamespace;
  guarded constant text := 'administrator,da_manager,da_worker,data_protection_officer';
begin
  if position(guarded in stands) = 0 then raise exception 'begin_request does not guard as it did'; end if;
  execute replace(stands, guarded, guarded || ',income');
end $do$;

do $$
declare
  made regprocedure;
begin
  foreach made in array array['lintel.ask_court(text, timestamptz)'::regprocedure,
    'lintel.keep_court_step(uuid, uuid, uuid, text, text, text, date, text, text, timestamptz)'::regprocedure,
    'lintel.court_concerns(text)'::regprocedure] loop
    execute format('alter function %s owner to lintel_definer', made);
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to lintel_app', made);
  end loop;
end $$;
