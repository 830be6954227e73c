import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options } from './options.ts';

export type LegendOptions = Content & Options<{ classes?: string; isPageHeading?: boolean }>;

export type FieldsetOptions = Options<{
  legend?: LegendOptions;
  describedBy?: string;
  classes?: string;
  role?: string;
  attributes?: Attributes;
  html?: Html;
}>;

/** A group of controls under one legend. */
export function fieldset(options: FieldsetOptions): Html {
  const { role, describedBy } = options;
  return html`<fieldset class="${classes('govuk-fieldset', options.classes)}"
    ${attributes({ role, 'aria-describedby': describedBy || undefined })}
    ${attributes(options.attributes)}>${legend(options.legend)}${options.html}</fieldset>`;
}

function legend(options: LegendOptions | undefined): Html | undefined {
  const inner = content(options);
  if (!options || !inner) return undefined;
  const heading = options.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${inner}</h1>` : inner;
  return html`<legend class="${classes('govuk-fieldset__legend', options.classes)}">${heading}</legend>`;
}
