import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledBankHolidays } from '#packs/bank-holidays/bank-holidays.ts';
import { packs } from '#packs/index.ts';
import { workingDay } from '#rules/calendar.ts';
import { testDatabase } from '../../tests/database.ts';
import { addLandlord, testClock, testServices } from '../../tests/site.ts';
import { importBankHolidays, knownBankHolidays } from './bank-holidays.ts';
import { shelve } from './pack-shelf.ts';
import { sql, transact } from './sql.ts';

const oneDay = (date: string) => ({
  'england-and-wales': [{ date, title: 'New Year’s Day' }],
  scotland: [{ date, title: 'New Year’s Day' }],
  'northern-ireland': [{ date, title: 'New Year’s Day' }],
});
const day = (text: string) => Temporal.PlainDate.from(text);

test('an import is recorded for every landlord, and the newest counts from the next start on', async (t) => {
  const database = await testDatabase(t);
  const clock = testClock('2028-10-01T10:00');
  const services = testServices(database, clock);
  assert.equal(
    await importBankHolidays(services.db, oneDay('2029-01-01'), clock.now()),
    0,
    'nobody to keep it for',
  );
  const one = await addLandlord(services, 'vivid-2023', 'one');
  await addLandlord(services, 'livv-2024', 'other');
  assert.deepEqual(await knownBankHolidays(services.db), bundledBankHolidays);

  assert.equal(await importBankHolidays(services.db, oneDay('2029-01-02'), clock.now()), 2);
  clock.set(clock.now().add({ hours: 1 }));
  assert.equal(await importBankHolidays(services.db, oneDay('2029-01-01'), clock.now()), 2);
  const known = await knownBankHolidays(services.db);
  assert.equal(known.scotland.at(-1)?.date, '2029-01-01');
  assert.equal(known.scotland[0]?.date, '2023-01-02', 'what came with Lintel stays');
  const { rows } = await database.owner.query(
    "select count(*)::int as n from event where name = 'bank-holidays.imported'",
  );
  assert.equal(rows[0].n, 4);

  const [pack] = packs;
  assert.ok(pack);
  const [before, after] = [shelve(packs), shelve(packs, known)];
  assert.ok(workingDay(day('2029-01-01'), before.calendarOf(pack, '')), 'nobody knew');
  assert.ok(!workingDay(day('2029-01-01'), after.calendarOf(pack, '')));
  assert.deepEqual(before.bankHolidaysRunOut(pack, day('2028-12-20')), {
    lastKnown: '2028-12-26',
    daysLeft: 6,
  });
  assert.deepEqual(after.bankHolidaysRunOut(pack, day('2028-12-20')), {
    lastKnown: '2029-01-01',
    daysLeft: 12,
  });

  const asAdministrator = {
    organisation: one.organisation,
    staff: one.organisation as never,
    roles: ['administrator'] as const,
  };
  await assert.rejects(
    transact(services.db, asAdministrator, (tx) =>
      tx.run(sql`insert into bank_holiday_import (organisation_id, id, imported_at, holidays)
        values (${one.organisation}, ${one.organisation}, ${clock.now()}, '{}')`),
    ),
    /row-level security/,
  );
});
