import { z } from 'zod';
import { onePlan } from '#kit/database/one-plan.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { regrouped } from '../address-words.ts';
import { readSearch, type SearchWord, slips } from '../query.ts';
import type { PersonSummary, PropertySummary } from '../summary.ts';
import { nearAddressWords } from './address-words.ts';
import { rarestFirst } from './rarity.ts';
import { type Found, findHomes, findPeople } from './search.ts';
import { findNearby } from './search-wider.ts';

export interface RegisterSearch {
  readonly kind: 'empty' | 'too-short' | 'found';
  readonly people: Found<PersonSummary>;
  readonly homes: Found<PropertySummary>;
  /** `similar`: nothing was found as typed; these names are spelt alike, or the words belong to person and home. */
  readonly how: 'as-typed' | 'similar';
}

const nothing = { found: [], more: false } as const;

/**
 * Finds people and homes by whatever somebody knows of them: names in any order, an address, a postcode, a UPRN, a
 * phone, a reference. People and homes are asked for in one round trip; only where nothing is found, names spelt
 * otherwise are. Nothing here knows of cases.
 * @param page from 1
 */
export async function searchRegister(
  tx: Tx,
  organisation: OrganisationId,
  text: string,
  page = 1,
): Promise<RegisterSearch> {
  const read = readSearch(text);
  if (read.kind !== 'words') return { kind: read.kind, people: nothing, homes: nothing, how: 'as-typed' };
  tx.write(sql`select ${onePlan}`);
  const words = await rarestFirst(tx, organisation, read.words);
  const [people, homes] = await Promise.all([
    words.person ? findPeople(tx, organisation, words.person, page) : nothing,
    words.property ? findHomes(tx, organisation, words.property, page) : nothing,
  ]);
  if (page > 1 || people.found.length > 0 || homes.found.length > 0)
    return { kind: 'found', people, homes, how: 'as-typed' };
  const wider = await Promise.all(read.words.map((word) => widened(tx, word)));
  const [nearPeople, nearHomes] = await Promise.all([
    findNearby(tx, organisation, wider),
    findNearHomes(tx, organisation, text),
  ]);
  return { kind: 'found', people: nearPeople, homes: nearHomes, how: 'similar' };
}

/**
 * Finds homes alone, by address, postcode, UPRN or reference, else by an address that is spelt alike: for those who may
 * know where a home is and nothing of who lives there.
 */
export async function searchHomes(
  tx: Tx,
  organisation: OrganisationId,
  text: string,
): Promise<Pick<RegisterSearch, 'kind' | 'homes' | 'how'>> {
  const read = readSearch(text);
  if (read.kind !== 'words') return { kind: read.kind, homes: nothing, how: 'as-typed' };
  tx.write(sql`select ${onePlan}`);
  const { property } = await rarestFirst(tx, organisation, read.words);
  const homes = property ? await findHomes(tx, organisation, property, 1) : nothing;
  if (homes.found.length > 0) return { kind: 'found', homes, how: 'as-typed' };
  return { kind: 'found', homes: await findNearHomes(tx, organisation, text), how: 'similar' };
}

/** Homes of whose address every word is as typed or one letter off, with numbers and words parted as they should be. */
async function findNearHomes(
  tx: Tx,
  organisation: OrganisationId,
  text: string,
): Promise<Found<PropertySummary>> {
  const read = readSearch(regrouped(text));
  if (read.kind !== 'words') return nothing;
  const near = await nearAddressWords(tx, organisation, read.words);
  const { property } = await rarestFirst(tx, organisation, near);
  return property ? findHomes(tx, organisation, property, 1) : nothing;
}

const likeness = z.object({ token: z.string(), likeness: z.number() });
const similarAtMost = 8;

/** A word with the names that it may have been meant for; these must be met whole. */
async function widened(tx: Tx, word: SearchWord): Promise<SearchWord> {
  const [first = ''] = word.beginnings;
  if (first.length < 3 || /\d/.test(first)) return word;
  const similar = await tx.rows(
    likeness,
    sql`select token, likeness from lintel.similar_names(${first}, ${similarAtMost})`,
  );
  return { ...word, whole: [...word.whole, ...similar.map((row) => row.token), ...slips(first)] };
}
