-- Who on the register has a mailbox is asked before anything is sent there, of everybody, as of a telephone number.
create function lintel.mailboxes(in_emails text[]) returns text[] language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(lower(btrim(each))), '{}') from unnest(in_emails) each
$$;
create index person_mailboxes on person using gin (lintel.mailboxes(emails)) where emails <> '{}';

-- The operators of lists are not leakproof, so under a policy no index serves them: here one does, and whoever asks
-- reads no more of it than the ids of people whom they may see.
create function lintel.whose_mailbox(in_organisation uuid, in_value text) returns setof uuid language sql stable
security definer set search_path = public, pg_temp as $$
  select p.id from person p where p.organisation_id = in_organisation
    and in_organisation = lintel.organisation() and p.emails <> '{}'
    and lintel.mailboxes(p.emails) @> array[lower(btrim(in_value))] limit 50
$$;
alter function lintel.whose_mailbox owner to lintel_definer;
revoke all on function lintel.whose_mailbox from public;
grant execute on function lintel.whose_mailbox to lintel_app;
