import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase, moment, recordsContact } from './steps.ts';

const asks = /This case is closed\. Open it again\?/;
const told = /A risk is told of where nobody works any more/;

test('a high risk that is received in a closed case asks to open it again', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  for (const { id: packId } of triedPacks)
    await t.test(`under ${packId}, until it is open or somebody has judged it`, async () => {
      const office = await openOffice(lintel, packId);
      const { worker, manager } = office;
      await office.at('2026-11-18T10:00');
      const file = await aCase(worker);
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:00');
      const reason = 'What she told us, and how she sees it herself';
      await worker.finishes(`${file}/risk/level`, { level: 'standard', reason });
      await worker.finishes(`${file}/closings/new`, {
        ...{ reason: 'support_complete', why: 'The locks are changed, and she sleeps again' },
        ...{ told: 'told', toldHow: 'On the phone on Monday' },
      });
      await office.at('2026-12-09T11:00');
      assert.doesNotMatch(await worker.reads(file), asks);
      const received = await worker.finishes(`${file}/risk/received/new`, {
        ...{ tool: 'dash', receivedFrom: 'Exampleshire Police', levelStated: 'high' },
        ...moment('received', '2026-12-09T10:40'),
      });
      for (const page of [file, received]) assert.match(await worker.reads(page), asks);
      assert.match((await worker.get(file)).body, new RegExp(`href="${file}/reopening"`));
      assert.match(await manager.reads('/notifications'), told);
      const onTheDay = /A level of risk was proposed after this case was closed/;
      assert.match(await manager.reads('/day'), onTheDay);
      await worker.finishes(`${file}/reopening`, {
        ...{ reason: 'new_incident', dangerNow: 'no', why: 'The police were called to her home' },
      });
      for (const page of [file, received]) assert.doesNotMatch(await worker.reads(page), asks);
      assert.match(await worker.reads(`${file}/risk`), /High, proposed/, 'it is still to be judged');
      assert.doesNotMatch(await manager.reads('/day'), onTheDay);
      const [waiting = ''] = (await manager.reads('/notifications')).split('Read, or settled since');
      assert.doesNotMatch(waiting, told);
    });
});
