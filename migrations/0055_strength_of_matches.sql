-- Possible duplicates stand with those first for which most speaks; 0: too little does by now, so that the pair is not
-- shown unless its people change. Pairs that wait are judged anew with everybody on the register (see findable_anew).
alter table person_match add strength integer not null default 1;
drop index person_match_open;
create index person_match_strongest on person_match (organisation_id, strength desc, found_at, id)
  where decision is null and strength > 0;
