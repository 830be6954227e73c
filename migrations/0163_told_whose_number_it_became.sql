-- The number that messages ask people to call may become somebody's in the register: nothing that gives it leaves from
-- that moment, and managers, who can mend it, are told once each time. Since when it was, and until when.
create table sender_somebodys (
  organisation_id uuid not null,
  id uuid not null,
  sender_id uuid not null,
  since timestamptz not null,
  over_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sender_id) references message_sender
);
create index sender_somebodys_sender on sender_somebodys (organisation_id, sender_id);
create unique index sender_somebodys_now on sender_somebodys (organisation_id, sender_id) where over_at is null;
call lintel.protect('sender_somebodys', $$lintel.roles() && '{da_manager,system}'::text[]$$);
create policy definer on sender_somebodys for select to lintel_definer using (true);
grant select on sender_somebodys to lintel_definer;
grant select, insert, update (over_at) on sender_somebodys to lintel_app;

call lintel.notice_waits_while('{sender_somebodys}', $$exists (
  select from sender_somebodys w join message_sender m on m.organisation_id = w.organisation_id and m.id = w.sender_id
  where w.organisation_id = in_organisation and w.id = in_about and w.over_at is null and m.ended_at is null)$$);
