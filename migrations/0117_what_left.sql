-- What left by a decision, exactly as it left: the document sealed, its hash, to whom, when, by which way, and what
-- whoever sent it was shown of who would learn it (V3.2, V4.8b, L2.8, L2.10).
create table share_sent (
  organisation_id uuid not null references organisation,
  id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  way text not null check (way in ('age_key', 'age_words', 'zip', 'link', 'evidence')),
  -- an address, a public key, or what it is
  to_whom text not null,
  name text not null,
  -- sealed with a key that the database does not have
  sealed bytea not null,
  sha256 bytea not null,
  -- the encrypted file as it left; null: it left as a link
  container bytea,
  container_sha256 bytea,
  -- on their agreement, or on another ground; and whether a second person looks afterwards
  rests_on text not null check (rests_on in ('consent', 'ground')),
  second text not null check (second in ('not_needed', 'agreed', 'afterwards')),
  learners jsonb not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, share_id) references share,
  foreign key (organisation_id, sent_by) references staff,
  check ((container is null) = (container_sha256 is null))
);
create index share_sent_share on share_sent (organisation_id, share_id, sent_at);
create index share_sent_case on share_sent (organisation_id, case_id);
create index share_sent_by on share_sent (organisation_id, sent_by);
call lintel.protect_case_child('share_sent');
create policy own_name on share_sent as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and sent_by is not distinct from lintel.staff());
grant select, insert on share_sent to lintel_app;

-- An agency's own domain, so that a link goes to a work address and nowhere else. Whoever wrote it down does not send
-- to it: another does.
create table partner_domain (
  organisation_id uuid not null references organisation,
  id uuid not null,
  agency text not null check (agency <> ''),
  domain text not null check (domain = lower(domain) and domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
  how_known text not null check (how_known <> ''),
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references staff,
  foreign key (organisation_id, ended_by) references staff
);
create unique index partner_domain_once on partner_domain (organisation_id, domain, lintel.folded_name(agency))
  where ended_at is null;
create index partner_domain_added_by on partner_domain (organisation_id, added_by);
create index partner_domain_ended_by on partner_domain (organisation_id, ended_by) where ended_by is not null;
call lintel.protect('partner_domain');
grant select, insert, update (ended_at, ended_by) on partner_domain to lintel_app;

-- A link to one thing that was shared, for one reader. Neither the link nor its code is kept, only what they hash to.
create table share_link (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  sent_id uuid not null,
  share_id uuid not null,
  token_hash bytea not null,
  code_hash bytea not null,
  address text not null check (address <> ''),
  -- how the code reaches the reader: another way than the link
  code_told text not null check (code_told <> ''),
  -- on which answers of theirs it rests; empty: on another ground
  consents uuid[] not null,
  expires_at timestamptz not null,
  wrong integer not null default 0,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, sent_id) references share_sent,
  foreign key (organisation_id, share_id) references share,
  foreign key (organisation_id, revoked_by) references staff
);
create unique index share_link_token on share_link (organisation_id, token_hash);
create index share_link_by_token on share_link (token_hash);
create index share_link_sent on share_link (organisation_id, sent_id);
create index share_link_share on share_link (organisation_id, share_id);
create index share_link_case on share_link (organisation_id, case_id);
create index share_link_revoked_by on share_link (organisation_id, revoked_by) where revoked_by is not null;
call lintel.protect_case_child('share_link');
grant select (organisation_id, id, case_id, sent_id, share_id, address, code_told, consents, expires_at, wrong,
  revoked_at, revoked_by), insert, update (revoked_at, revoked_by) on share_link to lintel_app;

-- Who opened it and when, and each code that was wrong.
create table share_opening (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  link_id uuid not null,
  at timestamptz not null,
  reader text not null,
  outcome text not null check (outcome in ('opened', 'asked', 'wrong', 'locked')),
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, link_id) references share_link
);
create index share_opening_link on share_opening (organisation_id, link_id, at);
create index share_opening_case on share_opening (organisation_id, case_id);
call lintel.protect_case_child('share_opening');
grant select on share_opening to lintel_app;

