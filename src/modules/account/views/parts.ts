import { button } from '#kit/components/button.ts';
import { aboveForm, type FormModel } from '#kit/components/form.ts';
import { type FormState, formErrors, freshForm } from '#kit/components/form-state.ts';
import { type Html, html } from '#kit/html.ts';

/** What every form of a page carries; a new submission id each time it is called. */
export type Hidden = (version?: number) => Html;
/** A moment as people read it, on the clock of the office's wall. */
export type Moment = (instant: Temporal.Instant) => string;

/** A page that asks for something: errors first, then the heading, then the form. */
export function asking(form: FormState, heading: string, body: Html): Html {
  return askingBelow(formErrors(form), heading, body);
}

/** The same, of a form that may have a draft waiting. */
export function askingWith(model: FormModel, heading: string, body: Html): Html {
  return askingBelow(aboveForm(model), heading, body);
}

function askingBelow(above: Html | undefined, heading: string, body: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${above}
    <h1 class="govuk-heading-l">${heading}</h1>${body}</div></div>`;
}

/** A form that only has a button. */
export function oneButton(
  action: string,
  hidden: Hidden,
  words: { readonly text: string; readonly about?: string; readonly warning?: boolean },
): Html {
  const about = words.about && html`<span class="govuk-visually-hidden"> ${words.about}</span>`;
  return html`<form method="post" action="${action}" novalidate>${hidden()}${button({
    html: html`${words.text}${about}`,
    classes: words.warning ? 'govuk-button--warning' : 'govuk-button--secondary',
  })}</form>`;
}

export { freshForm };
