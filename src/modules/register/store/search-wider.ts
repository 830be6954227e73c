import { join, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { SearchWord } from '../query.ts';
import type { PersonSummary } from '../summary.ts';
import { asPerson, currentAddress, personColumns, personRow } from './people.ts';
import { type Found, meets, pageSize } from './search.ts';

/** Of each word's people so many are looked at; a name as common as that needs no guessing. */
const candidatesEach = 500;

/**
 * People of whom every word is near: spelt alike, or part of the address of the home where they live ("Khan, Mill
 * Lane"). The nearer the spelling, the earlier.
 */
export async function findNearby(
  tx: Tx,
  organisation: OrganisationId,
  words: readonly SearchWord[],
): Promise<Found<PersonSummary>> {
  const candidates = words.map(
    (word) => sql`(select t.subject_id, ${nearness(word)} as nearness from search_token t
      where t.organisation_id = ${organisation} and t.subject = 'person' and ${meets(sql`t.token`, word)}
      limit ${candidatesEach})`,
  );
  // Not `exists`: the planner would rather read every home once than a few homes by index.
  const every = words.map(
    (word) => sql`coalesce(
      (select true from search_token o where o.organisation_id = ${organisation}
        and o.subject = 'person' and o.subject_id = c.subject_id and ${meets(sql`o.token`, word)} limit 1),
      (select true from resident r join search_token o on o.organisation_id = r.organisation_id
          and o.subject = 'property' and o.subject_id = r.property_id
        where r.organisation_id = ${organisation} and r.person_id = c.subject_id and r.to_date is null
          and ${meets(sql`o.token`, word)} limit 1), false)`,
  );
  const rows = await tx.rows(
    personRow,
    sql`select ${personColumns} from (
        select c.subject_id, min(c.nearness) as nearness from (${join(candidates, ' union all ')}) c
        where ${join(every, ' and ')} group by c.subject_id order by 2, 1 limit ${pageSize + 1}) m
      join person p on p.organisation_id = ${organisation} and p.id = m.subject_id
      ${currentAddress(organisation)} order by m.nearness, p.id`,
  );
  return { found: rows.slice(0, pageSize).map(asPerson), more: false };
}

/** The place in the list of similar names, the most alike first. */
function nearness(word: SearchWord): Sql {
  return sql`coalesce(array_position(${word.whole}::text[], t.token), 0)`;
}
