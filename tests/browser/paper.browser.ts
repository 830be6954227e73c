import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { sessionCookie } from '#kit/http/begin.ts';
import { staffRoutes } from '../../src/app.ts';
import { furnished } from '../furnished.ts';
import { addSession } from '../site.ts';
import { addressesOf } from './every-page.ts';
import { keepPicture } from './look.ts';
import { listening } from './sites.ts';

/** They tell of nobody, and may be printed as they stand. */
const mayBePrinted = [
  '/board',
  '/board/:clause',
  '/diary',
  '/diary/team',
  '/guidance',
  '/policy',
  '/policy/changes/:change',
  '/policy/changes/:change/decision',
  '/policy/closures/:closure',
  '/policy/closures/:closure/decision',
  '/policy/hours',
  '/register/import/help',
  '/risk/instruments',
  '/risk/thresholds',
  '/risk/thresholds/:threshold',
  '/risk/thresholds/:threshold/decision',
  '/rota',
  '/systems',
  '/wordings',
  '/wordings/versions/:version',
  '/wordings/versions/:version/decision',
];
/** The sheet that somebody keeps, and the one that a partner asked for: there once it is said who would learn it. */
const copies = ['/cases/:id/plan/copies/:copy', '/cases/:id/risk/assessments/:assessment/copies/:copy'];
/** What a court reads beside a file: who had it. */
const custody = '/cases/:id/files/:file/custody';

/** What was agreed between two people, as it stands in the landlord who is lived in. */
const agreed = /07700 ?900 ?123|Bluebell|gas check|Her son Teo|Never write to the home|do not contact:/i;
const whereToLook = /^This page is not printed\. Look it up on the screen/;

// Over 20 s: every page of the staff site is looked at as a printer would.
test('what a browser prints of a page holds nothing that was agreed, and nothing that is old at once', async (t) => {
  const { lintel, world } = await furnished(t, 'livv-2024');
  const sites = await listening(lintel);
  const { organisation } = world.office.landlord;
  const session = await addSession(lintel.services, organisation, world.everybody.staff);
  const context = await sites.context(t);
  await context.addCookies([{ name: sessionCookie, value: session, url: sites.staff }]);
  const routes = staffRoutes.filter(({ path }) => !/\.(?:svg|ics)$|^\/exit$/.test(path));
  const left = routes.flatMap((route) =>
    addressesOf([route], world).map((address) => ({ path: route.path, address })),
  );
  const printed: string[] = [];
  const wrong: string[] = [];
  let onScreen = 0;
  const look = async (page: Page) => {
    for (let next = left.shift(); next; next = left.shift()) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(sites.staff + next.address);
      if (copies.includes(next.path)) await page.getByRole('button', { name: 'Print it again' }).click();
      if (agreed.test(await textOf(page))) onScreen += 1;
      await page.emulateMedia({ media: 'print' });
      const paper = await textOf(page);
      if (agreed.test(paper)) wrong.push(`${next.path}: ${agreed.exec(paper)?.[0]}`);
      if (whereToLook.test(paper)) continue;
      printed.push(next.path);
      await keepPicture(page, `paper-${next.path.replaceAll(/\W+/g, '-')}`);
    }
  };
  await Promise.all([look(await context.newPage()), look(await context.newPage())]);
  assert.deepEqual(wrong, []);
  assert.deepEqual([...new Set(printed)].sort(), [...mayBePrinted, ...copies, custody].sort());
  assert.ok(onScreen > 20, `the secrets are there to be found: on ${onScreen} pages`);
});

/** What is asked for again is another page: it is read once it is there. */
async function textOf(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).trim();
}
