import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { sessionCookie } from '#kit/http/begin.ts';
import type { Route } from '#kit/http/route.ts';
import { filledIn } from '../filled-in.ts';
import { furnished } from '../furnished.ts';
import { addSession } from '../site.ts';
import { axeIn } from './accessibility.ts';
import { keepPicture, laidOutRight } from './look.ts';
import { listening } from './sites.ts';

const phone = { width: 320, height: 900 };
const desk = { width: 1280, height: 900 };

/**
 * Takes out of the form whatever was filled in, and sends it as a browser without scripts does. What is chosen from the
 * beginning stays: nobody can choose nothing there.
 */
const sendEmpty = `(() => {
  const written = 'input:not([type=hidden], [type=submit]), textarea, select';
  const form = [...document.querySelectorAll('main form[method=post]')].find((each) => each.querySelector(written));
  if (!form) return false;
  for (const field of form.querySelectorAll(written)) {
    if (field.type === 'checkbox') field.checked = false;
    else if (field.type === 'radio') continue;
    else if (!field.options || field.querySelector('option[value=""]')) field.value = '';
  }
  const button = form.querySelector('button:not([formaction])');
  if (button?.name) form.append(Object.assign(document.createElement('input'),
    { type: 'hidden', name: button.name, value: button.value }));
  form.submit();
  return true;
})()`;

/** How much is said to be missing, and the links that lead to no one field. */
const told = `(() => {
  const summary = document.querySelector('.govuk-error-summary');
  const fields = (hash) => [...document.querySelectorAll('[id]')]
    .filter(({ id }) => id === decodeURIComponent(hash.slice(1)));
  const links = summary ? [...summary.querySelectorAll('a')] : [];
  return {
    lines: summary ? summary.querySelectorAll('li').length : 0,
    lost: links.map(({ hash }) => hash).filter((hash) => hash.length < 2 || fields(hash).length !== 1),
  };
})()`;

/**
 * Sends each form empty, in a landlord that is lived in, and looks at how it comes back: errors beside their fields, at
 * the size of a phone and of a desk. A form that may be sent empty is done, and is no matter of this.
 * @returns the paths of the forms that came back
 */
export async function looksAtErrors(
  t: TestContext,
  packId: string,
  routes: readonly Route[],
): Promise<readonly string[]> {
  const { lintel, world } = await furnished(t, packId);
  const sites = await listening(lintel);
  const { organisation } = world.office.landlord;
  const session = await addSession(lintel.services, organisation, world.everybody.staff);
  const context = await sites.context(t);
  await axeIn(context);
  await context.addCookies([{ name: sessionCookie, value: session, url: sites.staff }]);
  const wrong: string[] = [];
  const cameBack: string[] = [];
  const shown = routes.flatMap((route) => ('form' in route && route.form ? [route.form.shownAt] : []));
  const page = await context.newPage();
  for (const path of new Set(shown)) {
    await page.setViewportSize(phone);
    const answer = await page.goto(sites.staff + filledIn(path, world.ids));
    // What an earlier form of this walk ended is there no more.
    if (answer?.status() !== 200) continue;
    const back = page.waitForResponse((response) => response.request().method() === 'POST');
    const loaded = page.waitForEvent('load');
    if (!(await page.evaluate(sendEmpty))) {
      back.catch(() => undefined);
      loaded.catch(() => undefined);
      continue;
    }
    const status = (await back).status();
    await loaded;
    if (status >= 500) wrong.push(`${path}: ${status}`);
    if (status !== 422) continue;
    cameBack.push(path);
    const summary = page.locator('.govuk-error-summary');
    await summary.waitFor().catch(() => wrong.push(`${path}: nothing says what is missing`));
    const { lines, lost } = await page.evaluate<{ lines: number; lost: readonly string[] }>(told);
    // What is of no one field (nothing at all was written) stands there without a link.
    if (lines === 0) wrong.push(`${path}: nothing says what is missing`);
    for (const hash of lost) wrong.push(`${path}: ${hash} leads to no field`);
    for (const size of [phone, desk]) {
      await page.setViewportSize(size);
      const complain = ({ message }: Error) => wrong.push(`${path} at ${size.width} px ${message}`);
      await laidOutRight(page, size === phone).catch(complain);
      await keepPicture(page, `wrong${path.replaceAll(/[/:]/g, '-')}`);
    }
  }
  assert.deepEqual(wrong, []);
  return cameBack;
}
