-- Whatever left and was put right since is told, not entries of the chronology alone (0156): an assessment, an entry
-- that told of something that was corrected where it is kept, a line of a plan, whose name it gave, and a number.
alter table share_sent
  add assessments uuid[] not null default '{}',
  add plan_version_id uuid,
  -- Whose name and date of birth went with it; null: nobody's.
  add person_id uuid,
  add foreign key (organisation_id, plan_version_id) references plan_version,
  add foreign key (organisation_id, person_id) references person;
create index share_sent_plan on share_sent (organisation_id, plan_version_id) where plan_version_id is not null;
create index share_sent_person on share_sent (organisation_id, person_id) where person_id is not null;
update share_sent t set assessments = h.assessments, plan_version_id = h.plan_version_id
  from share h where h.organisation_id = t.organisation_id and h.id = t.share_id
    and t.subject_id is null and t.way <> 'evidence';
update share_sent t set assessments = array[k.assessment_id]
  from assessment_copy k where k.organisation_id = t.organisation_id and k.id = t.subject_id;
update share_sent t set person_id = c.person_id
  from share h join case_file c on c.organisation_id = h.organisation_id and c.id = h.case_id
  where h.organisation_id = t.organisation_id and h.id = t.share_id and t.subject_id is null and 'who' = any (h.kinds);

-- told: an entry that left told of something that was corrected where it is kept, in a sheet or an address.
-- number: a number, or a mailbox, that stands in what left is no way to reach them any more.
alter table share_since
  add what text not null default '' check (what in ('', 'entry', 'assessment', 'told', 'plan', 'person', 'number')),
  -- What left, and what stands in its place; both as the place that keeps them has them.
  add subject_id uuid,
  add corrected_by uuid,
  -- Null: nobody has been told yet, and the register keeps no time of its own.
  alter since drop not null;
grant update (since) on share_since to lintel_app;
do $$
declare named text;
begin
  select conname into strict named from pg_constraint where conrelid = 'share_since'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%correction_id IS NOT NULL%';
  execute format('alter table share_since drop constraint %I', named);
end $$;
update share_since set what = 'entry' where kind = 'corrected';
alter table share_since
  add check ((kind = 'corrected') = (what <> '')),
  add check ((what = 'entry') = (correction_id is not null)),
  add check ((what in ('assessment', 'told', 'plan'))
    = (what <> 'person' and subject_id is not null and corrected_by is not null)),
  add check (what <> 'person' or subject_id is not null);

-- What each of them corrects, and what that corrected: whoever has any of them has it uncorrected.
create function lintel.entries_before(in_organisation uuid, in_entries uuid[]) returns setof uuid language sql stable
set search_path = public, pg_temp as $$
  with recursive before as (
    select unnest(in_entries) as id
    union select e.corrects_id from before b
    join case_entry e on e.organisation_id = in_organisation and e.id = b.id where e.corrects_id is not null)
  select id from before $$;
create function lintel.assessments_before(in_organisation uuid, in_assessments uuid[]) returns setof uuid
language sql stable set search_path = public, pg_temp as $$
  with recursive before as (
    select unnest(in_assessments) as id
    union select a.corrects_id from before b
    join risk_assessment a on a.organisation_id = in_organisation and a.id = b.id where a.corrects_id is not null)
  select id from before $$;
revoke all on function lintel.entries_before, lintel.assessments_before from public;
grant execute on function lintel.entries_before, lintel.assessments_before to lintel_app;

create or replace function lintel.what_left_corrected() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, entry_id, correction_id, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'entry', had.id, new.id, new.recorded_at
  from share h
  cross join lateral (select b as id from lintel.entries_before(new.organisation_id, array[new.corrects_id]) b
    where exists (select from share_sent t where t.organisation_id = h.organisation_id and t.share_id = h.id
      and b = any (t.entries)) limit 1) had
  where h.organisation_id = new.organisation_id and h.case_id = new.case_id;
  return null;
end $$;

