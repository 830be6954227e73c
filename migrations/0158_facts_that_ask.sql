-- A fact that asks whether somebody is referred for safeguarding (V3.6, L2.5) is noted as it is entered, by whatever way
-- it comes: a call, a case, an assessment, an entry, an import. What is changed or taken back afterwards takes nothing
-- away here. Which decision it asks for is weighed by safeguarding/asked-by.ts.
create table safeguarding_fact (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  disclosure_id uuid,
  case_id uuid,
  -- a code of safeguarding/asked-by.ts, and the row that tells of it
  fact text not null,
  source_id uuid not null,
  -- the question of an assessment
  detail text not null default '',
  -- when somebody here first knew; null: when it is weighed
  known_at timestamptz,
  entered_by uuid,
  weighed_at timestamptz,
  -- what it asked for; null: nothing, or it is not weighed yet
  kind text check (kind in ('child', 'adult')),
  reason text not null default '',
  referral_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, entered_by) references staff,
  foreign key (organisation_id, referral_id) references safeguarding_referral,
  check (num_nonnulls(disclosure_id, case_id) > 0),
  check ((kind is null) = (referral_id is null))
);
create unique index safeguarding_fact_once on safeguarding_fact (organisation_id, fact, source_id, detail,
  coalesce(disclosure_id, case_id));
create index safeguarding_fact_unweighed on safeguarding_fact (organisation_id, id) where weighed_at is null;
create index safeguarding_fact_case on safeguarding_fact (organisation_id, case_id) where case_id is not null;
create index safeguarding_fact_disclosure on safeguarding_fact (organisation_id, disclosure_id)
  where disclosure_id is not null;
create index safeguarding_fact_referral on safeguarding_fact (organisation_id, referral_id) where referral_id is not null;
create index safeguarding_fact_enterer on safeguarding_fact (organisation_id, entered_by) where entered_by is not null;
call lintel.protect('safeguarding_fact', $policy$'system' = any ((select lintel.roles())::text[]) or case
  when case_id is not null then case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id)
  else lintel.sees_disclosure(organisation_id, disclosure_id) end$policy$);
-- Whoever enters it may not be able to read it afterwards; nobody takes it back.
create policy definer on safeguarding_fact to lintel_definer using (true) with check (true);
grant select, insert, update (weighed_at) on safeguarding_fact to lintel_definer;
grant select, update (case_id, known_at, weighed_at, kind, reason, referral_id) on safeguarding_fact to lintel_app;

create function lintel.note_fact(in_organisation uuid, in_disclosure uuid, in_case uuid, in_fact text, in_source uuid,
  in_detail text, in_known timestamptz, in_by uuid) returns void language sql security definer
  set search_path = public, pg_temp as $$
  insert into safeguarding_fact (organisation_id, disclosure_id, case_id, fact, source_id, detail, known_at, entered_by)
    values (in_organisation, in_disclosure, in_case, in_fact, in_source, in_detail, in_known, in_by)
    on conflict do nothing $$;
alter function lintel.note_fact owner to lintel_definer;
revoke all on function lintel.note_fact from public;

create function lintel.disclosure_asks() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if new.children = 'yes' then
    perform lintel.note_fact(new.organisation_id, new.id, null, 'children', new.id, '', new.received_at, new.recorded_by);
  end if;
  if new.pregnant = 'yes' then
    perform lintel.note_fact(new.organisation_id, new.id, null, 'pregnant', new.id, '', new.received_at, new.recorded_by);
  end if;
  if 'under_16' in (new.person_age, new.alleged_age) then
    perform lintel.note_fact(new.organisation_id, new.id, null, 'under_16', new.id, '', new.received_at, new.recorded_by);
  end if;
  if 'aged_16_17' in (new.person_age, new.alleged_age) then
    perform lintel.note_fact(new.organisation_id, new.id, null, 'aged_16_17', new.id, '', new.received_at,
      new.recorded_by);
  end if;
  return null;
end $$;
alter function lintel.disclosure_asks owner to lintel_definer;
revoke all on function lintel.disclosure_asks from public;
create trigger asks after insert or update of children, pregnant, person_age, alleged_age on disclosure
  for each row execute function lintel.disclosure_asks();

