import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { atMillLane } from '../policy/home-steps.ts';
import { openOffice } from '../policy/office.ts';
import { registerId } from '../register-lived-in.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

test('before a plan is given or a chronology leaves, somebody reads who would learn it', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const { office, file } = await aJointTenancy(sites);
  const page = await atDesk(t, sites, office, office.worker);
  const worker = mouse(page);

  await page.goto(`${sites.staff}${file}/plan/copies/new`);
  assert.match(await says(page), /Who would learn this\?.*Holds the tenancy of the same home.*Save/s);
  await looksAndKeeps(page, 'who-would-learn-plan');
  await worker.answer('How are they given it?', 'On paper, by post');
  await worker.press('Save');
  await page.goto(`${sites.staff}${file}/plan`);
  await page.getByText('Who would learn this, as it was shown').click();
  await looksAndKeeps(page, 'who-would-learn-kept');

  await page.goto(`${sites.staff}${file}/exports/new`);
  await worker.answer('What is it for?', 'For the person themselves');
  await worker.answer('How does it reach the person?', 'By post');
  await worker.press('See who would learn what');
  assert.match(await says(page), /Who would learn this\?.*his mother.*What kind of file/s);
  await looksAndKeeps(page, 'who-would-learn-chronology');
});

/** Whoever she is afraid of holds the tenancy too, and his mother opens the post. */
async function aJointTenancy(sites: Sites) {
  const office = await openOffice(sites.lintel, 'livv-2024');
  const { worker, file } = await atMillLane(office);
  const personId = await registerId(office, 'person', 'P2');
  const part = { describedAs: '', part: 'alleged_perpetrator', connection: 'married' };
  await worker.post(`${file}/people/new`, { personId, ...part });
  await worker.finishes(`${file}/contact/new`, {
    ...{ channel: 'post', value: '1 Mill Lane', agreed: 'yes', post: 'yes', meetingPlace: 'The library' },
    whoMightAnswer: 'his mother, on Mondays',
  });
  await worker.finishes(`${file}/plan/draft`, { wants: 'undecided', ownWords: 'I want to see my sister' });
  await worker.finishes(`${file}/plan/agreement`, { standing: 'agreed', how: 'in_person', ownWords: 'Yes' });
  return { office, file };
}

async function looksAndKeeps(page: Page, name: string): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    await looksRight(page);
    await keepPicture(page, name);
  }
}
