-- Witnesses and children as people with needs of their own; how the person at risk describes themselves, if they wish; and
-- advice sought where who somebody is plays a part in the abuse. All of it apart from the chronology.

-- What one person in a case needs, and what is done about it. Each time is a new version (V2b, V3.6).
create table person_needs (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  case_person_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- for a child: seen and heard by us, as themselves, and how old then
  seen text not null default 'not_asked' check (seen in ('not_asked', 'yes', 'no', 'not_known')),
  heard text not null default 'not_asked' check (heard in ('not_asked', 'yes', 'no', 'not_known')),
  age integer check (age between 0 and 120),
  school_known text not null default 'not_asked' check (school_known in ('not_asked', 'yes', 'no', 'not_known')),
  own_words text not null default '',
  support text not null default '',
  support_done text not null default '',
  safety text not null default '',
  safety_done text not null default '',
  health text not null default '',
  health_done text not null default '',
  school text not null default '',
  school_done text not null default '',
  language text not null default '',
  language_done text not null default '',
  adjustments text not null default '',
  adjustments_done text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, case_person_id) references case_person
);
create unique index person_needs_number on person_needs (organisation_id, case_person_id, number);
create index person_needs_case on person_needs (organisation_id, case_id, case_person_id, number desc);
call lintel.protect_case_child('person_needs');
grant select, insert on person_needs to lintel_app;

-- How the person at risk describes themselves (V3.3): asked, if it is safe and they wish; `not_asked` and
-- `prefers_not` are told apart, and nothing depends on either. Nobody who is in by emergency reads it.
create table equality (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  ethnicity text not null default 'not_asked',
  ethnicity_words text not null default '',
  disability text not null default 'not_asked',
  disability_words text not null default '',
  orientation text not null default 'not_asked',
  orientation_words text not null default '',
  religion text not null default 'not_asked',
  religion_words text not null default '',
  sex text not null default 'not_asked',
  gender text not null default 'not_asked',
  gender_words text not null default '',
  pregnancy text not null default 'not_asked',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create unique index equality_number on equality (organisation_id, case_id, number);
call lintel.protect_case_child('equality');
create policy not_in_emergency on equality as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not case_id = any (coalesce((select lintel.emergency()), '{}')));
grant select, insert on equality to lintel_app;

-- Nationality and immigration: for whoever leads the case and the managers who see it, nobody else.
create table equality_restricted (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  nationality text not null default '',
  immigration text not null default '',
  funds text not null default 'not_asked' check (funds in ('not_asked', 'prefers_not', 'yes', 'no', 'not_known')),
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create unique index equality_restricted_number on equality_restricted (organisation_id, case_id, number);
call lintel.protect_case_child('equality_restricted');
create policy not_in_emergency on equality_restricted as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and not case_id = any (coalesce((select lintel.emergency()), '{}')));
create policy few on equality_restricted as restrictive to lintel_app
  using (organisation_id = lintel.organisation() and ((select lintel.roles()) && '{system,da_manager}' or exists (
    select from case_file c where c.organisation_id = equality_restricted.organisation_id
      and c.id = equality_restricted.case_id and c.lead_id = (select lintel.staff()))));
grant select, insert on equality_restricted to lintel_app;

-- A characteristic that plays a part in the abuse, as somebody working on the case sees it (L2.7c, L1.4b).
create table abuse_factor (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  characteristic text not null,
  why text not null,
  marked_at timestamptz not null,
  marked_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create unique index abuse_factor_once on abuse_factor (organisation_id, case_id, characteristic) where ended_at is null;
create index abuse_factor_case on abuse_factor (organisation_id, case_id, marked_at);
call lintel.protect_case_child('abuse_factor');
grant select, insert, update (ended_at, ended_by, ended_reason) on abuse_factor to lintel_app;

-- Best-practice advice: from whom, about what, what they said and what we did (V3.3, L2.7c).
create table advice (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  sought_at timestamptz not null,
  from_whom text not null,
  about text[] not null check (cardinality(about) > 0),
  advised text not null,
  done text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file
);
create index advice_case on advice (organisation_id, case_id, sought_at desc);
call lintel.protect_case_child('advice');
grant select, insert on advice to lintel_app;

-- How many cases opened between two days have which answer, the latest counting: for the breakdown, whose pages round and
-- hide small numbers. Sums alone, over everything, walled or not; for those who may see the board.
create policy definer on equality for select to lintel_definer using (true);
grant select on equality to lintel_definer;
create function lintel.equality_totals(in_from timestamptz, in_until timestamptz)
returns table (characteristic text, answer text, cases bigint) language sql stable security definer
  set search_path = public, pg_temp as $$
  select a.characteristic, coalesce(a.answer, 'not_asked'), count(*)
  from case_file c
    left join lateral (select q.* from equality q where q.organisation_id = c.organisation_id and q.case_id = c.id
      order by q.number desc limit 1) e on true
    cross join lateral (values ('ethnicity', e.ethnicity), ('disability', e.disability),
      ('orientation', e.orientation), ('religion', e.religion), ('sex', e.sex), ('gender', e.gender),
      ('pregnancy', e.pregnancy)) a (characteristic, answer)
  where c.organisation_id = lintel.organisation() and c.opened_at >= in_from and c.opened_at < in_until
    and lintel.roles() && '{da_manager,da_worker,director,administrator}'
  group by 1, 2 $$;
alter function lintel.equality_totals owner to lintel_definer;
revoke all on function lintel.equality_totals from public;
grant execute on function lintel.equality_totals to lintel_app;
