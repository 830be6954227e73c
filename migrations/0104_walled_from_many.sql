-- An entry of an index holds at most 2,704 bytes: with the names in it, the 156th colleague who is let in or shut out
-- could not have been recorded. The names stand in the index as long as they are few, and in the case alone where they
-- are many.
drop index case_file_walled;
create index case_file_walled on case_file (organisation_id, id) include (granted_roles, granted_staff, blocked_staff)
  where lintel.walled(granted_roles, blocked_staff) and cardinality(granted_staff) + cardinality(blocked_staff) <= 100;
create index case_file_walled_of_many on case_file (organisation_id, id)
  where lintel.walled(granted_roles, blocked_staff) and cardinality(granted_staff) + cardinality(blocked_staff) > 100;

create or replace view walled_subject with (security_invoker) as
select c.organisation_id, c.id from case_file c
where lintel.walled(c.granted_roles, c.blocked_staff) and cardinality(c.granted_staff) + cardinality(c.blocked_staff) <= 100
union all
select c.organisation_id, c.id from case_file c
where lintel.walled(c.granted_roles, c.blocked_staff) and cardinality(c.granted_staff) + cardinality(c.blocked_staff) > 100
union all
select d.organisation_id, d.id from disclosure d where d.blocked_staff <> '{}';
