import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Author } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { NoticeKind } from '#modules/account/index.ts';
import type { CaseId, DisclosureId, ObligationId, StaffId } from '#rules/facts.ts';

export interface Notice {
  readonly staffIds: readonly StaffId[];
  readonly kind: NoticeKind;
  readonly caseId?: CaseId | null;
  readonly disclosureId?: DisclosureId | null;
  readonly obligationId?: ObligationId | null;
}

const tellable = z.object({ id: id<StaffId>() });

/**
 * Tells colleagues that there is something to do; an e-mail that says no more than that follows (see the mail job).
 * Nobody is told of what the wall keeps from them: not even that it exists (V3.2).
 * @returns who was told
 */
export async function notify(tx: Tx, author: Author, notice: Notice): Promise<readonly StaffId[]> {
  const { staffIds, kind, caseId = null, disclosureId = null, obligationId = null } = notice;
  if (staffIds.length === 0) return [];
  const told = await tx.rows(
    tellable,
    sql`select may_be_told as id from lintel.may_be_told(${[...staffIds]}::uuid[], ${caseId}::uuid, ${disclosureId}::uuid)`,
  );
  for (const each of told)
    await tx.run(sql`insert into notification (organisation_id, id, staff_id, at, kind, case_id, disclosure_id,
        obligation_id)
      values (${author.organisation}, ${newId()}, ${each.id}, ${author.now}, ${kind}, ${caseId}, ${disclosureId},
        ${obligationId})`);
  return told.map((each) => each.id);
}
