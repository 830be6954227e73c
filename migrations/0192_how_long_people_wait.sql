-- How long people wait for what they said they would like, by kind, as totals without people: for whoever reads the
-- policy board and may see no case. What has not come is counted as waiting, and what ended before it came beside it,
-- so that nobody looks quick by leaving out who waits. As with costs, what fewer than five cases had is told together.
create function lintel.support_waits(in_from date, in_until date)
returns table (
  kind text, wanted bigint, delivered bigint, confirmed bigint, half_delivered integer, half_confirmed integer,
  ended bigint, late bigint
)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  never constant integer := 1000000;
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator}'::text[] then return; end if;
  return query
  with standing as (
    select p.organisation_id, p.offer_id, p.step, p.number, p.happened_on, p.ending,
      p.recorded_at::date - p.happened_on > 2 as late
    from support_step p
    where p.organisation_id = lintel.organisation() and p.step <> 'struck'
      and not exists (select from support_step z where z.organisation_id = p.organisation_id and z.strikes_id = p.id)
  ), yes as (
    select distinct on (s.offer_id) s.offer_id, s.number, s.happened_on, s.late
    from standing s where s.step = 'taken' order by s.offer_id, s.number
  ), asked as (
    select o.kind as of_kind, o.case_id, y.*,
      -- they say that it did not come: whatever was written down before it was no delivery
      coalesce((select max(n.number) from standing n where n.offer_id = y.offer_id and n.step = 'not_come'), y.number)
        as since
    from yes y join support_offer o on o.organisation_id = lintel.organisation() and o.id = y.offer_id
    where y.happened_on >= in_from and y.happened_on < in_until
  ), waits as (
    select a.of_kind, a.case_id, d.after as delivered_after, c.after as confirmed_after,
      a.late or coalesce(d.late, false) as said_late,
      d.after is null and c.after is null and exists (select from standing e where e.offer_id = a.offer_id
        and e.number > a.number and (e.step = 'declined' or e.step = 'ended' and e.ending <> 'cannot')) as over_before
    from asked a
    left join lateral (
      select greatest(s.happened_on - a.happened_on, 0) as after, s.late from standing s
      where s.offer_id = a.offer_id and s.step = 'delivered' and s.number > a.since order by s.number limit 1
    ) d on true
    left join lateral (
      select greatest(s.happened_on - a.happened_on, 0) as after from standing s
      where s.offer_id = a.offer_id and s.step = 'confirmed' and s.number > a.since order by s.number limit 1
    ) c on true
  ), many as (
    select w.of_kind from waits w group by 1 having count(distinct w.case_id) filter (where not w.over_before) >= 5
  ), named as (
    select case when m.of_kind is null then 'together' else w.of_kind end as named_kind, w.*
    from waits w left join many m on m.of_kind = w.of_kind
  )
  select n.named_kind, count(*) filter (where not n.over_before),
    count(*) filter (where n.delivered_after is not null or n.confirmed_after is not null),
    count(*) filter (where n.confirmed_after is not null),
    nullif(percentile_disc(0.5) within group (order by coalesce(n.delivered_after, n.confirmed_after, never))
      filter (where not n.over_before), never),
    nullif(percentile_disc(0.5) within group (order by coalesce(n.confirmed_after, never))
      filter (where not n.over_before), never),
    count(*) filter (where n.over_before),
    count(*) filter (where n.said_late and not n.over_before)
  from named n group by 1 having count(distinct n.case_id) filter (where not n.over_before) >= 5;
end $$;
alter function lintel.support_waits owner to lintel_definer;
revoke all on function lintel.support_waits from public;
grant execute on function lintel.support_waits to lintel_app;
