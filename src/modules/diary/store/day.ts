import type { Office } from '#kit/office.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';
import { fromListed, type Listed, listedColumns, listedRow } from './rows.ts';
import { type Held, heldAgainstNow, noLonger } from './still-agreed.ts';

/** Visits and calls on somebody's day. */
export interface DiaryOfDay {
  /** Of those who go, and go along: not over yet, and begun by midnight before, or to begin by then. */
  readonly toCome: readonly Listed[];
  /** Of those who went: over, and nobody wrote how it went; or to be checked in. */
  readonly waiting: readonly Listed[];
  /** Of those who go, and of cases that they lead: not agreed any more; somebody is owed a decision about each. */
  readonly noLonger: readonly Held[];
}

interface Day {
  readonly staffIds: readonly StaffId[];
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** What the diary has for these colleagues' day, as far as the wall lets whoever asks see it: read once for all. */
export async function diaryOfDay(
  tx: Tx,
  office: Pick<Office, 'organisation' | 'now' | 'calendar'>,
  { staffIds, from, to }: Day,
): Promise<DiaryOfDay> {
  const { now } = office;
  const listed = await tx.rows(
    listedRow,
    sql`select ${listedColumns} ${fromListed} where p.organisation_id = ${office.organisation} and p.ended_at is null
      and p.id = any (array(${concerning(office, staffIds)})) order by p.starts_at, p.id`,
  );
  const ofThese = (staffId: StaffId | null) => staffId !== null && staffIds.includes(staffId);
  const isOver = ({ endsAt }: Listed) => Temporal.Instant.compare(endsAt, now) < 0;
  const open = listed.filter((each) => !isOver(each));
  return {
    toCome: open.filter(
      ({ staffId, secondStaffId, startsAt }) =>
        (ofThese(staffId) || ofThese(secondStaffId)) &&
        Temporal.Instant.compare(from, startsAt) <= 0 &&
        Temporal.Instant.compare(startsAt, to) < 0,
    ),
    waiting: listed.filter((each) => isOver(each) && ofThese(each.staffId)),
    noLonger: noLonger(await heldAgainstNow(tx, office, open)),
  };
}

/** Each by its own index: one condition over all of them would read what everybody has planned. */
function concerning(
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  staffIds: readonly StaffId[],
): Sql {
  const ids = [...staffIds];
  const open = sql`o.organisation_id = ${organisation} and o.ended_at is null`;
  const toCome = sql`${open} and o.ends_at >= ${now}`;
  const first = (most: number) => sql`order by o.starts_at, o.id limit ${most}`;
  return sql`(select o.id from planned_contact o where ${open} and o.ends_at < ${now}
      and o.staff_id = any (${ids}::uuid[]) ${first(50)})
    union (select o.id from planned_contact o where ${toCome} and o.staff_id = any (${ids}::uuid[]) ${first(200)})
    union (select o.id from planned_contact o where ${toCome} and o.second_staff_id = any (${ids}::uuid[])
      ${first(200)})
    union (select o.id from case_file l
      join planned_contact o on o.organisation_id = l.organisation_id and o.case_id = l.id
      where l.organisation_id = ${organisation} and l.lead_id = any (${ids}::uuid[]) and l.closed_at is null
        and ${toCome} ${first(200)})`;
}
