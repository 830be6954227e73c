import { z } from 'zod';
import {
  type BankHolidays,
  bundledBankHolidays,
  parseStoredBankHolidays,
} from '#packs/bank-holidays/bank-holidays.ts';
import { withNewer } from '#packs/bank-holidays/newer.ts';
import { newId } from './ids.ts';
import { listLandlords } from './landlords.ts';
import { asOneTransaction } from './one-transaction.ts';
import { record } from './record.ts';
import { type Database, instant, sql, transact } from './sql.ts';

const row = z.object({ at: instant, holidays: z.unknown() });

/** The bank holidays that come with Lintel, with the newest that were imported. Read when the program starts. */
export async function knownBankHolidays(db: Database): Promise<BankHolidays> {
  const imports: z.infer<typeof row>[] = [];
  for (const { id: organisation } of await listLandlords(db)) {
    const found = await transact(db, { organisation, system: true }, (tx) =>
      tx.maybe(
        row,
        sql`select imported_at as at, holidays from bank_holiday_import
          where organisation_id = ${organisation} order by imported_at desc, id desc limit 1`,
      ),
    );
    if (found) imports.push(found);
  }
  const newest = imports.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))[0];
  return newest
    ? withNewer(bundledBankHolidays, parseStoredBankHolidays(newest.holidays))
    : bundledBankHolidays;
}

/**
 * Writes a list down for every landlord, all or none, and records it.
 * @param holidays checked by `problemsOfNewer`
 * @returns for how many landlords
 */
export async function importBankHolidays(
  db: Database,
  holidays: BankHolidays,
  now: Temporal.Instant,
): Promise<number> {
  return asOneTransaction(db, async (one) => {
    const landlords = await listLandlords(one);
    for (const { id: organisation } of landlords)
      await transact(one, { organisation, system: true }, async (tx) => {
        const id = newId<string>();
        await tx.run(sql`insert into bank_holiday_import (organisation_id, id, imported_at, holidays)
          values (${organisation}, ${id}, ${now}, ${JSON.stringify(holidays)})`);
        const author = { organisation, staff: null, now };
        const days = Object.fromEntries(
          Object.entries(holidays).map(([division, list]) => [division, list.length]),
        );
        await record(tx, author, { name: 'bank-holidays.imported', subjectId: id, data: { days } });
      });
    return landlords.length;
  });
}
