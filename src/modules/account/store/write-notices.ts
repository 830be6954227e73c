import { newId } from '#kit/ids.ts';
import type { Author } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';
import type { NoticeKind } from '../notices.ts';

export interface NoticeWritten {
  readonly staffIds: readonly StaffId[];
  readonly kind: NoticeKind;
  readonly caseId?: string | null;
  readonly disclosureId?: string | null;
  readonly obligationId?: string | null;
  /** What waits for a decision, where it is about no case and nothing that was told. */
  readonly aboutId?: string | null;
}

/** Writes one notice for each of these. Whether they may be told is the caller's to ask first (V3.2). */
export async function writeNotices(
  tx: Tx,
  { organisation, now }: Author,
  { staffIds, kind, caseId = null, disclosureId = null, obligationId = null, aboutId = null }: NoticeWritten,
): Promise<void> {
  if (staffIds.length === 0) return;
  const ids = staffIds.map(() => newId<string>());
  tx.write(sql`insert into notification (organisation_id, id, staff_id, at, kind, case_id, disclosure_id,
      obligation_id, about_id)
    select ${organisation}, told.id, told.staff_id, ${now}, ${kind}, ${caseId}, ${disclosureId}, ${obligationId},
      ${aboutId}
    from unnest(${ids}::uuid[], ${[...staffIds]}::uuid[]) as told (id, staff_id)`);
}
