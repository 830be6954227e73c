-- The level of risk, and what makes it necessary to look at it again. A level is only ever added; the newest stands.
-- A program or anybody on the case may raise it. It is lowered by two people: one proposes with a reason, another
-- confirms. The database holds them to it, whatever the program does.

create function lintel.risk_rank(level text) returns integer language sql immutable parallel safe
  as $$ select coalesce(array_position(array['standard', 'medium', 'high'], level), 0) $$;

create table risk_rating (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- from 1 in each case, given by the trigger
  number integer not null,
  level text not null check (level in ('standard', 'medium', 'high')),
  -- what the facts indicated at the time, and every route that led there
  indicated text check (indicated in ('standard', 'medium', 'high')),
  routes jsonb not null default '[]',
  how text not null check (how in ('assessment', 'stated', 'lowered')),
  assessment_id uuid,
  lowering_id uuid,
  reason text not null default '',
  grounds text[] not null default '{}',
  -- police call-outs in the twelve months before, and the last Marac referral, so far as they are known
  call_outs integer check (call_outs between 0 and 999),
  last_marac_on date,
  rated_at timestamptz not null,
  rated_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, assessment_id) references risk_assessment
);
create unique index risk_rating_number on risk_rating (organisation_id, case_id, number desc);
create index risk_rating_assessment on risk_rating (organisation_id, assessment_id) where assessment_id is not null;
call lintel.protect_case_child('risk_rating');
grant select, insert on risk_rating to lintel_app;

create table risk_lowering (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- the rating that would be lowered; a newer one overtakes the proposal
  rating_id uuid not null,
  to_level text not null check (to_level in ('standard', 'medium', 'high')),
  reason text not null check (reason <> ''),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('confirmed', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, rating_id) references risk_rating,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff,
  check ((decision is null) = (decided_at is null)),
  -- four eyes
  check (decision is distinct from 'confirmed' or (decided_by is not null and decided_by <> proposed_by))
);
create index risk_lowering_case on risk_lowering (organisation_id, case_id, proposed_at desc);
create unique index risk_lowering_waiting on risk_lowering (organisation_id, case_id) where decision is null;
create index risk_lowering_rating on risk_lowering (organisation_id, rating_id);
create index risk_lowering_proposer on risk_lowering (organisation_id, proposed_by);
create index risk_lowering_decider on risk_lowering (organisation_id, decided_by) where decided_by is not null;
call lintel.protect_case_child('risk_lowering');
-- Nobody proposes or decides in somebody else's name, and what was decided stays decided.
create policy own_name on risk_lowering as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and proposed_by = lintel.staff() and decision is null);
create policy decided_once on risk_lowering as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and decision is null)
  with check (organisation_id = lintel.organisation() and decided_by is not distinct from lintel.staff());
grant select, insert on risk_lowering to lintel_app;
grant update (decision, decided_by, decided_at, decided_why, version) on risk_lowering to lintel_app;

alter table risk_rating add foreign key (organisation_id, lowering_id) references risk_lowering;
-- A confirmation lowers once.
create unique index risk_rating_lowering on risk_rating (organisation_id, lowering_id) where lowering_id is not null;

-- Two ratings of one case at once: the second waits here, and is then judged by the first.
create function lintel.rate_risk() returns trigger language plpgsql as $$
declare
  before risk_rating;
  lower boolean;
  -- two people went below what the same assessment indicates already, and it indicates no more than it did
  known boolean;
begin
  perform from case_file c where c.organisation_id = new.organisation_id and c.id = new.case_id for update;
  select * into before from risk_rating r
    where r.organisation_id = new.organisation_id and r.case_id = new.case_id order by r.number desc limit 1;
  new.number := coalesce(before.number, 0) + 1;
  known := coalesce(before.assessment_id is not distinct from new.assessment_id
    and lintel.risk_rank(before.level) < lintel.risk_rank(before.indicated)
    and lintel.risk_rank(new.indicated) <= lintel.risk_rank(before.indicated), false);
  lower := lintel.risk_rank(new.level) < lintel.risk_rank(before.level)
    or lintel.risk_rank(new.level) < lintel.risk_rank(new.indicated) and not known;
  if lower and not exists (
    select from risk_lowering l where l.organisation_id = new.organisation_id and l.id = new.lowering_id
      and l.case_id = new.case_id and l.rating_id = before.id and l.to_level = new.level
      and l.decision = 'confirmed' and l.decided_by = new.rated_by and l.decided_by <> l.proposed_by)
  then
    raise exception 'a level of risk is lowered by two people' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger rate_risk before insert on risk_rating for each row execute function lintel.rate_risk();

