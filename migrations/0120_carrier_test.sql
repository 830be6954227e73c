-- A message that an administrator had sent to themselves, to see whether a service works. Its words are always the same.
create table carrier_test (
  organisation_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('text', 'email')),
  -- a telephone of their own, kept until it was used; an e-mail goes to the address with which they sign in
  phone text not null default '',
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- taken by the program: it is tried once
  tried_at timestamptz,
  done_at timestamptz,
  -- how the service took it: a code, never its words
  outcome text not null default '' check (outcome in ('', 'taken', 'refused', 'not_reached', 'not_known')),
  fault text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references staff,
  check (tried_at is null or phone = '')
);
create index carrier_test_waits on carrier_test (organisation_id) where tried_at is null;
create index carrier_test_asked_by on carrier_test (organisation_id, asked_by, asked_at desc);
call lintel.protect('carrier_test', $$lintel.roles() && '{administrator,system}'$$);
create policy own_name on carrier_test as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and asked_by = lintel.staff());
grant select, insert, update (phone, tried_at, done_at, outcome, fault) on carrier_test to lintel_app;

-- Those that are held stand once as all of them together, and once for each thing that they wait for.
create or replace function lintel.messages_standing(in_organisation uuid)
  returns table (channel text, state text, basis text, messages bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with looked as (select m.channel, m.state, m.reasons from message m
    where (in_organisation is null or m.organisation_id = in_organisation)
      and (m.look_at is not null or m.asks or m.state = 'sending'))
  select l.channel, l.state, '', count(*) from looked l group by 1, 2
  union all
  select l.channel, l.state, r.basis, count(*) from looked l
    cross join lateral (select distinct e ->> 'basis' as basis from jsonb_array_elements(l.reasons) e) r
    where l.state = 'held' and r.basis is not null group by 1, 2, 3 $$;
