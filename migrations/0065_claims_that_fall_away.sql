-- Whoever is shut out by a conflict, or whose account has ended, has nothing any more that they said they have.
alter table disclosure_claim drop constraint disclosure_claim_ended_how_check;
alter table disclosure_claim add check (ended_how in ('released', 'taken_over', 'triaged', 'fell_away'));
