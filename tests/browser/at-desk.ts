import type { TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sessionCookie } from '#kit/http/begin.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Office } from '../policy/office.ts';
import { addSession } from '../site.ts';
import { type Hand, keyboard, mouse } from './hands.ts';
import type { Sites } from './sites.ts';

export const phone = { width: 320, height: 700 };
export const desk = { width: 1280, height: 900 };

/** How somebody comes to a page, and works on it. */
export interface Way {
  readonly how: string;
  readonly hand: (page: Page) => Hand;
  readonly options: BrowserContextOptions;
}

/** The two that differ most: whoever can use a page in both can use it in all between them. */
export const ways: readonly Way[] = [
  { how: 'with the keyboard alone, at a desk', hand: keyboard, options: { viewport: desk } },
  {
    how: 'without JavaScript, on a small phone',
    hand: mouse,
    options: { viewport: phone, javaScriptEnabled: false },
  },
];

/** A browser of one colleague, signed in. */
export async function atDesk(
  t: TestContext,
  sites: Sites,
  office: Office,
  who: { readonly staff: StaffId },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await sites.context(t, options)).newPage();
  await signsIn(page, sites, office, who);
  return page;
}

/** Signs in anew in the same browser: sessions do not outlast the hours between. */
export async function signsIn(
  page: Page,
  { lintel, staff: url }: Sites,
  { landlord }: Office,
  { staff }: { readonly staff: StaffId },
): Promise<void> {
  const value = await addSession(lintel.services, landlord.organisation, staff);
  await page.context().addCookies([{ name: sessionCookie, value, url }]);
}

/** What the page says in its middle. */
export async function says(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? '';
}
