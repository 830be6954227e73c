import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { hashPassword } from '#kit/password-hash.ts';
import { transact } from '#kit/sql.ts';
import { codeAt, enrolStaff, keepDraft, routes } from '#modules/account/index.ts';
import type { Role } from '#rules/facts.ts';
import { testSite } from '../site.ts';
import { accessibilityFaults } from './accessibility.ts';
import { sharedBrowser } from './chromium.ts';

const password = 'kettle willow tram';
const totpSecret = Buffer.from('12345678901234567890');

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`an administrator invites the first manager, who sets up her phone, ${how} JavaScript`, async (t) => {
    const site = await testSite(t, routes, '2026-11-18T10:00', { keepDraft });
    const { organisation } = await site.landlord('vivid-2023');
    const { services, clock } = site;
    const author = { organisation, staff: null, now: clock.now() };
    const passwordHash = await hashPassword(password);
    await transact(services.db, { organisation, system: true }, (tx) =>
      enrolStaff(tx, author, {
        name: 'Ada Keel',
        email: 'ada@example.test',
        roles: ['administrator'] satisfies Role[],
        jobTitle: '',
        passwordHash,
        totpSecret,
        secret: services.secret,
      }),
    );
    const address = await site.app.listen({ host: '127.0.0.1', port: 0 });
    const chromium = await sharedBrowser();
    const context = await chromium.newContext({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    t.after(() => context.close());
    const page = await context.newPage();
    // axe is a script itself: the same pages are looked at in the run with JavaScript.
    const look = javaScriptEnabled ? lookAt : async () => {};

    await page.goto(`${address}/sign-in`);
    await look(page);
    await page.getByLabel('E-mail address').fill('ada@example.test');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await look(page);
    await page.getByLabel('Code').fill(codeAt(totpSecret, clock.now()));
    await page.getByRole('button', { name: 'Continue' }).click();
    for (const path of ['/account', '/account/password', '/account/sessions', '/notifications', '/staff']) {
      await page.goto(address + path);
      await look(page);
    }

    await page.getByRole('button', { name: 'Invite a colleague' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await look(page);
    await page.getByLabel('E-mail address').fill('worker@example.test');
    await page.getByLabel('Name', { exact: true }).fill('Bram Oduya');
    await page.getByLabel('Team manager').check();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await look(page);
    const link = new URL((await page.locator('.lintel-one-time-link').textContent()) ?? '');

    const phone = await chromium.newContext({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    t.after(() => phone.close());
    const colleague = await phone.newPage();
    await colleague.goto(address + link.pathname);
    await look(colleague);
    await colleague.getByLabel('New password').fill(password);
    await colleague.getByRole('button', { name: 'Continue' }).click();
    await look(colleague);
    assert.match(await colleague.title(), /Set up your second step/);
    assert.ok(await colleague.getByRole('img', { name: /authenticator app/ }).isVisible());
  });
}

/** Nothing that axe finds, and nothing that has to be scrolled sideways on a small phone. */
async function lookAt(page: Page): Promise<void> {
  assert.deepEqual(await accessibilityFaults(page), [], page.url());
  const widths = '[document.documentElement.scrollWidth, document.documentElement.clientWidth]';
  const [width, shown] = (await page.evaluate(widths)) as [number, number];
  assert.ok(width <= shown, `${new URL(page.url()).pathname} is ${width} wide on a screen of ${shown}`);
}
