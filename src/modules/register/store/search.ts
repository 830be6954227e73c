import { empty, join, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { SearchWord } from '../query.ts';
import type { PersonSummary, PropertySummary } from '../summary.ts';
import { asPerson, currentAddress, personColumns, personRow } from './people.ts';
import { asProperty, propertyColumns, propertyRow } from './properties.ts';

/** One page of what was found; `more`: there are others after it. */
export interface Found<T> {
  readonly found: readonly T[];
  readonly more: boolean;
}

export const pageSize = 20;
/** Beyond this many pages another word helps more than leafing on. */
export const pagesAtMost = 10;

/**
 * People of whom every word is a beginning of something they are found by, nearest words first.
 * @param page from 1
 */
export async function findPeople(
  tx: Tx,
  organisation: OrganisationId,
  words: readonly SearchWord[],
  page: number,
): Promise<Found<PersonSummary>> {
  const rows = await tx.rows(
    personRow,
    sql`select ${personColumns} from (${matching(organisation, 'person', words, page)}) m
      join person p on p.organisation_id = ${organisation} and p.id = m.subject_id
      ${currentAddress(organisation)} order by m.token, p.id`,
  );
  return { found: rows.slice(0, pageSize).map(asPerson), more: rows.length > pageSize };
}

/** Homes likewise; those that were met by the same word stand in the order in which one walks past them. */
export async function findHomes(
  tx: Tx,
  organisation: OrganisationId,
  words: readonly SearchWord[],
  page: number,
): Promise<Found<PropertySummary>> {
  const rows = await tx.rows(
    propertyRow,
    sql`select ${propertyColumns} from (${matching(organisation, 'property', words, page)}) m
      join property h on h.organisation_id = ${organisation} and h.id = m.subject_id
      order by m.token, h.home_order, h.id`,
  );
  return { found: rows.slice(0, pageSize).map(asProperty), more: rows.length > pageSize };
}

/** Written out, not given as values: one of the indexes is of homes alone. */
const subjects = {
  person: { is: sql`'person'`, stands: sql`''`, order: sql`t.token, t.subject_id` },
  property: {
    is: sql`'property'`,
    stands: sql`t.home_order`,
    order: sql`t.token, t.home_order, t.subject_id`,
  },
} as const;
/** One person, or home, may be met by several tokens that begin alike; so many are read for each that is wanted. */
const tokensEach = { person: 3, property: 6 } as const;

/**
 * Ids with the token that was met first, in the index's own order. It begins with the most telling word, reads no more
 * than the page needs, and asks of each candidate whether the other words are there too. Comparisons alone: they are
 * leak-proof, so the index serves below the policy.
 */
function matching(
  organisation: OrganisationId,
  subject: keyof typeof subjects,
  [telling, ...others]: readonly SearchWord[],
  page: number,
): Sql {
  const { is, stands, order } = subjects[subject];
  const offset = pageSize * (page - 1);
  const enough = pageSize + 1 + offset;
  const also = others.map(
    (word) => sql`and exists (select from search_token o where o.organisation_id = ${organisation}
      and o.subject = ${is} and o.subject_id = t.subject_id and ${meets(sql`o.token`, word)})`,
  );
  const scans = (telling ? ways(sql`t.token`, telling) : []).map(
    (way) => sql`(select t.token, t.subject_id, ${stands} as home_order from search_token t
      where t.organisation_id = ${organisation} and t.subject = ${is} and ${way}
        ${also.length > 0 ? join(also, ' ') : empty}
      order by ${order} limit ${enough * tokensEach[subject]})`,
  );
  return sql`select subject_id, min(token) as token, min(home_order) as home_order
    from (${join(scans, ' union all ')}) u
    group by subject_id order by 2, 3, 1 limit ${pageSize + 1} offset ${offset}`;
}

/** A token is met where it begins as the word may, or is one that the word may stand for. */
export function meets(column: Sql, word: SearchWord): Sql {
  return sql`(${join(ways(column, word), ' or ')})`;
}

function ways(column: Sql, { beginnings, whole }: SearchWord): readonly Sql[] {
  const begun = beginnings.map((beginning) => begins(column, beginning));
  return whole.length > 0 ? [...begun, sql`${column} = any (${whole}::text[])`] : begun;
}

/** The tokens from a beginning up to the last that can follow it. */
function begins(column: Sql, beginning: string): Sql {
  return sql`${column} >= ${beginning} and ${column} < ${`${beginning}\u{10FFFF}`}`;
}
