import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type HintOptions = Content & Styling & Options<{ id?: string }>;

/** Help that stands between a label and its control. */
export function hint(options: HintOptions): Html {
  const { id } = options;
  return html`<div${attributes({ id })} class="${classes('govuk-hint', options.classes)}"
    ${attributes(options.attributes)}>${content(options)}</div>`;
}
