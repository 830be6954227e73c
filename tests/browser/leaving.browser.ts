import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { input } from '#kit/components/input.ts';
import { html } from '#kit/html.ts';
import { helpPage } from '#kit/layout/help.ts';
import { helpAssets } from '#kit/styles.ts';
import { sharedBrowser } from './chromium.ts';
import { type PageServer, servePages } from './serve-pages.ts';

let browser: Browser;
let weather: PageServer;
let help: PageServer;

before(async () => {
  const assets = (await helpAssets()).page;
  weather = await servePages({ '/': () => html`<!doctype html><title>Weather</title><h1>Weather</h1>` });
  const page = (heading: string) => () =>
    helpPage({
      title: 'Information',
      assets,
      exitUrl: `${weather.address}/`,
      main: html`<h1>${heading}</h1><a href="/second">Next page</a>${input({
        name: 'words',
        label: { text: 'Words' },
      })}`,
    });
  help = await servePages({ '/': page('First page'), '/second': page('Second page') });
  browser = await sharedBrowser();
});

after(async () => {
  await help.close();
  await weather.close();
});

/** A tab that came from elsewhere, read one page, and is on the second. */
async function onSecondPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.goto(help.address);
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.getByRole('heading', { name: 'Second page' }).waitFor();
  return page;
}

async function atTheWeather(page: Page): Promise<void> {
  await page.waitForURL(`${weather.address}/`);
  assert.equal(await page.title(), 'Weather');
}

test('the button leaves for another site', async () => {
  const page = await onSecondPage();
  await page.getByRole('link', { name: 'Leave this page now' }).click();
  await atTheWeather(page);
  await page.close();
});

test('after leaving, Back never shows a page of the site again', async () => {
  const page = await onSecondPage();
  await page.getByRole('link', { name: 'Leave this page now' }).click();
  await atTheWeather(page);
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  await atTheWeather(page);
  assert.doesNotMatch(await page.content(), /First page|Second page/);
  await page.close();
});

test('somebody who comes back on purpose, by the address, is let in', async () => {
  const page = await onSecondPage();
  await page.getByRole('link', { name: 'Leave this page now' }).click();
  await atTheWeather(page);
  await page.goto(help.address);
  await page.getByRole('heading', { name: 'First page' }).waitFor();
  await page.close();
});

test('Shift three times leaves', async () => {
  const page = await onSecondPage();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await atTheWeather(page);
  await page.close();
});

test('writing capital letters does not leave', async () => {
  const page = await onSecondPage();
  await page.getByLabel('Words').focus();
  for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  assert.equal(await page.getByLabel('Words').inputValue(), 'ABCD');
  assert.equal(new URL(page.url()).pathname, '/second');
  await page.close();
});

test('without JavaScript the way out is a link that the server answers', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(help.address);
  const link = page.getByRole('link', { name: 'Leave this page now' });
  assert.equal(await link.getAttribute('href'), '/exit');
  assert.ok(await link.isVisible());
  await context.close();
});
