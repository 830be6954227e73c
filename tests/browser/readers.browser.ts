import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('who opened a case, when and why, is read by its lead, managers and the data protection officer', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker, { person_name: 'Zelda Quince' });
      const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(file)).body)?.[0] ?? '';
      const other = await office.colleague('da_worker');
      const officer = await office.colleague('data_protection_officer');
      await other.get(file);
      await other.get(`${file}/entries`);

      await each.test('its lead reads it from the page about access', async () => {
        await sits(worker, `${file}/access`);
        await hand.follow('Who opened this case');
        assert.match(await says(page), /Wednesday 18 November 2026.*Dilys Thorne.*Opened: Chronology/s);
        assert.match(await says(page), /Works in the team/);
        assert.equal((await says(page)).match(/Leads th(is|e) case/g)?.length, 1, 'the reason, once');
        await looks('readers');
      });

      await each.test('a manager reads it, and their own look stands there', async () => {
        await sits(manager, `${file}/access/readers`);
        await page.reload();
        assert.match(await says(page), /Ada Keel.*Opened: Who opened this case/s);
      });

      await each.test('another colleague does not, and reads why', async () => {
        await sits(other, `${file}/access`);
        assert.equal(await page.getByRole('link', { name: 'Who opened this case' }).count(), 0);
        await page.goto(`${sites.staff}${file}/access/readers`);
        assert.match(await says(page), /Whoever leads this case and managers read who opened it/);
        await looks('readers-refused');
      });

      await each.test(
        'the data protection officer asks by the reference, and reads nothing else of it',
        async () => {
          await sits(officer, '/emergency-access');
          await hand.follow('Who opened a case');
          await looks('readers-officer');
          await hand.press('Show who opened it');
          assert.match((await page.locator('.govuk-error-summary').textContent()) ?? '', /reference/i);
          await looks('readers-officer-refused');
          await hand.write('Reference of the case', 'C-2222-2222');
          await hand.press('Show who opened it');
          assert.match(await says(page), /There is a problem/);
          assert.equal(await page.getByLabel('Reference of the case').inputValue(), 'C-2222-2222');
          await hand.write('Reference of the case', reference.toLowerCase().replaceAll('-', ' '));
          await hand.press('Show who opened it');
          assert.match(await says(page), /Dilys Thorne.*Opened: Chronology/s);
          assert.doesNotMatch(await says(page), /Zelda|Quince/);
          assert.doesNotMatch(page.url(), new RegExp(reference), 'no address holds the reference');
          await looks('readers-officer-found');
        },
      );

      await each.test('the lead sees that the officer looked', async () => {
        await sits(worker, `${file}/access/readers`);
        assert.match(await says(page), /Looked who opened this case/);
      });
    });
});