-- The level on the case's own row follows the ratings: nothing else lowers it, and "ever high" is never forgotten.
create function lintel.risk_lowered() returns trigger language plpgsql as $$
begin
  if old.ever_high and not new.ever_high then
    raise exception 'that a risk was ever high is never forgotten' using errcode = 'check_violation';
  end if;
  if new.risk_level is distinct from (select r.level from risk_rating r
    where r.organisation_id = new.organisation_id and r.case_id = new.id order by r.number desc limit 1)
  then
    raise exception 'a level of risk is lowered by two people' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger risk_lowered before update of risk_level, ever_high on case_file for each row
  when (lintel.risk_rank(new.risk_level) < lintel.risk_rank(old.risk_level) or old.ever_high and not new.ever_high)
  execute function lintel.risk_lowered();

-- How the person themselves sees it, beside our level and never corrected by it.
create table risk_view (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  view text not null check (view in ('standard', 'medium', 'high', 'not_said')),
  words text not null default '',
  said_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create index risk_view_case on risk_view (organisation_id, case_id, said_at desc, id desc);
call lintel.protect_case_child('risk_view');
grant select, insert on risk_view to lintel_app;

-- Days on which the risk is likely to change.
create table risk_date (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('order_ends', 'release', 'hearing', 'bail_ends', 'birth', 'child_contact',
    'notice_ends', 'move')),
  on_date date not null,
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- how many days before it people were last told; the sweep looks only at those whose next day has come
  told_before integer,
  next_look_on date,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  check ((ended_at is null) = (ended_reason is null))
);
create index risk_date_case on risk_date (organisation_id, case_id, on_date, id);
create index risk_date_look on risk_date (organisation_id, next_look_on, id) where next_look_on is not null;
call lintel.protect_case_child('risk_date');
grant select, insert on risk_date to lintel_app;
grant update (told_before, next_look_on, ended_at, ended_by, ended_reason, version) on risk_date to lintel_app;

-- Local thresholds: what counts as high differs between Marac areas, and over time.
create table marac_area (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (organisation_id, id)
);
create unique index marac_area_name on marac_area (organisation_id, lower(name));
call lintel.protect('marac_area');
grant select, insert on marac_area to lintel_app;

create table marac_area_authority (
  organisation_id uuid not null references organisation,
  id uuid not null,
  area_id uuid not null,
  local_authority text not null,
  added_at timestamptz not null,
  added_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, area_id) references marac_area
);
-- A local authority belongs to one area at a time.
create unique index marac_area_authority_name on marac_area_authority (organisation_id, lower(local_authority))
  where ended_at is null;
create index marac_area_authority_area on marac_area_authority (organisation_id, area_id);
call lintel.protect('marac_area_authority');
grant select, insert on marac_area_authority to lintel_app;
grant update (ended_at, ended_by) on marac_area_authority to lintel_app;

create table risk_threshold (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- null: wherever no area has its own
  area_id uuid,
  effective_from date not null,
  high_from integer not null check (high_from between 1 and 24),
  medium_from integer not null check (medium_from >= 1),
  -- police call-outs in twelve months that count as potential escalation; null: not used here
  call_outs integer check (call_outs between 1 and 99),
  -- who says so: the Marac's operating protocol and its date
  source text not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, area_id) references marac_area,
  check (medium_from < high_from)
);
create index risk_threshold_area on risk_threshold (organisation_id, area_id, effective_from desc, set_at desc);
call lintel.protect('risk_threshold');
grant select, insert on risk_threshold to lintel_app;

-- Where a case is heard, where that does not follow from the home's local authority.
create table case_marac_area (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- null: as the home's local authority says, again
  area_id uuid,
  reason text not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, area_id) references marac_area
);
create index case_marac_area_case on case_marac_area (organisation_id, case_id, set_at desc);
create index case_marac_area_area on case_marac_area (organisation_id, area_id) where area_id is not null;
call lintel.protect_case_child('case_marac_area');
grant select, insert on case_marac_area to lintel_app;
