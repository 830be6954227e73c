import { join, type Sql, sql, type Tx } from '#kit/sql.ts';
import { isMetBy, meetsWord, metBy, readSearch, type SearchWord } from '#modules/register/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type CaseInList, caseInList, caseInListColumns } from './caseload.ts';

/** As many as a page shows; whoever has more types another word. */
export const foundAtMost = 20;

/**
 * Cases behind the asker's wall by whatever somebody knows of them: the person's name or phone, how they were
 * described, the home, the reference of the case or a part of it, or who leads it, in any order. Those that are open
 * come first, danger before all.
 * One or two letters are a whole word, as on the register.
 */
export async function findCases(
  tx: Tx,
  organisation: OrganisationId,
  typed: string,
): Promise<readonly CaseInList[]> {
  const read = readSearch(typed);
  if (read.kind !== 'words') return [];
  const [telling, ...others] = read.words;
  if (!telling) return [];
  const also = others.map((word) => sql`and ${meets(organisation, word)}`);
  return tx.rows(
    caseInList,
    sql`${caseInListColumns} where c.organisation_id = ${organisation} and (${candidates(organisation, telling)})
      ${join([sql``, ...also], ' ')}
      order by c.closed_at is not null, c.immediate_danger desc, c.opened_at desc, c.id limit ${foundAtMost + 1}`,
  );
}

/** Each way by its own index: the first word says where to look. */
function candidates(organisation: OrganisationId, word: SearchWord): Sql {
  return sql`c.person_id = any (${metBy(organisation, 'person', word)})
    or c.property_id = any (${metBy(organisation, 'property', word)})
    or c.id = any (${livedIn(organisation, metBy(organisation, 'property', word))})
    or c.id = any (array(select w.case_id from case_word w
      where w.organisation_id = ${organisation} and ${meetsWord(sql`w.word`, word)}))
    or c.lead_id = any (${leadsNamed(organisation, word)})`;
}

/** Whether a further word belongs to the case too. */
function meets(organisation: OrganisationId, word: SearchWord): Sql {
  return sql`(${isMetBy(organisation, 'person', sql`c.person_id`, word)}
    or ${isMetBy(organisation, 'property', sql`c.property_id`, word)}
    or exists (select from case_home h where h.organisation_id = ${organisation} and h.case_id = c.id
      and ${isMetBy(organisation, 'property', sql`h.property_id`, word)})
    or exists (select from case_word w where w.organisation_id = ${organisation} and w.case_id = c.id
      and ${meetsWord(sql`w.word`, word)})
    or c.lead_id = any (${leadsNamed(organisation, word)}))`;
}

/** A caller may name the home of before: whoever moved is found by it too. */
function livedIn(organisation: OrganisationId, homes: Sql): Sql {
  return sql`array(select h.case_id from case_home h
    where h.organisation_id = ${organisation} and h.property_id = any (${homes}))`;
}

function leadsNamed(organisation: OrganisationId, { beginnings, whole }: SearchWord): Sql {
  return sql`array(select f.id from staff f, lintel.words_of(f.name) n where f.organisation_id = ${organisation}
    and (n = any (${[...whole]}::text[])
      or exists (select from unnest(${[...beginnings]}::text[]) b where starts_with(n, b))))`;
}
