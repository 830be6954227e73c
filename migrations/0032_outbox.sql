-- Mail that waits to be sent: put here by the transaction that causes it, sent by a job of ours, gone once it is sent.
-- What was given up stays a while for an administrator to see, without its link, which may open an account.
create table outbox (
  organisation_id uuid not null references organisation,
  id uuid not null,
  to_address text not null,
  link text not null,
  queued_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  gave_up_at timestamptz,
  -- The mail server's reply code, or what kept us from it: never its words, which may hold an address.
  fault text not null default '',
  primary key (organisation_id, id),
  check (gave_up_at is null or link = '')
);
create index outbox_waiting on outbox (organisation_id, next_attempt_at) where gave_up_at is null;
create index outbox_gave_up on outbox (organisation_id, gave_up_at) where gave_up_at is not null;

-- What pg-boss still held at the upgrade goes on waiting here. Its mail did not say whose it was: the colleague with
-- that address does, and where nobody has it any more, nobody is owed the letter.
do $$
begin
  if to_regclass('lintel_queue.job') is null then return; end if;
  alter table staff no force row level security;
  insert into outbox (organisation_id, id, to_address, link, queued_at, next_attempt_at)
    select distinct on (j.id) s.organisation_id, j.id, j.data ->> 'to', j.data ->> 'link', j.created_on, j.start_after
    from lintel_queue.job j join staff s on s.email = lower(j.data ->> 'to')
    where j.name = 'mail' and j.state::text in ('created', 'retry', 'active')
    order by j.id, s.ended_at is not null, s.invited_at;
  alter table staff force row level security;
  drop schema lintel_queue cascade;
end $$;

alter table outbox enable row level security;
alter table outbox force row level security;
create policy queued on outbox for insert to lintel_app with check (organisation_id = lintel.organisation());
create policy sending on outbox to lintel_app
  using (organisation_id = lintel.organisation() and 'system' = any (lintel.roles()));
create policy gave_up on outbox for select to lintel_app using (
  organisation_id = lintel.organisation() and gave_up_at is not null and 'administrator' = any (lintel.roles()));
grant select, insert, update, delete on outbox to lintel_app;
