import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feared } from '../perpetrators-lived-in.ts';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('it is said to be the other way round: written down, judged, and nothing follows for the person', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker } = office;
      const file = await aCase(worker);
      await feared(office, file);
      await sits(worker, `${file}/enforcement`);

      await each.test('it is found under Enforcement, and an empty form says what is missing', async () => {
        await hand.follow('See who harms whom');
        assert.match(await says(page), /Nobody says that/);
        await looks('who-harms-none');
        await hand.press('Somebody says that');
        await hand.press('Save');
        assert.match(await says(page), /Say who would be harmed/);
        await looks('who-harms-said-refused');
      });

      await each.test(
        'written down, it is to be judged, and the page says that nothing follows',
        async () => {
          await hand.answer('Who would be harmed?', 'Her former partner');
          await hand.answer('Who says so?', 'The police');
          await hand.write('How did it reach us?', 'A call from the officer in the case');
          await hand.write('Day', '18');
          await hand.write('Month', '11');
          await hand.write('Year', '2026');
          await hand.write('What was said?', 'He told them that she scratched his arm');
          await hand.press('Save');
          assert.match(await says(page), /no help ends, no level of risk goes down, no time stops/);
          await looks('who-harms-to-judge');
        },
      );

      await each.test(
        'the judgement asks each sign, and that it cannot be told yet is an answer',
        async () => {
          await hand.press('Judge who harms whom');
          await hand.press('Put it to a manager');
          assert.match(await says(page), /Answer this, if only that it is not known/);
          await looks('who-harms-judgement-refused');
        },
      );
    });
});
