-- An entry counts by what it tells of, and not only as what happened: one about a child is about the children too, and
-- goes only where that was agreed to and decided. What is known of an entry: its kind, from whom it came, whom it is
-- about, who was seen and heard, and what it was written beside. In the order of rules/sharing.ts.
create function lintel.entry_tells_of(e case_entry) returns text[] language sql stable
set search_path = public, pg_temp as $$
  select array_remove(array[
    'account',
    case when e.kind = 'risk' then 'risk' end,
    case when e.kind = 'plan' then 'plan' end,
    case when e.source in ('child', 'household') or e.children_seen in ('yes', 'no') or e.children_heard <> 'not_asked'
      or exists (select from case_person p where p.organisation_id = e.organisation_id and p.id = e.about_id
        and p.part in ('child_victim', 'household_member'))
      or exists (select from safeguarding_referral r where r.organisation_id = e.organisation_id
        and r.id = e.subject_id and r.kind = 'child')
      or t.of = 'child_contact' then 'family' end,
    case when t.of = 'pregnancy' or exists (select from safeguarding_referral r
        where r.organisation_id = e.organisation_id and r.id = e.subject_id and r.kind = 'adult') then 'health' end,
    case when t.of in ('move', 'notice') or exists (select from case_home c
        where c.organisation_id = e.organisation_id and c.id = e.subject_id) then 'home' end,
    case when e.kind in ('attempt', 'message', 'visit') then 'contact' end], null)
  from (select (select v.data ->> 'trigger' from event v where v.organisation_id = e.organisation_id
      and v.case_id = e.case_id and v.name = 'risk.review-triggered' and v.subject_id = e.id limit 1)) t (of) $$;
revoke all on function lintel.entry_tells_of from public;
grant execute on function lintel.entry_tells_of to lintel_app, lintel_definer;

-- What a decision tells of: what was decided, and what its entries are known to tell of.
create function lintel.share_kinds(h share) returns text[] language sql stable set search_path = public, pg_temp as $$
  select array(select known.data from
      unnest(array['who', 'account', 'risk', 'plan', 'family', 'health', 'home', 'contact']) with ordinality
        as known (data, place)
    where known.data = any (h.kinds) or exists (select from case_entry e where e.organisation_id = h.organisation_id
      and e.id = any (h.entries) and known.data = any (lintel.entry_tells_of(e))) order by known.place) $$;
revoke all on function lintel.share_kinds from public;
grant execute on function lintel.share_kinds to lintel_app, lintel_definer;
