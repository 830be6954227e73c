import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { coverFor } from '../cover.ts';

const row = z.object({
  id: z.uuid(),
  staffId: id<StaffId>(),
  deputyId: id<StaffId>().nullable(),
  from: instant,
  until: instant.nullable(),
});
/** One absence; `until` null: not known yet. */
export type Absence = z.infer<typeof row>;

const select = sql`select id, staff_id as "staffId", deputy_id as "deputyId", from_at as "from", until_at as "until"
  from absence`;

/** Absences that lie at least partly between two instants, the earliest first; those never begun are none. */
export function absencesBetween(
  tx: Tx,
  organisation: OrganisationId,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<readonly Absence[]> {
  return tx.rows(
    row,
    sql`${select} where organisation_id = ${organisation} and coalesce(until_at, 'infinity') > ${from}
      and from_at < ${to} and until_at is distinct from from_at order by from_at, id`,
  );
}

export function findAbsence(tx: Tx, organisation: OrganisationId, absence: string): Promise<Absence | null> {
  return tx.maybe(row, sql`${select} where organisation_id = ${organisation} and id = ${absence}`);
}

const awayRow = row.pick({ staffId: true, deputyId: true, until: true });

/** Who is away at a moment, each once: with the deputy of the absence that was recorded last, and until when. */
export async function awayAt(
  tx: Tx,
  organisation: OrganisationId,
  at: Temporal.Instant,
): Promise<readonly { staffId: StaffId; deputyId: StaffId | null; until: Temporal.Instant | null }[]> {
  return tx.rows(
    awayRow,
    sql`select distinct on (staff_id) staff_id as "staffId", deputy_id as "deputyId", until_at as "until"
      from absence where organisation_id = ${organisation} and coalesce(until_at, 'infinity') > ${at}
        and from_at <= ${at} order by staff_id, recorded_at desc, id desc`,
  );
}

/**
 * Who covers for each of these who is away at a moment, whom to ask first. Whoever is there is not among the keys.
 * The wall has not been asked: whether somebody may be told of a case is its decision alone.
 */
export async function coverAt(
  tx: Tx,
  organisation: OrganisationId,
  at: Temporal.Instant,
): Promise<ReadonlyMap<StaffId, readonly StaffId[]>> {
  const away = await awayAt(tx, organisation, at);
  if (away.length === 0) return new Map();
  const colleagues = await listStaff(tx, organisation);
  return new Map(away.map(({ staffId }) => [staffId, coverFor(staffId, colleagues, away)]));
}

/**
 * Who covers for a colleague at a moment, whether or not they are away: the deputy of the absence, else their own
 * deputy, else their manager, skipping whoever is away. Null: nobody who is there.
 */
export async function deputyOf(
  tx: Tx,
  organisation: OrganisationId,
  staffId: StaffId,
  at: Temporal.Instant,
): Promise<StaffId | null> {
  const [away, colleagues] = await Promise.all([awayAt(tx, organisation, at), listStaff(tx, organisation)]);
  return coverFor(staffId, colleagues, away)[0] ?? null;
}

/** @returns the absence's id */
export async function recordAbsence(
  tx: Tx,
  author: Author & { readonly staff: StaffId },
  absence: {
    readonly staffId: StaffId;
    readonly deputyId: StaffId | null;
    readonly from: Temporal.Instant;
    readonly until: Temporal.Instant | null;
  },
): Promise<string> {
  const absenceId = newId<string>();
  const { staffId, deputyId, from, until } = absence;
  await tx.run(sql`insert into absence (organisation_id, id, staff_id, deputy_id, from_at, until_at, recorded_at,
      recorded_by)
    values (${author.organisation}, ${absenceId}, ${staffId}, ${deputyId}, ${from}, ${until}, ${author.now},
      ${author.staff})`);
  await record(tx, author, { name: 'absence.recorded', subjectId: staffId, data: { absence: absenceId } });
  return absenceId;
}

/** Somebody is back, or will not be away after all. `not-found` where the absence is over. */
export async function recordReturn(
  tx: Tx,
  author: Author & { readonly staff: StaffId },
  absence: Absence,
): Promise<void> {
  const ended = await tx.run(sql`update absence set until_at = greatest(from_at, ${author.now}),
      returned_at = ${author.now}, returned_by = ${author.staff}
    where organisation_id = ${author.organisation} and id = ${absence.id}
      and coalesce(until_at, 'infinity') > ${author.now} and returned_at is null`);
  if (ended === 0) throw notFound();
  await record(tx, author, {
    name: 'absence.ended',
    subjectId: absence.staffId,
    data: { absence: absence.id },
  });
}
