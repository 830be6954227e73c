-- The ground floor: organisations, staff, sessions, the record, and what every form needs.
-- Roles (made before the first migration): lintel_owner owns everything and serves nothing; lintel_app serves the
-- staff site and runs jobs; lintel_public serves the help site; lintel_definer owns a few narrow functions.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema lintel;
grant usage on schema lintel, public to lintel_app, lintel_public, lintel_definer;
grant create on schema lintel to lintel_definer;

-- Who is asking, set once at the start of each transaction.
create function lintel.organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lintel.organisation', true), '')::uuid $$;
create function lintel.staff() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lintel.staff', true), '')::uuid $$;
create function lintel.roles() returns text[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('lintel.roles', true), ''), ',') $$;
create function lintel.opened_case() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lintel.opened_case', true), '')::uuid $$;

-- Every table of an organisation: row-level security forced, and at least the organisation's own wall.
create procedure lintel.protect(target regclass, visible text default 'true') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy organisation on %s to lintel_app using (organisation_id = lintel.organisation() and (%s))',
    target, visible);
end $$;

create table organisation (
  organisation_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  pack_id text not null,
  demonstration boolean not null default false,
  created_at timestamptz not null,
  -- Since when the team has had a manager: from then on one confirms whoever is to see cases (see confirmation).
  managed_since timestamptz
);
call lintel.protect('organisation');
grant select, insert, update on organisation to lintel_app;
-- Names of landlords are public: the sign-in page and the help site list them.
create policy listed on organisation for select to lintel_app, lintel_public, lintel_definer using (true);
grant select on organisation to lintel_public, lintel_definer;

create table staff (
  organisation_id uuid not null references organisation,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  job_title text not null default '',
  roles text[] not null,
  manager_id uuid,
  deputy_id uuid,
  invited_at timestamptz not null,
  enrolled_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, manager_id) references staff,
  foreign key (organisation_id, deputy_id) references staff
);
create unique index staff_email on staff (organisation_id, email);
create index staff_manager on staff (organisation_id, manager_id) where manager_id is not null;
create index staff_deputy on staff (organisation_id, deputy_id) where deputy_id is not null;
call lintel.protect('staff');
grant select, insert, update on staff to lintel_app;
create policy definer on staff for select to lintel_definer using (true);
grant select on staff to lintel_definer;

-- Apart from staff, so that no list of colleagues can ever carry a secret: own row, or the program itself signing in.
create table credential (
  organisation_id uuid not null,
  staff_id uuid not null,
  password_hash text,
  totp_secret bytea,
  totp_enrolled_at timestamptz,
  -- The newest 30-second step whose code was used: none is accepted twice.
  totp_last_step bigint,
  code_failed integer not null default 0,
  code_failed_at timestamptz,
  changed_at timestamptz not null,
  primary key (organisation_id, staff_id),
  foreign key (organisation_id, staff_id) references staff
);
call lintel.protect('credential', $$staff_id = lintel.staff() or 'system' = any (lintel.roles())$$);
grant select, insert, update on credential to lintel_app;
create policy definer on credential for select to lintel_definer using (true);
grant select (organisation_id, staff_id, totp_enrolled_at) on credential to lintel_definer;

-- Wrong passwords by account and place, both as keyed hashes, whether or not the account exists: what somebody
-- typed into the wrong field is never kept, and nobody learns from it who works here.
create table sign_in_failure (
  organisation_id uuid not null references organisation,
  account_hash bytea not null,
  place_hash bytea not null,
  failed integer not null,
  failed_at timestamptz not null,
  primary key (organisation_id, account_hash, place_hash)
);
create index sign_in_failure_at on sign_in_failure (organisation_id, failed_at);
call lintel.protect('sign_in_failure', $$'system' = any (lintel.roles())$$);
grant select, insert, update, delete on sign_in_failure to lintel_app;

create table recovery_code (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff
);
create index recovery_code_staff on recovery_code (organisation_id, staff_id);
call lintel.protect('recovery_code', $$staff_id = lintel.staff() or 'system' = any (lintel.roles())$$);
grant select, insert, update, delete on recovery_code to lintel_app;

create table one_time_link (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  secret_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff
);
create index one_time_link_staff on one_time_link (organisation_id, staff_id);
-- A manager hands over the link of whoever sees cases.
call lintel.protect('one_time_link', $$lintel.roles() && '{administrator,da_manager,system}'$$);
grant select, insert, update on one_time_link to lintel_app;

