import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Author } from '#kit/record.ts';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { PersonId } from '#rules/facts.ts';
import { type Likened, reasonsFor } from '../likeness.ts';

const pairRow = z.object({ one: id<PersonId>(), other: id<PersonId>() });
const likenedRow = z.object({
  id: id<PersonId>(),
  given_name: z.string(),
  family_name: z.string(),
  also_known_as: z.array(z.string()),
  date_of_birth: plainDate.nullable(),
  phones: z.array(z.string()),
  homes: z.array(z.string()),
});

/** Of all who share a birthday, a phone or a home with somebody, at most so many are looked at. */
const candidatesEach = 40;
const alikeEnough = 0.4;

/**
 * Proposes pairs that may be one person, for each of these people; a pair that was ever proposed is not proposed again,
 * whatever was decided. The work is bounded by the number of ids: candidates come from three indexes, never from
 * everybody with everybody.
 * @returns how many pairs are new
 */
export async function proposeMatches(tx: Tx, author: Author, ids: readonly PersonId[]): Promise<number> {
  const { organisation } = author;
  if (ids.length === 0) return 0;
  const pairs = await tx.rows(
    pairRow,
    sql`with p as (
        select p.*, lower(unaccent(p.given_name || ' ' || p.family_name)) as whole from person p
        where p.organisation_id = ${organisation} and p.id = any (${ids}::uuid[]))
      select distinct least(c.one, c.other) as one, greatest(c.one, c.other) as other from (
        select p.id as one, q.id as other from p cross join lateral (
          select q.id, q.given_name, q.family_name from person q where q.organisation_id = ${organisation}
            and q.date_of_birth = p.date_of_birth limit ${candidatesEach}) q
          where similarity(p.whole, lower(unaccent(q.given_name || ' ' || q.family_name))) > ${alikeEnough}
        union
        select p.id, q.subject_id from p cross join lateral unnest(p.phones) as phone cross join lateral (
          select t.subject_id from search_token t where t.organisation_id = ${organisation} and t.subject = 'person'
            and t.token = phone limit ${candidatesEach}) q
        union
        select p.id, q.person_id from p
          join resident r on r.organisation_id = ${organisation} and r.person_id = p.id
          cross join lateral (select o.person_id from resident o where o.organisation_id = ${organisation}
            and o.property_id = r.property_id limit ${candidatesEach}) q
          join person n on n.organisation_id = ${organisation} and n.id = q.person_id
          where similarity(p.whole, lower(unaccent(n.given_name || ' ' || n.family_name))) > ${alikeEnough}) c
      where c.one <> c.other and not exists (select from person_match m where m.organisation_id = ${organisation}
        and m.person_id = least(c.one, c.other) and m.other_id = greatest(c.one, c.other))`,
  );
  if (pairs.length === 0) return 0;
  const people = await likened(tx, author, [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]);
  const explained = pairs.flatMap(({ one, other }) => {
    const [first, second] = [people.get(one), people.get(other)];
    const reasons = first && second ? reasonsFor(first, second) : [];
    return reasons.length > 0 ? [{ id: newId(), person_id: one, other_id: other, reasons }] : [];
  });
  if (explained.length === 0) return 0;
  return tx.run(sql`insert into person_match (organisation_id, id, person_id, other_id, reasons, found_at)
    select ${organisation}, i.id, i.person_id, i.other_id, i.reasons, ${author.now}
    from json_to_recordset(${JSON.stringify(explained)}::json) as i (id uuid, person_id uuid, other_id uuid,
      reasons text[])
    on conflict (organisation_id, person_id, other_id) do nothing`);
}

async function likened(
  tx: Tx,
  { organisation }: Author,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Likened>> {
  const rows = await tx.rows(
    likenedRow,
    sql`select p.id, p.given_name, p.family_name, p.also_known_as, p.date_of_birth, p.phones,
        array(select r.property_id::text from resident r
          where r.organisation_id = p.organisation_id and r.person_id = p.id) as homes
      from person p where p.organisation_id = ${organisation} and p.id = any (${ids}::uuid[])`,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        givenName: row.given_name,
        familyName: row.family_name,
        alsoKnownAs: row.also_known_as,
        dateOfBirth: row.date_of_birth,
        phones: row.phones,
        homes: row.homes,
      },
    ]),
  );
}
