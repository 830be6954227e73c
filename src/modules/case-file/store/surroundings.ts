import { z } from 'zod';
import { id, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, PersonId, StaffId } from '#rules/facts.ts';
import type { SurroundingsRow } from '../surroundings.ts';

export const surroundingsRow: z.ZodType<SurroundingsRow> = z.object({
  closed: z.boolean(),
  resting: z.boolean(),
  restsUntil: z.string().nullable(),
  blockedStaff: z.array(id<StaffId>()),
  feared: z.array(z.object({ personId: id<PersonId>().nullable(), ended: z.boolean() })),
  atHome: z.array(z.object({ personId: id<PersonId>(), holds: z.boolean(), until: z.string().nullable() })),
});

const bothRow = z.object({ home: surroundingsRow, call: surroundingsRow });

/**
 * What stands around a visit or a call of the case `c`, in one column of whatever statement reads it: nothing of it is
 * kept, so nothing of it grows old.
 */
export function surroundings(planned: { readonly channel: Sql; readonly at: Sql }): Sql {
  const { channel, at } = planned;
  const list = (rows: Sql) => sql`coalesce((select json_agg(x) from (${rows}) x), '[]'::json)`;
  const where = sql`q.organisation_id = c.organisation_id and q.case_id = c.id and q.part = 'alleged_perpetrator'`;
  const those = sql`(select q.person_id from case_person q where ${where} and q.ended_at is null)`;
  const atHome = sql`select n.person_id as "personId", true as holds, least(n.to_date, t.ended_on) as until
      from tenancy t join tenant n on n.organisation_id = t.organisation_id and n.tenancy_id = t.id
      where t.organisation_id = c.organisation_id and t.property_id = c.property_id and n.person_id in ${those}
    union all
    select r.person_id, false, r.to_date from resident r
      where r.organisation_id = c.organisation_id and r.property_id = c.property_id and r.person_id in ${those}`;
  const when = (one: string, rows: Sql) =>
    sql`case when ${channel} = ${one} then ${list(rows)} else '[]'::json end`;
  return sql`json_build_object('closed', c.closed_at is not null,
    'resting', coalesce(c.paused_at < ${at}, false),
    'restsUntil', case when c.paused_at is not null then (select max(u.next_contact_on) from case_pause u
      where u.organisation_id = c.organisation_id and u.case_id = c.id and u.ended_at is null) end,
    'blockedStaff', c.blocked_staff,
    'feared', ${when(
      'home',
      sql`select q.person_id as "personId", q.ended_at is not null as ended
      from case_person q where ${where}`,
    )},
    'atHome', ${when('home', atHome)})`;
}

/** The same of one case, for what is being planned now. */
export async function surroundingsNow(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<Readonly<Record<'home' | 'call', SurroundingsRow>>> {
  const now = sql`'infinity'::timestamptz`;
  return tx.one(
    bothRow,
    sql`select ${surroundings({ channel: sql`'home'`, at: now })} as home,
        ${surroundings({ channel: sql`'call'`, at: now })} as call
      from case_file c where c.organisation_id = ${organisation} and c.id = ${caseId}`,
  );
}
