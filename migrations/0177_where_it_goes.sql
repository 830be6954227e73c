-- Where something that is carried goes, and who opens: an address is given to a supplier only where the person agreed.
alter table support_step add goes text not null default '' check (goes in ('', 'address', 'collected', 'through_us'));
alter table support_step add opens text not null default '';
