-- Files may come with what was told, before there is a case: they stand behind the disclosure's own wall until it
-- becomes one, and behind the case's from then on, where they are numbered anew. They go nowhere else, and never back.
alter table kept_file
  alter column case_id drop not null,
  add column disclosure_id uuid,
  add foreign key (organisation_id, disclosure_id) references disclosure,
  add check (case_id is not null or disclosure_id is not null);
create index kept_file_disclosure on kept_file (organisation_id, disclosure_id, number) where disclosure_id is not null;
alter policy organisation on kept_file using (organisation_id = lintel.organisation() and (
  'system' = any ((select lintel.roles())::text[])
  or case when case_id is null
    then lintel.sees_disclosure(organisation_id, disclosure_id)
    else case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id) end));

create function lintel.sees_file(in_organisation uuid, in_id uuid) returns boolean language plpgsql stable as $$
begin
  perform from public.kept_file f where f.organisation_id = in_organisation and f.id = in_id;
  return found;
end $$;
alter table shown_file alter column case_id drop not null;
alter policy organisation on shown_file using (organisation_id = lintel.organisation() and (
  'system' = any ((select lintel.roles())::text[])
  or case when case_id is null
    then lintel.sees_file(organisation_id, file_id)
    else case_id = (select lintel.opened_case()) or lintel.sees_case(organisation_id, case_id) end));

create function lintel.stays_in_its_case() returns trigger language plpgsql as $$
begin
  if old.case_id is not null and new.case_id is distinct from old.case_id then
    raise exception 'A file stays in its case';
  end if;
  return new;
end $$;
create trigger stays_in_its_case before update of case_id on kept_file
  for each row execute function lintel.stays_in_its_case();
create trigger stays_in_its_case before update of case_id on shown_file
  for each row execute function lintel.stays_in_its_case();
grant update (case_id, number, entry_id) on kept_file to lintel_app;
grant update (case_id) on shown_file to lintel_app;
