-- Moves (V4.3d, V4.3e, L2.7e, L2.7i): that somebody would like to move, what is done about it by whom, what is offered,
-- what they say to each offer, and where they must not be housed. Nothing of it is ever changed.
create table home_move (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- a code of moves/kinds.ts: on which way
  kind text not null check (kind <> ''),
  -- the day on which they said it: the time to the move is counted from it
  wished_on date not null,
  -- as they said it
  words text not null check (words <> ''),
  -- how many bedrooms they need; null: not known yet
  bedrooms smallint check (bedrooms between 0 and 12),
  adaptations text not null default '',
  schools text not null default '',
  -- the other landlord, the council, or who runs the refuge: never where a refuge is
  with_whom text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff
);
create index home_move_case on home_move (organisation_id, case_id, recorded_at desc);
create index home_move_recorder on home_move (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('home_move');
create policy own_name on home_move as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on home_move to lintel_app;

-- What was agreed to be done next, and what became of it.
create table home_move_step (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  move_id uuid not null,
  step text not null check (step in ('next', 'applied', 'taken_on', 'not_taken_on', 'moved', 'not_wanted', 'ended',
    'corrected', 'felt')),
  -- by when, or on which day
  day_on date not null,
  -- who does it
  who text not null default '',
  -- of a move: how secure the new home is beside the old one; of being asked: whether they feel safe there
  outcome text not null default '' check (outcome in ('', 'same', 'greater', 'lesser', 'not_known', 'not_compared',
    'safe', 'not_safe', 'not_said', 'not_asked')),
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, move_id) references home_move,
  foreign key (organisation_id, recorded_by) references staff,
  check ((step in ('moved', 'felt')) = (outcome <> '')),
  check (step <> 'next' or who <> '')
);
create index home_move_step_of on home_move_step (organisation_id, move_id, recorded_at, id);
create index home_move_step_case on home_move_step (organisation_id, case_id);
create index home_move_step_recorder on home_move_step (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('home_move_step');
create policy own_name on home_move_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on home_move_step to lintel_app;

-- A home that was offered. Where it is stands here alone, and in no chronology of which others may have a copy.
create table home_offer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  move_id uuid not null,
  home text not null check (home <> ''),
  landlord text not null default '',
  offered_on date not null,
  -- kinds of tenancy: what they hold now, as it was known then, and what is offered
  held_type text not null check (held_type <> ''),
  offered_type text not null check (offered_type <> ''),
  -- whether a trial period that has begun goes on, where there is one
  time_counts text not null check (time_counts in ('', 'yes', 'no', 'not_known')),
  -- how secure it is beside what they hold: what is not known is never the same
  security text not null check (security in ('same', 'greater', 'lesser', 'not_known')),
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, move_id) references home_move,
  foreign key (organisation_id, recorded_by) references staff,
  check (security not in ('same', 'greater') or 'not_known' not in (held_type, offered_type, time_counts))
);
create index home_offer_of on home_offer (organisation_id, move_id, recorded_at desc);
create index home_offer_case on home_offer (organisation_id, case_id);
create index home_offer_recorder on home_offer (organisation_id, recorded_by) where recorded_by is not null;
call lintel.protect_case_child('home_offer');
create policy own_name on home_offer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on home_offer to lintel_app;

-- A home of lesser, or not known, security: they agree, knowing what they would lose, and a manager decides.
create table home_offer_lesser (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  -- in their words: that they understand what they would lose, and would like it all the same
  words text not null check (words <> ''),
  asked_on date not null,
  -- independent advice: offered always
  legal text not null check (legal in ('wants', 'had', 'not_wanted')),
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
  foreign key (organisation_id, offer_id) references home_offer,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create unique index home_offer_lesser_waiting on home_offer_lesser (organisation_id, offer_id) where decision is null;
create index home_offer_lesser_of on home_offer_lesser (organisation_id, offer_id, proposed_at desc, id);
create index home_offer_lesser_case on home_offer_lesser (organisation_id, case_id);
create index home_offer_lesser_proposer on home_offer_lesser (organisation_id, proposed_by)
  where proposed_by is not null;
create index home_offer_lesser_decider on home_offer_lesser (organisation_id, decided_by)
  where decided_by is not null;
call lintel.protect_case_child('home_offer_lesser');
call lintel.decided_by_another('home_offer_lesser', 'approved');
create policy definer on home_offer_lesser for select to lintel_definer using (true);
grant select on home_offer_lesser to lintel_definer;

-- What they say to an offer; the last one stands. A refusal for safety counts against no limit of offers, and neither
-- does one of which nobody knows why.
create table home_offer_answer (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  answer text not null check (answer in ('accepted', 'refused_safety', 'refused_other', 'not_said', 'taken_back')),
  counts boolean generated always as (answer = 'refused_other') stored,
  answered_on date not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, offer_id) references home_offer,
  foreign key (organisation_id, recorded_by) references staff,
  check (answer <> 'refused_other' or words <> '')
);
create index home_offer_answer_of on home_offer_answer (organisation_id, offer_id, recorded_at desc, id);
create index home_offer_answer_case on home_offer_answer (organisation_id, case_id);
create index home_offer_answer_recorder on home_offer_answer (organisation_id, recorded_by)
  where recorded_by is not null;
