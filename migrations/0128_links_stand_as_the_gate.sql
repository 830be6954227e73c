-- A link stands by what its gate is asked (0117): also not where whoever sent it has a conflict by now, nor where an
-- answer of theirs closes what it rests on, by when either was said or written down. When it was sent is the moment at
-- which a request began; what was written down before it may be there only after it.
create or replace function lintel.share_stands(in_link share_link) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select h.dropped_at is null and r.ended_at is null and c.closed_at is null
    and not (h.decided_by = any (c.blocked_staff))
    and not exists (select from share_sent t where t.organisation_id = h.organisation_id and t.id = in_link.sent_id
      and t.sent_by = any (c.blocked_staff))
    and not exists (select from share_second s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and (s.decision in ('declined', 'withdrawn') or s.decided_by = any (c.blocked_staff)))
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
    and not exists (select from entry_condition x where x.organisation_id = h.organisation_id
      and x.entry_id = any (h.entries) and x.lifted_at is null)
    and not exists (select from case_entry e where e.organisation_id = h.organisation_id and e.id = any (h.entries)
      and not ('agencies' = any (coalesce((select a.disclosable_to from entry_audience a
        where a.organisation_id = e.organisation_id and a.entry_id = e.id order by a.number desc limit 1),
        e.disclosable_to))))
  from share h
  join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  join case_file c on c.organisation_id = h.organisation_id and c.id = h.case_id
  where h.organisation_id = in_link.organisation_id and h.id = in_link.share_id $$;
