-- How many promises run, are owed, and ended lately is kept, not counted at each look: counting grows with the
-- landlord. Nobody who writes waits for anybody: a promise that moves appends to `promise_move` in its own transaction.
-- Once a minute all is counted anew into `promise_standing`, which takes the place of the moves that it has seen. What
-- is kept and what has moved since, read in one statement, are what a count at that moment would say.
create function lintel.whole_team(granted_roles text[]) returns boolean
  language sql immutable parallel safe
  as $$ select granted_roles @> '{da_manager,da_worker}' $$;

-- Sums, without a case: only the function below reads them.
create table promise_standing (
  organisation_id uuid not null references organisation,
  -- its case may be seen by everybody in the team who has no conflict; the others are kept to named people
  whole_team boolean not null,
  commitment text not null,
  -- running, overdue, or how it ended
  ending text not null,
  -- on which it ended; infinity: it is owed
  day date not null,
  number integer not null,
  primary key (organisation_id, whole_team, commitment, ending, day)
);
alter table promise_standing enable row level security;
alter table promise_standing force row level security;
create policy definer on promise_standing to lintel_definer using (true);
grant select, insert, delete on promise_standing to lintel_definer;

-- No references: each would be looked up again for each row, of which none outlives the next count.
create table promise_move (
  organisation_id uuid not null,
  id bigint not null generated always as identity,
  -- whose wall says who is told of it, as it stands when somebody looks
  case_id uuid,
  -- where that is settled: told of, and not yet a case; or what was kept for a case whose wall has changed since
  whole_team boolean,
  commitment text not null,
  ending text not null,
  day date not null,
  number integer not null,
  primary key (organisation_id, id),
  check (num_nonnulls(case_id, whole_team) = 1)
);
alter table promise_move enable row level security;
alter table promise_move force row level security;
create policy definer on promise_move to lintel_definer using (true);
grant select, insert, delete on promise_move to lintel_definer;

-- As what a promise counts: as what it is owed, and on the day on which it ended, as how.
create function lintel.counts_as(outcome text, fulfilled_at timestamptz, ended_at timestamptz, at_birth boolean,
  late boolean, ended_why text) returns table (ending text, day date) language sql immutable parallel safe as $$
  select 'running', date 'infinity' where outcome is null
  union all select 'overdue', date 'infinity' where outcome = 'breached' and fulfilled_at is null
  union all select lintel.ending(outcome, at_birth, late, ended_why), (ended_at at time zone 'Europe/London')::date
    where outcome is not null $$;

create function lintel.promise_moved() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    insert into promise_move (organisation_id, case_id, whole_team, commitment, ending, day, number)
    select old.organisation_id, old.case_id, case when old.case_id is null then true end, old.commitment, s.ending,
      s.day, -1
    from lintel.counts_as(old.outcome, old.fulfilled_at, old.ended_at, old.at_birth, old.late, old.ended_why) s;
  end if;
  if tg_op <> 'DELETE' then
    insert into promise_move (organisation_id, case_id, whole_team, commitment, ending, day, number)
    select new.organisation_id, new.case_id, case when new.case_id is null then true end, new.commitment, s.ending,
      s.day, 1
    from lintel.counts_as(new.outcome, new.fulfilled_at, new.ended_at, new.at_birth, new.late, new.ended_why) s;
  end if;
  return null;
end $$;
alter function lintel.promise_moved owner to lintel_definer;
revoke all on function lintel.promise_moved from public;
create trigger moved after insert or delete on obligation for each row execute function lintel.promise_moved();
create trigger moved_on after update of outcome, fulfilled_at, ended_at, at_birth, late, ended_why, case_id, commitment
  on obligation for each row
  when ((old.outcome, old.fulfilled_at is null, old.ended_at, old.at_birth, old.late, old.ended_why, old.case_id,
      old.commitment)
    is distinct from (new.outcome, new.fulfilled_at is null, new.ended_at, new.at_birth, new.late, new.ended_why,
      new.case_id, new.commitment))
  execute function lintel.promise_moved();

