-- What was done since something was shared, or decided to be, that whoever sent it cannot see from what they sent.
-- held: an entry was held back, or they took back another kind of thing. What somebody wrote by hand may repeat it in
-- other words, which no gate can know: nothing leaves until a person has looked. corrected: an entry that left was put
-- right, and whoever has it reads it uncorrected.
create table share_since (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  share_id uuid not null,
  kind text not null check (kind in ('held', 'corrected')),
  -- What was held back, or what was put right; null: they took something back.
  entry_id uuid,
  correction_id uuid,
  since timestamptz not null,
  told_at timestamptz,
  -- repeats: nothing more is shared by it; nothing: it goes on; not_shared: nothing had left, and nothing will;
  -- sent: the correction went; not_sent: it need not.
  answer text check (answer in ('repeats', 'nothing', 'not_shared', 'sent', 'not_sent')),
  answered_at timestamptz,
  answered_by uuid,
  answered_why text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, share_id) references share,
  foreign key (organisation_id, entry_id) references case_entry,
  foreign key (organisation_id, correction_id) references case_entry,
  foreign key (organisation_id, answered_by) references staff,
  check ((kind = 'corrected') = (correction_id is not null)),
  check ((answer is null) = (answered_at is null)),
  check ((answer in ('repeats', 'nothing', 'not_shared')) = (kind = 'held')),
  check (answer is null or answer = 'sent' or answered_why <> '')
);
create index share_since_share on share_since (organisation_id, share_id);
create index share_since_case on share_since (organisation_id, case_id);
create index share_since_untold on share_since (organisation_id, since) where told_at is null;
create index share_since_entry on share_since (organisation_id, entry_id) where entry_id is not null;
create index share_since_correction on share_since (organisation_id, correction_id) where correction_id is not null;
create index share_since_answered_by on share_since (organisation_id, answered_by) where answered_by is not null;
call lintel.protect_case_child('share_since');
grant select, insert, update (told_at, answer, answered_at, answered_by, answered_why) on share_since to lintel_app;
create policy definer on share_since for select to lintel_definer using (true);
grant select on share_since to lintel_definer;
create policy definer on plan_version for select to lintel_definer using (true);
grant select on plan_version to lintel_definer;

-- Of decisions that stand (28 days, as rules/may-share.ts has it) those that tell of anything in words or answers of ours:
-- whether entries may go is decided of each of them.
create function lintel.doubt_shares(in_organisation uuid, in_case uuid, in_entry uuid, in_since timestamptz)
returns void language sql set search_path = public, pg_temp as $$
  insert into share_since (organisation_id, case_id, share_id, kind, entry_id, since)
  select h.organisation_id, h.case_id, h.id, 'held', in_entry, in_since from share h
  where h.organisation_id = in_organisation and h.case_id = in_case and h.dropped_at is null
    and h.decided_at > in_since - interval '28 days'
    and (h.plan_version_id is not null or h.words <> '' or h.assessments <> '{}') $$;
revoke all on function lintel.doubt_shares from public;
grant execute on function lintel.doubt_shares to lintel_app;

create function lintel.entry_held_back() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.doubt_shares(new.organisation_id, new.case_id, new.entry_id, new.set_at);
  return null;
end $$;
create trigger entry_held_back after insert on entry_condition for each row execute function lintel.entry_held_back();

-- Agencies might see it until now.
create function lintel.entry_kept_in() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (select 'agencies' = any (coalesce((select a.disclosable_to from entry_audience a
        where a.organisation_id = e.organisation_id and a.entry_id = e.id and a.number < new.number
        order by a.number desc limit 1), e.disclosable_to))
      from case_entry e where e.organisation_id = new.organisation_id and e.id = new.entry_id) then
    perform lintel.doubt_shares(new.organisation_id, new.case_id, new.entry_id, new.decided_at);
  end if;
  return null;
end $$;
create trigger entry_kept_in after insert on entry_audience for each row
  when (not 'agencies' = any (new.disclosable_to)) execute function lintel.entry_kept_in();

-- They took back, or refuse, some kinds of things. What rests on their agreement about others still stands, and may
-- tell of these; what rests on their agreement about these is shut already.
create function lintel.doubt_agreed(in_consent consent, in_since timestamptz) returns void language sql
set search_path = public, pg_temp as $$
  insert into share_since (organisation_id, case_id, share_id, kind, since)
  select h.organisation_id, h.case_id, h.id, 'held', in_since from share h
  where h.organisation_id = in_consent.organisation_id and h.case_id = in_consent.case_id and h.dropped_at is null
    and h.recipient_id = in_consent.recipient_id and h.basis = '' and not lintel.share_kinds(h) && in_consent.kinds
    and h.decided_at > in_since - interval '28 days'
    and (h.plan_version_id is not null or h.words <> '' or h.assessments <> '{}') $$;
revoke all on function lintel.doubt_agreed from public;
grant execute on function lintel.doubt_agreed to lintel_app;

create function lintel.agreement_taken_back() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.doubt_agreed(o, new.recorded_at) from consent o
    where o.organisation_id = new.organisation_id and o.id = new.consent_id;
  return null;
end $$;
create trigger agreement_taken_back after insert on consent_change for each row
  execute function lintel.agreement_taken_back();
create function lintel.agreement_refused() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform lintel.doubt_agreed(new, new.recorded_at);
  return null;
end $$;
create trigger agreement_refused after insert on consent for each row when (new.answer = 'refused')
  execute function lintel.agreement_refused();

