-- A safeguarding referral that somebody said would be made (V3.6, L2.5): of a child or of an adult, about whom, promised
-- when and by whom. It belongs to what was told until that is a case; nothing here is ever kept by ticking it.
create table safeguarding_referral (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('child', 'adult')),
  about text not null,
  disclosure_id uuid,
  case_id uuid,
  promised_at timestamptz not null,
  promised_by uuid,
  begun_from text not null check (begun_from in ('disclosure', 'triage', 'children', 'case')),
  -- what was said of it at first; it makes nothing
  said text not null check (said in ('refer_today', 'referred', 'not_referred')),
  why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, promised_by) references staff,
  check (num_nonnulls(disclosure_id, case_id) > 0)
);
create index safeguarding_referral_case on safeguarding_referral (organisation_id, case_id) where case_id is not null;
create index safeguarding_referral_disclosure on safeguarding_referral (organisation_id, disclosure_id)
  where disclosure_id is not null;
create index safeguarding_referral_promiser on safeguarding_referral (organisation_id, promised_by)
  where promised_by is not null;
call lintel.protect('safeguarding_referral', $policy$'system' = any ((select lintel.roles())::text[]) or case
  when case_id is not null then case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id)
  else exists (select from disclosure d where d.organisation_id = safeguarding_referral.organisation_id
    and d.id = safeguarding_referral.disclosure_id) end$policy$);
-- Whoever writes down what they are told may not be able to read it afterwards; what they promised is owed all the same.
create policy promised on safeguarding_referral for insert to lintel_app
  with check (organisation_id = lintel.organisation() and promised_by is not distinct from lintel.staff());
grant select, insert, update (case_id) on safeguarding_referral to lintel_app;

-- What was really done: it was made, somebody asked again, an answer came. Nothing in it is ever changed.
create table safeguarding_step (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  step text not null check (step in ('made', 'chased', 'answered')),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- a person or a desk, and the way: by phone, by their form …
  whom text not null check (whom <> ''),
  way text not null default '',
  reference text not null default '',
  answer text not null default '' check (answer in ('', 'taken_on', 'no_action', 'more_asked')),
  words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, referral_id) references safeguarding_referral,
  foreign key (organisation_id, recorded_by) references staff,
  check (step <> 'made' or way <> ''),
  check ((step = 'answered') = (answer <> ''))
);
create unique index safeguarding_made_once on safeguarding_step (organisation_id, referral_id) where step = 'made';
create index safeguarding_step_referral on safeguarding_step (organisation_id, referral_id, happened_at);
create index safeguarding_step_recorder on safeguarding_step (organisation_id, recorded_by)
  where recorded_by is not null;
call lintel.protect('safeguarding_step', $policy$exists (select from safeguarding_referral r
  where r.organisation_id = safeguarding_step.organisation_id and r.id = safeguarding_step.referral_id)$policy$);
create policy own_name on safeguarding_step as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and recorded_by is not distinct from lintel.staff());
grant select, insert on safeguarding_step to lintel_app;

-- That none is made: proposed with its reason by one person, decided by another.
create table safeguarding_no_referral (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  why text not null check (why <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, referral_id) references safeguarding_referral,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create unique index safeguarding_no_referral_waiting on safeguarding_no_referral (organisation_id, referral_id)
  where decision is null;
create index safeguarding_no_referral_of on safeguarding_no_referral (organisation_id, referral_id, proposed_at desc);
create index safeguarding_no_referral_proposer on safeguarding_no_referral (organisation_id, proposed_by)
  where proposed_by is not null;
create index safeguarding_no_referral_decider on safeguarding_no_referral (organisation_id, decided_by)
  where decided_by is not null;
call lintel.protect('safeguarding_no_referral', $policy$exists (select from safeguarding_referral r
  where r.organisation_id = safeguarding_no_referral.organisation_id
    and r.id = safeguarding_no_referral.referral_id)$policy$);
call lintel.decided_by_another('safeguarding_no_referral', 'approved');

-- Whether an adult needs care or support and is at risk (Care Act 2014 s.42) is asked until it is known (L2.5).
alter table case_file add adults_at_risk text not null default 'not_asked'
  check (adults_at_risk in ('not_asked', 'yes', 'no', 'not_known'));
grant update (adults_at_risk) on case_file to lintel_app;
-- At triage the same is decided of an adult as of a child; on the form of a call, which of them is referred today.
alter table triage add adult_safeguarding text not null default 'not_asked' check (adult_safeguarding in
  ('not_asked', 'nobody', 'not_known', 'refer_today', 'referred', 'not_referred'));
alter table triage add adult_safeguarding_why text not null default '';
alter table disclosure add safeguarding_today text[] not null default '{}';
