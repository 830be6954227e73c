-- Of a fund of which five cases had anything, what was promised and what was paid was told each by itself: that five
-- had of it does not hide what the only one was paid. Each is told where five had it, or nobody; null: fewer than five.
create or replace function lintel.fund_standing(in_until timestamptz)
returns table (fund_id uuid, year integer, given_pence bigint, told boolean, promised_pence bigint, paid_pence bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not lintel.roles() && '{finance,da_manager,system}'::text[] then return; end if;
  return query
  with given as (
    select m.fund_id, m.to_year as year, sum(m.pence) as pence from fund_move m
    where m.organisation_id = lintel.organisation() and m.because = 'budget' group by 1, 2
  ), had as (
    select m.fund_id, l.year, m.case_id, coalesce(sum(l.pence) filter (where l.place = 'paid'), 0) as paid,
      coalesce(sum(l.pence) filter (where l.place in ('reserved', 'committed')), 0) as promised
    from fund_move m
    cross join lateral (values (m.to_year, m.to_place, m.pence), (m.from_year, m.from_place, -m.pence))
      as l (year, place, pence)
    where m.organisation_id = lintel.organisation() and m.moved_at < in_until and m.subject_id is not null
    group by 1, 2, 3
  ), taken as (
    select h.fund_id, h.year, count(h.case_id) as cases, sum(h.paid) as paid, sum(h.promised) as promised,
      count(h.case_id) filter (where h.paid <> 0) as were_paid,
      count(h.case_id) filter (where h.promised <> 0) as were_promised
    from had h group by 1, 2
  )
  select g.fund_id, g.year, g.pence::bigint, coalesce(t.cases, 0) >= 5,
    case when coalesce(t.cases, 0) < 5 or t.were_promised between 1 and 4 then null
      else (round(t.promised / 5000.0) * 5000)::bigint end,
    case when coalesce(t.cases, 0) < 5 or t.were_paid between 1 and 4 then null
      else (round(t.paid / 5000.0) * 5000)::bigint end
  from given g left join taken t on t.fund_id = g.fund_id and t.year = g.year
  order by g.year desc;
end $$;
