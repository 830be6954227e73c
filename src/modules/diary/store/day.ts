import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { empty, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { fromListed, type Listed, listedColumns, listedRow } from './rows.ts';
import { type Held, heldAgainstNow, noLonger } from './still-agreed.ts';

/** Visits and calls on somebody's day; one may be on several lists. */
export interface DiaryOfDay {
  /** Of those who go, and go along: not over yet, and begun by midnight before, or to begin by then. */
  readonly toCome: readonly Listed[];
  /** Of those who went: over, and nobody wrote how it went; or to be checked in. */
  readonly waiting: readonly Listed[];
  /** Of those who go, and of cases that they lead: not agreed any more; somebody is owed a decision about each. */
  readonly noLonger: readonly Held[];
  /** Of which nobody has said yet what was found, the first raised first. */
  readonly unheard: readonly Listed[];
}

interface UnheardBy {
  readonly staff: StaffId;
  readonly manager: boolean;
}

const row = listedRow.extend({
  /** One of those who are asked about goes, goes along, or leads its case. */
  concerns: z.boolean(),
  unheard: z.boolean(),
});

interface Day {
  readonly staffIds: readonly StaffId[];
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  /** Who asks of those who are not heard of; null: nobody asks. */
  readonly unheardBy: UnheardBy | null;
}

/** What the diary has for these colleagues' day, as far as the wall lets whoever asks see it: read once for all. */
export async function diaryOfDay(
  tx: Tx,
  office: Pick<Office, 'organisation' | 'now' | 'calendar'>,
  asked: Day,
): Promise<DiaryOfDay> {
  const { staffIds, from, to, unheardBy } = asked;
  const { organisation, now } = office;
  const ids = sql`${[...staffIds]}::uuid[]`;
  const concerns = sql`p.staff_id = any (${ids}) or coalesce(p.second_staff_id = any (${ids}), false)
    or coalesce(c.lead_id = any (${ids}) and c.closed_at is null, false)`;
  const listed = await tx.rows(
    row,
    sql`select ${listedColumns}, ${concerns} as concerns, ${isUnheard(organisation, unheardBy)} as unheard
      ${fromListed} where p.organisation_id = ${organisation}
        and ${concerning(office, asked)} order by p.starts_at, p.id`,
  );
  const ofThese = (staffId: StaffId | null) => staffId !== null && staffIds.includes(staffId);
  const isOver = ({ endsAt }: Listed) => Temporal.Instant.compare(endsAt, now) < 0;
  const notEnded = listed.filter(({ endedHow }) => endedHow === null);
  const open = notEnded.filter((each) => !isOver(each));
  return {
    toCome: open.filter(
      ({ staffId, secondStaffId, startsAt }) =>
        (ofThese(staffId) || ofThese(secondStaffId)) &&
        Temporal.Instant.compare(from, startsAt) <= 0 &&
        Temporal.Instant.compare(startsAt, to) < 0,
    ),
    waiting: staffIds.flatMap((whose) =>
      notEnded.filter((each) => isOver(each) && each.staffId === whose).slice(0, mostOver),
    ),
    noLonger: noLonger(
      await heldAgainstNow(
        tx,
        office,
        open.filter((each) => each.concerns),
      ),
    ),
    unheard: listed
      .filter((each) => each.unheard)
      .toSorted(firstRaised)
      .slice(0, 50),
  };
}

/** So many of a colleague's visits that are over are on a day. */
const mostOver = 50;

/** For a manager every one that the wall lets them see, for others those of which they were told. */
function isUnheard(organisation: OrganisationId, by: UnheardBy | null): Sql {
  if (by === null) return sql`false`;
  const told = sql`exists (select from notification n where n.organisation_id = ${organisation}
    and n.staff_id = ${by.staff} and n.case_id = p.case_id and n.kind = 'check_in_raised' and n.at = p.raised_at)`;
  return sql`p.raised_at is not null and p.found_at is null ${by.manager ? empty : sql`and ${told}`}`;
}

/** Each by an index of what is open: of all that a colleague has ever planned, no more is read than is on the day. */
function concerning(
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  { staffIds, unheardBy }: Day,
): Sql {
  const ids = sql`${[...staffIds]}::uuid[]`;
  const toCome = sql`p.ended_at is null and p.ends_at >= ${now}`;
  const led = sql`array(select l.id from case_file l
    where l.organisation_id = ${organisation} and l.lead_id = any (${ids}) and l.closed_at is null)`;
  return sql`(p.ended_at is null and p.staff_id = any (${ids})
    or ${toCome} and p.second_staff_id = any (${ids})
    or ${toCome} and p.case_id = any (${led})
    ${unheardBy ? sql`or p.raised_at is not null and p.found_at is null` : empty})`;
}

function firstRaised(one: Listed, other: Listed): number {
  const at = ({ raisedAt }: Listed) => raisedAt?.epochNanoseconds ?? 0n;
  return at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : one.id < other.id ? -1 : 1;
}
