import { Failure } from '#kit/failure.ts';
import { listLandlords } from '#kit/landlords.ts';
import type { Database } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

/**
 * The landlord by its short name, or the only one.
 * @throws Failure naming those that there are
 */
export async function landlordBy(db: Database, slug: string | undefined): Promise<OrganisationId> {
  const all = await listLandlords(db);
  const found = slug === undefined && all.length === 1 ? all[0] : all.find((each) => each.slug === slug);
  if (found) return found.id;
  throw new Failure(
    slug === undefined ? 'There is not exactly one landlord.' : `There is no landlord ${slug}.`,
    all.length === 0
      ? 'Make one first: lintel setup.'
      : `Name one with --landlord: ${all.map((each) => each.slug).join(', ')}.`,
  );
}
