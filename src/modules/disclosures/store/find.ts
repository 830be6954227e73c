import { z } from 'zod';
import { id, instant, join, type Sql, sql, type Tx } from '#kit/sql.ts';
import { isMetBy, meetsWord, metBy, readSearch, type SearchWord } from '#modules/register/index.ts';
import type { DisclosureId, OrganisationId, PersonId } from '#rules/facts.ts';
import { dangerStands } from './board.ts';

const toldInList = z.object({
  id: id<DisclosureId>(),
  reference: z.string(),
  receivedAt: instant,
  triagedAt: instant.nullable(),
  personName: z.string(),
  personId: id<PersonId>().nullable(),
  dangerStands: z.boolean(),
});
export type ToldInList = z.infer<typeof toldInList>;

/** As many as a page shows; whoever has more types another word. */
const foundAtMost = 20;

/**
 * What was told, behind the asker's wall, by whatever somebody knows of it: the name or the address that was told, the
 * person or the home on the register, its reference or a part of it. Whoever takes a second call about somebody finds
 * the first one. What waits in triage comes first.
 */
export async function findTold(
  tx: Tx,
  organisation: OrganisationId,
  typed: string,
): Promise<readonly ToldInList[]> {
  const read = readSearch(typed);
  if (read.kind !== 'words') return [];
  const [telling, ...others] = read.words;
  if (!telling) return [];
  const also = others.map((word) => sql`and ${meets(organisation, word)}`);
  return tx.rows(
    toldInList,
    sql`select d.id, d.reference, d.received_at as "receivedAt", d.triaged_at as "triagedAt",
        d.person_name as "personName", d.person_id as "personId", ${dangerStands} as "dangerStands"
      from disclosure d where d.organisation_id = ${organisation} and (${candidates(organisation, telling)})
      ${join([sql``, ...also], ' ')}
      order by d.triaged_at is not null, d.received_at desc, d.id limit ${foundAtMost}`,
  );
}

/** Each way by its own index: the first word says where to look. */
function candidates(organisation: OrganisationId, word: SearchWord): Sql {
  return sql`d.person_id = any (${metBy(organisation, 'person', word)})
    or d.property_id = any (${metBy(organisation, 'property', word)})
    or d.id = any (array(select w.disclosure_id from disclosure_word w
      where w.organisation_id = ${organisation} and ${meetsWord(sql`w.word`, word)}))`;
}

/** Whether a further word belongs to it too. */
function meets(organisation: OrganisationId, word: SearchWord): Sql {
  return sql`(${isMetBy(organisation, 'person', sql`d.person_id`, word)}
    or ${isMetBy(organisation, 'property', sql`d.property_id`, word)}
    or exists (select from disclosure_word w where w.organisation_id = ${organisation} and w.disclosure_id = d.id
      and ${meetsWord(sql`w.word`, word)}))`;
}
