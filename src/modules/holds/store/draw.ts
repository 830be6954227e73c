import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { TenancyId } from '#rules/facts.ts';
import { drawn, toDraw } from '../drawing.ts';

const counted = z.object({ tenancies: z.number(), standing: z.number(), ever: z.boolean() });
const chosen = z.object({ id: id<TenancyId>() });

/** A chance that nobody foresees. */
const chance = () => randomInt(2 ** 32) / 2 ** 32;

/**
 * Ends what was drawn and has lasted, and draws as many anew as are missing. Only the program may: not even managers
 * see which were drawn. It does so before any system may ask, so that none ever sees a list without them.
 */
export async function drawHolds(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const day = today(office);
  // At some moment of the day to come, as they begin: what ends on the stroke of a job was drawn.
  await tx.run(sql`update hold set ended_at = ${now}::timestamptz + interval '1 day' * random(), version = version + 1
    where organisation_id = ${organisation} and cause = 'drawn' and ended_at is null and look_on <= ${day}`);
  const { tenancies, standing, ever } = await tx.one(
    counted,
    sql`select (select count(*) from tenancy t where t.organisation_id = ${organisation}
        and (t.ended_on is null or t.ended_on >= ${day})) as tenancies,
      (select count(distinct h.tenancy_id) from hold h where h.organisation_id = ${organisation} and h.cause = 'drawn'
        and h.ended_at is null) as standing,
      exists (select from hold h where h.organisation_id = ${organisation} and h.cause = 'drawn') as ever`,
  );
  const missing = toDraw(tenancies, standing);
  if (missing === 0) return;
  const found = await tx.rows(
    chosen,
    sql`select t.id from tenancy t where t.organisation_id = ${organisation}
        and (t.ended_on is null or t.ended_on >= ${day})
      order by gen_random_uuid() limit ${missing}`,
  );
  const rows = found.flatMap((tenancy) =>
    drawn(now, !ever, chance).map(({ startsAt, days, held }) => ({
      id: newId(),
      tenancy_id: tenancy.id,
      held,
      starts_at: startsAt.toString(),
      look_on: day.add({ days }).toString(),
    })),
  );
  await tx.run(sql`insert into hold (organisation_id, id, tenancy_id, cause, held, starts_at, look_on, set_at)
    select ${organisation}, d.id, d.tenancy_id, 'drawn', d.held, d.starts_at, d.look_on, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, tenancy_id uuid, held text[],
      starts_at timestamptz, look_on date)`);
  await record(tx, office, { name: 'holds.drawn', data: { drawn: found.length } });
}
