import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { findsOnBoard } from '../policy/steps.ts';
import { importRegisterOf } from '../register-lived-in.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

for (const pack of ['vivid-2023', 'livv-2024'])
  test(`a call, a child and a place are told once, and nothing of them is lost (${pack})`, async (t) => {
    const sites = await openSites(t, '2026-11-18T10:00');
    const office = await openOffice(sites.lintel, pack);
    await office.at('2026-11-18T10:00');
    await importRegisterOf(office);
    const caretaker = await office.colleague('colleague');
    for (const { how, ...options } of [
      { how: 'on a phone without JavaScript', viewport: phone, javaScriptEnabled: false },
      { how: 'on a phone', viewport: phone, javaScriptEnabled: true },
      { how: 'at a desk', viewport: desk, javaScriptEnabled: true },
    ])
      await t.test(how, async (each) => {
        const looks = (page: Parameters<typeof looksRight>[0], name: string) =>
          keepPicture(page, `${name}-${options.javaScriptEnabled}`).then(() =>
            options.javaScriptEnabled ? looksRight(page) : undefined,
          );

        await each.test('a concern asks where it was, and finds the home', async (step) => {
          const page = await atDesk(step, sites, office, caretaker, options);
          const hand = mouse(page);
          await page.goto(`${sites.staff}/concerns/new`);
          await hand.answer(/in danger/, 'No');
          await hand.write('What you saw or heard', 'She flinched when he came in.');
          await hand.press('Send');
          assert.match(await says(page), /Say where it was, or that it is not known/);
          await looks(page, 'concern-refused');
          await hand.answer('Where was it?', 'At a home or a place');
          await hand.write('Find the home', 'Mill Lane');
          await hand.press('Find');
          await page.getByRole('button', { name: /^1 Mill Lane/ }).click();
          await page.getByText('Home: 1 Mill Lane').waitFor();
          await looks(page, 'concern-home');
          await hand.press('Send');
          assert.match(await says(page), /Thank you for telling us/);
        });

        await each.test('each child has a row, and a call a time; the case has both', async (step) => {
          const page = await atDesk(step, sites, office, office.worker, options);
          const hand = mouse(page);
          await page.goto(`${sites.staff}/disclosures/new`);
          await hand.answer(/in danger/, 'No');
          await hand.write('In their own words', 'He shouts at the children.');
          await hand.answer('How were you told?', 'Phone');
          await hand.write('Name, or “first child”', 'Mia', 'Child 1');
          await hand.write('Age, about, or birth date', '31/2/2019', 'Child 1');
          await hand.write('School or nursery', 'St Mary’s', 'Child 1');
          await hand.write('Time', '12:30', 'Did you promise a call? (optional)');
          await hand.press('Save');
          assert.match(await says(page), /Enter a real date, or an age such as 4 or about 4/);
          await looks(page, 'disclosure-refused');
          await hand.write('Age, about, or birth date', '7', 'Child 1');
          await hand.press('Save');
          const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await says(page))?.[0] ?? '';
          const told = await findsOnBoard(office.worker, reference);
          await page.goto(`${sites.staff}${told}/triage`);
          await looks(page, 'triage');
          await page.goto(`${sites.staff}${told}`);
          assert.match(await says(page), /A call to the person is promised for[^.]*12:30/);
          await looks(page, 'disclosure');
          await page.getByRole('link', { name: /A call to the person is promised/ }).click();
          await hand.press('Save');
          assert.match(await says(page), /Say what came of it/);
          await looks(page, 'call-refused');
          await page.goto(`${sites.staff}/day`);
          assert.match(await says(page), /We said that we would ring the person at/);
          await looks(page, 'day');
        });
      });
  });
