-- What there is to know before anybody can say which housing options there are, and what was gone through with the
-- person (V4.3, L2.1e, L2.7e). Both are only ever added: what was known then stays beside what is known now.
create table housing_situation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  tenancy_type text not null,
  holder text not null check (holder in ('alone', 'jointly', 'feared_alone', 'others', 'not_known')),
  relation text not null check (relation in ('married', 'was_married', 'couple', 'partner', 'family', 'other',
    'not_known')),
  children text not null check (children in ('yes', 'no', 'not_known')),
  wish text not null check (wish in ('stay', 'leave', 'not_decided', 'not_asked')),
  jurisdiction text not null check (jurisdiction in ('england', 'elsewhere')),
  -- what they would like, as they said it
  words text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, recorded_by) references staff
);
create index housing_situation_case on housing_situation (organisation_id, case_id, recorded_at, id);
create index housing_situation_recorder on housing_situation (organisation_id, recorded_by)
  where recorded_by is not null;

create table housing_advice (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- what was known as it was given
  situation_id uuid not null,
  -- gone through with them; or they would rather not speak of it, which is theirs to decide
  outcome text not null check (outcome in ('gone_through', 'not_wanted')),
  happened_on date not null,
  way text not null,
  -- independent legal advice: whether it was offered, and what they said
  legal text not null check (legal in ('wants', 'had', 'not_wanted', 'not_offered', '')),
  legal_why text not null default '',
  words text not null default '',
  -- the day that they agreed to speak of it again
  again_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  struck_at timestamptz,
  struck_by uuid,
  struck_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, situation_id) references housing_situation,
  foreign key (organisation_id, recorded_by) references staff,
  foreign key (organisation_id, struck_by) references staff,
  check ((struck_at is null) = (struck_why = '')),
  check ((outcome = 'gone_through') = (legal <> ''))
);
create index housing_advice_case on housing_advice (organisation_id, case_id, recorded_at, id);
create index housing_advice_situation on housing_advice (organisation_id, situation_id);
create index housing_advice_recorder on housing_advice (organisation_id, recorded_by) where recorded_by is not null;
create index housing_advice_striker on housing_advice (organisation_id, struck_by) where struck_by is not null;

-- One option of which they were told, by its name in modules/housing/options, and what they said to it.
create table housing_advice_option (
  organisation_id uuid not null,
  advice_id uuid not null,
  case_id uuid not null,
  option text not null,
  said text not null check (said in ('explained', 'considering', 'wants', 'not_for_them')),
  primary key (organisation_id, advice_id, option),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, advice_id) references housing_advice
);
create index housing_advice_option_case on housing_advice_option (organisation_id, case_id);

call lintel.protect_case_child('housing_situation');
call lintel.protect_case_child('housing_advice');
call lintel.protect_case_child('housing_advice_option');
create policy own_name on housing_situation as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
create policy own_name on housing_advice as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on housing_situation, housing_advice, housing_advice_option to lintel_app;
grant update (struck_at, struck_by, struck_why) on housing_advice to lintel_app;
