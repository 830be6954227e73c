import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { importRegisterOf } from '../register-lived-in.ts';
import { atDesk, says, ways } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('an administrator changes a helpline, and the help site shows it', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, hand: handOf, options } of ways)
    await t.test(how, async (each) => {
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      await importRegisterOf(office);
      const { landlord } = office;
      const page = await atDesk(each, sites, office, await office.colleague('administrator'), options);
      const hand = handOf(page);
      // What looks at a page is a script itself.
      const looks = options.javaScriptEnabled === false ? async () => {} : looksRight;

      await page.goto(`${sites.staff}/helplines`);
      await looks(page);
      await keepPicture(page, 'helplines');
      await hand.follow('Galop');
      await hand.write('Number', '0800 999 54');
      await hand.press('Save');
      assert.match(await says(page), /no UK telephone number/);
      await looks(page);
      await keepPicture(page, 'helpline-wrong');
      await hand.write('Number', '01632 960001');
      await hand.write('When does somebody answer? (optional)', 'Weekdays, 9 to 5');
      await hand.press('Save');
      assert.match(await says(page), /another one: enter the day/);
      await hand.write('Day', '18', 'When was it last checked?');
      await hand.choose('Place in the list', '1, first');
      await hand.press('Save');
      assert.equal(new URL(page.url()).pathname, '/helplines');
      assert.match(await says(page), /Galop[\s\S]*01632 960001[\s\S]*National Domestic Abuse Helpline/);
      await hand.follow('Galop');
      assert.match(await says(page), /What it said, and since when[\s\S]*0800 999 5428/);
      await looks(page);
      await keepPicture(page, 'helpline');

      const visitor = await page.context().newPage();
      await visitor.goto(`${sites.help}/${landlord.slug}`);
      assert.match(await says(visitor), /01632 960001[\s\S]*Weekdays, 9 to 5\. Checked on 18 November 2026/);
      assert.doesNotMatch(await says(visitor), /0800 999 5428/);
      await keepPicture(visitor, 'help');

      await hand.write('Why?', 'The line has closed');
      await hand.press('Take it off the list');
      assert.match(await says(page), /Taken off the list[\s\S]*The line has closed/);
      await looks(page);
      await visitor.reload();
      assert.doesNotMatch(await says(visitor), /01632 960001/);
      await page.goto(`${sites.staff}/account/drafts`);
      await looks(page);
    });
});
