-- A link that shows a contractor one job, with a code that was told by another way (V4.2, V4.2a, L2.7d; domain §6). Neither
-- is kept, only what they hash to. It ends with the day of the job, and before it as soon as what let it leave stands no
-- more.
create table works_link (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  order_id uuid not null,
  token_hash bytea not null,
  code_hash bytea not null,
  address text not null check (address <> ''),
  -- how the code reaches them: another way than the link
  code_told text not null check (code_told <> ''),
  sent_at timestamptz not null,
  sent_by uuid not null,
  expires_at timestamptz not null,
  wrong integer not null default 0,
  shut_at timestamptz,
  shut_by uuid,
  shut_why text not null default '' check (shut_why in ('', 'by_us', 'anew', 'ended', 'agreement', 'may_not', 'contractor',
    'case', 'codes', 'stopped', 'done')),
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, order_id) references works_order,
  foreign key (organisation_id, sent_by) references staff,
  foreign key (organisation_id, shut_by) references staff,
  check ((shut_at is null) = (shut_why = ''))
);
create unique index works_link_token on works_link (organisation_id, token_hash);
create index works_link_by_token on works_link (token_hash);
create index works_link_order on works_link (organisation_id, order_id);
create index works_link_case on works_link (organisation_id, case_id);
create index works_link_sender on works_link (organisation_id, sent_by);
create index works_link_shutter on works_link (organisation_id, shut_by) where shut_by is not null;
create index works_link_open on works_link (organisation_id, expires_at) where shut_at is null;
call lintel.protect_case_child('works_link');
create policy own_name on works_link as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and sent_by is not distinct from lintel.staff());
grant select (organisation_id, id, case_id, order_id, address, code_told, sent_at, sent_by, expires_at, wrong, shut_at,
  shut_by, shut_why), insert, update (shut_at, shut_by, shut_why) on works_link to lintel_app;

-- Who opened it and when, each code that was wrong, and what they answered, as they typed it. The program alone writes
-- it, so that nobody of us answers for a contractor; what it ended with is a stop that somebody of us looks into.
create table works_answer (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  order_id uuid not null,
  link_id uuid not null,
  at timestamptz not null,
  -- as they call themselves; '': the program
  reader text not null,
  outcome text not null check (outcome in ('wrong', 'opened', 'accepted', 'arrived', 'done', 'cannot', 'problem', 'shut')),
  problem text not null default '' check (problem in ('', 'nobody', 'somebody_else', 'not_wanted', 'not_possible', 'unsafe')),
  words text not null default '',
  -- a stop: what was done about it, by whom, and what they say themselves
  looked_at timestamptz,
  looked_by uuid,
  looked_said text check (looked_said in ('spoke', 'otherwise')),
  looked_words text not null default '',
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, order_id) references works_order,
  foreign key (organisation_id, link_id) references works_link,
  foreign key (organisation_id, looked_by) references staff,
  check ((outcome = 'problem') = (problem <> '')),
  check ((looked_at is null) = (looked_said is null)),
  check (looked_at is null or outcome in ('cannot', 'problem', 'shut'))
);
create index works_answer_order on works_answer (organisation_id, order_id, at);
create index works_answer_case on works_answer (organisation_id, case_id);
create index works_answer_link on works_answer (organisation_id, link_id);
create index works_answer_looker on works_answer (organisation_id, looked_by) where looked_by is not null;
call lintel.protect_case_child('works_answer');
create policy own_name on works_answer as restrictive for insert to lintel_app
  with check (organisation_id = lintel.organisation() and 'system' = any (lintel.roles()));
grant select, insert, update (looked_at, looked_by, looked_said, looked_words) on works_answer to lintel_app;

-- Which link it is, to the site on which nobody is signed in: nothing but which, and only with its code. Each wrong code
-- is counted and written down in the case; whatever is wrong, nothing comes back. The fifth is told to the program.
create policy definer on works_link for select to lintel_definer using (true);
create policy definer_counts on works_link for update to lintel_definer using (true) with check (true);
create policy definer on works_answer for select to lintel_definer using (true);
create policy definer_writes on works_answer for insert to lintel_definer with check (true);
grant select, update (wrong) on works_link to lintel_definer;
grant select, insert on works_answer to lintel_definer;

create function lintel.find_works_link(in_token bytea, in_code bytea, in_reader text, in_now timestamptz)
returns table (organisation_id uuid, id uuid, right_code boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  link works_link;
begin
  select l.* into link from works_link l where l.token_hash = in_token for update;
  if link.id is null or link.shut_at is not null or link.expires_at <= in_now or link.wrong >= 5 then
    return;
  end if;
  if link.code_hash = in_code then
    return query select link.organisation_id, link.id, true;
    return;
  end if;
  update works_link l set wrong = l.wrong + 1 where l.organisation_id = link.organisation_id and l.id = link.id;
  insert into works_answer (organisation_id, case_id, order_id, link_id, at, reader, outcome)
    values (link.organisation_id, link.case_id, link.order_id, link.id, in_now, in_reader, 'wrong');
  return query select link.organisation_id, link.id, false;
end $$;
alter function lintel.find_works_link owner to lintel_definer;
revoke all on function lintel.find_works_link from public;
grant execute on function lintel.find_works_link to lintel_app;

-- Told of until somebody wrote down what was done about it.
call lintel.notice_waits_while('{works_stopped}', $$in_about is null or exists (
  select from works_answer a where a.organisation_id = in_organisation and a.id = in_about and a.looked_at is null)$$);
