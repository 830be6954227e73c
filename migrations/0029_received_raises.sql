-- What the police or a partner assessed as medium or high raises our level at once; two people lower it, as ever. A rating
-- keeps which received assessment it knew of: what two people went below for one does not settle the next.
alter table risk_rating add received_id uuid;
alter table risk_rating add foreign key (organisation_id, received_id) references risk_received;
create index risk_rating_received on risk_rating (organisation_id, received_id) where received_id is not null;
alter table risk_rating drop constraint risk_rating_how_check;
alter table risk_rating add constraint risk_rating_how_check
  check (how in ('assessment', 'received', 'stated', 'lowered'));

-- As it was (0010), and: what two people went below is known for the same received assessment alone.
create or replace function lintel.rate_risk() returns trigger language plpgsql as $$
declare
  before risk_rating;
  lower boolean;
  -- two people went below what the same assessments indicate already, and they indicate no more than they did
  known boolean;
begin
  perform from case_file c where c.organisation_id = new.organisation_id and c.id = new.case_id for update;
  select * into before from risk_rating r
    where r.organisation_id = new.organisation_id and r.case_id = new.case_id order by r.number desc limit 1;
  new.number := coalesce(before.number, 0) + 1;
  known := coalesce(before.assessment_id is not distinct from new.assessment_id
    and before.received_id is not distinct from new.received_id
    and lintel.risk_rank(before.level) < lintel.risk_rank(before.indicated)
    and lintel.risk_rank(new.indicated) <= lintel.risk_rank(before.indicated), false);
  lower := lintel.risk_rank(new.level) < lintel.risk_rank(before.level)
    or lintel.risk_rank(new.level) < lintel.risk_rank(new.indicated) and not known;
  if lower and not exists (
    select from risk_lowering l where l.organisation_id = new.organisation_id and l.id = new.lowering_id
      and l.case_id = new.case_id and l.rating_id = before.id and l.to_level = new.level
      and l.decision = 'confirmed' and l.decided_by = new.rated_by and l.decided_by <> l.proposed_by)
  then
    raise exception 'a level of risk is lowered by two people' using errcode = 'check_violation';
  end if;
  return new;
end $$;
