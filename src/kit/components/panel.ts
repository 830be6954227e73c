import { type Attributes, attributes, type Html, html } from '../html.ts';
import { button } from './button.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type PanelAction = Options<{
  text: string;
  href?: string;
  type?: 'button' | 'submit';
  classes?: string;
  attributes?: Attributes;
}>;

/** Class `govuk-panel--interruption` makes it a page that asks first; only then `actions` are shown. */
export type PanelOptions = Content &
  Styling &
  Options<{
    titleText?: string;
    titleHtml?: Html;
    headingLevel?: number;
    actions?: Styling & Options<{ items?: readonly PanelAction[] }>;
  }>;

/** The end of a journey: what was done. */
export function panel(options: PanelOptions): Html {
  const interrupts = options.classes?.includes('govuk-panel--interruption');
  const names = classes('govuk-panel', !interrupts && 'govuk-panel--confirmation', options.classes);
  const level = options.headingLevel || 1;
  const inner = content(options);
  return html`<div class="${names}"${attributes(options.attributes)}>
    <h${level} class="govuk-panel__title">${options.titleHtml ?? options.titleText}</h${level}>${
      inner &&
      html`<div
    class="govuk-panel__body">${inner}</div>`
    }${interrupts && panelActions(options.actions)}</div>`;
}

function panelActions(actions: PanelOptions['actions']): Html | undefined {
  if (!actions) return undefined;
  const group =
    actions.items?.length && html`<div class="govuk-button-group">${actions.items.map(panelAction)}</div>`;
  return html`<div class="${classes('govuk-panel__actions', actions.classes)}"
    ${attributes(actions.attributes)}>${group}</div>`;
}

function panelAction(action: PanelAction): Html {
  if (action.href && action.type !== 'button') {
    return html`<a class="${classes('govuk-link govuk-link--inverse', action.classes)}"
      href="${action.href}"${attributes(action.attributes)}>${action.text}</a>`;
  }
  return button({
    ...action,
    type: action.type ?? 'button',
    classes: classes('govuk-button--inverse', action.classes),
  });
}
