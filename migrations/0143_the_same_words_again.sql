-- The same words over the same way go again only where somebody says so: which ones they repeat is on record.
alter table message add repeats_id uuid, add foreign key (organisation_id, repeats_id) references message (organisation_id, id);
create index message_repeats on message (organisation_id, repeats_id) where repeats_id is not null;
