-- That a system asked on a day is told once, for the figures, after that day has ended.
alter table hold_day add column told boolean not null default false;
create index hold_day_untold on hold_day (organisation_id, day) where not told;
grant update (told) on hold_day to lintel_app;
create policy told on hold_day as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any ((select lintel.roles())::text[]));
