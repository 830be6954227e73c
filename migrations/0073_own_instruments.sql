-- A landlord's own instrument: beside its questions, what it is for, when enough is answered, and what its levels are
-- called, from which score on, and which of ours each proposes.
alter table risk_instrument add terms jsonb;
alter table risk_instrument add constraint risk_instrument_own
  check ((instrument ~ '^own-[1-9][0-9]?$') = (terms is not null));

-- What the answers weigh, where they weigh differently, and what the instrument calls that.
alter table risk_assessment add points integer check (points >= 0), add band text not null default '';
grant update (points, band) on risk_assessment to lintel_app;
