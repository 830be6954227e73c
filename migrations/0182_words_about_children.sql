-- A note about a child that says neither whom it is about nor that anybody was seen counted as what happened alone, and
-- went where nobody had agreed that the children are told of. So an entry tells of the children where its words speak
-- of a child, or name somebody of the household: rather once too often than once too seldom. The names of this case
-- alone are looked for, whoever asks; a name that is part of a longer word is none. Whoever is not on the register is
-- described: what begins with a capital letter there and is no common word is taken for a name.
create function lintel.speaks_of_household(in_organisation uuid, in_case uuid, in_text text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select in_organisation = lintel.organisation() and (
    in_text ~ ('\m(child|children|kids?|baby|babies|newborns?|infants?|toddlers?|teenagers?|sons?|daughters?'
      || '|(step|grand)-?(sons?|daughters?|child|children)|(little|younger|older|eldest|youngest) (boys?|girls?|ones?)'
      || '|school|nursery|childminders?)\M')
    or exists (select from case_person p
        left join person o on o.organisation_id = p.organisation_id and o.id = p.person_id
      cross join unnest(array_cat(array_prepend(o.given_name, o.also_known_as),
        array(select found[1] from regexp_matches(p.described_as, '\m([[:upper:]][[:alnum:]]+)', 'g') found))) named (name)
      cross join regexp_split_to_table(lintel.folded_name(named.name), '[^[:alnum:]]+') word (said)
      where p.organisation_id = in_organisation and p.case_id = in_case and p.part in ('child_victim', 'household_member')
        and length(word.said) > 1 and word.said = any (regexp_split_to_array(in_text, '[^[:alnum:]]+'))
        and word.said <> all (array['her', 'his', 'their', 'the', 'my', 'our',
          'an', 'and', 'of', 'son', 'daughter', 'child', 'baby', 'boy', 'girl', 'aged', 'age', 'about', 'year', 'years',
          'brother', 'sister', 'mother', 'father', 'mum', 'dad', 'grandmother', 'grandfather', 'aunt', 'uncle', 'cousin',
          'partner', 'friend', 'lodger', 'somebody', 'one', 'two', 'three', 'lives', 'not', 'known', 'name', 'unborn']))) $$;
alter function lintel.speaks_of_household owner to lintel_definer;
revoke all on function lintel.speaks_of_household from public;
grant execute on function lintel.speaks_of_household to lintel_app, lintel_definer;

create or replace function lintel.entry_tells_of(e case_entry) returns text[] language sql stable
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
      or t.of = 'child_contact'
      or lintel.speaks_of_household(e.organisation_id, e.case_id, e.search_text) then 'family' end,
    case when t.of = 'pregnancy' or e.search_text ~ '\m(pregnan|midwi|unborn)' or exists (
        select from safeguarding_referral r where r.organisation_id = e.organisation_id
        and r.id = e.subject_id and r.kind = 'adult') then 'health' end,
    case when t.of in ('move', 'notice') or exists (select from case_home c
        where c.organisation_id = e.organisation_id and c.id = e.subject_id) then 'home' end,
    case when e.kind in ('attempt', 'message', 'visit') then 'contact' end], null)
  from (select (select v.data ->> 'trigger' from event v where v.organisation_id = e.organisation_id
      and v.case_id = e.case_id and v.name = 'risk.review-triggered' and v.subject_id = e.id limit 1)) t (of) $$;