-- What an administrator asks for and a manager of the team decides: roles that see cases, and a new start for whoever
-- has one. Both tables are added to and never changed; until a decision says so, staff.roles is what it was.
create table confirmation (
  organisation_id uuid not null references organisation,
  id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('roles', 'new_start')),
  roles text[] not null check (roles <@ '{da_manager,da_worker}'),
  asked_at timestamptz not null,
  asked_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff,
  foreign key (organisation_id, asked_by) references staff
);
create index confirmation_staff on confirmation (organisation_id, staff_id);
create index confirmation_asked_by on confirmation (organisation_id, asked_by);
call lintel.protect('confirmation', $$lintel.roles() && '{administrator,da_manager,system}'$$);
grant select, insert on confirmation to lintel_app;

create table confirmation_decision (
  organisation_id uuid not null,
  confirmation_id uuid not null,
  -- first: the team had no manager yet who could have been asked
  decision text not null check (decision in ('confirmed', 'declined', 'withdrawn', 'first')),
  reason text not null default '',
  decided_at timestamptz not null,
  -- null: the program itself, at the word of whoever runs it
  decided_by uuid,
  primary key (organisation_id, confirmation_id),
  foreign key (organisation_id, confirmation_id) references confirmation,
  foreign key (organisation_id, decided_by) references staff
);
create index confirmation_decision_by on confirmation_decision (organisation_id, decided_by);
call lintel.protect('confirmation_decision', $$lintel.roles() && '{administrator,da_manager,system}'$$);
grant select, insert on confirmation_decision to lintel_app;

-- Two people: neither whoever asked nor whom it is about decides, and only a manager of the team.
create function lintel.check_decision() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if lintel.staff() is null then return new; end if;
  if new.decided_by is distinct from lintel.staff() then
    raise exception 'a decision is somebody else''s' using errcode = 'insufficient_privilege';
  end if;
  if new.decision in ('confirmed', 'declined') and not ('da_manager' = any (lintel.roles()) and exists (
    select from confirmation c where c.organisation_id = new.organisation_id and c.id = new.confirmation_id
      and c.asked_by <> lintel.staff() and c.staff_id <> lintel.staff()))
  then
    raise exception 'a second person decides' using errcode = 'insufficient_privilege';
  end if;
  if new.decision = 'first' and exists (
    select from organisation o where o.organisation_id = new.organisation_id and o.managed_since is not null)
  then
    raise exception 'the team has a manager who decides' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger decided before insert on confirmation_decision for each row execute function lintel.check_decision();

-- Nobody gives a role that sees cases alone: whoever is signed in needs the decision that allows it.
create function lintel.check_roles() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  gained text[] := array(
    select unnest(new.roles) intersect select unnest('{da_manager,da_worker}'::text[])
    except select unnest(case when tg_op = 'UPDATE' then old.roles end));
begin
  if lintel.staff() is not null and gained <> '{}' and not exists (
    select from confirmation c join confirmation_decision d
        on d.organisation_id = c.organisation_id and d.confirmation_id = c.id
      where c.organisation_id = new.organisation_id and c.staff_id = new.id and gained <@ c.roles
        and d.decision in ('confirmed', 'first') and d.decided_by = lintel.staff())
  then
    raise exception 'nobody has confirmed these roles' using errcode = 'insufficient_privilege';
  end if;
  if new.enrolled_at is not null and 'da_manager' = any (new.roles) then
    update organisation set managed_since = new.enrolled_at
      where organisation_id = new.organisation_id and managed_since is null;
  end if;
  return new;
end $$;
create trigger roles_given before insert or update on staff for each row execute function lintel.check_roles();

create table session (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  secret_hash bytea not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  address text not null,
  agent text not null,
  second_factor boolean not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff
);
create index session_staff on session (organisation_id, staff_id, started_at desc) where ended_at is null;
create index session_place on session (organisation_id, staff_id, address);
call lintel.protect('session', $$staff_id = lintel.staff() or lintel.roles() && '{administrator,system}'$$);
grant select, insert, update on session to lintel_app;
create policy definer on session to lintel_definer using (true);
grant select, update on session to lintel_definer;

-- The record. Refuses update and delete by grant; sealed in batches (see event_seal).
create table event (
  organisation_id uuid not null references organisation,
  id uuid not null,
  at timestamptz not null,
  name text not null,
  staff_id uuid,
  session_id uuid,
  case_id uuid,
  subject_id uuid,
  data jsonb not null default '{}',
  txid xid8 not null default pg_current_xact_id(),
  primary key (organisation_id, id)
);
create index event_sealing on event (organisation_id, txid, id);
create index event_case on event (organisation_id, case_id, at desc) where case_id is not null;
create index event_named on event (organisation_id, name, at);

create table event_seal (
  organisation_id uuid not null references organisation,
  number bigint not null,
  sealed_at timestamptz not null,
  from_txid xid8 not null,
  before_txid xid8 not null,
  events integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organisation_id, number)
);
call lintel.protect('event_seal');
grant select, insert on event_seal to lintel_app;

