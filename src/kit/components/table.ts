import { type Attributes, attributes, type Html, html } from '../html.ts';
import { classes, type Maybe, type Options, type Styling } from './options.ts';

export type TableCell = Options<{
  text?: string | number;
  html?: Html;
  format?: 'numeric';
  classes?: string;
  colspan?: number;
  rowspan?: number;
  attributes?: Attributes;
}>;

/**
 * Classes: `govuk-table--small-text-until-tablet`, `lintel-table--dense`, `lintel-table--cards`, and beside the last
 * `lintel-table--brief`, whose cards hold several cells a line. There a cell is `lintel-cell--bare` where it needs no
 * label, `lintel-cell--line` where it has a line to itself, `lintel-cell--words` where both are so, and
 * `lintel-cell--none` where a phone can do without it.
 */
export type TableOptions = Styling &
  Options<{
    caption?: string;
    captionClasses?: string;
    head?: readonly TableCell[];
    rows: readonly Maybe<readonly TableCell[]>[];
    firstCellIsHeader?: boolean;
  }>;

/** Rows and columns; with `lintel-table--cards` each row is a card on a phone, whose lines name their column. */
export function table(options: TableOptions): Html {
  const { caption, head } = options;
  const labels = options.classes?.includes('lintel-table--cards') ? (head ?? []).map(({ text }) => text) : [];
  const rows = options.rows.map((row) => row && bodyRow(row, labels, options.firstCellIsHeader));
  return html`<table class="${classes('govuk-table', options.classes)}"
    ${attributes(options.attributes)}>${
      caption &&
      html`<caption
    class="${classes('govuk-table__caption', options.captionClasses)}">${caption}</caption>`
    }${
      head &&
      html`<thead
    class="govuk-table__head"><tr class="govuk-table__row">${head.map(headCell)}</tr>
    </thead>`
    }<tbody class="govuk-table__body">${rows}</tbody></table>`;
}

function headCell(cell: TableCell): Html {
  const names = classes(
    'govuk-table__header',
    cell.format && `govuk-table__header--${cell.format}`,
    cell.classes,
  );
  return html`<th scope="col" class="${names}"${spans(cell)}>${cell.html ?? cell.text}</th>`;
}

function bodyRow(
  row: readonly TableCell[],
  labels: readonly TableCell['text'][],
  firstIsHeader: boolean | undefined,
): Html {
  const cells = row.map((cell, index) => {
    const label = labelOf(cell, index, labels);
    return firstIsHeader && index === 0
      ? html`<th scope="row" class="${classes('govuk-table__header', cell.classes)}"
        ${spans(cell, label)}>${inCell(cell, label)}</th>`
      : html`<td
          class="${classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}"
          ${spans(cell, label)}>${inCell(cell, label)}</td>`;
  });
  return html`<tr class="govuk-table__row">${cells}</tr>`;
}

/** The first column is what a card is about and needs no label; nor does a cell across several columns. */
function labelOf({ colspan }: TableCell, index: number, labels: readonly TableCell['text'][]) {
  return index === 0 || colspan !== undefined ? undefined : labels[index];
}

/** Wrapped beside a label, so that label and value are laid out as two items. */
function inCell({ text, html: markup }: TableCell, label: TableCell['text']) {
  return markup && label !== undefined
    ? html`<div class="lintel-table__value">${markup}</div>`
    : (markup ?? text);
}

function spans(
  { colspan, rowspan, attributes: extra }: TableCell,
  label?: TableCell['text'],
): Html | undefined {
  if (colspan === undefined && rowspan === undefined && extra === undefined && label === undefined)
    return undefined;
  return attributes({ colspan, rowspan, 'data-label': label, ...extra });
}
