-- Holds for the rest of the landlord (V3.2, V4.1, L2.1): other systems ask before they write, ring or visit, and are
-- told to send, to ask first or to send nothing, and never why.

-- Another system of the landlord that may ask. One administrator proposes it, another decides.
create table hold_system (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null check (length(name) between 2 and 80),
  -- what it may ask by, and about which kinds of contact
  questions text[] not null check (cardinality(questions) > 0 and questions <@ '{tenancy,person,address,uprn,list}'),
  contacts text[] not null check (cardinality(contacts) > 0 and contacts <@ '{letter,text,email,phone,visit}'),
  -- it is expected to ask at least once in so many days
  asks_within integer not null check (asks_within between 1 and 366),
  -- its token ends so many days after it was made
  token_days integer not null check (token_days between 1 and 366),
  reason text not null check (reason <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create index hold_system_proposed_by on hold_system (organisation_id, proposed_by);
create index hold_system_decided_by on hold_system (organisation_id, decided_by) where decided_by is not null;
call lintel.protect('hold_system', $$lintel.roles() && '{administrator,system}'$$);
call lintel.decided_by_another('hold_system', 'approved');
create policy definer on hold_system for select to lintel_definer using (true);
grant select on hold_system to lintel_definer;

create function lintel.hold_system_agreed(in_organisation uuid, in_system uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from hold_system s where s.organisation_id = in_organisation and s.id = in_system
    and s.decision = 'approved') $$;
alter function lintel.hold_system_agreed owner to lintel_definer;
revoke all on function lintel.hold_system_agreed from public;
grant execute on function lintel.hold_system_agreed to lintel_app;

-- Its one token, of which the hash alone is kept. Another token is another proposal: no one person ever holds one alone.
create table hold_token (
  organisation_id uuid not null,
  system_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (organisation_id, system_id),
  foreign key (organisation_id, system_id) references hold_system,
  foreign key (organisation_id, made_by) references staff,
  foreign key (organisation_id, revoked_by) references staff,
  check (expires_at > made_at)
);
create index hold_token_made_by on hold_token (organisation_id, made_by) where made_by is not null;
create index hold_token_revoked_by on hold_token (organisation_id, revoked_by) where revoked_by is not null;
call lintel.protect('hold_token', $$lintel.roles() && '{administrator,system}'$$);
create policy agreed on hold_token as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and revoked_at is null
    and made_by is not distinct from lintel.staff()
    and lintel.hold_system_agreed(organisation_id, system_id));
create policy revoked_once on hold_token as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and revoked_at is null)
  with check (organisation_id = lintel.organisation() and revoked_at is not null);
create policy definer on hold_token for select to lintel_definer using (true);
grant select, insert, update (revoked_at, revoked_by) on hold_token to lintel_app;
grant select on hold_token to lintel_definer;

-- A hold on a tenancy that no case set: a manager did, or it was drawn by chance, so that a hold by itself tells nothing.
create table hold (
  organisation_id uuid not null,
  id uuid not null,
  tenancy_id uuid not null,
  cause text not null
    check (cause in ('support', 'complaint', 'bereavement', 'legal', 'returned_post', 'colleagues', 'drawn')),
  -- the kinds of contact that are held; of every other kind somebody is asked first
  held text[] not null check (held <@ '{letter,text,email,phone,visit}'),
  why text not null default '',
  starts_at timestamptz not null,
  -- by hand: somebody looks at it on that day, and it stands until they have; drawn: it ends with that day
  look_on date not null,
  set_at timestamptz not null,
  set_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, tenancy_id) references tenancy,
  foreign key (organisation_id, set_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check (cause = 'drawn' or why <> '')
);
create index hold_tenancy on hold (organisation_id, tenancy_id);
create index hold_standing on hold (organisation_id, look_on) where ended_at is null;
create index hold_set_by on hold (organisation_id, set_by) where set_by is not null;
create index hold_ended_by on hold (organisation_id, ended_by) where ended_by is not null;
-- Which were drawn, nobody sees: the rest would be known by what is left over.
call lintel.protect('hold', $$'system' = any ((select lintel.roles())::text[])
  or cause <> 'drawn' and (select lintel.roles()) && '{da_manager}'$$);
create policy kept_apart on hold as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not (tenancy_id = any ((select lintel.kept_from())::uuid[])));
create policy definer on hold for select to lintel_definer using (true);
grant select, insert, update (look_on, ended_at, ended_by, ended_why, version) on hold to lintel_app;
grant select on hold to lintel_definer;

