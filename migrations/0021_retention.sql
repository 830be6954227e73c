-- What is needed no longer goes (UK GDPR, article 5(1)(e)). Jobs do it, as the program itself; nobody's request can,
-- and the record (event, event_seal) still grants no delete to anybody.

create index session_over on session (organisation_id, ends_at);
grant delete on session to lintel_app;
create policy forgotten on session as restrictive for delete to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any (lintel.roles()));

-- Whoever wrote a draft is told before it goes; saving or keeping it begins anew.
alter table draft add column told_at timestamptz;
create index draft_saved on draft (organisation_id, saved_at);
-- The program finds old ones by their age; what they say stays sealed.
create policy forgotten on draft to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any (lintel.roles()));
