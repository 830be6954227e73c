import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Maybe, type Options, type Styling } from './options.ts';

export type SummaryListAction = Content &
  Options<{ href: string; visuallyHiddenText?: string; classes?: string; attributes?: Attributes }>;

export type SummaryListActions = Options<{ items?: readonly SummaryListAction[]; classes?: string }>;

export type SummaryListRow = Options<{
  key: Content & Options<{ classes?: string }>;
  value?: Content & Options<{ classes?: string }>;
  actions?: SummaryListActions;
  classes?: string;
}>;

export type SummaryCardOptions = Styling &
  Options<{
    title?: Content & Options<{ headingLevel?: number; classes?: string }>;
    actions?: SummaryListActions;
  }>;

/** Class: `govuk-summary-list--no-border`. */
export type SummaryListOptions = Styling &
  Options<{ rows: readonly Maybe<SummaryListRow>[]; card?: SummaryCardOptions }>;

/** Facts by name, each with what may be done about it. */
export function summaryList(options: SummaryListOptions): Html {
  const anyActions = options.rows.some((row) => (row ? Boolean(row.actions?.items?.length) : false));
  const rows = options.rows.map((row) => row && summaryRow(row, anyActions, options.card));
  const list = html`<dl class="${classes('govuk-summary-list', options.classes)}"
    ${attributes(options.attributes)}>${rows}</dl>`;
  return options.card ? summaryCard(options.card, list) : list;
}

function summaryRow(row: SummaryListRow, anyActions: boolean, card: SummaryCardOptions | undefined): Html {
  const names = classes(
    'govuk-summary-list__row',
    anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
    row.classes,
  );
  return html`<div class="${names}"><dt class="${classes('govuk-summary-list__key', row.key.classes)}"
    >${content(row.key)}</dt><dd class="${classes('govuk-summary-list__value', row.value?.classes)}"
    >${content(row.value)}</dd>${rowActions(row.actions, card)}</div>`;
}

function rowActions(
  actions: SummaryListActions | undefined,
  card: SummaryCardOptions | undefined,
): Html | undefined {
  const [first, ...more] = actions?.items ?? [];
  if (!first) return undefined;
  const links =
    more.length === 0
      ? actionLink(first, card?.title)
      : html`<ul class="govuk-summary-list__actions-list">${[first, ...more].map(
          (action) =>
            html`<li class="govuk-summary-list__actions-list-item">${actionLink(action, card?.title)}</li>`,
        )}</ul>`;
  return html`<dd class="${classes('govuk-summary-list__actions', actions?.classes)}">${links}</dd>`;
}

function summaryCard(card: SummaryCardOptions, list: Html): Html {
  const { title } = card;
  const level = title?.headingLevel || 2;
  const heading =
    title &&
    html`<h${level} class="${classes('govuk-summary-card__title', title.classes)}">${content(title)}</h${level}>`;
  return html`<div class="${classes('govuk-summary-card', card.classes)}"${attributes(card.attributes)}>
    <div class="govuk-summary-card__title-wrapper">${heading}${cardActions(card)}</div><div
    class="govuk-summary-card__content">${list}</div></div>`;
}

function cardActions({ actions, title }: SummaryCardOptions): Html | undefined {
  const [first, ...more] = actions?.items ?? [];
  if (!first) return undefined;
  const names = classes('govuk-summary-card__actions', actions?.classes);
  if (more.length === 0) return html`<div class="${names}">${actionLink(first, title)}</div>`;
  return html`<ul class="${names}">${[first, ...more].map(
    (action) => html`<li class="govuk-summary-card__action">${actionLink(action, title)}</li>`,
  )}</ul>`;
}

/** The hidden words tell links with the same text apart for whoever hears them out of context. */
function actionLink(action: SummaryListAction, cardTitle: Content | undefined): Html {
  const about = action.visuallyHiddenText && html` ${action.visuallyHiddenText}`;
  const card = cardTitle && html` (${content(cardTitle)})`;
  const hidden = (about || card) && html`<span class="govuk-visually-hidden">${about}${card}</span>`;
  return html`<a class="${classes('govuk-link', action.classes)}"
    href="${action.href}"${attributes(action.attributes)}>${content(action)}${hidden}</a>`;
}
