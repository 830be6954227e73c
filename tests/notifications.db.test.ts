import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeUnder } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { openCase } from '#modules/cases/index.ts';
import { notify } from '#modules/obligations/index.ts';
import { recordConflict } from '#modules/wall/index.ts';
import { staffRoutes } from '../src/app.ts';
import { testSite } from './site.ts';

test('a colleague who was told of a case, and then found to have a conflict, hears no more of it (V3.2)', async (t) => {
  const site = await testSite(t, staffRoutes);
  const landlord = await site.landlord('vivid-2023');
  const [manager, neighbour] = [
    await site.colleague(landlord, ['da_manager']),
    await site.colleague(landlord, ['da_worker']),
  ];
  const { organisation } = landlord;
  const { packs } = site.services;
  const author = officeUnder(packs, landlord.packId, {
    organisation,
    staff: manager.staff,
    now: site.clock.now(),
  });
  const asManager = { organisation, staff: manager.staff, roles: ['da_manager'] } as const;
  const caseId = await transact(site.services.db, asManager, async (tx) => {
    const opened = await openCase(tx, author, {
      disclosureId: null,
      personId: null,
      describedAs: 'Somebody at number 4',
      propertyId: null,
      tenancyId: null,
      immediateDanger: false,
      children: 'not_asked',
      blocked: [],
    });
    await notify(tx, author, { staffIds: [neighbour.staff], kind: 'due_now', caseId: opened.caseId });
    return opened.caseId;
  });
  const bell = async () => {
    const link = /href="\/notifications"\s*>(.*?)<\/a>/s.exec(
      (await neighbour.get('/notifications')).body,
    )?.[1];
    return /\d+/.exec(link ?? '')?.[0];
  };
  assert.equal(await bell(), '1');
  assert.match((await neighbour.get('/notifications')).body, /A promise is due now/);

  await transact(site.services.db, asManager, (tx) =>
    recordConflict(tx, author, {
      caseId,
      staffId: neighbour.staff,
      relation: 'neighbour',
      reason: 'Lives next door',
    }),
  );
  assert.equal(await bell(), undefined);
  assert.doesNotMatch((await neighbour.get('/notifications')).body, /A promise is due now/);
  const { rows } = await site.database.owner.query(
    "select count(*)::int as kept from notification where kind = 'due_now'",
  );
  assert.deepEqual(rows, [{ kept: 1 }], 'the record of having told stays');
});
