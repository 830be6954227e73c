import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { normalisePhone } from '../phone.ts';

const row = z.object({ personId: id<PersonId>() });

/**
 * Who has this number on the register; of a mailbox, who of these people. For a decision whether something may be sent
 * there, and never to be shown.
 */
export async function whoElseHas(
  tx: Tx,
  organisation: OrganisationId,
  value: string,
  among: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const phone = normalisePhone(value);
  const found = await tx.rows(
    row,
    phone
      ? sql`select t.subject_id as "personId" from search_token t where t.organisation_id = ${organisation}
          and t.subject = 'person' and t.token = ${phone} limit 50`
      : sql`select p.id as "personId" from person p where p.organisation_id = ${organisation}
          and p.id = any (${[...among]}::uuid[])
          and lower(${value}) in (select lower(e) from unnest(p.emails) e)`,
  );
  return found.map(({ personId }) => personId);
}
