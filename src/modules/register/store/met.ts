import { join, type Sql, sql } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { SearchWord } from '../query.ts';
import { referenceWords } from '../reference-words.ts';
import { meets } from './search.ts';

/** So many are looked at for one word; whoever shares it with more people is found by a second one. */
const metAtMost = 5_000;

/** The ids of the people, or of the homes, whom a word finds. */
export function metBy(organisation: OrganisationId, subject: 'person' | 'property', word: SearchWord): Sql {
  return sql`array(select m.subject_id from search_token m where m.organisation_id = ${organisation}
    and m.subject = ${subject} and ${meets(sql`m.token`, word)} limit ${metAtMost})`;
}

/** Whether a word finds this person, or this home. @param column their id, in the statement around it */
export function isMetBy(
  organisation: OrganisationId,
  subject: 'person' | 'property',
  column: Sql,
  word: SearchWord,
): Sql {
  return sql`exists (select from search_token m where m.organisation_id = ${organisation}
    and m.subject = ${subject} and m.subject_id = ${column} and ${meets(sql`m.token`, word)})`;
}

/** Whether a word meets one by which a case, or what was told, is found: of its words, or of its reference. */
export function meetsWord(column: Sql, word: SearchWord): Sql {
  const references = referenceWords(word);
  return sql`(${join(
    [word, ...(references.length > 0 ? [{ beginnings: references, whole: [] }] : [])].map((each) =>
      meets(column, each),
    ),
    ' or ',
  )})`;
}
