-- What was promised for a moment is shown by that moment. `due_at` of such a promise is the end of the time around it
-- that the board allows; `kept_from` is as long before the moment as that is after it.
create function lintel.promised_for(due_at timestamptz, kept_from timestamptz) returns timestamptz
language sql stable parallel safe
return coalesce(kept_from + (due_at - kept_from) / 2, due_at);

create or replace function lintel.refresh_reviewed(in_use uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update case_file c set next_due_at = (select min(lintel.promised_for(o.due_at, o.kept_from)) from obligation o
    where o.organisation_id = c.organisation_id and o.case_id = c.id
      and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))
  from break_glass_review r join break_glass b on b.organisation_id = r.organisation_id and b.id = r.use_id
  where r.organisation_id = lintel.organisation() and r.use_id = in_use
    and c.organisation_id = r.organisation_id and c.id = b.case_id $$;

update case_file c set next_due_at = n.at
from (select o.organisation_id, o.case_id, min(lintel.promised_for(o.due_at, o.kept_from)) as at from obligation o
  where o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)
  group by o.organisation_id, o.case_id) n
where c.organisation_id = n.organisation_id and c.id = n.case_id and c.next_due_at is not null
  and c.next_due_at is distinct from n.at;
