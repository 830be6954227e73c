import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { atDesk } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

/** As much as anybody agrees. */
const agreed = {
  channel: 'phone',
  value: '07700 900123',
  whoMightAnswer: 'Her son Teo, or her mother-in-law on Thursdays',
  'safe1-days': ['1', '2', '3', '4', '5'],
  'safe1-from': '10:00',
  'safe1-to': '14:00',
  'never1-days': ['6', '7'],
  'never1-from': '00:00',
  'never1-to': '23:59',
  coverReason: 'We ring about the yearly gas check',
  codeWord: 'Bluebell',
  senderAlias: 'The library',
  doNot: 'Never write to the home, and never ring in the evening',
  contactPerson: 'Her sister in Otherton',
  contactPersonValue: '07700 900456',
  meetingPlace: 'The library',
  language: 'Punjabi',
  agreed: 'yes',
};

/** At eleven the first choice is open; this one is not, and the mailbox is. */
const others = [
  {
    ...{ channel: 'phone', name: 'her phone at work', value: '07700 900457', shared: 'yes', agreed: 'yes' },
    ...{
      whoMightAnswer: 'Her manager',
      doNot: 'Never say who we are',
      'safe1-days': ['1', '2', '3', '4', '5'],
    },
    ...{ 'safe1-from': '14:30', 'safe1-to': '16:00' },
  },
  {
    ...{
      channel: 'email',
      name: 'her own e-mail',
      value: 'someone@mail.example',
      shared: 'no',
      agreed: 'yes',
    },
    ...{ doNot: 'Never write our name in the subject' },
  },
];

test('on a small phone each of three ways is named with whether it may be used now, on the first screen', async (t) => {
  const sites = await openSites(t, '2026-11-18T11:00');
  const office = await openOffice(sites.lintel, 'vivid-2023');
  await office.at('2026-11-18T11:00');
  const file = await aCase(office.worker);
  await office.worker.finishes(`${file}/contact/new`, agreed);
  const [work, ...more] = others;
  assert.ok(work);
  await office.worker.finishes(`${file}/contact/ways/new`, work);
  const page = await atDesk(t, sites, office, office.worker, { viewport: { width: 320, height: 640 } });
  await page.goto(`${sites.staff}${file}/entries`);
  await keepPicture(page, 'two-ways');
  const two = await page.getByRole('heading', { level: 1 }).boundingBox();
  assert.ok(two && two.y <= 420, `${two?.y} px with two`);
  for (const each of more) await office.worker.finishes(`${file}/contact/ways/new`, each);
  const tops: Record<string, number> = {};
  for (const part of ['/entries', '/contacts/new', '/risk']) {
    await page.goto(`${sites.staff}${file}${part}`);
    await keepPicture(page, `several-ways${part.replaceAll('/', '-')}`);
    const strip = String(await page.evaluate("document.querySelector('.lintel-contact').innerText"));
    assert.match(strip, /2 of 3 ways open now: .*withhold number, until 14:00; her own e-mail/s);
    assert.match(strip, /Not now: her phone at work, from 14:30/);
    assert.match(strip, /Do not \(her own e-mail\) Never write our name/s);
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
    tops[part] = Math.round(heading?.y ?? Number.POSITIVE_INFINITY);
  }
  assert.deepEqual(
    Object.entries(tops).filter(([, top]) => top > 470),
    [],
    JSON.stringify(tops),
  );
  await looksRight(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  await keepPicture(page, 'several-ways-at-a-desk');
});

test('on a small phone a case begins on the first screen, and what must not be done is in view', async (t) => {
  const sites = await openSites(t, '2026-11-18T11:00');
  const office = await openOffice(sites.lintel, 'livv-2024');
  await office.at('2026-11-18T11:00');
  const file = await aCase(office.worker);
  await office.worker.finishes(`${file}/contact/new`, agreed);
  const page = await atDesk(t, sites, office, office.worker, { viewport: { width: 320, height: 640 } });
  const tops: Record<string, number> = {};
  for (const part of [
    '',
    '/entries',
    '/contact',
    '/contacts/new',
    '/risk',
    '/plan',
    '/people',
    '/tasks',
    '/diary',
    '/needs',
    '/referrals',
  ]) {
    await page.goto(`${sites.staff}${file}${part}`);
    await keepPicture(page, `on-a-phone${part.replaceAll('/', '-')}`);
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
    tops[part] = Math.round(heading?.y ?? Number.POSITIVE_INFINITY);
    assert.match(
      String(await page.evaluate("document.querySelector('.lintel-contact').innerText")),
      /Safe contact:.*Do not Never write to the home.*Never Saturday/s,
    );
  }
  const below = Object.entries(tops).filter(([part, top]) => top > (part === '' ? 600 : 420));
  assert.deepEqual(below, [], JSON.stringify(tops));

  const parts = page.getByRole('navigation', { name: 'Parts of this case' });
  assert.equal(await parts.getByRole('link', { name: 'Chronology' }).isVisible(), false, 'one line');
  await parts.getByText(/and \d+ more parts/).click();
  await keepPicture(page, 'on-a-phone-parts');
  assert.ok(await parts.getByRole('link', { name: 'Chronology' }).isVisible(), 'and one tap away');
  assert.match(await page.locator('.lintel-clocks__sum').innerText(), /promises are owed/);

  const strip = page.getByRole('region', { name: 'Safe contact' });
  assert.equal(await strip.getByText('Bluebell').isVisible(), false);
  await strip.getByText('All that was agreed').click();
  assert.ok(await strip.getByText('Bluebell').isVisible(), 'one tap away');
  await looksRight(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  assert.ok(await strip.getByText('Bluebell').isVisible(), 'on a desk nothing is folded');
  assert.equal(await strip.getByText('All that was agreed').isVisible(), false);
  await keepPicture(page, 'on-a-phone-at-a-desk');

  await page.goto(`${sites.staff}${file}/entries`);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    const size = (selector: string) =>
      page.evaluate(
        `parseFloat(getComputedStyle(document.querySelector(${JSON.stringify(selector)})).fontSize)`,
      );
    const theirs = Number(await size('.lintel-verbatim--own .govuk-body'));
    assert.ok(theirs > Number(await size('main .lintel-entry__facts')), 'their own words are the largest');
    assert.ok(theirs > Number(await size('body')), `at ${width} px`);
    await keepPicture(page, 'own-words');
  }
});
