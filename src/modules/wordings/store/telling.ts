import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { listStaff, type NoticeKind, writeNotices } from '#modules/account/index.ts';

/**
 * Tells the managers of the team, but for whoever does it.
 * @param aboutId what waits for a decision, so that they are told of it no longer than it does
 */
export async function tellManagers(
  tx: Tx,
  office: Office,
  kind: NoticeKind,
  aboutId: string | null,
): Promise<void> {
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  const staffIds = managers.map(({ id }) => id).filter((id) => id !== office.staff);
  await writeNotices(tx, office, { staffIds, kind, aboutId });
}
