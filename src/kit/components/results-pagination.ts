import { type Html, html } from '../html.ts';
import { type PagePlace, type PaginationItem, pagination } from './pagination.ts';

export type ResultsPaginationOptions = {
  /** The page shown, from 1. */
  readonly page: number;
  readonly pageSize: number;
  /** How many there are in all. */
  readonly total: number;
  /** The address of a page by its number; without it, `searchPages` stands around the pagination. */
  readonly href?: (page: number) => string;
  /** What is counted, one and several of it; “result” and “results” unless given. */
  readonly nouns?: readonly [one: string, several: string];
};

/** MoJ's pagination, with our words: which part of how many is shown, and links to the other parts. */
export function resultsPagination(options: ResultsPaginationOptions): Html {
  const { page, pageSize, total, href, nouns = ['result', 'results'] } = options;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  const place = (number: number): PagePlace => (href ? { href: href(number) } : { page: number });
  const links =
    last > 1 &&
    pagination({
      classes: 'moj-pagination__pagination',
      items: pagesAround(page, last).map(
        (number): PaginationItem =>
          number === undefined ? { ellipsis: true } : { number, ...place(number), current: number === page },
      ),
      previous: page > 1 ? place(page - 1) : undefined,
      next: page < last ? place(page + 1) : undefined,
    });
  const counted = `${total} ${nouns[total === 1 ? 0 : 1]}`;
  const words = last > 1 ? `Showing ${from} to ${to} of ${counted}` : counted;
  return html`<div class="moj-pagination">${links}${
    total > 0 &&
    html`<p
    class="moj-pagination__results">${words}</p>`
  }</div>`;
}

/** First, last and the neighbours; `undefined` where some are left out. */
function pagesAround(page: number, last: number): readonly (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((number, index) => {
    const before = shown[index - 1] ?? 0;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [undefined, number] : [number];
  });
}
