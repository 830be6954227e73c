import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { valuesOf } from '#rules/words.ts';
import { type RateKind, rateKinds } from '../rates.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(valuesOf(rateKinds)),
  fromDay: plainDate,
  pence: z.number(),
  source: z.string(),
  setAt: instant,
  setByName: z.string().nullable(),
});
/** What an hour costs, or what was avoided, from a day on. */
export type SetRate = Readonly<z.infer<typeof row>>;

/** All that were ever set, the latest day first. */
export function ratesOf(tx: Tx, organisation: OrganisationId): Promise<readonly SetRate[]> {
  return tx.rows(
    row,
    sql`select r.id, r.kind, r.from_day as "fromDay", r.pence, r.source, r.set_at as "setAt", s.name as "setByName"
      from cost_rate r left join staff s on s.organisation_id = r.organisation_id and s.id = r.set_by
      where r.organisation_id = ${organisation} order by r.from_day desc, r.set_at desc, r.id desc limit 200`,
  );
}

export interface NewRate {
  readonly kind: RateKind;
  readonly fromDay: Temporal.PlainDate;
  readonly pence: number;
  readonly source: string;
}

export async function setRate(
  tx: Tx,
  office: Office,
  { kind, fromDay, pence, source }: NewRate,
): Promise<string> {
  const { organisation, staff, now } = office;
  const rateId = newId<string>();
  await tx.run(sql`insert into cost_rate (organisation_id, id, kind, from_day, pence, source, set_at, set_by)
    values (${organisation}, ${rateId}, ${kind}, ${fromDay}, ${pence}, ${source}, ${now}, ${staff})`);
  await record(tx, office, { name: 'costs.rate-set', subjectId: rateId, data: { kind } });
  return rateId;
}