-- Of the home it is the register that says whether a child lives there, whatever anybody answered.
create function lintel.case_asks() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if new.children = 'yes' then
    perform lintel.note_fact(new.organisation_id, null, new.id, 'children', new.id, '', null, lintel.staff());
  end if;
  if new.adults_at_risk = 'yes' then
    perform lintel.note_fact(new.organisation_id, null, new.id, 'adult', new.id, '', null, lintel.staff());
  end if;
  if new.property_id is not null and new.closed_at is null then
    perform lintel.note_fact(r.organisation_id, null, new.id, 'resident', r.person_id, '', null, lintel.staff())
      from resident r join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
      where r.organisation_id = new.organisation_id and r.property_id = new.property_id and r.to_date is null
        and p.date_of_birth is not null;
  end if;
  return null;
end $$;
alter function lintel.case_asks owner to lintel_definer;
revoke all on function lintel.case_asks from public;
create trigger asks after insert or update of children, adults_at_risk, property_id on case_file
  for each row execute function lintel.case_asks();

create function lintel.case_person_asks() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.note_fact(new.organisation_id, null, new.case_id, 'person', new.id, '',
    case when tg_op = 'INSERT' then new.added_at end, lintel.staff());
  return null;
end $$;
alter function lintel.case_person_asks owner to lintel_definer;
revoke all on function lintel.case_person_asks from public;
create trigger asks after insert on case_person for each row execute function lintel.case_person_asks();

-- Of whom the register learns later how old they are is weighed again, in each case in which they are.
create function lintel.weigh_person_again() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'case_person' then
    update safeguarding_fact set weighed_at = null where organisation_id = new.organisation_id and fact = 'person'
      and source_id = new.id and referral_id is null;
  else
    update safeguarding_fact f set weighed_at = null from case_person c
      where f.organisation_id = new.organisation_id and f.fact = 'person' and f.source_id = c.id
        and f.referral_id is null and c.organisation_id = f.organisation_id and c.person_id = new.id;
    update safeguarding_fact set weighed_at = null where organisation_id = new.organisation_id and fact = 'resident'
      and source_id = new.id and referral_id is null;
    perform lintel.note_fact(r.organisation_id, null, c.id, 'resident', r.person_id, '', null, null)
      from resident r join case_file c on c.organisation_id = r.organisation_id and c.property_id = r.property_id
      where r.organisation_id = new.organisation_id and r.person_id = new.id and r.to_date is null
        and c.closed_at is null;
  end if;
  return null;
end $$;
alter function lintel.weigh_person_again owner to lintel_definer;
revoke all on function lintel.weigh_person_again from public;
create trigger asks_again after update of part, age, born_on, person_id on case_person for each row
  when (new.part is distinct from old.part or new.age is distinct from old.age or new.born_on is distinct from old.born_on
    or new.person_id is distinct from old.person_id) execute function lintel.weigh_person_again();
create trigger asks_again after update of date_of_birth on person for each row
  when (new.date_of_birth is not null and new.date_of_birth is distinct from old.date_of_birth)
  execute function lintel.weigh_person_again();

create function lintel.residents_ask() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.note_fact(c.organisation_id, null, c.id, 'resident', r.person_id, '', null, null)
    from new_rows r
    join person p on p.organisation_id = r.organisation_id and p.id = r.person_id and p.date_of_birth is not null
    join case_file c on c.organisation_id = r.organisation_id and c.property_id = r.property_id
      and c.closed_at is null
    where r.to_date is null;
  return null;
end $$;
alter function lintel.residents_ask owner to lintel_definer;
revoke all on function lintel.residents_ask from public;
create trigger asks after insert on resident referencing new table as new_rows
  for each statement execute function lintel.residents_ask();
create trigger asks_anew after update on resident referencing new table as new_rows
  for each statement execute function lintel.residents_ask();

create function lintel.needs_ask() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.note_fact(new.organisation_id, null, new.case_id, 'needs', new.id, '', new.recorded_at,
    new.recorded_by);
  return null;
end $$;
alter function lintel.needs_ask owner to lintel_definer;
revoke all on function lintel.needs_ask from public;
create trigger asks after insert on person_needs for each row when (new.health <> '' or new.adjustments <> '')
  execute function lintel.needs_ask();

