-- How people and homes are found has changed: names of one or two letters, however they are parted or written together,
-- and the last digits of a phone. Those who stand on the register are made findable anew by the program, a batch at a
-- time; here it keeps how far it came, and by which way of folding the last time. No row: from the beginning.
create table findable_anew (
  organisation_id uuid not null references organisation,
  subject text not null check (subject in ('person', 'property')),
  foldings integer not null,
  reached uuid,
  primary key (organisation_id, subject)
);
call lintel.protect('findable_anew', $$'system' = any ((select lintel.roles())::text[])$$);
grant select, insert, update on findable_anew to lintel_app;
