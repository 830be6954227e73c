-- In which language a message is, so that its words are read by the right list as it would leave; and since when a letter
-- is on paper, which somebody then takes to the post or destroys.
alter table message add language text not null default 'en' check (language ~ '^[a-z]{2}$');
alter table message add printed_at timestamptz;
grant update (printed_at) on message to lintel_app;
