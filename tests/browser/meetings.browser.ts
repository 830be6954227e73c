import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('a manager sets how a high risk is heard where people live, and whoever judges one is told', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const date = async (legend: string, day: string, month: string, year: string) => {
        await hand.write('Day', day, legend);
        await hand.write('Month', month, legend);
        await hand.write('Year', year, legend);
      };

      await each.test(
        'what is known of a part of the country is taken over, and nobody has checked it',
        async () => {
          await sits(manager, '/risk/thresholds');
          await hand.press('Take over what is known');
          await hand.press('Take it over');
          assert.match(await says(page), /Choose a part of the country/);
          await looks('pathway-refused');
          await hand.answer('Which part of the country?', 'Hampshire, Southampton and Dorset');
          await hand.press('Take it over');
          assert.match(await says(page), /7 lines are not checked with the area/);
          await looks('pathway-taken');
          await hand.follow('Hampshire');
          assert.match(
            await says(page),
            /daily high-risk meeting at the safeguarding hub: High-risk domestic abuse meeting.*Marac/s,
          );
          await looks('area');
        },
      );

      await each.test('a line counts as checked once somebody says whom they asked, and when', async () => {
        await hand.follow(/^Mark it as checked\s*: Marac$/);
        await hand.press('Save');
        assert.match(
          await says(page),
          /Enter the day on which you asked them.*Say whom you asked there.*Say what they said/s,
        );
        await looks('line-refused');
        await date('On which day did you ask?', '17', 'November', '2026');
        await hand.write('Whom did you ask?', 'The Marac coordinator');
        await hand.answer('What did they say?', 'It still holds');
        await hand.press('Save');
        assert.match(
          await says(page),
          /Checked with the area on 17 November 2026 with The Marac coordinator/,
        );
        await looks('line-checked');
      });

      await each.test('a kind of meeting is set with who says so, and ends on a day', async () => {
        await hand.press('Set or end a kind of meeting');
        await hand.answer('Is it held, or does it end?', 'It ends');
        await hand.press('Save');
        assert.match(await says(page), /Choose a kind.*Say who says so/s);
        await hand.answer('Which kind?', 'Marac');
        await hand.write('Who says so?', 'The protocol of November 2026');
        await hand.press('Save');
        assert.match(await says(page), /Enter the day from which it is not held any more/);
        await looks('meeting-refused');
        await date('From which day?', '20', 'Nov', '2026');
        await hand.press('Save');
        assert.match(await says(page), /Marac \(ends\)/);
        await looks('meeting-ends');
      });

      await each.test(
        'whoever judges a high risk there reads who hears it, and what to check first',
        async () => {
          const file = await aCase(worker);
          await sits(worker, `${file}/risk/area`);
          await hand.choose('Marac area', 'Hampshire');
          await hand.press('Save');
          assert.match(await says(page), /Say why/);
          await looks('case-area-refused');
          await hand.write('Why', 'She stays with her sister in Winchester for now');
          await hand.press('Save');
          await page.goto(`${sites.staff}${file}/risk/level`);
          assert.match(
            await says(page),
            /A high risk is heard in Hampshire by:.*daily high-risk.*Not checked with the area.*Marac/s,
          );
          assert.match(await says(page), /Check with your area before you rely on it/);
          await looks('level-heard');
          await hand.answer('How high is it?', 'High');
          await hand.write('Why', 'He waits for her at work and has a key');
          await hand.press('Save the rating');
          assert.match(await says(page), /A high risk is heard here by:.*daily high-risk meeting/s);
          await looks('risk-heard');
          await office.at('2026-11-20T10:00');
          await sits(worker, `${file}/risk`);
          assert.match(await says(page), /A high risk is heard here by:.*daily high-risk meeting/s);
          assert.doesNotMatch(await says(page), /Marac\. /, 'what has ended is not said any more');
        },
      );
    });
});
