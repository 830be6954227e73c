import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { london } from '../site.ts';
import { atDesk } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

interface Way {
  readonly how: string;
  readonly options: BrowserContextOptions;
}

const ways: readonly Way[] = [
  { how: 'on a small phone', options: { viewport: { width: 320, height: 900 } } },
  { how: 'at a desk', options: { viewport: { width: 1280, height: 900 } } },
  {
    how: 'at a desk, without JavaScript',
    options: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
  },
];

for (const [index, { how, options }] of ways.entries())
  test(`a day’s task is done, and cases are moved and moved back, ${how}`, async (t) => {
    const sites = await openSites(t, '2026-11-18T10:00');
    const office = await openOffice(sites.lintel);
    const { worker, manager } = office;
    const taker = await office.colleague('da_worker');
    const open = await aCase(worker, { person_name: 'Zelda Quince' });
    const blocked = await aCase(worker, { immediate_danger: 'yes', danger_response: 'Rang 999 at 09:50' });
    await manager.finishes(`${blocked}/conflicts/new`, {
      staffId: taker.staff,
      relation: 'neighbour',
      reason: 'Lives across the road',
    });
    const picture = async (page: Page, name: string) => {
      // Without scripts there is nothing to ask the page with.
      if (options.javaScriptEnabled !== false) await looksRight(page);
      await keepPicture(page, `caseload-${index}-${name}`);
    };

    await t.test('a worker begins with the day, adds a task and does it', async (each) => {
      const page = await atDesk(each, sites, office, worker, options);
      const hand = mouse(page);
      await page.goto(`${sites.staff}/`);
      assert.equal(new URL(page.url()).pathname, '/day');
      await picture(page, 'day');
      await page.goto(`${sites.staff}${open}/tasks/new`);
      await hand.write('What is to be done?', 'Ring the locksmith about the back door');
      await hand.press('Add the task');
      await picture(page, 'tasks');
      await page.goto(`${sites.staff}/day`);
      await page.getByRole('link', { name: /^Open the task/ }).click();
      await page.waitForURL(/\/tasks\//);
      await picture(page, 'task');
      await hand.write('What came of it? (optional)', 'They come tomorrow at nine');
      await hand.press('It is done');
      assert.match((await page.locator('main').textContent()) ?? '', /Done on Wednesday 18 November 2026/);
    });

    await t.test(
      'a manager sees who carries how much, looks at a move, makes it and takes it back',
      async (each) => {
        const page = await atDesk(each, sites, office, manager, options);
        const hand = mouse(page);
        await page.goto(`${sites.staff}/caseload`);
        await picture(page, 'balance');
        await hand.follow('Carys Webb');
        await picture(page, 'choose');
        await page.getByRole('button', { name: 'Show what would change' }).click();
        await page.getByRole('alert').getByRole('link', { name: 'Choose at least one case' }).waitFor();
        await picture(page, 'refused');
        for (const box of await page.getByRole('group', { name: 'Which cases?' }).getByRole('checkbox').all())
          await box.check();
        await page.getByRole('checkbox', { name: /^Dilys Thorne/ }).check();
        await hand.write('Why do they move?', 'Carys goes on leave');
        await hand.press('Show what would change');
        assert.match((await page.locator('main').textContent()) ?? '', /has a conflict of interest/);
        await picture(page, 'preview');
        await hand.press('Move these cases');
        await picture(page, 'moved');
        await hand.write('Why is it undone?', 'She is back');
        await hand.press('Move them back');
        assert.match((await page.locator('main').textContent()) ?? '', /Cases moved back/);
      },
    );

    await t.test(
      'a manager reviews a case; what is typed is kept while the session is lost',
      async (each) => {
        const page = await atDesk(each, sites, office, manager, options);
        const hand = mouse(page);
        await page.goto(`${sites.staff}/supervision`);
        await picture(page, 'supervision');
        await page.goto(`${sites.staff}${open}/supervision/new`);
        await picture(page, 'review');
        await hand.write('What did you discuss?', 'The locks, and who collects the children');
        sites.lintel.clock.set(london('2026-11-18T11:00'));
        await page.getByRole('button', { name: 'Save the review' }).click();
        await page.waitForLoadState();
        assert.equal(new URL(page.url()).pathname, '/sign-in');
        const again = await atDesk(each, sites, office, manager, options);
        await again.goto(`${sites.staff}${open}/supervision/new`);
        await again.getByRole('button', { name: 'Continue with it' }).click();
        assert.equal(
          await again.getByLabel('What did you discuss?').inputValue(),
          'The locks, and who collects the children',
        );
        await mouse(again).press('Save the review');
        assert.match((await again.locator('main').textContent()) ?? '', /who collects the children/);
      },
    );
  });
