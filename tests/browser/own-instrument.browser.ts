import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harbour } from '#modules/assessments/instruments/harbour.fixture.ts';
import { openOffice } from '../policy/office.ts';
import { contacted } from '../policy/risk-steps.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

const safely = { company: 'alone', overheard: 'no', instrument: 'own-1', how: 'face_to_face' };

test('a tool of the landlord’s own, from its file to the level that it names', async (t) => {
  const sites = await openSites(t, '2026-11-18T09:00');
  for (const viewport of [phone, desk])
    await t.test(`at ${viewport.width} px`, async (each) => {
      const office = await openOffice(sites.lintel);
      const file = await contacted(office);
      const settings = await atDesk(each, sites, office, office.manager, { viewport });
      const manager = mouse(settings);
      await settings.goto(`${sites.staff}/risk/instruments/new`);
      await looksRight(settings);
      const write = (changed: object) =>
        settings
          .getByLabel('Contents of the file', { exact: true })
          .fill(JSON.stringify({ ...harbour, ...changed }));
      await write({ enough: 2 });
      await manager.press('Load it');
      assert.match(await says(settings), /Enough is 2, which is fewer than half of the 13 questions/);
      await looksRight(settings);
      await keepPicture(settings, 'own-instrument-refused');
      await write({});
      await manager.press('Check and preview');
      assert.match(await says(settings), /As it will read: Harbour matrix.*40 and more Gold \(high\)/s);
      await looksRight(settings);
      await keepPicture(settings, 'own-instrument-preview');
      await manager.press('Load it');
      assert.match(await says(settings), /Loaded\. It is used from its day on/);
      await looksRight(settings);

      const page = await atDesk(each, sites, office, office.worker, { viewport });
      const worker = mouse(page);
      const questions = await office.worker.finishes(`${file}/risk/assessments/new`, safely);
      await office.worker.finishes(questions, { 'answer-1': 'yes', 'answer-2': 'high', 'answer-12': 'yes' });
      await page.goto(sites.staff + questions);
      await looksRight(page);
      await page.goto(sites.staff + questions.replace(/answers$/, 'ending'));
      await worker.press('End it here');
      assert.match(await says(page), /Say how it ended.*Say whether there is danger now/s);
      await looksRight(page);
      await keepPicture(page, 'danger-question');
      await worker.answer('How did it end?', 'They wished to stop');
      await worker.answer('Is there danger now?', 'It was not safe to ask');
      await worker.press('End it here');
      assert.match(
        await says(page),
        /17 points \(Bronze or higher\), 3 of 13 answered\. A blank scores nothing/,
      );
      await looksRight(page);
      await keepPicture(page, 'own-assessment');
      await page.goto(`${sites.staff}${file}`);
      assert.match(await says(page), /Danger was not asked about on .*Ask at the next safe contact/);
      await looksRight(page);
      await keepPicture(page, 'overview-not-asked');
      await page.goto(`${sites.staff}${file}/danger`);
      assert.match(await says(page), /It was not safe to ask whether there is danger now/);
      await looksRight(page);
      await keepPicture(page, 'danger-askings');
      await page.goto(`${sites.staff}${file}/risk`);
      assert.match(
        await says(page),
        /Medium, proposed.*Harbour matrix, score: 17 points \(Bronze or higher\)/s,
      );
      await looksRight(page);
      await keepPicture(page, 'own-risk');

      await settings.goto(`${sites.staff}/risk/pathways/new`);
      await manager.answer('Which part of the country?', 'Merseyside');
      await manager.press('Take it over');
      assert.match(await says(settings), /5 lines are not checked with the area/);
      await looksRight(settings);
      await keepPicture(settings, 'thresholds');
      await manager.follow('Liverpool');
      await looksRight(settings);
      await keepPicture(settings, 'area');
      await settings
        .getByRole('link', { name: /^Mark it as checked/ })
        .first()
        .click();
      await manager.press('Save');
      assert.match(await says(settings), /Enter the day on which you asked them.*Say whom you asked/s);
      await looksRight(settings);
      await keepPicture(settings, 'check-refused');
      await settings.goto(`${sites.staff}/risk/thresholds/new`);
      await manager.press('Set the threshold');
      assert.match(
        await says(settings),
        /Enter the day from which.*Enter from how many yes the risk is high/s,
      );
      await looksRight(settings);
      await keepPicture(settings, 'threshold-refused');
    });
});
