import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { normalisePhone } from '../phone.ts';

const row = z.object({ personId: id<PersonId>() });

/**
 * Who has this number or this mailbox on the register. For a decision whether something may be sent there, and never to
 * be shown.
 */
export async function whoElseHas(
  tx: Tx,
  organisation: OrganisationId,
  value: string,
): Promise<readonly PersonId[]> {
  const phone = normalisePhone(value);
  const found = await tx.rows(
    row,
    phone
      ? sql`select t.subject_id as "personId" from search_token t where t.organisation_id = ${organisation}
          and t.subject = 'person' and t.token = ${phone} limit 50`
      : sql`select p.id as "personId" from person p where p.organisation_id = ${organisation}
          and p.id in (select lintel.whose_mailbox(${organisation}, ${value}))`,
  );
  return found.map(({ personId }) => personId);
}
