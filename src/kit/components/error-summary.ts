import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type ErrorSummaryItem = Content & Options<{ href?: string; attributes?: Attributes }>;

export type ErrorSummaryOptions = Styling &
  Options<{
    titleText?: string;
    titleHtml?: Html;
    descriptionText?: string;
    descriptionHtml?: Html;
    errorList?: readonly ErrorSummaryItem[];
    disableAutoFocus?: boolean;
  }>;

/** All that has to be put right, at the top of the page, each with a link to its field. */
export function errorSummary(options: ErrorSummaryOptions): Html {
  const { disableAutoFocus, errorList } = options;
  const description = options.descriptionHtml ?? options.descriptionText;
  const own = attributes({
    class: classes('govuk-error-summary', options.classes),
    'data-disable-auto-focus': disableAutoFocus === undefined ? undefined : String(disableAutoFocus),
    ...options.attributes,
  });
  return html`<div${own} data-module="govuk-error-summary"><div role="alert">
    <h2 class="govuk-error-summary__title">${options.titleHtml ?? options.titleText}</h2><div
    class="govuk-error-summary__body">${description && html`<p>${description}</p>`}${
      errorList?.length &&
      html`<ul
    class="govuk-list govuk-error-summary__list">${errorList.map(errorItem)}</ul>`
    }</div></div></div>`;
}

function errorItem(item: ErrorSummaryItem): Html {
  if (!item.href) return html`<li>${content(item)}</li>`;
  return html`<li><a href="${item.href}"${attributes(item.attributes)}>${content(item)}</a></li>`;
}
