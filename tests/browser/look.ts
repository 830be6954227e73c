import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.ts';

/** What reaches past the right edge of a page that has to be scrolled sideways: its innermost elements. */
const tooWide = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const past = (element) => element.getBoundingClientRect().right > clientWidth + 1;
  const all = [...document.querySelectorAll('main *, header *, nav *, section *, footer *')].filter(past);
  return all.filter((element) => ![...element.children].some(past)).map((element) => element.outerHTML.slice(0, 160));
})()`;

/** Badges that reach out of their cell, and so stand over what is in the next one. */
const overAnother = `[...document.querySelectorAll('td .lintel-deadline, td .govuk-tag')].filter((badge) =>
  badge.getBoundingClientRect().right > badge.closest('td').getBoundingClientRect().right + 1)
  .map((badge) => badge.textContent.trim().slice(0, 80))`;

/** Nothing that axe finds, and nothing that has to be scrolled sideways. */
export async function looksRight(page: Page): Promise<void> {
  await accessible(page);
  await fits(page);
}

/** Nothing that axe finds. */
export async function accessible(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  assert.deepEqual(await accessibilityFaults(page), [], pathname);
}

/**
 * What depends on the size of the screen: nothing to be scrolled sideways, buttons that a finger can tell apart.
 * @param closely whether all that axe finds is looked for as well, in the same look
 */
export async function laidOutRight(page: Page, closely = false): Promise<void> {
  const { pathname } = new URL(page.url());
  const faults = await accessibilityFaults(page, closely ? 'all and target size' : 'target size');
  // Both are said: whoever mends one fault wants to know of the other.
  const size = await fits(page).catch((error: Error) => error.message);
  assert.deepEqual([...faults, ...(size ? [size] : [])], [], pathname);
}

/** Nothing that has to be scrolled sideways. */
export async function fits(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  assert.deepEqual(await page.evaluate(tooWide), [], `${pathname} is wider than the screen`);
  assert.deepEqual(await page.evaluate(overAnother), [], `${pathname}: badges that stand over another cell`);
}

/** Keeps a picture of the page where `SCREENSHOTS=folder` asks for pictures. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const width = page.viewportSize()?.width;
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
}
