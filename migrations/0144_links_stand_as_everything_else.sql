-- A link opened on where the gate of every other way had shut (rules/may-share.ts): its own question (0128) did not ask
-- whether a second person had agreed to what one had sent because of danger, nor of corrections, nor whether our own
-- words repeat what was held back since. It is now asked the same as everything else that leaves.

-- As rules/handling.ts says it: what may reach no agency, with its texts. What was corrected goes only with its correction.
create function lintel.kept_from_agencies(in_organisation uuid, in_case uuid) returns table (id uuid, said text[])
language sql stable set search_path = public, pg_temp as $$
  with recursive kept as (
    select e.id, e.corrects_id from case_entry e
    where e.organisation_id = in_organisation and e.case_id = in_case
      and (not ('agencies' = any (coalesce((select a.disclosable_to from entry_audience a
          where a.organisation_id = e.organisation_id and a.entry_id = e.id order by a.number desc limit 1),
          e.disclosable_to)))
        or exists (select from entry_condition x where x.organisation_id = e.organisation_id and x.entry_id = e.id
          and x.lifted_at is null))
    union
    select e.id, e.corrects_id from kept
    join case_entry e on e.organisation_id = in_organisation and e.id = kept.corrects_id
  )
  select e.id, array[e.words, e.observed, e.decision] from kept
  join case_entry e on e.organisation_id = in_organisation and e.id = kept.id $$;

-- As rules/handling.ts: six words in a row are no chance.
create function lintel.words_in_order(in_text text) returns text[] language sql immutable
set search_path = public, pg_temp as $$
  select array_remove(regexp_split_to_array(lintel.folded_name(in_text), '[[:space:][:punct:]]+'), '') $$;
create function lintel.repeats(in_text text, in_said text[]) returns boolean language sql immutable
set search_path = public, pg_temp as $$
  select exists (
    select from unnest(in_said) said, lintel.words_in_order(said) as words, generate_series(1, cardinality(words) - 5) at
    where position(' ' || array_to_string(words[at : at + 5], ' ') || ' '
      in ' ' || array_to_string(lintel.words_in_order(in_text), ' ') || ' ') > 0) $$;

-- The domain to which it went was taken from the agency since: whoever has that mailbox now is not whom we sent to.
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

alter function lintel.kept_from_agencies owner to lintel_definer;
revoke all on function lintel.kept_from_agencies from public;

-- Which links of a decision open something, were their code given: its page says nothing else of them.
create function lintel.links_that_stand(in_share uuid) returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select l.id from share_link l
  where l.organisation_id = lintel.organisation() and l.case_id = lintel.opened_case() and l.share_id = in_share
    and coalesce(lintel.share_stands(l), false) $$;
alter function lintel.links_that_stand owner to lintel_definer;
revoke all on function lintel.links_that_stand from public;
grant execute on function lintel.links_that_stand to lintel_app;
