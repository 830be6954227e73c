-- A danger that still stands when the office closes is handed over to whoever is on call: when that was last, and who was
-- told. Empty: nobody on call could be, and the managers were.
alter table danger
  add handed_over_at timestamptz,
  add handed_over_to uuid[] not null default '{}';
grant update (handed_over_at, handed_over_to) on danger to lintel_app;
