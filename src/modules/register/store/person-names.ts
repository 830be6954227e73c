import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { fullName } from './people.ts';

const row = z.object({ id: id<PersonId>(), given_name: z.string(), family_name: z.string() });

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
  if (ids.length === 0) return [];
  const rows = await tx.rows(
    row,
    sql`select id, given_name, family_name from person
      where organisation_id = ${organisation} and id = any (${ids}::uuid[])`,
  );
  return rows.map((person) => ({ id: person.id, name: fullName(person.given_name, person.family_name) }));
}
