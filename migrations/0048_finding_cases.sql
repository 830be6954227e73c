-- Words by which a case is found whose person is not on the register, only described; behind the wall like the case.
create table case_word (
  organisation_id uuid not null,
  case_id uuid not null,
  word text collate "C" not null,
  primary key (organisation_id, case_id, word),
  foreign key (organisation_id, case_id) references case_file
);
create index case_word_word on case_word (organisation_id, word, case_id);
call lintel.protect_case_child('case_word');
grant select on case_word to lintel_app;
create policy definer on case_word to lintel_definer using (true) with check (true);
grant select, insert, delete on case_word to lintel_definer;

-- As the register folds what somebody typed (fold.ts), as far as a description needs it.
create function lintel.words_of(text) returns setof text language sql immutable as $$
  select distinct regexp_replace(w, '[^[:alnum:]]', '', 'g')
  from regexp_split_to_table(lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g')), '[\s,;:()]+') w
  where regexp_replace(w, '[^[:alnum:]]', '', 'g') <> '' $$;

create function lintel.keep_case_words() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from public.case_word where organisation_id = new.organisation_id and case_id = new.id;
  end if;
  insert into public.case_word (organisation_id, case_id, word)
    select new.organisation_id, new.id, w from lintel.words_of(left(new.described_as, 300)) w;
  return null;
end $$;
alter function lintel.keep_case_words owner to lintel_definer;
revoke all on function lintel.keep_case_words from public;
create trigger words_kept after insert on case_file for each row when (new.described_as <> '')
  execute function lintel.keep_case_words();
create trigger words_kept_anew after update of described_as on case_file for each row
  when (new.described_as is distinct from old.described_as) execute function lintel.keep_case_words();

insert into case_word (organisation_id, case_id, word)
  select c.organisation_id, c.id, w from case_file c, lintel.words_of(left(c.described_as, 300)) w
  where c.described_as <> '';

-- The list that begins with danger, then with the highest risk, then with what is due first.
create index case_file_pressing on case_file
  (organisation_id, immediate_danger desc, coalesce(nullif(lintel.risk_rank(risk_level), 0), 2) desc, next_due_at, id) where closed_at is null;
