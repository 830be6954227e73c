import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { findsOnBoard, opensCase, writesDown } from '../policy/steps.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

for (const pack of ['vivid-2023', 'livv-2024'])
  test(`somebody moves, and what was agreed of the home before waits to be asked again (${pack})`, async (t) => {
    const sites = await openSites(t, '2026-11-18T10:00');
    const ways = [
      { how: 'on a phone without JavaScript', viewport: phone, javaScriptEnabled: false },
      { how: 'at a desk', viewport: desk, javaScriptEnabled: true },
      { how: 'on a phone', viewport: phone, javaScriptEnabled: true },
    ];
    for (const { how, ...options } of ways)
      await t.test(how, async (each) => {
        const office = await openOffice(sites.lintel, pack);
        await office.at('2026-11-18T10:00');
        await importRegisterOf(office);
        const { reference } = await writesDown(office.worker, { person_name: 'Zelda Quince' });
        const [person, home] = [
          await registerId(office, 'person', 'P1'),
          await registerId(office, 'property', 'H1'),
        ];
        const told = await findsOnBoard(office.worker, reference);
        const at = `?person=${person}&property=${home}`;
        const file = await opensCase(office.worker, told, office.worker, {}, at);
        const agreed = { channel: 'phone', value: '07700 900123', agreed: 'yes', post: 'yes', visit: 'yes' };
        await office.worker.finishes(`${file}/contact/new`, agreed);
        await office.at('2026-11-18T10:05');
        const page = await atDesk(each, sites, office, office.worker, options);
        const looks = () => (options.javaScriptEnabled ? looksRight(page) : Promise.resolve());
        const hand = mouse(page);
        await page.goto(sites.staff + file);
        await hand.follow('Where they live');
        await looks();
        await keepPicture(page, `home-before-${options.javaScriptEnabled}`);
        await hand.press('They moved, or it is wrong');
        await hand.press('Save where they live');
        assert.match(await says(page), /Say where they live.*Say from whom we know.*Say whether they moved/s);
        await looks();
        await keepPicture(page, `home-refused-${options.javaScriptEnabled}`);
        await hand.choose('From whom do we know?', 'The person themselves');
        await hand.write('Find the home', 'old weaving shed');
        await hand.press('Find');
        await hand.press('Flat 12, The Old Weaving Shed, Exampleton, EX1 2AC');
        assert.equal(await page.getByLabel('In a home on our register').isChecked(), true);
        await looks();
        await keepPicture(page, `home-chosen-${options.javaScriptEnabled}`);
        await hand.answer('What is different?', 'They live somewhere else now');
        await hand.write('Day', '16 November 2026');
        await hand.press('Save where they live');
        assert.match(
          await says(page),
          /The Old Weaving Shed.*To be asked again.*On record before.*1 Mill Lane/s,
        );
        await looks();
        await keepPicture(page, `home-moved-${options.javaScriptEnabled}`);
        await hand.follow('Post, visits and places of the first choice');
        assert.equal(
          await page.getByRole('group', { name: 'May we send post?' }).getByLabel('Yes').isChecked(),
          false,
        );
        await looks();
      });
  });
