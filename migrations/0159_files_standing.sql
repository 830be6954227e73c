-- How many files stand how, and how large they are together, for whoever looks after the store and sees no case: counts,
-- never whose they are.
create policy definer on kept_file for select to lintel_definer using (true);
grant select on kept_file to lintel_definer;
create function lintel.files_standing() returns table (kept bigint, bytes bigint, waiting bigint, not_looked bigint,
  harmful bigint, altered bigint, unshown bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*), coalesce(sum(f.bytes), 0)::bigint, count(*) filter (where f.scan = 'waiting'),
    count(*) filter (where f.scan = 'not_set_up'), count(*) filter (where f.scan = 'infected'),
    count(*) filter (where f.altered_at is not null), count(*) filter (where f.shown = 'cannot')
  from kept_file f
  where f.organisation_id = lintel.organisation() and 'administrator' = any (lintel.roles()) $$;
alter function lintel.files_standing owner to lintel_definer;
revoke all on function lintel.files_standing from public;
grant execute on function lintel.files_standing to lintel_app;
