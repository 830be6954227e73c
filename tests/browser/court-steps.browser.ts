import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spaceStands } from '../breathing-space-lived-in.ts';
import { openOffice } from '../policy/office.ts';
import { findsOnBoard, opensCase, writesDown } from '../policy/steps.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { keyboard, mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('a step over income, from the question to the case that it met, by keyboard and without JavaScript', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const javaScriptEnabled of [true, false])
    await t.test(javaScriptEnabled ? 'with the keyboard alone' : 'without JavaScript', async (each) => {
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      await importRegisterOf(office);
      const { worker, manager } = office;
      const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
      const disclosure = await findsOnBoard(worker, reference);
      const about = `?person=${await registerId(office, 'person', 'P1')}`;
      const file = await opensCase(manager, `${disclosure}`, worker, {}, about);
      await spaceStands(office, file);
      const options = { viewport: javaScriptEnabled ? desk : phone, javaScriptEnabled };
      const looks = javaScriptEnabled ? looksRight : async () => {};

      const page = await atDesk(each, sites, office, await office.colleague('income'), options);
      const hand = (javaScriptEnabled ? keyboard : mouse)(page);
      await page.goto(`${sites.staff}/court-steps`);
      assert.match(await says(page), /Nothing has been said yet/);
      await looks(page);
      await hand.press('Say a step');
      await hand.press('Say it');
      assert.match(await says(page), /Enter the reference of the tenancy, or find it/);
      await looks(page);
      await keepPicture(page, `court-steps-missing-${javaScriptEnabled}`);
      await hand.write('Find the tenancy', 'Quince');
      await hand.press('Find');
      assert.match(await says(page), /Which of these\?/);
      await looks(page);
      await keepPicture(page, `court-steps-found-${javaScriptEnabled}`);
      await hand.answer('Which of these?', 'Zelda Quince, T1');
      await hand.answer('Which step?', 'A notice seeking possession');
      await hand.answer('Was it taken?', 'We mean to take it today');
      await hand.press('Say it');
      assert.match(await says(page), /Do not take it/);
      await looks(page);
      await keepPicture(page, `court-steps-answer-${javaScriptEnabled}`);
      await page.goto(`${sites.staff}/court-steps`);
      await looks(page);
      await keepPicture(page, `court-steps-list-${javaScriptEnabled}`);

      await office.at('2026-11-18T10:10');
      const lead = await atDesk(each, sites, office, worker, options);
      await lead.goto(`${sites.staff}${file}/breathing-space`);
      await (javaScriptEnabled ? keyboard : mouse)(lead).follow('Steps over income that met it');
      assert.match(await says(lead), /Held back: A notice seeking possession/);
      await looks(lead);
      await keepPicture(lead, `court-steps-of-case-${javaScriptEnabled}`);
    });
});
