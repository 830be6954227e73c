-- A number or a mailbox that leads to whoever is feared is no safe way, whoever looks: so it is asked past what a
-- conflict keeps from a colleague, and nothing but yes or no comes back. Whose part was ended counts on, unless they
-- were put down as something else since: a part may be ended by mistake. A linked record is the same human being.
create function lintel.of_feared(in_organisation uuid, in_case uuid, in_value text) returns boolean language plpgsql
stable security definer set search_path = public, pg_temp as $$
declare
  feared uuid[];
begin
  if in_value = '' or in_organisation is distinct from lintel.organisation() then return false; end if;
  feared := array(select q.person_id from case_person q
    where q.organisation_id = in_organisation and q.case_id = in_case and q.part = 'alleged_perpetrator'
      and q.person_id is not null and (q.ended_at is null or not exists (select from case_person n
        where n.organisation_id = q.organisation_id and n.case_id = q.case_id and n.person_id = q.person_id
          and n.part <> 'alleged_perpetrator' and n.ended_at is null and n.added_at >= q.ended_at)));
  if feared = '{}' then return false; end if;
  feared := feared
    || array(select m.other_id from person_match m where m.organisation_id = in_organisation
      and m.decision = 'linked' and m.person_id = any (feared))
    || array(select m.person_id from person_match m where m.organisation_id = in_organisation
      and m.decision = 'linked' and m.other_id = any (feared));
  return exists (select from person p where p.organisation_id = in_organisation and p.id = any (feared) and (
    exists (select from unnest(p.phones) f cross join lintel.numbers_in(f) n
      where n in (select lintel.numbers_in(in_value)))
    or lintel.mailboxes(p.emails) && array(select lintel.emails_in(in_value))));
end $$;
alter function lintel.of_feared owner to lintel_definer;
revoke all on function lintel.of_feared from public;
grant execute on function lintel.of_feared to lintel_app;

-- The same of anybody on the register: a number that messages ask people to ring is nobody's.
create function lintel.whose_number(in_organisation uuid, in_value text) returns setof uuid language sql stable
security definer set search_path = public, pg_temp as $$
  select t.subject_id from search_token t where t.organisation_id = in_organisation
    and in_organisation = lintel.organisation() and t.subject = 'person' and t.token = in_value limit 50
$$;
alter function lintel.whose_number owner to lintel_definer;
revoke all on function lintel.whose_number from public;
grant execute on function lintel.whose_number to lintel_app;
create policy definer on search_token for select to lintel_definer using (true);
grant select on search_token to lintel_definer;

create function lintel.somebodys_number(in_organisation uuid, in_written text) returns boolean language sql stable
security definer set search_path = public, pg_temp as $$
  select in_organisation = lintel.organisation() and exists (select from search_token t
    where t.organisation_id = in_organisation and t.subject = 'person' and t.token = any (
      array(select '+44' || n from lintel.numbers_in(in_written) n)
      || ('+' || regexp_replace(in_written, '\D', '', 'g'))))
$$;
alter function lintel.somebodys_number owner to lintel_definer;
revoke all on function lintel.somebodys_number from public;
grant execute on function lintel.somebodys_number to lintel_app;
