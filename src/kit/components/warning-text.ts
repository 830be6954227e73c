import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type WarningTextOptions = Content & Styling & Options<{ iconFallbackText?: string }>;

/** Something important before one acts. */
export function warningText(options: WarningTextOptions): Html {
  return html`<div class="${classes('govuk-warning-text', options.classes)}"${attributes(options.attributes)}><span
    class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span
    class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span> ${content(options)}</strong></div>`;
}
