import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type SkipLinkOptions = Content & Styling & Options<{ href?: string }>;

/** Past the navigation, for whoever uses a keyboard. */
export function skipLink(options: SkipLinkOptions): Html {
  return html`<a href="${options.href || '#content'}" class="${classes('govuk-skip-link', options.classes)}"
    ${attributes(options.attributes)} data-module="govuk-skip-link">${content(options)}</a>`;
}
