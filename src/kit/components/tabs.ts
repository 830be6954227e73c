import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, type Maybe, type Options, type Styling } from './options.ts';

export type TabItem = Options<{
  label: string;
  id?: string;
  attributes?: Attributes;
  panel: Content & Options<{ attributes?: Attributes }>;
}>;

export type TabsOptions = Styling &
  Options<{ id?: string; idPrefix?: string; title?: string; items?: readonly Maybe<TabItem>[] }>;

/** Parts of one page behind tabs; without JavaScript a list of links and all parts below it. */
export function tabs(options: TabsOptions): Html {
  const { id, items = [] } = options;
  const idOf = (item: TabItem, index: number) => item.id || `${options.idPrefix ?? ''}-${index + 1}`;
  const labels = items.map((item, index) => item && tabLabel(item, idOf(item, index), index === 0));
  const panels = items.map((item, index) => item && tabPanel(item, idOf(item, index), index === 0));
  return html`<div${attributes({ id })} class="${classes('govuk-tabs', options.classes)}"
    ${attributes(options.attributes)} data-module="govuk-tabs">
    <h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>${
      items.length > 0 &&
      html`<ul
    class="govuk-tabs__list">${labels}</ul>${panels}`
    }</div>`;
}

function tabLabel(item: TabItem, id: string, first: boolean): Html {
  return html`<li class="${classes('govuk-tabs__list-item', first && 'govuk-tabs__list-item--selected')}"><a
    class="govuk-tabs__tab" href="#${id}"${attributes(item.attributes)}>${item.label}</a></li>`;
}

function tabPanel({ panel }: TabItem, id: string, first: boolean): Html {
  const inner = panel.html ?? (panel.text && html`<p class="govuk-body">${panel.text}</p>`);
  return html`<div class="${classes('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden')}"
    id="${id}"${attributes(panel.attributes)}>${inner}</div>`;
}
