import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type InsetTextOptions = Content & Styling & Options<{ id?: string }>;

/** A text set apart from what surrounds it. */
export function insetText(options: InsetTextOptions): Html {
  const { id } = options;
  return html`<div${attributes({ id })} class="${classes('govuk-inset-text', options.classes)}"
    ${attributes(options.attributes)}>${content(options)}</div>`;
}
