import { z } from 'zod';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import type { CommitmentOf } from '#rules/pack.ts';
import { type Notice, noticeKinds } from '../notices.ts';
import type { Told } from '../waiting.ts';

export interface Notification extends Notice {
  readonly id: string;
  readonly at: Temporal.Instant;
}

export const noticesPerPage = 25;
/** More than anybody can look at: what waits beyond these is said to be there. */
const mostWaiting = 500;

const row = z.object({
  id: z.uuid(),
  at: instant,
  kind: z.enum(noticeKinds),
  caseId: z.uuid().nullable(),
  disclosureId: z.uuid().nullable(),
  aboutId: z.uuid().nullable(),
});

const columns = sql`n.id, n.at, n.kind, n.case_id as "caseId", n.disclosure_id as "disclosureId",
  n.about_id as "aboutId"`;
const waits = sql`n.read_at is null
  and lintel.notice_waits(n.organisation_id, n.kind, n.case_id, n.disclosure_id, n.obligation_id, n.about_id)`;

const waitingRow = row.extend({
  reference: z.string().nullable(),
  packId: z.string().nullable(),
  commitment: z.string().nullable(),
});

/** What somebody was told of, has not opened, and still waits: the newest first. */
export async function waitingNotices(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  commitmentOf: CommitmentOf,
): Promise<readonly Told[]> {
  const rows = await tx.rows(
    waitingRow,
    sql`select ${columns}, coalesce(c.reference, d.reference) as reference, o.pack_id as "packId", o.commitment
      from notification n
      left join case_file c on c.organisation_id = n.organisation_id and c.id = n.case_id
      left join disclosure d on d.organisation_id = n.organisation_id and d.id = n.disclosure_id
      left join obligation o on o.organisation_id = n.organisation_id and o.id = n.obligation_id
      where n.organisation_id = ${organisation} and n.staff_id = ${staff} and ${waits}
      order by n.at desc, n.id desc limit ${mostWaiting}`,
  );
  return rows.map(({ packId, commitment, ...notice }) => ({
    ...notice,
    toDo: packId && commitment ? (commitmentOf(packId, commitment)?.title ?? null) : null,
  }));
}

const totalRow = z.object({ total: z.number() });

/** One page of what was opened, or waits no longer: the newest first, and how many there are. @param page from 1 */
export async function earlierNotices(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  page: number,
): Promise<{ readonly earlier: readonly Notification[]; readonly total: number }> {
  const which = sql`n.organisation_id = ${organisation} and n.staff_id = ${staff} and not (${waits})`;
  const [earlier, { total }] = await Promise.all([
    tx.rows(
      row,
      sql`select ${columns} from notification n where ${which}
        order by n.at desc, n.id desc limit ${noticesPerPage} offset ${(page - 1) * noticesPerPage}`,
    ),
    tx.one(totalRow, sql`select count(*) total from notification n where ${which}`),
  ]);
  return { earlier, total };
}

/** Marks one as read, with whatever says the same of the same thing. @returns it; null where it is not theirs. */
export async function readNotification(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
  id: string,
  now: Temporal.Instant,
): Promise<Notification | null> {
  const own = sql`n.organisation_id = ${organisation} and n.staff_id = ${staff}`;
  const found = await tx.maybe(row, sql`select ${columns} from notification n where ${own} and n.id = ${id}`);
  if (!found) return null;
  const subject = found.caseId ?? found.disclosureId ?? found.aboutId ?? found.id;
  await tx.run(sql`update notification n set read_at = ${now}
    where ${own} and n.read_at is null and coalesce(n.case_id, n.disclosure_id, n.about_id, n.id) = ${subject}
      and ${sameKind(found.kind)}`);
  return found;
}

const ofPromises = ['due_half', 'due_soon', 'due_now', 'overdue'] as const;

function sameKind(kind: Notice['kind']): Sql {
  const kinds = ofPromises.some((each) => each === kind) ? ofPromises : [kind];
  return sql`n.kind = any (${[...kinds]})`;
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