-- Entries that left and told of `in_before`, of which `in_now` stands in the place by now.
create function lintel.told_corrected(in_organisation uuid, in_case uuid, in_before uuid[], in_now uuid,
  in_since timestamptz) returns void language sql set search_path = public, pg_temp as $$
  insert into share_since (organisation_id, case_id, share_id, kind, what, entry_id, subject_id, corrected_by, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'told', had.id, had.subject_id, in_now, in_since
  from share h
  cross join lateral (select e.id, e.subject_id from share_sent t
    join case_entry e on e.organisation_id = t.organisation_id and e.id = any (t.entries)
    where t.organisation_id = h.organisation_id and t.share_id = h.id and e.subject_id = any (in_before)
    order by e.recorded_at desc limit 1) had
  where h.organisation_id = in_organisation and h.case_id = in_case
    and not exists (select from share_since s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and s.corrected_by = in_now) $$;
revoke all on function lintel.told_corrected from public;
grant execute on function lintel.told_corrected to lintel_app;

create function lintel.assessment_corrected() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare before uuid[] := array(select lintel.assessments_before(new.organisation_id, array[new.corrects_id]));
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, subject_id, corrected_by, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'assessment', had.id, new.id, new.ended_at
  from share h
  cross join lateral (select b as id from unnest(before) b
    where exists (select from share_sent t where t.organisation_id = h.organisation_id and t.share_id = h.id
        and b = any (t.assessments))
      -- Printed by a decision of somebody's: it is kept as it left when the sheet is first opened.
      or exists (select from assessment_copy k where k.organisation_id = h.organisation_id and k.share_id = h.id
        and k.assessment_id = b) limit 1) had
  where h.organisation_id = new.organisation_id and h.case_id = new.case_id;
  perform lintel.told_corrected(new.organisation_id, new.case_id, before, new.id, new.ended_at);
  return null;
end $$;
create trigger what_left_corrected after update of ending on risk_assessment for each row
  when (new.corrects_id is not null and new.ending = 'finished' and old.ending is null)
  execute function lintel.assessment_corrected();

create function lintel.received_corrected() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array(
    with recursive before as (
      select new.corrects_id as id
      union select r.corrects_id from before b
      join risk_received r on r.organisation_id = new.organisation_id and r.id = b.id where r.corrects_id is not null)
    select id from before), new.id, new.recorded_at);
  return null;
end $$;
create trigger what_left_corrected after insert on risk_received for each row when (new.corrects_id is not null)
  execute function lintel.received_corrected();

create function lintel.home_corrected() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array[new.corrects_id], new.id, new.recorded_at);
  return null;
end $$;
create trigger what_left_corrected after insert on case_home for each row when (new.corrects_id is not null)
  execute function lintel.home_corrected();

-- A line that an agency has, and that they agree otherwise by now, or not at all. What was done is no correction, and
-- what came to it they were not told.
create function lintel.plan_lines_changed(in_before jsonb, in_now jsonb) returns boolean language sql immutable
set search_path = public, pg_temp as $$
  select exists (select from jsonb_array_elements(in_before -> 'actions') a
    left join jsonb_array_elements(in_now -> 'actions') n on n ->> 'id' = a ->> 'id'
    where a ->> 'state' = 'open' and (n is null or n ->> 'state' = 'dropped' or (n ->> 'state' = 'open'
      and array[a ->> 'what', a ->> 'by', a ->> 'owner', a ->> 'dueOn']
        <> array[n ->> 'what', n ->> 'by', n ->> 'owner', n ->> 'dueOn']))) $$;
revoke all on function lintel.plan_lines_changed from public;
grant execute on function lintel.plan_lines_changed to lintel_app;

create function lintel.plan_changed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, subject_id, corrected_by, since)
  select newest.organisation_id, newest.case_id, newest.share_id, 'corrected', 'plan', newest.version_id, new.id,
    new.recorded_at
  from (select distinct on (h.recipient_id) t.organisation_id, t.case_id, t.share_id, v.id as version_id, v.content
    from share_sent t
    join share h on h.organisation_id = t.organisation_id and h.id = t.share_id
    join plan_version v on v.organisation_id = t.organisation_id and v.id = t.plan_version_id
    where t.organisation_id = new.organisation_id and t.case_id = new.case_id and v.number < new.number
    order by h.recipient_id, v.number desc, t.sent_at desc) newest
  where lintel.plan_lines_changed(newest.content, new.content)
    and not exists (select from share_since s where s.organisation_id = newest.organisation_id
      and s.share_id = newest.share_id and s.what = 'plan' and s.answer is null);
  return null;
