-- Administrators are told of a system that waits for a decision until it is decided, and of one that has stopped asking
-- for as long as it does: a system that does not ask may be sending to everybody (V4.1, L2.1).
create table hold_silence (
  organisation_id uuid not null,
  system_id uuid not null,
  -- when it last asked, or was given its token
  since timestamptz not null,
  told_at timestamptz not null,
  primary key (organisation_id, system_id, since),
  foreign key (organisation_id, system_id) references hold_system
);
call lintel.protect('hold_silence', $$'system' = any ((select lintel.roles())::text[])$$);
create policy definer on hold_silence for select to lintel_definer using (true);
grant select, insert on hold_silence to lintel_app;
grant select on hold_silence to lintel_definer;

do $$
declare
  stands constant text := pg_get_functiondef(
    'lintel.notice_waits(uuid, text, uuid, uuid, uuid, uuid)'::regprocedure);
  before constant text := '  elsif in_kind = ''threshold_to_decide'' then';
begin
  if position(before in stands) = 0 then raise exception 'notice_waits does not ask as it did'; end if;
  execute replace(stands, before, $q$  elsif in_kind = 'system_to_decide' then
    return exists (
      select from hold_system s where s.organisation_id = in_organisation and (in_about is null or s.id = in_about)
        and s.decision is null);
  elsif in_kind = 'system_silent' then
    return exists (
      select from hold_token t join hold_silence q on q.organisation_id = t.organisation_id
          and q.system_id = t.system_id
        where t.organisation_id = in_organisation and (in_about is null or t.system_id = in_about)
          and t.revoked_at is null and not exists (select from hold_day d where d.organisation_id = t.organisation_id
            and d.system_id = t.system_id and d.last_at > q.since)
          and q.since = (select max(p.since) from hold_silence p where p.organisation_id = t.organisation_id
            and p.system_id = t.system_id));
$q$ || before);
end $$;

-- Each time that somebody looked at a hold again: why it stays, or why it ends.
create table hold_review (
  organisation_id uuid not null,
  id uuid not null,
  hold_id uuid not null,
  decision text not null check (decision in ('kept', 'ended')),
  why text not null check (why <> ''),
  look_on date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, hold_id) references hold,
  foreign key (organisation_id, decided_by) references staff
);
create index hold_review_hold on hold_review (organisation_id, hold_id, decided_at desc);
create index hold_review_by on hold_review (organisation_id, decided_by) where decided_by is not null;
create function lintel.sees_hold(in_organisation uuid, in_hold uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from hold h where h.organisation_id = in_organisation and h.id = in_hold) $$;
revoke all on function lintel.sees_hold from public;
grant execute on function lintel.sees_hold to lintel_app;
call lintel.protect('hold_review', 'lintel.sees_hold(organisation_id, hold_id)');
grant select, insert on hold_review to lintel_app;
