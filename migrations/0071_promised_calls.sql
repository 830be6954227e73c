-- A promise that is due at a moment: before the one, what is done keeps nothing, and what was done in time counts as
-- known in time where it is written down by the other. Null: there is no such bound but when it began and is due.
alter table obligation add kept_from timestamptz, add written_by timestamptz;

-- "I will ring you at four": to whom, for when, and what came of it (V4.1a, L2.1a, L2.2). It belongs to what was told
-- until that is a case. A call to the person in a case is kept by a contact or an attempt that is on record.
create table promised_call (
  organisation_id uuid not null references organisation,
  id uuid not null,
  disclosure_id uuid,
  case_id uuid,
  -- whoever told us, where that was somebody else, is never rung as if they were the person
  to_whom text not null check (to_whom in ('person', 'teller')),
  at timestamptz not null,
  -- a call before this is another call
  counts_from timestamptz not null check (counts_from <= at),
  promised_at timestamptz not null,
  promised_by uuid,
  recorded_at timestamptz not null,
  -- where it stands in the diary
  planned_id uuid,
  ended_how text check (ended_how in ('rung', 'moved', 'let_go')),
  -- when it was rung, or when they said so
  ended_at timestamptz,
  ended_recorded_at timestamptz,
  ended_by uuid,
  came_of text not null default '' check (came_of in ('', 'spoke', 'nobody', 'line')),
  words text not null default '',
  contact_id uuid,
  moved_to uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, promised_by) references staff,
  foreign key (organisation_id, planned_id) references planned_contact,
  foreign key (organisation_id, ended_by) references staff,
  foreign key (organisation_id, contact_id) references contact,
  foreign key (organisation_id, moved_to) references promised_call,
  check (num_nonnulls(disclosure_id, case_id) > 0),
  check (num_nulls(ended_how, ended_at, ended_recorded_at) in (0, 3)),
  check ((ended_how = 'moved') = (moved_to is not null))
);
create index promised_call_case on promised_call (organisation_id, case_id) where case_id is not null;
create index promised_call_disclosure on promised_call (organisation_id, disclosure_id)
  where disclosure_id is not null;
create index promised_call_open on promised_call (organisation_id, at) where ended_how is null;
create index promised_call_promiser on promised_call (organisation_id, promised_by) where promised_by is not null;
create index promised_call_ender on promised_call (organisation_id, ended_by) where ended_by is not null;
create index promised_call_planned on promised_call (organisation_id, planned_id) where planned_id is not null;
create index promised_call_contact on promised_call (organisation_id, contact_id) where contact_id is not null;
create index promised_call_moved on promised_call (organisation_id, moved_to) where moved_to is not null;
call lintel.protect('promised_call', $policy$'system' = any ((select lintel.roles())::text[]) or case
  when case_id is not null then case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id)
  else exists (select from disclosure d where d.organisation_id = promised_call.organisation_id
    and d.id = promised_call.disclosure_id) end$policy$);
-- Whoever writes down what they are told may not be able to read it afterwards; what they promised is owed all the same.
create policy promised on promised_call for insert to lintel_app
  with check (organisation_id = lintel.organisation());
create policy own_name on promised_call as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and promised_by is not distinct from lintel.staff());
grant select, insert, update (case_id, planned_id, ended_how, ended_at, ended_recorded_at, ended_by, came_of, words,
  contact_id, moved_to) on promised_call to lintel_app;

-- What was promised before there was a clock for it stands as promised, without one: nobody was told that it ran.
insert into promised_call (organisation_id, id, disclosure_id, case_id, to_whom, at, counts_from, promised_at,
    promised_by, recorded_at)
  select organisation_id, gen_random_uuid(), id, case_id, case told_by when 'person' then 'person' else 'teller' end,
    ring_at, least(ring_at, greatest(received_at, ring_at - interval '15 minutes')), received_at, recorded_by,
    recorded_at
  from disclosure where ring_at is not null and triaged_at is null;
