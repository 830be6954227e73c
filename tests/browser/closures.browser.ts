import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { atDesk, says, signsIn, ways } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('a manager proposes that the office be closed at Christmas, and an administrator agrees', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, hand: handOf, options } of ways)
    await t.test(how, async (each) => {
      const office = await openOffice(sites.lintel, 'vivid-2023');
      await office.at('2026-11-18T10:00');
      const bram = await office.colleague('administrator');
      const page = await atDesk(each, sites, office, office.manager, options);
      const hand = handOf(page);
      const looks = async (name: string) => {
        // What looks at a page is a script itself.
        if (options.javaScriptEnabled !== false) await looksRight(page);
        await keepPicture(page, name);
      };

      await page.goto(`${sites.staff}/policy/hours`);
      assert.match(await says(page), /None has been proposed/);
      await looks('hours');
      await hand.press('Propose days');
      await hand.press('Propose it');
      assert.match(await says(page), /Enter the first day/);
      await looks('closure-wrong');
      await hand.write('Day', '24', 'First day');
      await hand.write('Month', 'Dec', 'First day');
      await hand.write('Year', '2026', 'First day');
      await hand.write('Why is the office closed?', 'Nobody is in the building on Christmas Eve');
      await hand.press('Propose it');
      assert.match(await says(page), /Another manager or administrator has to decide/);
      await looks('closure-proposed');

      await signsIn(page, sites, office, bram);
      await page.goto(`${sites.staff}/policy/hours`);
      await hand.follow('Thursday 24 December 2026');
      await looks('closure');
      await hand.answer('Is the office closed on these days?', 'Yes, I agree');
      await hand.press('Save the decision');
      assert.match(await says(page), /Thursday 24 December 2026 closed, 1 working day\s*Agreed/);
      await looks('hours-closed');
      await hand.follow('Thursday 24 December 2026');
      await hand.press('Propose to open it again');
      await hand.write('Why is the office open after all?', 'The building is open after all');
      await looks('closure-opening');
      await hand.press('Propose it');
      assert.match(await says(page), /Open the office again/);
    });
});
