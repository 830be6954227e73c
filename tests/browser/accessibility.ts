import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What govuk-frontend does on purpose and axe counts as a fault: it says of a choice whether what it
 * reveals is open, and gives an accordion's button a longer name than the words on it.
 */
const deliberate: readonly (readonly [rule: string, node: RegExp])[] = [
  ['aria-allowed-attr', /class="govuk-(radios|checkboxes)__input"/],
  ['label-content-name-mismatch', /class="govuk-accordion__section-button"/],
];

/** Every accessibility fault that axe finds in the page's present state; none when all is well. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Nothing here stands in a frame, so that no second page is needed to put the findings together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !deliberate.some(([rule, node]) => rule === id && node.test(html)))
      .map(({ html }) => `${id}: ${html}`),
  );
}
