import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Maybe, type Options, type Styling } from './options.ts';
import { translations } from './translations.ts';

export type AccordionItem = Options<{
  heading: Content;
  summary?: Content;
  content: Content;
  expanded?: boolean;
}>;

export type AccordionOptions = Styling &
  Options<{
    id: string;
    items: readonly Maybe<AccordionItem>[];
    headingLevel?: number;
    /** The browser keeps which sections are open in its session storage unless this is `false`. */
    rememberExpanded?: boolean;
    hideAllSectionsText?: string;
    hideSectionText?: string;
    hideSectionAriaLabelText?: string;
    showAllSectionsText?: string;
    showSectionText?: string;
    showSectionAriaLabelText?: string;
  }>;

/** Sections that open one by one; all are open without JavaScript. */
export function accordion(options: AccordionOptions): Html {
  const words = translations({
    'hide-all-sections': options.hideAllSectionsText,
    'hide-section': options.hideSectionText,
    'hide-section-aria-label': options.hideSectionAriaLabelText,
    'show-all-sections': options.showAllSectionsText,
    'show-section': options.showSectionText,
    'show-section-aria-label': options.showSectionAriaLabelText,
  });
  const { rememberExpanded: remember } = options;
  const own = attributes({
    class: classes('govuk-accordion', options.classes),
    'data-module': 'govuk-accordion',
    id: options.id,
    ...words,
    'data-remember-expanded': remember === undefined ? undefined : String(remember),
    ...options.attributes,
  });
  const sections = options.items.map(
    (item, index) => item && section(item, options.id, index + 1, options.headingLevel || 2),
  );
  return html`<div${own}>${sections}</div>`;
}

function section(item: AccordionItem, id: string, number: number, level: number): Html {
  const names = classes('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded');
  const summary =
    content(item.summary) &&
    html`<div class="govuk-accordion__section-summary govuk-body"
      id="${id}-summary-${number}">${content(item.summary)}</div>`;
  const inner =
    item.content.html ?? (item.content.text && html`<p class="govuk-body">${item.content.text}</p>`);
  return html`<div class="${names}"><div class="govuk-accordion__section-header">
    <h${level} class="govuk-accordion__section-heading"><span class="govuk-accordion__section-button"
    id="${id}-heading-${number}">${content(item.heading)}</span></h${level}>${summary}</div><div
    id="${id}-content-${number}" class="govuk-accordion__section-content">${inner}</div></div>`;
}