-- What the partner site knows: nothing but what one link, with its code, opens. Everything that would shut it meanwhile
-- is asked as it is opened.
do $$
declare
  each text;
begin
  foreach each in array array['share', 'share_recipient', 'share_sent', 'share_link', 'consent', 'consent_change',
    'entry_condition', 'entry_audience', 'case_entry'] loop
    if not exists (select from pg_policy where polrelid = each::regclass and polname = 'definer') then
      execute format('create policy definer on %I for select to lintel_definer using (true)', each);
    end if;
    execute format('grant select on %I to lintel_definer', each);
  end loop;
end $$;
create policy definer_counts on share_link for update to lintel_definer using (true) with check (true);
grant update (wrong) on share_link to lintel_definer;
create policy definer on share_opening for insert to lintel_definer with check (true);
grant insert on share_opening to lintel_definer;

create function lintel.share_stands(in_link share_link) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select h.dropped_at is null and r.ended_at is null and c.closed_at is null
    and not (h.decided_by = any (c.blocked_staff))
    and not exists (select from share_second s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and (s.decision in ('declined', 'withdrawn') or s.decided_by = any (c.blocked_staff)))
    and not exists (select from consent_change x where x.organisation_id = h.organisation_id
      and x.consent_id = any (in_link.consents))
    and (in_link.consents = '{}' or not exists (select from consent x where x.organisation_id = h.organisation_id
      and x.case_id = h.case_id and x.recipient_id = h.recipient_id and x.purpose = h.purpose
      and x.answer = 'refused' and x.recorded_at >= (select t.sent_at from share_sent t
        where t.organisation_id = h.organisation_id and t.id = in_link.sent_id)))
    and not exists (select from entry_condition x where x.organisation_id = h.organisation_id
      and x.entry_id = any (h.entries) and x.lifted_at is null)
    and not exists (select from case_entry e where e.organisation_id = h.organisation_id and e.id = any (h.entries)
      and not ('agencies' = any (coalesce((select a.disclosable_to from entry_audience a
        where a.organisation_id = e.organisation_id and a.entry_id = e.id order by a.number desc limit 1),
        e.disclosable_to))))
  from share h
  join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  join case_file c on c.organisation_id = h.organisation_id and c.id = h.case_id
  where h.organisation_id = in_link.organisation_id and h.id = in_link.share_id $$;

-- Five wrong codes lock it for good. Whatever is wrong, nothing comes back, and nothing says what it was.
create function lintel.open_share_link(in_token bytea, in_code bytea, in_reader text, in_reads boolean,
  in_now timestamptz)
returns table (organisation_id uuid, case_id uuid, sent_id uuid, sealed bytea, agency text, role text, purpose text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  link share_link;
  said text;
begin
  select l.* into link from share_link l where l.token_hash = in_token for update;
  if link.id is null or link.revoked_at is not null or link.expires_at <= in_now
    or not coalesce(lintel.share_stands(link), false) then
    return;
  end if;
  said := case when link.wrong >= 5 then 'locked' when link.code_hash <> in_code then 'wrong'
    when in_reads then 'opened' else 'asked' end;
  if said = 'wrong' then
    update share_link l set wrong = l.wrong + 1 where l.organisation_id = link.organisation_id and l.id = link.id;
  end if;
  -- What a stranger types after it is locked is counted no more.
  if said <> 'locked' then
    insert into share_opening (organisation_id, case_id, link_id, at, reader, outcome)
      values (link.organisation_id, link.case_id, link.id, in_now, in_reader, said);
  end if;
  if said not in ('opened', 'asked') then
    return;
  end if;
  return query select t.organisation_id, t.case_id, t.id, case when in_reads then t.sealed end, r.agency, r.role,
      h.purpose
    from share_sent t
    join share h on h.organisation_id = t.organisation_id and h.id = t.share_id
    join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
    where t.organisation_id = link.organisation_id and t.id = link.sent_id;
end $$;
alter function lintel.share_stands owner to lintel_definer;
revoke all on function lintel.share_stands from public;
alter function lintel.open_share_link owner to lintel_definer;
revoke all on function lintel.open_share_link from public;
grant execute on function lintel.open_share_link to lintel_app;
