-- What lettings asked names a household and a home, of people with no case too: it is forgotten like what other systems
-- asked. What a question met belongs to the case, and stays there without it.
alter table move_check_met alter column check_id drop not null;
alter table move_check_met drop constraint move_check_met_organisation_id_check_id_fkey;
alter table move_check_met add constraint move_check_met_organisation_id_check_id_fkey
  foreign key (organisation_id, check_id) references move_check on delete set null (check_id);
create policy forgotten on move_check as restrictive for delete to lintel_app
  using (organisation_id = lintel.organisation() and looked_at is not null
    and 'system' = any ((select lintel.roles())::text[]));
grant delete on move_check to lintel_app;
