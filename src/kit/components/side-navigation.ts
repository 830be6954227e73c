import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type SideNavigationItem = Content &
  Options<{ href: string; active?: boolean; attributes?: Attributes }>;

export type SideNavigationSection = {
  readonly heading: Content & Options<{ headingLevel?: number; classes?: string; attributes?: Attributes }>;
  readonly items: readonly SideNavigationItem[];
};

export type SideNavigationOptions = Styling &
  Options<{
    label?: string;
    items?: readonly SideNavigationItem[];
    sections?: readonly SideNavigationSection[];
  }>;

/** Many pages of one part, with or without headings. */
export function sideNavigation(options: SideNavigationOptions): Html {
  const inner = options.sections ? options.sections.map(section) : list(options.items ?? []);
  return html`<nav class="${classes('moj-side-navigation', options.classes)}"
    ${attributes({ 'aria-label': options.label })}${attributes(options.attributes)}>${inner}</nav>`;
}

function section({ heading, items }: SideNavigationSection): Html {
  const level = heading.headingLevel ?? 4;
  return html`<h${level} class="${classes('moj-side-navigation__title', heading.classes)}"
    ${attributes(heading.attributes)}>${content(heading)}</h${level}>${list(items)}`;
}

function list(items: readonly SideNavigationItem[]): Html {
  return html`<ul class="moj-side-navigation__list">${items.map(
    (item) =>
      html`<li class="${classes('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active')}"
        ${attributes(item.attributes)}><a href="${item.href}"
        ${attributes({ 'aria-current': item.active && 'location' })}>${content(item)}</a></li>`,
  )}</ul>`;
}
