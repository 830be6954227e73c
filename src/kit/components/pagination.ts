import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Maybe, type Options, type Styling } from './options.ts';

/** Where a page is: an address, or the number that a button of the form around the pagination sends. */
export type PagePlace = { readonly href: string } | { readonly page: number };

export type PaginationLink = Content & PagePlace & Options<{ labelText?: string; attributes?: Attributes }>;

export type PaginationItem =
  | { readonly ellipsis: true }
  | (PagePlace &
      Options<{
        number: number | string;
        current?: boolean;
        visuallyHiddenText?: string;
        attributes?: Attributes;
      }>);

export type PaginationOptions = Styling &
  Options<{
    items?: readonly Maybe<PaginationItem>[];
    previous?: PaginationLink;
    next?: PaginationLink;
    landmarkLabel?: string;
  }>;

/** From one page of a list to another. */
export function pagination(options: PaginationOptions): Html {
  const { items, previous, next } = options;
  const block = !items && Boolean(previous || next);
  const names = classes('govuk-pagination', block && 'govuk-pagination--block', options.classes);
  return html`<nav class="${names}" aria-label="${options.landmarkLabel || 'Pagination'}"
    ${attributes(options.attributes)}>${previous && arrowLink(previous, 'prev', block)}${
      items &&
      html`<ul
    class="govuk-pagination__list"
    >${items.map((item) => item && pageItem(item))}</ul>`
    }${next && arrowLink(next, 'next', block)}</nav>`;
}

function arrowLink(link: PaginationLink, direction: 'prev' | 'next', block: boolean): Html {
  const icon = direction === 'prev' ? arrowPrevious : arrowNext;
  const iconFirst = block || direction === 'prev';
  const title = classes(
    'govuk-pagination__link-title',
    block && !link.labelText && 'govuk-pagination__link-title--decorated',
  );
  const label =
    link.labelText &&
    block &&
    html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label"
      >${link.labelText}</span>`;
  const inner = html`${iconFirst && icon} <span class="${title}"
    >${content(link) ?? defaultWords[direction]}</span> ${label}${!iconFirst && icon}`;
  const own = { ...('href' in link && { rel: direction }), ...link.attributes };
  return html`<div class="govuk-pagination__${direction}">${way(link, own, inner)}</div>`;
}

function pageItem(item: PaginationItem): Html {
  if ('ellipsis' in item) {
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`;
  }
  const { attributes: extra, current, number } = item;
  const names = classes('govuk-pagination__item', current && 'govuk-pagination__item--current');
  const own = {
    'aria-label': item.visuallyHiddenText ?? `Page ${number}`,
    'aria-current': current && 'page',
    ...extra,
  };
  return html`<li class="${names}">${way(item, own, html`${number}`)}</li>`;
}

function way(place: PagePlace, own: Attributes, inner: Html): Html {
  const link = 'govuk-link govuk-pagination__link';
  if ('href' in place) return html`<a class="${link}" href="${place.href}"${attributes(own)}>${inner}</a>`;
  return html`<button type="submit" name="page" value="${place.page}"
    class="${link} lintel-link-button"${attributes(own)}>${inner}</button>`;
}

const defaultWords = {
  prev: html`Previous<span class="govuk-visually-hidden"> page</span>`,
  next: html`Next<span class="govuk-visually-hidden"> page</span>`,
};

const pathPrevious =
  'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896' +
  'v-2h-12.984l4.2931-4.293-1.414-1.414z';
const arrowPrevious = html`<svg class="govuk-pagination__icon govuk-pagination__icon--prev"
  xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false"
  viewBox="0 0 15 13"><path d="${pathPrevious}"></path></svg>`;

const pathNext =
  'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896' +
  'l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z';
const arrowNext = html`<svg class="govuk-pagination__icon govuk-pagination__icon--next"
  xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false"
  viewBox="0 0 15 13"><path d="${pathNext}"></path></svg>`;
