import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';

export interface ToCompare {
  readonly importId: string;
  /** Empty: all that the import brought were compared. */
  readonly people: readonly PersonId[];
}

const importRow = z.object({ id: z.uuid(), started_at: instant, compared_to: z.uuid().nullable() });

const personRow = z.object({ id: id<PersonId>() });

/** The next people of the oldest finished import who were not compared with the register yet; null: none is waiting. */
export async function nextToCompare(
  tx: Tx,
  organisation: OrganisationId,
  limit: number,
): Promise<ToCompare | null> {
  const waiting = await tx.maybe(
    importRow,
    sql`select id, started_at, compared_to from register_import where organisation_id = ${organisation}
      and state = 'finished' and not dry_run and compared_at is null
      order by started_at limit 1`,
  );
  if (waiting === null) return null;
  const people = await tx.rows(
    personRow,
    sql`select id from person where organisation_id = ${organisation}
      and id > ${waiting.compared_to ?? '00000000-0000-0000-0000-000000000000'} and imported_at >= ${waiting.started_at}
      order by id limit ${limit}`,
  );
  return { importId: waiting.id, people: people.map((person) => person.id) };
}

/** Keeps how far the comparison came; null: it is done. */
export async function comparedTo(
  tx: Tx,
  organisation: OrganisationId,
  importId: string,
  last: PersonId | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update register_import set compared_to = ${last}, compared_at = ${last === null ? now : null}
    where organisation_id = ${organisation} and id = ${importId}`);
}

/** Whom somebody recorded or corrected who does not see the whole register: each is taken once. */
export async function takeToCompareAgain(
  tx: Tx,
  organisation: OrganisationId,
  limit: number,
): Promise<readonly PersonId[]> {
  const people = await tx.rows(
    personRow,
    sql`update person set compare_again = false where organisation_id = ${organisation} and id in (
        select id from person where organisation_id = ${organisation} and compare_again order by id limit ${limit})
      returning id`,
  );
  return people.map((person) => person.id);
}
