-- By which service it worked, and when one of its messages last arrived, as it says: that another one took messages
-- before, an invented one too, says nothing of the one that is set up now.
alter table carrier_standing
  add service text not null default '',
  add last_arrived_at timestamptz;
grant update (service, last_arrived_at) on carrier_standing to lintel_app;
