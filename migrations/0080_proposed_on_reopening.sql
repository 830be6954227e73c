-- A case that is opened again shows the level as it stood before it was closed: proposed, and judged by nobody since.
alter table risk_rating drop constraint risk_rating_how_check;
alter table risk_rating add constraint risk_rating_how_check
  check (how in ('assessment', 'received', 'known', 'reopened', 'kept', 'stated', 'lowered'));
alter table risk_rating drop constraint judged_by_a_named_person;
alter table risk_rating add constraint judged_by_a_named_person check (
  (rated_by is null) = (judged_at is null)
  and (how in ('assessment', 'received', 'known', 'reopened')) <= (rated_by is null)
  and (waits_since is null or rated_by is null));