create function lintel.what_left_corrected() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into share_since (organisation_id, case_id, share_id, kind, entry_id, correction_id, since)
  select h.organisation_id, h.case_id, h.id, 'corrected', new.corrects_id, new.id, new.recorded_at from share h
  where h.organisation_id = new.organisation_id and h.case_id = new.case_id
    and exists (select from share_sent t where t.organisation_id = h.organisation_id and t.share_id = h.id
      and new.corrects_id = any (t.entries));
  return null;
end $$;
create trigger what_left_corrected after insert on case_entry for each row when (new.corrects_id is not null)
  execute function lintel.what_left_corrected();
revoke all on function lintel.entry_held_back, lintel.entry_kept_in, lintel.agreement_taken_back,
  lintel.agreement_refused, lintel.what_left_corrected from public;

-- What of a plan is shared (rules of sharing/store/shares.ts): what is open, and by whom.
create function lintel.plan_said(in_organisation uuid, in_version uuid) returns setof text language sql stable
set search_path = public, pg_temp as $$
  select concat_ws(', by ', a ->> 'what', nullif(a ->> 'by', '')) from plan_version v,
    jsonb_array_elements(v.content -> 'actions') a
  where v.organisation_id = in_organisation and v.id = in_version and a ->> 'state' = 'open' $$;
revoke all on function lintel.plan_said from public;
grant execute on function lintel.plan_said to lintel_app, lintel_definer;

-- As it was (0144), and: about all that its entries tell of (0155), and neither while somebody has to look whether it repeats what was held back since, nor where an
-- agreed plan repeats it.
create or replace function lintel.share_stands(in_link share_link) returns boolean language sql stable
set search_path = public, pg_temp as $$
  select h.dropped_at is null and r.ended_at is null and c.closed_at is null
    and not (h.decided_by = any (c.blocked_staff))
    and not exists (select from share_since d where d.organisation_id = h.organisation_id and d.share_id = h.id
      and d.kind = 'held' and d.answer is null)
    and not exists (select from lintel.domain_ended(in_link, r.agency))
    and not exists (select from share_sent t where t.organisation_id = h.organisation_id and t.id = in_link.sent_id
      and t.sent_by = any (c.blocked_staff))
    and not exists (select from share_second s where s.organisation_id = h.organisation_id and s.share_id = h.id
      and (s.decision in ('declined', 'withdrawn') or s.decided_by = any (c.blocked_staff)))
    -- On no agreement of theirs: by two, or by one for as long as somebody is in danger.
    and (in_link.consents <> '{}' or (c.immediate_danger and h.purpose = 'safety')
      or exists (select from share_second s where s.organisation_id = h.organisation_id and s.share_id = h.id
        and s.decision = 'approved' and s.decided_by <> h.decided_by))
    and not exists (select from consent_change x where x.organisation_id = h.organisation_id
      and x.consent_id = any (in_link.consents))
    and (in_link.consents = '{}' or not exists (select from unnest(lintel.share_kinds(h)) kind where not exists (
      select from consent o where o.organisation_id = h.organisation_id and o.id = any (in_link.consents)
        and kind = any (o.kinds)
        and not exists (select from case_closing k where k.organisation_id = o.organisation_id
          and k.case_id = o.case_id and k.decision in ('signed', 'not_needed') and k.decided_at >= o.given_at)
        and not exists (select from consent x
          left join consent_change y on y.organisation_id = x.organisation_id and y.consent_id = x.id
          where x.organisation_id = h.organisation_id and x.case_id = h.case_id and x.recipient_id = h.recipient_id
            and x.purpose = h.purpose and kind = any (x.kinds) and (x.answer = 'refused' or y.id is not null)
            and (coalesce(y.recorded_at, x.recorded_at) > o.recorded_at
              or (x.answer = 'refused' and x.given_at > o.given_at))))))
    and not exists (select from lintel.kept_from_agencies(h.organisation_id, h.case_id) kept
      where kept.id = any (h.entries) or (h.words <> '' and lintel.repeats(h.words, kept.said))
        or exists (select from lintel.plan_said(h.organisation_id, h.plan_version_id) said
          where lintel.repeats(said, kept.said)))
  from share h
  join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
  join case_file c on c.organisation_id = h.organisation_id and c.id = h.case_id
  where h.organisation_id = in_link.organisation_id and h.id = in_link.share_id $$;

-- What nobody was told of yet, for the job that tells: whoever sent something of it, decided it, or leads the case.
create function lintel.since_untold() returns table (id uuid, case_id uuid, share_id uuid, kind text, lead_id uuid,
  concerns uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.case_id, s.share_id, s.kind, c.lead_id,
    array(select t.sent_by from share_sent t where t.organisation_id = s.organisation_id and t.share_id = s.share_id
      and (s.kind = 'held' or s.entry_id = any (t.entries))
      union select h.decided_by)
  from share_since s
  join share h on h.organisation_id = s.organisation_id and h.id = s.share_id
  join case_file c on c.organisation_id = s.organisation_id and c.id = s.case_id
  where s.organisation_id = lintel.organisation() and 'system' = any (lintel.roles()) and s.told_at is null
  order by s.since, s.id limit 100 $$;
alter function lintel.since_untold owner to lintel_definer;
revoke all on function lintel.since_untold from public;
grant execute on function lintel.since_untold to lintel_app;

call lintel.notice_waits_while('{share_in_doubt,share_corrected}', $$in_about is null or exists (
  select from share_since s where s.organisation_id = in_organisation and s.id = in_about and s.answer is null)$$);
