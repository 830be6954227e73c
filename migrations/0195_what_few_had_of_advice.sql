-- What advice brought once and what it brings each week are told each where five cases had it, or nobody: that five had
-- something does not hide what the only one was given. Null: fewer than five.
create or replace function lintel.money_gained(in_from date, in_until date)
returns table (kind text, once_pence bigint, yearly_pence bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator,finance}'::text[] then return; end if;
  return query
  with counted as (
    select g.kind as of_kind, g.case_id, g.once_pence as once_of, g.weekly_pence as weekly_of from money_gain g
    where g.organisation_id = lintel.organisation() and g.struck_at is null and g.since >= in_from
      and g.since < in_until
  ), many as (
    select c.of_kind from counted c group by 1 having count(distinct c.case_id) >= 5
  ), named as (
    select case when m.of_kind is null then 'together' else c.of_kind end as named_kind, c.*
    from counted c left join many m on m.of_kind = c.of_kind
  )
  select n.named_kind,
    case when count(distinct n.case_id) filter (where n.once_of > 0) not between 1 and 4
      then (round(coalesce(sum(n.once_of), 0) / 5000.0) * 5000)::bigint end,
    case when count(distinct n.case_id) filter (where n.weekly_of > 0) not between 1 and 4
      then (round(coalesce(sum(n.weekly_of), 0) * 52 / 5000.0) * 5000)::bigint end
  from named n group by 1 having count(distinct n.case_id) >= 5;
end $$;
