import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { maskedEmail, maskedPhone } from '../phone.ts';

const row = z.object({ phones: z.array(z.string()), emails: z.array(z.string()) });

/**
 * What the register has of how somebody could be reached, masked: it came with an import or a form, and was never
 * agreed with them. To be asked about, never to be used.
 */
export async function knownWays(
  tx: Tx,
  organisation: OrganisationId,
  personId: PersonId | null,
): Promise<readonly string[]> {
  const found =
    personId &&
    (await tx.maybe(
      row,
      sql`select phones, emails from person where organisation_id = ${organisation} and id = ${personId}`,
    ));
  if (!found) return [];
  return [
    ...found.phones.map((phone) => `a phone that ${maskedPhone(phone)}`),
    ...(found.emails.length > 0 ? [`an e-mail address (${maskedEmail()})`] : []),
  ];
}
