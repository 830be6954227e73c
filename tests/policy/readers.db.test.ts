import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

test('whoever leads a case and its managers read who opened it, when and why', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const file = await aCase(office.worker);
  const other = await office.colleague('da_worker');
  const page = `${file}/access/readers`;
  await other.get(file);
  await other.get(`${file}/entries`);
  await other.get(`${file}/entries`);
  await office.at('2026-11-19T10:00');
  await other.get(file);

  const read = await office.manager.reads(page);
  assert.match(read, /19 November 2026 Dilys Thorne Opened: Overview/);
  assert.match(
    read,
    /18 November 2026 Dilys Thorne Opened: Chronology, 2 times Opened: Overview Works in the team/,
  );
  assert.match(read, /Ada Keel|Carys Webb/);
  assert.match(await office.worker.reads(page), /Leads this case/, 'its lead');
  assert.match(
    await office.manager.reads(page),
    /Bram Oduya|Opened: Who opened this case/,
    'and looking is recorded',
  );
  assert.match(await office.manager.reads(`${file}/access`), /Who opened this case/);

  await office.manager.finishes(`${file}/conflicts/new`, {
    staffId: office.deputy.staff,
    relation: 'neighbour',
    reason: 'Lives next door',
  });
  assert.equal((await office.deputy.get(page)).statusCode, 404, 'nobody with a conflict, manager or not');
  const refused = await other.get(page);
  assert.equal(refused.statusCode, 403);
  assert.match(refused.body, /Whoever leads this case and managers read who opened it/);
  assert.doesNotMatch(await other.reads(`${file}/access`), /Who opened this case/);
});
