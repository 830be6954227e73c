-- Whom people are asked to call, and where their post comes back to, is agreed to by two people, as what messages say
-- is: a wrong number rings somewhere else for everybody who is written to. Taken out of use by one, at once: to say
-- less needs no second person.
alter table message_sender
  -- null: set by one person, before a second one was asked
  add proposal_id uuid,
  add ended_at timestamptz,
  add ended_by uuid,
  -- '': another one took its place
  add ended_why text not null default '',
  add foreign key (organisation_id, ended_by) references staff,
  add check (ended_at is not null or (ended_by is null and ended_why = ''));
create index message_sender_ended_by on message_sender (organisation_id, ended_by) where ended_by is not null;

-- One is in use: the last that was set. It stands, and its page says that one person set it.
alter table message_sender no force row level security;
update message_sender m set ended_at = n.at
  from (select organisation_id, id, lead(set_at) over (partition by organisation_id order by set_at, id) as at
    from message_sender) n
  where n.organisation_id = m.organisation_id and n.id = m.id and n.at is not null;
alter table message_sender force row level security;
create unique index message_sender_in_use on message_sender (organisation_id) where ended_at is null;

create table sender_proposal (
  organisation_id uuid not null references organisation,
  id uuid not null,
  call_back text not null check (call_back <> ''),
  return_address text not null check (return_address <> ''),
  -- why it changes, for whoever decides
  why text not null check (why <> ''),
  -- what was in use as it was proposed; null: nothing was
  replaces uuid,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, replaces) references message_sender,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create index sender_proposal_waiting on sender_proposal (organisation_id, proposed_at) where decision is null;
create index sender_proposal_replaces on sender_proposal (organisation_id, replaces) where replaces is not null;
create index sender_proposal_proposed_by on sender_proposal (organisation_id, proposed_by);
create index sender_proposal_decided_by on sender_proposal (organisation_id, decided_by) where decided_by is not null;
call lintel.protect('sender_proposal', $$lintel.roles() && '{da_manager,da_worker,system}'$$);
create policy proposed on sender_proposal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager,da_worker}'
    and proposed_by = lintel.staff());
create policy decided on sender_proposal as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and (lintel.roles() && '{da_manager}' or proposed_by = lintel.staff()))
  with check (organisation_id = lintel.organisation());
call lintel.decided_by_another('sender_proposal', 'approved');

alter table message_sender add foreign key (organisation_id, proposal_id) references sender_proposal;
create index message_sender_proposal on message_sender (organisation_id, proposal_id) where proposal_id is not null;

-- Nobody sets it but by a decision, and none about what has changed since it was proposed.
drop policy own_name on message_sender;
revoke insert on message_sender from lintel_app;
create policy ended on message_sender as restrictive for update to lintel_app
  using (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}' and ended_at is null)
  with check (organisation_id = lintel.organisation() and ended_by = lintel.staff() and ended_at is not null
    and ended_why <> '');
grant update (ended_at, ended_by, ended_why) on message_sender to lintel_app;
create policy definer on message_sender for select to lintel_definer using (true);
create policy definer_ends on message_sender for update to lintel_definer
  using (organisation_id = lintel.organisation()) with check (organisation_id = lintel.organisation());
create policy definer_sets on message_sender for insert to lintel_definer
  with check (organisation_id = lintel.organisation());
grant select, insert, update (ended_at, ended_by) on message_sender to lintel_definer;
create policy definer on sender_proposal for select to lintel_definer using (true);
grant select on sender_proposal to lintel_definer;

create function lintel.set_sender() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended integer;
begin
  update message_sender m set ended_at = new.decided_at, ended_by = new.decided_by
    where m.organisation_id = new.organisation_id and m.id = new.replaces and m.ended_at is null;
  get diagnostics ended = row_count;
  if ended = 0 and new.replaces is not null or exists (
      select from message_sender m where m.organisation_id = new.organisation_id and m.ended_at is null) then
    raise exception 'what it was to replace has changed since' using errcode = 'check_violation';
  end if;
  insert into message_sender (organisation_id, id, call_back, return_address, set_by, set_at, proposal_id)
    values (new.organisation_id, new.id, new.call_back, new.return_address, new.proposed_by, new.decided_at, new.id);
  return null;
end $$;
alter function lintel.set_sender owner to lintel_definer;
revoke all on function lintel.set_sender from public;
create trigger sender_approved after update on sender_proposal for each row
  when (old.decision is null and new.decision = 'approved') execute function lintel.set_sender();

call lintel.notice_waits_while('{sender_to_decide}', $$exists (
  select from sender_proposal p where p.organisation_id = in_organisation and (in_about is null or p.id = in_about)
    and p.decision is null)$$);
-- Nothing that gives a number leaves, until another is agreed.
call lintel.notice_waits_while('{sender_ended}', $$not exists (
  select from message_sender m where m.organisation_id = in_organisation and m.ended_at is null)$$);
