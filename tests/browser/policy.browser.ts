import assert from 'node:assert/strict';
import { test } from 'node:test';
import { livv2024 } from '#packs/livv-2024/pack.ts';
import { openOffice } from '../policy/office.ts';
import { atDesk, says, signsIn, ways } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('one administrator proposes a change of policy, and another decides', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, hand: handOf, options } of ways)
    await t.test(how, async (each) => {
      const office = await openOffice(sites.lintel, 'vivid-2023');
      await office.at('2026-11-18T10:00');
      const ada = await office.colleague('administrator');
      const bram = await office.colleague('administrator', 'director');
      const page = await atDesk(each, sites, office, ada, options);
      const hand = handOf(page);
      const looks = async (name: string) => {
        // What looks at a page is a script itself.
        if (options.javaScriptEnabled !== false) await looksRight(page);
        await keepPicture(page, name);
      };

      await page.goto(`${sites.staff}/policy`);
      assert.match(await says(page), /The policy has never changed/);
      await looks('policy');
      await hand.press('Propose a change');
      await hand.press('Propose it');
      assert.match(await says(page), /Choose the policy that is to hold/);
      await looks('policy-wrong');
      await hand.answer('Which policy is to hold?', 'Livv: Domestic abuse policy');
      await hand.write('Day', '1', 'From which day?');
      await hand.write('Month', '1', 'From which day?');
      await hand.write('Year', '2027', 'From which day?');
      await hand.write(
        'Why does it change?',
        'The board adopts the policy of the landlord with whom we merge',
      );
      await hand.press('Propose it');
      assert.match(await says(page), /Another administrator has to decide/);
      await looks('policy-change-proposed');

      await signsIn(page, sites, office, bram);
      await page.goto(`${sites.staff}/policy`);
      await hand.follow('What would be different');
      await looks('policy-change');
      await hand.answer('Is this policy to hold?', 'Yes, from 1 January 2027');
      await hand.press('Save the decision');
      assert.match(await says(page), /From 1 January 2027: Livv/);
      await looks('policy-to-come');
      await hand.follow(`Livv: Domestic abuse policy, version ${livv2024.version}`);
      assert.match(await says(page), /Approved/);
      await looks('policy-change-approved');
      await page.goto(`${sites.staff}/board/what-if?policy=livv-2024`);
      await looks('policy-what-if');
    });
});
