import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Maybe, type Options, type Styling } from './options.ts';

export type SubNavigationItem = Content &
  Options<{ href: string; active?: boolean; classes?: string; attributes?: Attributes }>;

export type SubNavigationOptions = Styling &
  Options<{ label?: string; items: readonly Maybe<SubNavigationItem>[] }>;

/** The parts of one record. */
export function subNavigation(options: SubNavigationOptions): Html {
  const label = options.label || 'Secondary navigation region';
  return html`<nav class="${classes('moj-sub-navigation', options.classes)}"
    aria-label="${label}"${attributes(options.attributes)}>
    <ul class="moj-sub-navigation__list">${options.items.map((item) => item && subItem(item))}</ul></nav>`;
}

function subItem(item: SubNavigationItem): Html {
  const current = attributes({ 'aria-current': item.active && 'page' });
  return html`<li class="${classes('moj-sub-navigation__item', item.classes)}"><a
    class="moj-sub-navigation__link"${current} href="${item.href}"
    ${attributes(item.attributes)}>${content(item)}</a></li>`;
}
