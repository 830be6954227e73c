-- An agency's domain that is taken away takes its links with it: whoever has that mailbox now is not whom we sent to. A
-- link is ended at once, and for good, also where the same domain is written down again later. Why it was is on record.
alter table partner_domain add ended_why text not null default '';
grant update (ended_why) on partner_domain to lintel_app;

-- When it was told to whom it concerns that a link is locked, or ended with its domain; null: not yet, or it is neither.
alter table share_link add told_at timestamptz;
grant select (told_at), update (told_at) on share_link to lintel_app;
create index share_link_untold on share_link (organisation_id, expires_at) where told_at is null;

-- Links that nobody was told of, for the job that tells: locked by five wrong codes, or ended with their domain.
create function lintel.links_that_shut() returns table (id uuid, case_id uuid, share_id uuid, sent_by uuid, lead_id uuid,
  locked boolean, ended_at timestamptz, ended_by uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.case_id, l.share_id, t.sent_by, c.lead_id, d.id is null, d.ended_at, d.ended_by
  from share_link l
  join share_sent t on t.organisation_id = l.organisation_id and t.id = l.sent_id
  join share h on h.organisation_id = l.organisation_id and h.id = l.share_id
  join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  join case_file c on c.organisation_id = l.organisation_id and c.id = l.case_id
  left join lateral lintel.domain_ended(l, r.agency) d on d.ended_at < l.expires_at
  where l.organisation_id = lintel.organisation() and 'system' = any (lintel.roles())
    and l.told_at is null and l.revoked_at is null and (l.wrong >= 5 or d.id is not null)
  order by l.id limit 100 $$;
alter function lintel.links_that_shut owner to lintel_definer;
revoke all on function lintel.links_that_shut from public;
grant execute on function lintel.links_that_shut to lintel_app;

-- Told of until another link was sent in its place, or nothing more is shared by that decision.
call lintel.notice_waits_while('{share_link_locked,share_link_ended}', $$in_about is null or exists (
  select from share_link l join share h on h.organisation_id = l.organisation_id and h.id = l.share_id
  where l.organisation_id = in_organisation and l.id = in_about and h.dropped_at is null
    and not exists (select from share_link n where n.organisation_id = l.organisation_id
      and n.share_id = l.share_id and n.expires_at > l.expires_at and n.told_at is null))$$);
