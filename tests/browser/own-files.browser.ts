import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importRegisterOf } from '../register-lived-in.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('a file of their own is opened, worked on, and asked about before anybody is referred', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      await importRegisterOf(office);
      const { worker, manager, deputy } = office;

      await each.test('none is kept; an empty form says what is missing', async () => {
        await sits(deputy, '/own-files');
        assert.match(await says(page), /You keep none/);
        await looks('own-files-none');
        await hand.press('Open a file');
        await hand.press('Open it');
        assert.match(await says(page), /Enter the reference of the person/);
        await looks('own-files-refused');
      });

      await each.test('opened, it says that they are alleged', async () => {
        await hand.write('Reference of the person', 'P2');
        await hand.answer('How did it come?', 'They asked for help to change');
        await hand.write('In your words', 'He rang the office himself and asked for help');
        await page.locator('select[name="workerId"]').selectOption(worker.staff);
        await hand.press('Open it');
        assert.match(await says(page), /Alleged: nobody has decided/);
        await looks('own-files-opened');
      });

      const file = new URL(page.url()).pathname;

      await each.test('a programme is spoken of, and it is asked whether it may go', async () => {
        await sits(worker, file);
        await hand.press('A programme');
        await hand.write('Name of the programme', 'Otherton programme for change');
        await hand.answer('Is it accredited by Respect?', 'Yes');
        await hand.answer('Does it support the partner or former partner beside it?', 'Yes');
        await hand.answer('Do they want it of their own will?', 'Yes');
        await hand.write('What do they want from it?', 'He wants to stop shouting at home');
        await hand.press('Save');
        await hand.press('Ask whether it may go');
        await looks('own-files-asking');
        await hand.press('Ask');
        assert.match(await says(page), /Asked\. Until it is answered: not now/);
        await looks('own-files-asked');
      });

      await each.test('another manager answers, and learns nothing of the file', async () => {
        await sits(manager, '/programme-questions');
        await looks('own-files-questions');
        await hand.follow('Orson Quince');
        await looks('own-files-question');
        await hand.answer('May it go?', 'Not now');
        await hand.write('On what does that rest?', 'Nobody could be asked today');
        await hand.press('Answer');
        assert.match(await says(page), /Nothing waits for you/);
      });

      await each.test('whoever asked learns not now, and no more', async () => {
        await sits(worker, file);
        assert.match(await says(page), /not now/i);
        assert.doesNotMatch(await says(page), /Nobody could be asked/);
        await looks('own-files-not-now');
      });
    });
});
