import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { anAgreedCase } from '../policy/planning-steps.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

const name = 'her phone at work';

for (const pack of ['vivid-2023', 'livv-2024'])
  test(`another number is agreed, used and ended, each by its own terms (${pack})`, async (t) => {
    const sites = await openSites(t, '2026-11-18T10:00');
    const office = await openOffice(sites.lintel, pack);
    const ways = [
      { how: 'on a phone', viewport: phone, javaScriptEnabled: true },
      { how: 'on a phone without JavaScript', viewport: phone, javaScriptEnabled: false },
      { how: 'at a desk', viewport: desk, javaScriptEnabled: true },
    ];
    for (const { how, ...options } of ways)
      await t.test(how, async (each) => {
        await office.at('2026-11-18T10:00');
        const file = await anAgreedCase(office);
        const page = await atDesk(each, sites, office, office.worker, options);
        const looks = () => (options.javaScriptEnabled ? looksRight(page) : Promise.resolve());
        const hand = mouse(page);
        await page.goto(`${sites.staff}${file}/contact`);
        await hand.follow('Add another number, address or place');
        await hand.press('Save what was agreed');
        assert.match(
          await says(page),
          /Say what it is for.*Say what we call it.*Say whether others use it too/s,
        );
        await looks();
        await keepPicture(page, `way-refused-${options.javaScriptEnabled}`);
        await hand.answer('What is it for?', 'Phone call');
        await hand.write('What do we call it?', name);
        await hand.write('Number, address or place', '07700 900456');
        await hand.answer('Do others use it too?', 'No, only they use it');
        await hand.write('What must never be done with it', 'Never say who we are');
        await hand.answer('Was this agreed with the person themselves?', 'Yes');
        await hand.press('Save what was agreed');
        assert.match(await says(page), /Her phone at work\. Phone call: may be used now/);
        await looks();
        await keepPicture(page, `ways-${options.javaScriptEnabled}`);

        await hand.press('Record a contact');
        await looks();
        await keepPicture(page, `contact-form-${options.javaScriptEnabled}`);
        if (options.viewport === phone) await withinTwoScreens(page);
        else await beside(page);
        await hand.choose('How?', 'Phone call');
        await hand.choose('What came of it?', 'No answer');
        await hand.press('Save');
        assert.match(await says(page), /Say which number, address or place it was/);
        await looks();
        await hand.choose('Over which number, address or place?', name);
        await hand.press('Save');
        assert.match(await says(page), new RegExp(`Over: ${name}`));

        await page.locator('main summary', { hasText: 'Her phone at work' }).first().click();
        await hand.follow(`End it ${name}`);
        await hand.answer('Why does nobody use it any more?', 'They asked us not to use it');
        await looks();
        await hand.press('End it');
        assert.match(await says(page), /None was agreed/);
      });
  });

type AtWork = Awaited<ReturnType<typeof atDesk>>;

/** Who, how, when, what came of it, with whom: before two screens are over. */
async function withinTwoScreens(page: AtWork): Promise<void> {
  const form = await page.locator('form.lintel-form').boundingBox();
  const notes = await page.getByLabel('Notes').boundingBox();
  const height = (notes?.y ?? 0) + (notes?.height ?? 0) - (form?.y ?? 0);
  assert.ok(height <= 2 * phone.height, `${height} px from the first question to the notes`);
}

/** What to say stands beside the form: it begins no lower, and to its right. */
async function beside(page: AtWork): Promise<void> {
  const words = await page.getByRole('heading', { name: 'Warm words to say' }).boundingBox();
  const form = await page.locator('.lintel-call__form').boundingBox();
  assert.ok(words && form);
  assert.ok(words.x >= form.x + form.width && words.y < form.y + 100);
}