-- Of every Dash (assessments/themes.ts): contact with children, pregnancy or a baby, harm to children and others. Also
-- while it is still being asked.
create function lintel.answer_asks() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.note_fact(new.organisation_id, null, new.case_id, 'answer', new.assessment_id, new.item, new.saved_at,
    new.saved_by);
  return null;
end $$;
alter function lintel.answer_asks owner to lintel_definer;
revoke all on function lintel.answer_asks from public;
create trigger asks after insert on risk_answer for each row
  when (new.answer = 'yes' and new.item in ('7', '9', '18')) execute function lintel.answer_asks();

create function lintel.entry_asks() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform lintel.note_fact(new.organisation_id, null, new.case_id,
    case when new.source = 'child' then 'child_told' else 'child_there' end, new.id, '', new.known_at, new.recorded_by);
  return null;
end $$;
alter function lintel.entry_asks owner to lintel_definer;
revoke all on function lintel.entry_asks from public;
create trigger asks after insert on case_entry for each row
  when (new.source = 'child' or new.children_seen = 'yes' or new.children_heard = 'yes')
  execute function lintel.entry_asks();

-- Nobody has said yet what is done: it was a fact that asked.
alter table safeguarding_referral drop constraint safeguarding_referral_said_check,
  drop constraint safeguarding_referral_begun_from_check,
  add constraint safeguarding_referral_said_check
    check (said in ('prompted', 'refer_today', 'referred', 'not_referred')),
  add constraint safeguarding_referral_begun_from_check
    check (begun_from in ('disclosure', 'triage', 'children', 'case', 'fact'));

grant update (said, about, why) on safeguarding_referral to lintel_app;
-- What somebody decided about it: with the reason, what the person says of it or on what ground without it, and whether
-- they know. Nothing in it is ever changed; the last one counts.
create table safeguarding_decision (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  decision text not null check (decision in ('refer', 'not_refer')),
  why text not null check (why <> ''),
  consent text not null check (consent in ('agrees', 'disagrees', 'not_asked', 'not_safe_to_ask')),
  consent_words text not null default '',
  -- of rules/lawful-basis.ts; '': on their agreement
  basis text not null default '',
  condition text not null default '',
  told text not null check (told in ('told', 'will_be', 'not_told')),
  told_why text not null default '',
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, referral_id) references safeguarding_referral,
  foreign key (organisation_id, decided_by) references staff,
  check (consent = 'agrees' or consent_words <> ''),
  check (told = 'told' or told_why <> '')
);
create index safeguarding_decision_of on safeguarding_decision (organisation_id, referral_id, decided_at);
create index safeguarding_decision_decider on safeguarding_decision (organisation_id, decided_by);
call lintel.protect('safeguarding_decision', 'lintel.sees_safeguarding_referral(organisation_id, referral_id)');
create policy own_name on safeguarding_decision as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and decided_by is not distinct from lintel.staff());
grant select, insert on safeguarding_decision to lintel_app;

-- That they have it is a step of its own, with how we know; and what was written down in error is struck through.
alter table safeguarding_step drop constraint safeguarding_step_step_check,
  add constraint safeguarding_step_step_check
    check (step in ('made', 'chased', 'acknowledged', 'answered', 'struck')),
  add known_by text not null default '' check (known_by in ('', 'they_wrote', 'they_rang', 'their_system', 'we_rang')),
  add strikes_id uuid,
  add foreign key (organisation_id, strikes_id) references safeguarding_step,
  add check ((step = 'struck') = (strikes_id is not null));
create unique index safeguarding_step_struck_once on safeguarding_step (organisation_id, strikes_id)
  where strikes_id is not null;
-- After one that was struck it is made again: the step that it follows, or none.
alter table safeguarding_step add follows_id uuid,
  add foreign key (organisation_id, follows_id) references safeguarding_step,
  add check (follows_id is null or step = 'made');
drop index safeguarding_made_once;
create unique index safeguarding_made_once on safeguarding_step (organisation_id, referral_id, follows_id)
  nulls not distinct where step = 'made';
create index safeguarding_step_follows on safeguarding_step (organisation_id, follows_id) where follows_id is not null;
