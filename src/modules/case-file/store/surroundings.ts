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

/** What stands around a visit or a call of the case `c`, in one column of whatever statement reads it. */
export function surroundings({ channel, at }: { readonly channel: Sql; readonly at: Sql }): Sql {
  return sql`lintel.around_planned(c, ${channel}, ${at})`;
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