end $$;
create trigger what_left_changed after insert on plan_version for each row when (new.standing = 'agreed')
  execute function lintel.plan_changed();

-- Whether what left by a decision holds one of these numbers or mailboxes: its words, its plan, or an entry.
create function lintel.number_left(in_share share, in_values text[]) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select exists (select from share_sent t cross join lateral (
      select in_share.words as text where t.subject_id is null and t.way <> 'evidence'
      union all select concat_ws(E'\n', e.words, e.observed, e.decision) from case_entry e
        where e.organisation_id = t.organisation_id and e.id = any (t.entries)
      union all select line from lintel.plan_said(t.organisation_id, t.plan_version_id) line) said,
      unnest(in_values) value
    where t.organisation_id = in_share.organisation_id and t.share_id = in_share.id and (
      array(select lintel.numbers_in(value)) && array(select lintel.numbers_in(said.text))
      or array(select lintel.emails_in(value)) && array(select lintel.emails_in(said.text)))) $$;
revoke all on function lintel.number_left from public;
grant execute on function lintel.number_left to lintel_app, lintel_definer;

create function lintel.number_changed(in_organisation uuid, in_cases uuid[], in_values text[], in_since timestamptz)
returns void language sql set search_path = public, pg_temp as $$
  insert into share_since (organisation_id, case_id, share_id, kind, what, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'number', in_since from share h
  where h.organisation_id = in_organisation and h.case_id = any (in_cases) and in_values <> '{}'
    and lintel.number_left(h, in_values)
    and not exists (select from share_since s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and s.what = 'number' and s.answer is null) $$;
revoke all on function lintel.number_changed from public;
grant execute on function lintel.number_changed to lintel_app, lintel_definer;

create function lintel.way_changed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.number_changed(new.organisation_id, array[new.case_id], array(
    select w.value from agreed_way w where w.organisation_id = new.organisation_id and w.case_id = new.case_id
      and w.way_id = new.way_id and w.number = new.number - 1 and w.value <> ''
      and (new.ended_because <> '' or w.value <> new.value)), new.recorded_at);
  return null;
end $$;
create trigger what_left_changed after insert on agreed_way for each row when (new.number > 1)
  execute function lintel.way_changed();

create function lintel.agreement_changed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.number_changed(new.organisation_id, array[new.case_id], array(
    select was from safe_contact w, unnest(array[w.value, w.contact_person_value]) was
    where w.organisation_id = new.organisation_id and w.case_id = new.case_id and w.number = new.number - 1
      and was <> '' and was not in (new.value, new.contact_person_value)), new.recorded_at);
  return null;
end $$;
create trigger what_left_changed after insert on safe_contact for each row when (new.number > 1)
  execute function lintel.agreement_changed();

-- The register is corrected by whoever may search it, or by an import, whom no wall lets into the cases of that person.
-- Of a closed case nobody is owed anything.
create policy definer_adds on share_since for insert to lintel_definer
  with check (organisation_id = lintel.organisation());
grant insert on share_since to lintel_definer;
create function lintel.person_corrected() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if lower(new.given_name || ' ' || new.family_name) <> lower(old.given_name || ' ' || old.family_name)
    or new.date_of_birth is distinct from old.date_of_birth then
    insert into share_since (organisation_id, case_id, share_id, kind, what, subject_id, since)
    select distinct t.organisation_id, t.case_id, t.share_id, 'corrected', 'person', new.id, null::timestamptz
    from share_sent t
    join case_file c on c.organisation_id = t.organisation_id and c.id = t.case_id
    where t.organisation_id = new.organisation_id and t.person_id = new.id and c.closed_at is null
      and not exists (select from share_since s where s.organisation_id = t.organisation_id
        and s.share_id = t.share_id and s.what = 'person' and s.answer is null);
  end if;
  perform lintel.number_changed(new.organisation_id,
    array(select c.id from case_file c where c.organisation_id = new.organisation_id and c.person_id = new.id
      and c.closed_at is null),
    array(select was from unnest(old.phones || old.emails) was where not was = any (new.phones || new.emails)),
    null);
  return null;
end $$;
alter function lintel.person_corrected owner to lintel_definer;
create trigger what_left_corrected after update of given_name, family_name, date_of_birth, phones, emails on person
  for each row when ((new.given_name, new.family_name, new.date_of_birth, new.phones, new.emails)
    is distinct from (old.given_name, old.family_name, old.date_of_birth, old.phones, old.emails))
  execute function lintel.person_corrected();

-- The case is about somebody else than the one whose name left.
create function lintel.person_replaced() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, subject_id, corrected_by, since)
  select distinct t.organisation_id, t.case_id, t.share_id, 'corrected', 'person', old.person_id, new.person_id,
    null::timestamptz
  from share_sent t where t.organisation_id = new.organisation_id and t.case_id = new.id
    and t.person_id = old.person_id;
  return null;
