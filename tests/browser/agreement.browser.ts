import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sessionCookie } from '#kit/http/begin.ts';
import type { StaffId } from '#rules/facts.ts';
import { type Office, openOffice } from '../policy/office.ts';
import { aCase, findsOnBoard, weekdaysBetween, writesDown } from '../policy/steps.ts';
import { addSession, london } from '../site.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const phone = { width: 320, height: 640 };
const desk = { width: 1280, height: 900 };
const number = /07700 900123/;

test('how to be in touch safely is agreed, and its number kept back', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const ways = [
    { how: 'on a phone', viewport: phone, javaScriptEnabled: true },
    { how: 'on a phone without JavaScript', viewport: phone, javaScriptEnabled: false },
    { how: 'at a desk', viewport: desk, javaScriptEnabled: true },
  ];
  for (const { how, ...options } of ways)
    await t.test(how, async (each) => {
      sites.lintel.clock.set(london('2026-11-18T10:00'));
      const { page, file, worker } = await atWork(each, sites, options);
      // Axe is a script itself: where none runs, the same pages were looked at with one.
      const looks = () => (options.javaScriptEnabled ? looksRight(page) : Promise.resolve());
      const hand = mouse(page);
      await page.goto(`${sites.staff}${file}`);
      assert.match(await says(page), /No safe moment is known/);
      await page.goto(`${sites.staff}${file}/contact`);
      await hand.press('Record what is safe');
      await hand.answer('How do they want to be reached first?', 'Phone call');
      await hand.write('Number, address or place', '07700 900123');
      const days = page.getByRole('group', { name: 'Safe times: days' });
      for (const day of ['Monday', 'Wednesday']) await days.getByLabel(day).check();
      const span = page.getByRole('group', { name: 'Safe times', exact: true });
      await span.getByLabel('From').fill('14:00');
      await span.getByLabel('Until').fill('10:00');
      await hand.write('If somebody else answers, what do we say?', 'We ring about the gas check');
      await hand.answer('Was this agreed with the person themselves?', 'Yes');
      await hand.press('Save what was agreed');
      assert.match(await says(page), /The second time must be later on the same day/);
      assert.ok(await days.getByLabel('Wednesday').isChecked(), 'what was ticked stays');
      await looks();
      await keepPicture(page, `agreement-refused-${options.javaScriptEnabled}`);
      await span.getByLabel('From').fill('10:00');
      await span.getByLabel('Until').fill('14:00');
      await hand.press('Save what was agreed');
      assert.match(await says(page), /07700 900123.*Monday, Wednesday 10:00 to 14:00/);
      await looks();
      await keepPicture(page, `contact-open-${options.javaScriptEnabled}`);
      await page.goto(`${sites.staff}${file}`);
      assert.match(await says(page), /Earliest safe moment: now, until 14:00/);
      await looks();
      await keepPicture(page, `overview-open-${options.javaScriptEnabled}`);

      sites.lintel.clock.set(london('2026-11-18T14:40'));
      await signIn(page, sites, worker);
      await page.goto(`${sites.staff}${file}`);
      assert.match(await says(page), /The deadline cannot be met safely/);
      await looks();
      await keepPicture(page, `overview-late-${options.javaScriptEnabled}`);
      await hand.follow('Contact');
      assert.doesNotMatch(await page.content(), number);
      await page.getByText('Show it, because …').click();
      await keepPicture(page, `contact-asks-${options.javaScriptEnabled}`);
      await looks();
      await hand.press('Show it');
      assert.match(await says(page), /Say why you need to see it/);
      assert.doesNotMatch(await page.content(), number);
      await looks();
      await hand.answer(
        'Why do you need to see it?',
        'They asked us to be in touch now, or are waiting for us',
      );
      await hand.press('Show it');
      assert.match(await says(page), number);
      await looks();
      await keepPicture(page, `contact-shown-${options.javaScriptEnabled}`);
      await page.goto(`${sites.staff}${file}/contact`);
      assert.doesNotMatch(await page.content(), number);
    });

  await t.test('in a disclosure that a neighbour gave, it is kept back as well', async (each) => {
    sites.lintel.clock.set(london('2026-11-18T10:00'));
    const { page, office } = await atWork(each, sites, { viewport: phone, javaScriptEnabled: true });
    const { reference } = await writesDown(office.worker, {
      told_by: 'neighbour',
      safe_to_contact: 'yes',
      contact_channel: 'phone',
      contact_value: '07700 900123',
    });
    await page.goto(`${sites.staff}${await findsOnBoard(office.worker, reference)}`);
    assert.doesNotMatch(await page.content(), number);
    await page.getByText('Show the number, because …').click();
    await looksRight(page);
    await keepPicture(page, 'disclosure-asks');
    await mouse(page).answer('Why do you need to see it?', 'Somebody may be in danger now');
    await mouse(page).press('Show the number');
    assert.match(await says(page), number);
  });

  await t.test('what was agreed outlives the session as a draft, ticked days and all', async (each) => {
    const { page, file, worker } = await atWork(each, sites, { viewport: phone, javaScriptEnabled: true });
    await page.goto(`${sites.staff}${file}/contact/new`);
    await page.getByRole('group', { name: 'Safe times: days' }).getByLabel('Friday').check();
    await page.getByRole('group', { name: 'Safe times: days' }).getByLabel('Sunday').check();
    await page.getByLabel('Code word').fill('Bluebell');
    await page.getByText(/^Draft saved/).waitFor();
    await sites.lintel.database.owner.query('update session set ended_at = started_at where staff_id = $1', [
      worker.staff,
    ]);
    await page.getByRole('button', { name: 'Save what was agreed' }).click();
    await page.waitForURL(/sign-in/);
    await signIn(page, sites, worker);
    await page.goto(`${sites.staff}${file}/contact/new`);
    await page.getByRole('button', { name: 'Continue with it' }).click();
    assert.equal(await page.getByLabel('Code word').inputValue(), 'Bluebell');
    const days = page.getByRole('group', { name: 'Safe times: days' });
    assert.ok(await days.getByLabel('Friday').isChecked());
    assert.ok(await days.getByLabel('Sunday').isChecked());
    assert.equal(await days.getByLabel('Monday').isChecked(), false);
  });

  await t.test(
    'of two tabs that agree, the second sees what the first saved, and loses nothing',
    async (each) => {
      const { page, file, office } = await atWork(each, sites, { viewport: phone, javaScriptEnabled: true });
      await page.goto(`${sites.staff}${file}/contact/new`);
      await office.worker.finishes(`${file}/contact/new`, {
        channel: 'phone',
        value: '07700 900123',
        ...weekdaysBetween('10:00', '14:00'),
        agreed: 'yes',
      });
      const hand = mouse(page);
      await hand.answer('How do they want to be reached first?', 'In person');
      await hand.write('Number, address or place', 'The library');
      await hand.answer('Was this agreed with the person themselves?', 'Yes');
      await hand.press('Save what was agreed');
      assert.match(await says(page), /Somebody else changed this while you were writing.*07700 900123/);
      assert.equal(await page.getByLabel('Number, address or place').inputValue(), 'The library');
      await looksRight(page);
      await hand.press('Save what was agreed');
      assert.match(await says(page), /What was agreed before \(1\)/);
    },
  );
});

async function says(page: Page): Promise<string> {
  return ((await page.locator('body').textContent()) ?? '').replaceAll(/\s+/g, ' ');
}

interface Worker {
  readonly staff: StaffId;
  readonly office: Office;
}

async function atWork(
  t: TestContext,
  sites: Sites,
  options: { readonly viewport: typeof phone; readonly javaScriptEnabled: boolean },
) {
  const office = await openOffice(sites.lintel, 'livv-2024');
  const file = await aCase(office.worker);
  const page = await (await sites.context(t, options)).newPage();
  const worker = { staff: office.worker.staff, office };
  await signIn(page, sites, worker);
  return { page, file, worker, office };
}

/** Signed in anew: sessions do not outlast the hours between. */
async function signIn(page: Page, { lintel, staff }: Sites, worker: Worker): Promise<void> {
  const session = await addSession(lintel.services, worker.office.landlord.organisation, worker.staff);
  await page.context().addCookies([{ name: sessionCookie, value: session, url: staff }]);
}
