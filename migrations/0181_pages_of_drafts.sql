-- A draft leads back to its form: the address of a form below a thing of a case holds more than what it is about.
alter table draft add column page text not null default '' check (length(page) <= 400);
