import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { newId } from '#kit/ids.ts';
import type { Author } from '#kit/record.ts';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { type Likened, likeness } from '../likeness.ts';
import { noDays } from '../placeholder.ts';

const pairRow = z.object({ one: id<PersonId>(), other: id<PersonId>() });
const openRow = z.object({
  id: z.uuid(),
  one: id<PersonId>(),
  other: id<PersonId>(),
  taken_back: z.boolean(),
});
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

/** Whoever compares many people takes turns with others who do: both would find the same pairs. */
export function takeTurnToCompare(tx: Tx, { organisation }: Author): Promise<void> {
  return takeTurn(tx, organisation, 'register.compare');
}

/**
 * Proposes pairs that may be one person, for each of these people, and judges anew those of theirs that wait. A pair on
 * which somebody decided is not proposed again. The work is bounded by the number of ids: candidates come from indexes
 * of birthdays, phones and homes, never from everybody with everybody.
 * @returns how many pairs are new
 */
export async function proposeMatches(tx: Tx, author: Author, ids: readonly PersonId[]): Promise<number> {
  const { organisation } = author;
  if (ids.length === 0) return 0;
  const pairs = await newPairs(tx, organisation, ids);
  const open = await openPairs(tx, organisation, ids);
  const involved = [...pairs, ...open].flatMap(({ one, other }) => [one, other]);
  const people = await likened(tx, author, [...new Set(involved)]);
  const judge = ({ one, other }: { readonly one: PersonId; readonly other: PersonId }) => {
    const [first, second] = [people.get(one), people.get(other)];
    return first && second ? likeness(first, second) : { reasons: [], strength: 0 };
  };
  await judgedAnew(
    tx,
    author,
    open.map((pair) => ({ ...judge(pair), id: pair.id, takenBack: pair.taken_back })),
  );
  const explained = pairs.flatMap((pair) => {
    const { reasons, strength } = judge(pair);
    return strength > 0
      ? [{ id: newId(), person_id: pair.one, other_id: pair.other, reasons, strength }]
      : [];
  });
  if (explained.length === 0) return 0;
  return tx.run(sql`insert into person_match (organisation_id, id, person_id, other_id, reasons, strength, found_at)
    select ${organisation}, i.id, i.person_id, i.other_id, i.reasons, i.strength, ${author.now}
    from json_to_recordset(${JSON.stringify(explained)}::json) as i (id uuid, person_id uuid, other_id uuid,
      reasons text[], strength integer)
    order by i.person_id, i.other_id
    on conflict (organisation_id, person_id, other_id) do nothing`);
}

/** Pairs that share a birthday, a phone or a home and were never proposed. */
function newPairs(tx: Tx, organisation: OrganisationId, ids: readonly PersonId[]) {
  return tx.rows(
    pairRow,
    sql`with p as (select p.id, p.date_of_birth, p.phones from person p
        where p.organisation_id = ${organisation} and p.id = any (${ids}::uuid[])),
      place as (
        select r.person_id, r.property_id from resident r
          where r.organisation_id = ${organisation} and r.person_id = any (${ids}::uuid[])
        union
        select n.person_id, t.property_id from tenant n
          join tenancy t on t.organisation_id = n.organisation_id and t.id = n.tenancy_id
          where n.organisation_id = ${organisation} and n.person_id = any (${ids}::uuid[]))
      select distinct least(c.one, c.other) as one, greatest(c.one, c.other) as other from (
        select p.id as one, q.id as other from p cross join lateral (
          select q.id from person q where q.organisation_id = ${organisation}
            and q.date_of_birth = p.date_of_birth limit ${candidatesEach}) q
          where p.date_of_birth <> all (${[...noDays]}::date[])
        union
        select p.id, q.subject_id from p cross join lateral unnest(p.phones) as phone cross join lateral (
          select t.subject_id from search_token t where t.organisation_id = ${organisation} and t.subject = 'person'
            and t.token = phone limit ${candidatesEach}) q
        union
        select l.person_id, q.person_id from place l cross join lateral (
          select o.person_id from resident o where o.organisation_id = ${organisation}
            and o.property_id = l.property_id limit ${candidatesEach}) q
        union
        select l.person_id, q.person_id from place l cross join lateral (
          select n.person_id from tenancy t
            join tenant n on n.organisation_id = t.organisation_id and n.tenancy_id = t.id
            where t.organisation_id = ${organisation} and t.property_id = l.property_id limit ${candidatesEach}) q) c
      where c.one <> c.other and not exists (select from person_match m where m.organisation_id = ${organisation}
        and m.person_id = least(c.one, c.other) and m.other_id = greatest(c.one, c.other))`,
  );
}

/** Pairs of theirs that wait for a decision. */
function openPairs(tx: Tx, organisation: OrganisationId, ids: readonly PersonId[]) {
  const columns = sql`id, person_id as one, other_id as other, why is not null as taken_back`;
  return tx.rows(
    openRow,
    sql`select ${columns} from person_match where organisation_id = ${organisation} and decision is null
        and person_id = any (${ids}::uuid[])
      union
      select ${columns} from person_match where organisation_id = ${organisation} and decision is null
        and other_id = any (${ids}::uuid[])`,
  );
}

interface Judged {
  readonly id: string;
  readonly reasons: readonly string[];
  readonly strength: number;
  readonly takenBack: boolean;
}

/** What no longer speaks for itself is not shown; whoever took a decision back wants to see the pair whatever it is. */
async function judgedAnew(tx: Tx, { organisation }: Author, judged: readonly Judged[]): Promise<void> {
  const kept = judged.filter(({ strength, takenBack }) => strength > 0 || !takenBack);
  if (kept.length === 0) return;
  await tx.run(sql`update person_match m set strength = i.strength,
      reasons = case when i.strength > 0 then i.reasons else m.reasons end
    from json_to_recordset(${JSON.stringify(kept)}::json) as i (id uuid, reasons text[], strength integer)
    where m.organisation_id = ${organisation} and m.id = i.id and m.decision is null
      and (m.strength, m.reasons) is distinct from (i.strength, i.reasons)`);
}

async function likened(
  tx: Tx,
  { organisation }: Author,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Likened>> {
  const rows = await tx.rows(
    likenedRow,
    sql`select p.id, p.given_name, p.family_name, p.also_known_as, p.date_of_birth, p.phones,
        array(select coalesce(h.same_home, h.id::text) from property h where h.organisation_id = p.organisation_id
          and h.id in (
            select r.property_id from resident r where r.organisation_id = p.organisation_id and r.person_id = p.id
            union
            select t.property_id from tenant n
              join tenancy t on t.organisation_id = n.organisation_id and t.id = n.tenancy_id
              where n.organisation_id = p.organisation_id and n.person_id = p.id)) as homes
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
