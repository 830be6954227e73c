import { z } from 'zod';
import { Failure } from '#kit/failure.ts';
import { type Database, id, sql, within } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({ organisation_id: id<OrganisationId>(), slug: z.string() });

/**
 * The landlord by its short name, or the only one.
 * @throws Failure naming those that there are
 */
export async function landlordBy(db: Database, slug: string | undefined): Promise<OrganisationId> {
  const all = await within(db, sql`select 1`, (tx) =>
    tx.rows(row, sql`select organisation_id, slug from organisation order by slug`),
  );
  const found = slug === undefined && all.length === 1 ? all[0] : all.find((each) => each.slug === slug);
  if (found) return found.organisation_id;
  throw new Failure(
    slug === undefined ? 'There is not exactly one landlord.' : `There is no landlord ${slug}.`,
    all.length === 0
      ? 'Make one first: lintel setup.'
      : `Name one with --landlord: ${all.map((each) => each.slug).join(', ')}.`,
  );
}
