import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

/** Classes: `govuk-button--secondary`, `govuk-button--warning`, `govuk-button--inverse`. */
export type ButtonOptions = Content &
  Styling &
  Options<{
    /** Makes it a link that looks like a button: only for going somewhere, never for changing something. */
    href?: string;
    type?: 'submit' | 'button' | 'reset';
    name?: string;
    value?: string;
    id?: string;
    disabled?: boolean;
    preventDoubleClick?: boolean;
    isStartButton?: boolean;
  }>;

export function button(options: ButtonOptions): Html {
  const inner = html`${words(options)}${options.isStartButton && startIcon}`;
  const common: Attributes = {
    class: classes('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
  };
  const own = html`${attributes(common)}${attributes(options.attributes)}${attributes({ id: options.id })}`;
  if (options.href) return html`<a href="${options.href}" role="button" draggable="false"${own}>${inner}</a>`;
  const form = attributes({
    type: options.type || 'submit',
    value: options.value,
    name: options.name,
    disabled: options.disabled,
    'aria-disabled': options.disabled && 'true',
    'data-prevent-double-click':
      options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
  });
  return html`<button${form}${own}>${inner}</button>`;
}

/** The start button is a flex box, which would drop the spaces between the elements in it. */
function words(options: ButtonOptions): Html | string | undefined {
  return options.html && options.isStartButton ? html`<span>${options.html}</span>` : content(options);
}

const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5"
  height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor"
  d="M0 0h13l20 20-20 20H0l20-20z"/></svg>`;
