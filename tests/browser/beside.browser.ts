import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Office, openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { importRegisterOf } from '../register-lived-in.ts';
import { atDesk, desk, phone, says, signsIn } from './at-desk.ts';
import { keyboard, mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const sizes = [phone, desk];

test('an emergency, from the form to the review, with the keyboard alone and without JavaScript', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const javaScriptEnabled of [true, false])
    await t.test(javaScriptEnabled ? 'with the keyboard alone' : 'without JavaScript', async (each) => {
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;
      const file = await aCase(worker);
      const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(file)).body)?.[0] ?? '';
      const kept = { staffIds: [manager.staff, worker.staff], reason: 'She knows somebody in the team' };
      await manager.finishes(`${file}/access/restriction`, kept);
      const options = { viewport: javaScriptEnabled ? desk : phone, javaScriptEnabled };
      const looks = javaScriptEnabled ? looksRight : async () => {};
      const helper = await office.colleague('da_worker');
      const page = await atDesk(each, sites, office, helper, options);
      const hand = (javaScriptEnabled ? keyboard : mouse)(page);

      await page.goto(`${sites.staff}/cases/team`);
      await hand.follow('Emergency access');
      await hand.write('Reference of the case', 'C-2222-2222');
      await hand.answer('Why can it not wait?', 'Somebody may be in danger now');
      await hand.write('In your own words', 'Her sister rings: he is breaking the door');
      await hand.press('Open the case for 60 minutes');
      assert.match(await says(page), /There is no such case/);
      await looks(page);
      await hand.write('Reference of the case', reference.toLowerCase().replaceAll('-', ' '));
      await hand.press('Open the case for 60 minutes');
      const banner = page.getByRole('region', { name: 'Emergency access' });
      assert.match((await banner.textContent()) ?? '', /until\s+Wednesday 18 November 2026 at 11:00/);
      await looks(page);
      await keepPicture(page, 'emergency-banner');
      await hand.follow('End it now');
      await hand.press('End it now');
      assert.equal(new URL(page.url()).pathname, '/cases');
      await page.goto(sites.staff + file);
      assert.match(await says(page), /Your emergency access has ended.*ring 999/s);
      await looks(page);
      await keepPicture(page, 'emergency-over');

      const officer = await office.colleague('data_protection_officer');
      const review = await atDesk(each, sites, office, officer, options);
      const reviewing = (javaScriptEnabled ? keyboard : mouse)(review);
      await review.goto(`${sites.staff}/emergency-access`);
      await review.locator('main a[href*="/emergency-access/"]:not([href$="/readers"])').first().click();
      await review.waitForURL(/emergency-access\/[0-9a-f-]{36}$/);
      await looks(review);
      await keepPicture(review, 'emergency-review');
      await reviewing.answer('What you find', 'Appropriate: somebody’s safety could not wait');
      await reviewing.write('What you looked at, and what was done', 'Spoke with her');
      await reviewing.press('Save the review');
      assert.match(await says(review), /Appropriate/);
    });
});

test('a marker, read in a van', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  await importRegisterOf(office);
  const home = await homeOf(office);
  await office.worker.finishes(`/homes/${home}/markers/new`, {
    text: 'Do not leave messages or discuss visits; call before attending',
    audiences: ['repairs', 'lone_workers'],
    'reviewOn-day': '18',
    'reviewOn-month': '1',
    'reviewOn-year': '2027',
    why: 'Two large dogs',
  });
  const plumber = await office.colleague('contractor');
  const page = await atDesk(t, sites, office, plumber, { viewport: phone });
  await page.goto(`${sites.staff}/markers`);
  await page.getByRole('searchbox').fill('1 mill lane');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForLoadState();
  assert.match(await says(page), /call before attending.*For: Repairs and Anybody who visits alone/s);
  assert.doesNotMatch(await says(page), /dogs/);
  assert.equal(new URL(page.url()).search, '', 'what is looked for stands in no address');
  for (const size of sizes) {
    await page.setViewportSize(size);
    await looksRight(page);
    await keepPicture(page, 'marker-found');
  }
});

test('what somebody needs is not lost when a session ends, nor when two write at once', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');

  await t.test('a session that ended meanwhile keeps what was typed', async (each) => {
    const { office, child } = await aChild(sites);
    const page = await atDesk(each, sites, office, office.worker, { viewport: desk });
    await page.goto(sites.staff + child);
    await page.getByLabel('In their own words').fill('I count the stairs when they shout');
    await office.at('2026-11-18T10:45');
    await mouse(page).press('Save');
    assert.match((await page.locator('body').textContent()) ?? '', /What you typed is kept/);
    await signsIn(page, sites, office, office.worker);
    await page.goto(sites.staff + child);
    await mouse(page).press('Continue with it');
    assert.equal(
      await page.getByLabel('In their own words').inputValue(),
      'I count the stairs when they shout',
    );
  });

  await t.test('in two tabs, whoever is second sees both texts', async (each) => {
    const { office, child } = await aChild(sites);
    const first = await atDesk(each, sites, office, office.worker, { viewport: desk });
    const second = await atDesk(each, sites, office, office.manager, { viewport: phone });
    for (const page of [first, second]) await page.goto(sites.staff + child);
    await first.getByLabel('Health: What is needed').fill('Sleeps badly');
    await mouse(first).press('Save');
    await second.getByLabel('Health: What is needed').fill('Does not eat');
    await mouse(second).press('Save');
    assert.match(await says(second), /Somebody else changed this while you were writing.*Sleeps badly/s);
    assert.equal(await second.getByLabel('Health: What is needed').inputValue(), 'Does not eat');
    await looksRight(second);
    await mouse(second).press('Save');
    assert.match(await says(second), /Health/);
  });
});

async function aChild(sites: Sites) {
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  await office.worker.finishes(`${file}/people/new`, { describedAs: 'Her son Teo', part: 'child_victim' });
  const { body } = await office.worker.get(`${file}/needs`);
  const child = /href="([^"]+\/needs)"[^>]*>(?:<span[^>]*>)?Her son Teo/.exec(body)?.[1] ?? '';
  return { office, child };
}

async function homeOf({ lintel, landlord }: Office): Promise<string> {
  const { rows } = await lintel.database.owner.query(
    "select id from property where organisation_id = $1 and reference = 'H1'",
    [landlord.organisation],
  );
  return String(rows[0]?.id);
}
