import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { readPdf, run } from '../pdf.ts';
import { openOffice } from '../policy/office.ts';
import { decidesAllOf } from '../policy/sharing-steps.ts';
import { aCase, moment } from '../policy/steps.ts';
import { london } from '../site.ts';
import { atDesk, desk, phone, says, signsIn, ways } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const decision = 'For an agency or a court: by which decision?';

test('a chronology, from what was said to the file that leaves', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');

  for (const { how, hand, options } of ways)
    await t.test(how, async (each) => {
      const { office, file } = await aWrittenCase(sites);
      const page = await atDesk(each, sites, office, office.worker, options);
      const worker = hand(page);
      await page.goto(`${sites.staff}${file}/entries`);

      await worker.press('Add to the chronology');
      await worker.write('What was said', 'He came to the school gate.');
      await worker.unfold('Kind, when, who was there, and who may see it');
      await worker.answer('What kind of entry is it?', 'Incident');
      await worker.write('What was seen or noticed', 'A dent in the car door.');
      await worker.choose('How do we know?', 'The person themselves');
      await worker.answer('Were children seen? (optional)', 'Yes');
      await worker.press('Add to the chronology');
      assert.match(await says(page), /He came to the school gate.*A dent in the car door.*Children seen/s);

      await worker.write('Words in this case', 'DENT école');
      await worker.press('Search');
      assert.match(await says(page), /No entry matches/);
      await worker.write('Words in this case', 'dent');
      await worker.choose('Kind', 'Incident');
      await worker.press('Search');
      assert.match(await says(page), /1 entry/);
      assert.doesNotMatch(page.url(), /dent/);

      await worker.press('Take it away as a file');
      await worker.answer('What is it for?', 'For a court or a solicitor');
      await worker.press('See who would learn what');
      assert.match(
        await says(page),
        /It leaves for others only by a decision about sharing that stands now.*Decide about sharing/s,
      );
      await decidesAllOf(office, file, 'court');
      await page.goto(`${sites.staff}${file}/exports/new`);
      await worker.answer('What is it for?', 'For a court or a solicitor');
      await worker.answer(decision, 'The county court: Clerk');
      await worker.press('See who would learn what');
      assert.match(await says(page), /Who would learn this\?.*the other side.*Somebody who told us/s);
      await worker.answer('What kind of file, or on paper?', 'PDF');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Make it' }).click();
      const saved = await download;
      assert.match(saved.suggestedFilename(), /^C-[A-Z2-9]{4}-[A-Z2-9]{4}\.pdf$/);
      const words = run(readPdf(await readFile(await saved.path())).pages.join(''));
      assert.match(words, /Hecametotheschoolgate/);
      assert.doesNotMatch(words, /Confided/);
      await page.goto(`${sites.staff}${file}/exports`);
      assert.match(await says(page), /The county court: Clerk.*PDF/s);

      await page.goto(`${sites.staff}${file}/entries`);
      await worker.follow('Print');
      await worker.answer('What is it for?', 'For a court or a solicitor');
      await worker.answer(decision, 'The county court: Clerk');
      await worker.press('See who would learn what');
      await worker.press('Make it');
      await page.emulateMedia({ media: 'print' });
      const printed = String(await page.evaluate('document.body.innerText'));
      assert.match(printed, /^\s*Chronology: case.*He came to the school gate/s);
      assert.doesNotMatch(printed, /Confided|Print this page|Sign out/);
      await keepPicture(page, 'chronology-on-paper');
      await page.emulateMedia({ media: 'screen' });
    });

  await t.test('every page of it fits a phone and a desk, and is accessible', async (each) => {
    const { office, file } = await aWrittenCase(sites);
    const page = await atDesk(each, sites, office, office.worker, { viewport: desk });
    await page.goto(`${sites.staff}${file}/entries`);
    const entry = (await page.locator('.moj-timeline__title a').first().getAttribute('href')) ?? '';
    const pages = {
      list: `${file}/entries`,
      narrowed: `${file}/entries?mark=late&order=oldest&asAt=2026-11-18T10:00`,
      new: `${file}/entries/new`,
      entry,
      correction: `${entry}/correction`,
      audience: `${entry}/audience`,
      print: `${file}/exports/new?as=paper`,
      export: `${file}/exports/new`,
      exports: `${file}/exports`,
    };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(sites.staff + path);
      await looksAndKeeps(page, `chronology-${name}`);
    }
    await page.goto(`${sites.staff}${file}/exports/new`);
    await mouse(page).answer('What is it for?', 'For the team’s own file');
    await mouse(page).press('See who would learn what');
    await looksAndKeeps(page, 'chronology-preview');
  });

  await t.test(
    'two tabs write two entries, and a session that ends meanwhile loses no word',
    async (each) => {
      const { office, file } = await aWrittenCase(sites);
      const first = await atDesk(each, sites, office, office.worker, { viewport: desk });
      const second = await first.context().newPage();
      for (const [tab, said] of [
        [first, 'From the first tab'],
        [second, 'From the second tab'],
      ] as const) {
        await tab.goto(`${sites.staff}${file}/entries/new`);
        await fillEntry(tab, said);
      }
      for (const tab of [first, second]) await mouse(tab).press('Add to the chronology');
      assert.match(
        await says(second),
        /From the second tab.*From the first tab|From the first tab.*From the second tab/s,
      );

      await first.goto(`${sites.staff}${file}/entries/new`);
      await fillEntry(first, 'Written as the session ended');
      sites.lintel.clock.set(london('2026-11-18T10:45'));
      await mouse(first).press('Add to the chronology');
      assert.match(await first.content(), /What you typed is kept/);
      await signsIn(first, sites, office, office.worker);
      await first.goto(`${sites.staff}${file}/entries/new`);
      await mouse(first).press('Continue with it');
      assert.equal(
        await first.getByLabel('What was said', { exact: true }).inputValue(),
        'Written as the session ended',
      );
    },
  );
});

async function fillEntry(page: Page, said: string): Promise<void> {
  await mouse(page).write('What was said', said);
}

/** A case with something from everybody: late, confided, corrected by nobody yet. */
async function aWrittenCase(sites: Sites) {
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const { worker } = office;
  const file = await aCase(worker);
  const when = { ...moment('happened', '2026-11-16T19:30'), ...moment('known', '2026-11-16T19:45') };
  const write = (fields: Record<string, string>) =>
    worker.finishes(`${file}/entries/new`, { kind: 'note', source: 'colleague', ...when, ...fields });
  await worker.finishes(`${file}/people/new`, { describedAs: 'Her neighbour Bettina Rook', part: 'witness' });
  await write({ words: 'Confided over the fence: the shouting goes on until two.', source: 'informant' });
  await write({
    kind: 'observation',
    words: 'She says that she is tired.',
    observed: 'The lock of the back door was taped over.',
    decision: 'Asked for the lock to be changed today',
    decisionWhy: 'He has a key, and Bettina saw him try the door',
    present: 'A colleague from repairs',
    childrenSeen: 'no',
    seenAlone: 'yes',
  });
  return { office, file };
}

async function looksAndKeeps(page: Page, name: string): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    await looksRight(page);
    await keepPicture(page, name);
  }
}
