import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type CustodyEvent, type CustodyLine, custodyEvents } from '../custody.ts';

const row: z.ZodType<CustodyLine> = z.object({
  name: z.string() as unknown as z.ZodType<CustodyEvent>,
  at: instant,
  byName: z.string().nullable(),
  as: z.string(),
  why: z.string(),
});

/** Everything that happened to a file, earliest first, from the sealed record; behind the wall of where it is. */
export function custodyOf(
  tx: Tx,
  organisation: OrganisationId,
  { caseId, fileId }: { readonly caseId: CaseId | null; readonly fileId: string },
): Promise<readonly CustodyLine[]> {
  return tx.rows(
    row,
    sql`with events as (
        select e.* from event e where e.organisation_id = ${organisation} and e.case_id = ${caseId}
          and e.subject_id = ${fileId} and e.name = any (${[...custodyEvents]}::text[])
        union all
        -- of its time with what was told, before there was a case
        select e.* from kept_file f join event e on e.organisation_id = f.organisation_id and e.at >= f.added_at
          where f.organisation_id = ${organisation} and f.id = ${fileId} and f.disclosure_id is not null
            and e.case_id is null and e.subject_id = f.id and e.name = any (${[...custodyEvents]}::text[]))
      select e.name, e.at, s.name as "byName", coalesce(e.data ->> 'as', '') as "as",
        coalesce(t.why, '') as why
      from events e
      left join staff s on s.organisation_id = e.organisation_id and s.id = e.staff_id
      left join file_taken t on e.name = 'file.exported' and t.organisation_id = e.organisation_id
        and t.file_id = e.subject_id and t.taken_at = e.at and t.taken_by = e.staff_id
      order by e.at, e.id limit 2000`,
  );
}
