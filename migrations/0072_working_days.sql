-- What is to be shown within some days is counted in working days of the office by now: the figures of every day are
-- computed again, so that nothing that was due by one count and by the other is counted twice, or never.
insert into promise_day_stale (organisation_id, day, onward)
  select organisation_id, min(day), true from promise_day group by organisation_id
  on conflict do nothing;
