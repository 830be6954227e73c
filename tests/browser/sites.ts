import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Ending } from '../database.ts';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { sharedBrowser } from './chromium.ts';

/** Both sites, really listening on loopback, and a browser that complains of whatever a page should not do. */
export interface Sites {
  readonly lintel: Lintel;
  /** Where the staff site listens: `http://127.0.0.1:41234`. */
  readonly staff: string;
  readonly help: string;
  readonly browser: Browser;
  /** A browser of one person, with cookies of its own; the test fails on what its pages complain of. */
  context(t: TestContext, options?: BrowserContextOptions): Promise<BrowserContext>;
}

const patience = 10_000;

export async function openSites(t: Ending, start: string): Promise<Sites> {
  return listening(await lintelSite(t, start));
}

export async function listening(lintel: Lintel): Promise<Sites> {
  const staff = await lintel.app.listen({ host: '127.0.0.1', port: 0 });
  const help = await lintel.help.listen({ host: '127.0.0.1', port: 0 });
  const browser = await sharedBrowser();
  return {
    lintel,
    staff,
    help,
    browser,
    async context(test, options) {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(patience);
      const complaints: string[] = [];
      context.on('page', (page) => listen(page, complaints));
      test.after(async () => {
        await context.close();
        assert.deepEqual(complaints, []);
      });
      return context;
    },
  };
}

/** An answer of the server's that is a page is no error, however the browser reports it. */
const refusedPage = /^Failed to load resource: the server responded with a status of 4\d\d/;

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', ({ message }) => complaints.push(`${page.url()}: ${message}`));
  page.on('console', (message) => {
    const grave = message.type() === 'error' || message.type() === 'warning';
    if (grave && !refusedPage.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const leaving = request.isNavigationRequest() && hostname === 'www.bbc.co.uk';
    if (protocol !== 'data:' && hostname !== '127.0.0.1' && !leaving)
      complaints.push(`${page.url()} asked ${request.url()}`);
  });
}
