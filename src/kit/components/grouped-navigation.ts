import { attributes, type Html, html } from '../html.ts';
import type { Options } from './options.ts';

export type GroupedItem = Options<{ href: string; text: string; active?: boolean }>;
export type NavigationGroupOptions = { readonly heading: string; readonly items: readonly GroupedItem[] };
export type GroupedNavigationOptions = {
  readonly label: string;
  readonly groups: readonly NavigationGroupOptions[];
};

/**
 * The parts of one record where they are too many for one line: in groups with a name each. On a desk they stand beside
 * one another; on a phone they are one line that says where one is and opens, without a script.
 */
export function groupedNavigation({ label, groups }: GroupedNavigationOptions): Html {
  const items = groups.flatMap((each) => each.items);
  const here = items.find(({ active }) => active);
  return html`<nav class="lintel-parts" aria-label="${label}">${groupsOf(groups, 'parts')}</nav>
<nav class="lintel-parts-folded" aria-label="${label}"><details><summary>${here?.text}<span
    class="lintel-aside">, and ${items.length - 1} more parts</span></summary>${groupsOf(groups, 'parts-folded')}
</details></nav>`;
}

function groupsOf(groups: readonly NavigationGroupOptions[], idPrefix: string): Html {
  return html`<div class="lintel-parts__groups">${groups.map(({ heading, items }, index) => {
    const id = `${idPrefix}-${index + 1}`;
    return html`<div class="lintel-parts__group"><p class="lintel-parts__heading" id="${id}">${heading}</p>
<ul class="lintel-parts__list" aria-labelledby="${id}">${items.map(item)}</ul></div>`;
  })}</div>`;
}

function item({ href, text, active }: GroupedItem): Html {
  const current = attributes({ 'aria-current': active && 'page' });
  return html`<li><a class="lintel-parts__link" href="${href}"${current}>${text}</a></li>`;
}