-- A case was kept to named people, or is seen by the whole team again: what is kept for it goes to the other side. Its
-- moves since the last count need nothing: they go by its wall as it stands. Nor do those of a transaction that is not
-- over, whichever of the two ends first. Only the count, which looks at both, may not come between (`lock shared`).
create function lintel.promises_change_sides() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a wall changes where each statement sees what others have written: read committed';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('lintel promises ' || new.organisation_id, 0));
  insert into promise_move (organisation_id, whole_team, commitment, ending, day, number)
  select new.organisation_id, side.whole_team, kept.commitment, kept.ending, kept.day, side.sign * kept.number
  from (
    select n.commitment, n.ending, n.day, sum(n.number) as number
    from (
      select o.commitment, s.ending, s.day, 1 as number
      from obligation o cross join lateral
        lintel.counts_as(o.outcome, o.fulfilled_at, o.ended_at, o.at_birth, o.late, o.ended_why) s
      where o.organisation_id = new.organisation_id and o.case_id = new.id
      union all
      select m.commitment, m.ending, m.day, -m.number from promise_move m
      where m.organisation_id = new.organisation_id and m.case_id = new.id) n
    group by 1, 2, 3 having sum(n.number) <> 0) kept
  cross join (values (lintel.whole_team(new.granted_roles), 1), (lintel.whole_team(old.granted_roles), -1))
    side (whole_team, sign);
  return null;
end $$;
alter function lintel.promises_change_sides owner to lintel_definer;
revoke all on function lintel.promises_change_sides from public;
create trigger promises_change_sides after update of granted_roles on case_file for each row
  when (lintel.whole_team(old.granted_roles) <> lintel.whole_team(new.granted_roles))
  execute function lintel.promises_change_sides();

