-- That somebody says it is the other way round: whoever is feared alleges abuse by the person of the case (domain §8).
-- Only what reached this side; nothing here names another case or file. Never changed.
create table counter_allegation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- whoever is feared in this case, in whose favour it is said
  about_id uuid not null,
  -- `asked`: a manager, or Lintel, asks who harms whom, and nothing more is said
  source text not null check (source in ('themselves', 'police', 'court', 'agency', 'family', 'colleague', 'asked')),
  way text not null default '',
  words text not null check (words <> ''),
  heard_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, about_id) references case_person,
  foreign key (organisation_id, recorded_by) references staff
);
create index counter_allegation_case on counter_allegation (organisation_id, case_id, recorded_at desc, id);
create index counter_allegation_about on counter_allegation (organisation_id, about_id, recorded_at desc);
create index counter_allegation_recorder on counter_allegation (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('counter_allegation');
create policy own_name on counter_allegation as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff()
    and (source <> 'asked' or lintel.roles() && '{da_manager,system}'));
grant select, insert on counter_allegation to lintel_app;

-- Who mainly harms whom, as one judged it sign by sign and another decided. There is no answer that both do.
create table counter_judgement (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  about_id uuid not null,
  -- each sign by its name in rules/who-harms-whom.ts
  signs jsonb not null check (jsonb_typeof(signs) = 'object'),
  -- whether the person of the case was heard about it, alone
  heard text not null check (heard in ('alone', 'not_alone', 'not_heard')),
  -- the person of the case is mainly harmed, or mainly harms; it cannot be told yet; nobody alleges anything
  conclusion text not null check (conclusion in ('harmed', 'harms', 'cannot_tell', 'no_allegation')),
  specialist text not null check (specialist in ('harmed', 'harms', 'cannot_tell', 'none')),
  specialist_who text not null default '',
  specialist_on date,
  specialist_way text not null default '',
  words text not null check (words <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, about_id) references case_person,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff,
  -- Nobody concludes without a specialist, or against one; nobody is found to harm unheard, or while fear or control
  -- is not known.
  check (conclusion in ('cannot_tell', 'no_allegation') or specialist = conclusion),
  check (conclusion not in ('harmed', 'harms')
    or coalesce(signs ->> 'fear', 'not_known') <> 'not_known' and coalesce(signs ->> 'control', 'not_known') <> 'not_known'),
  check (conclusion <> 'harms' or heard = 'alone'),
  check ((specialist = 'none') = (specialist_who = '') and (specialist = 'none') = (specialist_on is null)
    and (specialist = 'none') = (specialist_way = ''))
);
create unique index counter_judgement_waiting on counter_judgement (organisation_id, about_id) where decision is null;
create index counter_judgement_case on counter_judgement (organisation_id, case_id, proposed_at desc, id);
create index counter_judgement_about on counter_judgement (organisation_id, about_id, decided_at desc);
create index counter_judgement_proposer on counter_judgement (organisation_id, proposed_by) where proposed_by is not null;
create index counter_judgement_decider on counter_judgement (organisation_id, decided_by) where decided_by is not null;
call lintel.protect_case_child('counter_judgement');
call lintel.decided_by_another('counter_judgement', 'approved');
create policy definer on counter_judgement for select to lintel_definer using (true);
grant select on counter_judgement to lintel_definer;

-- How it stands between the person of a case and somebody who is feared in it: whatever is newer than what was judged
-- asks anew.
create function lintel.told_apart(in_organisation uuid, in_about uuid) returns text stable language plpgsql as $$
declare
  said timestamptz;
  judged public.counter_judgement;
begin
  select max(k.recorded_at) into said from public.counter_allegation k
    where k.organisation_id = in_organisation and k.about_id = in_about;
  if said is null then return 'none'; end if;
  select * into judged from public.counter_judgement j
    where j.organisation_id = in_organisation and j.about_id = in_about and j.decision = 'approved'
    order by j.decided_at desc, j.id desc limit 1;
  if judged.id is null or judged.proposed_at < said then return 'open'; end if;
  if judged.conclusion = 'cannot_tell' then return 'cannot_tell'; end if;
  if judged.conclusion <> 'no_allegation'
    and lintel.asks_anew(in_organisation, judged.case_id) > judged.proposed_at then return 'overtaken'; end if;
  return judged.conclusion;
