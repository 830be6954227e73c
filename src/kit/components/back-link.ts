import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type BackLinkOptions = Content & Styling & Options<{ href?: string }>;

/** To the page before this one in a journey. */
export function backLink(options: BackLinkOptions): Html {
  return html`<a href="${options.href || '#'}" class="${classes('govuk-back-link', options.classes)}"
    ${attributes(options.attributes)}>${content(options) || 'Back'}</a>`;
}
