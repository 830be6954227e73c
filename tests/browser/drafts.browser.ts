import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { atDesk, desk, says } from './at-desk.ts';
import { openSites, type Sites } from './sites.ts';

const people = 'Kennung,Vorname,Family name\nP1,Zelda,Quince\n';

const draftsIn = async ({ lintel }: Sites) =>
  (await lintel.database.owner.query('select count(*)::int n from draft')).rows[0].n;

/** Each save of a draft takes so long on its way. */
async function slowDrafts(page: Page, ms: number) {
  await page.route('**/drafts/**', async (route) => {
    await new Promise((done) => setTimeout(done, ms));
    await route.continue().catch(() => {});
  });
}

test('whoever saves right after typing finds no draft of it at the next visit', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  for (const ms of [0, 1500])
    await t.test(ms === 0 ? 'at once' : 'while a draft is on its way', async (each) => {
      const page = await atDesk(each, sites, office, office.worker, { viewport: desk });
      if (ms > 0) await slowDrafts(page, ms);
      await page.goto(`${sites.staff}/disclosures/new`);
      await page
        .getByRole('group', { name: 'Is anybody in danger right now?' })
        .getByLabel('No', { exact: true })
        .check();
      await page
        .getByRole('group', { name: 'How were you told?' })
        .getByLabel('Phone', { exact: true })
        .check();
      const words = page.getByLabel('In their own words', { exact: true });
      await words.fill('He says I may not');
      if (ms > 0) await page.waitForRequest(/\/drafts\/disclosure/);
      await words.pressSequentially(' see my sister.');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.waitForURL(/\/receipts\//);
      await page.waitForTimeout(ms + 2500);
      await page.goto(`${sites.staff}/disclosures/new`);
      assert.doesNotMatch(await says(page), /You have a draft/);
      assert.equal(await draftsIn(sites), 0);
    });

  await t.test('the columns of an import neither', async (each) => {
    const administrator = await office.colleague('administrator');
    const page = await atDesk(each, sites, office, administrator, { viewport: desk });
    await page.goto(`${sites.staff}/register/import`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
    await page.getByRole('button', { name: 'Check the files' }).click();
    await page.getByLabel('What “Kennung” becomes').selectOption({ label: 'Reference of the person' });
    await page.getByLabel('What “Vorname” becomes').selectOption({ label: 'Given name' });
    await page.getByRole('button', { name: 'Check the files' }).click();
    await page.getByText('The files are being checked').waitFor();
    await page.waitForTimeout(2500);
    assert.equal(await draftsIn(sites), 0);
  });
});

test('whoever hides the page in the middle of a word finds every word again', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  const notes = (page: Page) => page.locator('main textarea:visible').last();
  const found = async (page: Page) => {
    await page.waitForURL(`${sites.staff}/hidden`);
    await page.getByLabel('Short code or password').waitFor();
    const again = await atDesk(t, sites, office, office.worker, { viewport: desk });
    await again.goto(`${sites.staff}${file}/contacts/new?draft=continue`);
    return notes(again).inputValue();
  };

  await t.test('while earlier words are on their way', async (each) => {
    const page = await atDesk(each, sites, office, office.worker, { viewport: desk });
    await slowDrafts(page, 1000);
    await page.goto(`${sites.staff}${file}/contacts/new`);
    const asked = page.waitForRequest(/\/drafts\//);
    await notes(page).fill('She rang');
    await asked;
    await notes(page).pressSequentially(' and he is at the door');
    await page.keyboard.press('Escape');
    assert.equal(await found(page), 'She rang and he is at the door');
  });

  await t.test('after the form came back to be put right', async (each) => {
    const page = await atDesk(each, sites, office, office.worker, { viewport: desk });
    await page.goto(`${sites.staff}${file}/contacts/new`);
    await notes(page).fill('She is safe with her mother');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await found(page), 'She is safe with her mother');
  });
});
