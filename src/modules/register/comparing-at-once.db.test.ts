import assert from 'node:assert/strict';
import test from 'node:test';
import { transact } from '#kit/sql.ts';
import { testDatabase } from '../../../tests/database.ts';
import { addLandlord, testClock, testServices } from '../../../tests/site.ts';
import { comparePeople } from './index.ts';
import { makeFindableAnew } from './jobs/findable-anew.ts';
import { listMatches } from './store/matches.ts';
import { importText } from './testing.ts';

test('two jobs that compare the same people at once find each pair once, and neither fails', async (t) => {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const { db } = services;
  const { organisation } = await addLandlord(services, 'vivid-2023');
  const rows = Array.from({ length: 800 }, (_, nth) => {
    const twin = Math.floor(nth / 2);
    const born = Temporal.PlainDate.from('1960-02-03').add({ days: twin * 11 });
    return `T${nth},Nell,Farrow${twin},${born}`;
  });
  const people = ['reference,given_name,family_name,date_of_birth', ...rows].join('\n');
  await importText(db, organisation, { people });
  const now = Temporal.Instant.from('2026-11-18T10:05:00Z');
  await Promise.all([
    comparePeople(db, organisation, now),
    makeFindableAnew(db, organisation, now),
    comparePeople(db, organisation, now),
  ]);
  const found = await transact(db, { organisation, system: true }, (tx) =>
    listMatches(tx, organisation, 'open', 1_000),
  );
  assert.equal(found.length, rows.length / 2);
});
