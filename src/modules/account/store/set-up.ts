import { type Database, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { startingHelplines } from '../helplines.ts';
import { inviteStaff } from './enrol.ts';
import { addHelplines } from './helplines.ts';
import type { OneTimeLink } from './links.ts';
import { createOrganisation, isSlugTaken } from './organisations.ts';

export interface FirstLandlord {
  readonly name: string;
  readonly slug: string;
  /** A pack on the shelf: the caller has looked. */
  readonly packId: string;
  readonly adminName: string;
  readonly adminEmail: string;
}

/**
 * `lintel setup`: a landlord, its helplines and its first administrator.
 * @returns null where the short name is taken
 */
export async function setUpOrganisation(
  db: Database,
  { name, slug, packId, adminName, adminEmail }: FirstLandlord,
  now: Temporal.Instant,
): Promise<{ readonly organisation: OrganisationId; readonly link: OneTimeLink } | null> {
  return transact(db, { organisation: null }, async (tx) => {
    if (await isSlugTaken(tx, slug)) return null;
    const organisation = await createOrganisation(tx, { name, slug, packId, demonstration: false }, now);
    const author = { organisation, staff: null, now };
    await addHelplines(tx, author, startingHelplines);
    const { link } = await inviteStaff(tx, author, {
      name: adminName,
      email: adminEmail,
      roles: ['administrator'],
      jobTitle: '',
    });
    return { organisation, link };
  });
}
