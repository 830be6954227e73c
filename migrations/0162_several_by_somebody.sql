-- Several messages within an hour: the next is held as it would leave, until a person who was shown the others says that
-- it is meant beside them. What they say is of those alone: another is asked about anew.
create table message_together (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  other_id uuid not null check (other_id <> message_id),
  why text not null check (why <> ''),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, message_id, other_id, said_by),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, message_id) references message,
  foreign key (organisation_id, other_id) references message,
  foreign key (organisation_id, said_by) references staff
);
create index message_together_other on message_together (organisation_id, other_id);
create index message_together_case on message_together (organisation_id, case_id);
create index message_together_by on message_together (organisation_id, said_by);
call lintel.protect_case_child('message_together');
create policy own_name on message_together as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and said_by = lintel.staff());
grant select, insert on message_together to lintel_app;

-- The moment at which it was decided that it leaves, whatever became of it; null: it surely reached nobody.
alter table message add left_at timestamptz;
create index message_left on message (organisation_id, case_id, left_at) where left_at is not null;
grant update (left_at) on message to lintel_app;

alter table message no force row level security;
alter table message_together no force row level security;
update message set left_at = coalesce(sent_at, taken_at, case when state = 'doubtful' then written_at end);
-- What was said beside a message before is of those that were written within the hour before it.
insert into message_together (organisation_id, id, case_id, message_id, other_id, why, said_by, said_at)
select m.organisation_id, gen_random_uuid(), m.case_id, m.id, o.id, m.together_why, m.written_by, m.written_at
from message m join message o on o.organisation_id = m.organisation_id and o.case_id = m.case_id and o.id <> m.id
  and o.channel <> 'post' and o.written_at > m.written_at - interval '1 hour' and o.written_at <= m.written_at
where m.together_why <> '' and m.written_by is not null;
alter table message force row level security;
alter table message_together force row level security;
alter table message drop column together_why;
