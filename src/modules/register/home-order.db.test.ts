import assert from 'node:assert/strict';
import test from 'node:test';
import { transact } from '#kit/sql.ts';
import type { PersonId } from '#rules/facts.ts';
import { testDatabase } from '../../../tests/database.ts';
import { addLandlord, testClock, testServices } from '../../../tests/site.ts';
import { searchRegister } from './store/find.ts';
import { personRecord } from './store/records.ts';
import { importText } from './testing.ts';

test('somebody’s homes of the same day stand in the order in which one walks past them', async (t) => {
  const services = testServices(await testDatabase(t), testClock('2026-11-18T10:00'));
  const { db } = services;
  const { organisation } = await addLandlord(services, 'vivid-2023');
  await importText(db, organisation);
  const flats = [10, 2, 1, 11].map((number) => `N${number}`);
  const homes = flats.map((flat) => `${flat},"Flat ${flat.slice(1)}, Long House",EX3 1AA\n`).join('');
  const tenancies = flats.map((flat) => `T${flat},${flat},rented,secure,2020-01-01,P001\n`).join('');
  const residents = flats.map((flat) => `${flat},P001,tenant,2020-01-01,2021-01-01\n`).join('');
  await importText(db, organisation, {
    homes: `reference,address_line_1,postcode\n${homes}`,
    tenancies: `reference,home_reference,tenure,tenancy_type,started_on,tenant_references\n${tenancies}`,
    residents: `home_reference,person_reference,relation,from,to\n${residents}`,
  });
  const person = await transact(db, { organisation, system: true }, async (tx) => {
    const [found] = (await searchRegister(tx, organisation, 'P-001')).people.found;
    return personRecord(tx, organisation, found?.id as PersonId);
  });
  const inLongHouse = (addresses: readonly string[] = []) =>
    addresses.flatMap((address) => /Flat (\d+), Long House/.exec(address)?.[1] ?? []);
  assert.deepEqual(inLongHouse(person?.homes.map(({ address }) => address)), ['1', '2', '10', '11']);
  assert.deepEqual(inLongHouse(person?.tenancies.map(({ address }) => address)), ['1', '2', '10', '11']);
});
