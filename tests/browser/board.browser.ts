import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase, recordsContact } from '../policy/steps.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

/** What of a picture's heading is not to be read: cut off by the screen, or over the picture below it. */
const notToBeRead = `[...document.querySelectorAll('.lintel-chart')].flatMap((chart) => {
  const picture = chart.closest('.lintel-scroll').getBoundingClientRect();
  const heading = chart.closest('.lintel-scroll').previousElementSibling;
  const { left, right, bottom } = heading.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  return left < 0 || right > wide || bottom > picture.top || heading.scrollWidth > heading.clientWidth
    ? [heading.textContent.trim()] : [];
})`;
/** Everything that is folded, and every picture, however far down. */
const unfolded = `for (const each of document.querySelectorAll('main details')) each.open = true;
for (const each of document.querySelectorAll('.lintel-chart')) each.loading = 'eager';`;

/** Pictures of which nothing came. */
const notThere = `[...document.querySelectorAll('.lintel-chart')].filter((picture) => picture.naturalWidth === 0)
  .map((picture) => picture.src)`;

test('each promise of a clause has a picture of its own, below a heading that can be read', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(way.how, async (each) => {
      const { office, page, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker);
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:00');
      await office.at('2026-11-19T09:00');
      const clauses = way.pack === 'vivid-2023' ? ['V3.2', 'V4.1a'] : ['L1.6', 'L2.1a'];
      for (const clause of clauses) {
        await sits(manager, `/board/${clause}`);
        if (way.options.javaScriptEnabled !== false) await page.evaluate(unfolded);
        await looks(`board-${clause}`);
        const pictures = await page.locator('.lintel-chart').all();
        assert.ok(pictures.length > 0, clause);
        if (way.options.javaScriptEnabled === false) continue;
        assert.deepEqual(await page.evaluate(notToBeRead), [], clause);
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await page.evaluate(notThere), [], clause);
      }
      await sits(manager, '/board');
      assert.match((await page.locator('main').textContent()) ?? '', /nothing was shared; 0 times asked/);
      await looks('board-silence');
    });
});
