import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type Breadcrumb = Content & Options<{ href?: string; attributes?: Attributes }>;

export type BreadcrumbsOptions = Styling &
  Options<{ items: readonly Breadcrumb[]; collapseOnMobile?: boolean; labelText?: string }>;

/** Where this page is. Never names a person. */
export function breadcrumbs(options: BreadcrumbsOptions): Html {
  const names = classes(
    'govuk-breadcrumbs',
    options.classes,
    options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  );
  return html`<nav class="${names}"${attributes(options.attributes)}
    aria-label="${options.labelText ?? 'Breadcrumb'}">
    <ol class="govuk-breadcrumbs__list">${options.items.map(crumb)}</ol></nav>`;
}

function crumb(item: Breadcrumb): Html {
  return item.href
    ? html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link"
      href="${item.href}"${attributes(item.attributes)}>${content(item)}</a></li>`
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${content(item)}</li>`;
}
