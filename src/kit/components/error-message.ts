import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type ErrorMessageOptions = Content & Styling & Options<{ id?: string; visuallyHiddenText?: string }>;

/** What to put right, beside the control. `visuallyHiddenText` is “Error” unless given; empty leaves it out. */
export function errorMessage(options: ErrorMessageOptions): Html {
  const { id, visuallyHiddenText = 'Error' } = options;
  const prefix =
    visuallyHiddenText !== '' && html`<span class="govuk-visually-hidden">${visuallyHiddenText}:</span> `;
  return html`<p${attributes({ id })} class="${classes('govuk-error-message', options.classes)}"
    ${attributes(options.attributes)}>${prefix}${content(options)}</p>`;
}
