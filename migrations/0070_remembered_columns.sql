-- What columns become is remembered for files with the same headings; administrators see which headings, and withdraw it.
alter table register_mapping add id uuid not null default gen_random_uuid();
alter table register_mapping add unique (organisation_id, id);
-- The headings themselves, as the file had them. Null: said before they were kept.
alter table register_mapping add names text[];
-- Whoever gives a file without headings names its first row so: they are for those who import alone.
drop policy organisation on register_mapping;
create policy organisation on register_mapping to lintel_app using (organisation_id = lintel.organisation()
  and ('administrator' = any (lintel.roles()) or 'system' = any (lintel.roles())));
grant delete on register_mapping to lintel_app;
