import type { Tx } from '#kit/sql.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { propertySummary } from '#modules/register/index.ts';
import type { OrganisationId } from '#rules/facts.ts';

/** The home of a case, as a letter would be addressed to it; `''`: it is not known, or they would rather not say. */
export async function homeAddress(
  tx: Tx,
  organisation: OrganisationId,
  { homeKind, homeElsewhere, propertyId }: Pick<CaseFile, 'homeKind' | 'homeElsewhere' | 'propertyId'>,
): Promise<string> {
  if (homeKind === 'elsewhere') return homeElsewhere;
  if (propertyId === null || (homeKind !== null && homeKind !== 'register')) return '';
  const home = await propertySummary(tx, organisation, propertyId);
  return home ? [...home.addressLines, home.postcode].join('\n') : '';
}
