-- What one person may not approve alone: another decides, with a reason, and says what happens next for the person. So
-- is what was spent beyond what was approved, afterwards.
create table support_cost (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  offer_id uuid not null,
  pence integer not null check (pence > 0),
  -- it was spent already, and is looked at afterwards
  spent boolean not null default false,
  why text not null check (why <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text not null default '',
  -- what happens next for the person, where it is declined
  next text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, offer_id) references support_offer,
  foreign key (organisation_id, proposed_by) references staff,
  foreign key (organisation_id, decided_by) references staff
);
create unique index support_cost_waiting on support_cost (organisation_id, offer_id) where decision is null;
create index support_cost_of on support_cost (organisation_id, offer_id, proposed_at desc);
create index support_cost_case on support_cost (organisation_id, case_id);
create index support_cost_proposer on support_cost (organisation_id, proposed_by) where proposed_by is not null;
create index support_cost_decider on support_cost (organisation_id, decided_by) where decided_by is not null;
call lintel.protect_case_child('support_cost');
call lintel.decided_by_another('support_cost', 'approved');
grant update (next) on support_cost to lintel_app;
create policy definer on support_cost for select to lintel_definer using (true);
grant select on support_cost to lintel_definer;

-- By which decision it was approved; null: by one person, within what one may approve.
alter table support_step add cost_id uuid;
alter table support_step add foreign key (organisation_id, cost_id) references support_cost;
create index support_step_cost on support_step (organisation_id, cost_id) where cost_id is not null;

call lintel.notice_waits_while('{cost_to_decide}', $$exists (
  select from support_cost p where p.organisation_id = in_organisation and p.case_id = in_case
    and p.decision is null)$$);

-- Totals without people, for whoever may see costs and no case. What fewer than five cases had is told with others of
-- which that is true as well, and not at all where those are fewer than five together.
create policy definer on support_offer for select to lintel_definer using (true);
create policy definer on support_step for select to lintel_definer using (true);
grant select on support_offer, support_step to lintel_definer;

create function lintel.support_costs(in_from date, in_until date)
returns table (kind text, cases bigint, delivered bigint, unpriced bigint, approved_pence bigint, spent_pence bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not lintel.roles() && '{da_manager,da_worker,director,administrator}'::text[] then return; end if;
  return query
  with standing as (
    select o.kind as of_kind, o.case_id, p.step, p.pence,
      row_number() over (partition by p.offer_id, p.step order by p.number desc) as latest
    from support_step p
    join support_offer o on o.organisation_id = p.organisation_id and o.id = p.offer_id
    where p.organisation_id = lintel.organisation() and p.step in ('approved', 'delivered')
      and p.happened_on >= in_from and p.happened_on < in_until
      and not exists (select from support_step z where z.organisation_id = p.organisation_id and z.strikes_id = p.id)
  ), counted as (
    select s.of_kind, s.case_id, s.step, s.pence from standing s where s.latest = 1 and (s.step = 'approved' or exists (
      select from standing a where a.of_kind = s.of_kind and a.pence is not null))
  ), many as (
    select c.of_kind from counted c group by 1 having count(distinct c.case_id) >= 5
  ), named as (
    select case when m.of_kind is null then 'together' else c.of_kind end as named_kind, c.*
    from counted c left join many m on m.of_kind = c.of_kind
  )
  select n.named_kind, count(distinct n.case_id), count(*) filter (where n.step = 'delivered'),
    count(*) filter (where n.step = 'delivered' and n.pence is null),
    coalesce(sum(n.pence) filter (where n.step = 'approved'), 0)::bigint,
    coalesce(sum(n.pence) filter (where n.step = 'delivered'), 0)::bigint
  from named n group by 1 having count(distinct n.case_id) >= 5;
end $$;
alter function lintel.support_costs owner to lintel_definer;
revoke all on function lintel.support_costs from public;
grant execute on function lintel.support_costs to lintel_app;
