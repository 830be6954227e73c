import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { toTheIdva, yesToTheIdva } from '../sharing-lived-in.ts';
import { openOffice } from './office.ts';
import { aCase, moment } from './steps.ts';

const asks = /What they agreed to share with others has ended, or ends within a week: ask again/;

test('what they agreed to share stands on my day before it ends, until they are asked again', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const { id: packId } of triedPacks)
    await t.test(`under ${packId}`, async (t) => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;

      await t.test('a week before its last day, and after it; what waits on it says so', async () => {
        const file = await aCase(worker);
        await worker.finishes(`${file}/consents/new`, yesToTheIdva);
        assert.doesNotMatch(await worker.reads('/day'), asks);
        await office.at('2027-02-08T10:00');
        assert.doesNotMatch(await worker.reads('/day'), asks, 'its last day is 16 February');
        await office.at('2027-02-09T10:00');
        assert.match(await worker.reads('/day'), asks);
        assert.match(await worker.reads(`${file}/sharing`), /Agreed until .*16 February 2027 It ends soon/);
        const share = await worker.finishes(`${file}/shares/new`, toTheIdva);
        await office.at('2027-02-17T10:00');
        assert.match(await worker.reads('/day'), asks);
        assert.match(
          await worker.reads(`${file}/sharing`),
          /Held\. They have to be asked again: what happened/,
        );
        assert.match(await worker.reads(share), /It may not leave now They have to be asked again/);
        await worker.finishes(`${file}/consents/new`, {
          ...yesToTheIdva,
          ...moment('asked', '2027-02-17T09:50'),
        });
        assert.doesNotMatch(await worker.reads('/day'), asks);
        assert.match(await worker.reads(share), /It may leave now/);
        await office.at('2026-11-18T10:00');
      });

      await t.test(
        'a no when they are asked again ends it, and so does an agency with no part any more',
        async () => {
          await office.at('2026-11-18T10:00');
          const file = await aCase(worker);
          const yes = await worker.finishes(`${file}/consents/new`, yesToTheIdva);
          await worker.finishes(`${yes}/change`, {
            ...{ change: 'unsure', way: 'phone', words: 'I do not know' },
            ...moment('said', '2026-11-18T10:00'),
          });
          assert.match(await worker.reads('/day'), asks);
          await office.at('2026-11-18T10:05');
          await worker.finishes(`${file}/consents/new`, {
            ...{ ...yesToTheIdva, answer: 'refused', words: 'No, not them.' },
            ...moment('asked', '2026-11-18T10:05'),
          });
          assert.doesNotMatch(await worker.reads('/day'), asks);
        },
      );

      await t.test('their own word that they take it back is no task for anybody', async () => {
        await office.at('2026-11-18T10:10');
        const file = await aCase(worker);
        const yes = await worker.finishes(`${file}/consents/new`, yesToTheIdva);
        const taken = { change: 'withdrawn', way: 'phone', ...moment('said', '2026-11-18T10:10') };
        await worker.finishes(`${yes}/change`, taken);
        assert.doesNotMatch(await worker.reads('/day'), asks);
        assert.doesNotMatch(await manager.reads('/day'), asks);
      });
    });
});
