-- Whether somebody is still missed is asked as their notices are counted: the columns that say so were kept from whoever
-- asks, and every page of whoever had been told failed.
grant select (missed_at, checked_in_at) on planned_contact to lintel_definer;
