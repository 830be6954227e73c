import { z } from 'zod';
import { plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { NamedLevel } from '../threshold.ts';
import { versionOn, type WeighedInstrument, weighedHere } from '../weighed-instruments.ts';

const row = z.object({
  id: z.string(),
  name: z.string(),
  levels: z.custom<readonly NamedLevel[]>(),
  from: plainDate,
  until: plainDate.nullable(),
});

/** Whose thresholds may be set: those that Lintel knows, and the landlord's own with the levels of each version. */
export async function weighedInstruments(
  tx: Tx,
  organisation: OrganisationId,
  today: Temporal.PlainDate,
): Promise<readonly WeighedInstrument[]> {
  const loaded = await tx.rows(
    row,
    sql`select w.instrument as id, w.title as name, w.terms -> 'levels' as levels, w.effective_from as "from",
        (select min(k.from_day) from risk_instrument_withdrawal k where k.organisation_id = w.organisation_id
          and k.instrument = w.instrument and k.withdrawn_at >= w.loaded_at) as until
      from risk_instrument w where w.organisation_id = ${organisation} and w.terms is not null
      order by w.instrument, w.effective_from desc, w.loaded_at desc, w.id desc`,
  );
  const own = Map.groupBy(loaded, ({ id }) => id)
    .values()
    .flatMap((versions) => {
      const held = versionOn(versions, today);
      return held ? [{ id: held.id, name: held.name, levels: held.levels, versions }] : [];
    });
  return [...weighedHere, ...own];
}
