import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openOffice } from '../policy/office.ts';
import { moment } from '../policy/steps.ts';
import { desk, phone, says, ways } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { aSentLink, partnerSite } from './partner-link.ts';
import { openSites } from './sites.ts';

const otherThan = (code: string) => (code === '00000000' ? '11111111' : '00000000');

test('somebody at an agency opens what was shared with them: the link, the code, what it is for', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const partners = await partnerSite(t, sites);
  for (const [nth, { how, hand: handOf, options }] of ways.entries())
    await t.test(how, async (each) => {
      const office = await openOffice(sites.lintel, nth === 0 ? 'vivid-2023' : 'livv-2024');
      await office.at('2026-11-18T10:00');
      const { share, code } = await aSentLink(office);
      const { link, letter } = await partners.linkInLetter(office);
      assert.match(letter, /^To: jo@idva\.example$/m);
      assert.ok(!letter.includes(code), 'the code goes by another way');
      assert.match(letter, /^Subject: Landlord landlord-\d+ has shared something with you for your work$/m);
      assert.match(letter, /ring them on/);
      assert.match(letter, /It opens until Saturday 21 November 2026/);
      assert.doesNotMatch(letter, /abuse|victim|survivor|Exampleton|You have a task/i);
      assert.doesNotMatch(letter, /\bC-[A-Z2-9]{4}-[A-Z2-9]{4}\b/);

      const page = await (await sites.context(each, options)).newPage();
      const reader = handOf(page);
      await page.goto(link);
      await reader.write('Your name', 'Jo Bright');
      await reader.write('Code', code);
      await reader.press('Continue');
      assert.match(await says(page), /for one purpose: Support, advice or counselling for them/);
      assert.doesNotMatch(await says(page), /go to court with her/);
      await page.getByRole('checkbox', { name: /I work there/ }).focus();
      await page.keyboard.press('Space');
      await reader.press('Read it');
      assert.match(await says(page), /She would like somebody to go to court with her/);
      const mark = /Read by Jo Bright, Wednesday 18 November 2026 at 10:00/;
      assert.match(await says(page), mark);
      assert.match((await page.locator('.partner-mark').getAttribute('data-mark')) ?? '', mark);
      assert.deepEqual(await page.context().cookies(), []);
      assert.equal(
        await page.evaluate('document.referrer + localStorage.length + sessionStorage.length'),
        '00',
      );
      assert.match(await office.worker.reads(share), /Opened by Jo Bright/);
      await page.goto(link);
      assert.doesNotMatch(await says(page), /go to court with her/, 'it asks for the code again');
    });
});

test('each page of it fits a phone and a desk and is accessible, also when something is wrong', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const partners = await partnerSite(t, sites);
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const { share, code } = await aSentLink(office);
  const { link } = await partners.linkInLetter(office);
  const page = await (await sites.context(t)).newPage();
  const reader = mouse(page);
  const tries = async (name: string, typed: string) => {
    await page.goto(link);
    await reader.write('Your name', name);
    await reader.write('Code', typed);
    await reader.press('Continue');
  };

  await page.goto(link);
  await looks(page, 'partner-code');
  await reader.press('Continue');
  assert.match(await says(page), /Enter your name[\s\S]*Enter the eight figures of the code/);
  assert.match(await page.title(), /^Error: /);
  await looks(page, 'partner-code-empty');
  await tries('Jo Bright', otherThan(code));
  assert.match(await says(page), /Nothing opens with this\. Check the code/);
  await looks(page, 'partner-code-wrong');
  await tries('Jo Bright', code);
  await looks(page, 'partner-purpose');
  await reader.press('Read it');
  assert.match(await says(page), /Confirm what it is for, or close this page/);
  await looks(page, 'partner-purpose-unconfirmed');
  await page.getByRole('checkbox', { name: /I work there/ }).check();
  await reader.press('Read it');
  await looks(page, 'partner-document');
  await page.emulateMedia({ media: 'print' });
  assert.match(String(await page.evaluate('document.body.innerText')), /Read by Jo Bright/, 'on paper, too');
  await keepPicture(page, 'partner-document-on-paper');
  await page.emulateMedia({ media: 'screen' });

  const again = await office.worker.get(share);
  const [, revocation = ''] = /action="([^"]+\/revocation)"/.exec(again.body) ?? [];
  assert.equal((await office.worker.post(revocation, {})).statusCode, 303);
  await tries('Jo Bright', code);
  assert.match(await says(page), /Nothing opens with this/, 'ended');
  await tries('Jo Bright', code);
  assert.match(await says(page), /Too many requests/, 'seven tries within a minute');
  await looks(page, 'partner-too-often');
  await page.goto(`${partners.url}/`);
  await looks(page, 'partner-nothing');
});

test('it opens nothing after its day, after five wrong codes, or once they took it back', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const partners = await partnerSite(t, sites);
  const context = await sites.context(t, { viewport: phone, javaScriptEnabled: false });
  const opened = async () => {
    const office = await openOffice(sites.lintel);
    await office.at('2026-11-18T10:00');
    const sent = await aSentLink(office);
    const { link } = await partners.linkInLetter(office);
    const page = await context.newPage();
    const tries = async (typed: string) => {
      await page.goto(link);
      await mouse(page).write('Your name', 'Jo Bright');
      await mouse(page).write('Code', typed);
      await mouse(page).press('Continue');
      return says(page);
    };
    return { office, ...sent, tries };
  };
  const nothing = /Nothing opens with this\. Check the code, or ask whoever told you it/;

  const over = await opened();
  assert.match(await over.tries(over.code), /Before you read/);
  await over.office.at('2026-11-21T10:01');
  assert.match(await over.tries(over.code), nothing);

  const guessed = await opened();
  for (let each = 0; each < 5; each += 1) assert.match(await guessed.tries(otherThan(guessed.code)), nothing);
  await guessed.office.at('2026-11-18T10:03');
  assert.match(await guessed.tries(guessed.code), nothing, 'the right one comes too late');
  assert.match(await guessed.office.worker.reads(guessed.share), /Locked: five codes were wrong/);

  const back = await opened();
  await back.office.worker.finishes(`${back.yes}/change`, {
    ...{ change: 'withdrawn', way: 'phone', words: 'Not any more' },
    ...moment('said', '2026-11-18T10:00'),
  });
  assert.match(await back.tries(back.code), nothing);
});

async function looks(page: Page, name: string): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    await looksRight(page);
    await keepPicture(page, name);
  }
}
