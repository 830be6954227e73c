-- Whether others use the phone, the mailbox or the letter box of the first choice too. Nobody was asked before: not known.
alter table safe_contact add shared text not null default 'not_known' check (shared in ('yes', 'no', 'not_known'));
