import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { type Scope, sql, transact } from '#kit/sql.ts';
import type { OrganisationId, Role, StaffId } from '#rules/facts.ts';
import { triageWaiting } from '../tasks/store/day.ts';
import { decide, newCase, office } from './triage.fixture.ts';

const ids = z.object({ disclosure_id: z.string() });

test('when contact is owed with what waits is told to whoever triages, and to nobody who is shut out', async (t) => {
  const { site, colleague, receive, person } = await office(t);
  const other = await site.landlord('livv-2024');
  const [worker, shutOut] = [await colleague(['da_worker']), await colleague(['da_worker'])];
  const open = await receive({
    ...{ personName: 'Ada Keel', allegedName: 'Bram Oduya', contactValue: '07700 900155' },
  });
  const walled = await receive({
    staffInvolved: 'yes',
    conflicts: [{ staffId: shutOut.staff, relation: 'relative' }],
  });
  const triaged = await receive();
  await decide(worker, triaged.id, { ...newCase, person_id: await person('Zelda', 'Quince') });
  const { rows } = await site.database.owner.query('select organisation_id as id from disclosure limit 1');
  const organisation = rows[0].id as OrganisationId;
  const told = async (scope: Scope) => {
    const found = await transact(site.services.db, scope, (tx) =>
      tx.rows(ids, sql`select disclosure_id from lintel.first_contacts_due()`),
    );
    return found.map((each) => each.disclosure_id).sort();
  };
  const as = (staff: StaffId, role: Role, of = organisation) =>
    ({ organisation: of, staff, roles: [role] }) satisfies Scope;
  assert.deepEqual(await told(as(worker.staff, 'da_worker')), [open.id, walled.id].sort());
  assert.deepEqual(await told(as(shutOut.staff, 'da_worker')), [open.id]);
  for (const role of ['administrator', 'colleague', 'director'] as const)
    assert.deepEqual(await told(as(worker.staff, role)), [], role);
  assert.deepEqual(await told(as(worker.staff, 'da_worker', other.organisation)), []);
  const day = await transact(site.services.db, as(shutOut.staff, 'da_worker'), (tx) =>
    triageWaiting(tx, organisation),
  );
  assert.deepEqual(
    day.map(({ id, dueAt }) => [id, dueAt === null]),
    [[open.id, false]],
  );
});
