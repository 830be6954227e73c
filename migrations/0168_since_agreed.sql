-- What came back and what was suspected since a way was agreed (L2.1a). PostgreSQL makes everything that a statement
-- names ready each time that it runs, whether a row is found or not, and each table with its wall: what seldom is there
-- cost every page of a case more than the way itself. Here it is asked only where there is any, behind the asker's own
-- walls.

-- A number or a mailbox, however it was written.
create function lintel.plainly(in_value text) returns text immutable parallel safe language sql as $$
  select regexp_replace(regexp_replace(lower(in_value), '[^[:alnum:]@]', '', 'g'), '^(0044|44)0?', '0') $$;

-- Messages that came back from a number or a mailbox that is no more, with what it was; and ways that led to a phone that
-- is lost.
create function lintel.went_wrong(in_organisation uuid, in_case uuid)
returns table (gone_at timestamptz, safe_contact_id uuid, agreed_way_id uuid, way_id uuid, value text)
stable rows 1 language plpgsql as $$
#variable_conflict use_column
begin
  if exists (select from public.message m
      where m.organisation_id = in_organisation and m.case_id = in_case and m.gone_at is not null) then
    return query select m.gone_at, m.safe_contact_id, m.agreed_way_id, m.way_id, coalesce(w.value, a.value, '')
      from public.message m
      left join public.safe_contact a on a.organisation_id = m.organisation_id and a.id = m.safe_contact_id
      left join public.agreed_way w on w.organisation_id = m.organisation_id and w.id = m.agreed_way_id
      where m.organisation_id = in_organisation and m.case_id = in_case and m.gone_at is not null;
  end if;
  if exists (select from public.stock_loss l where l.organisation_id = in_organisation and l.case_id = in_case
      and (l.safe_contact_id is not null or l.agreed_way_id is not null)) then
    return query select l.recorded_at, l.safe_contact_id, l.agreed_way_id, w.way_id, coalesce(w.value, a.value, '')
      from public.stock_loss l
      left join public.safe_contact a on a.organisation_id = l.organisation_id and a.id = l.safe_contact_id
      left join public.agreed_way w on w.organisation_id = l.organisation_id and w.id = l.agreed_way_id
      where l.organisation_id = in_organisation and l.case_id = in_case
        and (l.safe_contact_id is not null or l.agreed_way_id is not null);
  end if;
end $$;

-- Of one version of a way: when it last turned out to be no more, when somebody may have suspected something over it, over
-- another or over one that nobody knows, and when they moved. It may come back days after: whatever was agreed of the same
-- number or mailbox in between does not know of it, neither as another version nor as another way. `in_way` is null for
-- the first way, which any other puts in doubt but a further one.
create function lintel.since_agreed(in_organisation uuid, in_case uuid, in_version uuid, in_way uuid, in_value text,
  in_recorded timestamptz, in_same timestamptz,
  out gone_at timestamptz, out suspected_at timestamptz, out moved_at timestamptz)
stable language plpgsql as $$
begin
  gone_at := (select max(w.gone_at) from lintel.went_wrong(in_organisation, in_case) w
    where in_way is null and w.safe_contact_id = in_version and w.way_id is null
      or in_way is not null and w.agreed_way_id = in_version
      or w.gone_at > in_recorded and in_value <> '' and lintel.plainly(w.value) = lintel.plainly(in_value));
  suspected_at := (select max(c.recorded_at) from public.contact c
    where c.organisation_id = in_organisation and c.case_id = in_case and c.may_suspect in ('yes', 'not_known')
      and c.recorded_at > greatest(in_recorded, in_same)
      and case when in_way is null then c.over <> 'further'
        else c.over in ('another', 'not_asked') or exists (select from public.agreed_way o
          where o.organisation_id = c.organisation_id and o.id = c.agreed_way_id and o.way_id = in_way) end);
  moved_at := (select max(h.recorded_at) from public.case_home h
    where h.organisation_id = in_organisation and h.case_id = in_case and h.moves and h.recorded_at > in_recorded);
end $$;

revoke all on function lintel.plainly(text), lintel.went_wrong(uuid, uuid),
  lintel.since_agreed(uuid, uuid, uuid, uuid, text, timestamptz, timestamptz) from public;
grant execute on function lintel.plainly(text), lintel.went_wrong(uuid, uuid),
  lintel.since_agreed(uuid, uuid, uuid, uuid, text, timestamptz, timestamptz) to lintel_app;
