import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { gallery } from '#kit/components/gallery.ts';
import { textarea } from '#kit/components/textarea.ts';
import { html } from '#kit/html.ts';
import { staffPage } from '#kit/layout/staff.ts';
import { staffAssets } from '#kit/styles.ts';
import { accessibilityFaults } from './accessibility.ts';
import { sharedBrowser } from './chromium.ts';
import { type PageServer, servePages } from './serve-pages.ts';

let browser: Browser;
let site: PageServer;

before(async () => {
  const assets = (await staffAssets()).page;
  const common = {
    assets,
    organisationName: 'Example Homes',
    signedInAs: 'Sam Field',
    csrfToken: 'token',
    notificationsCount: 4,
    navigation: [
      { href: '/', text: 'My cases', current: true },
      { href: '/triage', text: 'Triage', count: 3 },
    ],
    more: [{ heading: 'Team', items: [{ href: '/rota', text: 'Rota' }] }],
  };
  const form = html`<h1>Note</h1><form method="post" action="/note" data-draft-url="/drafts/note">
<input type="hidden" name="_submission" value="once">${textarea({ name: 'words', label: { text: 'Words' } })}
<label>Password <input type="password" name="password"></label></form>`;
  site = await servePages({
    '/': () => staffPage({ ...common, title: 'Components – Lintel', main: gallery(), paper: 'page' }),
    '/short': () => staffPage({ ...common, title: 'Note – Lintel', main: form, idleSeconds: 4 }),
    '/note': () => staffPage({ ...common, title: 'Note – Lintel', main: form, idleSeconds: 1800 }),
  });
  browser = await sharedBrowser();
});

after(async () => {
  await site.close();
});

for (const width of [320, 1280]) {
  test(`every component is accessible and fits at ${width} px`, async () => {
    await withPage({ viewport: { width, height: 900 } }, async (context) => {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(site.address);
      assert.deepEqual(await accessibilityFaults(page), []);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      assert.deepEqual(complaints, []);
    });
  });
}

test('without JavaScript every part of the page can be read', async () => {
  await withPage({ javaScriptEnabled: false }, async (context) => {
    const page = await context.newPage();
    await page.goto(site.address);
    assert.ok(await page.getByText('One review is due.').isVisible());
    assert.ok(await page.getByText('Record what was seen.').isVisible());
    assert.ok(await page.getByLabel('Who?').isVisible());
    assert.ok(await page.getByRole('link', { name: 'Triage' }).isVisible());
  });
});

test('before a session ends there is a warning, and staying is one press', async () => {
  await withPage({}, async (context) => {
    const page = await context.newPage();
    await page.goto(`${site.address}/short`);
    const dialog = page.getByRole('dialog', { name: 'You will be signed out soon' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const extension = site.posted.find(({ path }) => path === '/session/extension');
    assert.equal(extension?.csrf, 'token');
  });
});

test('what is being written is kept as a draft, a password never', async () => {
  await withPage({}, async (context) => {
    const page = await context.newPage();
    await page.goto(`${site.address}/note`);
    await page.getByLabel('Password').fill('secret');
    await page.getByLabel('Words').fill('Spoke on the stairs');
    await page.getByText(/^Draft saved \d\d:\d\d$/).waitFor();
    const draft = site.posted.findLast(({ path }) => path === '/drafts/note');
    assert.equal(draft?.fields.get('words'), 'Spoke on the stairs');
    assert.equal(draft?.fields.has('password'), false);
    assert.equal(
      draft?.fields.get('_submission'),
      'once',
      'by it the draft of a form that was sent is refused',
    );
  });
});

for (const [javaScriptEnabled, how] of [
  [true, 'with'],
  [false, 'without'],
] as const)
  test(`“More” unfolds by keyboard and covers nothing, ${how} JavaScript`, async () => {
    await withPage({ javaScriptEnabled, viewport: { width: 1280, height: 900 } }, async (context) => {
      const page = await context.newPage();
      await page.goto(site.address);
      const rota = page.getByRole('link', { name: 'Rota' });
      assert.equal(await rota.isVisible(), false);
      const heading = page.getByRole('heading', { level: 1 });
      const before = await heading.boundingBox();
      await page.getByText('More', { exact: true }).focus();
      await page.keyboard.press('Enter');
      assert.ok(await rota.isVisible());
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'Rota');
      const after = await heading.boundingBox();
      assert.ok(before && after && after.y > before.y, 'the page moves down');
      if (javaScriptEnabled) assert.deepEqual(await accessibilityFaults(page), []);
    });
  });

test('on paper there are no addresses of links and no navigation', async () => {
  await withPage({}, async (context) => {
    const page = await context.newPage();
    await page.goto(site.address);
    await page.emulateMedia({ media: 'print' });
    const after = await page.evaluate(
      "[...document.querySelectorAll('a')].map((link) => getComputedStyle(link, '::after').content)",
    );
    assert.deepEqual([...new Set(after as string[])], ['none']);
    assert.equal(await page.getByRole('link', { name: 'Triage' }).isVisible(), false);
  });
});

async function withPage(
  options: Parameters<Browser['newContext']>[0],
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await use(context);
  } finally {
    await context.close();
  }
}
