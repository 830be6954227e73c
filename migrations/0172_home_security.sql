-- Security of the home (V4.2a, V3.5, L2.7d; domain §6). A measure is an offer: what is kept here is what was looked at in
-- the home, who has a right in it, and what is ordered from a contractor.

-- What was looked at together; declined or not now is an answer. A new one does not overwrite the one before.
create table home_assessment (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  outcome text not null check (outcome in ('made', 'later', 'declined')),
  happened_on date not null,
  way text not null,
  -- by area: whether something is needed, and in their words
  areas jsonb not null default '[]',
  words text not null default '',
  -- the day that they agreed to look again
  again_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, struck_by) references staff,
  check ((struck_at is null) = (struck_why = ''))
);
create index home_assessment_case on home_assessment (organisation_id, case_id, recorded_at, id);
create index home_assessment_recorder on home_assessment (organisation_id, recorded_by) where recorded_by is not null;
create index home_assessment_striker on home_assessment (organisation_id, struck_by) where struck_by is not null;

-- Who has a right in the home, and how they stand to being shut out; only ever added.
create table home_right (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  holder text not null check (holder in ('alone', 'with_another', 'another', 'not_known')),
  holder_stands text check (holder_stands in ('keys', 'agrees', 'court_order', 'refuses', 'not_safe', 'not_asked')),
  spouse text not null check (spouse in ('yes', 'never_shared', 'not_married', 'not_known')),
  spouse_stands text check (spouse_stands in ('keys', 'agrees', 'court_order', 'refuses', 'not_safe', 'not_asked')),
  -- an order of a court: which one, whether one of us has read that it keeps somebody from this home, until when
  order_what text not null default '',
  order_read boolean not null default false,
  order_until date,
  owner text not null check (owner in ('ours', 'agrees', 'refuses', 'not_known')),
  fire text not null check (fire in ('agrees', 'refuses', 'not_asked')),
  -- who said so, and when
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff,
  check ((holder in ('with_another', 'another')) = (holder_stands is not null)),
  check ((spouse = 'yes') = (spouse_stands is not null))
);
create index home_right_case on home_right (organisation_id, case_id, recorded_at, id);
create index home_right_recorder on home_right (organisation_id, recorded_by) where recorded_by is not null;

-- What a room to wait in for help needs beside that.
create table sanctuary_look (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  wish text not null check (wish in ('yes', 'no', 'not_asked')),
  feared_lives_there text not null check (feared_lives_there in ('yes', 'no', 'not_known')),
  fire_service text not null check (fire_service in ('advised', 'not_yet')),
  fire_words text not null default '',
  gets_out text not null check (gets_out in ('yes', 'no', 'not_known')),
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff,
  check ((fire_service = 'advised') = (fire_words <> ''))
);
create index sanctuary_look_case on sanctuary_look (organisation_id, case_id, recorded_at, id);
create index sanctuary_look_recorder on sanctuary_look (organisation_id, recorded_by) where recorded_by is not null;

-- Who does works: kept by an administrator. Nobody is sent who was not looked into, or no longer is.
create table contractor (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null check (name <> ''),
  domain text not null check (domain = lower(domain) and domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  phone text not null check (phone <> ''),
  vetted_until date not null,
  vetted_how text not null check (vetted_how <> ''),
  vetted_at timestamptz not null,
  vetted_by uuid not null,
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, vetted_by) references staff,
  foreign key (organisation_id, added_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check ((ended_at is null) = (ended_why = ''))
);
create unique index contractor_once on contractor (organisation_id, lower(name)) where ended_at is null;
create index contractor_vetter on contractor (organisation_id, vetted_by);
create index contractor_adder on contractor (organisation_id, added_by);
create index contractor_ender on contractor (organisation_id, ended_by) where ended_by is not null;
call lintel.protect('contractor');
create policy own_name on contractor as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and added_by is not distinct from lintel.staff()
    and vetted_by is not distinct from lintel.staff());
grant select, insert, update (vetted_until, vetted_how, vetted_at, vetted_by, ended_at, ended_by, ended_why)
  on contractor to lintel_app;

-- Somebody there may know whoever they fear: nobody of them is sent in this case.
create table contractor_conflict (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  contractor_id uuid not null,
  words text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, contractor_id) references contractor,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check ((ended_at is null) = (ended_why = ''))
);
create unique index contractor_conflict_once on contractor_conflict (organisation_id, case_id, contractor_id)
  where ended_at is null;
create index contractor_conflict_case on contractor_conflict (organisation_id, case_id);
create index contractor_conflict_contractor on contractor_conflict (organisation_id, contractor_id);
create index contractor_conflict_recorder on contractor_conflict (organisation_id, recorded_by)
  where recorded_by is not null;
create index contractor_conflict_ender on contractor_conflict (organisation_id, ended_by) where ended_by is not null;

-- What a contractor is told, word for word, and when they come.
create table works_order (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  contractor_id uuid not null,
  job text not null check (job <> ''),
  details text not null default '',
  -- the name to ask for, as they agreed; '': none is given
  ask_for text not null default '',
  address text not null check (address <> ''),
  day_on date not null,
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  two_people boolean not null,
  -- what they said of who works there, and of whether whoever they fear is there then
  conflict_said text not null check (conflict_said <> ''),
  -- why it goes on against what was agreed about visits; '': it is within that
  outside_why text not null default '',
  way text not null check (way in ('telephone', 'link')),
  placed_at timestamptz not null,
  placed_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, offer_id) references support_offer,
  foreign key (organisation_id, contractor_id) references contractor,
  foreign key (organisation_id, placed_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check (from_time < to_time),
  check ((ended_at is null) = (ended_why = ''))
);
create index works_order_case on works_order (organisation_id, case_id, placed_at, id);
create index works_order_offer on works_order (organisation_id, offer_id);
create index works_order_contractor on works_order (organisation_id, contractor_id);
create index works_order_placer on works_order (organisation_id, placed_by) where placed_by is not null;
create index works_order_ender on works_order (organisation_id, ended_by) where ended_by is not null;

alter table support_step add works_order_id uuid,
  add foreign key (organisation_id, works_order_id) references works_order;
create index support_step_works_order on support_step (organisation_id, works_order_id) where works_order_id is not null;

call lintel.protect_case_child('home_assessment');
call lintel.protect_case_child('home_right');
call lintel.protect_case_child('sanctuary_look');
call lintel.protect_case_child('contractor_conflict');
call lintel.protect_case_child('works_order');
do $$
declare
  each text;
begin
  foreach each in array array['home_assessment', 'home_right', 'sanctuary_look', 'contractor_conflict'] loop
    execute format('create policy own_name on %I as restrictive for insert to lintel_app
      with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff())', each);
  end loop;
end $$;
create policy own_name on works_order as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and placed_by is not distinct from lintel.staff());
grant select, insert on home_assessment, home_right, sanctuary_look, contractor_conflict, works_order to lintel_app;
grant update (struck_at, struck_by, struck_why) on home_assessment to lintel_app;
grant update (ended_at, ended_by, ended_why) on contractor_conflict, works_order to lintel_app;
