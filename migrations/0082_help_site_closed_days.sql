-- The help site says when somebody is there: on which days nobody is, never why, who agreed or when.
create policy listed on closed_day for select to lintel_public using (opened_at is null);
grant select (organisation_id, day, opened_at) on closed_day to lintel_public;
