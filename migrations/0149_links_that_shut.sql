-- An agency's domain that is taken away takes its links with it: whoever has that mailbox now is not whom we sent to. A
-- link is ended at once, and for good, also where the same domain is written down again later. Why it was is on record.
alter table partner_domain add ended_why text not null default '';
grant update (ended_why) on partner_domain to lintel_app;
create policy definer on partner_domain for select to lintel_definer using (true);
grant select on partner_domain to lintel_definer;

create function lintel.domain_ended(in_link share_link, in_agency text) returns setof partner_domain
language sql stable set search_path = public, pg_temp as $$
  select d.* from partner_domain d
  where d.organisation_id = in_link.organisation_id and d.domain = split_part(in_link.address, '@', 2)
    and regexp_replace(lower(btrim(d.agency)), '\s+', ' ', 'g') = regexp_replace(lower(btrim(in_agency)), '\s+', ' ', 'g')
    and d.ended_at >= (select t.sent_at from share_sent t where t.organisation_id = in_link.organisation_id
      and t.id = in_link.sent_id)
  order by d.ended_at limit 1 $$;
alter function lintel.domain_ended owner to lintel_definer;
revoke all on function lintel.domain_ended from public;

-- As it was (0144), and: the domain to which it went is the agency's yet.
create or replace function lintel.share_stands(in_link share_link) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select h.dropped_at is null and r.ended_at is null and c.closed_at is null
    and not (h.decided_by = any (c.blocked_staff))
    and not exists (select from lintel.domain_ended(in_link, r.agency))
    and not exists (select from share_sent t where t.organisation_id = h.organisation_id and t.id = in_link.sent_id
      and t.sent_by = any (c.blocked_staff))
    and not exists (select from share_second s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and (s.decision in ('declined', 'withdrawn') or s.decided_by = any (c.blocked_staff)))
    -- On no agreement of theirs: by two, or by one for as long as somebody is in danger.
    and (in_link.consents <> '{}' or (c.immediate_danger and h.purpose = 'safety')
      or exists (select from share_second s where s.organisation_id = h.organisation_id and s.share_id = h.id
        and s.decision = 'approved' and s.decided_by <> h.decided_by))
    and not exists (select from consent_change x where x.organisation_id = h.organisation_id
      and x.consent_id = any (in_link.consents))
    and (in_link.consents = '{}' or not exists (select from unnest(h.kinds) kind where not exists (
      select from consent o where o.organisation_id = h.organisation_id and o.id = any (in_link.consents)
        and kind = any (o.kinds)
        and not exists (select from case_closing k where k.organisation_id = o.organisation_id
          and k.case_id = o.case_id and k.decision in ('signed', 'not_needed') and k.decided_at >= o.given_at)
        and not exists (select from consent x
          left join consent_change y on y.organisation_id = x.organisation_id and y.consent_id = x.id
          where x.organisation_id = h.organisation_id and x.case_id = h.case_id and x.recipient_id = h.recipient_id
            and x.purpose = h.purpose and kind = any (x.kinds) and (x.answer = 'refused' or y.id is not null)
            and (coalesce(y.recorded_at, x.recorded_at) > o.recorded_at
              or (x.answer = 'refused' and x.given_at > o.given_at))))))
    and not exists (select from lintel.kept_from_agencies(h.organisation_id, h.case_id) kept
      where kept.id = any (h.entries) or (h.words <> '' and lintel.repeats(h.words, kept.said)))
  from share h
  join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  join case_file c on c.organisation_id = h.organisation_id and c.id = h.case_id
  where h.organisation_id = in_link.organisation_id and h.id = in_link.share_id $$;

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
