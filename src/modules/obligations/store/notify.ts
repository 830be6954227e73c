import { z } from 'zod';
import type { Author } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { type NoticeKind, writeNotices } from '#modules/account/index.ts';
import { coverAt } from '#modules/rota/index.ts';
import type { CaseId, DisclosureId, ObligationId, StaffId } from '#rules/facts.ts';
import { candidates, reached } from '../recipients.ts';

export interface Notice {
  readonly staffIds: readonly StaffId[];
  readonly kind: NoticeKind;
  readonly caseId?: CaseId | null;
  readonly disclosureId?: DisclosureId | null;
  readonly obligationId?: ObligationId | null;
  /** What waits for a decision, where it is about no case and nothing that was told. */
  readonly aboutId?: string | null;
}

const tellable = z.object({ id: id<StaffId>() });

/**
 * Tells colleagues that there is something to do; an e-mail that says no more than that follows (see the mail job).
 * Whoever is away is told for when they are back, and whoever covers for them now. Nobody is told of what the wall
 * keeps from them: not even that it exists (V3.2).
 * @returns who was told
 */
export async function notify(tx: Tx, author: Author, notice: Notice): Promise<readonly StaffId[]> {
  const { staffIds, kind, caseId = null, disclosureId = null, obligationId = null, aboutId = null } = notice;
  if (staffIds.length === 0) return [];
  const { organisation, now } = author;
  const cover = await coverAt(tx, organisation, now);
  const asked = candidates(kind, staffIds, cover);
  const mayBeTold = await tx.rows(
    tellable,
    sql`select may_be_told as id
      from lintel.may_be_told(${[...asked]}::uuid[], ${caseId}::uuid, ${disclosureId}::uuid)`,
  );
  const told = reached(kind, staffIds, cover, new Set(mayBeTold.map((each) => each.id)));
  await writeNotices(tx, author, { staffIds: told, kind, caseId, disclosureId, obligationId, aboutId });
  return told;
}
