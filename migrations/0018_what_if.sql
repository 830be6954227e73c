-- Promises that ended, without anybody in them: what a changed policy is tried out on (V5, L4.1). Times alone, under a
-- number that says nothing; whoever tries it out is shown rounded forecasts, never these rows.
create function lintel.promise_history(in_from timestamptz, in_to timestamptz)
returns table (subject bigint, commitment text, started_at timestamptz, kept_at timestamptz, planned_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not lintel.roles() && '{da_manager,director,administrator}' then return; end if;
  return query select dense_rank() over (order by coalesce(o.disclosure_id, o.case_id)), o.commitment, o.started_at,
      case o.outcome when 'met' then o.ended_at else o.fulfilled_at end,
      case o.outcome when 'met_by_plan' then o.ended_at end
    from obligation o
    where o.organisation_id = lintel.organisation() and o.started_at >= in_from and o.started_at < in_to
      and o.outcome in ('met', 'met_by_plan', 'breached')
    order by o.started_at;
end $$;
alter function lintel.promise_history owner to lintel_definer;
revoke all on function lintel.promise_history from public;
grant execute on function lintel.promise_history to lintel_app;
create index obligation_begun on obligation (organisation_id, started_at) where outcome is not null;
