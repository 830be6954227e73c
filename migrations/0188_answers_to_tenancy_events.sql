-- That whoever entered a change of a tenancy was told that it is answered; null: not yet, or nobody entered it by hand.
alter table tenancy_event add column said_told_at timestamptz;
grant update (said_told_at) on tenancy_event to lintel_app;
create index tenancy_event_to_tell on tenancy_event (organisation_id, told_from)
  where said_by is not null and told is not null and said_told_at is null;

-- What a system reads back of the newest change that it said itself: held, or what is to be done, from the moment at
-- which whoever entered one would read it. Null: it said none. Of what others said, and of what is on record, nothing.
create function lintel.told_of_tenancy_event(in_organisation uuid, in_system uuid, in_tenancy text, in_kind text,
  in_now timestamptz) returns text stable language sql security definer set search_path = public, pg_temp as $$
  select case when e.told_from <= in_now then e.told else 'held' end
    from tenancy_event e
    where e.organisation_id = in_organisation and e.system_id = in_system and e.tenancy = in_tenancy
      and e.kind = in_kind
    order by e.said_at desc, e.id desc limit 1
$$;
alter function lintel.told_of_tenancy_event(uuid, uuid, text, text, timestamptz) owner to lintel_definer;
revoke all on function lintel.told_of_tenancy_event(uuid, uuid, text, text, timestamptz) from public;
grant execute on function lintel.told_of_tenancy_event(uuid, uuid, text, text, timestamptz) to lintel_app;