end $$;

-- Agreed to while it is about all that was said, and nothing that a manager asked about is no allegation.
create function lintel.judgement_agreed() returns trigger language plpgsql as $$
begin
  if new.decision is distinct from 'approved' then return new; end if;
  if exists (select from counter_allegation k where k.organisation_id = new.organisation_id
      and k.about_id = new.about_id
      and (k.recorded_at > new.proposed_at or new.conclusion = 'no_allegation' and k.source = 'asked'))
  then
    raise exception 'it was judged before all of it was known' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger judgement_agreed before update on counter_judgement
  for each row execute function lintel.judgement_agreed();

-- Nothing is done about whoever is feared while it is open who harms whom, nor where the person of the case does.
do $do$
declare
  stands text := pg_get_functiondef('lintel.action_shut(uuid, uuid, text, timestamptz)'::regprocedure);
  before text;
begin
  before := '  if said.id is null then
    shut := shut || ''no_view''::text;';
  if position(before in stands) = 0 then raise exception 'action_shut does not say what it did'; end if;
  stands := replace(stands, before, $q$  apart := (select lintel.told_apart(a.organisation_id, a.about_id) from public.perpetrator_action a
    where a.organisation_id = in_organisation and a.id = in_action);
  if apart = 'harms' then shut := shut || 'harms'::text; end if;
  if apart in ('open', 'cannot_tell', 'overtaken') then shut := shut || 'not_told_apart'::text; end if;
$q$ || before);
  before := '  shut text[] := ''{}'';';
  if position(before in stands) = 0 then raise exception 'action_shut does not say what it did'; end if;
  execute replace(stands, before, before || '
  apart text;');
end $do$;

-- For jobs alone: in which open cases it is to be asked, because two name each other, and nothing says why.
create function lintel.to_be_told_apart() returns table (case_id uuid, about_id uuid, lead_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not 'system' = any (lintel.roles()) then
    raise exception 'For jobs' using errcode = 'insufficient_privilege';
  end if;
  return query select c.id, k.about, c.lead_id from case_across x
    cross join lateral (values (x.one_id, x.other_id), (x.other_id, x.one_id)) v (here, there)
    join case_file c on c.organisation_id = x.organisation_id and c.id = v.here and c.closed_at is null
    join case_file o on o.organisation_id = x.organisation_id and o.id = v.there
    cross join lateral (select lintel.feared_as(x.organisation_id, c.id, o.person_id) as about) k
    where x.organisation_id = lintel.organisation() and x.mutual and k.about is not null
      and not exists (select from counter_allegation a where a.organisation_id = c.organisation_id
        and a.about_id = k.about and a.source = 'asked')
    order by c.id limit 50;
end $$;
create policy definer on counter_allegation for select to lintel_definer using (true);
grant select on counter_allegation to lintel_definer;
alter function lintel.to_be_told_apart() owner to lintel_definer;
revoke all on function lintel.to_be_told_apart() from public;
grant execute on function lintel.to_be_told_apart() to lintel_app;

call lintel.notice_waits_while('{counter_judgement_to_decide}', $$exists (
  select from counter_judgement d where d.organisation_id = in_organisation and d.case_id = in_case
    and d.decision is null)$$);
call lintel.notice_waits_while('{counter_judgement_owed}', $$exists (
  select from case_person q where q.organisation_id = in_organisation and q.case_id = in_case
    and q.part = 'alleged_perpetrator' and q.ended_at is null
    and lintel.told_apart(q.organisation_id, q.id) in ('open', 'cannot_tell', 'overtaken'))$$);
call lintel.notice_waits_while('{two_workers_needed}', $$exists (
  select from case_across x where x.organisation_id = in_organisation and x.one_worker_since is not null)$$);
