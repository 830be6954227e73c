import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feared } from '../perpetrators-lived-in.ts';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('what is proposed about whoever is feared stays shut, and says why and what would open it', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker } = office;
      const file = await aCase(worker);
      await feared(office, file);
      await sits(worker, file);

      await each.test(
        'nothing proposed is said to be no failure; an empty form says what is missing',
        async () => {
          await hand.follow('Enforcement');
          assert.match(await says(page), /Nothing is proposed\. That is no failure/);
          await looks('enforcement-none');
          await hand.press('Propose something');
          await hand.press('Propose it');
          assert.match(await says(page), /Choose what would be done/);
          await looks('enforcement-refused');
        },
      );

      await each.test('proposed, it says what is asked first', async () => {
        await hand.answer('About whom?', 'Her former partner');
        await hand.answer('What would be done?', 'Warning');
        await hand.write('What exactly, and what does it answer?', 'A letter about the noise at night');
        await hand.press('Propose it');
        assert.match(await says(page), /What they say to it is not on record/);
        await looks('enforcement-proposed');
      });

      await each.test('the safety test says of each question that it is not answered', async () => {
        await hand.press('Test whether it is safe');
        await hand.press('Save');
        assert.match(await says(page), /Answer this, if only that it is not known/);
        await looks('enforcement-test-refused');
      });

      await each.test('what is not done stays with its reason', async () => {
        await sits(worker, `${file}/enforcement`);
        await hand.follow('Warning');
        await hand.press('It is not done');
        await hand.answer('Why not?', 'They do not want it');
        await hand.write('In a sentence', 'She would rather wait for the hearing');
        await hand.press('Save');
        assert.match(await says(page), /Not done\. They do not want it/);
        await looks('enforcement-not-done');
      });
    });
});
