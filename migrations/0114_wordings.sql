-- Wordings of which messages are made, in versions: one proposes what shall be said, another person decides. Those that
-- come with Lintel are part of the program; what a landlord approves takes the place of the one with the same key.
create table message_wording (
  organisation_id uuid not null references organisation,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  channel text not null check (channel in ('text', 'email', 'letter')),
  language text not null check (language ~ '^[a-z]{2}$'),
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  -- what is new about it, for whoever decides
  why text not null check (why <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create index message_wording_key on message_wording (organisation_id, key, language, decided_at desc);
-- One waits at a time.
create unique index message_wording_waits on message_wording (organisation_id, key, language) where decision is null;
create index message_wording_proposed_by on message_wording (organisation_id, proposed_by);
create index message_wording_decided_by on message_wording (organisation_id, decided_by) where decided_by is not null;
call lintel.protect('message_wording', $$lintel.roles() && '{da_manager,da_worker,system}'$$);
create policy proposed on message_wording as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker}'
    and proposed_by = lintel.staff());
create policy decided on message_wording as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and (lintel.roles() && '{da_manager}' or proposed_by = lintel.staff()))
  with check (organisation_id = lintel.organisation());
call lintel.decided_by_another('message_wording', 'approved');
grant select, insert, update (decision, decided_by, decided_at, decided_why, version) on message_wording to lintel_app;

-- Taken out of use, at once and by one person: nothing new is made of it until another version is approved.
create table wording_withdrawal (
  organisation_id uuid not null references organisation,
  id uuid not null,
  key text not null,
  language text not null,
  why text not null check (why <> ''),
  withdrawn_by uuid,
  withdrawn_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, withdrawn_by) references staff
);
create index wording_withdrawal_key on wording_withdrawal (organisation_id, key, language, withdrawn_at desc);
create index wording_withdrawal_by on wording_withdrawal (organisation_id, withdrawn_by) where withdrawn_by is not null;
call lintel.protect('wording_withdrawal', $$lintel.roles() && '{da_manager,da_worker,system}'$$);
create policy own_name on wording_withdrawal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}'
    and withdrawn_by = lintel.staff());
grant select, insert on wording_withdrawal to lintel_app;

-- Words that would tell who we are or what a message is about, beside those that Lintel looks for: names of our
-- offices, projects and vans. Whoever added one does not take it away.
create table telling_word (
  organisation_id uuid not null references organisation,
  id uuid not null,
  word text not null check (length(word) between 2 and 60),
  added_by uuid,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check ((ended_by is null) = (ended_at is null)),
  check (ended_by is null or ended_by is distinct from added_by)
);
create unique index telling_word_once on telling_word (organisation_id, lower(word)) where ended_at is null;
create index telling_word_added_by on telling_word (organisation_id, added_by) where added_by is not null;
create index telling_word_ended_by on telling_word (organisation_id, ended_by) where ended_by is not null;
call lintel.protect('telling_word', $$lintel.roles() && '{da_manager,da_worker,system}'$$);
create policy added on telling_word as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}' and added_by = lintel.staff());
create policy ended on telling_word as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}')
  with check (organisation_id = lintel.organisation() and ended_by = lintel.staff());
grant select, insert, update (ended_by, ended_at) on telling_word to lintel_app;

-- Whom to call back, and where post goes that is not delivered: neither says who we are. The last row counts.
create table message_sender (
  organisation_id uuid not null references organisation,
  id uuid not null,
  call_back text not null,
  return_address text not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, set_by) references staff
);
create index message_sender_last on message_sender (organisation_id, set_at desc);
create index message_sender_set_by on message_sender (organisation_id, set_by) where set_by is not null;
call lintel.protect('message_sender', $$lintel.roles() && '{da_manager,da_worker,system}'$$);
create policy own_name on message_sender as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}' and set_by = lintel.staff());
grant select, insert on message_sender to lintel_app;
