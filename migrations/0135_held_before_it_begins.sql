-- When those whom it concerns were told that a visit or a call which is about to begin is held; null: it is not, or
-- they were not told yet.
alter table planned_contact add column held_told_at timestamptz;
