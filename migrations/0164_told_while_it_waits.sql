-- As it was (0156), but not of what somebody looked at, or sent, before the job that tells came: a promise would have
-- begun that nothing keeps.
create or replace function lintel.since_untold() returns table (id uuid, case_id uuid, share_id uuid, kind text,
  lead_id uuid, concerns uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.case_id, s.share_id, s.kind, c.lead_id,
    array(select t.sent_by from share_sent t where t.organisation_id = s.organisation_id and t.share_id = s.share_id
      and (s.kind = 'held' or s.entry_id = any (t.entries))
      union select h.decided_by)
  from share_since s
  join share h on h.organisation_id = s.organisation_id and h.id = s.share_id
  join case_file c on c.organisation_id = s.organisation_id and c.id = s.case_id
  where s.organisation_id = lintel.organisation() and 'system' = any (lintel.roles()) and s.told_at is null
    and s.answer is null
  order by s.since, s.id limit 100 $$;
drop index share_since_untold;
create index share_since_untold on share_since (organisation_id, since) where told_at is null and answer is null;
