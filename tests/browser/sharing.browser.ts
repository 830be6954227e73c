import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { packs } from '#packs/index.ts';
import { openOffice } from '../policy/office.ts';
import { theirDomain } from '../policy/sharing-steps.ts';
import { aCase } from '../policy/steps.ts';
import { toThePolice } from '../sharing-lived-in.ts';
import { atDesk, says, ways } from './at-desk.ts';
import type { Hand } from './hands.ts';
import { fits, keepPicture, looksRight } from './look.ts';
import { partnerSite } from './partner-link.ts';
import { openSites, type Sites } from './sites.ts';

const support = 'Support, advice or counselling for them';
const happened = 'What happened, as it is written in the chronology';

// Over 20 s: by keyboard, some hundred fields are reached one by one.
test('what is shared: asked for, decided, sent, opened, taken back, and stopped', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const partners = await partnerSite(t, sites);
  for (const [nth, { how, hand: handOf, options }] of ways.entries())
    await t.test(how, async (each) => {
      const pack = packs[nth];
      assert.ok(pack);
      const office = await openOffice(sites.lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const file = await aCase(office.worker);
      await office.manager.finishes('/agencies', theirDomain);
      const page = await atDesk(each, sites, office, office.worker, options);
      const worker = handOf(page);
      // What looks at a page is a script itself.
      const looks = async (name: string) => {
        if (options.javaScriptEnabled !== false) await looksRight(page);
        await keepPicture(page, name);
      };
      const clause = `(${pack.purposes.sharing})`;

      await page.goto(`${sites.staff}${file}/sharing`);
      assert.match(await says(page), /Not asked is not agreed/);
      await worker.press('Ask what they agree to');
      await asksThem(page, worker);
      assert.match(await says(page), /A relative or friend cannot agree for them/);
      assert.ok((await says(page)).includes(clause), 'and the landlord’s own clause is cited');
      await looks('sharing-asked-wrong');
      await worker.answer('From whom the answer came', 'From them, in their own words');
      await worker.press('Save the answer');
      assert.match(await says(page), /Agreed until 16 February 2027/);
      await looks('sharing-answer');

      await page.goto(`${sites.staff}${file}/sharing`);
      await worker.press('Decide about sharing');
      await looks('sharing-decide');
      if (options.javaScriptEnabled !== false) await foldsOnAPhone(page);
      await worker.press('Save the decision');
      await unfoldsWhatIsWrong(page);
      await looks('sharing-decide-wrong');
      await decides(page, worker);
      assert.match(
        await says(page),
        /It may leave now[\s\S]*Who would learn this\?[\s\S]*Whoever works with it there/,
      );
      assert.ok((await says(page)).includes(clause));
      await looks('sharing-decided');
      const share = new URL(page.url()).pathname;

      for (const way of ['A ZIP with a passphrase (AES-256)', 'An age file with a passphrase']) {
        await page.goto(`${sites.staff}${share}`);
        await worker.press('As an encrypted file');
        assert.match(await says(page), /Who would learn this\?/);
        // As long as an address may be: it must not make the page that shows it scroll sideways.
        await worker.write('To whom it goes', `${'jo.bright.'.repeat(12)}x@idva.example`);
        await worker.answer('What kind of file', 'PDF');
        await worker.answer('How it is encrypted', way);
        await worker.press('Make the file');
        assert.match(await says(page), /Say by which other way the passphrase reaches them/);
        await worker.write('By which other way the passphrase reaches them', 'by phone at their office');
        await worker.press('Make the file');
        assert.match(await says(page), /Write this down now[\s\S]*shown once and kept nowhere/);
        await looks('sharing-passphrase');
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download the file' }).click();
        const saved = await download;
        assert.match(saved.suggestedFilename(), /^C-[A-Z2-9]{4}-[A-Z2-9]{4}\.(?:zip|pdf\.age)$/);
        assert.ok(!String(await readFile(await saved.path())).includes('%PDF'), 'encrypted');
      }

      await page.goto(`${sites.staff}${share}`);
      await worker.press('Over a link');
      await worker.write('Their address at work', 'jo@gmail.com');
      await worker.answer('For how long it opens', '3 days');
      await worker.write('By which other way you tell them the code', 'by phone at their office');
      await worker.press('Send the link');
      assert.match(await says(page), /Anybody can have a mailbox there/);
      await worker.write('Their address at work', 'jo@idva.example');
      await worker.press('Send the link');
      const [code = ''] = /\d{8}/.exec(await says(page)) ?? [];
      const { link } = await partners.linkInLetter(office);
      const reads = await reader(each, sites, link, code);
      assert.match(await reads(), /Before you read/);
      await page.goto(`${sites.staff}${share}`);
      assert.match(await says(page), /Asked for by Jo Bright/);
      await looks('sharing-what-left');
      if (options.javaScriptEnabled !== false) await fitsAPhone(page);

      await page.goto(`${sites.staff}${file}/sharing`);
      await worker.follow('Exampleton Idva Service: Duty Idva');
      await worker.press('They take it back, or are not sure');
      await worker.answer('What they say', 'They take it back');
      await worker.answer('How they said it', 'On the phone');
      await worker.press('Save');
      assert.match(await says(page), /Taken back/);
      await page.goto(`${sites.staff}${share}`);
      assert.match(await says(page), /It may not leave now[\s\S]*They took it back: what happened/);
      assert.ok((await says(page)).includes(clause));
      await looks('sharing-taken-back');
      assert.equal(await page.getByRole('button', { name: 'As an encrypted file' }).count(), 0);
      assert.match(await reads(), /Nothing opens with this/);
    });
});

