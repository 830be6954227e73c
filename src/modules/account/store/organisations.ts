import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

export interface NewOrganisation {
  readonly name: string;
  /** Small letters, digits and hyphens: `example-homes`. */
  readonly slug: string;
  readonly packId: string;
  readonly demonstration: boolean;
}

/** Makes a landlord. From here on the transaction works for it, as the program itself. */
export async function createOrganisation(
  tx: Tx,
  { name, slug, packId, demonstration }: NewOrganisation,
  now: Temporal.Instant,
): Promise<OrganisationId> {
  const id = newId<OrganisationId>();
  await tx.run(
    sql`select set_config('lintel.organisation', ${id}, true), set_config('lintel.roles', 'system', true)`,
  );
  await tx.run(sql`insert into organisation (organisation_id, slug, name, pack_id, demonstration, created_at)
    values (${id}, ${slug}, ${name}, ${packId}, ${demonstration}, ${now})`);
  return id;
}

const landlord = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
export type Landlord = Readonly<Omit<z.infer<typeof landlord>, 'id'>> & { readonly id: OrganisationId };

/** Every landlord of this installation: the sign-in page lets people choose theirs. */
export async function landlords(tx: Tx): Promise<readonly Landlord[]> {
  const rows = await tx.rows(
    landlord,
    sql`select organisation_id id, slug, name from organisation order by name`,
  );
  return rows as readonly Landlord[];
}

const slugRow = z.object({ slug: z.string() });

/** Is there a landlord with this short name? */
export async function isSlugTaken(tx: Tx, slug: string): Promise<boolean> {
  const found = await tx.maybe(slugRow, sql`select slug from organisation where slug = ${slug}`);
  return found !== null;
}
