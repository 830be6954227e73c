import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asZip } from '../policy/sharing-steps.ts';
import { aCase, moment } from '../policy/steps.ts';
import { toTheIdva, yesToTheIdva } from '../sharing-lived-in.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const shows = 'Stopped: somebody has to look';

test('what was shared is stopped, looked at by somebody else, and put right at whoever has it', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker);
      const writes = async (source: string, words: string) => {
        await worker.finishes(`${file}/entries/new`, {
          ...{ kind: 'note', source, words, ...moment('happened', '2026-11-18T09:40') },
        });
        const { body } = await worker.get(`${file}/entries`);
        const paths = [...body.matchAll(/href="(\/cases\/[^"]+\/entries\/[0-9a-f-]{36})"/g)];
        for (const [, path = ''] of paths) if ((await worker.reads(path)).includes(words)) return path;
        throw new Error('It is not there');
      };
      const told = await writes('person', 'He works nights at the depot.');
      const confidential = await writes('police', 'He is to be arrested on Friday.');
      await worker.finishes(`${file}/consents/new`, yesToTheIdva);
      const entries = [told.split('/').at(-1) ?? ''];
      const share = await worker.finishes(`${file}/shares/new`, { ...toTheIdva, entries });
      await worker.fills(`${share}/file`, asZip);

      await each.test('who asked that it goes no further stands where it is read', async () => {
        await sits(worker, `${confidential}/condition/new`);
        await hand.write('Who asked', 'Exampleshire Police');
        await hand.write('What they asked for', 'Not before the arrest');
        await hand.press('Save');
        assert.match(await says(page), /Exampleshire Police[\s\S]*Not before the arrest/);
        await looks('condition-shown');
        await sits(worker, share);
        assert.ok((await says(page)).includes(shows));
        assert.match(await says(page), /It may not leave now/);
        await looks('sharing-stopped');
      });

      await each.test('somebody else looks, having read it, and says what they found', async () => {
        await sits(manager, share);
        await hand.press('Look whether it repeats it');
        await hand.press('Save what you found');
        assert.match(await says(page), /Say whether it repeats what was held back/);
        await looks('sharing-doubt-wrong');
        await hand.answer('What did you find?', 'Nothing in it repeats what was held back');
        await hand.write('What you looked at, and what you found', 'Her words say nothing of an arrest');
        await hand.press('Save what you found');
        assert.match(await says(page), /Read first what would leave, word for word/);
        await hand.follow(/^Read what would leave/);
        assert.match(await says(page), /He works nights at the depot/);
        await sits(manager, `${share}/doubt`);
        await hand.answer('What did you find?', 'Nothing in it repeats what was held back');
        await hand.write('What you looked at, and what you found', 'Her words say nothing of an arrest');
        await hand.press('Save what you found');
        assert.match(await says(page), /It may leave now[\s\S]*Her words say nothing of an arrest/);
      });

      await each.test(
        'what was put right is offered to be sent, or is not needed, with a reason',
        async () => {
          await worker.finishes(`${told}/correction`, { words: 'He works days at the depot.' });
          await sits(worker, share);
          assert.match(await says(page), /Put right since it left/);
          await looks('sharing-put-right');
          await hand.press('Send the correction');
          assert.match(await says(page), /Entries of the chronology: \d+ offered, 1 ticked/);
          assert.match(await says(page), /He works days at the depot/);
          await looks('sharing-correction-sent');
          await sits(worker, share);
          await hand.press('They need not have it');
          await hand.press('Save');
          assert.match(await says(page), /Say why they need not have it/);
          await looks('sharing-correction-wrong');
          await hand.write('Why they need not have it', 'I rang Jo Bright, who wrote it down');
          await hand.press('Save');
          assert.match(await says(page), /They need not have it[\s\S]*I rang Jo Bright/);
        },
      );
    });
});
