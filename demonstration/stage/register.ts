import type { Tx } from '#kit/sql.ts';
import { searchRegister } from '#modules/register/index.ts';
import type { OrganisationId, PersonId, PropertyId } from '#rules/facts.ts';

/** Finds somebody as a colleague would, by the landlord's own reference; nobody where there is none. */
export async function personBy(
  tx: Tx,
  organisation: OrganisationId,
  reference: string | null,
): Promise<PersonId | null> {
  if (reference === null) return null;
  const { people } = await searchRegister(tx, organisation, reference);
  return exact(people.found, reference).id;
}

export async function homeBy(
  tx: Tx,
  organisation: OrganisationId,
  reference: string | null,
): Promise<PropertyId | null> {
  if (reference === null) return null;
  const { homes } = await searchRegister(tx, organisation, reference);
  return exact(homes.found, reference).id;
}

function exact<T extends { readonly reference: string | null }>(found: readonly T[], reference: string): T {
  const one = found.find((each) => each.reference === reference);
  if (!one) throw new Error(`Nothing on the invented register is ${reference}`);
  return one;
}
