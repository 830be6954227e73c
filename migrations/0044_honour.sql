-- Any suggestion of so-called honour is asked about wherever somebody tells, and starts the advice of specialists (L1.4b).
alter table disclosure add honour text not null default 'not_asked'
  check (honour in ('not_asked', 'yes', 'no', 'not_known'));
