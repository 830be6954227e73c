-- An assessment that somebody wished to stop: the day on which they agreed to be asked again. None: they agreed to none,
-- and nobody asks until they bring it up (V3.4, L2.7).
alter table risk_assessment add ask_again_on date;
alter table risk_assessment add check (ask_again_on is null or ending is not distinct from 'stopped_by_person');
grant update (ask_again_on) on risk_assessment to lintel_app;
