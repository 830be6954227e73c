-- To whom a child or an adult at risk is referred, by the area of the council: kept by an administrator. Who is reached
-- there is changed by ending one and writing down another, so that what was used then stays known.
create table safeguarding_hub (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('child', 'adult', 'both')),
  -- as the register calls the council
  authority text not null check (authority <> ''),
  name text not null check (name <> ''),
  phone text not null check (phone <> ''),
  out_of_hours text not null default '',
  email text not null default '',
  how_known text not null check (how_known <> ''),
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references staff,
  foreign key (organisation_id, ended_by) references staff,
  check ((ended_at is null) = (ended_why = ''))
);
create unique index safeguarding_hub_once on safeguarding_hub (organisation_id, lower(authority), kind, lower(name))
  where ended_at is null;
create index safeguarding_hub_adder on safeguarding_hub (organisation_id, added_by);
create index safeguarding_hub_ender on safeguarding_hub (organisation_id, ended_by) where ended_by is not null;
call lintel.protect('safeguarding_hub');
create policy own_name on safeguarding_hub as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and added_by is not distinct from lintel.staff());
grant select, insert, update (ended_at, ended_by, ended_why) on safeguarding_hub to lintel_app;

-- A referral that is written in Lintel leaves as everything else does, and by nothing that is missing is it stopped.
alter table share add referral_id uuid,
  add foreign key (organisation_id, referral_id) references safeguarding_referral;
create index share_referral on share (organisation_id, referral_id) where referral_id is not null;
alter table share_sent drop constraint share_sent_second_check,
  add constraint share_sent_second_check check (second in ('not_needed', 'agreed', 'afterwards', 'safeguarding'));

-- As rules/may-share.ts says it: only where nobody sends it any more does a link to a referral open nothing.
alter function lintel.share_stands rename to decided_share_stands;
create function lintel.share_stands(in_link share_link) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select case when h.referral_id is null then lintel.decided_share_stands(in_link)
    else h.dropped_at is null and r.ended_at is null and not exists (select from lintel.domain_ended(in_link, r.agency))
    end
  from share h join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  where h.organisation_id = in_link.organisation_id and h.id = in_link.share_id $$;
alter function lintel.share_stands owner to lintel_definer;
revoke all on function lintel.share_stands from public;
