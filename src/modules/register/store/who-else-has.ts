import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import { normalisePhone } from '../phone.ts';

const row = z.object({ personId: id<PersonId>() });

/**
 * Who has this number or this mailbox on the register, also those whom a conflict keeps from whoever asks. For a
 * decision whether something may be sent there, and never to be shown.
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
      ? sql`select w as "personId" from lintel.whose_number(${organisation}, ${phone}) w`
      : sql`select w as "personId" from lintel.whose_mailbox(${organisation}, ${value}) w`,
  );
  return found.map(({ personId }) => personId);
}
