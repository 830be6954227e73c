import type { Tx } from '#kit/sql.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { personSummary } from '#modules/register/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Share } from './shares.ts';

/** Of whom an agency reads, where that was decided to be shared: never where they live. '' where it was not. */
export async function whomAbout(
  tx: Tx,
  organisation: OrganisationId,
  { personId, describedAs }: Pick<CaseFile, 'personId' | 'describedAs'>,
  { kinds }: Pick<Share, 'kinds'>,
): Promise<string> {
  if (!kinds.includes('who')) return '';
  const person = personId && (await personSummary(tx, organisation, personId));
  if (!person) return describedAs || 'Their name is not known';
  const { name, dateOfBirth } = person;
  return `${name}, ${dateOfBirth ? `born ${dateInWords(dateOfBirth)}` : 'date of birth not known'}`;
}
