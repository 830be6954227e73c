import { html } from '../html.ts';
import type { TableCell } from './table.ts';

export type SortHeaderOptions = {
  readonly text: string;
  /** The list sorted by this column, or the other way round when it is already. */
  readonly href: string;
  readonly sorted?: 'ascending' | 'descending' | undefined;
  readonly format?: 'numeric' | undefined;
};

/** The head of a column by which the server sorts: a link, so that it works without JavaScript. */
export function sortHeader({ text, href, sorted, format }: SortHeaderOptions): TableCell {
  const arrow = sorted === 'ascending' ? '▲' : sorted === 'descending' ? '▼' : '▲▼';
  return {
    text,
    html: html`<a class="lintel-sort" href="${href}">${text}<span class="lintel-sort__arrow"
      aria-hidden="true">${arrow}</span></a>`,
    format,
    attributes: { 'aria-sort': sorted ?? 'none' },
  };
}
