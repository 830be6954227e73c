-- When a file that waits is looked at next, and how often it was tried: one that cannot be looked through, or that the
-- program did not survive, waits longer each time, and keeps no other waiting. Null: as soon as there is time.
alter table kept_file
  add column look_at timestamptz,
  add column looks integer not null default 0 check (looks >= 0);
drop index kept_file_waiting;
create index kept_file_waiting on kept_file (organisation_id, look_at nulls first, added_at)
  where scan = 'waiting' or shown = 'waiting';
grant update (look_at, looks) on kept_file to lintel_app;
