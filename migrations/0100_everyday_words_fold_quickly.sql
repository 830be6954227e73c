-- A curly apostrophe, as every phone writes it, or the end of a line sent a text through the lists of all scripts: half
-- a millisecond for each entry of a chronology. What is left of English once its signs and accents are taken apart
-- needs only small letters, and its accents away: the same letters come out (words-of.db.test.ts holds it to fold.ts).
do $$
declare
  stands constant text := pg_get_functiondef('lintel.folded_name(text)'::regprocedure);
  in_ascii constant text := $q$t ~ '^[\x20-\x7e]*$'$q$;
  in_all_scripts constant text := '  -- Lower case, and letters without an accent to lose';
begin
  if position(in_ascii in stands) = 0 or position(in_all_scripts in stands) = 0 then
    raise exception 'folded_name does not fold as it did';
  end if;
  execute replace(replace(stands, in_ascii, $q$t ~ '^[\x01-\x7f]*$'$q$), in_all_scripts,
    $q$  if t ~ '^[\x01-\x7f\u00a3\u0300-\u036f\u201c-\u201d]*$' then
    return translate(regexp_replace(lower(t collate "C"), '[\u0300-\u036f]', '', 'g'), '`', '''');
  end if;
$q$ || in_all_scripts);
end $$;
