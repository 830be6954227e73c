-- The monthly sample left out whatever never became a case: a disclosure that was handed over, or closed once somebody
-- had reached her, was looked at by nobody afterwards. A drawn promise is about a case or about a disclosure.
alter table promise_sample
  alter case_id drop not null,
  add disclosure_id uuid,
  -- besides whoever wrote down what kept it and whoever led the case: whoever spoke with the person, wrote it down for
  -- another to confirm, handed over, or agreed to that
  add had_a_hand uuid[] not null default '{}',
  add foreign key (organisation_id, disclosure_id) references disclosure,
  add check (num_nonnulls(case_id, disclosure_id) = 1),
  add check (answered_by is null or not answered_by = any (had_a_hand));
create index promise_sample_disclosure on promise_sample (organisation_id, disclosure_id)
  where disclosure_id is not null;

alter policy organisation on promise_sample using (organisation_id = lintel.organisation() and (
  case_id = (select lintel.opened_case()) or 'system' = any ((select lintel.roles())::text[])
  or case when case_id is not null then lintel.sees_case(organisation_id, case_id)
    else lintel.sees_disclosure(organisation_id, disclosure_id) end));

-- Nobody is told of what is their own.
do $$
declare
  stands constant text := pg_get_functiondef('lintel.notice_waits(uuid, text, uuid, uuid, uuid, uuid)'::regprocedure);
  asks constant text := 'and p.lead_id is distinct from lintel.staff()';
begin
  if position(asks in stands) = 0 then
    raise exception 'notice_waits does not ask who led';
  end if;
  execute replace(stands, asks, asks || '
        and not coalesce(lintel.staff() = any (p.had_a_hand), false)');
end $$;
