-- Whether something was recorded before this moment and is not sealed yet: a job that does not come, or a transaction
-- that has been open since, for behind it nothing is sealed. Asked for one landlord, or, by /health, for all of them; it
-- answers yes or no.
create function lintel.sealing_behind(in_before timestamptz, in_organisation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from organisation o cross join lateral (
      select e.at from event e where e.organisation_id = o.organisation_id
        and e.txid >= coalesce((select s.before_txid from event_seal s
          where s.organisation_id = o.organisation_id order by s.number desc limit 1), '0'::xid8)
      order by e.txid, e.id limit 1) oldest
    where (in_organisation is null or o.organisation_id = in_organisation) and oldest.at < in_before) $$;
create policy definer on event_seal for select to lintel_definer using (true);
grant select on event_seal to lintel_definer;
alter function lintel.sealing_behind owner to lintel_definer;
revoke all on function lintel.sealing_behind from public;
grant execute on function lintel.sealing_behind to lintel_app;
