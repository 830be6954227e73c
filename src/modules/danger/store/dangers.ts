import { z } from 'zod';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import type { Danger, DangerHow } from '../danger.ts';

const row = z.object({
  id: z.uuid(),
  disclosureId: z.uuid().nullable(),
  caseId: z.uuid().nullable(),
  reference: z.string().nullable(),
  how: z.string() as unknown as z.ZodType<DangerHow>,
  said: z.string(),
  raisedAt: instant,
  outOfHours: z.boolean(),
  onCall: z.array(z.string()).readonly(),
  handedOverAt: instant.nullable(),
  handedOverTo: z.array(z.string()).readonly(),
  dealtAt: instant.nullable(),
  done: z.string().nullable(),
  doneBy: z.string().nullable(),
  dealtByName: z.string().nullable(),
  dealtRecordedAt: instant.nullable(),
  doneAsTold: z.string().nullable(),
  doneAsToldByName: z.string().nullable(),
});

function dangers(tx: Tx, organisation: OrganisationId, which: Sql): Promise<readonly Danger[]> {
  return tx.rows(
    row,
    sql`select g.id, g.disclosure_id as "disclosureId", g.case_id as "caseId",
        coalesce(c.reference, d.reference) as reference, g.how, g.said, g.raised_at as "raisedAt",
        g.out_of_hours as "outOfHours", g.on_call::text[] as "onCall", g.handed_over_at as "handedOverAt",
        array(select h.name from staff h where h.organisation_id = g.organisation_id and h.id = any (g.handed_over_to)
          order by h.name) as "handedOverTo", g.dealt_at as "dealtAt", g.done,
        g.done_by as "doneBy", s.name as "dealtByName", g.dealt_recorded_at as "dealtRecordedAt",
        nullif(d.danger_response, '') as "doneAsTold", t.name as "doneAsToldByName"
      from danger g
      left join case_file c on c.organisation_id = g.organisation_id and c.id = g.case_id
      left join disclosure d on d.organisation_id = g.organisation_id and d.id = g.disclosure_id
      left join staff s on s.organisation_id = g.organisation_id and s.id = g.dealt_by
      left join staff t on t.organisation_id = d.organisation_id and t.id = d.recorded_by
      where g.organisation_id = ${organisation} and ${which}
      order by (g.dealt_at is null) desc, g.raised_at desc, g.id limit 100`,
  );
}

/** Those that nobody has dealt with, of whatever the reader may see. */
export function openDangers(tx: Tx, organisation: OrganisationId): Promise<readonly Danger[]> {
  return dangers(tx, organisation, sql`g.dealt_at is null`);
}

export function dangersOfCase(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Danger[]> {
  return dangers(tx, organisation, sql`g.case_id = ${caseId}`);
}

export function dangersOfDisclosure(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<readonly Danger[]> {
  return dangers(tx, organisation, sql`g.disclosure_id = ${disclosureId}`);
}

export async function findDanger(tx: Tx, organisation: OrganisationId, id: string): Promise<Danger | null> {
  const [found] = await dangers(tx, organisation, sql`g.id = ${id}`);
  return found ?? null;
}
