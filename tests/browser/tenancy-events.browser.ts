import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { findsOnBoard, opensCase, writesDown } from '../policy/steps.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { keyboard, mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('a notice to quit, from the desk where it came in to the answer, by keyboard and by mouse', async (t) => {
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
      const options = { viewport: javaScriptEnabled ? desk : phone, javaScriptEnabled };
      const looks = javaScriptEnabled ? looksRight : async () => {};

      const page = await atDesk(each, sites, office, await office.colleague('colleague'), options);
      const hand = (javaScriptEnabled ? keyboard : mouse)(page);
      await page.goto(`${sites.staff}/tenancy-events`);
      assert.match(await says(page), /Nothing has been entered yet/);
      await looks(page);
      await hand.press('Enter one');
      await hand.press('Hold it');
      assert.match(await says(page), /Enter the reference of the tenancy/);
      await looks(page);
      await keepPicture(page, `tenancy-events-missing-${javaScriptEnabled}`);
      await hand.write('Reference of the tenancy', 'T1');
      await hand.answer('What came in?', 'A notice to quit');
      await hand.write('Who asked for it, how it came, and what it says', 'A letter at the desk: four weeks');
      await hand.press('Hold it');
      assert.match(await says(page), /It is held/);
      await looks(page);
      await keepPicture(page, `tenancy-events-held-${javaScriptEnabled}`);

      await office.at('2026-11-18T10:10');
      const lead = await atDesk(each, sites, office, worker, options);
      const theirs = (javaScriptEnabled ? keyboard : mouse)(lead);
      await lead.goto(`${sites.staff}/tenancy-events`);
      await looks(lead);
      await keepPicture(lead, `tenancy-events-list-${javaScriptEnabled}`);
      await lead.goto(`${sites.staff}${file}/tenancy-events`);
      assert.match(await says(lead), /Our hold does not stop the law/);
      await looks(lead);
      await keepPicture(lead, `tenancy-events-of-case-${javaScriptEnabled}`);
      await theirs.press('Write down what was found out');
      await theirs.answer('Who is behind it?', 'Whoever is feared, alone');
      await theirs.answer('Is it their own will?', 'No: they are pressed, or do not want it');
      await theirs.answer('Have they had independent legal advice?', 'Not yet');
      await theirs.answer('Is it decided where they would live?', 'Not yet');
      await theirs.write(
        'What was found out, from whom, and why it is answered so',
        'She knew nothing of it, and is afraid',
      );
      await theirs.answer('How is it to be answered?', 'It goes ahead');
      await theirs.press('Save');
      assert.match(await says(lead), /Not yet\. Whoever is feared serves it alone/);
      await looks(lead);
      await keepPicture(lead, `tenancy-events-finding-${javaScriptEnabled}`);
      await theirs.answer('How is it to be answered?', 'It is stopped');
      await theirs.press('Save');
      assert.match(await says(lead), /Get legal advice today/);
      await looks(lead);
      await keepPicture(lead, `tenancy-events-urgent-${javaScriptEnabled}`);
      await theirs.follow(/It is stopped: put to a manager/);
      await looks(lead);
      await keepPicture(lead, `tenancy-events-decision-${javaScriptEnabled}`);
    });
});
