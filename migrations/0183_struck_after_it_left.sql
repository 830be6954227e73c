-- What an entry tells of was struck out where it is kept (a step of an offer or of a referral, advice about housing, the
-- home as it was looked at, what is owed or gained): whoever has the entry is told of it as of what was corrected (0173).
create function lintel.row_struck() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array[new.id], new.id, new.struck_at);
  return null;
end $$;
create trigger what_left_struck after update of struck_at on housing_advice for each row
  when (old.struck_at is null and new.struck_at is not null) execute function lintel.row_struck();
create trigger what_left_struck after update of struck_at on home_assessment for each row
  when (old.struck_at is null and new.struck_at is not null) execute function lintel.row_struck();
create trigger what_left_struck after update of struck_at on money_gain for each row
  when (old.struck_at is null and new.struck_at is not null) execute function lintel.row_struck();

-- What became of it since tells of it too.
create function lintel.matter_struck() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array_prepend(new.id, array(select m.id from money_step m
    where m.organisation_id = new.organisation_id and m.matter_id = new.id)), new.id, new.struck_at);
  return null;
end $$;
create trigger what_left_struck after update of struck_at on money_matter for each row
  when (old.struck_at is null and new.struck_at is not null) execute function lintel.matter_struck();

create function lintel.offer_step_struck() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.told_corrected(new.organisation_id, new.case_id, array[new.strikes_id], new.id, new.recorded_at);
  return null;
end $$;
create trigger what_left_struck after insert on support_step for each row when (new.strikes_id is not null)
  execute function lintel.offer_step_struck();

-- The entries of a referral are about the referral: the one that was written with the step tells of it.
create function lintel.referral_step_struck() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, what, entry_id, subject_id, corrected_by, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', 'told', e.id, new.referral_id, new.id, new.recorded_at
  from safeguarding_step s
  join case_entry e on e.organisation_id = s.organisation_id and e.subject_id = s.referral_id
    and e.recorded_at = s.recorded_at
  join share h on h.organisation_id = e.organisation_id and h.case_id = e.case_id
  where s.organisation_id = new.organisation_id and s.id = new.strikes_id and exists (select from share_sent t
    where t.organisation_id = h.organisation_id and t.share_id = h.id and e.id = any (t.entries));
  return null;
end $$;
create trigger what_left_struck after insert on safeguarding_step for each row when (new.strikes_id is not null)
  execute function lintel.referral_step_struck();
