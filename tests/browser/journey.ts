import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { StaffId } from '#rules/facts.ts';
import { type Office, openOffice } from '../policy/office.ts';
import { atDesk, desk, phone, signsIn, type Way, ways } from './at-desk.ts';
import type { Hand } from './hands.ts';
import { keepPicture, laidOutRight, looksRight } from './look.ts';
import type { Sites } from './sites.ts';

/** Each way of working under another landlord’s policy: a journey of both is walked once a landlord. */
export const walks: readonly (Way & { readonly pack: string })[] = ways.map((way, nth) => ({
  ...way,
  pack: ['vivid-2023', 'livv-2024'][nth % 2] as string,
}));

/** One browser, in which colleagues sit down one after another. */
export interface Walk {
  readonly office: Office;
  readonly page: Page;
  readonly hand: Hand;
  /** Signs a colleague in, and opens a page of the staff site. */
  sits(who: { readonly staff: StaffId }, path: string): Promise<void>;
  /** The page as it stands: on a small phone and at a desk. Without scripts nothing but its picture is taken. */
  looks(name: string): Promise<void>;
}

/** An office at ten in the morning on Wednesday, 18 November 2026, and a browser. */
export async function walking(t: TestContext, sites: Sites, way: Way & { pack: string }): Promise<Walk> {
  const office = await openOffice(sites.lintel, way.pack);
  await office.at('2026-11-18T10:00');
  const page = await atDesk(t, sites, office, office.worker, way.options);
  return {
    office,
    page,
    hand: way.hand(page),
    async sits(who, path) {
      await signsIn(page, sites, office, who);
      await page.goto(sites.staff + path);
    },
    looks: (name) =>
      way.options.javaScriptEnabled === false
        ? keepPicture(page, `${name}-without-scripts`)
        : looksRightAtBothSizes(page, name),
  };
}

/** Both fit, and targets are apart at both; what else axe looks at does not depend on the size. */
async function looksRightAtBothSizes(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [size, right] of [
    [phone, looksRight],
    [desk, laidOutRight],
  ] as const) {
    await page.setViewportSize(size);
    await right(page);
    await keepPicture(page, name);
  }
  if (before) await page.setViewportSize(before);
}