-- Counts everything anew, and forgets the moves that it has seen: both in one statement, and so at one moment. Whatever
-- was wrong is right again. Where a wall is just changing, the next time will do.
create function lintel.count_promises_anew(in_organisation uuid, in_since date, in_anyway boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not in_anyway and not exists (select from promise_move where organisation_id = in_organisation) then
    return;
  end if;
  if not pg_try_advisory_xact_lock(hashtextextended('lintel promises ' || in_organisation, 0)) then return; end if;
  delete from promise_standing where organisation_id = in_organisation;
  with seen as (delete from promise_move where organisation_id = in_organisation),
  -- A wall that names many stands in an index of its own: each part is read from its index alone.
  named as materialized (
    select c.id from case_file c where c.organisation_id = in_organisation
      and lintel.walled(c.granted_roles, c.blocked_staff)
      and cardinality(c.granted_staff) + cardinality(c.blocked_staff) <= 100 and not lintel.whole_team(c.granted_roles)
    union all
    select c.id from case_file c where c.organisation_id = in_organisation
      and lintel.walled(c.granted_roles, c.blocked_staff)
      and cardinality(c.granted_staff) + cardinality(c.blocked_staff) > 100 and not lintel.whole_team(c.granted_roles))
  insert into promise_standing (organisation_id, whole_team, commitment, ending, day, number)
  select in_organisation, named.id is null, p.commitment, p.ending, p.day, count(*)
  from (
    select o.case_id, o.commitment, 'running' as ending, date 'infinity' as day from obligation o
    where o.organisation_id = in_organisation and o.outcome is null
    union all
    select o.case_id, o.commitment, 'overdue', date 'infinity' from obligation o
    where o.organisation_id = in_organisation and o.outcome = 'breached' and o.fulfilled_at is null
    union all
    select o.case_id, o.commitment, lintel.ending(o.outcome, o.at_birth, o.late, o.ended_why),
      (o.ended_at at time zone 'Europe/London')::date
    from obligation o where o.organisation_id = in_organisation and o.outcome is not null
      and o.ended_at >= in_since::timestamp at time zone 'Europe/London') p
  left join named on named.id = p.case_id
  group by 2, 3, 4, 5;
end $$;
alter function lintel.count_promises_anew owner to lintel_definer;
revoke all on function lintel.count_promises_anew from public;
grant execute on function lintel.count_promises_anew to lintel_app;

-- What concerns one colleague is found by them: from which cases they are shut out, and which of those that not the
-- whole team may see name them.
create index case_file_blocked on case_file using gin (blocked_staff) with (fastupdate = off)
  where blocked_staff <> '{}';
create index case_file_named on case_file using gin (granted_staff) with (fastupdate = off)
  where not lintel.whole_team(granted_roles);
create index case_file_by_role on case_file (organisation_id)
  where not lintel.whole_team(granted_roles) and granted_roles <> '{}';

-- Cases kept to named people that may be open to whoever asks; their own wall says which are.
create function lintel.named_to_me() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := lintel.staff();
begin
  return array(
    select c.id from case_file c where c.organisation_id = lintel.organisation()
      and not lintel.whole_team(c.granted_roles) and c.granted_staff @> array[me] and not me = any (c.blocked_staff)
    union
    select c.id from case_file c where c.organisation_id = lintel.organisation()
      and not lintel.whole_team(c.granted_roles) and c.granted_roles <> '{}' and c.granted_roles && lintel.roles()
      and not me = any (c.blocked_staff)
    union
    select unnest(lintel.emergency()));
end $$;
alter function lintel.named_to_me owner to lintel_definer;
revoke all on function lintel.named_to_me from public;
grant execute on function lintel.named_to_me to lintel_app;

-- What is running, overdue, and ended on a day. For the team: what is kept for cases that the whole team may see, less
-- what whoever asks has a conflict with, and of the other cases those among `in_named`, which they read through their
-- own wall. For those who see no case and rounded figures, everything counts. Overdue is what is broken and still owed,
-- and what the sweep has not marked yet.
drop function lintel.promises_now(timestamptz, timestamptz, uuid[]);
create function lintel.promises_now(in_day date, in_now timestamptz, in_named uuid[])
returns table (commitment text, ending text, number bigint)
language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  org uuid := lintel.organisation();
  me uuid := lintel.staff();
  team boolean := coalesce(lintel.roles() && '{da_manager,da_worker}', false);
begin
  return query with kept as materialized (
    select s.commitment, s.ending, s.number from promise_standing s
    where s.organisation_id = org and (s.whole_team or not team) and s.day in (in_day, 'infinity')
    union all
    select m.commitment, m.ending, m.number from promise_move m
      left join case_file c on c.organisation_id = m.organisation_id and c.id = m.case_id
    where m.organisation_id = org and m.day in (in_day, 'infinity')
      and (not team or coalesce(m.whole_team, lintel.whole_team(c.granted_roles)))),
  -- What whoever asks is shut out from, and what is open to them besides: few, each as it stands.
  theirs as (
    select o, -1 as sign from obligation o
    where team and o.organisation_id = org and o.case_id = any (array(
      select c.id from case_file c where c.organisation_id = org and c.blocked_staff <> '{}'
        and c.blocked_staff @> array[me] and lintel.whole_team(c.granted_roles)))
    union all
    select o, -1 from obligation o
    where team and o.organisation_id = org and o.case_id is null and o.disclosure_id = any (array(
      select d.id from disclosure d where d.organisation_id = org and d.blocked_staff <> '{}'
        and d.blocked_staff @> array[me]))
    union all
    select o, 1 from case_file c join obligation o on o.organisation_id = c.organisation_id and o.case_id = c.id
    where team and c.organisation_id = org and c.id = any (in_named) and not lintel.whole_team(c.granted_roles)),
  -- Too late by now, and not marked so yet.
  late as (
    select k.commitment, count(*) as number
    from (select distinct k.commitment from kept k where k.ending = 'running') k
      cross join lateral (
        select o.case_id from obligation o
        where o.organisation_id = org and o.commitment = k.commitment and o.outcome is null and o.due_at < in_now) o
      left join case_file c on c.organisation_id = org and c.id = o.case_id
    where not team or c.id is null or lintel.whole_team(c.granted_roles)
    group by 1)
  select n.commitment, n.ending, sum(n.number)::bigint
  from (
    select k.commitment, k.ending, k.number::bigint from kept k
    union all
    select (t.o).commitment,
      case when s.ending = 'running' and (t.o).due_at < in_now then 'overdue' else s.ending end, t.sign
    from theirs t cross join lateral lintel.counts_as((t.o).outcome, (t.o).fulfilled_at, (t.o).ended_at, (t.o).at_birth,
      (t.o).late, (t.o).ended_why) s
    where s.day in (in_day, 'infinity')
    union all
    select l.commitment, e.ending, e.sign * l.number
    from late l cross join (values ('running', -1), ('overdue', 1)) e (ending, sign)) n
  group by 1, 2 having sum(n.number) <> 0;
end $$;
alter function lintel.promises_now owner to lintel_definer;
revoke all on function lintel.promises_now from public;
grant execute on function lintel.promises_now to lintel_app;

select lintel.count_promises_anew(organisation_id, (now() at time zone 'Europe/London')::date - 1, true)
from organisation;
