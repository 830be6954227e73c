import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

/**
 * What govuk-frontend does on purpose and axe counts as a fault: it says of a choice whether what it
 * reveals is open, and gives an accordion's button a longer name than the words on it.
 */
const deliberate: readonly (readonly [rule: string, node: RegExp])[] = [
  ['aria-allowed-attr', /class="govuk-(radios|checkboxes)__input"/],
  ['label-content-name-mismatch', /class="govuk-accordion__section-button"/],
];

/** As it stands in a script of its own: a third of what the wrapper for Playwright sends to every page. */
const wrapper = createRequire(import.meta.url).resolve('@axe-core/playwright');
const axe = `${readFileSync(createRequire(wrapper).resolve('axe-core/axe.min.js'), 'utf8')};0`;

/**
 * Which rules: all that axe has switched on, the one about how large and how far apart buttons and links are, which it
 * has not, or all of them.
 */
const rules = {
  all: { resultTypes: ['violations'] },
  'target size': { resultTypes: ['violations'], runOnly: ['target-size'] },
  'all and target size': { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } },
} as const;

type Violation = Readonly<{ id: string; html: readonly string[] }>;

/** Has axe ready in every page of a browser that looks at many: Chromium compiles it once, not for each page. */
export async function axeIn(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axe });
}

/** Every accessibility fault that axe finds in the page's present state; none when all is well. */
export async function accessibilityFaults(
  page: Page,
  which: keyof typeof rules = 'all',
): Promise<readonly string[]> {
  const run = `axe.run(${JSON.stringify(rules[which])})
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) })))`;
  const ready = await page.evaluate<readonly Violation[] | null>(
    `typeof axe === 'undefined' ? null : ${run}`,
  );
  if (!ready) await page.evaluate(axe);
  const violations = ready ?? (await page.evaluate<readonly Violation[]>(run));
  return violations.flatMap(({ id, html }) =>
    html
      .filter((each) => !deliberate.some(([rule, node]) => rule === id && node.test(each)))
      .map((each) => `${id}: ${each}`),
  );
}
