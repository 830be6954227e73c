import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { hashPassword } from '#kit/password-hash.ts';
import { transact } from '#kit/sql.ts';
import { codeAt, enrolStaff } from '#modules/account/index.ts';
import type { TestLandlord } from '../site.ts';
import { type Hand, keyboard, mouse } from './hands.ts';
import { looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const password = 'kettle willow tram';
const totpSecret = Buffer.from('12345678901234567890');

interface Way {
  readonly how: string;
  readonly hand: (page: Page) => Hand;
  readonly options: BrowserContextOptions;
}

const desk = { width: 1280, height: 900 };
const ways: readonly Way[] = [
  { how: 'with a mouse', hand: mouse, options: { viewport: desk } },
  { how: 'with the keyboard alone', hand: keyboard, options: { viewport: desk } },
  { how: 'without JavaScript', hand: mouse, options: { viewport: desk, javaScriptEnabled: false } },
];

test('from signing in to a promise kept', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const passwordHash = await hashPassword(password);
  for (const [index, { how, hand, options }] of ways.entries())
    await t.test(how, async (each) => {
      const landlord = await sites.lintel.landlord('vivid-2023', `landlord-${index}`);
      const email = await enrol(sites, landlord, passwordHash);
      const page = await (await sites.context(each, options)).newPage();
      const worker = hand(page);

      await page.goto(`${sites.staff}/sign-in?landlord=${landlord.slug}`);
      await signIn(worker, sites, email);

      await worker.follow('Record a disclosure');
      const before = worker.done();
      await worker.answer('Is anybody in danger right now?', 'No');
      await worker.write('In their own words', 'He says I may not see my sister.');
      await worker.answer('How were you told?', 'Phone');
      await worker.press('Save');
      assert.equal(worker.done() - before, 4, 'what must be done to write down a call');
      assert.match(await says(page), /Due today by 17:00/);

      await worker.press('Decide what happens next');
      await worker.choose('How they are connected', 'Married, now or before');
      await worker.choose('Victim’s age when it happened', '18 or over');
      await worker.choose('Age of the other person when it happened', '18 or over');
      await worker.answer('What you decide', 'Meets the definition');
      await worker.answer('Choose one', 'Open a case');
      await worker.press('Decide');
      assert.match(await page.title(), /case C-/);

      await worker.press('Record a contact');
      await worker.choose('How?', 'Phone call');
      await worker.choose('What came of it?', 'We spoke, and it was safe to');
      await worker.choose('With whom?', 'The person themselves');
      await worker.press('Save');
      assert.match(await says(page), /Say whether there is danger now, or that it was not asked/);
      // What looks at a page is a script itself.
      if (options.javaScriptEnabled !== false) await looksRight(page);
      await worker.answer('Is there danger now?', 'No: they were asked');
      await worker.write('Notes', 'She is with her sister, and would like the next call on Friday.');
      await worker.press('Save');
      assert.doesNotMatch(await says(page), /There is a problem/);
      await worker.follow('Overview');
      assert.match(await says(page), /Kept Wednesday 18 November 2026 at 10:00/);

      await worker.unfold('More');
      await worker.follow('Policy board');
      const row = page.getByRole('row', { name: /Contact on the same working day/ }).first();
      assert.match((await row.textContent()) ?? '', /100%\s*1/);
      await worker.press('Sign out');
      assert.equal(new URL(page.url()).pathname, '/sign-in');
    });

  await t.test(
    'a form that was refused says at the top and at the field what is missing, and is accessible',
    async (each) => {
      const { page } = await colleagueAtWork(each, sites, passwordHash, 'refused');
      await page.goto(`${sites.staff}/disclosures/new`);
      await page.getByRole('button', { name: 'Save' }).click();
      const summary = page.getByRole('alert');
      await summary.getByRole('link', { name: 'Say whether anybody is in danger right now' }).click();
      assert.equal(
        await page.getByRole('radio', { name: 'Yes' }).first().and(page.locator(':focus')).count(),
        1,
      );
      await looksRight(page);
    },
  );

  await t.test('before the session ends there is a warning, and staying on is one press', async (each) => {
    const { page } = await colleagueAtWork(each, sites, passwordHash, 'warned');
    await page.clock.install();
    await page.goto(`${sites.staff}/disclosures/new`);
    await page.clock.fastForward('28:30');
    const dialog = page.getByRole('dialog', { name: 'You will be signed out soon' });
    await dialog.waitFor();
    const extended = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    assert.ok((await extended).ok());
    await dialog.waitFor({ state: 'hidden' });
  });

  await t.test(
    'what is being written is kept, offered at the next visit and filled in on request',
    async (each) => {
      const { page } = await colleagueAtWork(each, sites, passwordHash, 'drafts');
      await page.goto(`${sites.staff}/disclosures/new`);
      await page.getByLabel('In their own words', { exact: true }).fill('She said that he');
      await page.getByText(/^Draft saved/).waitFor();
      await page.goto(`${sites.staff}/disclosures/new`);
      await page.getByText(/You have a draft saved on Wednesday 18 November 2026/).waitFor();
      await looksRight(page);
      await page.getByRole('button', { name: 'Continue with it' }).click();
      assert.equal(
        await page.getByLabel('In their own words', { exact: true }).inputValue(),
        'She said that he',
      );
    },
  );
});

async function says(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? '';
}

async function signIn(worker: Hand, { lintel }: Sites, email: string): Promise<void> {
  await worker.write('E-mail address', email);
  await worker.write('Password', password);
  await worker.press('Sign in');
  await worker.write('Code', codeAt(totpSecret, lintel.clock.now()));
  await worker.press('Continue');
}

async function colleagueAtWork(t: TestContext, sites: Sites, passwordHash: string, slug: string) {
  const landlord = await sites.lintel.landlord('vivid-2023', slug);
  const email = await enrol(sites, landlord, passwordHash);
  const page = await (await sites.context(t, { viewport: { width: 320, height: 640 } })).newPage();
  await page.goto(`${sites.staff}/sign-in?landlord=${slug}`);
  await signIn(mouse(page), sites, email);
  return { page };
}

/** A worker who can sign in, with both factors. @returns the e-mail address */
async function enrol(
  { lintel }: Sites,
  { organisation, slug }: TestLandlord,
  passwordHash: string,
): Promise<string> {
  const { services, clock } = lintel;
  const email = `worker@${slug}.example`;
  const author = { organisation, staff: null, now: clock.now() };
  const colleague = { name: 'Carys Webb', email, roles: ['da_worker'], jobTitle: '' } as const;
  await transact(services.db, { organisation, system: true }, (tx) =>
    enrolStaff(tx, author, { ...colleague, passwordHash, totpSecret, secret: services.secret }),
  );
  return email;
}
