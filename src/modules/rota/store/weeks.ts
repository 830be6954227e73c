import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { type Author, record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { type DutyWeek, dutySpansOf, officeWeek, type Span } from '../duty.ts';
import { absencesBetween } from './absences.ts';

const minutes = z.array(z.number().nullable());
const row = z.object({ staffId: id<StaffId>(), starts: minutes, ends: minutes, version: z.number() });

/** A colleague's own week; version 0 and no week: the office's hours. */
export interface OwnWeek {
  readonly week: DutyWeek | null;
  readonly version: number;
}

/** The weeks of those colleagues who have one of their own. */
export async function ownWeeks(
  tx: Tx,
  organisation: OrganisationId,
  staffIds: readonly StaffId[],
): Promise<ReadonlyMap<StaffId, DutyWeek>> {
  const rows = await tx.rows(
    row,
    sql`select staff_id as "staffId", starts, ends, version from duty_week
      where organisation_id = ${organisation} and staff_id = any (${[...staffIds]}::uuid[])`,
  );
  return new Map(rows.map((each) => [each.staffId, weekOf(each)]));
}

export async function ownWeek(tx: Tx, organisation: OrganisationId, staffId: StaffId): Promise<OwnWeek> {
  const found = await tx.maybe(
    row,
    sql`select staff_id as "staffId", starts, ends, version from duty_week
      where organisation_id = ${organisation} and staff_id = ${staffId}`,
  );
  return found ? { week: weekOf(found), version: found.version } : { week: null, version: 0 };
}

/** `stale` where somebody else changed it since `version`. */
export async function changeWeek(
  tx: Tx,
  author: Author & { readonly staff: StaffId },
  change: { readonly staffId: StaffId; readonly week: DutyWeek; readonly version: number },
): Promise<void> {
  const { staffId, week, version } = change;
  const starts = week.map((day) => day?.starts ?? null);
  const ends = week.map((day) => day?.ends ?? null);
  const changed =
    await tx.run(sql`insert into duty_week as w (organisation_id, staff_id, starts, ends, changed_at,
      changed_by)
    values (${author.organisation}, ${staffId}, ${starts}::smallint[], ${ends}::smallint[], ${author.now},
      ${author.staff})
    on conflict (organisation_id, staff_id) do update set starts = excluded.starts, ends = excluded.ends,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = w.version + 1
    where w.version = ${version}`);
  if (changed === 0) throw new Fault('stale');
  await record(tx, author, { name: 'staff-hours.changed', subjectId: staffId });
}

/** A colleague's time on duty; the spans of each are in order and none touches another. */
export interface DutySpan extends Span {
  readonly staffId: StaffId;
}

/**
 * When these colleagues are on duty between two instants: their own week (the office's hours where they have none),
 * less office closures and absences. Ask for weeks rather than years: every day between is looked at.
 */
export async function dutySpans(
  tx: Tx,
  organisation: OrganisationId,
  asked: {
    readonly calendar: WorkingCalendar;
    readonly staffIds: readonly StaffId[];
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
  },
): Promise<readonly DutySpan[]> {
  const { calendar, staffIds, from, to } = asked;
  const [weeks, absences] = await Promise.all([
    ownWeeks(tx, organisation, staffIds),
    absencesBetween(tx, organisation, { from, to }),
  ]);
  return staffIds.flatMap((staffId) => {
    const week = weeks.get(staffId) ?? officeWeek(calendar);
    const theirs = absences.filter((absence) => absence.staffId === staffId);
    return dutySpansOf({ week, absences: theirs }, { from, to }, calendar).map((span) => ({
      staffId,
      ...span,
    }));
  });
}

function weekOf({
  starts,
  ends,
}: {
  starts: readonly (number | null)[];
  ends: readonly (number | null)[];
}): DutyWeek {
  return starts.map((start, day) => {
    const end = ends[day];
    return start === null || end === null || end === undefined ? null : { starts: start, ends: end };
  });
}
