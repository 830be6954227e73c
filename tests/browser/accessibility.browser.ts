import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFaults } from './accessibility.ts';
import { sharedBrowser } from './chromium.ts';
import { fits, laidOutRight } from './look.ts';

const small = 'style="display:inline-block;width:8px;height:8px;padding:0;border:0"';
const faulty = `<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1><img src="data:,">
  <button ${small} aria-label="One"></button><button ${small} aria-label="Other"></button>
  <p style="width:2000px">Wide</p></main></html>`;

test('what looks at every page finds what is wrong on a page that is', async (t) => {
  const page = await (await sharedBrowser()).newPage({ viewport: { width: 320, height: 700 } });
  t.after(() => page.close());
  await page.goto(`data:text/html,${encodeURIComponent(faulty)}`);
  const rules = (faults: readonly string[]) => faults.map((fault) => fault.split(':')[0]);
  assert.deepEqual(rules(await accessibilityFaults(page)), ['image-alt']);
  assert.deepEqual(rules(await accessibilityFaults(page, 'target size')), ['target-size', 'target-size']);
  const together = await accessibilityFaults(page, 'all and target size');
  assert.deepEqual(rules(together).toSorted(), ['image-alt', 'target-size', 'target-size']);
  await assert.rejects(fits(page), /wider than the screen/);
  await assert.rejects(laidOutRight(page, true), /image-alt[\s\S]*target-size[\s\S]*wider than the screen/);
  await assert.rejects(laidOutRight(page), (error: Error) => !error.message.includes('image-alt'));
});
