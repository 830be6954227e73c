import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('one key hides the page, keeps what was being written, and Back does not show it again', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  const page = await atDesk(t, sites, office, office.worker, { viewport: desk });
  await page.goto(`${sites.staff}${file}/entries/new`);
  await page.locator('main textarea').first().fill('She rang and was calm');
  await page.keyboard.press('Escape');
  await page.waitForURL(`${sites.staff}/hidden`);
  assert.equal(await page.title(), 'Waiting');
  assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /Lintel|calm|C-[A-Z2-9]{4}/);
  await looksRight(page);
  await keepPicture(page, 'hidden');
  await page.goBack();
  await page.waitForURL(`${sites.staff}/hidden`);
  assert.doesNotMatch(await page.content(), /calm/);
  const { rows } = await sites.lintel.database.owner.query(
    "select count(*)::int n from event where name = 'session.hidden'",
  );
  assert.equal(rows[0].n, 1);
  const kept = await sites.lintel.database.owner.query('select count(*)::int n from draft');
  assert.equal(kept.rows[0].n, 1);
});

test('one tap hides the page on a phone, without JavaScript too', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  for (const javaScriptEnabled of [true, false]) {
    const page = await atDesk(t, sites, office, office.worker, { viewport: phone, javaScriptEnabled });
    await page.goto(sites.staff + file);
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.waitForURL(`${sites.staff}/hidden`);
    await page.goto(sites.staff + file);
    assert.equal(new URL(page.url()).pathname, '/hidden');
    await page.getByLabel('Short code or password').fill('9090');
    await page.getByRole('button', { name: 'Go on' }).click();
    assert.match(await says(page), /neither your short code nor your password/);
    if (javaScriptEnabled) await looksRight(page);
    await keepPicture(page, 'hidden');
  }
});

test('the plan that is looked at together has no menu, and can be hidden too', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  for (const viewport of [phone, desk]) {
    const page = await atDesk(t, sites, office, office.worker, { viewport });
    await page.goto(`${sites.staff}${file}/plan/together`);
    await page.getByRole('button', { name: 'Open it' }).click();
    assert.equal(await page.locator('nav, header, footer').count(), 0);
    await looksRight(page);
    await keepPicture(page, 'together');
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.waitForURL(`${sites.staff}/hidden`);
  }
});
