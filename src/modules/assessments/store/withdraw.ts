import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { InstrumentId } from '../instruments/instrument.ts';

/** From a day on nobody is asked with it any more; whatever was loaded of it stays, to be read. */
export async function withdrawInstrument(
  tx: Tx,
  office: Office,
  withdrawn: {
    readonly instrument: InstrumentId;
    readonly from: Temporal.PlainDate;
    readonly reason: string;
  },
): Promise<void> {
  const { organisation, staff, now } = office;
  const { instrument, from, reason } = withdrawn;
  const id = newId<string>();
  await tx.run(sql`insert into risk_instrument_withdrawal (organisation_id, id, instrument, from_day, reason,
      withdrawn_at, withdrawn_by)
    values (${organisation}, ${id}, ${instrument}, ${from}, ${reason}, ${now}, ${staff})`);
  const data = { instrument, from: from.toString() };
  await record(tx, office, { name: 'risk.instrument-withdrawn', subjectId: id, data });
}