end $$;
create trigger what_left_corrected after update of person_id on case_file for each row
  when (old.person_id is not null and new.person_id is distinct from old.person_id)
  execute function lintel.person_replaced();
revoke all on function lintel.assessment_corrected, lintel.received_corrected, lintel.home_corrected,
  lintel.plan_changed, lintel.way_changed, lintel.agreement_changed, lintel.person_corrected, lintel.person_replaced
  from public;

-- What leaves now takes along what puts it right, to the same agency and role: they are owed it no more.
create function lintel.puts_right(in_since share_since, in_sent uuid) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select exists (select from share_sent t
    join share g on g.organisation_id = t.organisation_id and g.id = t.share_id
    join share h on h.organisation_id = g.organisation_id and h.recipient_id = g.recipient_id
      and h.id = in_since.share_id
    where t.organisation_id = in_since.organisation_id and t.id = in_sent and case in_since.what
      when 'entry' then in_since.correction_id in (select lintel.entries_before(t.organisation_id, t.entries))
      when 'assessment' then in_since.corrected_by in (select lintel.assessments_before(t.organisation_id,
        t.assessments))
      when 'told' then exists (select from case_entry e where e.organisation_id = t.organisation_id
        and e.id = any (t.entries) and e.subject_id = in_since.corrected_by)
      when 'plan' then (select v.number from plan_version v where v.organisation_id = t.organisation_id
          and v.id = t.plan_version_id)
        >= (select v.number from plan_version v where v.organisation_id = t.organisation_id
          and v.id = in_since.corrected_by)
      when 'person' then t.person_id = coalesce(in_since.corrected_by, in_since.subject_id)
      -- No more is known than that somebody wrote, since, of how they are reached.
      when 'number' then g.decided_at >= in_since.since and g.words <> '' and 'contact' = any (g.kinds)
      else false end) $$;
revoke all on function lintel.puts_right from public;
grant execute on function lintel.puts_right to lintel_app;

-- As it was (0164), and of whatever left: whoever sent any of it.
create or replace function lintel.since_untold() returns table (id uuid, case_id uuid, share_id uuid, kind text,
  lead_id uuid, concerns uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.case_id, s.share_id, s.kind, c.lead_id,
    array(select t.sent_by from share_sent t where t.organisation_id = s.organisation_id and t.share_id = s.share_id
      and (s.entry_id is null or s.kind = 'held' or s.entry_id = any (t.entries))
      union select h.decided_by)
  from share_since s
  join share h on h.organisation_id = s.organisation_id and h.id = s.share_id
  join case_file c on c.organisation_id = s.organisation_id and c.id = s.case_id
  where s.organisation_id = lintel.organisation() and 'system' = any (lintel.roles()) and s.told_at is null
    and s.answer is null
  order by s.since, s.id limit 100 $$;
