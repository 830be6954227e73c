import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { openOffice } from './office.ts';
import { writesDown } from './steps.ts';

test('the diary shows today on a Sunday too, and promised calls that are planned for nobody', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  await office.at('2026-11-22T10:00');
  assert.match(await worker.reads('/diary'), /Sunday 22 November, today.*Nothing is planned/);
  assert.doesNotMatch(await worker.reads('/diary'), /Saturday 21 November/);
  const { reference } = await writesDown(worker, { 'ring-time': '17:00' });
  const promised = new RegExp(
    `Sunday 22 November, today.*17:00.*Call that was promised.*${reference}.*Promised`,
  );
  for (const page of ['/diary', '/diary/team', '/diary?day=2026-11-22'])
    assert.match(
      await worker.reads(page),
      page.includes('day=') ? /17:00.*Call that was promised/ : promised,
      page,
    );
  await office.at('2026-11-22T17:05');
  assert.match(await manager.reads('/diary/team'), new RegExp(`${reference}.*Overdue`));

  await lintel.database.owner.query('update disclosure set blocked_staff = array[$1::uuid]', [worker.staff]);
  for (const page of ['/diary', '/diary/team'])
    assert.doesNotMatch(await worker.reads(page), new RegExp(`${reference}|Call that was promised`), page);
});
