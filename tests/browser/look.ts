import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.ts';

/** Nothing that axe finds, and nothing that has to be scrolled sideways. */
export async function looksRight(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  assert.deepEqual(await accessibilityFaults(page), [], pathname);
  const measured = await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  const [width = 0, shown = 0] = measured as number[];
  assert.ok(width <= shown, `${pathname} is ${width} wide on a screen of ${shown}`);
}

/** Keeps a picture of the page where `SCREENSHOTS=folder` asks for pictures. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const width = page.viewportSize()?.width;
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
}
