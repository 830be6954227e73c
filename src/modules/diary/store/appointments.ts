import { empty, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import {
  type DiarySpan,
  fromListed,
  fromPlanned,
  type Listed,
  listedColumns,
  listedRow,
  type Planned,
  plannedColumns,
  plannedRow,
} from './rows.ts';

/** The visits and calls of a case: those to come first, the nearest first; then the others, newest first. */
export async function plannedIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<{ readonly open: readonly Listed[]; readonly ended: readonly Listed[] }> {
  const ofCase = sql`p.organisation_id = ${organisation} and p.case_id = ${caseId}`;
  const [open, ended] = await Promise.all([
    tx.rows(
      listedRow,
      sql`select ${listedColumns} ${fromListed} where ${ofCase} and p.ended_at is null order by p.starts_at, p.id
        limit 100`,
    ),
    tx.rows(
      listedRow,
      sql`select ${listedColumns} ${fromListed} where ${ofCase} and p.ended_at is not null
        order by p.starts_at desc, p.id desc limit 50`,
    ),
  ]);
  return { open, ended };
}

/** One of a case; null for one of another. */
export function plannedOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  plannedId: string,
): Promise<Planned | null> {
  return tx.maybe(
    plannedRow,
    sql`select ${plannedColumns} ${fromPlanned}
      where p.organisation_id = ${organisation} and p.case_id = ${caseId} and p.id = ${plannedId}`,
  );
}

/**
 * What stands in the diary between two instants, as far as the wall lets whoever asks see it: of one colleague (going,
 * or going along) or of everybody. What was cancelled or moved stands there no longer.
 */
export function diaryBetween(
  tx: Tx,
  organisation: OrganisationId,
  { from, to, staffId }: DiarySpan,
): Promise<readonly Listed[]> {
  const whose =
    staffId === null ? empty : sql`and (p.staff_id = ${staffId} or p.second_staff_id = ${staffId})`;
  return tx.rows(
    listedRow,
    sql`select ${listedColumns} ${fromListed} where p.organisation_id = ${organisation}
      and p.starts_at >= ${from} and p.starts_at < ${to} ${whose}
      and (p.ended_how is null or p.ended_how = 'kept') order by p.starts_at, p.id limit 500`,
  );
}

/** Visits of one colleague that are over and wait to be recorded, or to be checked in, the oldest first. */
export function waitingFor(
  tx: Tx,
  organisation: OrganisationId,
  staffId: StaffId,
  now: Temporal.Instant,
): Promise<readonly Listed[]> {
  return tx.rows(
    listedRow,
    sql`select ${listedColumns} ${fromListed} where p.organisation_id = ${organisation} and p.staff_id = ${staffId}
      and p.ended_at is null and p.ends_at < ${now} order by p.starts_at, p.id limit 50`,
  );
}
