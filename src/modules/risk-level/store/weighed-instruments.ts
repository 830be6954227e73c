import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { NamedLevel } from '../threshold.ts';
import { type WeighedInstrument, weighedHere } from '../weighed-instruments.ts';

const row = z.object({ id: z.string(), name: z.string(), levels: z.custom<readonly NamedLevel[]>() });

/** Whose thresholds may be set: those that Lintel knows, and the landlord's own by the newest version of each. */
export async function weighedInstruments(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly WeighedInstrument[]> {
  const own = await tx.rows(
    row,
    sql`select distinct on (instrument) instrument as id, title as name, terms -> 'levels' as levels
      from risk_instrument where organisation_id = ${organisation} and terms is not null
      order by instrument, effective_from desc, loaded_at desc`,
  );
  return [...weighedHere, ...own];
}
