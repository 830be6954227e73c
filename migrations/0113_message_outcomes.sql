-- What becomes of a message after it left, as its service says: asked of it, or told by it.
alter table message
  -- when its service is asked next what became of it, and how often it was asked; null: not any more
  add ask_at timestamptz,
  add asked smallint not null default 0,
  -- when it came back from a number or a mailbox that is no more: the way it went is in doubt since (V3.2, L2.1a)
  add gone_at timestamptz;
create index message_ask on message (organisation_id, ask_at) where ask_at is not null;
grant update (ask_at, asked, gone_at) on message to lintel_app;

-- How each service stands: when it last did what it is for, since when it does not, and its code. Of no message.
create table carrier_standing (
  organisation_id uuid not null references organisation,
  channel text not null check (channel in ('text', 'email', 'replies')),
  last_well_at timestamptz,
  failing_since timestamptz,
  -- a code of the service, never its words
  fault text not null default '',
  primary key (organisation_id, channel)
);
call lintel.protect('carrier_standing');
grant select, insert, update (last_well_at, failing_since, fault) on carrier_standing to lintel_app;
create policy definer on carrier_standing for select to lintel_definer using (true);
grant select on carrier_standing to lintel_definer;

-- Whether a service has not done what it is for since before this moment, of any landlord; asked by /health.
create function lintel.carriers_failing(in_before timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from carrier_standing s where s.failing_since < in_before) $$;
alter function lintel.carriers_failing owner to lintel_definer;
revoke all on function lintel.carriers_failing from public;
grant execute on function lintel.carriers_failing to lintel_app;

-- How many messages stand how, for whoever looks after the services and sees no case: counts, and what those that are
-- held rest on; never whose they are. Of one landlord, or, for the figures of the program, of all of them.
create function lintel.messages_standing(in_organisation uuid)
  returns table (channel text, state text, basis text, messages bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.channel, m.state, coalesce(r.basis, ''), count(*)
  from message m
  left join lateral (select distinct e ->> 'basis' as basis from jsonb_array_elements(m.reasons) e) r
    on m.state = 'held'
  where (in_organisation is null or m.organisation_id = in_organisation)
    and (m.look_at is not null or m.asks or m.state = 'sending')
  group by 1, 2, 3 $$;
create policy definer on message for select to lintel_definer using (true);
grant select on message to lintel_definer;
create index message_asks_now on message (organisation_id) where asks;
alter function lintel.messages_standing owner to lintel_definer;
revoke all on function lintel.messages_standing from public;
grant execute on function lintel.messages_standing to lintel_app;
