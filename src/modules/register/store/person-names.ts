import { z } from 'zod';
import { id, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { fullName } from './people.ts';

const row = z.object({ id: id<PersonId>(), given_name: z.string(), family_name: z.string() });

const knownAsRow = row.extend({ also: z.array(z.string()) });

export interface PersonName {
  readonly id: PersonId;
  readonly name: string;
}

/** Names alone, for lists: nothing of where anybody lives is read for them. */
export async function personNames(
  tx: Tx,
  organisation: OrganisationId,
  ids: readonly PersonId[],
): Promise<readonly PersonName[]> {
  return ids.length === 0 ? [] : namesAmong(tx, organisation, sql`id = any (${ids}::uuid[])`);
}

/** Every name by which the register knows them, one after the other: what they are also known as, too. */
export async function everyNameOf(
  tx: Tx,
  organisation: OrganisationId,
  ids: readonly PersonId[],
): Promise<readonly PersonName[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows(
    knownAsRow,
    sql`select id, given_name, family_name, also_known_as as also from person
      where organisation_id = ${organisation} and id = any (${ids}::uuid[])`,
  );
  return rows.flatMap(({ id, given_name, family_name, also }) =>
    [fullName(given_name, family_name), ...also].map((name) => ({ id, name })),
  );
}

/**
 * The same for whomever a query names, so that it can be sent beside that query.
 * @param ids a query of one column: the ids of people
 */
export function personNamesIn(
  tx: Tx,
  organisation: OrganisationId,
  ids: Sql,
): Promise<readonly PersonName[]> {
  return namesAmong(tx, organisation, sql`id in (${ids})`);
}

/** What `nameColumn` finds: the given and the family name; null: nobody whom the asker may know of. */
export const nameInRow = z.array(z.string()).nullable();

/**
 * The name of whomever each row of another query is about, as a column of it; `nameFrom` reads it.
 * @param personId that query's column
 */
export function nameColumn(organisation: OrganisationId, personId: Sql): Sql {
  return sql`(select array[p.given_name, p.family_name] from person p
    where p.organisation_id = ${organisation} and p.id = ${personId})`;
}

export function nameFrom(id: PersonId | null, found: z.infer<typeof nameInRow>): readonly PersonName[] {
  const [given, family] = found ?? [];
  return id === null || given === undefined || family === undefined
    ? []
    : [{ id, name: fullName(given, family) }];
}

async function namesAmong(tx: Tx, organisation: OrganisationId, among: Sql): Promise<readonly PersonName[]> {
  const rows = await tx.rows(
    row,
    sql`select id, given_name, family_name from person where organisation_id = ${organisation} and ${among}`,
  );
  return rows.map((person) => ({ id: person.id, name: fullName(person.given_name, person.family_name) }));
}
