import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { plainDate, sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';

const row = z.object({
  area: z.string().nullable(),
  instrument: z.string(),
  /** What a tool of the landlord's own is called. */
  title: z.string().nullable(),
  highFrom: z.number(),
  mediumFrom: z.number(),
  callOuts: z.number().nullable(),
  narrow: z.boolean(),
  reason: z.string(),
  proposedBy: z.string().nullable(),
  agreedBy: z.string().nullable(),
  /** Null while nobody has agreed: it does not count. */
  since: plainDate.nullable(),
});
/** A local threshold by which fewer people are at high or medium risk, and who wanted it. */
export type LaxerThreshold = Readonly<z.infer<typeof row>>;

/** Those that hold today and those that wait, so that whoever reads the board knows what a level rests on. */
export function laxerThresholds(tx: Tx, office: Office): Promise<readonly LaxerThreshold[]> {
  return tx.rows(
    row,
    sql`select area, instrument, title,
        high_from as "highFrom", medium_from as "mediumFrom", call_outs as "callOuts",
        instrument = 'dash' and repeat_definition <> 'any' as narrow, reason, proposed_by as "proposedBy",
        agreed_by as "agreedBy", case when needs_second and decision = 'approved' then since end as since
      from (
        select distinct on (p.area_id, p.instrument, p.decision is null and p.needs_second) p.instrument, p.high_from,
          p.medium_from, p.call_outs, p.repeat_definition, p.reason, p.needs_second, p.decision, a.name as area,
          greatest(p.effective_from, (p.decided_at at time zone 'Europe/London')::date) as since,
          proposer.name as proposed_by, decider.name as agreed_by,
          (select i.title from risk_instrument i where i.organisation_id = p.organisation_id
            and i.instrument = p.instrument order by i.effective_from desc, i.loaded_at desc limit 1) as title
        from risk_threshold p
        left join marac_area a on a.organisation_id = p.organisation_id and a.id = p.area_id
        left join staff proposer on proposer.organisation_id = p.organisation_id and proposer.id = p.proposed_by
        left join staff decider on decider.organisation_id = p.organisation_id and decider.id = p.decided_by
        where p.organisation_id = ${office.organisation}
          and (not p.needs_second or p.decision is null or p.decision = 'approved')
          and (p.decision is null and p.needs_second
            or coalesce(greatest(p.effective_from, (p.decided_at at time zone 'Europe/London')::date), '-infinity')
              <= ${today(office)})
        order by p.area_id, p.instrument, p.decision is null and p.needs_second,
          greatest(p.effective_from, (p.decided_at at time zone 'Europe/London')::date) desc nulls last,
          p.proposed_at desc) held
      where needs_second order by instrument, area nulls last limit 50`,
  );
}
