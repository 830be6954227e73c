import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { nothingToLookInto } from '#rules/conditions-at-leaving.ts';
import type { EventName } from '#rules/event.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Happening } from '../happenings.ts';
import type { Days } from '../period.ts';
import { drillDownMost } from './drill-down.ts';

const row: z.ZodType<Happening> = z.object({
  name: z.string(),
  caseId: id<CaseId>(),
  caseReference: z.string(),
  at: instant,
  why: z.string().nullable(),
  kind: z.string().nullable(),
});

/** The newest of them in the period, through the wall of their cases: of the others not even how many. */
export async function loadHappenings(
  tx: Tx,
  organisation: OrganisationId,
  names: readonly EventName[],
  days: Days,
  timeZone: string,
): Promise<readonly Happening[]> {
  if (names.length === 0) return [];
  const from = days.from.toZonedDateTime(timeZone).toInstant();
  const until = days.to.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return tx.rows(
    row,
    sql`select e.name, c.id as "caseId", c.reference as "caseReference", e.at, e.data -> 'why' ->> 0 as why,
        e.data ->> 'kind' as kind
      from event e join case_file c on c.organisation_id = e.organisation_id and c.id = e.case_id
      where e.organisation_id = ${organisation} and e.name = any (${[...names]}) and e.at >= ${from} and e.at < ${until}
        and e.data -> 'why' ->> 0 is distinct from ${nothingToLookInto}
      order by e.at desc, e.id desc limit ${drillDownMost}`,
  );
}
