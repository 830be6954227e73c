import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { sessionCookie } from '#kit/http/begin.ts';
import type { StaffId } from '#rules/facts.ts';
import { type Office, openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { addSession } from '../site.ts';
import { looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true };
const weather = 'https://www.bbc.co.uk/weather';

test('telling us, and leaving', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const office = await openOffice(sites.lintel, 'livv-2024');
  const { organisation, slug } = office.landlord;
  const helpAt = `${sites.help}/${slug}`;

  await t.test(
    'a contractor reports a concern on a phone, and sees afterwards only a reference',
    async (each) => {
      const plumber = await office.colleague('contractor');
      const context = await signedIn(each, sites, office, plumber.staff, phone);
      const page = await context.newPage();
      await page.goto(`${sites.staff}/concerns/new`);
      await page
        .getByRole('group', { name: /in danger/ })
        .getByLabel('No', { exact: true })
        .tap();
      await page.getByLabel('Locks on the outside of bedrooms or other rooms').tap();
      await page.getByLabel('It is not known').tap();
      await page.getByRole('button', { name: 'Send' }).tap();
      await page.getByRole('heading', { name: 'Thank you for telling us' }).waitFor();
      assert.match((await page.textContent('main')) ?? '', /D-[A-Z2-9]{4}-[A-Z2-9]{4}/);
      assert.doesNotMatch((await page.textContent('main')) ?? '', /Locks on the outside of your|You wrote/);
      await looksRight(page);
    },
  );

  for (const javaScriptEnabled of [true, false])
    await t.test(
      `somebody tells us ${javaScriptEnabled ? 'with' : 'without'} JavaScript, and no cookie is ever set`,
      async (each) => {
        const context = await sites.context(each, { ...phone, javaScriptEnabled });
        const page = await context.newPage();
        await page.goto(helpAt);
        await page.getByRole('link', { name: 'Tell us' }).tap();
        await page.getByLabel('It is about me').tap();
        await page.getByLabel('What is happening?').fill(`I am scared to go home (${javaScriptEnabled}).`);
        assert.deepEqual(await context.cookies(), []);
        await page.getByRole('button', { name: 'Send' }).tap();
        await page.getByRole('heading', { name: 'Thank you' }).waitFor();
        assert.equal(await page.title(), 'Thank you');
        assert.deepEqual(await context.cookies(), []);
        await sites.lintel.work(organisation);
        assert.match(await office.worker.reads('/disclosures'), /Help site/);
      },
    );

  await t.test('the button leaves, and Back never shows a page of the site again', async (each) => {
    const page = await readingSafety(each, sites, helpAt);
    await page.getByRole('link', { name: 'Leave this page now' }).click();
    await page.waitForURL(weather);
    await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
    await page.waitForURL(weather);
    assert.doesNotMatch(await page.content(), /Using this site safely|feel safe at home/);
  });

  await t.test('Shift three times leaves', async (each) => {
    const page = await readingSafety(each, sites, helpAt);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL(weather);
  });

  await t.test('without JavaScript the link leaves, and the browser is asked to forget', async (each) => {
    const page = await readingSafety(each, sites, helpAt, false);
    const link = page.getByRole('link', { name: 'Leave this page now' });
    assert.ok(await link.isVisible());
    const exit = new URL((await link.getAttribute('href')) ?? '', sites.help).href;
    const answer = await page.request.get(exit, { maxRedirects: 0 });
    assert.equal(answer.headers().location, weather);
    assert.match(answer.headers()['clear-site-data'] ?? '', /"cache"/);
    assert.equal(answer.headers()['referrer-policy'], 'no-referrer');
  });

  await t.test(
    'a case on paper is the case alone: no navigation, no buttons, no addresses of links',
    async (each) => {
      const context = await signedIn(each, sites, office, office.worker.staff);
      const page = await context.newPage();
      await page.goto(sites.staff + (await aCase(office.worker)));
      await page.emulateMedia({ media: 'print' });
      assert.match((await page.textContent('main')) ?? '', /He says I may not see my sister/);
      assert.equal(await page.getByRole('link', { name: 'My cases' }).isVisible(), false);
      assert.equal(await page.getByRole('button', { name: 'Sign out' }).isVisible(), false);
      assert.equal(await page.getByRole('link', { name: 'Chronology' }).isVisible(), false);
      const after = await page.evaluate(
        "[...document.querySelectorAll('a')].map((link) => getComputedStyle(link, '::after').content)",
      );
      assert.deepEqual([...new Set(after as string[])], ['none']);
    },
  );
});

async function signedIn(
  t: TestContext,
  sites: Sites,
  { landlord }: Office,
  staff: StaffId,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await sites.context(t, options);
  const value = await addSession(sites.lintel.services, landlord.organisation, staff);
  await context.addCookies([{ name: sessionCookie, value, url: sites.staff }]);
  return context;
}

/** A tab that came from elsewhere, read the first page and is on the safety page. Leaving leads to a stand-in. */
async function readingSafety(
  t: TestContext,
  sites: Sites,
  helpAt: string,
  javaScriptEnabled = true,
): Promise<Page> {
  const context = await sites.context(t, { javaScriptEnabled });
  await context.route(`${weather}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  const page = await context.newPage();
  await page.goto('about:blank');
  await page.goto(helpAt);
  await page.goto(`${helpAt}/safety`);
  await page.getByRole('heading', { name: 'Using this site safely' }).waitFor();
  return page;
}
