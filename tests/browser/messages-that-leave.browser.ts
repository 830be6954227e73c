import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { atDesk, says, ways } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('an administrator looks at the services by which messages leave, and has a test sent', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, hand: handOf, options } of ways)
    await t.test(how, async (each) => {
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      const page = await atDesk(each, sites, office, await office.colleague('administrator'), options);
      const hand = handOf(page);
      // What looks at a page is a script itself.
      const looks = options.javaScriptEnabled === false ? async () => {} : looksRight;

      await page.goto(`${sites.staff}/messages-that-leave`);
      await looks(page);
      await keepPicture(page, 'messages-that-leave');
      assert.match(await says(page), /Text messages[\s\S]*Not set up[\s\S]*Held[\s\S]*none/);
      await hand.press('Send a test message');
      await looks(page);
      await hand.press('Send it');
      assert.match(await says(page), /Choose what is sent/);
      await looks(page);
      await keepPicture(page, 'test-message-wrong');
      await hand.answer('What is sent?', 'An e-mail');
      await hand.press('Send it');
      assert.match(await says(page), /An e-mail, [^\n]*: on its way/);
      await looks(page);
      await keepPicture(page, 'test-message');
    });
});
