-- Whether whoever printed a letter chose it by itself, or with all that could be printed at once. Null: it was printed
-- while all letters of the day came ticked, and nobody knows.
alter table letter_paper add chosen text check (chosen in ('by_itself', 'all_at_once'));
