-- A landlord's own instrument, or an authorised wording, is not offered any more from a day on: with the reason, and who
-- said so. What was asked with it keeps its questions, weights and levels. A version that is loaded afterwards is offered.
create table risk_instrument_withdrawal (
  organisation_id uuid not null references organisation,
  id uuid not null,
  instrument text not null,
  from_day date not null,
  reason text not null check (reason <> ''),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, withdrawn_by) references staff
);
create index risk_instrument_withdrawal_instrument on risk_instrument_withdrawal
  (organisation_id, instrument, withdrawn_at);
create index risk_instrument_withdrawal_by on risk_instrument_withdrawal (organisation_id, withdrawn_by);
call lintel.protect('risk_instrument_withdrawal');
grant select, insert on risk_instrument_withdrawal to lintel_app;
create policy withdrawn on risk_instrument_withdrawal as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and lintel.roles() && '{da_manager}'
    and withdrawn_by = lintel.staff());
