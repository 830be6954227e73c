-- As it was (0084), and: lines of a text cost no more than words. Folding is quick for what a keyboard writes, of which
-- the end of a line was none.
create or replace function lintel.told_words(in_text text) returns text language plpgsql immutable parallel safe
  set search_path = public, pg_temp as $$
declare
  t text := replace(lintel.folded_name(translate(coalesce(in_text, ''), e'\n\r\t', '   ')), '''', '');
begin
  t := regexp_replace(t, '[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf'
    '\u060c\u061b\u2000-\u206f\u3000-\u303f\uff01-\uff0f]+', ' ', 'g');
  t := regexp_replace(t, '(?<![^ ])([a-z]{1,2}[0-9][0-9a-z]?) ([0-9][a-z]{2})(?![^ ])', '\1\2', 'g');
  t := regexp_replace(t, '(?<![^ ])(flat|apartment|apt|unit|room|studio)([0-9]{1,4}[a-z]?)(?![^ ])', '\1 \2', 'g');
  t := regexp_replace(t, '(?<![^ ])([0-9]{1,4})([a-z]{3,})(?![^ ])', '\1 \2', 'g');
  t := regexp_replace(t, '(?<![^ ])([0-9]{1,4}) ([a-z])(?![^ ])', '\1\2', 'g');
  t := regexp_replace(t, '(?<![^ ])(number|no|nr) (?=[0-9])', '', 'g');
  -- As `addressWords` of the register groups them.
  t := regexp_replace(t, '(?<![^ ])(apartment|apt)(?![^ ])', 'flat', 'g');
  t := regexp_replace(t, '(?<![^ ])(street|saint)(?![^ ])', 'st', 'g');
  t := regexp_replace(t, '(?<![^ ])road(?![^ ])', 'rd', 'g');
  t := regexp_replace(t, '(?<![^ ])(avenue|av)(?![^ ])', 'ave', 'g');
  t := regexp_replace(t, '(?<![^ ])lane(?![^ ])', 'ln', 'g');
  t := regexp_replace(t, '(?<![^ ])close(?![^ ])', 'cl', 'g');
  t := regexp_replace(t, '(?<![^ ])court(?![^ ])', 'ct', 'g');
  t := regexp_replace(t, '(?<![^ ])drive(?![^ ])', 'dr', 'g');
  t := regexp_replace(t, '(?<![^ ])(gardens|gdn)(?![^ ])', 'gdns', 'g');
  t := regexp_replace(t, '(?<![^ ])(grove|gr)(?![^ ])', 'gro', 'g');
  t := regexp_replace(t, '(?<![^ ])house(?![^ ])', 'hse', 'g');
  t := regexp_replace(t, '(?<![^ ])place(?![^ ])', 'pl', 'g');
  t := regexp_replace(t, '(?<![^ ])(terrace|ter)(?![^ ])', 'terr', 'g');
  t := regexp_replace(t, '(?<![^ ])(crescent|cr)(?![^ ])', 'cres', 'g');
  t := regexp_replace(t, '(?<![^ ])square(?![^ ])', 'sq', 'g');
  return ' ' || btrim(regexp_replace(t, ' +', ' ', 'g')) || ' ';
end $$;

-- What could tell of those behind each conflict, kept as conflicts and what is known change: to compare what is told
-- with all of it costs milliseconds, however many conflicts there are. Read by nobody but the functions that compare.
create table conflict_fact (
  organisation_id uuid not null references organisation,
  source uuid not null,
  kind text not null,
  value text not null,
  number text not null default '',
  flat text not null default '',
  -- of a name: its words, with what is often written apart joined, and how each begins
  parts text[],
  joined text[],
  heads text[],
  primary key (organisation_id, source, kind, value, number, flat)
);
create index conflict_fact_value on conflict_fact (organisation_id, kind, value);
call lintel.protect('conflict_fact', 'false');
create policy definer on conflict_fact to lintel_definer using (true) with check (true);
grant select, insert, delete on conflict_fact to lintel_definer;

create function lintel.heads_of(in_words text[]) returns text[] language sql immutable parallel safe
  as $$ select array(select distinct left(w, 3) from unnest(in_words) w) $$;

-- Those of a conflict that is over, or of what became a case, go.
create function lintel.keep_facts(in_organisation uuid, in_sources uuid[]) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  delete from conflict_fact where organisation_id = in_organisation and source = any (in_sources);
  insert into conflict_fact (organisation_id, source, kind, value, number, flat, parts, joined, heads)
    select in_organisation, s, f.kind, f.value, coalesce(f.number, ''), coalesce(f.flat, ''), n.parts, n.joined,
      lintel.heads_of(n.parts || n.joined)
    from unnest(in_sources) s cross join lateral (
        select * from lintel.conflict_facts(in_organisation, s)
        union select 'person', p::text, null, null from unnest(lintel.conflicted_people(in_organisation, s)) p) f
      cross join lateral (select
        case when f.kind in ('name', 'alleged') then lintel.name_parts(f.value, false) end as parts,
        case when f.kind in ('name', 'alleged') then lintel.name_parts(f.value, true) end as joined) n
    where exists (select lintel.conflicted_staff(in_organisation, s)) and f.value <> ''
    on conflict do nothing;
end $$;

create or replace function lintel.matches_of(in_organisation uuid, in_sources uuid[], in_told uuid[])
returns table (disclosure_id uuid, source uuid, by_what text[]) language sql stable
set search_path = public, pg_temp as $$
  with told as materialized (
    select t.*, lintel.heads_of(t.named || t.named_joined) as heads,
      lintel.heads_of(t.alleged || t.alleged_joined) as alleged_heads
    from disclosure d cross join lateral lintel.told_as_compared(d) t
    where d.organisation_id = in_organisation and d.id = any (in_told) and d.case_id is null)
  select t.id, f.source, array_agg(distinct f.kind order by f.kind) from told t
    join conflict_fact f on f.organisation_id = in_organisation and f.source = any (in_sources) and f.source <> t.id
      and case f.kind
        when 'name' then t.heads && f.heads
            and (lintel.same_parts(t.named, f.parts) or lintel.same_parts(t.named_joined, f.joined))
          or strpos(t.words, f.parts[1]) > 0 and lintel.says_name(t.words, f.parts)
        when 'alleged' then t.alleged_heads && f.heads
          and (lintel.same_parts(t.alleged, f.parts) or lintel.same_parts(t.alleged_joined, f.joined))
        when 'number' then strpos(t.digits, f.value) > 0
        when 'email' then f.value = any (t.emails)
        when 'home' then t.property_id = f.value
        when 'uprn' then strpos(t.words, f.value) > 0 and t.words ~ (' 0*' || f.value || ' ')
        when 'place' then
          (strpos(t.words, f.value) > 0 or f.number <> '' and strpos(t.address, ' ' || f.number || ' ') > 0)
          and lintel.telling((t.id, t.property_id, t.address, t.words, t.digits, t.emails, t.named, t.named_joined,
            t.alleged, t.alleged_joined)::lintel.told_as, f.kind, f.value, nullif(f.number, ''), nullif(f.flat, ''),
            null, null)
        when 'postcode' then strpos(t.words, f.value) > 0
          and lintel.telling((t.id, t.property_id, t.address, t.words, t.digits, t.emails, t.named, t.named_joined,
            t.alleged, t.alleged_joined)::lintel.told_as, f.kind, f.value, nullif(f.number, ''), null, null, null)
        else false end
  group by t.id, f.source $$;

create or replace function lintel.may_tell_of(in_organisation uuid, in_sources uuid[]) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
begin
  return array(
    with facts as materialized (
      select distinct f.kind, f.value, f.parts, f.joined from conflict_fact f
      where f.organisation_id = in_organisation and f.source = any (in_sources)),
    probes as (
      select array['#' || value] as words from facts where kind = 'number'
      union select array[value] from facts where kind in ('email', 'uprn', 'postcode')
      union select regexp_split_to_array(value, ' ') from facts where kind = 'place'
      union select parts from facts where kind in ('name', 'alleged'))
    select d.id from disclosure d where d.organisation_id = in_organisation and d.triaged_at is null
    union
    select d.id from unnest(in_sources) s join disclosure d on d.organisation_id = in_organisation
      and d.matched <> '[]' and d.matched @> jsonb_build_array(jsonb_build_object('source', s))
    union
    select t.disclosure_id from probes p join disclosure_told t on t.organisation_id = in_organisation
      and p.words <> '{}' and t.tokens @> p.words
    union
    select w.disclosure_id from facts f cross join unnest(f.joined) n
      join disclosure_word w on w.organisation_id = in_organisation
        and w.word >= left(n, 3) and w.word < left(n, 3) || U&'\+10FFFF'
      where f.kind = 'name' and length(n) > 2
    union
    select d.id from facts f join disclosure d on d.organisation_id = in_organisation
      and d.property_id = f.value::uuid where f.kind = 'home');
end $$;

create or replace function lintel.conflicts_changed(in_organisation uuid, in_sources uuid[], in_at timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(cardinality(in_sources), 0) = 0 then return; end if;
  -- Before what is known of them is kept anew: two at once would each lose what the other wrote.
  perform pg_advisory_xact_lock(hashtextextended('lintel conflicts ' || in_organisation, 0));
  perform lintel.keep_facts(in_organisation, in_sources);
  perform lintel.keep_told_apart(in_organisation, in_sources, lintel.may_tell_of(in_organisation, in_sources), in_at);
end $$;

create or replace function lintel.sources_about(in_organisation uuid, in_people uuid[], in_homes uuid[]) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  select array(
    select f.source from conflict_fact f where f.organisation_id = in_organisation and f.kind = 'person'
      and f.value = any (in_people::text[])
    union
    select f.source from conflict_fact f where f.organisation_id = in_organisation and f.kind = 'home'
      and f.value = any (in_homes::text[])) $$;

-- As it was (0084), and: what becomes part of a case tells more of it.
create or replace function lintel.disclosure_carries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into disclosure_told (organisation_id, disclosure_id, tokens)
      select new.organisation_id, new.id, array(
        select w from regexp_split_to_table(left(lintel.told_words(lintel.all_told(new)), 60000), ' ') w where w <> ''
        union select '#' || n from lintel.numbers_in(lintel.all_told(new)) n
        union select e from lintel.emails_in(lintel.all_told(new)) e);
  end if;
  perform lintel.carry_conflicts(new.organisation_id, array_remove(
    array[new.person_id, case when tg_op = 'UPDATE' then old.person_id end], null), new.recorded_at);
  if new.case_id is null then
    perform lintel.keep_told_apart(new.organisation_id, array(select lintel.conflict_sources(new.organisation_id)),
      array[new.id], new.recorded_at);
  else
    perform lintel.conflicts_changed(new.organisation_id, array(
      select distinct f.source from conflict_fact f
        where f.organisation_id = new.organisation_id and f.source = new.case_id), new.recorded_at);
  end if;
  -- What it says of a colleague counts for whatever else tells of the same people.
  if new.conflicts <> '[]' then
    perform lintel.conflicts_changed(new.organisation_id, array[new.id], new.recorded_at);
  end if;
  return null;
end $$;

alter function lintel.heads_of owner to lintel_definer;
alter function lintel.keep_facts owner to lintel_definer;
alter function lintel.matches_of owner to lintel_definer;
alter function lintel.may_tell_of owner to lintel_definer;
alter function lintel.conflicts_changed owner to lintel_definer;
alter function lintel.sources_about owner to lintel_definer;
revoke all on function lintel.heads_of, lintel.keep_facts from public;

create function lintel.keep_all_facts() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  landlord uuid;
begin
  for landlord in select organisation_id from organisation loop
    perform lintel.keep_facts(landlord, array(select lintel.conflict_sources(landlord)));
  end loop;
end $$;
alter function lintel.keep_all_facts owner to lintel_definer;
select lintel.keep_all_facts();
drop function lintel.keep_all_facts;
