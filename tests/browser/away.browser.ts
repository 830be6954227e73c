import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openOffice } from '../policy/office.ts';
import { looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true };
const words = 'He locked the door.\nI am at my sister’s until Friday.';

/** As a database that goes: nobody of the program is connected, and nobody can be. */
async function goes({ lintel: { database } }: Sites): Promise<void> {
  await database.owner.query(`alter database "${database.name}" connection limit 0`);
  await database.owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename <> current_user',
    [database.name],
  );
}

async function comesBack({ lintel: { database } }: Sites): Promise<void> {
  await database.owner.query(`alter database "${database.name}" connection limit -1`);
}

/** What a browser keeps of a site that somebody else could find in it. */
async function keptInBrowser(page: Page): Promise<string> {
  const stored = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
  return `${stored} ${JSON.stringify(await page.context().cookies())}`;
}

test('while the database is away, what somebody tells us stays on their page, and is sent later', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const office = await openOffice(sites.lintel, 'livv-2024');
  const { slug, organisation } = office.landlord;
  const reports = async () =>
    (await sites.lintel.database.owner.query('select count(*)::int as n from disclosure')).rows[0].n;
  for (const javaScriptEnabled of [true, false])
    await t.test(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', async (each) => {
      // Of its own: a page that says that something is away is an error for others.
      const context = await sites.browser.newContext({ ...phone, javaScriptEnabled });
      each.after(async () => {
        await comesBack(sites);
        await context.close();
      });
      const page = await context.newPage();
      const before = await reports();
      await page.goto(`${sites.help}/${slug}/tell-us`);
      await page.getByLabel('It is about me').tap();
      await page.getByLabel('What is happening?').fill(words);
      await goes(sites);
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.getByRole('button', { name: 'Send' }).tap(),
      ]);
      assert.equal(answer.status(), 503);
      assert.match(answer.headers()['cache-control'] ?? '', /no-store/, 'no cache keeps it');
      await page.getByText('This does not work at the moment').waitFor();
      const said = (await page.textContent('main')) ?? '';
      assert.match(said, /It is not your doing/);
      assert.match(said, /What you typed is kept on this page/);
      assert.doesNotMatch(await page.title(), /sister|locked|abuse/i);
      assert.ok(await page.getByRole('link', { name: 'Leave this page now' }).isVisible(), 'they can leave');
      if (javaScriptEnabled) {
        assert.doesNotMatch(await keptInBrowser(page), /sister|locked/, 'the browser stores none of it');
        await looksRight(page);
      }
      const other = await context.newPage();
      await other.goto(`${sites.help}/${slug}/tell-us`).catch(() => undefined);
      assert.doesNotMatch(await other.content(), /sister|locked/, 'no other page is given it');
      await other.close();

      await page.getByRole('button', { name: 'Send it again' }).tap();
      await page.getByText('This does not work at the moment').waitFor();
      assert.match(
        (await page.textContent('main')) ?? '',
        /What you typed is kept/,
        'however often it fails',
      );
      await comesBack(sites);
      await page.getByRole('button', { name: 'Send it again' }).tap();
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
      assert.doesNotMatch(await page.content(), /sister|locked/, 'and then it stands nowhere');
      await sites.lintel.work(organisation);
      await sites.lintel.work(organisation);
      assert.equal(await reports(), before + 1, 'it came once');
    });
});
