-- What came back after an e-mail: a reply, an automatic answer, or that it could not be delivered. It is told by the id
-- that the message carried, and stands behind the wall of its case, as something received (V3.2).
create table message_return (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  kind text not null check (kind in ('reply', 'automatic', 'bounce')),
  -- what somebody wrote, as plain text; of a bounce its code alone
  words text not null,
  received_at timestamptz not null,
  -- the hash of what tells it from any other: it is kept once
  source text not null,
  primary key (organisation_id, id),
  unique (organisation_id, message_id, source),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, message_id) references message
);
create index message_return_case on message_return (organisation_id, case_id);
call lintel.protect_case_child('message_return');
grant select, insert on message_return to lintel_app;

-- Up to where the mailbox was read into which answers come.
create table mailbox_place (
  organisation_id uuid primary key references organisation,
  validity text not null,
  uid bigint not null
);
call lintel.protect('mailbox_place');
grant select, insert, update (validity, uid) on mailbox_place to lintel_app;
