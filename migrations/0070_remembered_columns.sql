-- What columns become is remembered for files with the same headings; administrators see which headings, and withdraw it.
alter table register_mapping add id uuid not null default gen_random_uuid();
alter table register_mapping add unique (organisation_id, id);
-- The headings themselves, as the file had them. Null: said before they were kept.
alter table register_mapping add names text[];
-- Whoever gives a file without headings names its first row so: they are for those who import alone.
create policy administrators on register_mapping as restrictive to lintel_app
  using ('administrator' = any ((select lintel.roles())::text[]) or 'system' = any ((select lintel.roles())::text[]));
grant delete on register_mapping to lintel_app;
