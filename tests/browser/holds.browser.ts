import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { importRegisterOf } from '../register-lived-in.ts';
import { atDesk, says, signsIn, ways } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('two administrators agree which system asks, its token is shown once, and a manager holds a home', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, hand: handOf, options } of ways)
    await t.test(how, async (each) => {
      const office = await openOffice(sites.lintel, 'vivid-2023');
      await office.at('2026-11-18T10:00');
      await importRegisterOf(office);
      const [ada, bram] = [await office.colleague('administrator'), await office.colleague('administrator')];
      const page = await atDesk(each, sites, office, ada, options);
      const hand = handOf(page);
      const looks = async (name: string) => {
        if (options.javaScriptEnabled !== false) await looksRight(page);
        await keepPicture(page, name);
      };

      const tick = (question: string, name: string) =>
        page.getByRole('group', { name: question }).getByRole('checkbox', { name, exact: true }).check();

      await page.goto(`${sites.staff}/systems`);
      assert.match(await says(page), /no other system knows of any hold/);
      await looks('systems-none');
      await hand.press('Propose a system');
      await hand.press('Propose it');
      assert.match(await says(page), /Enter what the system is called/);
      await looks('system-wrong');
      await hand.write('What is it called?', 'Rents');
      await tick('How does it ask?', 'By the reference of a tenancy');
      await tick('What does it send, or do?', 'Letters');
      await hand.answer('How often does it ask?', 'Every day');
      await hand.answer('For how long?', '90 days');
      await hand.write('What is it for?', 'Letters about arrears go out each night');
      await looks('system-new');
      await hand.press('Propose it');
      assert.match(await says(page), /Another administrator has to decide/);

      await signsIn(page, sites, office, bram);
      await page.goto(`${sites.staff}/systems`);
      await hand.follow('Rents');
      await looks('system');
      await hand.answer('May it ask?', 'Yes, I agree');
      await hand.press('Save the decision');
      await looks('system-agreed');
      await hand.press('Make the token');
      assert.match(await says(page), /it is shown this once/);
      await looks('system-token');
      await page.goto(`${sites.staff}/systems`);
      await looks('systems');

      await signsIn(page, sites, office, office.manager);
      await page.goto(`${sites.staff}/holds`);
      assert.match(await says(page), /None is set/);
      await hand.press('Set a hold');
      await hand.press('Set it');
      assert.match(await says(page), /Enter the reference of the tenancy/);
      await looks('hold-wrong');
      await hand.write('Reference of the tenancy', 'T2');
      await hand.answer('Why?', 'A complaint is being looked into');
      await tick('What is held altogether?', 'Letters');
      await hand.write('In your words', 'The ombudsman looks at how we wrote to them');
      await hand.press('Set it');
      assert.match(await says(page), /The hold is set/);
      await looks('holds');
      await hand.follow('T2');
      await looks('hold-review');
    });
});
