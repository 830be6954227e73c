-- Workbooks are kept as they were sent and read by a job, so that nobody's request waits for them.
alter table register_import drop constraint register_import_state_check;
alter table register_import add constraint register_import_state_check
  check (state in ('reading', 'asking', 'waiting', 'running', 'finished', 'stopped', 'failed'));
-- How often somebody began to read what was sent: what ends a program each time is given up.
alter table register_import add read_tries smallint not null default 0;
create index register_import_to_read on register_import (organisation_id, started_at) where state = 'reading';

-- As it was sent, until it is read; what is worked through is not.
alter table register_import_part add as_sent boolean not null default false;
alter table register_import_part drop constraint register_import_part_pkey;
alter table register_import_part add primary key (organisation_id, import_id, as_sent, file_at, part_at);
