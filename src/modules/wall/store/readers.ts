import { z } from 'zod';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { type DayOfReader, openings, readersPerPage } from '../readers.ts';

const row = z.object({
  day: plainDate,
  staffId: id<StaffId>(),
  staffName: z.string(),
  grantedBecause: z.string().nullable(),
  name: z.string(),
  part: z.string(),
  why: z.string(),
  at: instant,
  times: z.number(),
  total: z.number(),
});

/** Who opened a case, a day of a colleague at a time, the latest first; behind its open wall. @param page from 1 */
export async function readersOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  { page, timeZone }: { readonly page: number; readonly timeZone: string },
): Promise<{ readonly days: readonly DayOfReader[]; readonly total: number }> {
  const rows = await tx.rows(
    row,
    sql`with opened as (
        select (e.at at time zone ${timeZone})::date as day, e.staff_id, e.name,
          coalesce(e.data ->> 'part', '') as part,
          coalesce(e.data ->> 'why', e.data ->> 'reason', e.data ->> 'purpose', '') as why,
          max(e.at) as at, count(*) as times
        from event e where e.organisation_id = ${organisation} and e.case_id = ${caseId}
          and e.staff_id is not null and e.name = any (${[...openings]}::text[])
        group by 1, 2, 3, 4, 5),
      days as (select day, staff_id, max(at) as last, count(*) over () as total from opened group by day, staff_id
        order by day desc, last desc, staff_id limit ${readersPerPage} offset ${(page - 1) * readersPerPage})
      select o.day, o.staff_id as "staffId", s.name as "staffName", o.name, o.part, o.why, o.at, o.times, d.total,
        (select a.reason from case_access a where a.organisation_id = ${organisation} and a.case_id = ${caseId}
          and a.staff_id = o.staff_id and a.granted_at <= o.at order by a.granted_at desc, a.id limit 1)
          as "grantedBecause"
      from days d join opened o on o.day = d.day and o.staff_id = d.staff_id
      join staff s on s.organisation_id = ${organisation} and s.id = o.staff_id
      order by d.day desc, d.last desc, d.staff_id, o.at desc, o.name, o.part, o.why`,
  );
  const days = Map.groupBy(rows, ({ day, staffId }) => `${day} ${staffId}`);
  return {
    total: rows[0]?.total ?? 0,
    days: [...days.values()].flatMap((all) => {
      const [first] = all;
      if (!first) return [];
      const { day, staffId, staffName: name, grantedBecause } = first;
      return [{ day, staffId, name, grantedBecause: grantedBecause ?? '', opened: all }];
    }),
  };
}