-- Who asked what, when, and what they were told, as its code: written before the answer leaves.
create table hold_asked (
  organisation_id uuid not null,
  id uuid not null,
  system_id uuid not null,
  asked_at timestamptz not null,
  question text not null check (question in ('tenancy', 'person', 'address', 'uprn', 'list')),
  contacts text[] not null,
  -- as they were asked, in order; of a list, the first and the last of a page
  asked text[] not null,
  -- one letter for each answer, in order
  told text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references hold_system
);
create index hold_asked_system on hold_asked (organisation_id, system_id, asked_at desc);
create index hold_asked_at on hold_asked (organisation_id, asked_at);
call lintel.protect('hold_asked', $$'system' = any ((select lintel.roles())::text[])$$);
create policy definer on hold_asked for insert to lintel_definer with check (true);
grant select, delete on hold_asked to lintel_app;
grant insert on hold_asked to lintel_definer;

-- How much each system asked on a day of the calendar in UTC, and when last: counts alone.
create table hold_day (
  organisation_id uuid not null,
  system_id uuid not null,
  day date not null,
  answers bigint not null,
  last_at timestamptz not null,
  primary key (organisation_id, system_id, day),
  foreign key (organisation_id, system_id) references hold_system
);
call lintel.protect('hold_day', $$lintel.roles() && '{administrator,da_manager,system}'$$);
create policy definer on hold_day to lintel_definer using (true) with check (true);
grant select on hold_day to lintel_app;
grant select, insert, update on hold_day to lintel_definer;

create policy definer on safe_contact_asking for select to lintel_definer using (true);
grant select on safe_contact_asking to lintel_definer;

-- What is on record around whom a landlord's reference means: the rule of the program (hold-answer.ts) makes an answer
-- of it. It looks past every wall, tells no name and no id, and looks the same things up whatever it finds.
create function lintel.hold_facts(in_organisation uuid, in_question text, in_reference text, in_now timestamptz)
returns jsonb language plpgsql stable set search_path = public, pg_temp as $$
declare
  tenancies uuid[] := '{}';
  homes uuid[] := '{}';
  people uuid[] := '{}';
  known boolean;
  told boolean;
  held jsonb;
  cases jsonb;
  today constant date := (in_now at time zone 'Europe/London')::date;
  ending constant text := substring(upper(in_reference) from '([A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2})\s*$');
begin
  if in_question in ('tenancy', 'list') then
    tenancies := array(select id from tenancy where organisation_id = in_organisation and reference = in_reference);
    homes := array(select property_id from tenancy where organisation_id = in_organisation and id = any (tenancies));
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
    homes := array(
      select id from property where organisation_id = in_organisation and reference = in_reference
      union
      select id from property where organisation_id = in_organisation and same_home = lintel.home_key(
        string_to_array(left(in_reference, length(in_reference) - coalesce(length(ending), 0)), ','), ending));
  end if;
  known := cardinality(tenancies) + cardinality(homes) + cardinality(people) > 0;
  homes := lintel.same_homes(in_organisation, homes);
  tenancies := array(
    select unnest(tenancies)
    union
    select id from tenancy where organisation_id = in_organisation and property_id = any (homes)
      and (ended_on is null or ended_on >= today));
  people := lintel.kin(in_organisation, array(
    select unnest(people)
    union
    select person_id from tenant where organisation_id = in_organisation and tenancy_id = any (tenancies)
      and (to_date is null or to_date >= today)
    union
    select person_id from resident where organisation_id = in_organisation and property_id = any (homes)
      and (to_date is null or to_date >= today)));
  told := exists (select from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
      and d.person_id = any (people))
    or exists (select from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
      and d.property_id = any (homes));
  held := (select jsonb_agg(to_jsonb(h.held)) from hold h where h.organisation_id = in_organisation
    and h.tenancy_id = any (tenancies) and h.ended_at is null and h.starts_at <= in_now);
  cases := lintel.hold_cases(in_organisation, tenancies, homes, people, in_now);
  return jsonb_build_object('known', known, 'told', told, 'held', coalesce(held, '[]'), 'cases', coalesce(cases, '[]'));
end $$;

-- The cases around these people, homes and tenancies that stand open or were closed within the year, with what was
-- agreed and what puts it in doubt. `here`: as they live now, and not by a former home or by whoever is feared alone.
create function lintel.hold_cases(in_organisation uuid, in_tenancies uuid[], in_homes uuid[], in_people uuid[],
  in_now timestamptz)