call lintel.protect_case_child('home_offer_answer');
create policy own_name on home_offer_answer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on home_offer_answer to lintel_app;

-- No route, job or command takes lesser security for granted.
create function lintel.lesser_security_agreed() returns trigger language plpgsql as $$
begin
  if new.answer = 'accepted' and exists (select from home_offer o where o.organisation_id = new.organisation_id
      and o.id = new.offer_id and o.security not in ('same', 'greater'))
    and (select d.decision from home_offer_lesser d where d.organisation_id = new.organisation_id
      and d.offer_id = new.offer_id order by d.proposed_at desc, d.id desc limit 1) is distinct from 'approved'
  then
    raise exception 'a manager decides first about a home of lesser security' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lesser_security_agreed before insert on home_offer_answer
  for each row execute function lintel.lesser_security_agreed();

-- Where they must not be housed, or that they were asked and there is no such place. Why, and who goes there, is for
-- the team alone.
create table place_to_avoid (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('postcode', 'street', 'area', 'place', 'route', 'none')),
  place text not null default '',
  who_goes text not null default '',
  why text not null check (why <> ''),
  asked_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check ((kind = 'none') = (place = '')),
  check ((ended_at is null) = (ended_why = ''))
);
create index place_to_avoid_case on place_to_avoid (organisation_id, case_id, recorded_at desc);
create index place_to_avoid_recorder on place_to_avoid (organisation_id, recorded_by) where recorded_by is not null;
create index place_to_avoid_ender on place_to_avoid (organisation_id, ended_by) where ended_by is not null;
call lintel.protect_case_child('place_to_avoid');
create policy own_name on place_to_avoid as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff()
    and ended_at is null);
create policy ends_once on place_to_avoid as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ended_at is null)
  with check (organisation_id = lintel.organisation() and ended_by is not distinct from lintel.staff());
grant select, insert, update (ended_at, ended_by, ended_why) on place_to_avoid to lintel_app;

-- They are away from their home for safety, and keep it: nobody takes it for abandoned.
create table home_away (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- the home and tenancy that they keep, as the case has them; null: not on the register
  property_id uuid,
  tenancy_id uuid,
  -- in a refuge, with somebody, in hospital …; never where
  whereabouts text not null check (whereabouts in ('refuge', 'temporary', 'with_somebody', 'hospital', 'not_said')),
  since date not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_how text check (ended_how in ('back', 'gave_up', 'moved', 'in_error')),
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, property_id) references property,
  foreign key (organisation_id, tenancy_id) references tenancy,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check (num_nulls(ended_at, ended_how) in (0, 2))
);
create unique index home_away_stands on home_away (organisation_id, case_id) where ended_at is null;
create index home_away_case on home_away (organisation_id, case_id, recorded_at desc);
create index home_away_home on home_away (organisation_id, property_id) where property_id is not null;
create index home_away_tenancy on home_away (organisation_id, tenancy_id) where tenancy_id is not null;
create index home_away_recorder on home_away (organisation_id, recorded_by) where recorded_by is not null;
create index home_away_ender on home_away (organisation_id, ended_by) where ended_by is not null;
call lintel.protect_case_child('home_away');
create policy own_name on home_away as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff()
    and ended_at is null);
create policy ends_once on home_away as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and ended_at is null)
  with check (organisation_id = lintel.organisation() and ended_by is not distinct from lintel.staff());
grant select, insert, update (ended_at, ended_by, ended_how, ended_why) on home_away to lintel_app;
create policy definer on home_away for select to lintel_definer using (true);
grant select on home_away to lintel_definer;

-- Whether somebody of this home keeps it while away, so that nothing may treat it as abandoned: true or false, and
-- never who, where or why. For the program, when it looks at what happens to tenancies.
create function lintel.keeps_home_while_away(in_property uuid, in_tenancy uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not 'system' = any (lintel.roles()) then
    raise exception 'Only the program asks' using errcode = 'insufficient_privilege';
  end if;
  return exists (select from home_away a where a.organisation_id = lintel.organisation() and a.ended_at is null
    and (a.property_id = any (lintel.same_homes(a.organisation_id, array[in_property])) or a.tenancy_id = in_tenancy));
end $$;
alter function lintel.keeps_home_while_away(uuid, uuid) owner to lintel_definer;
revoke all on function lintel.keeps_home_while_away(uuid, uuid) from public;
grant execute on function lintel.keeps_home_while_away(uuid, uuid) to lintel_app;

call lintel.notice_waits_while('{move_to_decide}', $$exists (
  select from home_offer_lesser d where d.organisation_id = in_organisation and d.case_id = in_case
    and d.decision is null)$$);
