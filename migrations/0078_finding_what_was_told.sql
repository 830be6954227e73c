-- A second call about somebody must find the first one: what was told is found by the name and the address that were
-- told, and by its reference, behind the wall like the record itself. References, of cases too, are found by a part.

-- As somebody reads one out: the whole, without its letter, or its second group. Marked apart from names: "##" begins
-- one with its letter, "#" one without.
create function lintel.reference_words(text) returns setof text language sql immutable as $$
  select '##' || replace(lower($1), '-', '')
  union all select '#' || replace(lower(substr($1, 3)), '-', '')
  union all select '#' || lower(right($1, 4)) $$;

create table disclosure_word (
  organisation_id uuid not null,
  disclosure_id uuid not null,
  word text collate "C" not null,
  primary key (organisation_id, disclosure_id, word),
  foreign key (organisation_id, disclosure_id) references disclosure
);
create index disclosure_word_word on disclosure_word (organisation_id, word, disclosure_id);
call lintel.protect('disclosure_word', $policy$exists (select from disclosure d
  where d.organisation_id = disclosure_word.organisation_id and d.id = disclosure_word.disclosure_id)$policy$);
grant select on disclosure_word to lintel_app;
create policy definer on disclosure_word to lintel_definer using (true) with check (true);
grant select, insert, delete on disclosure_word to lintel_definer;

create function lintel.words_of_told(in_reference text, in_name text, in_address text) returns setof text
  language sql immutable as $$
  select w from lintel.words_of(left(in_name, 300) || ' ' || left(in_address, 500)) w
  union select r from lintel.reference_words(in_reference) r $$;

create function lintel.keep_disclosure_words() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from public.disclosure_word where organisation_id = new.organisation_id and disclosure_id = new.id;
  end if;
  insert into public.disclosure_word (organisation_id, disclosure_id, word)
    select new.organisation_id, new.id, w from lintel.words_of_told(new.reference, new.person_name, new.address) w;
  return null;
end $$;
alter function lintel.keep_disclosure_words owner to lintel_definer;
revoke all on function lintel.keep_disclosure_words from public;
create trigger words_kept after insert on disclosure for each row execute function lintel.keep_disclosure_words();
create trigger words_kept_anew after update of person_name, address on disclosure for each row
  when (new.person_name is distinct from old.person_name or new.address is distinct from old.address)
  execute function lintel.keep_disclosure_words();
insert into disclosure_word (organisation_id, disclosure_id, word)
  select d.organisation_id, d.id, w from disclosure d, lintel.words_of_told(d.reference, d.person_name, d.address) w;

create or replace function lintel.keep_case_words() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from public.case_word where organisation_id = new.organisation_id and case_id = new.id;
  end if;
  insert into public.case_word (organisation_id, case_id, word)
    select new.organisation_id, new.id, w from lintel.words_of(left(new.described_as, 300)) w
    union select new.organisation_id, new.id, r from lintel.reference_words(new.reference) r;
  return null;
end $$;
drop trigger words_kept on case_file;
create trigger words_kept after insert on case_file for each row execute function lintel.keep_case_words();
insert into case_word (organisation_id, case_id, word)
  select c.organisation_id, c.id, r from case_file c, lintel.reference_words(c.reference) r on conflict do nothing;
