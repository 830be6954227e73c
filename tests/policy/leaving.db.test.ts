import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handOnWhatWasLeft } from '#modules/tasks/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

test('when a colleague leaves, nobody’s case is lost (V3.5, L2.2)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const administrator = await office.colleague('administrator');
  const { organisation } = office.landlord;
  const file = await aCase(worker);
  await worker.finishes(`${file}/tasks/new`, {
    what: 'Ask the school for a quiet word',
    'due-day': '20',
    'due-month': '11',
    'due-year': '2026',
  });
  const leaving = `/staff/${worker.staff}/leaving`;
  const one = async (text: string) => (await lintel.database.owner.query(text)).rows[0];

  await t.test('what they hold is shown before, in numbers alone', async () => {
    const page = await administrator.reads(leaving);
    assert.match(page, /1 open case that they lead/);
    assert.match(page, /1 open task in cases/);
    assert.doesNotMatch(page, /C-[A-Z2-9]{4}|school/);
  });

  await t.test('the case is nobody’s yet, a manager is told, and the task is hers', async () => {
    await administrator.finishes(leaving, {});
    assert.ok((await handOnWhatWasLeft(lintel.services, organisation)) >= 2);
    assert.equal((await one('select lead_id from case_file')).lead_id, null);
    assert.match(await manager.reads('/notifications'), /nobody to lead it/);
    assert.match(await manager.reads(`${file}/tasks`), /quiet word/);
    assert.equal((await one("select owner_id from task where what like 'Ask%'")).owner_id, manager.staff);
    assert.match(await manager.reads('/cases/reassignment?lead=unallocated'), /C-[A-Z2-9]{4}/);
    const { rows } = await lintel.database.owner.query(
      "select count(*)::int n from event where name in ('case.lead-left', 'task.moved')",
    );
    assert.equal(rows[0].n, 2);
  });

  await t.test('done twice, it is done once', async () => {
    assert.equal(await handOnWhatWasLeft(lintel.services, organisation), 0);
  });

  await t.test('a case that was kept to whoever left alone is seen by the managers again', async () => {
    const second = await office.colleague('da_worker');
    const kept = await aCase(second);
    const only = { staffIds: [second.staff], reason: 'She knows everybody else' };
    await manager.finishes(`${kept}/access/restriction`, only);
    assert.equal((await manager.get(kept)).statusCode, 404);
    assert.match(
      await administrator.reads(`/staff/${second.staff}/leaving`),
      /1 open case kept to them alone/,
    );
    await administrator.finishes(`/staff/${second.staff}/leaving`, {});
    await handOnWhatWasLeft(lintel.services, organisation);
    assert.equal((await manager.get(kept)).statusCode, 200);
  });

  await t.test('whoever is no longer of the team leads no case either', async () => {
    const third = await office.colleague('da_worker');
    await aCase(third);
    await lintel.database.owner.query(`update staff set roles = '{colleague}' where id = '${third.staff}'`);
    await handOnWhatWasLeft(lintel.services, organisation);
    const led = await one(`select count(*)::int n from case_file where lead_id = '${third.staff}'`);
    assert.equal(led.n, 0);
  });
});
