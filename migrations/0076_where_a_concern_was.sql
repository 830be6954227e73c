-- A concern says where it was, or that this is not known: nothing said is neither.
alter table disclosure add where_known text not null default 'not_asked'
  check (where_known in ('not_asked', 'known', 'not_known'));
