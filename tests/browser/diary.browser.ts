import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sessionCookie } from '#kit/http/begin.ts';
import type { Fields } from '../policy/form.ts';
import { openOffice } from '../policy/office.ts';
import { aCall } from '../policy/planning-steps.ts';
import { aCase, weekdaysBetween } from '../policy/steps.ts';
import { addSession } from '../site.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const phone = { width: 320, height: 640 };
const ways = [
  { how: 'on a phone', javaScriptEnabled: true },
  { how: 'on a phone without JavaScript', javaScriptEnabled: false },
];

test('a call is planned, and what was agreed is looked at first', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, javaScriptEnabled } of ways)
    await t.test(how, async (each) => {
      const { page, file } = await atWork(each, sites, javaScriptEnabled);
      const hand = mouse(page);
      // What looks for faults needs JavaScript itself.
      const look = async () => javaScriptEnabled && looksRight(page);
      await page.goto(`${sites.staff}${file}`);
      await hand.follow('Diary');
      await hand.press('Plan a visit or a call');
      await look();
      await hand.answer('What is planned?', 'Phone call');
      await hand.choose('What for?', 'Talk');
      await hand.write('Time', '16:00', 'When?');
      await hand.press('Save in the diary');
      assert.match(await says(page), /This is outside the times that were agreed. \(L2.3\)/);
      await look();
      await keepPicture(page, `diary-refused-${javaScriptEnabled}`);
      await hand.write('Time', '10:30', 'When?');
      await hand.press('Save in the diary');
      assert.match(await says(page), /Wednesday 18 November, 10:30 to 11:00/);
      await look();
      await keepPicture(page, `diary-planned-${javaScriptEnabled}`);

      await page.goto(`${sites.staff}/diary`);
      assert.match(await says(page), /10:30 to 11:00/);
      await look();
      await keepPicture(page, `diary-week-${javaScriptEnabled}`);
      await hand.follow('In my own calendar');
      await hand.press('Make a link');
      const link = await page.locator('code').textContent();
      assert.match(link ?? '', /\/calendars\/.*\/appointments\.ics$/);
      await look();
      const answer = await fetch(link?.replace(/^http:\/\/[^/]+/, sites.staff) ?? '');
      assert.match(await answer.text(), /SUMMARY:Appointment/);
      await hand.press('End the link');
      await page.goto(`${sites.staff}/rota`);
      await look();
      await keepPicture(page, `rota-${javaScriptEnabled}`);
    });

  await t.test(
    'somebody expected in two places is warned of; somebody not heard of is looked for',
    async (each) => {
      const { page, file, office } = await atWork(each, sites, true);
      const plans = (more: Fields = {}) =>
        office.worker.finishes(`${file}/diary/new`, aCall('2026-11-18T10:30', more));
      await plans();
      const planned = await plans({ loneWorking: 'yes', checkIn: '15' });
      await page.goto(`${sites.staff}${planned}`);
      assert.match(await says(page), /Expected elsewhere, too.*10:30 to 11:00/);
      await looksRight(page);
      await keepPicture(page, 'diary-two-places');

      await office.at('2026-11-18T11:16');
      await office.at('2026-11-18T11:32');
      await signIn(page, sites, { id: office.manager.staff, organisation: office.landlord.organisation });
      await page.goto(`${sites.staff}/day`);
      assert.match(await says(page), /had not checked in: say what was found/);
      await looksRight(page);
      await keepPicture(page, 'diary-not-heard-of-day');
      const hand = mouse(page);
      await Promise.all([
        page.waitForURL(/\/diary\//),
        page.getByRole('link', { name: /^See to it now/ }).click(),
      ]);
      await looksRight(page);
      await keepPicture(page, 'diary-not-heard-of');
      await hand.follow('Write down what was found');
      await hand.press('Write down what was found');
      assert.match(await says(page), /Say what was found.*Say who spoke with them or saw them/);
      await looksRight(page);
      await keepPicture(page, 'diary-finding');
      await hand.answer('What was found?', 'Somebody spoke with them: they are safe');
      await hand.write('How do you know?', 'I rang at 11:30. There was no signal on the stairs.');
      await hand.press('Write down what was found');
      assert.match(await says(page), /What was found.*they are safe.*no signal on the stairs/);
      await looksRight(page);
      await keepPicture(page, 'diary-found');
      await office.at('2026-11-18T10:00');
    },
  );

  await t.test('what was typed outlives the session, and comes back as a draft', async (each) => {
    const { page, file, staff } = await atWork(each, sites, true);
    await page.goto(`${sites.staff}${file}/diary/new`);
    await page.getByText('If somebody else comes along').click();
    await page.getByLabel('Who else is there?').fill('An interpreter whom she knows');
    await page.getByText(/^Draft saved/).waitFor();
    await sites.lintel.database.owner.query('update session set ended_at = started_at where staff_id = $1', [
      staff.id,
    ]);
    await page.getByRole('button', { name: 'Save in the diary' }).click();
    await page.waitForURL(/sign-in/);
    await signIn(page, sites, staff);
    await page.goto(`${sites.staff}${file}/diary/new`);
    await page.getByRole('button', { name: 'Continue with it' }).click();
    assert.equal(await page.getByLabel('Who else is there?').inputValue(), 'An interpreter whom she knows');
  });

  await t.test('of two tabs that move the same call, the second loses nothing', async (each) => {
    const { page, file } = await atWork(each, sites, true);
    const hand = mouse(page);
    await page.goto(`${sites.staff}${file}/diary/new`);
    await hand.answer('What is planned?', 'Phone call');
    await hand.choose('What for?', 'Talk');
    await hand.write('Time', '10:30', 'When?');
    await hand.press('Save in the diary');
    const planned = page.url();
    const other = await page.context().newPage();
    await other.goto(`${planned}/move`);
    await page.goto(`${planned}/move`);
    await hand.write('Time', '11:00', 'When?');
    await hand.press('Save in the diary');
    await mouse(other).write('Time', '12:00', 'When?');
    await mouse(other).press('Save in the diary');
    assert.match(await other.title(), /Somebody else changed this first/);
    await page.goto(planned);
    assert.match(await says(page), /Where it was moved to/);
  });
});

async function says(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');
}

interface Somebody {
  readonly id: string;
  readonly organisation: string;
}

/** A worker with a case whose person may be rung on weekdays between ten and two. */
async function atWork(t: TestContext, sites: Sites, javaScriptEnabled: boolean) {
  const { lintel } = sites;
  const office = await openOffice(lintel, 'livv-2024');
  const { worker, landlord } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/contact/new`, {
    channel: 'phone',
    value: '07700 900123',
    ...weekdaysBetween('10:00', '14:00'),
    agreed: 'yes',
  });
  const context = await sites.context(t, { viewport: phone, javaScriptEnabled });
  const page = await context.newPage();
  const staff: Somebody = { id: worker.staff, organisation: landlord.organisation };
  await signIn(page, sites, staff);
  return { page, file, staff, office };
}

async function signIn(page: Page, { lintel, staff }: Sites, { id, organisation }: Somebody): Promise<void> {
  const value = await addSession(lintel.services, organisation as never, id as never);
  await page.context().addCookies([{ name: sessionCookie, value, url: staff }]);
}
