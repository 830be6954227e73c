-- One proposes, another decides: whoever writes to a table of proposals, an approval is another person's, nobody
-- proposes or decides in somebody else's name, and what was decided stays decided. For a table with the columns
-- proposed_by, proposed_at, decision, decided_by, decided_at, decided_why and version.
create procedure lintel.decided_by_another(target regclass, approval text) language plpgsql as $$
begin
  execute format('alter table %s add constraint decided_by_another check (decision is distinct from %L
    or decided_by is not null and decided_by is distinct from proposed_by)', target, approval);
  execute format('alter table %s add constraint decided_at_once check ((decision is null) = (decided_at is null))',
    target);
  execute format('create policy own_name on %s as restrictive for insert to lintel_app
    with check (organisation_id = lintel.organisation() and proposed_by is not distinct from lintel.staff()
      and decision is distinct from %L)', target, approval);
  execute format('create policy decided_once on %s as restrictive for update to lintel_app
    using (organisation_id = lintel.organisation() and decision is null)
    with check (organisation_id = lintel.organisation() and decided_by is not distinct from lintel.staff())', target);
  execute format('revoke update on %s from lintel_app', target);
  execute format('grant select, insert, update (decision, decided_by, decided_at, decided_why, version) on %s
    to lintel_app', target);
end $$;

call lintel.decided_by_another('contact_plan', 'approved');
alter table case_closing drop constraint case_closing_check, drop constraint case_closing_check1;
call lintel.decided_by_another('case_closing', 'signed');
