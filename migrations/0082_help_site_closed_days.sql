-- The help site says when somebody is there: it reads on which days nobody is, never why, who agreed or since when.
create policy read on closed_day for select to lintel_public
  using (organisation_id = lintel.organisation() and opened_at is null);
grant select (organisation_id, day, opened_at) on closed_day to lintel_public;
