import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type LabelOptions = Content & Styling & Options<{ for?: string; isPageHeading?: boolean }>;

/** The label of one form control; nothing when it says nothing. */
export function label(options: LabelOptions): Html | undefined {
  const inner = content(options);
  if (!inner) return undefined;
  const { for: forId } = options;
  const element = html`<label class="${classes('govuk-label', options.classes)}"${attributes(options.attributes)}
    ${attributes({ for: forId })}>${inner}</label>`;
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element;
}
