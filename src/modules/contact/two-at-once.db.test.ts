import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { aRunningCase, at, attempt } from '#modules/cases/pages.fixture.ts';
import { addSession, browser, london } from '../../../tests/site.ts';

test('two contacts saved at the same moment are both kept, whichever of them was the promised call', async (t) => {
  const { worker, manager, caseId, site, organisation } = await aRunningCase(t);
  const path = `/cases/${caseId}/contacts/new`;
  site.clock.set(london('2026-11-18T10:20'));
  await worker.post(path, attempt('spoke_safely', '2026-11-18T10:15', at('ring', '2026-11-18T10:30')));
  site.clock.set(london('2026-11-18T10:40'));
  const [one, other] = await Promise.all(
    [worker, manager].map(async ({ staff }) =>
      browser(site.app, staff, await addSession(site.services, organisation, staff)),
    ),
  );
  const waiting = await site.database.owner.connect();
  try {
    await waiting.query('begin');
    await waiting.query('select from case_file for update');
    const both = [
      one?.post(path, attempt('spoke_safely', '2026-11-18T10:32', { promisedCall: 'still' })),
      other?.post(path, attempt('spoke_safely', '2026-11-18T10:36', { promisedCall: 'still' })),
    ];
    await pause(500);
    await waiting.query('commit');
    const answers = await Promise.all(both);
    assert.deepEqual(
      answers.map((answer) => answer?.statusCode),
      [303, 303],
    );
  } finally {
    waiting.release();
  }
  const { rows } = await site.database.owner.query('select count(*)::integer as number from contact');
  assert.equal(rows[0].number, 3);
});