returns jsonb language sql stable set search_path = public, pg_temp as $$
  with near (id, here) as (
    select c.id, true from case_file c where c.organisation_id = in_organisation and c.person_id = any (in_people)
    union all
    select c.id, true from case_file c where c.organisation_id = in_organisation and c.property_id = any (in_homes)
    union all
    select c.id, true from case_file c where c.organisation_id = in_organisation and c.tenancy_id = any (in_tenancies)
    union all
    select q.case_id, q.part <> 'alleged_perpetrator' from case_person q
      where q.organisation_id = in_organisation and q.person_id = any (in_people) and (q.part = 'alleged_perpetrator'
        or q.ended_at is null and q.part in ('at_risk', 'child_victim', 'household_member'))
    union all
    select h.case_id, false from case_home h where h.organisation_id = in_organisation and h.property_id = any (in_homes)
      and not exists (select from case_home w where w.organisation_id = h.organisation_id and w.corrects_id = h.id)
  ), found as (select n.id, bool_or(n.here) as here from near n group by n.id)
  select jsonb_agg(jsonb_build_object('closedAt', c.closed_at, 'here', f.here, 'feared', x.feared, 'agreed',
      case when a.id is not null then jsonb_build_object('channel', a.channel, 'mayText', a.may_text,
        'mayEmail', a.may_email, 'mayPost', a.may_post, 'mayVisit', a.may_visit,
        'agreedWithPerson', a.agreed_with_person, 'askedAt', greatest(a.recorded_at, g.same_at),
        'unsure', s.unsure, 'changed', g.changed, 'moved', m.moved) end))
  from found f
    join case_file c on c.organisation_id = in_organisation and c.id = f.id
      and (c.closed_at is null or c.closed_at > in_now - interval '366 days')
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
      and h.case_id = c.id and h.moves and h.recorded_at > a.recorded_at) as moved) m on true $$;

-- What a system with this token asks, in one statement: which kinds of contact it is for, and what is on record. No row:
-- no such token, or none any more. A null in place of the facts: its token is not for this question.
create function lintel.ask_holds(in_organisation uuid, in_system uuid, in_hash bytea, in_question text,
  in_references text[], in_now timestamptz)
returns table (contacts text[], facts jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  may text[];
begin
  select s.questions, s.contacts into may, contacts
    from hold_token t join hold_system s on s.organisation_id = t.organisation_id and s.id = t.system_id
    where t.organisation_id = in_organisation and t.system_id = in_system and t.hash = in_hash
      and t.revoked_at is null and t.expires_at > in_now and s.decision = 'approved';
  if not found then return; end if;
  if in_question = any (may) then
    facts := (select coalesce(jsonb_agg(lintel.hold_facts(in_organisation, in_question, r.reference, in_now)
        || jsonb_build_object('reference', r.reference) order by r.number), '[]')
      from unnest(in_references) with ordinality r (reference, number));
  end if;
  return next;
end $$;

-- A page of the whole list: every tenancy of the register after that reference, by its reference.
create function lintel.list_holds(in_organisation uuid, in_system uuid, in_hash bytea, in_after text,
  in_most integer, in_now timestamptz)
returns table (contacts text[], facts jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select * from lintel.ask_holds(in_organisation, in_system, in_hash, 'list', array(select t.reference from tenancy t
    where t.organisation_id = in_organisation and t.reference > in_after order by t.reference limit in_most), in_now) $$;

-- Keeps what was asked and told, for as many requests as stand together. Only then do their answers leave.
create function lintel.keep_holds_asked(in_rows jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
  with asked as (
    select * from jsonb_to_recordset(in_rows) as r (organisation_id uuid, id uuid, system_id uuid,
      asked_at timestamptz, question text, contacts text[], asked text[], told text)
  ), kept as (
    insert into hold_asked (organisation_id, id, system_id, asked_at, question, contacts, asked, told)
    select organisation_id, id, system_id, asked_at, question, contacts, asked, told from asked
  )
  insert into hold_day as d (organisation_id, system_id, day, answers, last_at)
  select organisation_id, system_id, (asked_at at time zone 'UTC')::date, sum(length(told)), max(asked_at)
    from asked group by 1, 2, 3 order by 1, 2, 3
  on conflict (organisation_id, system_id, day) do update set answers = d.answers + excluded.answers,
    last_at = greatest(d.last_at, excluded.last_at) $$;

do $$
declare
  made regprocedure;
begin
  foreach made in array array['lintel.hold_facts(uuid, text, text, timestamptz)'::regprocedure,
    'lintel.hold_cases(uuid, uuid[], uuid[], uuid[], timestamptz)'::regprocedure,
    'lintel.ask_holds(uuid, uuid, bytea, text, text[], timestamptz)'::regprocedure,
    'lintel.list_holds(uuid, uuid, bytea, text, integer, timestamptz)'::regprocedure,
    'lintel.keep_holds_asked(jsonb)'::regprocedure] loop
    execute format('alter function %s owner to lintel_definer', made);
    execute format('revoke all on function %s from public', made);
  end loop;
end $$;
grant execute on function lintel.home_key to lintel_definer;
grant execute on function lintel.ask_holds, lintel.list_holds, lintel.keep_holds_asked to lintel_app;
