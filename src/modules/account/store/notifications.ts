import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { type Notice, noticeKinds } from '../notices.ts';

export interface Notification extends Notice {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly readAt: Temporal.Instant | null;
}

export const noticesPerPage = 25;

const row = z.object({
  id: z.uuid(),
  at: instant,
  kind: z.enum(noticeKinds),
  case_id: z.uuid().nullable(),
  disclosure_id: z.uuid().nullable(),
  read_at: instant.nullable(),
});

const columns = sql`id, at, kind, case_id, disclosure_id, read_at`;

/** One page of what somebody was told, the newest first, and how many there are. @param page from 1 */
export async function listNotifications(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  page: number,
): Promise<{ readonly notifications: readonly Notification[]; readonly total: number }> {
  const [rows, { total }] = await Promise.all([
    tx.rows(
      row,
      sql`select ${columns} from notification where organisation_id = ${organisation} and staff_id = ${staff}
        order by at desc, id desc limit ${noticesPerPage} offset ${(page - 1) * noticesPerPage}`,
    ),
    tx.one(
      z.object({ total: z.number() }),
      sql`select count(*) total from notification where organisation_id = ${organisation} and staff_id = ${staff}`,
    ),
  ]);
  return { notifications: rows.map(notification), total };
}

/** Marks one as read. @returns it, or null where it is not this person's */
export async function readNotification(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  id: string,
  now: Temporal.Instant,
): Promise<Notification | null> {
  const found = await tx.maybe(
    row,
    sql`update notification set read_at = coalesce(read_at, ${now})
      where organisation_id = ${organisation} and staff_id = ${staff} and id = ${id} returning ${columns}`,
  );
  return found && notification(found);
}

export async function readAllNotifications(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update notification set read_at = ${now}
    where organisation_id = ${organisation} and staff_id = ${staff} and read_at is null`);
}

function notification(found: z.infer<typeof row>): Notification {
  const { id, at, kind, case_id: caseId, disclosure_id: disclosureId, read_at: readAt } = found;
  return { id, at, kind, caseId, disclosureId, readAt };
}
