-- Bank holidays newer than those that come with the program. They are the country's and not a landlord's, so an import
-- is written down for every landlord, and the newest of them counts for all. Never changed, only followed by another.

create table bank_holiday_import (
  organisation_id uuid not null references organisation,
  id uuid not null,
  imported_at timestamptz not null,
  -- by division: a list of date and title
  holidays jsonb not null,
  primary key (organisation_id, id)
);
create index bank_holiday_import_at on bank_holiday_import (organisation_id, imported_at desc, id desc);
call lintel.protect('bank_holiday_import');
create policy added on bank_holiday_import as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and 'system' = any (lintel.roles()));
grant select, insert on bank_holiday_import to lintel_app;
