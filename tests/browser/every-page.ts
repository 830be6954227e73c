import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { sessionCookie } from '#kit/http/begin.ts';
import type { Route } from '#kit/http/route.ts';
import { helpRoutes, staffRoutes } from '../../src/app.ts';
import { filledIn } from '../filled-in.ts';
import { furnished } from '../furnished.ts';
import type { LivedIn } from '../lived-in.ts';
import { addSession } from '../site.ts';
import { axeIn } from './accessibility.ts';
import { keepPicture, laidOutRight } from './look.ts';
import { listening } from './sites.ts';

const phone = { width: 320, height: 900 };
const desk = { width: 1280, height: 900 };
/** Answered by a file, or by being sent elsewhere: no page to look at. */
const noPage: readonly string[] = [
  '/board/:clause/trend.svg',
  '/calendars/:calendar/appointments.ics',
  '/cases/:id/evidence/:pack/archive',
  '/cases/:id/files/:file/picture/bytes',
  '/cases/:id/files/:file/small-picture',
  '/cases/:id/risk/history.svg',
  '/disclosures/:id/files/:file/picture/bytes',
  '/cases/:id/shares/:share/sent/:sent',
  // They lead to the page on which it is dealt with.
  '/cases/:id/shares/since/:since',
  '/exit',
];
/** Where a page says something else, asked for in its address. */
const states: Readonly<Record<string, readonly string[]>> = {
  '/disclosures': ['?show=triaged'],
  '/cases/team': ['?due=overdue'],
  '/board': ['?period=quarter'],
};

const inCase = ({ path }: Route) => path.startsWith('/cases/:id');
const aboutRiskOrPlan = ({ path }: Route) => /^\/cases\/:id\/(risk|plan)\b/.test(path);
const everyDay = ({ path }: Route) =>
  /^\/(caseload|cases|concerns|day|diary|disclosures|homes|people|plans|rota|tasks)\b/.test(path);
/** Each page is in one of them. */
export const parts = {
  'every page about risks and plans of a case': {
    staffed: staffRoutes.filter(aboutRiskOrPlan),
    open: [],
    searches: [],
  },
  'every other page of a case': {
    staffed: staffRoutes.filter((route) => inCase(route) && !aboutRiskOrPlan(route)),
    open: [],
    searches: [],
  },
  'every page of every day outside a case': {
    staffed: staffRoutes.filter((route) => !inCase(route) && everyDay(route)),
    open: [],
    searches: ['Quince', 'nobody at all'],
  },
  'every other page of both sites': {
    staffed: staffRoutes.filter((route) => !inCase(route) && !everyDay(route)),
    open: helpRoutes,
    searches: [],
  },
} as const;

/**
 * Both fit every page, and targets are apart at both; what else axe looks at differs by the landlord's words alone, so
 * each landlord has one size.
 */
const landlords = [
  { packId: 'vivid-2023', closely: phone },
  { packId: 'livv-2024', closely: desk },
] as const;

/** Looks at every page of these parts, as a landlord has them who is lived in: tests, by their names. */
export function looksAtEveryPage(...those: readonly (keyof typeof parts)[]): readonly Looks[] {
  return those.flatMap((part) => landlords.map((landlord) => looksAt(part, landlord)));
}

type Looks = readonly [name: string, look: (t: TestContext) => Promise<void>];

function looksAt(part: keyof typeof parts, { packId, closely }: (typeof landlords)[number]): Looks {
  const { staffed, open, searches } = parts[part];
  const name = `${part} is accessible and fits a small phone and a desk (${packId})`;
  return [
    name,
    async (t) => {
      const { lintel, world } = await furnished(t, packId);
      const sites = await listening(lintel);
      const { staff, help } = sites;
      const session = await addSession(
        lintel.services,
        world.office.landlord.organisation,
        world.everybody.staff,
      );
      const context = await sites.context(t);
      await axeIn(context);
      await context.addCookies([{ name: sessionCookie, value: session, url: staff }]);
      const wrong: string[] = [];
      const look = async (page: Page, name: string) => {
        for (const size of [phone, desk]) {
          await page.setViewportSize(size);
          const complain = ({ message }: Error) => wrong.push(`at ${size.width} px ${message}`);
          await laidOutRight(page, size === closely).catch(complain);
          await keepPicture(page, `${name}-${packId}`);
        }
      };
      const addresses = [
        ...addressesOf(staffed, world).map((path) => ({ path, url: staff + path })),
        ...addressesOf(open, world).map((path) => ({ path, url: help + path })),
      ];
      const visit = async () => {
        const page = await context.newPage();
        for (let next = addresses.shift(); next; next = addresses.shift()) {
          const answer = await page.goto(next.url);
          if (answer?.status() !== 200) wrong.push(`${next.path}: ${answer?.status()}`);
          await look(page, nameOf(next.path));
        }
      };
      await Promise.all([visit(), visit()]);
      const page = await context.newPage();
      for (const typed of searches) {
        await page.goto(`${staff}/people`);
        await page.getByRole('searchbox').fill(typed);
        await page.getByRole('button', { name: 'Search' }).click();
        await page.waitForLoadState();
        await look(page, `people-${typed}`);
      }
      assert.deepEqual(wrong, []);
    },
  ];
}

export function addressesOf(routes: readonly Route[], { ids }: LivedIn): readonly string[] {
  return routes
    .filter(({ method, path }) => method === 'GET' && !path.endsWith('.csv') && !noPage.includes(path))
    .flatMap(({ path }) => ['', ...(states[path] ?? [])].map((query) => filledIn(path, ids) + query));
}

/** `cases-one-entries-new` of `/cases/0192…/entries/new`. */
function nameOf(path: string): string {
  const words = path.split(/[/?=]/).filter((word) => word !== '');
  return words.map((word) => (/^[0-9a-f]{8}-/.test(word) ? 'one' : word)).join('-') || 'first-page';
}