test('without their agreement somebody else decides first, on a page of their own day', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const [nth, { how, hand: handOf, options }] of ways.entries())
    await t.test(how, async (each) => {
      const pack = packs[nth];
      assert.ok(pack);
      const office = await openOffice(sites.lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const file = await aCase(office.worker);
      const share = await office.worker.finishes(`${file}/shares/new`, toThePolice);
      const page = await atDesk(each, sites, office, office.manager, options);
      const manager = handOf(page);
      await page.goto(`${sites.staff}/day`);
      assert.match(await says(page), /What would be shared waits for a second person/);
      await page.goto(`${sites.staff}${share}`);
      assert.match(await says(page), /It may not leave now[\s\S]*so a second person decides first/);
      assert.ok((await says(page)).includes(`(${pack.purposes.sharing})`));
      await manager.answer('Your decision', 'It is not shared');
      await manager.press('Save your decision');
      assert.match(await says(page), /Say why it is not shared/);
      await keepPicture(page, 'sharing-second-wrong');
      await manager.answer('Your decision', 'I agree that this is shared');
      await manager.press('Save your decision');
      assert.match(await says(page), /Read what would leave, as it stands now, before you agree to it/);
      await page.goto(`${sites.staff}${share}/reading`);
      assert.match(await says(page), /He has said that he will come back tonight/);
      await keepPicture(page, 'sharing-reading');
      await page.goto(`${sites.staff}${share}`);
      await manager.answer('Your decision', 'I agree that this is shared');
      await manager.press('Save your decision');
      assert.match(await says(page), /It may leave now[\s\S]*a second person agreed/);
      await keepPicture(page, 'sharing-second');
    });
});

/** An address may be long, and a phone is narrow. */
async function fitsAPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  await fits(page);
  if (before) await page.setViewportSize(before);
}

async function ticks(page: Page, group: string, name: string | RegExp): Promise<void> {
  await page.getByRole('group', { name: group }).getByRole('checkbox', { name }).first().focus();
  await page.keyboard.press('Space');
}

/** Everything but from whom the answer came, which is a relative. */
async function asksThem(page: Page, worker: Hand): Promise<void> {
  await worker.write('With which agency', 'Exampleton Idva Service');
  await worker.write('The person, desk or role there', 'Duty Idva');
  await worker.answer('What kind of agency', 'A specialist service');
  await worker.answer('What it would be shared for', support);
  await ticks(page, 'What they were asked about', happened);
  await worker.answer('What they answered', 'Yes, they agree');
  await worker.answer('How they were asked', 'On the phone');
  await worker.answer(
    'From whom the answer came',
    'From a relative, or through a relative or friend who interpreted',
  );
  await worker.answer('Who else could hear', 'Nobody else');
  await worker.press('Save the answer');
}

/** By keyboard, as everybody can. */
async function unfolds(page: Page, name: RegExp): Promise<void> {
  await page.locator('summary', { hasText: name }).focus();
  await page.keyboard.press('Enter');
}

/** What a screen reader is given, counted things too. */
async function readOut(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const texts = nodes.filter(({ role, ignored }) => role?.value === 'StaticText' && !ignored);
  return texts.map(({ name }) => String(name?.value).trim());
}

/** What is long is folded, counted as it is ticked, and fits a small phone. */
async function foldsOnAPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  const high = await page.evaluate<number>('document.body.scrollHeight');
  assert.ok(high < 7_000, `${high} pixels`);
  await keepPicture(page, 'sharing-decide-phone');
  await unfolds(page, /^Entries of the chronology/);
  assert.ok((await readOut(page)).includes('0'));
  await ticks(page, 'Entries of the chronology', /I may not see my sister/);
  await fits(page);
  assert.ok((await readOut(page)).includes('1'), 'how many are ticked');
  await keepPicture(page, 'sharing-decide-phone-open');
  await ticks(page, 'Entries of the chronology', /I may not see my sister/);
  await unfolds(page, /^Entries of the chronology/);
  if (before) await page.setViewportSize(before);
}

/** Whom it goes to is missing, and where that is asked stands open. */
async function unfoldsWhatIsWrong(page: Page): Promise<void> {
  assert.match(await says(page), /Say which agency/);
  assert.ok(await page.getByLabel('Another agency', { exact: true }).first().isVisible());
}

async function decides(page: Page, worker: Hand): Promise<void> {
  await worker.answer('With whom', 'Exampleton Idva Service: Duty Idva');
  await worker.answer('What it is shared for', support);
  await unfolds(page, /^Entries of the chronology: \d+ offered, none ticked/);
  await ticks(page, 'Entries of the chronology', /I may not see my sister/);
  await worker.answer('On what ground', 'They agree');
  await worker.write('Why it is needed', 'They go to court with people');
  await worker.write('Why so much and no more', 'Nothing but what she wants from them');
  await worker.answer('What the person says of it', 'They agree');
  await worker.answer('Whether they know', 'They have been told');
  await worker.press('Save the decision');
}

/** Somebody at the agency, in a browser of their own. */
async function reader(t: Parameters<Sites['context']>[0], sites: Sites, link: string, code: string) {
  const page = await (await sites.context(t, { javaScriptEnabled: false })).newPage();
  return async () => {
    await page.goto(link);
    await page.getByLabel('Your name', { exact: true }).fill('Jo Bright');
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForLoadState();
    return says(page);
  };
}
