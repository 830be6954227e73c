import { attributes, type Html, html } from '../html.ts';
import { type ButtonOptions, button } from './button.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type IdentityBarOptions = Styling &
  Options<{
    title: Content;
    /** What one needs to know of it at a glance, by name. */
    facts?: readonly { readonly name: string; readonly value: Html | string; readonly classes?: string }[];
    /** Links and buttons at the bar's end; MoJ's own menu does not run under Trusted Types. */
    actions?: readonly ButtonOptions[];
  }>;

/** Whose or what record this is, above everything about it. */
export function identityBar(options: IdentityBarOptions): Html {
  const actions =
    options.actions?.length &&
    html`<div class="moj-identity-bar__actions">${options.actions.map(
      (action) => html`<div class="moj-identity-bar__menu">${button(action)}</div>`,
    )}</div>`;
  const facts =
    options.facts?.length &&
    html`<dl class="lintel-facts">${options.facts.map(
      ({ name, value, classes: own }) =>
        html`<div class="${classes('lintel-facts__fact', own)}"><dt>${name}</dt> <dd>${value}</dd></div>`,
    )}</dl>`;
  return html`<div class="${classes('moj-identity-bar', options.classes)}"${attributes(options.attributes)}>
    <div class="moj-identity-bar__container">
    <div class="moj-identity-bar__details"><span class="moj-identity-bar__title"
    >${content(options.title)}</span>${facts}</div>${actions}</div></div>`;
}
