import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import { words } from '../../../tests/policy/office.ts';
import { aKeptCase, asks, rows, sees, whole } from './emergency.fixture.ts';

const gone = /Your emergency access has ended It ended on Wednesday 18 November 2026 at/;

test('whoever leads the case ends it, and whoever was let in reads calmly that it is over', async (t) => {
  const { office, outsider, worker, manager, file, reference } = await aKeptCase(t);
  const helper = await office.colleague('da_worker');
  await manager.finishes(`${file}/access/new`, { staffId: helper.staff, reason: 'Covers on Fridays' });
  await asks(outsider, reference);
  const page = `${file}/emergency-access`;
  const action = /action="([^"]+\/ending)"/.exec(await whole(worker, page))?.[1] ?? '';
  assert.match(action, /ending$/, 'the lead has the button');

  const asHelper = await whole(helper, page);
  assert.doesNotMatch(asHelper, /End it now/);
  assert.match(words(asHelper), /Whoever leads the case ends it, a manager who sees it.*V3\.2/);
  const refusal = await helper.post(action);
  assert.equal(refusal.statusCode, 403);
  assert.match(words(refusal.body), /In a hurry, ring one of them\. V3\.2/);
  assert.equal(await sees(outsider, file), true);

  await office.at('2026-11-18T10:20');
  assert.equal((await worker.post(action)).statusCode, 303);
  assert.match(await worker.reads(page), /Wednesday 18 November 2026 at 10:20, ended by/);
  const told = await rows(
    office,
    z.object({ name: z.string(), staff: z.string().nullable() }),
    sql`select name, staff_id as staff from event where name in ('break-glass.ended', 'request.refused') order by at`,
  );
  assert.deepEqual(told, [
    { name: 'request.refused', staff: helper.staff },
    { name: 'break-glass.ended', staff: worker.staff },
  ]);

  for (const path of [file, `${file}/entries`, `${file}?x=1`]) {
    const answer = await outsider.get(path);
    assert.equal(answer.statusCode, 404);
    assert.match(
      words(answer.body),
      /has ended It ended on Wednesday 18 November 2026 at 10:20\. Somebody who answers for the case/,
    );
    assert.match(words(answer.body), /ring 999.*ask for emergency access again/);
    assert.doesNotMatch(answer.body, /Zelda|Quince|C-[A-Z2-9]{4}-/, 'nothing of the case');
  }
  assert.match(words((await worker.post(action)).body), /has ended already/);
  await office.at('2026-11-19T10:21');
  assert.match(
    words((await outsider.get(file)).body),
    /Page not found/,
    'a day later it is as for everybody',
  );
});

test('that it is over is said to nobody else, and not where a conflict came in the way', async (t) => {
  const { office, outsider, manager, file, reference } = await aKeptCase(t);
  const another = await office.colleague('da_worker');
  await asks(outsider, reference);
  await office.at('2026-11-18T11:00');
  const over = words((await outsider.get(file)).body);
  assert.match(over, gone);
  assert.match(over, /lasts for an hour at most/);
  const nowhere = file.replace(/.{12}$/, '000000000000');
  for (const path of [file, nowhere]) assert.match(words((await another.get(path)).body), /Page not found/);
  assert.match(words((await outsider.get(nowhere)).body), /Page not found/);
  await manager.finishes(`${file}/conflicts/new`, {
    staffId: outsider.staff,
    relation: 'neighbour',
    reason: 'Lives below',
  });
  assert.match(words((await outsider.get(file)).body), /Page not found/);
});

test('PostgreSQL lets nobody else end it: no colleague on the case, no manager who is here by emergency', async (t) => {
  const { lintel, office, outsider, worker, manager, file, reference } = await aKeptCase(t);
  const helper = await office.colleague('da_worker');
  const away = await office.colleague('da_manager');
  await manager.finishes(`${file}/access/new`, { staffId: helper.staff, reason: 'Covers on Fridays' });
  await asks(outsider, reference);
  await asks(away, reference);
  const { organisation } = office.landlord;
  const caseId = file.slice(-36);
  const ends = (staff: typeof helper.staff, roles: readonly ('da_worker' | 'da_manager')[], emergency = '') =>
    transact(lintel.services.db, { organisation, staff, roles: [...roles] }, async (tx) => {
      await tx.run(sql`select set_config('lintel.emergency', ${emergency}, true)`);
      return tx.run(sql`update break_glass set ended_at = at, ended_by = ${staff}
        where staff_id = ${outsider.staff} and case_id = ${caseId}`);
    });
  assert.equal(await ends(helper.staff, ['da_worker']), 0);
  assert.equal(await ends(away.staff, ['da_manager'], caseId), 0);
  assert.equal(await ends(worker.staff, ['da_worker']), 1, 'whoever leads it does');
});
