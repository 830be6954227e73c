import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { type CallingOff, type Channel, cancelledInWords, shortChannels } from '../appointment.ts';
import { refreshNextPlanned } from './ending.ts';
import { fromListed, type Listed, listedColumns, listedRow } from './rows.ts';

export interface ToCallOff {
  readonly caseId: CaseId;
  /** Only these; undefined: all. */
  readonly only?: readonly string[];
  readonly reason: CallingOff;
  /** Kept with each of them. */
  readonly words: string;
}

const row = z.object({
  id: z.uuid(),
  staffId: id<StaffId>(),
  secondStaffId: id<StaffId>().nullable(),
  channel: z.string() as unknown as z.ZodType<Channel>,
  startsAt: instant,
});

/**
 * The visits and calls of a case that have not ended and are still to begin, or have begun
 * already, the nearest first.
 */
export async function plannedStill(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  now: Temporal.Instant,
): Promise<{ readonly ahead: readonly Listed[]; readonly begun: readonly Listed[] }> {
  const found = await tx.rows(
    listedRow,
    sql`select ${listedColumns} ${fromListed} where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      and p.ended_at is null order by p.starts_at, p.id limit 200`,
  );
  const isAhead = ({ startsAt }: Listed) => Temporal.Instant.compare(startsAt, now) > 0;
  return { ahead: found.filter(isAhead), begun: found.filter((each) => !isAhead(each)) };
}

/** What was cancelled because a case began to rest, since then; the nearest first. */
export function calledOffSince(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  since: Temporal.Instant,
): Promise<readonly Listed[]> {
  const reason: CallingOff = 'case_rests';
  return tx.rows(
    listedRow,
    sql`select ${listedColumns} ${fromListed} where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      and p.ended_reason = ${reason} and p.ended_at >= ${since} order by p.starts_at, p.id limit 200`,
  );
}

/**
 * Visits and calls of a case that are still to begin are cancelled together, and whoever was to go is told. Whoever is
 * out already is not called off: they check in, and say how it went. @returns how many were cancelled
 */
export async function callOff(
  tx: Tx,
  office: Office,
  { caseId, only, reason, words }: ToCallOff,
): Promise<number> {
  const { organisation, staff, now } = office;
  const cancelled = await tx.rows(
    row,
    sql`update planned_contact set ended_at = ${now}, ended_by = ${staff}, ended_how = 'cancelled',
        ended_reason = ${reason}, ended_words = ${words}, version = version + 1
      where organisation_id = ${organisation} and case_id = ${caseId} and ended_at is null and starts_at > ${now}
        and (${only === undefined} or id = any (${[...(only ?? [])]}::uuid[]))
      returning id, staff_id as "staffId", second_staff_id as "secondStaffId", channel, starts_at as "startsAt"`,
  );
  if (cancelled.length === 0) return 0;
  for (const each of cancelled) await note(tx, office, each, { caseId, reason });
  await refreshNextPlanned(tx, office, caseId);
  const theirs = cancelled.flatMap(({ staffId, secondStaffId }) => [staffId, secondStaffId]);
  const staffIds = [...new Set(theirs)].filter((each) => each !== null && each !== staff) as StaffId[];
  await notify(tx, office, { staffIds, kind: 'called_off', caseId });
  return cancelled.length;
}

async function note(
  tx: Tx,
  office: Office,
  { id: subjectId, channel, startsAt }: z.infer<typeof row>,
  { caseId, reason }: Pick<ToCallOff, 'caseId' | 'reason'>,
): Promise<void> {
  await happened(tx, office, { name: 'contact.cancelled', caseId, subjectId, data: { reason } });
  const what = `${shortChannels[channel]} of ${momentInWords(startsAt, office.calendar)}`;
  await addEntry(tx, office, {
    caseId,
    kind: 'visit',
    happenedAt: office.now,
    knownAt: office.now,
    source: 'record',
    subjectId,
    words: `${what} ${cancelledInWords(reason)}`,
  });
}
