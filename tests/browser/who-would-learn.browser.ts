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
  await worker.answer('How are they given it?', 'On paper, handed over in person');
  await worker.answer('At which agreed place is it handed over?', 'The library');
  await worker.press('Save');
  await page.goto(`${sites.staff}${file}/plan`);
  await page.getByText('Who would learn this, as it was shown').click();
  await looksAndKeeps(page, 'who-would-learn-kept');

  const paper = await page.getByRole('link', { name: /^See the paper/ }).getAttribute('href');
  await page.goto(`${sites.staff}${paper}/print`);
  assert.match(await says(page), /Who would learn this\?.*As it stands now.*Print it again.*Read before/s);
  await looksAndKeeps(page, 'who-would-learn-again');
  await worker.press('Print it again');
  assert.match(await says(page), /My plan/);
  for (const address of ['/diary/link', `${file}/referrals/new`]) {
    await page.goto(sites.staff + address);
    assert.match(await says(page), /Who would learn/);
    await looksAndKeeps(
      page,
      address === '/diary/link' ? 'who-would-learn-calendar' : 'who-would-learn-referral',
    );
  }

  await page.goto(`${sites.staff}${file}/exports/new`);
  await worker.answer('What is it for?', 'For the person themselves');
  await worker.answer('How does it reach the person?', 'Handed over: The library');
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