create table submission (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid,
  at timestamptz not null,
  location text,
  primary key (organisation_id, id)
);
create index submission_at on submission (organisation_id, at);
call lintel.protect('submission');
grant select, insert, update, delete on submission to lintel_app;

create table draft (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  -- what the draft is about: a case, a disclosure, or the organisation itself where it is about nothing yet
  about_id uuid not null,
  form text not null,
  sealed_fields bytea not null,
  saved_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff
);
create unique index draft_key on draft (organisation_id, staff_id, about_id, form);
call lintel.protect('draft', $$staff_id = lintel.staff()$$);
grant select, insert, update, delete on draft to lintel_app;

create table notification (
  organisation_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  at timestamptz not null,
  kind text not null,
  case_id uuid,
  disclosure_id uuid,
  obligation_id uuid,
  read_at timestamptz,
  -- when an e-mail was queued for it; a colleague who read it before needs none
  mailed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff
);
create index notification_unread on notification (organisation_id, staff_id) where read_at is null;
create index notification_unmailed on notification (organisation_id, at) where mailed_at is null and read_at is null;
create index notification_list on notification (organisation_id, staff_id, at desc);
alter table notification enable row level security;
alter table notification force row level security;
create policy own on notification for select to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = lintel.staff() or 'system' = any (lintel.roles())));
create policy own_update on notification for update to lintel_app
  using (organisation_id = lintel.organisation() and (staff_id = lintel.staff() or 'system' = any (lintel.roles())));
create policy told on notification for insert to lintel_app with check (organisation_id = lintel.organisation());
create policy definer on notification for select to lintel_definer using (true);
grant select, insert, update on notification to lintel_app;
grant select on notification to lintel_definer;

create table helpline (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  phone text not null,
  says text not null,
  checked_on date not null,
  place integer not null,
  primary key (organisation_id, id)
);
call lintel.protect('helpline');
grant select, insert, update, delete on helpline to lintel_app;
create policy read on helpline for select to lintel_public using (organisation_id = lintel.organisation());
grant select on helpline to lintel_public;

-- A request begins: one call finds the session, says who is asking, and scopes everything after it.
create function lintel.begin_request(
  in_organisation uuid, in_session uuid, in_secret_hash bytea, in_now timestamptz, in_idle interval
) returns table (
  staff_id uuid, name text, email text, roles text[], session_id uuid, idle_until timestamptz, ends_at timestamptz,
  second_factor boolean, organisation_name text, slug text, pack_id text, demonstration boolean, unread bigint
) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_session session;
  found_staff staff;
begin
  perform set_config('lintel.organisation', in_organisation::text, true);
  select * into found_session from session s
    where s.organisation_id = in_organisation and s.id = in_session and s.secret_hash = in_secret_hash
      and s.ended_at is null and s.idle_until > in_now and s.ends_at > in_now;
  if not found then return; end if;
  select * into found_staff from staff f
    where f.organisation_id = in_organisation and f.id = found_session.staff_id and f.ended_at is null;
  if not found then return; end if;
  perform set_config('lintel.staff', found_staff.id::text, true);
  perform set_config('lintel.roles', array_to_string(array_remove(found_staff.roles, 'system'), ','), true);
  -- Written at most once a minute: a busy person's session is not a hot row.
  if found_session.seen_at < in_now - interval '1 minute' then
    update session s set seen_at = in_now, idle_until = least(in_now + in_idle, s.ends_at)
      where s.organisation_id = in_organisation and s.id = in_session;
  end if;
  return query
    select found_staff.id, found_staff.name, found_staff.email, found_staff.roles, found_session.id,
      found_session.idle_until, found_session.ends_at,
      -- Given, or not owed: by the roles of this moment, not those at sign-in.
      found_session.second_factor or not (found_staff.roles && '{administrator,da_manager,da_worker}'
        or exists (select from credential k where k.organisation_id = in_organisation
          and k.staff_id = found_staff.id and k.totp_enrolled_at is not null)),
      o.name, o.slug, o.pack_id, o.demonstration,
      -- Counted behind the wall: whoever was told and has since been found to have a conflict hears no more of it.
      (select count(*) from notification n
        left join disclosure d on d.organisation_id = n.organisation_id and d.id = n.disclosure_id
        left join case_file c on c.organisation_id = n.organisation_id and c.id = coalesce(n.case_id, d.case_id)
        where n.organisation_id = in_organisation and n.staff_id = found_staff.id and n.read_at is null
          and not found_staff.id = any (coalesce(c.blocked_staff, '{}') || coalesce(d.blocked_staff, '{}'))
          and (c.id is null or found_staff.id = any (c.granted_staff) or found_staff.roles && c.granted_roles))
    from organisation o where o.organisation_id = in_organisation;
end $$;
alter function lintel.begin_request owner to lintel_definer;
revoke all on function lintel.begin_request from public;
grant execute on function lintel.begin_request to lintel_app;
