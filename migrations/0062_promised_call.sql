-- The moment for which somebody was promised a call when they told us: owed at that time until it is in the diary of a
-- case (V4.1a).
alter table disclosure add ring_at timestamptz;
