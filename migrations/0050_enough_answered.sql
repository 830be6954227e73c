-- Why an assessment was finished although few of its questions were answered; '': enough were. It ends what is promised
-- apart from those that were asked to the end, also of promises that run already.
alter table risk_assessment add few_why text not null default ''
  check (few_why = '' or ending is not distinct from 'finished');
grant update (few_why) on risk_assessment to lintel_app;

alter table obligation no force row level security;
update obligation set by_plan = by_plan || array['risk.finished-with-few']
  where commitment = 'risk-assessed' and (outcome is null or outcome = 'breached' and fulfilled_at is null);
update obligation set stops = stops || array['risk.finished-with-few']
  where commitment = 'risk-asked-again' and (outcome is null or outcome = 'breached' and fulfilled_at is null);
alter table obligation force row level security;
