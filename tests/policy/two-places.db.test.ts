import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import type { Role } from '#rules/facts.ts';
import { lintelSite } from '../lintel-site.ts';
import { openOffice } from './office.ts';
import { aCall, anAgreedCase } from './planning-steps.ts';

test('a colleague who is expected in two places', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test('is planned all the same, and the page says so until one of the two is moved', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const [one, other] = [await anAgreedCase(office, { visit: 'yes' }), await anAgreedCase(office)];
    const visit = await worker.finishes(`${one}/diary/new`, aCall('2026-11-19T10:30', { channel: 'home' }));
    assert.doesNotMatch(await worker.reads(visit), /Expected elsewhere/);
    const call = await worker.finishes(`${other}/diary/new`, aCall('2026-11-19T11:15'));
    assert.match(
      await worker.reads(call),
      /Expected elsewhere, too At the same time, or with less than 30 minutes for the way: Carys Webb: 10:30 to 11:00 Move one of them/,
    );
    assert.match(await worker.reads(visit), /Carys Webb: 11:15 to 11:45/);
    const moved = await worker.finishes(`${call}/move`, {
      'starts-day': '19',
      'starts-month': '11',
      'starts-year': '2026',
      'starts-time': '11:30',
    });
    for (const page of [visit, moved]) assert.doesNotMatch(await worker.reads(page), /Expected elsewhere/);
    const again = await worker.finishes(`${one}/diary/new`, aCall('2026-11-19T11:45'));
    assert.match(await worker.reads(again), /Carys Webb: 11:30 to 12:00/);
    await worker.finishes(`${moved}/cancellation`, { reason: 'we_cannot' });
    assert.doesNotMatch(
      await worker.reads(again),
      /Expected elsewhere/,
      'what is cancelled is in nobody’s way',
    );
  });

  await t.test('whoever goes along counts as well', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const colleague = await office.colleague('da_worker');
    const [one, other] = [await anAgreedCase(office), await anAgreedCase(office)];
    const both = { secondStaffId: colleague.staff, twoPeople: 'yes', twoPeopleWhy: 'A dog' };
    await worker.finishes(
      `${one}/diary/new`,
      aCall('2026-11-19T10:30', { ...both, channel: 'agreed_place' }),
    );
    const call = await colleague.finishes(
      `${other}/diary/new`,
      aCall('2026-11-19T10:30', { staffId: colleague.staff }),
    );
    assert.match(await colleague.reads(call), /Dilys Thorne: 10:30 to 11:00/);
  });

  await t.test('past the wall the page tells the time, and nothing of the case', async () => {
    const office = await openOffice(lintel);
    const { worker, manager, landlord } = office;
    const planner = await office.colleague('da_worker');
    const [hidden, open] = [await anAgreedCase(office, { visit: 'yes' }), await anAgreedCase(office)];
    await worker.finishes(`${hidden}/diary/new`, aCall('2026-11-19T10:30', { channel: 'home' }));
    await manager.finishes(`${hidden}/conflicts/new`, {
      staffId: planner.staff,
      relation: 'relative',
      reason: 'Her brother',
    });
    const call = await planner.finishes(
      `${open}/diary/new`,
      aCall('2026-11-19T10:45', { staffId: worker.staff }),
    );
    const { body } = await planner.get(call);
    assert.match(await planner.reads(call), /Carys Webb: 10:30 to 11:00/);
    assert.ok(!body.includes(hidden), 'no way into the other case');
    const expected = (
      staff: typeof planner.staff,
      roles: readonly Role[],
      organisation = landlord.organisation,
    ) =>
      transact(lintel.services.db, { organisation, staff, roles }, (tx) =>
        tx.rows(
          z.strictObject({
            staff_id: z.string(),
            starts_at: z.any(),
            ends_at: z.any(),
            goes_out: z.boolean(),
          }),
          sql`select * from lintel.expected_elsewhere(${[worker.staff]}::uuid[], '2026-11-19T00:00Z',
            '2026-11-20T00:00Z', ${planner.staff})`,
        ),
      );
    assert.equal((await expected(planner.staff, ['da_worker'])).length, 2);
    assert.deepEqual(await expected(planner.staff, ['colleague', 'contractor', 'administrator']), []);
    const { landlord: elsewhere } = await openOffice(lintel);
    assert.deepEqual(await expected(planner.staff, ['da_manager'], elsewhere.organisation), []);
  });

  await t.test(
    'who has been shut out of a case is expected there no more, and learns nothing of it',
    async () => {
      const office = await openOffice(lintel);
      const { worker, manager } = office;
      const [hidden, open] = [await anAgreedCase(office), await anAgreedCase(office)];
      await worker.finishes(`${hidden}/diary/new`, aCall('2026-11-19T10:30'));
      await manager.finishes(`${hidden}/conflicts/new`, {
        staffId: worker.staff,
        relation: 'relative',
        reason: 'Her brother',
      });
      const call = await worker.finishes(`${open}/diary/new`, aCall('2026-11-19T10:30'));
      assert.doesNotMatch(await worker.reads(call), /Expected elsewhere/);
    },
  );
});
